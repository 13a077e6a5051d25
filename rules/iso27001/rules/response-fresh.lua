return rule {
  id = "response-fresh", grade = "minor",
  title = { en = "The response is not older than {within}", ja = "回答が{within}以内のものである" },
  why = { en = "Answers age: people leave, systems change, certificates expire.",
    ja = "人の異動やシステムの変更により、回答は古くなります。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    within = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest time between responses", ja = "回答と回答の間の最長の期間" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() end,
  messages = {
    stale = { en = "The latest response is of {found}, older than {within}",
      ja = "直近の回答は{found}であり、{within}を超えています",
      advice = { en = "Newer answers to the questionnaire are needed.",
        ja = "質問票への回答の更新が必要です。" } },
    future = { en = "The response is dated {found}, after the day of this check",
      ja = "回答日（{found}）が判定日より後になっています",
      advice = { en = "Check the date of the response.",
        ja = "回答日を確認してください。" } },
    old = { en = "The answer to {question} is of {found}, older than {within}",
      ja = "質問「{question}」への回答は{found}のもので、{within}を超えています",
      advice = { en = "A new answer to this question is needed.",
        ja = "この質問について、現時点での回答が必要です。" } },
  },
  check = function(s, p)
    local last = s.responses:latest "date"
    if last.date > s.as_of then return fail("future", { at = last, found = last.date }) end
    if last.date + p.within < s.as_of then return fail("stale", { at = last, found = last.date }) end
    local found = {}
    for answer in last.answers:each() do
      if answer.answered and answer.answered + p.within < s.as_of then
        table.insert(found, fail("old", { at = answer, question = answer.question, found = answer.answered }))
      end
    end
    if #found == 0 then return pass { at = last } end
    return found
  end,
  examples = {
    { name = "of this year", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "two years old", expect = "fail:stale", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2024-03-01">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "an answer carried over from years ago", expect = "fail:old", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true" answered="2024-02-03"/>
    <answer question="backup" flag="true" answered="2026-01-10"/>
  </response>
</dossier>
]] },
    { name = "dated tomorrow", expect = "fail:future", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-04-02">
    <answer question="logging" flag="true"/>
  </response>
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
