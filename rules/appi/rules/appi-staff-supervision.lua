return rule {
  id = "appi-staff-supervision", grade = "observation",
  title = { en = "The supplier supervises or trains the staff who handle personal data",
    ja = "個人データを取り扱う従業者の監督又は教育が定められている" },
  why = { en = "The supplier has to supervise its own staff by law; the contract makes it possible to ask for proof.",
    ja = "従業者の監督は委託先自身の法的義務であり、契約に定めることで実施状況を確認できるようになります。" },
  controls = { "APPI Art. 25", "APPI Art. 24" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "Nothing in the contract speaks of supervising or training the staff",
      ja = "従業者の監督又は教育に関する定めがありません",
      advice = { en = "Add that the supplier supervises and trains the staff who handle personal data.",
        ja = "個人データを取り扱う従業者に対する監督及び教育を定めることをご検討ください。" } },
  },
  check = function(s)
    local clause = s.contracts:every_clause():find(function(c)
      return c:says "(従業者|従業員|役職員|担当者|従事する者).{0,60}(監督|教育|研修)|(supervis|train).{0,60}(personnel|employee|staff)|(personnel|employee|staff).{0,60}(supervis|train)" ~= nil
    end) or s.contracts:clause "training"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "supervision", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>乙は、個人データを取り扱う従業者に対し、必要かつ適切な監督を行う。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "training", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="training">
      <text>The Supplier trains everybody once a year.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a non-disclosure agreement alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="confidentiality">
    <text>Information is kept secret.</text>
  </clause>
</contract>
]] },
    { name = "an amendment of something else", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" kind="amendment" title="First amendment" status="executed" effective="2025-04-01">
  <clause number="1" type="governing-law">
    <text>The law of the Customer's seat governs.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Training">
    <text>The Supplier provides security training to its staff every year.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="教育">
    <text>乙は、従業者に対し、年1回、情報セキュリティ教育を実施する。</text>
  </clause>
</contract>
]] },
  },
}
