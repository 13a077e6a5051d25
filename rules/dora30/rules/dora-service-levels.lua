-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-service-levels", grade = "major",
  title = { en = "Service levels are described", ja = "サービスレベルが定められている" },
  why = { en = "Without agreed levels nobody can say whether the service is good enough.",
    ja = "サービスレベルの合意がなければ、サービスが十分かどうかを判断できません。" },
  controls = { "DORA Art. 30(2)(e)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause describes the service levels",
      ja = "サービスレベルを定めた条項がありません",
      advice = { en = "Describe the service levels, and how they are updated and revised.",
        ja = "サービスレベルと、その更新及び改定の方法を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "service-level"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "in English", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Service levels">
    <text>The monthly availability of the Services is at least 99.9%.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="サービスレベル">
    <text>乙は、別紙に定めるサービスレベルを遵守する。</text>
  </clause>
</contract>
]] },
    { name = "an agreement on service levels alone", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="sla" title="Service level agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Service levels">
    <text>The monthly availability of the Services is at least 99.9%.</text>
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
