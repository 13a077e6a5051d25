return rule {
  id = "audit-plan", grade = "observation",
  title = { en = "The next audit is planned", ja = "次回の監査が計画されている" },
  why = { en = "Dates that are fixed at the beginning of the year are kept.",
    ja = "年度初めに日程を確定すれば、監査は実施されます。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    within = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "How far ahead the next audit has to be planned", ja = "次回監査を計画すべき期間" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.tier == "critical" or s.tier == "important" end,
  messages = {
    none = { en = "No audit is planned within {within}",
      ja = "{within}以内の監査計画がありません",
      advice = { en = "Fix a date at the beginning of the year.",
        ja = "年度初めに監査日程を確定してください。" } },
    missed = { en = "The audit planned for {planned} has not been performed",
      ja = "{planned}に計画された監査が実施されていません", grade = "minor",
      advice = { en = "Perform it, or plan a new date and record the reason.",
        ja = "実施するか、理由を記録して新しい日程を確定してください。" } },
  },
  check = function(s, p)
    local open = s.audits:where(function(a) return a.planned ~= nil and a.performed == nil end)
    local missed = open:where(function(a) return a.planned < s.as_of end):latest "planned"
    if missed then return fail("missed", { at = missed, planned = missed.planned }) end
    local following = open:earliest "planned"
    if following and following.planned <= s.as_of + p.within then return pass { at = following } end
    return fail("none", { at = s.supplier })
  end,
  examples = {
    { name = "in June", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="remote" planned="2026-06-10"/>
</dossier>
]] },
    { name = "nothing planned", expect = "fail:none", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "the date has passed", expect = "fail:missed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="remote" planned="2025-11-10"/>
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
