-- What the law of the European Union asks of financial entities' contracts on ICT services, and no more. What it asks for
-- critical or important functions alone is asked of suppliers of the tiers critical and important.
return policy {
  name = "dora-ict-providers",
  title = { en = "ICT service providers of financial entities (DORA Art. 30)",
    ja = "金融機関のICTサービス提供者に対する要求事項（DORA第30条）" },
  packs = { "core", "dora30" },
}
