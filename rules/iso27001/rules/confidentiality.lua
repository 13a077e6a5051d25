return rule {
  id = "confidentiality", grade = "major",
  title = { en = "The supplier is bound to confidentiality", ja = "秘密保持義務が定められている" },
  why = { en = "Without this duty a leak is not even a breach of contract.",
    ja = "秘密保持義務がなければ、漏えいがあっても契約違反を問えません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.6.6" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No contract in force binds the supplier to confidentiality",
      ja = "有効な契約に秘密保持の条項がありません",
      advice = { en = "Conclude a non-disclosure agreement or add a confidentiality clause that covers all information disclosed.",
        ja = "秘密保持契約を締結するか、開示するすべての情報を対象とする秘密保持条項を追加してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "confidentiality"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Each party keeps the other's information secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
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
  <clause number="1" heading="Confidentiality">
    <text>The Supplier shall keep the Customer's information strictly confidential. The duty survives termination for five (5) years.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="秘密保持">
    <text>乙は、業務上知り得た甲の秘密を第三者に漏らしてはならない。この義務は、本契約の終了後5年間存続する。</text>
  </clause>
</contract>
]] },
  },
}
