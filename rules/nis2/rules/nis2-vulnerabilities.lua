-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-vulnerabilities", grade = "major",
  title = { en = "The supplier handles vulnerabilities that endanger the customer", ja = "供給者が、利用者に影響し得る脆弱性に対応する" },
  why = { en = "A hole that only the supplier can close stays open until it does.",
    ja = "供給者にしか塞げない脆弱性は、供給者が対応するまで残ります。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(f)" },
  params = {
    within = duration { default = "P30D", min = "P1D", max = "P1Y",
      doc = { en = "The most time for handling a vulnerability, where a time is agreed (a choice: the regulation names no number)",
        ja = "脆弱性への対応の期限の上限。期限の定めがある場合に比較します（利用者の設定。規則に数値の定めはありません）" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause obliges the supplier to handle vulnerabilities",
      ja = "脆弱性への対応を義務付ける条項がありません",
      advice = { en = "Agree on the supplier's duty to handle vulnerabilities, within {within} where they are critical.",
        ja = "脆弱性に、重大なものは{within}以内に対応する義務を定めてください。" } },
    late = { en = "Vulnerabilities are handled within {found}; at most {expected} is acceptable",
      ja = "脆弱性への対応の期限が{found}です。{expected}以内とする必要があります", grade = "minor",
      advice = { en = "Shorten the period to {within}.",
        ja = "期限を{within}以内に短縮してください。" } },
    open = { en = "The time for handling vulnerabilities is left blank",
      ja = "脆弱性への対応の期限が空欄です", grade = "minor",
      advice = { en = "Fill in the period, {within} at most.",
        ja = "{within}以内の期限を記入してください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "vulnerability"
    if not clause then return fail "missing" end
    local within = clause:duration "patch-within"
    if within and within > p.within then
      return fail("late", { at = within, found = within, expected = p.within })
    end
    if clause:wording "patch-within" == "blank" then return fail("open", { at = clause:passage "patch-within" }) end
    return pass { at = within or clause }
  end,
  examples = {
    { name = "a week", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Vulnerabilities">
    <text>The Supplier applies security patches for critical vulnerabilities within seven (7) days.</text>
  </clause>
</contract>
]] },
    { name = "no number is needed", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Vulnerabilities">
    <text>The Supplier remediates vulnerabilities that endanger the Customer's systems.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="脆弱性対応">
    <text>乙は、甲の情報システムに影響する脆弱性が判明したときは、14日以内に修正プログラムを適用する。</text>
  </clause>
</contract>
]] },
    { name = "half a year", expect = "fail:late", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Vulnerabilities">
    <text>The Supplier remediates vulnerabilities within 180 days.</text>
  </clause>
</contract>
]] },
    { name = "three months, in Japanese", expect = "fail:late", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="脆弱性対応">
    <text>乙は、脆弱性が判明したときは、3か月以内に修正プログラムを適用する。</text>
  </clause>
</contract>
]] },
    { name = "left blank", expect = "fail:open", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="脆弱性対応">
    <text>乙は、脆弱性が判明したときは、◯日以内に修正プログラムを適用する。</text>
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
