-- What the implementing regulation to the NIS2 directive asks of contracts with suppliers and service providers. Requirements
-- are put in our own words; numbers are parameters, since the regulation names none for contracts.
return pack {
  name = "nis2", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "EU", licence = "Apache-2.0",
  title = { en = "Suppliers and service providers under NIS2, Regulation (EU) 2024/2690",
    ja = "NIS2（実施規則(EU) 2024/2690）に基づく供給者の管理" },
  standards = {
    ["Regulation (EU) 2024/2690"] = {
      "Annex 5.1.4", "Annex 5.1.4(a)", "Annex 5.1.4(b)", "Annex 5.1.4(c)", "Annex 5.1.4(d)", "Annex 5.1.4(e)",
      "Annex 5.1.4(f)", "Annex 5.1.4(g)", "Annex 5.1.4(h)",
    },
  },
}
