return policy {
  name = "contract-34",
  title = { en = "34 rules on contracts and answers", ja = "契約と回答に関する34規則" },
  packs = { "core", "iso27001" },
  only = {
    "access-control", "audit-right", "backup-frequency", "certificate-expiry", "change-notice", "confidentiality",
    "contact-point", "continuity", "contract-expiry", "copying-ban", "damages", "encryption", "flow-down",
    "governing-law", "incident-channel", "incident-report-within", "indemnity", "insurance", "leaver-accounts",
    "liability-cap", "logging", "malware-protection", "multi-factor", "password-policy", "penalty",
    "purpose-limitation", "restore-test", "return-destroy", "security-measures", "service-scope", "sla-uptime",
    "subcontracting-consent", "termination", "training",
  },
}
