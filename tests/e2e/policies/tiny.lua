return policy {
  name = "tiny",
  title = { en = "For the tests of the program", ja = "プログラムの試験用" },
  packs = { "tiny" },
}
