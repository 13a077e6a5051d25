return rule {
  id = "continuity-exercise", grade = "minor",
  title = { en = "The continuity plan was exercised within {within}",
    ja = "事業継続計画の訓練が{within}以内に実施されている" },
  why = { en = "A plan that was never tried fails at its first line.", ja = "訓練していない計画は、実際には機能しません。" },
  controls = { "ISO/IEC 27001:2022 A.5.29", "ISO/IEC 27001:2022 A.5.30" },
  params = {
    within = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest time since it was last done", ja = "直近の実施からの最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() and s.tier == "critical" end,
  messages = {
    stale = { en = "The continuity plan was last exercised on {found}, longer ago than {within}",
      ja = "直近の訓練は{found}であり、{within}を超えています",
      advice = { en = "Hold an exercise and keep its record.",
        ja = "訓練の実施と記録の提出が必要です。" } },
    never = { en = "The continuity plan has not been exercised",
      ja = "事業継続計画の訓練が実施されていません",
      advice = { en = "Hold an exercise and keep its record.",
        ja = "訓練の実施と記録の提出が必要です。" } },
    unverified = { en = "The supplier says so; nothing supports it yet",
      ja = "委託先の自己申告のみで、裏付けとなる証跡がありません", grade = "observation",
      advice = { en = "A record of it is needed; else it is looked at in the next audit.",
        ja = "記録の提出が必要です。提出がない場合は次回の監査で確認します。" } },
    unanswered = { en = "The question is not answered; rule response-complete reports that",
      ja = "質問が未回答です（規則response-completeで指摘しています）" },
  },
  check = function(s, p)
    local answer = s:answer "continuity-exercise"
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
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="continuity-exercise" date="2026-01-10">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "400 days ago", expect = "fail:stale", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="continuity-exercise" date="2025-02-25">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "not done", expect = "fail:never", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="continuity-exercise" flag="false"/>
  </response>
</dossier>
]] },
    { name = "on the supplier's word", expect = "fail:unverified", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="continuity-exercise" date="2026-01-10"/>
  </response>
</dossier>
]] },
    { name = "left out", expect = "not-applicable:unanswered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="remarks" words="none"/>
  </response>
</dossier>
]] },
  },
}
