-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-flow-down", grade = "major",
  title = { en = "Subcontractors meet the same security requirements", ja = "再委託先に同等のセキュリティ要求事項が課される" },
  why = { en = "A requirement that ends at the first tier protects the first tier alone.",
    ja = "一次の供給者だけを拘束する要求事項では、その先を守れません。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(g)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause passes the security requirements on to subcontractors",
      ja = "セキュリティ要求事項を再委託先に課す条項がありません",
      advice = { en = "Agree on the supplier's duty to bind subcontractors to the same requirements.",
        ja = "再委託先に同等の要求事項を課す義務を定めてください。" } },
    prohibited = { en = "Subcontracting is prohibited",
      ja = "再委託が禁止されています" },
  },
  check = function(s)
    local clause = s.contracts:clause "flow-down"
    if clause then return pass { at = clause } end
    local subcontracting = s.contracts:clause "subcontracting"
    local consent = subcontracting and subcontracting:choice "consent"
    if consent and consent:is "prohibited" then return not_applicable "prohibited" end
    return fail "missing"
  end,
  examples = {
    { name = "the same obligations", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Subcontractors">
    <text>The Supplier imposes on its subcontractors the same security obligations as those of this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託先への義務">
    <text>乙は、再委託先に対し、本契約に定める義務と同等の義務を課す。</text>
  </clause>
</contract>
]] },
    { name = "consent alone", expect = "fail:missing", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="subcontracting">
    <text>The Supplier shall not engage others for the Services without the Customer's prior written consent.</text>
  </clause>
</contract>
]] },
    { name = "the contract is silent", expect = "fail:missing", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "prohibited", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Subcontracting">
    <text>The Supplier shall not subcontract any part of the Services. Subcontracting is prohibited.</text>
  </clause>
</contract>
]] },
    { name = "prohibited, in Japanese", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託の禁止">
    <text>乙は、本業務を第三者に再委託してはならない。</text>
  </clause>
</contract>
]] },
    { name = "a non-disclosure agreement", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "an amendment of something else", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" kind="amendment" title="First amendment" status="executed" effective="2025-04-01">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
  },
}
