-- What the implementing regulation to the NIS2 directive asks of contracts with suppliers and service providers, and no
-- more. To ask for it beside the standard requirements, extend "standard" and list all three packs.
return policy {
  name = "nis2-supply-chain",
  title = { en = "Supply chain security (NIS2, Regulation (EU) 2024/2690)",
    ja = "サプライチェーンのセキュリティに関する要求事項（NIS2・実施規則(EU) 2024/2690）" },
  packs = { "core", "nis2" },
}
