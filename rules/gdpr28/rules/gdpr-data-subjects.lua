return rule {
  id = "gdpr-data-subjects", grade = "major",
  title = { en = "The processor helps to answer the requests of data subjects",
    ja = "処理者がデータ主体からの請求への対応に協力する" },
  why = { en = "The controller has to answer within a time limit, and often only the processor can find the data.",
    ja = "管理者には回答期限があり、処理者の協力がなければデータを特定できないことがあります。" },
  controls = { "GDPR Art. 28(3)(e)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause obliges the processor to help with requests of data subjects",
      ja = "データ主体からの請求への協力を定める条項がありません",
      advice = { en = "Oblige the processor to pass on requests, and to help with access, correction and erasure.",
        ja = "請求の転送と、開示・訂正・消去等への対応に協力する義務を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "data-subject-requests"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="data-subject-requests">
      <text>The Supplier helps the Customer to answer requests of data subjects.</text>
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
  <clause number="1" heading="Requests of data subjects">
    <text>The Supplier forwards the requests of data subjects to the Customer and assists in answering them.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="本人からの請求">
    <text>乙は、本人から個人データの開示の請求を受けたときは、甲に引き継ぎ、その対応に協力する。</text>
  </clause>
</contract>
]] },
  },
}
