return rule {
  id = "contract-renewal", grade = "observation",
  title = { en = "A contract that renews itself is reviewed before the notice date",
    ja = "自動更新の期限前に契約が見直されている" },
  why = { en = "After the notice date the old terms are in force for another period, whatever has changed.",
    ja = "予告期限を過ぎると、状況が変わっても従来の条件で更新されます。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    lead = integer { default = 90, min = 1, max = 366,
      doc = { en = "Days before the notice date from which it is shown", ja = "予告期限の何日前から知らせるか" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    due = { en = "Notice against renewal must be given by {by}, in {days} days",
      ja = "更新拒絶の予告期限は{by}です（残り{days}日）",
      advice = { en = "Review terms and risk before that day.",
        ja = "期限までに、契約条件とリスクを見直してください。" } },
    missed = { en = "The notice date {by} has passed; the contract renews itself on the day after {expires}",
      ja = "更新拒絶の予告期限（{by}）を過ぎています。契約は{expires}の翌日に自動更新されます", grade = "minor",
      advice = { en = "Record the review, and agree on changes in an amendment.",
        ja = "見直しの結果を記録し、必要な変更は覚書で合意してください。" } },
    unstated = { en = "The contract renews itself, but no notice period is recorded",
      ja = "自動更新の契約ですが、予告期間が登録されていません",
      advice = { en = "Record the notice period.",
        ja = "予告期間を登録してください。" } },
  },
  check = function(s, p)
    local found = {}
    for contract in s.contracts:in_force():each() do
      if contract.renews and contract.expires and contract.expires >= s.as_of then
        if not contract.notice then
          table.insert(found, fail("unstated", { at = contract }))
        else
          local by = contract.expires - contract.notice
          if by < s.as_of then
            table.insert(found, fail("missed", { at = contract, by = by, expires = contract.expires }))
          elseif by < s.as_of + days(p.lead) then
            table.insert(found, fail("due", { at = contract, by = by, days = by - s.as_of }))
          end
        end
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
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31" renews="true" notice="P90D">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "notice due in six weeks", expect = "fail:due", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2026-08-15" renews="true" notice="P90D">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "notice date has passed", expect = "fail:missed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2026-05-31" renews="true" notice="P90D">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "period not recorded", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2026-05-31" renews="true">
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
