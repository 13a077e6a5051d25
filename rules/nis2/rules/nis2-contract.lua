return rule {
  id = "nis2-contract", grade = "major",
  title = { en = "A contract with the supplier is in force", ja = "供給者との契約が有効である" },
  why = { en = "Requirements on security bind a supplier only through its contract.",
    ja = "セキュリティの要求事項は、契約によって初めて供給者を拘束します。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4" },
  needs = { "supplier" },
  messages = {
    none = { en = "There is no contract with this supplier on goods or services",
      ja = "この供給者との、物品又は役務に関する契約がありません",
      advice = { en = "Conclude a contract with security requirements.",
        ja = "セキュリティ要求事項を含む契約を締結してください。" } },
    lapsed = { en = "No contract on goods or services is in force on this day",
      ja = "判定日において、物品又は役務に関する有効な契約がありません",
      advice = { en = "Renew the contract, or end the supply.",
        ja = "契約を更新するか、取引を終了してください。" } },
  },
  check = function(s)
    local supply = s.contracts:where(function(c) return c.kind ~= "nda" end)
    if supply:none() then return fail("none", { at = s.supplier }) end
    local current = supply:in_force()[1]
    if not current then return fail("lapsed", { at = supply[1] }) end
    return pass { at = current }
  end,
  examples = {
    { name = "in force", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Services">
      <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no contract", expect = "fail:none", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
</dossier>
]] },
    { name = "a non-disclosure agreement alone", expect = "fail:none", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Governing law">
      <text>The law of the Customer's seat governs this Agreement.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "expired", expect = "fail:lapsed", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" heading="Services">
      <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a contract alone", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Services">
    <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
  </clause>
</contract>
]] },
  },
}
