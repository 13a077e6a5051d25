return rule {
  id = "incident-reported", grade = "major",
  title = { en = "Incidents were reported within the promised time, {hours} hours at most",
    ja = "事故が約束の期限内（最長{hours}時間）に報告されている" },
  why = { en = "The log of what happened shows whether the promise is lived.",
    ja = "事故記録は、約束が守られているかを示す事実です。" },
  controls = { "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.24", "ISO/IEC 27001:2022 A.6.8" },
  params = {
    hours = integer { default = 24, min = 1, max = 720,
      doc = { en = "Hours from discovery to the report that are accepted at most",
        ja = "発覚から報告までに許容する最長の時間数" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.incidents:any() end,
  messages = {
    late = { en = "Incident {id} was reported after {found}; at most {expected} is acceptable",
      ja = "事故「{id}」の報告まで{found}かかっています。{expected}以内の報告が必要です",
      advice = { en = "The cause of the delay and a corrective action are needed.",
        ja = "遅延の原因分析と是正措置が必要です。" } },
    unreported = { en = "Incident {id} of {detected} was never reported",
      ja = "事故「{id}」（{detected}認識）が報告されていません",
      advice = { en = "The reason is needed, and the reporting procedure is to be corrected.",
        ja = "理由の確認と、報告手順の是正が必要です。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "incident-report"
    local promised = clause and clause:duration "report-within"
    local limit = hours(p.hours)
    if promised and promised < limit then limit = promised.value end
    local found = {}
    for incident in s.incidents:each() do
      if not incident.reported then
        table.insert(found, fail("unreported", { at = incident, id = incident.id, detected = incident.detected }))
      elseif incident.reported - incident.detected > limit then
        table.insert(found, fail("late", { at = incident, related = { promised },
          id = incident.id, found = incident.reported - incident.detected, expected = limit }))
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "after six hours", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Reported.</text>
      <duration name="report-within" value="PT24H"/>
    </clause>
  </contract>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" severity="medium" detected="2025-08-01T09:00Z" reported="2025-08-01T15:00Z" channel="phone"/>
  </incident-log>
</dossier>
]] },
    { name = "after three days", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Reported.</text>
      <duration name="report-within" value="PT24H"/>
    </clause>
  </contract>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" severity="medium" detected="2025-08-01T09:00Z" reported="2025-08-04T09:00Z" channel="phone"/>
  </incident-log>
</dossier>
]] },
    { name = "later than the contract says", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Reported.</text>
      <duration name="report-within" value="PT4H"/>
    </clause>
  </contract>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" severity="medium" detected="2025-08-01T09:00Z" reported="2025-08-01T15:00Z" channel="phone"/>
  </incident-log>
</dossier>
]] },
    { name = "never", expect = "fail:unreported", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Reported.</text>
      <duration name="report-within" value="PT24H"/>
    </clause>
  </contract>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" severity="medium" detected="2025-08-01T09:00Z"/>
  </incident-log>
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
