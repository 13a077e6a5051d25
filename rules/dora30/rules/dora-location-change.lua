-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

-- A change of place that is announced somewhere else in the contract.
local announced = "(notif|inform|notice).{0,120}(change|relocation|move).{0,40}(location|premises|places?\\b|sites?\\b|region|data cent)"
  .. "|(場所|所在地|拠点|リージョン|データセンター).{0,40}(変更|移転).{0,60}(通知|届|報告|連絡)"

return rule {
  id = "dora-location-change", grade = "major",
  title = { en = "A change of place is announced beforehand", ja = "提供場所・保存場所の変更が事前に通知される" },
  why = { en = "After the move there is nothing left to object to.", ja = "移転した後では、異議を述べることができません。" },
  controls = { "DORA Art. 30(2)(b)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    silent = { en = "The places are named, but a change need not be announced",
      ja = "場所は定められていますが、変更の事前通知が定められていません",
      advice = { en = "Add that a planned change of place is announced in advance.",
        ja = "場所を変更しようとするときは事前に通知する旨を追加してください。" } },
    absent = { en = "There is no such clause; rule dora-locations reports that",
      ja = "条項がありません（規則dora-locationsで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "data-location"
    if not clause then return not_applicable "absent" end
    local notice = clause:flag "change-notice"
    if notice then return pass { at = notice } end
    local other = s.contracts:every_clause():find(function(c) return c:says(announced) ~= nil end)
    if other then return pass { at = other:says(announced) } end
    return fail("silent", { at = clause })
  end,
  examples = {
    { name = "announced where the place is named", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Location of data">
    <text>The data is stored in data centres in Ireland. The Supplier notifies the Customer 60 days before any change of location.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの所在">
    <text>データは日本国内のデータセンターに保存する。乙は、保存場所を変更しようとするときは、60日前までに甲に通知する。</text>
  </clause>
</contract>
]] },
    { name = "announced among other changes", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Location of services and data">
    <text>The Services are provided from, and the data is stored and processed in, data centres in Ireland.</text>
  </clause>
  <clause number="2" heading="Notice of changes">
    <text>The Supplier shall inform the Customer of any change of sites and systems 30 days in advance.</text>
  </clause>
</contract>
]] },
    { name = "announced among other changes, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの所在">
    <text>本サービスのデータは、日本国内のデータセンターにおいて保存し、処理する。</text>
  </clause>
  <clause number="2" heading="変更の通知">
    <text>乙は、代表者、所在地又は拠点を変更するときは、30日前までに甲に通知する。</text>
  </clause>
</contract>
]] },
    { name = "other changes alone", expect = "fail:silent", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Location of services and data">
    <text>The Services are provided from, and the data is stored and processed in, data centres in Ireland.</text>
  </clause>
  <clause number="2" heading="Notice of changes">
    <text>The Supplier shall inform the Customer of any change in its management.</text>
  </clause>
</contract>
]] },
    { name = "silent in Japanese", expect = "fail:silent", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの所在">
    <text>本サービスのデータは、日本国内のデータセンターにおいて保存し、処理する。</text>
  </clause>
</contract>
]] },
    { name = "no place is named", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "a non-disclosure agreement", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Location of services and data">
    <text>The Services are provided from, and the data is stored and processed in, data centres in Ireland.</text>
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
