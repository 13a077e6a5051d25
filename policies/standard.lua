-- What a company with a certified management system asks of its suppliers. Other policies extend this one.
return policy {
  name = "standard",
  title = { en = "Standard requirements on suppliers", ja = "委託先に対する標準要求事項" },
  packs = { "core", "iso27001" },
  for_suppliers = {
    -- Clouds sell availability: ask for more of it.
    { when = { kind = "cloud" }, rules = {
      ["sla-uptime"] = { params = { percent = 99.9 } },
      ["restore-test"] = { params = { within = "P365D" } },
    } },
    -- Personal data: what is agreed about leaks must be enough for the deadlines of the law.
    { when = { asset = "personal-data" }, rules = {
      ["liability-cap"] = { params = { minimum = "JPY 50000000" } },
      ["destruction-certificate"] = { grade = "major" },
    } },
    -- Design data: a leaver who takes drawings along cannot be undone.
    { when = { asset = "design-data" }, rules = {
      ["copying-ban"] = { grade = "major" },
      ["leaver-removal"] = { grade = "major", params = { within = "P1D" } },
    } },
    -- A supplier of low criticality is asked for the essentials only.
    { when = { tier = "low" }, rules = {
      ["acceptable-use"] = false, ["access-control"] = false, ["access-review"] = false, ["audit-right"] = false,
      ["backup-frequency"] = false, ["backup-practice"] = false, ["change-notice"] = false,
      ["communication-log"] = false, ["confidentiality-survival"] = false, ["copying-ban"] = false,
      ["destruction-certificate"] = false, ["encryption"] = false, ["flow-down"] = false,
      ["incident-channel"] = false, ["leaver-removal"] = false, ["liability-cap"] = false, ["logging"] = false,
      ["multi-factor"] = false, ["penalty"] = false, ["response-complete"] = false, ["response-exists"] = false,
      ["responsibility-split"] = false, ["restore-test"] = false, ["security-measures"] = false,
      ["subcontractor-depth"] = false, ["survival"] = false, ["training"] = false,
    } },
  },
}
