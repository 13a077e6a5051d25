-- The day on which handling began: as registered, or the start of the first contract.
local function beginning(s)
  if s.engaged then return s.engaged end
  local first = s.contracts:earliest "effective"
  return first and first.effective
end

-- The first day on which the supplier's measures were looked at: a certificate, a response or an audit.
local function confirmed(s)
  local first, place
  local function look(node, day)
    if day and (first == nil or day < first) then first, place = day, node end
  end
  for c in s.certificates:each() do
    if match(c.standard, "Privacy ?Mark|プライバシーマーク|Pマーク|27001|27701|15001|ISMS") then look(c, c.issued) end
  end
  for r in s.responses:each() do look(r, r.date) end
  for a in s.audits:each() do look(a, a.performed) end
  return first, place
end

return rule {
  id = "appi-selection", grade = "major",
  audience = "internal",
  title = { en = "The supplier's measures were confirmed before personal data was entrusted",
    ja = "個人データの委託に先立ち、委託先の安全管理措置が確認されている" },
  why = { en = "The entruster has to make sure beforehand that the supplier protects the data as well as it would itself.",
    ja = "委託元は、委託先が自らと同等の安全管理措置を講ずることを、あらかじめ確認する必要があります。" },
  controls = { "APPI Art. 25" },
  needs = { "supplier" },
  applies = function(s) return s:handles "personal-data" end,
  messages = {
    none = { en = "Nothing on record shows that the supplier's measures were ever confirmed",
      ja = "委託先の安全管理措置を確認した記録がありません",
      advice = { en = "Confirm the measures now, by questionnaire, certificate or audit, and keep the record.",
        ja = "質問票、認証又は監査により安全管理措置を確認し、記録を残してください。" } },
    late = { en = "The first confirmation on record is of {found}; handling began on {began}",
      ja = "最初の確認の記録は{found}で、委託の開始日（{began}）より後です", grade = "observation",
      advice = { en = "For the next supplier, confirm first; if an older record exists, add it.",
        ja = "今後は委託前に確認してください。より前の記録があれば、登録してください。" } },
    undated = { en = "It is not on record when handling began",
      ja = "委託の開始日が登録されていません",
      advice = { en = "Record the day of engagement.", ja = "委託の開始日を登録してください。" } },
  },
  check = function(s)
    local first, place = confirmed(s)
    if not first then return fail("none", { at = s.supplier }) end
    local began = beginning(s)
    if not began then return indeterminate("undated", { at = s.supplier }) end
    if first > began then return fail("late", { at = place, found = first, began = began }) end
    return pass { at = place }
  end,
  examples = {
    { name = "a response before the contract", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
  <response id="r" date="2026-03-01">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "a certificate before the contract", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
    <certificate standard="プライバシーマーク" issued="2025-06-01" expires="2027-05-31"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "an audit on the first day", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2026-04-01">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
  <audit id="x" method="on-site" performed="2026-04-01"/>
</dossier>
]] },
    { name = "only after the start", expect = "fail:late", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2026-04-01">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
  <response id="r" date="2026-06-01">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "a certificate of something else", expect = "fail:none", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
    <certificate standard="ISO 9001" issued="2025-06-01"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no start on record", expect = "indeterminate:undated", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <response id="r" date="2026-06-01">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "no personal data", expect = "not-applicable", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="drawings" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
