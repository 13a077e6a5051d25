return rule {
  id = "jurisdiction", grade = "observation",
  title = { en = "The court is named", ja = "裁判管轄が定められている" },
  why = { en = "A court that is far away makes a claim not worth pursuing.",
    ja = "遠隔地の裁判所では、請求そのものを断念しかねません。" },
  controls = { "ISO/IEC 27001:2022 A.5.31" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "amendment" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    missing = { en = "No clause names the court",
      ja = "裁判管轄の条項がありません",
      advice = { en = "Name the court that has jurisdiction.",
        ja = "専属的合意管轄裁判所を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "jurisdiction"
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
    <clause number="1" type="jurisdiction">
      <text>The Tokyo District Court has jurisdiction.</text>
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
  <clause number="1" heading="Jurisdiction">
    <text>The Tokyo District Court has exclusive jurisdiction.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="裁判管轄">
    <text>本契約に関する紛争は、東京地方裁判所を第一審の専属的合意管轄裁判所とする。</text>
  </clause>
</contract>
]] },
  },
}
