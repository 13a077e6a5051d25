-- For contracts on services that support critical or important functions, whatever the tier of the supplier, and for
-- drafts of such contracts that are checked alone: everything that Art. 30 asks for.
local always = { params = { tiers = { "critical", "important", "standard", "low" }, lone = true } }

return policy {
  name = "dora-critical-functions",
  title = { en = "ICT services supporting critical or important functions (DORA Art. 30)",
    ja = "重要又は不可欠な機能を支えるICTサービスに対する要求事項（DORA第30条）" },
  extends = "dora-ict-providers",
  rules = {
    ["dora-audit"] = always, ["dora-audit-terms"] = always, ["dora-continuity"] = always,
    ["dora-developments"] = always, ["dora-exit"] = always, ["dora-security"] = always, ["dora-targets"] = always,
    ["dora-threat-led-testing"] = always,
  },
}
