return rule {
  id = "gdpr-security", grade = "major",
  title = { en = "The processor takes the security measures that the risk asks for",
    ja = "処理者がリスクに応じた安全管理措置を講ずる" },
  why = { en = "Controller and processor both answer for security that fits the risk.",
    ja = "管理者も処理者も、リスクに見合った安全性を確保する責任を負います。" },
  controls = { "GDPR Art. 28(3)(c)", "GDPR Art. 32(1)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause obliges the processor to take security measures",
      ja = "処理者に安全管理措置を義務付ける条項がありません",
      advice = { en = "Agree on technical and organisational measures, for example in an annex.",
        ja = "技術的・組織的な安全管理措置を、別紙などで定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "security-measures"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "measures are agreed", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="security-measures">
      <text>The Supplier takes the technical and organisational measures of Annex 2.</text>
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
  <clause number="1" heading="Security measures">
    <text>The Supplier implements and maintains the technical and organisational security measures in Schedule 5.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="安全管理措置">
    <text>乙は、別紙に定める安全管理措置を講ずる。</text>
  </clause>
</contract>
]] },
  },
}
