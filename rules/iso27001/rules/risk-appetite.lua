return rule {
  id = "risk-appetite", grade = "major",
  title = { en = "A risk of {score} or more is met by an on-site or remote audit within {within}",
    ja = "リスク値{score}以上の委託先は、{within}以内に実地監査又は遠隔監査を受けている" },
  why = { en = "Great risks are not looked at through paper.", ja = "重大なリスクは、書面だけでは確認できません。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    score = integer { default = 15, min = 1, max = 25,
      doc = { en = "Impact times likelihood from which more than paper is needed",
        ja = "書面監査では足りないとするリスク値" } },
    within = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest time since that audit", ja = "監査からの最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s, p) return s.risk >= p.score end,
  messages = {
    unaudited = { en = "The risk is {risk} ({impact} × {likelihood}), and no on-site or remote audit took place within {within}",
      ja = "リスク値は{risk}（影響度{impact}×発生可能性{likelihood}）ですが、{within}以内に実地監査又は遠隔監査が行われていません",
      advice = { en = "Audit the supplier on site or remotely, or lower the risk and record how.",
        ja = "実地監査又は遠隔監査を行うか、リスクを低減してその内容を記録してください。" } },
  },
  check = function(s, p)
    local worst = s.risks:find(function(r) return r.impact * r.likelihood == s.risk end)
    local audit = s.audits:where(function(a) return a.method ~= "paper" end):latest "performed"
    if audit and audit.performed <= s.as_of and audit.performed + p.within >= s.as_of then return pass { at = audit } end
    return fail("unaudited", { at = worst, risk = s.risk, impact = worst.impact, likelihood = worst.likelihood })
  end,
  examples = {
    { name = "audited on site", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <risk scenario="leak" impact="5" likelihood="4" assessed="2025-10-01"/>
  </supplier>
  <audit id="x" method="on-site" performed="2025-09-01"/>
</dossier>
]] },
    { name = "paper alone", expect = "fail:unaudited", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <risk scenario="leak" impact="5" likelihood="4" assessed="2025-10-01"/>
  </supplier>
  <audit id="x" method="paper" performed="2025-09-01"/>
</dossier>
]] },
    { name = "small risk", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <risk scenario="leak" impact="2" likelihood="2" assessed="2025-10-01"/>
  </supplier>
</dossier>
]] },
  },
}
