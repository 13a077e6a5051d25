return rule {
  id = "destruction-certificate", grade = "minor",
  title = { en = "Destruction is certified in writing", ja = "廃棄を証明する書面が提出される" },
  why = { en = "Deletion cannot be seen from outside; the certificate makes someone answer for it.",
    ja = "消去は外から確認できないため、証明書によって責任を明らかにします。" },
  controls = { "ISO/IEC 27001:2022 A.8.10", "ISO/IEC 27001:2022 A.5.20" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    none = { en = "No certificate of destruction is required",
      ja = "廃棄証明書の提出が定められていません",
      advice = { en = "Agree on a certificate with date, method and person in charge.",
        ja = "廃棄の日時、方法及び責任者を記した証明書の提出を定めてください。" } },
    absent = { en = "There is no such clause; rule return-destroy reports that",
      ja = "条項がありません（規則return-destroyで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "return-destroy"
    if not clause then return not_applicable "absent" end
    local certificate = clause:flag "certificate"
    if not certificate or not certificate.value then return fail("none", { at = certificate or clause }) end
    return pass { at = certificate }
  end,
  examples = {
    { name = "certified", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="return-destroy">
      <text>Destroyed.</text>
      <flag name="certificate" value="true"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "on trust", expect = "fail:none", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="return-destroy">
      <text>The Supplier destroys all information within 30 days.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no such clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "service levels alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="sla" title="Service level agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="service-level">
    <text>Availability is 99.9 %.</text>
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
