-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-authorities", grade = "major",
  title = { en = "The supplier cooperates with the authorities that supervise the financial entity",
    ja = "委託先が、金融機関を監督する当局及び破綻処理当局に協力する" },
  why = { en = "Supervision does not end where a function is bought in.", ja = "機能を外部に委託しても、監督当局の監督は及びます。" },
  controls = { "DORA Art. 30(2)(g)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause obliges the supplier to cooperate with the authorities",
      ja = "当局への協力を義務付ける条項がありません",
      advice = { en = "Agree on the supplier's duty to cooperate fully with competent and resolution authorities and those whom they appoint.",
        ja = "監督当局及び破綻処理当局並びにその指名する者に全面的に協力する義務を定めてください。" } },
    resolution = { en = "Cooperation with supervisors is agreed, resolution authorities are not named",
      ja = "監督当局への協力は定められていますが、破綻処理当局が含まれていません", grade = "minor",
      advice = { en = "Name resolution authorities, too.",
        ja = "破綻処理当局を追加してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "authority-cooperation"
    if not clause then return fail "missing" end
    local resolution = clause:flag "resolution"
    if not resolution then return fail("resolution", { at = clause }) end
    return pass { at = resolution }
  end,
  examples = {
    { name = "both", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Cooperation with authorities">
    <text>The Supplier cooperates fully with the competent authorities and the resolution authorities of the Customer and with persons appointed by them.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="当局への協力">
    <text>乙は、甲の監督当局及び破綻処理当局の検査及び調査に全面的に協力する。</text>
  </clause>
</contract>
]] },
    { name = "supervisors alone", expect = "fail:resolution", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Cooperation with authorities">
    <text>The Supplier cooperates with the supervisory authorities of the Customer.</text>
  </clause>
</contract>
]] },
    { name = "supervisors alone, in Japanese", expect = "fail:resolution", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="当局への協力">
    <text>乙は、監督当局の検査に協力する。</text>
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
