return rule {
  id = "risk-assessment", grade = "minor",
  title = { en = "The supplier's risk has been assessed within {within}",
    ja = "委託先のリスクが{within}以内に評価されている" },
  why = { en = "Suppliers change; last year's judgement is about last year's supplier.",
    ja = "委託先の状況は変わるため、評価は定期的に見直す必要があります。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    within = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest time between assessments", ja = "評価と評価の間の最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.assets:any() end,
  messages = {
    missing = { en = "No risk assessment is on record",
      ja = "リスク評価の記録がありません", grade = "major",
      advice = { en = "Assess impact and likelihood for this supplier.",
        ja = "影響度と発生可能性を評価してください。" } },
    undated = { en = "The risk assessment has no date",
      ja = "リスク評価の実施日が登録されていません",
      advice = { en = "Record the day of the assessment.",
        ja = "評価日を登録してください。" } },
    stale = { en = "The last risk assessment is of {found}, older than {within}",
      ja = "直近のリスク評価は{found}であり、{within}を超えています",
      advice = { en = "Assess the supplier again.",
        ja = "リスクを再評価してください。" } },
  },
  check = function(s, p)
    if s.risks:none() then return fail("missing", { at = s.supplier }) end
    local last = s.risks:latest "assessed"
    if not last then return fail("undated", { at = s.risks[1] }) end
    if last.assessed + p.within < s.as_of then return fail("stale", { at = last, found = last.assessed }) end
    return pass { at = last }
  end,
  examples = {
    { name = "this year", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <risk scenario="leak" impact="4" likelihood="2" assessed="2025-10-01"/>
  </supplier>
</dossier>
]] },
    { name = "two years ago", expect = "fail:stale", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <risk scenario="leak" impact="4" likelihood="2" assessed="2024-03-01"/>
  </supplier>
</dossier>
]] },
    { name = "no date", expect = "fail:undated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <risk scenario="leak" impact="4" likelihood="2"/>
  </supplier>
</dossier>
]] },
    { name = "never", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
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
