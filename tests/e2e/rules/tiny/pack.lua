return pack {
  name = "tiny", version = "1.0.0", engine = ">=1.0 <2.0",
  languages = { "en", "ja" },
  date = "2026-11-01", jurisdiction = "any", licence = "Apache-2.0",
  title = { en = "Rules for the tests of the program", ja = "プログラムの試験用規則" },
  standards = { ["ISO/IEC 27001:2022"] = { "A.5.19" } },
}
