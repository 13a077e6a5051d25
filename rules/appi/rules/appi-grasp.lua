return rule {
  id = "appi-grasp", grade = "observation",
  title = { en = "The contract lets the entruster learn how personal data is handled",
    ja = "契約により、委託元が個人データの取扱状況を把握できる" },
  why = { en = "The guideline wants the contract to open a view of the handling: by reports or by audits.",
    ja = "ガイドラインは、報告や監査によって取扱状況を把握できることを契約に盛り込むよう求めています。" },
  controls = { "APPI Art. 25" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "The contract provides neither for reports on the handling nor for audits",
      ja = "取扱状況の報告も監査も、契約に定められていません",
      advice = { en = "Add regular reports on the handling of personal data, or the right to audit it.",
        ja = "個人データの取扱状況の定期的な報告、又は監査の権利を定めることをご検討ください。" } },
  },
  check = function(s)
    local clause = s.contracts:every_clause():find(function(c)
      return c:says "(取扱|取り扱い|管理|遵守|安全管理措置の実施)(の)?状況.{0,60}(報告|確認|調査|監査|検査)|report.{0,60}(handling|processing) of personal" ~= nil
    end) or s.contracts:clause "audit-right" or s.contracts:clause "security-report"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "reports on the handling", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>乙は、甲の求めに応じ、個人データの取扱状況を甲に報告する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "audits", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="audit-right">
      <text>甲は、乙の事業所において監査を行うことができる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "regular security reports", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="security-report">
      <text>The Supplier reports on security every month.</text>
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
