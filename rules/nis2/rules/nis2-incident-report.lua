-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-incident-report", grade = "major",
  title = { en = "Incidents that endanger the customer are notified without undue delay, within {hours} hours at most",
    ja = "利用者に影響し得る事故が不当な遅滞なく、遅くとも{hours}時間以内に通知される" },
  why = { en = "The customer has deadlines of its own, and they begin with what the supplier says.",
    ja = "利用者自身にも報告の期限があり、供給者の通知がなければ間に合いません。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(d)" },
  params = {
    hours = integer { default = 24, min = 1, max = 720,
      doc = { en = "The most hours until the notification (a choice: the regulation names no number)",
        ja = "通知までの時間数の上限（利用者の設定。規則に数値の定めはありません）" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause obliges the supplier to notify incidents",
      ja = "事故の通知を義務付ける条項がありません",
      advice = { en = "Add the duty to notify incidents without undue delay, within {hours} hours at most.",
        ja = "事故を不当な遅滞なく、遅くとも{hours}時間以内に通知する義務を定めてください。" } },
    late = { en = "Incidents are notified within {found}; at most {expected} is acceptable",
      ja = "通知の期限が{found}です。{expected}以内とする必要があります",
      advice = { en = "Shorten the period to {hours} hours.",
        ja = "期限を{hours}時間以内に短縮してください。" } },
    unstated = { en = "Incidents are to be notified, but no time is set",
      ja = "事故の通知の期限が定められていません", grade = "minor",
      advice = { en = "Add \"without undue delay\" or a number of hours, {hours} at most.",
        ja = "「不当な遅滞なく」又は{hours}時間以内の期限を追加してください。" } },
    open = { en = "The time of the notification is left blank",
      ja = "事故の通知の期限が空欄です", grade = "minor",
      advice = { en = "Fill in a number of hours, {hours} at most.",
        ja = "{hours}時間以内の期限を記入してください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "incident-report"
    if not clause then return fail "missing" end
    local within = clause:duration "report-within"
    if within then
      if within > hours(p.hours) then return fail("late", { at = within, found = within, expected = hours(p.hours) }) end
      return pass { at = within }
    end
    local wording = clause:wording "report-within"
    if wording == "blank" then return fail("open", { at = clause:passage "report-within" }) end
    if wording == "vague" then return pass { at = clause:passage "report-within" } end
    return fail("unstated", { at = clause })
  end,
  examples = {
    { name = "a day", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Incidents">
    <text>The Supplier notifies the Customer of any security incident within 24 hours.</text>
  </clause>
</contract>
]] },
    { name = "a day, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="インシデント">
    <text>乙は、セキュリティインシデントを認識したときは、24時間以内に甲に通知する。</text>
  </clause>
</contract>
]] },
    { name = "without undue delay", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Incidents">
    <text>The Supplier notifies the Customer of any security incident without undue delay.</text>
  </clause>
</contract>
]] },
    { name = "without undue delay, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="インシデント">
    <text>乙は、セキュリティインシデントが発生したときは、遅滞なく甲に通知する。</text>
  </clause>
</contract>
]] },
    { name = "three days", expect = "fail:late", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Incidents">
    <text>The Supplier notifies the Customer of any security incident within 72 hours.</text>
  </clause>
</contract>
]] },
    { name = "three days, in Japanese", expect = "fail:late", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="インシデント">
    <text>乙は、セキュリティインシデントを認識したときは、3日以内に甲に通知する。</text>
  </clause>
</contract>
]] },
    { name = "no time", expect = "fail:unstated", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Incidents">
    <text>The Supplier shall notify the Customer of security incidents.</text>
  </clause>
</contract>
]] },
    { name = "left blank", expect = "fail:open", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="インシデント">
    <text>乙は、セキュリティインシデントを認識したときは、◯時間以内に甲に通知する。</text>
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
