return rule {
  id = "uptime-achieved", grade = "minor",
  title = { en = "Availability was as promised", ja = "稼働率の実績が約束を満たしている" },
  why = { en = "A service level that nobody compares with the facts is decoration.",
    ja = "実績と照合されないSLAに意味はありません。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    window = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "How far back figures are looked at", ja = "さかのぼって確認する期間" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.service_records:any() and s.contracts:in_force():any() end,
  messages = {
    missed = { en = "Availability from {from} to {to} was {found}; {expected} is promised",
      ja = "{from}から{to}までの稼働率は{found}でした。契約では{expected}です",
      advice = { en = "Cause and corrective action are needed; a reduction that was agreed applies.",
        ja = "原因と是正措置の報告が必要です。契約に減額等の定めがある場合は、これによります。" } },
    unmeasured = { en = "The promise is not measured: there is no record of it in the last {window}",
      ja = "直近{window}の実績が測定されていません", grade = "observation",
      advice = { en = "The figures are needed.",
        ja = "実績値の提出が必要です。" } },
    silent = { en = "The contract promises no figure",
      ja = "契約に数値の定めがありません" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "service-level"
    local uptime = clause and clause:percent "uptime"
    if not uptime then return not_applicable "silent" end
    local measured = s:measured "uptime"
    local last, worst = measured:latest "to", measured:min "percent"
    if not worst or last.to + p.window < s.as_of then return fail("unmeasured", { at = uptime }) end
    local found = {}
    if worst < uptime then
      for measure in measured:each() do
        if measure.percent and measure.percent < uptime and measure.to + p.window >= s.as_of then
          table.insert(found, fail("missed", { at = measure, related = { uptime },
            from = measure.from, to = measure.to, found = measure.percent, expected = uptime }))
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
      <percent name="uptime" value="99.9"/>
    </clause>
  </contract>
  <service-record>
    <measure name="uptime" from="2026-02-01" to="2026-02-28" percent="99.95"/>
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
      <percent name="uptime" value="99.9"/>
    </clause>
  </contract>
  <service-record>
    <measure name="uptime" from="2026-02-01" to="2026-02-28" percent="98.7"/>
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
      <percent name="uptime" value="99.9"/>
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
