local function descend(subcontractors, found)
  for sub in subcontractors:each() do
    if sub.personal_data and not sub.approved then
      table.insert(found, fail("unapproved", { at = sub, name = sub.name }))
    end
    descend(sub.subcontractors, found)
  end
end

return rule {
  id = "my-number-subcontracting", grade = "major",
  title = { en = "My Number is passed down only with the customer's own consent",
    ja = "マイナンバーの再委託が委託元の許諾を得ている" },
  why = { en = "The law wants the first entruster's consent at every tier, not only at the next one.",
    ja = "番号法では、再々委託以降も最初の委託者の許諾が必要です。" },
  controls = { "ISO/IEC 27001:2022 A.5.31", "ISO/IEC 27001:2022 A.5.34", "ISO/IEC 27001:2022 A.5.21" },
  needs = { "supplier" },
  applies = function(s) return s.subcontractors:any() and s.assets:any { my_number = true } end,
  messages = {
    unapproved = { en = "{name} may handle Individual Numbers without the customer's consent",
      ja = "「{name}」への特定個人情報の再委託について、委託元の許諾の記録がありません",
      advice = { en = "Stop the handling there until consent is given and on record for every tier.",
        ja = "許諾されるまで取扱いを停止し、すべての階層について許諾を記録することが必要です。" } },
  },
  check = function(s)
    local found = {}
    descend(s.subcontractors, found)
    if #found == 0 then return pass { at = s.subcontractors[1] } end
    return found
  end,
  examples = {
    { name = "consent at each tier", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process" my-number="true"/>
    <subcontractor id="x" name="X Ltd" approved="2025-05-01" personal-data="true">
      <subcontractor id="y" name="Y Ltd" approved="2025-06-01" personal-data="true"/>
    </subcontractor>
  </supplier>
</dossier>
]] },
    { name = "consent at the first tier alone", expect = "fail:unapproved", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process" my-number="true"/>
    <subcontractor id="x" name="X Ltd" approved="2025-05-01" personal-data="true">
      <subcontractor id="y" name="Y Ltd" personal-data="true"/>
    </subcontractor>
  </supplier>
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
