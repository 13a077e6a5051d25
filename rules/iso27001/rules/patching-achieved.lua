return rule {
  id = "patching-achieved", grade = "minor",
  title = { en = "Vulnerabilities were patched as promised", ja = "脆弱性修正の実績が約束を満たしている" },
  why = { en = "Every day between patch and patching is open to attack.",
    ja = "修正の公開から適用までの間は、攻撃にさらされます。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    window = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "How far back figures are looked at", ja = "さかのぼって確認する期間" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.service_records:any() and s.contracts:in_force():any() end,
  messages = {
    missed = { en = "Patches from {from} to {to} took {found}; {expected} is promised",
      ja = "{from}から{to}までの修正適用に{found}かかっています。契約では{expected}以内です",
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
    local clause = s.contracts:clause "vulnerability"
    local within = clause and clause:duration "patch-within"
    if not within then return not_applicable "silent" end
    local measured = s:measured "patch-time"
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
    <clause number="1" type="vulnerability">
      <text>Agreed.</text>
      <duration name="patch-within" value="P14D"/>
    </clause>
  </contract>
  <service-record>
    <measure name="patch-time" from="2026-02-01" to="2026-02-28" duration="P9D"/>
  </service-record>
</dossier>
]] },
    { name = "missed", expect = "fail:missed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="vulnerability">
      <text>Agreed.</text>
      <duration name="patch-within" value="P14D"/>
    </clause>
  </contract>
  <service-record>
    <measure name="patch-time" from="2026-02-01" to="2026-02-28" duration="P40D"/>
  </service-record>
</dossier>
]] },
    { name = "not measured", expect = "fail:unmeasured", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="vulnerability">
      <text>Agreed.</text>
      <duration name="patch-within" value="P14D"/>
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
