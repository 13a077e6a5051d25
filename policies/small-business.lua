-- A start for companies without a security department: the contract says the essentials, the supplier is asked once a
-- year, and what happened is looked at. Everything else comes with the standard policy.
return policy {
  name = "small-business",
  title = { en = "Starter policy for small businesses", ja = "中小企業向けスターター方針" },
  extends = "standard",
  only = {
    -- The contract
    "contract-in-force", "contract-expiry", "contract-renewal", "freelancer-contract", "unfilled-blanks",
    "service-scope", "confidentiality", "purpose-limitation", "subcontracting-consent", "incident-report-within",
    "incident-channel", "audit-right", "return-destroy", "damages", "personal-data-clause", "access-control",
    "anti-social-forces", "termination", "cross-border-transfer",
    -- The supplier
    "profile-complete", "asset-inventory", "risk-assessment", "certificate-expiry", "subcontractor-approval",
    -- What is done
    "response-exists", "response-fresh", "leaver-accounts", "backup-practice", "restore-test", "malware-protection",
    "password-policy", "removable-media", "communication-log", "incident-reported", "audit-performed",
    "audit-follow-up", "evidence-intact",
  },
  rules = {
    ["incident-report-within"] = { params = { hours = 48 } },
    ["incident-reported"] = { params = { hours = 48 } },
    ["return-destroy"] = { params = { within = "P60D" } },
    ["subcontracting-consent"] = { params = { written = false } },
    ["risk-assessment"] = { params = { within = "P2Y" } },
    ["restore-test"] = { params = { within = "P2Y" } },
    ["response-fresh"] = { params = { within = "P2Y" } },
    ["audit-performed"] = { params = { grace = "P90D" } },
  },
}
