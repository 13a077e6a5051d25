return rule {
  id = "purpose-limitation", grade = "major",
  title = { en = "Information is used for the agreed purpose only", ja = "情報の目的外利用が禁止されている" },
  why = { en = "Information that may be used for anything is out of control even when it never leaks.",
    ja = "目的外の利用が許されると、漏えいがなくても情報を管理できているとはいえません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.10" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause forbids use of the information for other purposes",
      ja = "目的外利用を禁止する条項がありません",
      advice = { en = "State that information is used only to perform the services.",
        ja = "開示された情報を業務の遂行以外の目的に利用しない旨を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "purpose-limitation"
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
    <clause number="1" type="purpose-limitation">
      <text>Information is used only to perform the services.</text>
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
  <clause number="1" heading="Use">
    <text>The Supplier shall use the information solely for the Services and for no other purpose.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="目的外利用の禁止">
    <text>乙は、情報を本業務以外の目的に利用してはならない。</text>
  </clause>
</contract>
]] },
  },
}
