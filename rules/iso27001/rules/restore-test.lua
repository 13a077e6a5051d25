return rule {
  id = "restore-test", grade = "minor",
  title = { en = "Restoring from backup was tested within {within}",
    ja = "バックアップの復元テストが{within}以内に実施されている" },
  why = { en = "A backup that was never restored is a hope.", ja = "復元を試していないバックアップは、使える保証がありません。" },
  controls = { "ISO/IEC 27001:2022 A.8.13", "ISO/IEC 27001:2022 A.5.30" },
  params = {
    within = duration { default = "P365D", min = "P1M", max = "P3Y",
      doc = { en = "The longest time since it was last done", ja = "直近の実施からの最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s)
    return s.responses:any()
      and s.assets:any(function(a) return a.access ~= "read" end)
  end,
  messages = {
    stale = { en = "Restoring was last tested on {found}, longer ago than {within}",
      ja = "直近の復元テストは{found}であり、{within}を超えています",
      advice = { en = "Hold a restore test and keep its record.",
        ja = "復元テストの実施と記録の提出が必要です。" } },
    never = { en = "Restoring from backup has not been tested",
      ja = "復元テストが実施されていません",
      advice = { en = "Hold a restore test and keep its record.",
        ja = "復元テストの実施と記録の提出が必要です。" } },
    unverified = { en = "The supplier says so; nothing supports it yet",
      ja = "委託先の自己申告のみで、裏付けとなる証跡がありません", grade = "observation",
      advice = { en = "A record of it is needed; else it is looked at in the next audit.",
        ja = "記録の提出が必要です。提出がない場合は次回の監査で確認します。" } },
    unanswered = { en = "The question is not answered; rule response-complete reports that",
      ja = "質問が未回答です（規則response-completeで指摘しています）" },
  },
  check = function(s, p)
    local answer = s:answer "restore-test"
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
    <answer question="restore-test" date="2026-01-10">
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
    <answer question="restore-test" date="2025-02-25">
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
    <answer question="restore-test" flag="false"/>
  </response>
</dossier>
]] },
    { name = "on the supplier's word", expect = "fail:unverified", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="restore-test" date="2026-01-10"/>
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
