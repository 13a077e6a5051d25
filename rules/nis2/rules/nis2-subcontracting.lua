-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-subcontracting", grade = "major",
  title = { en = "The contract governs subcontracting", ja = "再委託について契約に定めがある" },
  why = { en = "An attacker takes the weakest link, however far down the chain.", ja = "攻撃者は、どれほど下層であっても最も弱い部分を狙います。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(g)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause governs subcontracting",
      ja = "再委託に関する条項がありません",
      advice = { en = "State whether subcontracting is allowed, and on what conditions.",
        ja = "再委託の可否と条件を定めてください。" } },
    unclear = { en = "The clause leaves open whether subcontracting is allowed",
      ja = "再委託の可否が示されていません", grade = "minor",
      advice = { en = "State whether consent or notice is needed, or that subcontracting is prohibited.",
        ja = "承諾若しくは通知の要否、又は禁止する旨を明記してください。" } },
    free = { en = "Subcontracting is allowed without any requirement",
      ja = "再委託が無条件に認められています",
      advice = { en = "Make subcontracting subject to consent or notice.",
        ja = "再委託には承諾又は通知を要する旨に改めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "subcontracting"
    if not clause then return fail "missing" end
    local consent = clause:choice "consent"
    if not consent then return fail("unclear", { at = clause }) end
    if consent:is "free" then return fail("free", { at = consent }) end
    return pass { at = consent }
  end,
  examples = {
    { name = "with consent", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Subcontracting">
    <text>The Supplier shall not subcontract the Services without the Customer's prior written consent.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託">
    <text>乙は、甲の事前の書面による承諾なく、本業務を再委託してはならない。</text>
  </clause>
</contract>
]] },
    { name = "free", expect = "fail:free", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Subcontracting">
    <text>The Supplier may subcontract the Services at its sole discretion.</text>
  </clause>
</contract>
]] },
    { name = "free, in Japanese", expect = "fail:free", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託">
    <text>乙は、甲の承諾なく本業務を再委託することができる。</text>
  </clause>
</contract>
]] },
    { name = "left open", expect = "fail:unclear", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="subcontracting">
    <text>The parties will discuss the use of others.</text>
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
