return rule {
  id = "tier-high", grade = "major",
  title = { en = "The supplier is not of a low tier", ja = "委託先の重要度は「低」ではない" },
  why = { en = "The tests need a rule that is easy to fail.", ja = "試験には、容易に不適合となる規則が必要です。" },
  controls = { "ISO/IEC 27001:2022 A.5.19" },
  needs = { "supplier" },
  messages = { low = { en = "The tier is low", ja = "重要度が「低」です" } },
  check = function(s)
    if s.tier == "low" then return fail "low" end
    return pass()
  end,
}
