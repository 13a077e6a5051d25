-- For contract templates in CI: what the clauses say. Blanks are allowed, nothing outside the contract is asked for.
return policy {
  name = "template",
  title = { en = "Contract templates", ja = "契約書ひな型" },
  extends = "standard",
  only = {
    "acceptable-use", "access-control", "anti-social-forces", "audit-frequency", "audit-on-site", "audit-right",
    "backup-frequency", "change-notice", "confidentiality", "confidentiality-survival", "contact-point", "continuity",
    "copying-ban", "damages", "data-location", "declared-contradiction", "destruction-certificate", "exit-support",
    "flow-down", "governing-law", "incident-channel", "incident-report-within", "indemnity", "insurance",
    "intellectual-property", "jurisdiction", "leaver-removal", "liability-cap", "mistyped-clause", "patching",
    "penalty", "personal-data-clause", "purpose-limitation", "responsibility-split", "return-destroy",
    "review-meeting", "security-measures", "security-report", "security-standard", "service-level", "service-scope",
    "sla-resolution", "sla-response", "sla-uptime", "subcontracting-consent", "survival", "termination", "training",
    "transfer-encryption", "vague-wording",
  },
}
