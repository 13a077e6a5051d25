return rule {
  id = "appi-return", grade = "observation",
  title = { en = "Personal data is returned or erased when the entrustment ends",
    ja = "委託の終了時に個人データが返還又は消去される" },
  why = { en = "Data that is no longer needed should not stay with the supplier.",
    ja = "利用する必要がなくなった個人データを、委託先に残すべきではありません。" },
  controls = { "APPI Art. 25", "APPI Art. 23" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause on return or erasure",
      ja = "返還又は消去の条項がありません",
      advice = { en = "Add return or erasure at the end of the entrustment, with confirmation.",
        ja = "委託の終了時の返還又は消去と、その確認方法を定めることをご検討ください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "return-destroy"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "return or erasure", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="return-destroy">
      <text>乙は、本契約の終了時に、個人データを返還し又は消去する。</text>
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
  <clause number="1" heading="Return">
    <text>Upon termination the Supplier shall return or destroy all data within fourteen (14) days and certify the destruction.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="返還及び廃棄">
    <text>乙は、本契約が終了したときは、14日以内に資料を返還又は廃棄し、廃棄証明書を甲に提出する。</text>
  </clause>
</contract>
]] },
  },
}
