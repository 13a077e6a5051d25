-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-training", grade = "minor",
  title = { en = "The supplier takes part in security awareness and resilience training",
    ja = "委託先がセキュリティ意識向上及びデジタルレジリエンスの訓練に参加する" },
  why = { en = "People who run a function must know its dangers as well as those who own it.",
    ja = "機能を担う者は、その危険を機能の持ち主と同じように知る必要があります。" },
  controls = { "DORA Art. 30(2)(i)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause provides for training",
      ja = "教育・訓練に関する条項がありません",
      advice = { en = "Agree on the conditions under which the supplier's staff take part in awareness programmes and resilience training.",
        ja = "委託先の要員が意識向上プログラム及びレジリエンス訓練に参加する条件を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "training"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "in English", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Training">
    <text>The Supplier ensures that its staff attend the security awareness programmes and the digital operational resilience training of the Customer.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="教育">
    <text>乙は、甲の実施するセキュリティ教育及び訓練に、本業務の従事者を参加させ、教育を受けさせる。</text>
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
    { name = "a contract in Japanese is silent", expect = "fail:missing", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="準拠法">
    <text>本契約の準拠法は、日本法とする。</text>
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
    { name = "a carrier", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="logistics"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Governing law">
      <text>The law of the Customer's seat governs this Agreement.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
