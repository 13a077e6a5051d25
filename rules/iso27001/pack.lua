-- Supplier management under ISO/IEC 27001:2022. The standard names no numbers: every threshold here is a parameter
-- with a default that a policy can change. Requirements are put in our own words.
return pack {
  name = "iso27001", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-01", jurisdiction = "any", licence = "Apache-2.0",
  title = { en = "Supplier security under ISO/IEC 27001", ja = "ISO/IEC 27001に基づく委託先管理" },
  caveats = {
    { en = "The standard names no numbers: every threshold is a parameter, and the numbers of a policy are a company's choice.",
      ja = "規格は数値を定めていません。しきい値はすべてパラメーターで、方針の数値は各社の選択です。" },
    { en = "Requirements are put in our own words; the text of the standard is not part of this pack. A report is no certificate.",
      ja = "要求事項は独自の言葉でまとめたもので、規格の本文は含みません。報告書は認証を意味しません。" },
  },
  standards = {
    ["ISO/IEC 27001:2022"] = {
      "A.5.1", "A.5.2", "A.5.9", "A.5.10", "A.5.11", "A.5.14", "A.5.15", "A.5.17", "A.5.18", "A.5.19", "A.5.20",
      "A.5.21", "A.5.22", "A.5.23", "A.5.24", "A.5.26", "A.5.28", "A.5.29", "A.5.30", "A.5.31", "A.5.32", "A.5.33",
      "A.5.34", "A.5.35", "A.5.36", "A.6.2", "A.6.3", "A.6.5", "A.6.6", "A.6.8", "A.7.1", "A.7.2", "A.7.3", "A.7.10",
      "A.8.5", "A.8.7", "A.8.8", "A.8.10", "A.8.12", "A.8.13", "A.8.14", "A.8.15", "A.8.24", "A.8.25", "A.8.30",
      "A.8.31",
    },
  },
  -- The questions that rules ask for, and the type of the answer.
  questions = {
    -- Organisation and staff.
    ["security-policy"] = "flag", ["security-officer"] = "flag", ["confidentiality-pledges"] = "flag",
    ["security-training"] = "date",
    -- Access.
    ["leaver-accounts"] = "flag", ["leaver-removal-time"] = "duration", ["access-review"] = "date",
    ["password-policy"] = "flag", ["multi-factor"] = "flag", ["logging"] = "flag",
    -- Systems and data.
    ["malware-protection"] = "flag", ["patching"] = "flag", ["encryption"] = "flag", ["backup"] = "flag",
    ["backup-frequency"] = "interval", ["restore-test"] = "date", ["secure-development"] = "flag",
    ["part-authenticity"] = "flag",
    -- Premises and media.
    ["physical-security"] = "flag", ["removable-media"] = "flag",
    -- Incidents and continuity.
    ["incident-procedure"] = "flag", ["incident-report-time"] = "duration", ["continuity-exercise"] = "date",
    -- What was agreed.
    ["scope-agreed"] = "flag", ["responsibility-agreed"] = "flag", ["handles-personal-data"] = "flag",
    ["uses-subcontractors"] = "flag", ["on-site-audit"] = "flag", ["communication-log"] = "flag",
  },
}
