-- What the law of the European Union asks of contracts with processors of personal data, and no more. To ask for it
-- beside the standard requirements, extend "standard" and list all three packs.
return policy {
  name = "gdpr-processors",
  title = { en = "Processors of personal data (GDPR Art. 28)", ja = "個人データの処理者に対する要求事項（GDPR第28条）" },
  packs = { "core", "gdpr28" },
}
