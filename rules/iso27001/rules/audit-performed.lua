return rule {
  id = "audit-performed", grade = "minor",
  title = { en = "Audits take place as often as the contract promises", ja = "契約で定めた頻度で監査が実施されている" },
  why = { en = "A promised audit that never takes place is the finding that certification auditors look for first.",
    ja = "契約に定めた監査が一度も行われていないことは、審査で最もよく指摘される不適合です。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.36" },
  params = {
    grace = duration { default = "P35D", min = "P1D", max = "P90D",
      doc = { en = "How late an audit may be before it is a finding", ja = "遅延を指摘とするまでの猶予" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    never = { en = "The contract promises audits {found}, and none has ever been performed",
      ja = "契約では{found}の監査が定められていますが、一度も実施されていません", grade = "major",
      advice = { en = "Plan the first audit now, and perform it within the quarter.",
        ja = "直ちに監査を計画し、四半期以内に実施してください。" } },
    overdue = { en = "The last audit was on {last}; the contract promises audits {found}",
      ja = "直近の監査は{last}です。契約では{found}の監査が定められています",
      advice = { en = "Perform the audit that is overdue.",
        ja = "期限を過ぎた監査を実施してください。" } },
    young = { en = "The contract is younger than the time between audits",
      ja = "契約の開始から監査の間隔が経過していません" },
    silent = { en = "The contract promises no frequency; rule audit-frequency judges that",
      ja = "監査の頻度が定められていません（規則audit-frequencyで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "audit-right"
    local frequency = clause and clause:interval "frequency"
    if not frequency then return not_applicable "silent" end
    local last = s.audits:where(function(a) return a.performed ~= nil and a.performed <= s.as_of end):latest "performed"
    if last then
      if last.performed + frequency.value + p.grace < s.as_of then
        return fail("overdue", { at = last, related = { frequency }, last = last.performed, found = frequency })
      end
      return pass { at = last }
    end
    local began = s.engaged or clause.contract.effective
    if began and began + frequency.value + p.grace >= s.as_of then return not_applicable "young" end
    return fail("never", { at = frequency, found = frequency })
  end,
  examples = {
    { name = "this year", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <interval name="frequency" value="P1Y"/>
    </clause>
  </contract>
  <audit id="x" method="remote" performed="2025-09-01"/>
</dossier>
]] },
    { name = "two years ago", expect = "fail:overdue", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <interval name="frequency" value="P1Y"/>
    </clause>
  </contract>
  <audit id="x" method="remote" performed="2024-02-01"/>
</dossier>
]] },
    { name = "planned, never done", expect = "fail:never", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2020-04-01">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <interval name="frequency" value="P1Y"/>
    </clause>
  </contract>
  <audit id="x" method="remote" planned="2026-06-01"/>
</dossier>
]] },
    { name = "new supplier", expect = "not-applicable:young", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2026-01-01">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <interval name="frequency" value="P1Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no frequency", expect = "not-applicable:silent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>The Customer may audit the Supplier.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
