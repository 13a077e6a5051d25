return rule {
  id = "uptime-trend", grade = "observation",
  title = { en = "Availability does not fall from period to period", ja = "稼働率が低下し続けていない" },
  why = { en = "Three falling figures in a row announce the outage.", ja = "3期連続の低下は、大きな障害の前触れです。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier" },
  applies = function(s) return s.measures:any() end,
  messages = {
    falling = { en = "Availability fell twice in a row: {first}, {second}, {found}",
      ja = "稼働率が2期連続で低下しています（{first}→{second}→{found}）",
      advice = { en = "Discuss causes and measures in the next review meeting.",
        ja = "次回の定例会で原因と対策を協議してください。" } },
    few = { en = "There are fewer than three figures",
      ja = "実績が3期分に達していません" },
  },
  check = function(s)
    local uptime = s:measured "uptime"
    if #uptime < 3 then return not_applicable "few" end
    local last = uptime:latest "to"
    local second = uptime:where(function(m) return m.to < last.to end):latest "to"
    local first = second and uptime:where(function(m) return m.to < second.to end):latest "to"
    if not first then return not_applicable "few" end
    if last.percent < second.percent and second.percent < first.percent then
      return fail("falling", { at = last, first = first.percent, second = second.percent, found = last.percent })
    end
    return pass { at = last }
  end,
  examples = {
    { name = "steady", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <service-record>
    <measure name="uptime" from="2025-12-01" to="2025-12-31" percent="99.9"/>
    <measure name="uptime" from="2026-01-01" to="2026-01-31" percent="99.95"/>
    <measure name="uptime" from="2026-02-01" to="2026-02-28" percent="99.94"/>
  </service-record>
</dossier>
]] },
    { name = "falling", expect = "fail:falling", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <service-record>
    <measure name="uptime" from="2025-12-01" to="2025-12-31" percent="99.99"/>
    <measure name="uptime" from="2026-01-01" to="2026-01-31" percent="99.95"/>
    <measure name="uptime" from="2026-02-01" to="2026-02-28" percent="99.91"/>
  </service-record>
</dossier>
]] },
    { name = "too few", expect = "not-applicable:few", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <service-record>
    <measure name="uptime" from="2026-02-01" to="2026-02-28" percent="99.91"/>
  </service-record>
</dossier>
]] },
  },
}
