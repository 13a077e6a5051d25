return rule {
  id = "country-known", grade = "minor",
  title = { en = "The country of the supplier is known", ja = "委託先の国が分かっている" },
  why = { en = "The tests need a minor finding, too.", ja = "試験には軽微な不適合も必要です。" },
  controls = { "ISO/IEC 27001:2022 A.5.19" },
  needs = { "supplier" },
  messages = { unknown = { en = "No country is given", ja = "国が記載されていません" } },
  check = function(s)
    if not s.country then return fail "unknown" end
    return pass()
  end,
}
