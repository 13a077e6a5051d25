-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-termination", grade = "major",
  title = { en = "Termination rights and their minimum notice are agreed", ja = "解除権と最低限の予告期間が定められている" },
  why = { en = "Leaving takes time, and so does finding another provider: both have to be known in advance.",
    ja = "終了と移行には時間を要します。予告期間は事前に定めておく必要があります。" },
  controls = { "DORA Art. 30(2)(h)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause governs termination",
      ja = "解除に関する条項がありません",
      advice = { en = "Agree on rights of termination and on minimum periods of notice.",
        ja = "解除権と最低限の予告期間を定めてください。" } },
    vague = { en = "The notice of termination is worded without a number",
      ja = "解除の予告期間が数値で示されていません", grade = "minor",
      advice = { en = "Replace the wording by a number.",
        ja = "具体的な期間に改めてください。" } },
    unstated = { en = "Termination is agreed, but no period of notice",
      ja = "解除は定められていますが、予告期間が定められていません", grade = "minor",
      advice = { en = "Add a minimum period of notice.",
        ja = "最低限の予告期間を追加してください。" } },
    open = { en = "The period of notice is left blank",
      ja = "解除の予告期間が空欄です", grade = "minor",
      advice = { en = "Fill in the period.",
        ja = "期間を記入してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "termination"
    if not clause then return fail "missing" end
    local notice = clause:duration "notice"
    if notice then return pass { at = notice } end
    local wording = clause:wording "notice"
    if wording == "blank" then return fail("open", { at = clause:passage "notice" }) end
    if clause:says "reasonable (prior )?(written )?notice|相当(の|な)?期間.{0,12}(予告|通知)" then
      return fail("vague", { at = clause })
    end
    return fail("unstated", { at = clause })
  end,
  examples = {
    { name = "ninety days", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Customer may terminate this Agreement at any time on ninety (90) days' written notice.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="解除">
    <text>甲は、3か月前までに書面で通知することにより、本契約を解除することができる。</text>
  </clause>
</contract>
]] },
    { name = "reasonable notice", expect = "fail:vague", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>Either party may terminate this Agreement on reasonable notice.</text>
  </clause>
</contract>
]] },
    { name = "no period", expect = "fail:unstated", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Customer may terminate this Agreement if the Supplier breaches it.</text>
  </clause>
</contract>
]] },
    { name = "no period, in Japanese", expect = "fail:unstated", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="解除">
    <text>甲は、乙が本契約に違反したときは、本契約を解除することができる。</text>
  </clause>
</contract>
]] },
    { name = "left blank", expect = "fail:open", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="解除">
    <text>甲は、◯か月前までに書面で予告することにより、本契約を解除することができる。</text>
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
