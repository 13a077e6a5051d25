return policy {
  name = "contract-5",
  title = { en = "Five rules on contracts", ja = "契約に関する5規則" },
  packs = { "core", "iso27001" },
  only = { "audit-right", "confidentiality", "incident-report-within", "subcontracting-consent", "termination" },
}
