-- What Japanese law asks of those who entrust the handling of personal data. Requirements are put in our own words; what
-- the guideline calls desirable is an observation, and periods that it leaves open are parameters.
return pack {
  name = "appi", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "JP", licence = "Apache-2.0",
  title = { en = "Entrusting personal data under Japanese law", ja = "個人データの取扱いの委託（個人情報保護法・番号法）" },
  standards = {
    ["APPI"] = { "Art. 23", "Art. 24", "Art. 25", "Art. 26", "Art. 28" },
    ["My Number Act"] = { "Art. 10" },
  },
}
