return rule {
  id = "gdpr-audit", grade = "major",
  title = { en = "The processor gives information and allows audits, inspections included",
    ja = "処理者が情報を提供し、査察を含む監査に応じる" },
  why = { en = "The controller has to be able to show that the processor keeps its duties.",
    ja = "処理者が義務を果たしていることを、管理者が示せなければなりません。" },
  controls = { "GDPR Art. 28(3)(h)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause lets the controller audit the processor",
      ja = "管理者の監査権を定める条項がありません",
      advice = { en = "Oblige the processor to give the information needed, and to allow audits and inspections.",
        ja = "必要な情報の提供と、監査・査察を受け入れる義務を定めてください。" } },
    inspections = { en = "Audits are agreed, but inspections on the premises are ruled out",
      ja = "監査は認められていますが、立入りによる査察が除外されています",
      advice = { en = "Allow inspections, at least where papers do not suffice.",
        ja = "少なくとも書面では足りない場合に、立入りによる査察を認める旨を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "audit-right"
    if not clause then return fail "missing" end
    local visits = clause:flag "on-site"
    if visits and visits.value == false then return fail("inspections", { at = visits }) end
    return pass { at = clause }
  end,
  examples = {
    { name = "audits and inspections", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="audit-right">
      <text>The Supplier gives all information needed and allows audits and inspections.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "papers alone", expect = "fail:inspections", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="audit-right">
      <text>The Customer may audit documents.</text>
      <flag name="on-site" value="false"/>
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
  <clause number="1" heading="Audit">
    <text>The Customer may audit the Supplier at its premises once a year.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="監査">
    <text>甲は、年1回、乙の事業所に立ち入り、監査を実施することができる。</text>
  </clause>
</contract>
]] },
  },
}
