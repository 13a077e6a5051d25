-- What Art. 28 of the General Data Protection Regulation asks of the contract with a processor. Requirements are put in
-- our own words; numbers are parameters, since the law names none.
return pack {
  name = "gdpr28", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "EU", licence = "Apache-2.0",
  title = { en = "Processors of personal data under GDPR Art. 28", ja = "GDPR第28条に基づく処理者の管理" },
  standards = {
    ["GDPR"] = {
      "Art. 28(2)", "Art. 28(3)", "Art. 28(3)(a)", "Art. 28(3)(b)", "Art. 28(3)(c)", "Art. 28(3)(d)", "Art. 28(3)(e)",
      "Art. 28(3)(f)", "Art. 28(3)(g)", "Art. 28(3)(h)", "Art. 28(4)", "Art. 28(9)", "Art. 32(1)", "Art. 33(2)",
      "Art. 46(1)",
    },
  },
}
