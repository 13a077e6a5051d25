return rule {
  id = "profile-complete", grade = "minor",
  title = { en = "What decides on the requirements is known about the supplier",
    ja = "要求事項の判断に必要な委託先情報が登録されている" },
  why = { en = "Requirements follow from criticality, country and what is supplied; what is not recorded is not asked for.",
    ja = "要求事項は重要度、所在国及び業務区分によって決まるため、登録がなければ必要な要求が漏れます。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.19" },
  needs = { "supplier" },
  messages = {
    tier = { en = "The criticality (tier) of the supplier is not recorded",
      ja = "委託先の重要度（tier）が登録されていません",
      advice = { en = "Record it: critical, important, standard or low.",
        ja = "critical・important・standard・lowのいずれかを登録してください。" } },
    country = { en = "The country of the supplier is not recorded",
      ja = "委託先の所在国が登録されていません",
      advice = { en = "Record the country: it decides on transfers of personal data.",
        ja = "所在国を登録してください。個人情報の越境移転の判断に必要です。" } },
    category = { en = "What the supplier supplies (category) is not recorded",
      ja = "委託業務の区分（category）が登録されていません", grade = "observation",
      advice = { en = "Record the category.",
        ja = "委託業務の区分を登録してください。" } },
  },
  check = function(s)
    local found = {}
    if not s.tier then table.insert(found, fail("tier", { at = s.supplier })) end
    if not s.country then table.insert(found, fail("country", { at = s.supplier })) end
    if not s.category then table.insert(found, fail("category", { at = s.supplier })) end
    if #found == 0 then return pass { at = s.supplier } end
    return found
  end,
  examples = {
    { name = "complete", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="logistics"/>
</dossier>
]] },
    { name = "criticality unknown", expect = "fail:tier", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" kind="company" country="JP" category="logistics"/>
</dossier>
]] },
    { name = "country unknown", expect = "fail:country", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" category="logistics"/>
</dossier>
]] },
    { name = "category unknown", expect = "fail:category", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
</dossier>
]] },
  },
}
