return rule {
  id = "personal-data-clause", grade = "major",
  title = { en = "Handling of personal data is agreed when the supplier handles it",
    ja = "個人情報を扱う場合にその取扱いが定められている" },
  why = { en = "Data protection law makes the customer answer for the supplier's handling.",
    ja = "個人情報保護法により、委託元は委託先を監督する責任を負います。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.34", "ISO/IEC 27001:2022 A.5.31" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause governs the handling of personal data",
      ja = "個人情報の取扱いを定める条項がありません",
      advice = { en = "Agree on purpose, safeguards, supervision of staff, reporting and return of personal data.",
        ja = "利用目的、安全管理、従業者の監督、報告、返還・消去を含む個人情報の取扱いを定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "personal-data"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="personal-data">
      <text>The Supplier handles personal data as the law requires.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
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
  <clause number="1" heading="Personal data">
    <text>The Supplier processes personal data in accordance with the data protection laws and supervises the staff who do so.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="個人情報の取扱い">
    <text>乙は、個人情報の保護に関する法律を遵守し、個人情報を適切に取り扱う。</text>
  </clause>
</contract>
]] },
  },
}
