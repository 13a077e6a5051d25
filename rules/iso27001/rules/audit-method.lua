return rule {
  id = "audit-method", grade = "minor",
  title = { en = "A critical supplier is audited on site or remotely, not on paper alone",
    ja = "重要な委託先は、書面だけでなく実地又は遠隔で監査されている" },
  why = { en = "Paper shows what should be, a visit what is.", ja = "書面が示すのはあるべき姿であり、実態は現場にあります。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier" },
  applies = function(s)
    return s.tier == "critical" and s.audits:any(function(a) return a.performed ~= nil end)
  end,
  messages = {
    paper = { en = "All audits so far were on paper",
      ja = "これまでの監査がすべて書面監査です",
      advice = { en = "Perform the next audit on site, or remotely with screens shared.",
        ja = "次回は実地監査、又は画面共有を用いた遠隔監査を実施してください。" } },
  },
  check = function(s)
    local performed = s.audits:where(function(a) return a.performed ~= nil end)
    if performed:all { method = "paper" } then return fail("paper", { at = performed:latest "performed" }) end
    return pass { at = performed:where(function(a) return a.method ~= "paper" end):latest "performed" }
  end,
  examples = {
    { name = "remotely", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="remote" performed="2025-09-01"/>
</dossier>
]] },
    { name = "on paper alone", expect = "fail:paper", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="paper" performed="2025-09-01"/>
</dossier>
]] },
    { name = "nothing that it concerns", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
