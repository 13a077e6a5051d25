-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-background", grade = "minor",
  title = { en = "The background of the supplier's staff is verified", ja = "供給者の従業者の経歴が確認される" },
  why = { en = "Those who hold the keys should be who they say they are.",
    ja = "重要な権限を持つ者が、申告どおりの者であることを確かめる必要があります。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(c)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause asks for a check of the background of staff",
      ja = "従業者の経歴の確認を求める条項がありません",
      advice = { en = "Agree on which staff are checked and how, within the law that protects them.",
        ja = "法令の範囲内で、確認の対象者と方法を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "background-check"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "checks", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Personnel">
    <text>The Supplier carries out background checks on personnel with access to the Customer's systems, as far as the law permits.</text>
  </clause>
</contract>
]] },
    { name = "screening", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Personnel screening">
    <text>The Supplier shall screen all employees before they are assigned to the Services.</text>
  </clause>
</contract>
]] },
    { name = "checks, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="従業者の経歴確認">
    <text>乙は、法令の範囲内で、本業務の従事者の経歴を確認し、その記録を保管する。</text>
  </clause>
</contract>
]] },
    { name = "identity, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="人的管理">
    <text>乙は、甲の情報システムにアクセスする従業者について、採用時に身元を確認する。</text>
  </clause>
</contract>
]] },
    { name = "a history of the company", expect = "fail:missing", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Background">
    <text>The background of this Agreement is described in the recitals.</text>
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
