-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-subcontracting", grade = "major",
  title = { en = "The contract says whether subcontracting is permitted, and on what conditions",
    ja = "再委託の可否と条件が契約に定められている" },
  why = { en = "A function that is handed on is still the financial entity's to answer for.",
    ja = "再委託された機能についても、金融機関は引き続き責任を負います。" },
  controls = { "DORA Art. 30(2)(a)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause says whether subcontracting is permitted",
      ja = "再委託の可否を定めた条項がありません",
      advice = { en = "State whether subcontracting of critical or important functions is permitted, and on what conditions.",
        ja = "重要又は不可欠な機能の再委託の可否と、認める場合の条件を定めてください。" } },
    unclear = { en = "The clause leaves open whether and how subcontracting is permitted",
      ja = "再委託の可否又は条件が示されていません",
      advice = { en = "State the conditions: consent, or notice with the right to object.",
        ja = "承諾、又は異議申立権を伴う通知などの条件を明記してください。" } },
    free = { en = "Subcontracting is permitted without any condition",
      ja = "再委託が無条件に認められています",
      advice = { en = "Make subcontracting subject to conditions, such as prior written consent.",
        ja = "事前の書面による承諾など、再委託の条件を定めてください。" } },
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
    <text>The Supplier shall not subcontract any part of the Services without the Customer's prior written consent.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託">
    <text>乙は、甲の事前の書面による承諾なく、本業務を第三者に再委託してはならない。</text>
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
    { name = "free in Japanese", expect = "fail:free", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託">
    <text>乙は、甲の承諾を要することなく、自己の裁量により本業務を再委託することができる。</text>
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
