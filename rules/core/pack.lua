-- What every other pack builds on: the types of clauses, and the words by which they are recognised.
return pack {
  name = "core", version = "1.0.0", engine = ">=1.0 <2.0",
  languages = { "en", "ja" },
  date = "2026-11-01", jurisdiction = "any", licence = "Apache-2.0",
  title = { en = "Clause types and their words", ja = "条項の種類と、それを示す言葉" },
}
