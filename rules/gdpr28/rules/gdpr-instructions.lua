return rule {
  id = "gdpr-instructions", grade = "major",
  title = { en = "Personal data is processed on documented instructions only",
    ja = "個人データは文書化された指示に基づいてのみ処理される" },
  why = { en = "A processor that decides for itself is a controller, with a controller's duties.",
    ja = "処理者が自ら目的や手段を決めると、管理者としての責任を負うことになります。" },
  controls = { "GDPR Art. 28(3)(a)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause binds the processor to the controller's instructions",
      ja = "管理者の指示に基づく処理を義務付ける条項がありません",
      advice = { en = "Bind the processor to documented instructions, transfers to third countries included.",
        ja = "第三国への移転を含め、文書化された指示に基づいてのみ処理する旨を定めてください。" } },
    undocumented = { en = "The clause does not say that instructions are documented",
      ja = "指示が文書によることが示されていません", grade = "minor",
      advice = { en = "Add that instructions are given or confirmed in writing.",
        ja = "指示は書面（電磁的方法を含む）で行うか、書面で確認する旨を追加してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "instructions"
    if not clause then return fail "missing" end
    local words = clause:says "document|writ|record|e-?mail|文書|書面|記録|電磁的|電子メール"
    if not words then return fail("undocumented", { at = clause }) end
    return pass { at = words }
  end,
  examples = {
    { name = "documented", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="instructions">
      <text>The Supplier processes personal data only on documented instructions of the Customer.</text>
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
    <clause number="1" type="instructions">
      <text>乙は、甲の書面による指示に基づいてのみ個人データを取り扱う。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "spoken", expect = "fail:undocumented", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="instructions">
      <text>The Supplier follows the Customer's instructions.</text>
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
  <clause number="1" heading="Instructions">
    <text>The Supplier processes personal data only on documented instructions from the Customer, including transfers to third countries, and informs the Customer when an instruction infringes the law.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="指示に基づく取扱い">
    <text>乙は、第三国への移転を含め、甲の文書化された指示に基づいてのみ個人データを取り扱う。</text>
  </clause>
</contract>
]] },
  },
}
