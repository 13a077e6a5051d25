return rule {
  id = "indemnity", grade = "minor",
  title = { en = "The supplier holds the customer harmless against third parties",
    ja = "第三者からの請求に対する補償が定められている" },
  why = { en = "Those whose data leaked claim from the customer, not from the supplier.",
    ja = "漏えいの被害者は、委託先ではなく委託元に請求します。" },
  controls = { "ISO/IEC 27001:2022 A.5.20" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.tier == "critical" or s.tier == "important")
  end,
  messages = {
    missing = { en = "No clause holds the customer harmless against claims of third parties",
      ja = "第三者からの請求について委託元に補償する条項がありません",
      advice = { en = "Add that the supplier settles third-party claims arising from its breach at its own cost.",
        ja = "委託先の違反に起因する第三者からの請求を、委託先の費用と責任で解決する旨を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "indemnity"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="indemnity">
      <text>The Supplier holds the Customer harmless.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
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
  <clause number="1" heading="Indemnity">
    <text>The Supplier shall indemnify the Customer against claims of third parties that arise from a breach.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="補償">
    <text>乙の違反により第三者から甲に請求があったときは、乙は、自己の責任と費用で解決し、甲の損失を補償する。</text>
  </clause>
</contract>
]] },
  },
}
