return rule {
  id = "appi-contract", grade = "major",
  title = { en = "Personal data is entrusted under a contract that governs its handling",
    ja = "個人データの取扱いを定めた委託契約がある" },
  why = { en = "An entrustment contract is one of the three means by which the entruster has to supervise.",
    ja = "委託契約の締結は、委託元が講ずべき監督の措置の一つです。" },
  controls = { "APPI Art. 25" },
  needs = { "supplier" },
  applies = function(s) return s:handles "personal-data" end,
  messages = {
    none = { en = "Personal data is entrusted, and no contract is in force",
      ja = "個人データの取扱いを委託していますが、有効な契約がありません",
      advice = { en = "Conclude a contract before more data is handed over.",
        ja = "個人データを提供する前に、契約を締結してください。" } },
    silent = { en = "The contract says nothing about the handling of personal data",
      ja = "契約に個人データの取扱いに関する定めがありません",
      advice = { en = "Add clauses on the handling of personal data, or conclude a memorandum on it.",
        ja = "個人データの取扱いに関する条項を追加するか、覚書を締結してください。" } },
  },
  check = function(s)
    if s.contracts:in_force():none() then return fail("none", { at = s.supplier }) end
    local clause = s.contracts:clause "personal-data"
    if not clause then return fail "silent" end
    return pass { at = clause }
  end,
  examples = {
    { name = "handling is agreed", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>乙は、個人データを本業務の目的の範囲内で取り扱う。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no contract", expect = "fail:none", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "expired", expect = "fail:none", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2024-04-01" expires="2026-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:silent", as_of = "2026-12-01", document = [[
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
    { name = "no personal data", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
</dossier>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Personal data">
      <text>The Supplier processes personal data in accordance with the data protection laws and supervises the staff who do so.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="個人情報の取扱い">
      <text>乙は、個人情報の保護に関する法律を遵守し、個人情報を適切に取り扱う。</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
