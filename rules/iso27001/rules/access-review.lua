return rule {
  id = "access-review", grade = "minor",
  title = { en = "Access rights were reviewed within {within}", ja = "アクセス権が{within}以内に見直されている" },
  why = { en = "Rights are granted in a minute and stay for years.", ja = "付与した権限は、見直さなければ残り続けます。" },
  controls = { "ISO/IEC 27001:2022 A.5.18", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    within = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest time since it was last done", ja = "直近の実施からの最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() and s.assets:any() end,
  messages = {
    stale = { en = "Access rights were last reviewed on {found}, longer ago than {within}",
      ja = "アクセス権の直近の見直しは{found}であり、{within}を超えています",
      advice = { en = "Review all accounts that reach the information.",
        ja = "情報にアクセスできるすべてのアカウントの棚卸しが必要です。" } },
    never = { en = "Access rights have not been reviewed",
      ja = "アクセス権の見直しが実施されていません",
      advice = { en = "Review all accounts that reach the information.",
        ja = "情報にアクセスできるすべてのアカウントの棚卸しが必要です。" } },
    unverified = { en = "The supplier says so; nothing supports it yet",
      ja = "委託先の自己申告のみで、裏付けとなる証跡がありません", grade = "observation",
      advice = { en = "A record of it is needed; else it is looked at in the next audit.",
        ja = "記録の提出が必要です。提出がない場合は次回の監査で確認します。" } },
    unanswered = { en = "The question is not answered; rule response-complete reports that",
      ja = "質問が未回答です（規則response-completeで指摘しています）" },
  },
  check = function(s, p)
    local answer = s:answer "access-review"
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
    <answer question="access-review" date="2026-01-10">
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
    <answer question="access-review" date="2025-02-25">
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
    <answer question="access-review" flag="false"/>
  </response>
</dossier>
]] },
    { name = "on the supplier's word", expect = "fail:unverified", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="access-review" date="2026-01-10"/>
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
