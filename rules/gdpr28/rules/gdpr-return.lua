return rule {
  id = "gdpr-return", grade = "major",
  title = { en = "Personal data is deleted or returned at the end, as the controller chooses",
    ja = "終了時に、管理者の選択に従い個人データが消去又は返還される" },
  why = { en = "When the service ends, the ground for keeping the data ends.",
    ja = "サービスの終了により、データを保有する根拠も失われます。" },
  controls = { "GDPR Art. 28(3)(g)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause on deletion or return of personal data",
      ja = "個人データの消去又は返還の条項がありません",
      advice = { en = "Oblige the processor to delete or return all personal data at the end, as the controller chooses, with all copies.",
        ja = "終了時に、管理者の選択に従い、複製を含むすべての個人データを消去又は返還する義務を定めてください。" } },
    choice = { en = "Deletion or return is agreed, but the choice is not the controller's",
      ja = "消去又は返還は定められていますが、管理者が選択できることが示されていません", grade = "minor",
      advice = { en = "Add that the controller chooses between deletion and return.",
        ja = "消去と返還のいずれによるかを管理者が選択する旨を追加してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "return-destroy"
    if not clause then return fail "missing" end
    local words = clause:says "choice|choose|option|elect|discretion|instruct|direct(s|ed|ion)|request|demand|選択|指示|指定|求め|請求"
    if not words then return fail("choice", { at = clause }) end
    return pass { at = words }
  end,
  examples = {
    { name = "as the customer chooses", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="return-destroy">
      <text>At the end the Supplier deletes or returns all personal data at the choice of the Customer.</text>
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
    <clause number="1" type="return-destroy">
      <text>乙は、本契約の終了時に、甲の指示に従い個人データを返還又は消去する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "as the supplier likes", expect = "fail:choice", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="return-destroy">
      <text>At the end the Supplier deletes or returns all personal data.</text>
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
  <clause number="1" heading="Return">
    <text>Upon termination the Supplier returns or deletes all personal data, at the choice of the Customer.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="返還及び廃棄">
    <text>乙は、本契約が終了したときは、甲の選択に従い、個人データを返還又は消去する。</text>
  </clause>
</contract>
]] },
  },
}
