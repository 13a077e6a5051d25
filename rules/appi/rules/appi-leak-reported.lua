return rule {
  id = "appi-leak-reported", grade = "major",
  title = { en = "Leaks of personal data were reported within {days} days of being known",
    ja = "個人データの漏えい等が、知った時から{days}日以内に報告されている" },
  why = { en = "An entrustee notifies the entruster, or reports to the commission itself, within about three to five days of knowing.",
    ja = "委託先は、漏えい等を知った時からおおむね3～5日以内に、委託元への通知又は委員会への報告を行う必要があります。" },
  controls = { "APPI Art. 26" },
  params = {
    days = integer { default = 5, min = 1, max = 5,
      doc = { en = "Days from the supplier's knowledge to its report (the rules of the commission say about three to five)",
        ja = "委託先が知った時から報告までの日数（規則ではおおむね3～5日）" } },
  },
  needs = { "supplier" },
  applies = function(s)
    return s:handles "personal-data" and s.incidents:any(function(i) return i.personal_data ~= false end)
  end,
  messages = {
    late = { en = "Leak {id} was reported after {found}; at most {expected} is acceptable",
      ja = "漏えい等「{id}」の報告まで{found}かかっています。{expected}以内の報告が必要です",
      advice = { en = "The cause is needed, and the reporting procedure is to be corrected; whether the preliminary report was in time is to be checked.",
        ja = "原因の報告と、報告手順の是正が必要です。あわせて、速報が期限内に行われたかの確認が必要です。" } },
    unreported = { en = "Leak {id}, known on {detected}, was never reported",
      ja = "漏えい等「{id}」（{detected}認識）が報告されていません",
      advice = { en = "What happened is to be reported at once; it decides whether the commission and the persons have to be told.",
        ja = "直ちに経緯の報告が必要です。個人情報保護委員会への報告及び本人への通知の要否は、これに基づいて判断されます。" } },
    unknown = { en = "Nothing says whether incident {id} concerned personal data",
      ja = "事故「{id}」が個人データに関わるかどうかが記録されていません",
      advice = { en = "Record whether personal data was concerned.",
        ja = "個人データに関わるかどうかを記録してください。" } },
  },
  check = function(s, p)
    local found = {}
    for incident in s.incidents:each() do
      if incident.personal_data == nil then
        table.insert(found, indeterminate("unknown", { at = incident, id = incident.id }))
      elseif incident.personal_data and not incident.reported then
        table.insert(found, fail("unreported", { at = incident, id = incident.id, detected = incident.detected }))
      elseif incident.personal_data and incident.reported - incident.detected > days(p.days) then
        table.insert(found, fail("late", { at = incident, id = incident.id,
          found = incident.reported - incident.detected, expected = days(p.days) }))
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "after a day", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" detected="2025-08-01T09:00Z" reported="2025-08-02T09:00Z" personal-data="true"/>
  </incident-log>
</dossier>
]] },
    { name = "after a week", expect = "fail:late", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" detected="2025-08-01T09:00Z" reported="2025-08-08T09:00Z" personal-data="true"/>
  </incident-log>
</dossier>
]] },
    { name = "never", expect = "fail:unreported", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" detected="2025-08-01T09:00Z" personal-data="true"/>
  </incident-log>
</dossier>
]] },
    { name = "not known what it concerned", expect = "indeterminate:unknown", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" detected="2025-08-01T09:00Z" reported="2025-08-01T10:00Z"/>
  </incident-log>
</dossier>
]] },
    { name = "a late report of something else", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" detected="2025-08-01T09:00Z" reported="2025-08-02T09:00Z" personal-data="true"/>
    <incident id="i2" detected="2025-09-01T09:00Z" reported="2025-09-30T09:00Z" personal-data="false"/>
  </incident-log>
</dossier>
]] },
    { name = "nothing concerned personal data", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" detected="2025-08-01T09:00Z" personal-data="false"/>
  </incident-log>
</dossier>
]] },
    { name = "no incident", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <incident-log from="2025-04-01" to="2026-03-31">
  </incident-log>
</dossier>
]] },
    { name = "no personal data", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
  <incident-log from="2025-04-01" to="2026-03-31">
    <incident id="i1" detected="2025-08-01T09:00Z" personal-data="true"/>
  </incident-log>
</dossier>
]] },
  },
}
