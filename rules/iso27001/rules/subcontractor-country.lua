local function descend(subcontractors, found)
  for sub in subcontractors:each() do
    if not sub.country then table.insert(found, fail("unknown", { at = sub, name = sub.name })) end
    descend(sub.subcontractors, found)
  end
end

return rule {
  id = "subcontractor-country", grade = "observation",
  title = { en = "It is known in which country each subcontractor works", ja = "再委託先の所在国が把握されている" },
  why = { en = "Without the country nobody can tell which law reaches the data.",
    ja = "所在国が分からなければ、適用される法令を確認できません。" },
  controls = { "ISO/IEC 27001:2022 A.5.21", "ISO/IEC 27001:2022 A.5.34" },
  needs = { "supplier" },
  applies = function(s) return s.subcontractors:any() end,
  messages = {
    unknown = { en = "The country of {name} is not recorded",
      ja = "「{name}」の所在国が登録されていません",
      advice = { en = "The country is needed.",
        ja = "所在国の確認が必要です。" } },
  },
  check = function(s)
    local found = {}
    descend(s.subcontractors, found)
    if #found == 0 then return pass { at = s.subcontractors[1] } end
    return found
  end,
  examples = {
    { name = "known", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd" country="JP"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "unknown", expect = "fail:unknown", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
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
