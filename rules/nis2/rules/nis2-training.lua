-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-training", grade = "minor",
  title = { en = "The supplier's staff have the awareness, skills and training that the work needs",
    ja = "供給者の従業者に必要な意識、技能及び教育が求められている" },
  why = { en = "Attackers ask people before they try machines.", ja = "攻撃者は、機械よりも先に人を狙います。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(b)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause sets out requirements on awareness, skills or training of staff",
      ja = "従業者の意識、技能又は教育に関する要求事項を定めた条項がありません",
      advice = { en = "Agree on training and skills, and on certifications where they are appropriate.",
        ja = "教育及び技能と、必要に応じて資格を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "training"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "training", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Training">
    <text>The Supplier provides security training to all staff engaged in the Services once a year.</text>
  </clause>
</contract>
]] },
    { name = "training, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="教育">
    <text>乙は、本業務の従事者に対し、年1回、情報セキュリティ教育を実施する。</text>
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
    { name = "a supplier's contract is silent", expect = "fail:missing", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="準拠法">
      <text>本契約の準拠法は、日本法とする。</text>
    </clause>
  </contract>
</dossier>
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
