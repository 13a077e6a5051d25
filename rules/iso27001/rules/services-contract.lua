return rule {
  id = "services-contract", grade = "minor",
  title = { en = "A services contract is in force, not a non-disclosure agreement alone",
    ja = "秘密保持契約だけでなく業務委託契約が締結されている" },
  why = { en = "A non-disclosure agreement does not say what is done, how well, or what follows from failure.",
    ja = "秘密保持契約は、業務の内容や水準、違反時の措置までは定めていません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    nda = { en = "Only a non-disclosure agreement is in force",
      ja = "有効な契約が秘密保持契約のみです",
      advice = { en = "Conclude a services contract with security requirements.",
        ja = "セキュリティ要求事項を含む業務委託契約を締結してください。" } },
  },
  check = function(s)
    local current = s.contracts:in_force()
    if current:all { kind = "nda" } then return fail("nda", { at = current[1] }) end
    return pass { at = current:find(function(c) return c.kind ~= "nda" end) }
  end,
  examples = {
    { name = "a services contract", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a secret shared, no service agreed", expect = "fail:nda", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="nda" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing that it concerns", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
