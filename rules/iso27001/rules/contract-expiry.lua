return rule {
  id = "contract-expiry", grade = "observation",
  title = { en = "The end of the contract is in view {first} days ahead",
    ja = "契約満了の{first}日前から更新が検討されている" },
  why = { en = "Talks about a new contract take longer than the last month of the old one.",
    ja = "契約更新の協議には、残り1か月では足りません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    first = integer { default = 90, min = 1, max = 366,
      doc = { en = "Days ahead of the first notice", ja = "最初に知らせる日数" } },
    second = integer { default = 60, min = 1, max = 366,
      doc = { en = "Days ahead of the second notice", ja = "2回目に知らせる日数" } },
    last = integer { default = 30, min = 1, max = 366,
      doc = { en = "Days ahead of the last notice", ja = "最後に知らせる日数" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    early = { en = "The contract ends on {expires}, in {days} days",
      ja = "契約は{expires}に満了します（残り{days}日）",
      advice = { en = "Whether to renew is to be agreed.",
        ja = "更新の要否の協議が必要です。" } },
    near = { en = "The contract ends on {expires}, in {days} days",
      ja = "契約は{expires}に満了します（残り{days}日）", grade = "minor",
      advice = { en = "Begin the talks now.",
        ja = "更新の協議を開始してください。" } },
    imminent = { en = "The contract ends on {expires}, in {days} days",
      ja = "契約は{expires}に満了します（残り{days}日）", grade = "major",
      advice = { en = "Conclude the renewal, or prepare the end: access, return, handover.",
        ja = "更新契約を締結するか、アクセスの終了、情報の返還及び引継ぎを準備してください。" } },
  },
  check = function(s, p)
    local found = {}
    for contract in s.contracts:in_force():each() do
      local expires = contract.expires
      if expires and not contract.renews then
        local fields = { at = contract, expires = expires, days = expires - s.as_of }
        if expires < s.as_of + days(p.last) then table.insert(found, fail("imminent", fields))
        elseif expires < s.as_of + days(p.second) then table.insert(found, fail("near", fields))
        elseif expires < s.as_of + days(p.first) then table.insert(found, fail("early", fields)) end
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "a year left", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "80 days left", expect = "fail:early", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2026-06-20">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "50 days left", expect = "fail:near", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2026-05-21">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "20 days left", expect = "fail:imminent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2026-04-21">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "renewed by itself", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2026-04-21" renews="true">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing that it concerns", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
