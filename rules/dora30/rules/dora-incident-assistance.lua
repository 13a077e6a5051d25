-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-incident-assistance", grade = "major",
  title = { en = "Help in an incident is free of charge or at a price set beforehand",
    ja = "事故発生時の支援が、無償又は事前に定めた費用で提供される" },
  why = { en = "In an incident there is no time to haggle.", ja = "事故が発生してから費用を交渉する時間はありません。" },
  controls = { "DORA Art. 30(2)(f)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause obliges the supplier to help in an incident",
      ja = "事故発生時の支援を義務付ける条項がありません",
      advice = { en = "Agree on the supplier's duty to help in incidents that concern the service, free of charge or at a price set beforehand.",
        ja = "サービスに関わる事故の際に、無償又は事前に定めた費用で支援する義務を定めてください。" } },
    cost = { en = "Help in an incident is agreed, but not at what cost",
      ja = "事故発生時の支援は定められていますが、費用が定められていません", grade = "minor",
      advice = { en = "Add that help is free of charge, or set its price beforehand.",
        ja = "支援を無償とするか、費用を事前に定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "incident-assistance"
    if not clause then return fail "missing" end
    local cost = clause:choice "cost"
    if not cost then return fail("cost", { at = clause }) end
    return pass { at = cost }
  end,
  examples = {
    { name = "free of charge", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Assistance in incidents">
    <text>When an ICT-related incident concerns the Services, the Supplier assists the Customer at no additional cost.</text>
  </clause>
</contract>
]] },
    { name = "at a price set beforehand", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Incident support">
    <text>The Supplier shall assist the Customer in handling security incidents at the hourly rates set out in Schedule 4.</text>
  </clause>
</contract>
]] },
    { name = "free of charge, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="インシデント発生時の支援">
    <text>本サービスに関わるインシデントが発生したときは、乙は、無償で甲の対応を支援する。</text>
  </clause>
</contract>
]] },
    { name = "at a price set beforehand, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="障害発生時の支援">
    <text>障害が発生したときは、乙は、別紙3にあらかじめ定める費用により、甲の復旧作業を支援する。</text>
  </clause>
</contract>
]] },
    { name = "at an unknown price", expect = "fail:cost", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Incident support">
    <text>The Supplier shall assist the Customer in handling security incidents.</text>
  </clause>
</contract>
]] },
    { name = "at an unknown price, in Japanese", expect = "fail:cost", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="インシデント発生時の支援">
    <text>インシデントが発生したときは、乙は甲の対応を支援する。</text>
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
