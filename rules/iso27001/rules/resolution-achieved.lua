return rule {
  id = "resolution-achieved", grade = "minor",
  title = { en = "Failures were resolved as promised", ja = "復旧の実績が約束を満たしている" },
  why = { en = "What customers feel is the time until the service is back.",
    ja = "利用者への影響は、復旧までの時間で決まります。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    window = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "How far back figures are looked at", ja = "さかのぼって確認する期間" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.service_records:any() and s.contracts:in_force():any() end,
  messages = {
    missed = { en = "Failures from {from} to {to} were resolved within {found}; {expected} is promised",
      ja = "{from}から{to}までの復旧時間は{found}でした。契約では{expected}以内です",
      advice = { en = "Cause and corrective action are needed.",
        ja = "原因と是正措置の報告が必要です。" } },
    unmeasured = { en = "The promise is not measured: there is no record of it in the last {window}",
      ja = "直近{window}の実績が測定されていません", grade = "observation",
      advice = { en = "The figures are needed.",
        ja = "実績値の提出が必要です。" } },
    silent = { en = "The contract promises no figure",
      ja = "契約に数値の定めがありません" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "service-level"
    local within = clause and clause:duration "resolve-within"
    if not within then return not_applicable "silent" end
    local measured = s:measured "recovery-time"
    local last, worst = measured:latest "to", measured:max "duration"
    if not worst or last.to + p.window < s.as_of then return fail("unmeasured", { at = within }) end
    local found = {}
    if worst > within then
      for measure in measured:each() do
        if measure.duration and measure.duration > within and measure.to + p.window >= s.as_of then
          table.insert(found, fail("missed", { at = measure, related = { within },
            from = measure.from, to = measure.to, found = measure.duration, expected = within }))
        end
      end
    end
    if #found == 0 then return pass { at = last } end
    return found
  end,
  examples = {
    { name = "kept", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>Agreed.</text>
      <duration name="resolve-within" value="PT24H"/>
    </clause>
  </contract>
  <service-record>
    <measure name="recovery-time" from="2026-02-01" to="2026-02-28" duration="PT6H"/>
  </service-record>
</dossier>
]] },
    { name = "missed", expect = "fail:missed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>Agreed.</text>
      <duration name="resolve-within" value="PT24H"/>
    </clause>
  </contract>
  <service-record>
    <measure name="recovery-time" from="2026-02-01" to="2026-02-28" duration="PT50H"/>
  </service-record>
</dossier>
]] },
    { name = "not measured", expect = "fail:unmeasured", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>Agreed.</text>
      <duration name="resolve-within" value="PT24H"/>
    </clause>
  </contract>
  <service-record/>
</dossier>
]] },
    { name = "not promised", expect = "not-applicable:silent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
  <service-record/>
</dossier>
]] },
  },
}
