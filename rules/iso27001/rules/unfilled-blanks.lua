-- How far a contract that stands alone has got.
local function state(contract)
  if contract.kind == "template" or contract.status == "template" or contract.status == "draft" then return "unsigned" end
  return contract.status == nil and "unknown" or "executed"
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
    open = { en = "{count} places are left open, and nothing says whether the contract is executed",
      ja = "{count}か所が空欄です。契約書が締結済みかどうかは示されていません", grade = "observation",
      advice = { en = "Fill them in before the contract is concluded; if it is executed already, agree on the values in an amendment.",
        ja = "締結前に記入してください。締結済みの場合は、覚書等で補充してください。" } },
    unsigned = { en = "Blanks may be left open until the contract is executed",
      ja = "締結前の契約書であり、空欄があっても差し支えありません" },
  },
  check = function(s)
    local how = s.lone and state(s.contracts[1]) or "executed"
    if how == "unsigned" then return not_applicable "unsigned" end
    local found, first = {}, nil
    for clause in s.contracts:clauses_with("blanks"):each() do
      for passage in clause.blanks:each() do
        first = first or passage
        table.insert(found, fail("blank", { at = passage }))
      end
    end
    if #found == 0 then return pass() end
    if how == "unknown" then return fail("open", { at = first, count = #found }) end
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
    { name = "a contract alone, signed or not", expect = "fail:open", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement">
  <clause number="1" type="incident-report">
    <text>Incidents are reported within ____ hours.</text>
  </clause>
</contract>
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
