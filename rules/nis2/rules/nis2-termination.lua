-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-termination", grade = "major",
  title = { en = "At the end of the contract information is retrieved and disposed of", ja = "契約終了時に情報が返還され、廃棄される" },
  why = { en = "Information that stays behind stays at risk.", ja = "残された情報には、漏えいの危険が残ります。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(h)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause obliges the supplier to return or dispose of information",
      ja = "情報の返還又は廃棄を義務付ける条項がありません",
      advice = { en = "Agree on the supplier's duty to return and dispose of information at the end of the contract.",
        ja = "契約終了時に情報を返還し、廃棄する義務を定めてください。" } },
    ending = { en = "Return or disposal is agreed, but not for the end of the contract",
      ja = "情報の返還又は廃棄は定められていますが、契約終了時の義務とされていません", grade = "minor",
      advice = { en = "Add that it applies when the contract ends.",
        ja = "契約終了時に適用される旨を追加してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "return-destroy"
    if not clause then return fail "missing" end
    local on_end = clause:flag "on-end"
    if not on_end then return fail("ending", { at = clause }) end
    return pass { at = on_end }
  end,
  examples = {
    { name = "in English", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Return of information">
    <text>Upon termination of this Agreement the Supplier returns all information and destroys its copies.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="返還及び廃棄">
    <text>乙は、本契約が終了したときは、甲の情報を返還又は廃棄する。</text>
  </clause>
</contract>
]] },
    { name = "on request alone", expect = "fail:ending", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Return of information">
    <text>On the Customer's request the Supplier shall return all documents and data.</text>
  </clause>
</contract>
]] },
    { name = "on request alone, in Japanese", expect = "fail:ending", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="返還">
    <text>乙は、甲の求めに応じ、甲の資料を返還する。</text>
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
