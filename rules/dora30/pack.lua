-- What Art. 30 of the Digital Operational Resilience Act asks of contracts on services of information and communication
-- technology. Requirements are put in our own words; numbers are parameters, since the law names none.
return pack {
  name = "dora30", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "EU", licence = "Apache-2.0",
  title = { en = "ICT service providers of financial entities under DORA Art. 30",
    ja = "DORA第30条に基づく金融機関のICTサービス提供者の管理" },
  standards = {
    ["DORA"] = {
      "Art. 28(7)(a)", "Art. 28(7)(b)", "Art. 28(7)(c)", "Art. 28(7)(d)", "Art. 30(1)", "Art. 30(2)(a)", "Art. 30(2)(b)",
      "Art. 30(2)(c)", "Art. 30(2)(d)", "Art. 30(2)(e)", "Art. 30(2)(f)", "Art. 30(2)(g)", "Art. 30(2)(h)",
      "Art. 30(2)(i)", "Art. 30(3)(a)", "Art. 30(3)(b)", "Art. 30(3)(c)", "Art. 30(3)(d)", "Art. 30(3)(e)",
      "Art. 30(3)(f)",
    },
  },
}
