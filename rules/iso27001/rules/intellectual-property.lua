return rule {
  id = "intellectual-property", grade = "minor",
  title = { en = "Rights in what is made are settled", ja = "成果物の知的財産権の帰属が定められている" },
  why = { en = "Source code and drawings whose owner is unclear cannot be protected.",
    ja = "帰属が不明確な成果物は、保護することも返還を求めることもできません。" },
  controls = { "ISO/IEC 27001:2022 A.5.32", "ISO/IEC 27001:2022 A.5.20" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.category == "development" or s:handles "design-data")
  end,
  messages = {
    missing = { en = "No clause settles rights in the results",
      ja = "知的財産権の帰属を定める条項がありません",
      advice = { en = "Settle who owns results, drawings and source code, and what the supplier may reuse.",
        ja = "成果物、図面及びソースコードの権利の帰属と、再利用の可否を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "intellectual-property"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="intellectual-property">
      <text>Rights in the results belong to the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
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
  <clause number="1" heading="Intellectual property">
    <text>All intellectual property rights in the deliverables belong to the Customer.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="知的財産権">
    <text>成果物に係る著作権その他の知的財産権は、甲に帰属する。</text>
  </clause>
</contract>
]] },
  },
}
