return rule {
  id = "gdpr-assistance", grade = "major",
  title = { en = "The processor helps with impact assessments and with the supervisory authority",
    ja = "処理者が影響評価及び監督機関への対応に協力する" },
  why = { en = "An assessment of the processing needs what only the processor knows about it.",
    ja = "処理の実態を知る処理者の協力がなければ、影響評価を行えません。" },
  controls = { "GDPR Art. 28(3)(f)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "Nothing obliges the processor to help with impact assessments or with the supervisory authority",
      ja = "影響評価及び監督機関への対応に協力する義務が定められていません",
      advice = { en = "Oblige the processor to help with impact assessments and prior consultation.",
        ja = "データ保護影響評価及び事前協議に協力する義務を定めてください。" } },
    partial = { en = "Help with authorities is agreed, help with impact assessments is not",
      ja = "当局への対応の協力は定められていますが、影響評価への協力が定められていません", grade = "minor",
      advice = { en = "Add help with impact assessments.",
        ja = "データ保護影響評価への協力を追加してください。" } },
  },
  check = function(s)
    local clause = s.contracts:every_clause():find(function(c)
      return c:says "impact assessment|Art(icle|\\.)?s? 32 to 36|影響評価|第32条から第36条" ~= nil
    end)
    if clause then return pass { at = clause } end
    local authorities = s.contracts:clause "authority-cooperation"
    if authorities then return fail("partial", { at = authorities }) end
    return fail "missing"
  end,
  examples = {
    { name = "impact assessments", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="authority-cooperation">
      <text>The Supplier helps with impact assessments and with consulting the supervisory authority.</text>
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
    <clause number="1" type="personal-data">
      <text>乙は、甲によるデータ保護影響評価及び監督機関との事前協議に協力する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "by the articles of the law", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>The Supplier helps the Customer to meet Articles 32 to 36.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "authorities alone", expect = "fail:partial", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="authority-cooperation">
      <text>The Supplier cooperates with supervisory authorities.</text>
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
  <clause number="1" heading="Assistance">
    <text>The Supplier assists the Customer with data protection impact assessments and prior consultation.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="影響評価への協力">
    <text>乙は、甲が行うデータ保護影響評価に協力する。</text>
  </clause>
</contract>
]] },
  },
}
