-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

-- The law asks for the customer's right; one that is tied to cases is no right to leave at any time.
local customers_right = "(customer|client|either party|each party|any party|financial entity).{0,40}(terminate|cancel)|(甲|委託者|発注者|いずれの当事者).{0,80}(解除|解約)"
local cases = "(these|following|listed) (cases|events|grounds|circumstances)|any of the following|次の(各号|いずれか|場合|事由)|以下の(各号|いずれか|場合|事由)"

local function at_any_time(c)
  if c.type ~= "termination" then return false end
  local free = c:flag "convenience"
  return free ~= nil and free.value and c:says(customers_right) ~= nil and c:says(cases) == nil
end

return rule {
  id = "dora-termination-grounds", grade = "major",
  title = { en = "The contract can be ended on the four grounds of the law", ja = "法の定める四つの事由により契約を解除できる" },
  why = { en = "The financial entity must be able to leave before the weakness of a provider becomes its own.",
    ja = "委託先の弱点が自社の弱点となる前に、契約を終了できなければなりません。" },
  controls = { "DORA Art. 28(7)(a)", "DORA Art. 28(7)(b)", "DORA Art. 28(7)(c)", "DORA Art. 28(7)(d)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return serves(s) end,
  messages = {
    breach = { en = "A significant breach of law or contract is no ground of termination",
      ja = "法令又は契約の重大な違反が解除事由とされていません",
      advice = { en = "Add this ground.",
        ja = "この事由を追加してください。" } },
    change = { en = "Circumstances, found by monitoring, that may alter the performance are no ground of termination",
      ja = "監視により判明した、業務の遂行に影響し得る事情が解除事由とされていません",
      advice = { en = "Add this ground, or the right to terminate at any time.",
        ja = "この事由、又はいつでも解除できる権利を追加してください。" } },
    weakness = { en = "Evidenced weaknesses of the provider's ICT risk management are no ground of termination",
      ja = "委託先のICTリスク管理の不備が解除事由とされていません",
      advice = { en = "Add this ground, or the right to terminate at any time.",
        ja = "この事由、又はいつでも解除できる権利を追加してください。" } },
    supervision = { en = "That the authority can no longer supervise effectively is no ground of termination",
      ja = "当局による実効的な監督が困難となったことが解除事由とされていません",
      advice = { en = "Add this ground, or the right to terminate at any time.",
        ja = "この事由、又はいつでも解除できる権利を追加してください。" } },
    absent = { en = "There is no such clause; rule dora-termination reports that",
      ja = "条項がありません（規則dora-terminationで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "termination"
    if not clause then return not_applicable "absent" end
    local free = s.contracts:every_clause():find(at_any_time)
    if free then return pass { at = free } end
    local found = {}
    if not clause:flag "on-breach" then table.insert(found, fail("breach", { at = clause })) end
    if not clause:flag "on-change" then table.insert(found, fail("change", { at = clause })) end
    if not clause:flag "on-weakness" then table.insert(found, fail("weakness", { at = clause })) end
    if not clause:flag "on-supervision" then table.insert(found, fail("supervision", { at = clause })) end
    if #found > 0 then return found end
    return pass { at = clause }
  end,
  examples = {
    { name = "all four", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Customer may terminate this Agreement in each of these cases: the Supplier significantly breaches applicable laws or this Agreement; monitoring shows circumstances capable of altering the performance of the Services; weaknesses of the Supplier's ICT risk management are evidenced; the competent authority can no longer effectively supervise the Customer because of this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "all four, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="解除">
    <text>甲は、乙が法令又は本契約に著しく違反したとき、監視により業務の遂行に影響を及ぼす事情が認められたとき、乙のリスク管理に不備が認められたとき、又は本契約により監督当局による実効的な監督が困難となったときは、本契約を解除することができる。</text>
  </clause>
</contract>
]] },
    { name = "at any time", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Customer may terminate this Agreement for convenience at any time on 90 days' notice.</text>
  </clause>
</contract>
]] },
    { name = "at any time, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="解除">
    <text>甲は、3か月前までに通知することにより、いつでも本契約を解除することができる。</text>
  </clause>
</contract>
]] },
    { name = "at any time, but not for the customer", expect = { "fail:breach", "fail:change", "fail:weakness", "fail:supervision" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Supplier may terminate this Agreement for convenience at any time on 90 days' notice.</text>
  </clause>
</contract>
]] },
    { name = "on notice, in some cases", expect = { "fail:change", "fail:weakness", "fail:supervision" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Customer may terminate this Agreement on 90 days' notice in each of these cases: the Supplier breaches this Agreement; the Supplier is sold.</text>
  </clause>
</contract>
]] },
    { name = "at any time, and in some cases at once", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="解除">
    <clause number="1.1"><text>甲は、3か月前までに書面で通知することにより、本契約を解約することができる。</text></clause>
    <clause number="1.2"><text>甲は、乙が次の各号のいずれかに該当するときは、直ちに本契約を解除することができる。</text></clause>
  </clause>
</contract>
]] },
    { name = "breach alone", expect = { "fail:change", "fail:weakness", "fail:supervision" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Customer may terminate this Agreement if the Supplier materially breaches this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "breach alone, in Japanese", expect = { "fail:change", "fail:weakness", "fail:supervision" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="解除">
    <text>甲は、乙が本契約に違反したときは、本契約を解除することができる。</text>
  </clause>
</contract>
]] },
    { name = "no clause", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "a non-disclosure agreement", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Termination">
    <text>The Customer may terminate this Agreement in each of these cases: the Supplier significantly breaches applicable laws or this Agreement; monitoring shows circumstances capable of altering the performance of the Services; weaknesses of the Supplier's ICT risk management are evidenced; the competent authority can no longer effectively supervise the Customer because of this Agreement.</text>
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
