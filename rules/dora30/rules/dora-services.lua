-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-services", grade = "major",
  title = { en = "The contract describes all services and functions", ja = "契約に、提供されるすべての機能及びサービスが記載されている" },
  why = { en = "What is not described can be neither measured nor supervised.", ja = "記載のないサービスは、測定も監督もできません。" },
  controls = { "DORA Art. 30(2)(a)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause describes the services",
      ja = "提供されるサービスを記載した条項がありません",
      advice = { en = "Describe all services and functions clearly and completely.",
        ja = "提供されるすべての機能及びサービスを、明確かつ漏れなく記載してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "service-scope"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "in English", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Services">
    <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="業務内容">
    <text>甲は、次の業務を乙に委託し、乙はこれを受託する。</text>
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
