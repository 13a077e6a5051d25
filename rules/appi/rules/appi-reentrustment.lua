return rule {
  id = "appi-reentrustment", grade = "observation",
  title = { en = "Re-entrustment is reported beforehand or needs consent",
    ja = "再委託について事前の報告又は承諾が定められている" },
  why = { en = "The guideline recommends that the entruster hears of re-entrustment beforehand, or approves it.",
    ja = "ガイドラインは、再委託について委託元が事前に報告を受け、又は承認することを望ましいとしています。" },
  controls = { "APPI Art. 25" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause governs re-entrustment",
      ja = "再委託に関する条項がありません",
      advice = { en = "Agree on a report beforehand or consent, with the name, the work and the way of handling.",
        ja = "再委託の相手方、業務内容及び取扱方法について、事前の報告又は承諾を要する旨を定めることをご検討ください。" } },
    free = { en = "The supplier may re-entrust without asking or telling",
      ja = "承諾も報告もなく再委託できる定めになっています",
      advice = { en = "Agree on a report beforehand or consent.",
        ja = "事前の報告又は承諾を要する旨に改めることをご検討ください。" } },
    after = { en = "Re-entrustment is reported, but not said to be reported beforehand",
      ja = "再委託の報告が事前に行われることが示されていません",
      advice = { en = "Add that the report comes before the re-entrustment.",
        ja = "再委託に先立って報告する旨を追加することをご検討ください。" } },
    unclear = { en = "The clause says neither whether re-entrustment is reported nor whether it needs consent",
      ja = "再委託について、報告又は承諾の要否が示されていません",
      advice = { en = "State which of the two applies.",
        ja = "事前の報告と承諾のいずれを要するかを明記することをご検討ください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "subcontracting"
    if not clause then return fail "missing" end
    local consent = clause:choice "consent"
    if not consent then return fail("unclear", { at = clause }) end
    if consent:is "free" then return fail("free", { at = consent }) end
    if consent:is "notice" and not clause:says "事前|あらかじめ|予め|先立|in advance|beforehand|prior|before|ahead" then
      return fail("after", { at = consent })
    end
    return pass { at = consent }
  end,
  examples = {
    { name = "prior written consent", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、甲の事前の書面による承諾なく再委託してはならない。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "report beforehand", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、再委託をするときは、あらかじめ甲に通知する。</text>
      <choice name="consent" value="notice"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "report afterwards", expect = "fail:after", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、再委託をしたときは、甲に通知する。</text>
      <choice name="consent" value="notice"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "free", expect = "fail:free", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、再委託をすることができる。</text>
      <choice name="consent" value="free"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing about consent", expect = "fail:unclear", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>The parties will discuss the use of others.</text>
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
  <clause number="1" heading="Subcontracting">
    <text>The Supplier shall not subcontract the Services without the Customer's prior written consent.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託">
    <text>乙は、甲の事前の書面による承諾なく、本業務を再委託してはならない。</text>
  </clause>
</contract>
]] },
  },
}
