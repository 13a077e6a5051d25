return rule {
  id = "security-training", grade = "minor",
  title = { en = "Staff were trained within {within}", ja = "従業者教育が{within}以内に実施されている" },
  why = { en = "Rules that nobody was taught are not kept.", ja = "教えられていない規則は守られません。" },
  controls = { "ISO/IEC 27001:2022 A.6.3" },
  params = {
    within = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest time since it was last done", ja = "直近の実施からの最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() and s.assets:any() end,
  messages = {
    stale = { en = "Staff were last trained on {found}, longer ago than {within}",
      ja = "直近の教育は{found}であり、{within}を超えています",
      advice = { en = "Train all staff who handle the information, and keep a record of attendance.",
        ja = "情報を取り扱う全従業者への教育と、受講記録の提出が必要です。" } },
    never = { en = "Staff have not been trained",
      ja = "従業者教育が実施されていません",
      advice = { en = "Train all staff who handle the information, and keep a record of attendance.",
        ja = "情報を取り扱う全従業者への教育と、受講記録の提出が必要です。" } },
    unverified = { en = "The supplier says so; nothing supports it yet",
      ja = "委託先の自己申告のみで、裏付けとなる証跡がありません", grade = "observation",
      advice = { en = "A record of it is needed; else it is looked at in the next audit.",
        ja = "記録の提出が必要です。提出がない場合は次回の監査で確認します。" } },
    unanswered = { en = "The question is not answered; rule response-complete reports that",
      ja = "質問が未回答です（規則response-completeで指摘しています）" },
  },
  check = function(s, p)
    local answer = s:answer "security-training"
    if not answer then return not_applicable "unanswered" end
    if not answer.date then return fail("never", { at = answer }) end
    if answer.date + p.within < s.as_of then return fail("stale", { at = answer, found = answer.date }) end
    if not answer.evidence:any(function(e) return e.kind ~= "self-declared" end) then
      return fail("unverified", { at = answer })
    end
    return pass { at = answer }
  end,
  examples = {
    { name = "recent, with a record", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="security-training" date="2026-01-10">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "400 days ago", expect = "fail:stale", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="security-training" date="2025-02-25">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "not done", expect = "fail:never", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="security-training" flag="false"/>
  </response>
</dossier>
]] },
    { name = "on the supplier's word", expect = "fail:unverified", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="security-training" date="2026-01-10"/>
  </response>
</dossier>
]] },
    { name = "left out", expect = "not-applicable:unanswered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="remarks" words="none"/>
  </response>
</dossier>
]] },
  },
}
