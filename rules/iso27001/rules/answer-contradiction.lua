return rule {
  id = "answer-contradiction", grade = "minor",
  title = { en = "Answers do not contradict each other or themselves", ja = "回答が互いに、また回答自身の説明と矛盾していない" },
  why = { en = "Of two answers that exclude each other, one is wrong, and nobody knows which.",
    ja = "両立しない回答があるとき、どちらかは誤りであり、どちらが正しいかは分かりません。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    within = duration { default = "P90D", min = "P1D", max = "P1Y",
      doc = { en = "Responses this close in time must agree", ja = "この期間内の回答書は互いに一致していること" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() end,
  messages = {
    differs = { en = "Question {question} is answered yes in one response and no in another, of {first} and {second}",
      ja = "質問「{question}」への回答が、{first}と{second}の回答書で「はい」と「いいえ」に分かれています",
      advice = { en = "It must be clear which of the two holds, and since when.",
        ja = "どちらが正しいか、いつからかを明らかにする必要があります。" } },
    words = { en = "Question {question} is answered yes, but its words say: {said}",
      ja = "質問「{question}」に「はい」と回答していますが、補足に「{said}」とあります", grade = "observation",
      advice = { en = "A plain answer on what is in place today is needed.",
        ja = "現時点で実施済みかどうかの明確な回答が必要です。" } },
  },
  check = function(s, p)
    local not_yet = "未実施|未対応|未導入|未整備|検討中|準備中|(実施|対応|導入)予定|していません|していない|できていない"
      .. "|not yet|not (fully )?implemented|under consideration|in progress|is planned|are planned|will be implemented"
    local found, seen = {}, {}
    for response in s.responses:each() do
      for answer in response.answers:each() do
        if answer.flag and answer.words and match(answer.words, not_yet) then
          table.insert(found, fail("words", { at = answer, question = answer.question, said = answer.words }))
        end
        local other = seen[answer.question]
        if other and answer.flag ~= nil and other.answer.flag ~= answer.flag
          and response.date <= other.date + p.within and other.date <= response.date + p.within then
          table.insert(found, fail("differs", { at = answer, related = { other.answer }, question = answer.question,
            first = other.date, second = response.date }))
        end
        if answer.flag ~= nil then seen[answer.question] = { answer = answer, date = response.date } end
      end
    end
    if #found == 0 then return pass { at = s.responses:latest "date" } end
    return found
  end,
  examples = {
    { name = "one answer to each question", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true" words="Kept for a year"/>
    <answer question="backup" flag="false" words="not yet in place"/>
  </response>
</dossier>
]] },
    { name = "yes and no in one month", expect = "fail:differs", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r1" date="2026-01-15">
    <answer question="logging" flag="true"/>
  </response>
  <response id="r2" date="2026-02-10">
    <answer question="logging" flag="false"/>
  </response>
</dossier>
]] },
    { name = "put in place since last year", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r1" date="2025-01-15">
    <answer question="logging" flag="false"/>
  </response>
  <response id="r2" date="2026-02-10">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "yes, and not yet", expect = "fail:words", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="encryption" flag="true" words="4月に導入予定です"/>
  </response>
</dossier>
]] },
    { name = "nothing that it concerns", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
</dossier>
]] },
  },
}
