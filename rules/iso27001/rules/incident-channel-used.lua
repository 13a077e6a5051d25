return rule {
  id = "incident-channel-used", grade = "minor",
  title = { en = "Incidents were reported through a named channel", ja = "事故が定められた連絡手段で報告されている" },
  why = { en = "A report made in passing at the weekly meeting is how days are lost.",
    ja = "定例会のついでの報告では、対応が何日も遅れます。" },
  controls = { "ISO/IEC 27001:2022 A.5.24", "ISO/IEC 27001:2022 A.6.8" },
  needs = { "supplier" },
  applies = function(s) return s.incidents:any() end,
  messages = {
    none = { en = "Nothing says by which channel incident {id} was reported",
      ja = "事故「{id}」の報告手段が記録されていません",
      advice = { en = "Record the channel.",
        ja = "報告手段を記録してください。" } },
    other = { en = "Incident {id} was reported by another channel than the contract names",
      ja = "事故「{id}」は、契約で定めた連絡手段とは異なる手段で報告されています", grade = "observation",
      advice = { en = "Use the agreed channel, and make it known to everybody who reports.",
        ja = "定められた連絡手段の使用と、関係者への周知が必要です。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "incident-report"
    local channel = clause and clause:choice "channel"
    local found = {}
    for incident in s.incidents:each() do
      if incident.reported and not incident.channel then
        table.insert(found, fail("none", { at = incident, id = incident.id }))
      elseif incident.reported and channel and not channel:is(incident.channel)
          and not channel:is "named-contact" and not channel:is "written" then
        table.insert(found, fail("other", { at = incident, related = { channel },
          id = incident.id, found = incident.channel, expected = channel }))
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "by telephone", expect = "pass", as_of = "2026-04-01", document = [[
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
    { name = "unknown", expect = "fail:none", as_of = "2026-04-01", document = [[
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
    <incident id="i1" severity="medium" detected="2025-08-01T09:00Z" reported="2025-08-01T15:00Z"/>
  </incident-log>
</dossier>
]] },
    { name = "by another channel", expect = "fail:other", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Reported.</text>
      <choice name="channel" value="phone"/>
    </clause>
  </contract>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" severity="medium" detected="2025-08-01T09:00Z" reported="2025-08-01T15:00Z" channel="email"/>
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
