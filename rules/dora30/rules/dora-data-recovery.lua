-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "dora-data-recovery", grade = "major",
  title = { en = "Data can be accessed, recovered and returned when the provider fails or the contract ends",
    ja = "委託先の破綻時及び契約終了時に、データを取得し、回復し、返還を受けられる" },
  why = { en = "A provider that is wound up answers no letters: the right to the data has to be agreed before.",
    ja = "破綻した委託先とは交渉できません。データを取り戻す権利は事前に定めておく必要があります。" },
  controls = { "DORA Art. 30(2)(d)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "No clause gives access to the data and its return when the provider fails or the contract ends",
      ja = "委託先の破綻時又は契約終了時に、データを取得し返還を受ける旨の条項がありません",
      advice = { en = "Ensure access, recovery and return of all data on insolvency, resolution, discontinuation of business or termination.",
        ja = "支払不能、破綻処理、事業の廃止又は契約の終了の場合に、すべてのデータの取得、回復及び返還を受けられる旨を定めてください。" } },
    insolvency = { en = "Return of data is agreed, but not for the case that the provider becomes insolvent or closes its business",
      ja = "データの返還は定められていますが、委託先の支払不能や事業廃止の場合が含まれていません", grade = "minor",
      advice = { en = "Extend the clause to insolvency, resolution and discontinuation of business.",
        ja = "支払不能、破綻処理及び事業の廃止の場合を追加してください。" } },
    format = { en = "Nothing says in what form the data is returned",
      ja = "返還されるデータの形式が定められていません", grade = "minor",
      advice = { en = "Add that the data is returned in an easily accessible format.",
        ja = "容易に利用できる形式で返還する旨を追加してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "data-recovery"
    if not clause then return fail "missing" end
    local insolvency, format = clause:flag "insolvency", clause:flag "format"
    local found = {}
    if not insolvency then table.insert(found, fail("insolvency", { at = clause })) end
    if not format then table.insert(found, fail("format", { at = clause })) end
    if #found > 0 then return found end
    return pass { at = insolvency }
  end,
  examples = {
    { name = "in English", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Access to data and its return">
    <text>If the Supplier becomes insolvent or discontinues its business, and whenever this Agreement ends, the Supplier gives the Customer access to its data and returns it in an easily accessible format.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの回復及び返還">
    <text>乙が支払不能となり若しくは事業を廃止したとき、又は本契約が終了したときは、乙は、甲のデータを、甲が容易に利用できる形式で甲に返還する。</text>
  </clause>
</contract>
]] },
    { name = "on termination alone", expect = { "fail:insolvency", "fail:format" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Return of data">
    <text>The Supplier shall return all data of the Customer upon termination of this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "without a format", expect = "fail:format", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの返還">
    <text>乙が破産したとき、又は本契約が終了したときは、乙は、甲のデータを甲に返還する。</text>
  </clause>
</contract>
]] },
    { name = "termination, in a common format", expect = "fail:insolvency", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Return of data">
    <text>Upon termination of this Agreement the Supplier shall return all data in a commonly used, machine-readable format.</text>
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
