return rule {
  id = "damages", grade = "major",
  title = { en = "The supplier is liable for damage from a breach", ja = "違反時の損害賠償が定められている" },
  why = { en = "When compensation is not settled beforehand, the claim takes years.",
    ja = "賠償の取決めがないと、事故後の請求が長期化します。" },
  controls = { "ISO/IEC 27001:2022 A.5.20" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause makes the supplier liable for damage",
      ja = "損害賠償の条項がありません",
      advice = { en = "State that the supplier compensates damage from a breach, leaks included, and which costs belong to it.",
        ja = "契約違反（情報漏えいを含む）による損害の賠償と、対象となる費用の範囲を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "damages"
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
    <clause number="1" type="damages">
      <text>A party in breach compensates the damage.</text>
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
    { name = "service levels alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="sla" title="Service level agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="service-level">
    <text>Availability is 99.9 %.</text>
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
  <clause number="1" heading="Damages">
    <text>The Supplier is liable for damage caused by a breach of this Agreement and shall compensate it.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="損害賠償">
    <text>乙は、本契約に違反して甲に損害を与えたときは、その損害を賠償する。</text>
  </clause>
</contract>
]] },
  },
}
