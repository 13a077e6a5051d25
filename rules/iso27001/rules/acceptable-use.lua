return rule {
  id = "acceptable-use", grade = "observation",
  title = { en = "Rules for using the customer's information and systems are agreed",
    ja = "情報及びシステムの利用上の遵守事項が定められている" },
  why = { en = "Staff of the supplier follow the customer's rules only when they are told.",
    ja = "委託先の従業者は、示されていない規則には従えません。" },
  controls = { "ISO/IEC 27001:2022 A.5.10", "ISO/IEC 27001:2022 A.5.20" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.assets:any { class = "system-access" })
  end,
  messages = {
    missing = { en = "No clause sets rules for using the customer's information and systems",
      ja = "利用上の遵守事項を定める条項がありません",
      advice = { en = "Attach rules on devices, storage media, private services and remote work.",
        ja = "端末、記録媒体、私的なサービスの利用及び在宅勤務などに関する遵守事項を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "acceptable-use"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="system-access" name="system-access" access="admin"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="acceptable-use">
      <text>Staff follow the Customer's rules of use.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="system-access" name="system-access" access="admin"/>
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
  <clause number="1" heading="Acceptable use">
    <text>The Supplier follows the Customer's acceptable use policy when it works on the Customer's systems.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="利用上の遵守事項">
    <text>乙は、甲の情報システムの利用規程を遵守する。</text>
  </clause>
</contract>
]] },
  },
}
