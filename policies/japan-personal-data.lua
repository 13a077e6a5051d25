-- What Japanese law asks of those who entrust personal data, and no more. To ask for it beside the standard
-- requirements, extend "standard" and list all three packs.
return policy {
  name = "japan-personal-data",
  title = { en = "Entrusting personal data in Japan (APPI, My Number Act)",
    ja = "個人データの委託に対する要求事項（個人情報保護法・番号法）" },
  packs = { "core", "appi" },
}
