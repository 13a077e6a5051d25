return rule {
  id = "gdpr-confidentiality", grade = "major",
  title = { en = "The persons who process personal data are bound to confidentiality",
    ja = "個人データを処理する者に秘密保持義務が課されている" },
  why = { en = "The duty has to reach the persons who see the data, not the company alone.",
    ja = "会社だけでなく、データに触れる個人にも義務を及ぼす必要があります。" },
  controls = { "GDPR Art. 28(3)(b)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause on confidentiality",
      ja = "秘密保持の条項がありません",
      advice = { en = "Add a duty of confidentiality that covers everybody authorised to process the data.",
        ja = "処理を認められたすべての者に及ぶ秘密保持義務を定めてください。" } },
    persons = { en = "Confidentiality is agreed, but nothing binds the persons who process the data",
      ja = "秘密保持は定められていますが、処理に従事する者への義務付けが示されていません", grade = "minor",
      advice = { en = "Add that the processor has its staff committed to confidentiality.",
        ja = "処理に従事する者に秘密保持を誓約させる旨を追加してください。" } },
  },
  check = function(s)
    if not s.contracts:clause "confidentiality" then return fail "missing" end
    local clauses = s.contracts:clauses "confidentiality"
    local persons = clauses:find(function(c)
      return c:says "personnel|employee|staff|worker|persons? (who|author)|従業者|従業員|役職員|役員|使用人|従事する者|従事者|担当者" ~= nil
    end)
    if not persons then return fail("persons", { at = clauses[1] }) end
    return pass { at = persons }
  end,
  examples = {
    { name = "staff is bound", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="confidentiality">
      <text>The Supplier keeps the information secret and commits its employees to confidentiality.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "in Japanese", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="confidentiality">
      <text>乙は、秘密情報を保持し、業務に従事する者に秘密保持を誓約させる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the company alone", expect = "fail:persons", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="confidentiality">
      <text>The Supplier keeps the information secret.</text>
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
  <clause number="1" heading="Confidentiality">
    <text>The Supplier keeps personal data strictly confidential and ensures that all staff who process it have committed themselves to confidentiality.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="秘密保持">
    <text>乙は、個人データを秘密として保持し、これを取り扱う従業者に秘密保持義務を課す。</text>
  </clause>
</contract>
]] },
  },
}
