return rule {
  id = "response-complete", grade = "minor",
  title = { en = "Every required question is answered", ja = "必須の質問にすべて回答している" },
  why = { en = "The question that is left out is often the one that matters.",
    ja = "回答のない質問にこそ、問題が隠れていることがあります。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    questions = list { default = {
      "security-policy", "security-officer", "confidentiality-pledges", "security-training", "leaver-accounts",
      "access-review", "logging", "backup", "restore-test", "password-policy",
      "multi-factor", "malware-protection", "patching", "physical-security", "removable-media",
      "encryption", "incident-procedure", "uses-subcontractors", "on-site-audit",
    },
      doc = { en = "Required questions where no questionnaire is at hand", ja = "質問票がない場合に必須とする質問" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() end,
  messages = {
    unanswered = { en = "Required question {question} is not answered",
      ja = "必須の質問「{question}」に回答がありません",
      advice = { en = "The answer is needed.",
        ja = "回答が必要です。" } },
    mistyped = { en = "The answer to {question} is not of the kind asked for ({kind})",
      ja = "質問「{question}」への回答が、求められた形式（{kind}）ではありません",
      advice = { en = "A plain answer of that kind is needed.",
        ja = "指定の形式での回答が必要です。" } },
    excused = { en = "Question {question} is answered \"not applicable\" without a reason",
      ja = "質問「{question}」が、理由のないまま「該当なし」と回答されています",
      advice = { en = "The reason why it does not apply is needed.",
        ja = "該当しない理由の説明が必要です。" } },
  },
  check = function(s, p)
    local found = {}
    if s.questionnaires:any() then
      for questionnaire in s.questionnaires:each() do
        for question in questionnaire.questions:each() do
          if question.required then
            local answer = s:answer(question.id)
            if not answer then
              table.insert(found, fail("unanswered", { at = question, question = question.id }))
            elseif answer.choice == "not-applicable" then
              if not answer.words then
                table.insert(found, fail("excused", { at = answer, question = question.id }))
              end
            elseif question.answer and answer[question.answer] == nil then
              table.insert(found, fail("mistyped", { at = answer, question = question.id, kind = question.answer }))
            end
          end
        end
      end
    else
      local last = s.responses:latest "date"
      for _, id in ipairs(p.questions) do
        if not s:answer(id) then table.insert(found, fail("unanswered", { at = last, question = id })) end
      end
    end
    if #found == 0 then return pass { at = s.responses:latest "date" } end
    return found
  end,
  examples = {
    { name = "all answered", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="security-policy" flag="true"/>
    <answer question="security-officer" flag="true"/>
    <answer question="confidentiality-pledges" flag="true"/>
    <answer question="security-training" flag="true"/>
    <answer question="leaver-accounts" flag="true"/>
    <answer question="access-review" flag="true"/>
    <answer question="logging" flag="true"/>
    <answer question="backup" flag="true"/>
    <answer question="restore-test" flag="true"/>
    <answer question="password-policy" flag="true"/>
    <answer question="multi-factor" flag="true"/>
    <answer question="malware-protection" flag="true"/>
    <answer question="patching" flag="true"/>
    <answer question="physical-security" flag="true"/>
    <answer question="removable-media" flag="true"/>
    <answer question="encryption" flag="true"/>
    <answer question="incident-procedure" flag="true"/>
    <answer question="uses-subcontractors" flag="true"/>
    <answer question="on-site-audit" flag="true"/>
  </response>
</dossier>
]] },
    { name = "one left out", expect = "fail:unanswered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="security-officer" flag="true"/>
    <answer question="confidentiality-pledges" flag="true"/>
    <answer question="security-training" flag="true"/>
    <answer question="leaver-accounts" flag="true"/>
    <answer question="access-review" flag="true"/>
    <answer question="logging" flag="true"/>
    <answer question="backup" flag="true"/>
    <answer question="restore-test" flag="true"/>
    <answer question="password-policy" flag="true"/>
    <answer question="multi-factor" flag="true"/>
    <answer question="malware-protection" flag="true"/>
    <answer question="patching" flag="true"/>
    <answer question="physical-security" flag="true"/>
    <answer question="removable-media" flag="true"/>
    <answer question="encryption" flag="true"/>
    <answer question="incident-procedure" flag="true"/>
    <answer question="uses-subcontractors" flag="true"/>
    <answer question="on-site-audit" flag="true"/>
  </response>
</dossier>
]] },
    { name = "questionnaire at hand", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <questionnaire id="q">
    <question id="logging" answer="flag" required="true"/>
    <question id="remarks" answer="words"/>
  </questionnaire>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "left out of the questionnaire", expect = "fail:unanswered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <questionnaire id="q">
    <question id="logging" answer="flag" required="true"/>
  </questionnaire>
  <response id="r" date="2026-01-15">
    <answer question="backup" flag="true"/>
  </response>
</dossier>
]] },
    { name = "words where a date was asked for", expect = "fail:mistyped", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <questionnaire id="q">
    <question id="restore-test" answer="date" required="true"/>
  </questionnaire>
  <response id="r" date="2026-01-15">
    <answer question="restore-test" words="last year"/>
  </response>
</dossier>
]] },
    { name = "does not apply, and says why", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <questionnaire id="q">
    <question id="secure-development" answer="flag" required="true"/>
  </questionnaire>
  <response id="r" date="2026-01-15">
    <answer question="secure-development" choice="not-applicable" words="We develop no software"/>
  </response>
</dossier>
]] },
    { name = "does not apply, says nothing more", expect = "fail:excused", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <questionnaire id="q">
    <question id="secure-development" answer="flag" required="true"/>
  </questionnaire>
  <response id="r" date="2026-01-15">
    <answer question="secure-development" choice="not-applicable"/>
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
