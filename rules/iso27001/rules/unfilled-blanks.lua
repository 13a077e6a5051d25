local function is_executed(contract)
  return contract.kind ~= "template" and (contract.status == nil or contract.status == "executed")
end

return rule {
  id = "unfilled-blanks", grade = "major",
  title = { en = "No blank is left open in an executed contract", ja = "締結済みの契約書に空欄が残っていない" },
  why = { en = "A signed contract with a blank promises nothing at that place.",
    ja = "空欄のまま締結された契約は、その箇所について何も約束していません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20" },
  needs = { "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    blank = { en = "A blank was left open in the executed contract",
      ja = "締結済みの契約書に、記入されていない箇所があります",
      advice = { en = "Agree on the value and record it in an amendment.",
        ja = "値を合意し、覚書等で補充してください。" } },
    unsigned = { en = "Blanks may be left open until the contract is executed",
      ja = "締結前の契約書であり、空欄があっても差し支えありません" },
  },
  check = function(s)
    local found = {}
    local executed = false
    for contract in s.contracts:in_force():each() do
      executed = executed or is_executed(contract)
    end
    if not executed then return not_applicable "unsigned" end
    for clause in s.contracts:every_clause():each() do
      if is_executed(clause.contract) then
        for passage in clause.blanks:each() do
          table.insert(found, fail("blank", { at = passage }))
        end
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "filled in", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Incidents are reported within 24 hours.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "hours left open", expect = "fail:blank", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>乙は、事故を知った時から◯時間以内に甲に報告する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a template", expect = "not-applicable:unsigned", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="template" title="Template" status="template">
  <clause number="1" type="incident-report">
    <text>Incidents are reported within ____ hours.</text>
  </clause>
</contract>
]] },
  },
}
