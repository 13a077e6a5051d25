return rule {
  id = "penalty", grade = "minor",
  title = { en = "A breach of security duties has consequences beyond damages",
    ja = "義務違反に対する違約金・罰則が定められている" },
  why = { en = "Damage from a leak is hard to prove; an agreed consequence works without proof.",
    ja = "漏えいの損害は立証が難しく、あらかじめ定めた違約金等が抑止力になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.36" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause sets a penalty for breaches",
      ja = "違約金又は罰則の条項がありません",
      advice = { en = "Agree on a penalty, a fee reduction or a suspension for breaches of security duties.",
        ja = "セキュリティ上の義務違反に対する違約金、減額又は取引停止等の措置を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "penalty"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="penalty">
      <text>A breach costs the agreed penalty.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a non-disclosure agreement alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="confidentiality">
    <text>Information is kept secret.</text>
  </clause>
</contract>
]] },
    { name = "an amendment of something else", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" kind="amendment" title="First amendment" status="executed" effective="2025-04-01">
  <clause number="1" type="audit-right">
    <text>As agreed.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Penalty">
    <text>The Supplier shall pay a contractual penalty for each breach of confidentiality.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="違約金">
    <text>甲は、乙が秘密保持に違反したときは、委託料の1か月分を違約金として乙に請求することができる。</text>
  </clause>
</contract>
]] },
  },
}
