return rule {
  id = "incident-log-kept", grade = "observation",
  title = { en = "An incident log covers the last {within}", ja = "直近{within}の事故記録がある" },
  why = { en = "No log is not the same as no incident.", ja = "記録がないことは、事故がないことを意味しません。" },
  controls = { "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.24" },
  params = {
    within = duration { default = "P6M", min = "P1M", max = "P1Y",
      doc = { en = "How old the end of the log may be", ja = "記録の末日からの最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.tier == "critical" or s.tier == "important" end,
  messages = {
    missing = { en = "There is no incident log for this supplier",
      ja = "この委託先の事故記録がありません",
      advice = { en = "The log is needed, also when there was no incident.",
        ja = "事故がない場合も含め、記録の提出が必要です。" } },
    old = { en = "The incident log ends on {to}",
      ja = "事故記録が{to}で終わっています",
      advice = { en = "The log up to now is needed.",
        ja = "最新の記録の提出が必要です。" } },
  },
  check = function(s, p)
    local last = s.incident_logs:latest "to"
    if not last then return fail("missing", { at = s.supplier }) end
    if last.to + p.within < s.as_of then return fail("old", { at = last, to = last.to }) end
    return pass { at = last }
  end,
  examples = {
    { name = "up to yesterday", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31"/>
</dossier>
]] },
    { name = "none", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "ends in 2024", expect = "fail:old", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <incident-log from="2023-04-01" to="2024-03-31"/>
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
