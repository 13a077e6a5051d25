return rule {
  id = "appi-security-measures", grade = "observation",
  title = { en = "The contract states the security control measures that both sides agreed on",
    ja = "双方が合意した安全管理措置が契約に盛り込まれている" },
  why = { en = "The supplier has to protect the data as well as the entruster would; the guideline wants that in the contract.",
    ja = "委託先には委託元と同等の安全管理措置が求められ、ガイドラインはその内容を契約に盛り込むことを望ましいとしています。" },
  controls = { "APPI Art. 25", "APPI Art. 23" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause states the security control measures",
      ja = "安全管理措置の条項がありません",
      advice = { en = "Agree on organisational, human, physical and technical measures, for example in an annex.",
        ja = "組織的・人的・物理的・技術的安全管理措置を、別紙などで定めることをご検討ください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "security-measures"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "measures are agreed", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="security-measures">
      <text>乙は、別紙の安全管理措置を講ずる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
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
  <clause number="1" type="governing-law">
    <text>The law of the Customer's seat governs.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Security measures">
    <text>The Supplier implements and maintains the technical and organisational security measures in Schedule 5.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="安全管理措置">
    <text>乙は、別紙に定める安全管理措置を講ずる。</text>
  </clause>
</contract>
]] },
  },
}
