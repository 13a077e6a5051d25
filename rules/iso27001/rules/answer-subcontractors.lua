return rule {
  id = "answer-subcontractors", grade = "major",
  title = { en = "The supplier's answer on subcontractors agrees with the register",
    ja = "再委託の有無について、回答と登録が一致している" },
  why = { en = "Subcontracting that is not declared is the way in which information gets lost two tiers down.",
    ja = "申告されない再委託は、二次・三次の委託先での漏えいにつながります。" },
  controls = { "ISO/IEC 27001:2022 A.5.21", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() end,
  messages = {
    hidden = { en = "The supplier answers that it uses no subcontractors, but {name} is on record",
      ja = "再委託はないと回答していますが、「{name}」が登録されています",
      advice = { en = "Correct the answer, and state who handles the information.",
        ja = "回答の訂正と、情報を取り扱う事業者の確認が必要です。" } },
    unnamed = { en = "The supplier answers that it uses subcontractors, and none is on record",
      ja = "再委託があると回答していますが、再委託先が登録されていません",
      advice = { en = "Names, countries and tasks are needed, to be recorded with the consent given.",
        ja = "名称、所在国及び業務内容の提出と、承諾とあわせた登録が必要です。" } },
    prohibited = { en = "The supplier uses subcontractors, the contract prohibits them",
      ja = "再委託があると回答していますが、契約では禁止されています",
      advice = { en = "Take the work back, or agree on an amendment of the contract.",
        ja = "再委託の中止、又は契約の変更が必要です。" } },
    unanswered = { en = "The question is not answered; rule response-complete reports that",
      ja = "質問が未回答です（規則response-completeで指摘しています）" },
  },
  check = function(s)
    local answer = s:answer "uses-subcontractors"
    if not answer or answer.flag == nil then return not_applicable "unanswered" end
    local first = s.subcontractors[1]
    if not answer.flag then
      if first then return fail("hidden", { at = answer, related = { first }, name = first.name }) end
      return pass { at = answer }
    end
    if not first then return fail("unnamed", { at = answer }) end
    local clause = s.contracts:clause "subcontracting"
    local consent = clause and clause:choice "consent"
    if consent and consent:is "prohibited" then return fail("prohibited", { at = answer, related = { consent } }) end
    return pass { at = answer }
  end,
  examples = {
    { name = "none, and none on record", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="uses-subcontractors" flag="false"/>
  </response>
</dossier>
]] },
    { name = "none, says the supplier", expect = "fail:hidden", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="uses-subcontractors" flag="false"/>
  </response>
</dossier>
]] },
    { name = "some, but which", expect = "fail:unnamed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="uses-subcontractors" flag="true"/>
  </response>
</dossier>
]] },
    { name = "some, where none is allowed", expect = "fail:prohibited", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>None.</text>
      <choice name="consent" value="prohibited"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="uses-subcontractors" flag="true"/>
  </response>
</dossier>
]] },
    { name = "left out", expect = "not-applicable:unanswered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "some, on record, with consent", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、甲の事前の書面による承諾なく再委託してはならない。</text>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="uses-subcontractors" flag="true"/>
  </response>
</dossier>
]] },
  },
}
