return rule {
  id = "subcontracting-consent", grade = "major",
  title = { en = "Subcontracting needs the customer's prior written consent",
    ja = "再委託には事前の書面による承諾を要する" },
  why = { en = "Whoever may pass work on freely decides alone who gets the information.",
    ja = "自由な再委託を認めると、誰が情報を扱うかを委託元が把握できません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.21" },
  params = {
    written = flag { default = true,
      doc = { en = "Consent has to be in writing", ja = "承諾は書面によることを要する" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause limits subcontracting",
      ja = "再委託を制限する条項がありません",
      advice = { en = "Agree on prior written consent for every subcontractor.",
        ja = "再委託には、事前の書面による承諾を要する旨を定めてください。" } },
    free = { en = "The supplier may subcontract freely",
      ja = "再委託が自由に認められています",
      advice = { en = "Agree on prior written consent instead.",
        ja = "事前の書面による承諾を要する旨に改めてください。" } },
    notice = { en = "The supplier may subcontract by mere notice",
      ja = "再委託が通知のみで認められています",
      advice = { en = "Agree on prior written consent, or at least the right to object with a period.",
        ja = "事前の書面による承諾を要する旨に改めるか、少なくとも期間を定めた異議申立権を設けてください。" } },
    unwritten = { en = "Prior consent is required, but not in writing",
      ja = "再委託の事前承諾が書面によるものとされていません", grade = "minor",
      advice = { en = "Add that consent is given in writing.",
        ja = "承諾を書面（電磁的方法を含む）によるものと定めてください。" } },
    unclear = { en = "The clause on subcontracting does not say which consent is needed",
      ja = "再委託の条項に、承諾の要否が示されていません",
      advice = { en = "State that prior written consent is required.",
        ja = "事前の書面による承諾を要する旨を明記してください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "subcontracting"
    if not clause then return fail "missing" end
    local consent = clause:choice "consent"
    if not consent then return fail("unclear", { at = clause }) end
    if consent:is "free" then return fail("free", { at = consent }) end
    if consent:is "notice" then return fail("notice", { at = consent }) end
    if consent:is "prior" and p.written then return fail("unwritten", { at = consent }) end
    return pass { at = consent }
  end,
  examples = {
    { name = "prior written consent", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier does not subcontract without the Customer's prior written consent.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "prohibited", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>No subcontracting.</text>
      <choice name="consent" value="prohibited"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "free", expect = "fail:free", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier may use others.</text>
      <choice name="consent" value="free"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "by notice", expect = "fail:notice", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier may use others.</text>
      <choice name="consent" value="notice"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "spoken consent", expect = "fail:unwritten", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>Subject to approval.</text>
      <choice name="consent" value="prior"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing about consent", expect = "fail:unclear", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>The parties will discuss the use of others.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
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
  <clause number="1" type="audit-right">
    <text>As agreed.</text>
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
