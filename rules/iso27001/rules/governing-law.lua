return rule {
  id = "governing-law", grade = "observation",
  title = { en = "The governing law is named", ja = "準拠法が定められている" },
  why = { en = "Otherwise the first argument after an incident is about which law decides.",
    ja = "定めがないと、事故の後にまず準拠法が争点になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.31" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "amendment" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    missing = { en = "No clause names the governing law",
      ja = "準拠法の条項がありません",
      advice = { en = "Name the governing law.",
        ja = "準拠法を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "governing-law"
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
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
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
    <clause number="1" type="assignment">
      <text>No assignment.</text>
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
  <clause number="1" heading="Governing law">
    <text>This Agreement is governed by the laws of Japan.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="準拠法">
    <text>本契約の準拠法は、日本法とする。</text>
  </clause>
</contract>
]] },
  },
}
