return rule {
  id = "gdpr-subprocessors", grade = "major",
  title = { en = "Other processors are engaged only with the controller's written authorisation",
    ja = "再処理者の利用には管理者の書面による許可を要する" },
  why = { en = "The controller decides who sees the data: case by case, or in general with the chance to object to a change.",
    ja = "誰がデータを扱うかは管理者が決めます。個別の許可、又は変更への異議を認める一般的な許可が必要です。" },
  controls = { "GDPR Art. 28(2)", "GDPR Art. 28(3)(d)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause governs the engagement of other processors",
      ja = "再処理者の利用に関する条項がありません",
      advice = { en = "Agree on prior written authorisation, specific, or general with notice of changes and a right to object.",
        ja = "事前の書面による個別の許可、又は変更の通知と異議申立権を伴う一般的な許可を要する旨を定めてください。" } },
    free = { en = "The processor may engage others freely",
      ja = "再処理者の利用が自由に認められています",
      advice = { en = "Agree on prior written authorisation.",
        ja = "事前の書面による許可を要する旨に改めてください。" } },
    objection = { en = "Changes of other processors are made known, but the controller cannot object",
      ja = "再処理者の変更は通知されますが、管理者が異議を述べる機会がありません",
      advice = { en = "Have changes announced in advance, and add the right to object.",
        ja = "変更を事前に通知させ、異議を述べる権利を定めてください。" } },
    unwritten = { en = "Prior authorisation is required, but not in writing",
      ja = "事前の許可が書面によるものとされていません", grade = "minor",
      advice = { en = "Add that the authorisation is given in writing, electronic form included.",
        ja = "許可を書面（電磁的方法を含む）によるものと定めてください。" } },
    unclear = { en = "The clause does not say which authorisation is needed",
      ja = "再処理者の利用に、どのような許可を要するかが示されていません",
      advice = { en = "State that prior written authorisation is required.",
        ja = "事前の書面による許可を要する旨を明記してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "subcontracting"
    if not clause then return fail "missing" end
    local consent = clause:choice "consent"
    if not consent then return fail("unclear", { at = clause }) end
    if consent:is "free" then return fail("free", { at = consent }) end
    if consent:is "notice" and not clause:says "object|oppos|異議|異論|拒否|反対" then
      return fail("objection", { at = consent })
    end
    if consent:is "prior" then return fail("unwritten", { at = consent }) end
    return pass { at = consent }
  end,
  examples = {
    { name = "specific, in writing", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier does not engage other processors without the Customer's prior written consent.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "general, with objection", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier announces changes 30 days ahead. The Customer may object.</text>
      <choice name="consent" value="notice"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "prohibited", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>No other processors.</text>
      <choice name="consent" value="prohibited"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "by mere notice", expect = "fail:objection", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier announces changes.</text>
      <choice name="consent" value="notice"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "free", expect = "fail:free", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier may use others.</text>
      <choice name="consent" value="free"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "spoken consent", expect = "fail:unwritten", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>Subject to approval.</text>
      <choice name="consent" value="prior"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing about consent", expect = "fail:unclear", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
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
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
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
