-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

-- Whether the services support critical or important functions: a supplier whose tier nobody states is taken for critical.
local function critical(s, p)
  if s.lone then return p.lone end
  if not s.tier then return true end
  for _, tier in ipairs(p.tiers) do
    if s.tier == tier then return true end
  end
  return false
end

return rule {
  id = "dora-exit", grade = "major",
  title = { en = "After the end there is a transition period of at least {period}", ja = "契約終了後に{period}以上の移行期間がある" },
  why = { en = "A critical function cannot stop on the day a contract does.", ja = "重要な機能は、契約の終了と同時に止めることができません。" },
  controls = { "DORA Art. 30(3)(f)" },
  params = {
    tiers = list { default = { "critical", "important" }, values = { "critical", "important", "standard", "low" },
      doc = { en = "Tiers of suppliers whose services support critical or important functions",
        ja = "重要又は不可欠な機能を支える委託先の区分" } },
    lone = flag { default = false,
      doc = { en = "Ask for this in contracts that are checked alone, too", ja = "単独で確認する契約書にも要求する" } },
    period = duration { default = "P90D", min = "P1D", max = "P5Y",
      doc = { en = "The shortest transition period (a choice: the law wants an adequate one)",
        ja = "移行期間の下限（利用者の設定。法は適切な期間を求めています）" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s, p) return serves(s) and critical(s, p) end,
  messages = {
    missing = { en = "No clause provides for a transition after the end of the contract",
      ja = "契約終了後の移行に関する条項がありません",
      advice = { en = "Agree on a transition period in which the services go on and the move to another provider is supported.",
        ja = "サービスを継続し、他の提供者への移行を支援する移行期間を定めてください。" } },
    short = { en = "The transition period is {found}; at least {expected} is required",
      ja = "移行期間が{found}です。{expected}以上とする必要があります", grade = "minor",
      advice = { en = "Extend the period.",
        ja = "期間を延長してください。" } },
    unstated = { en = "A transition is agreed, but not for how long",
      ja = "移行支援は定められていますが、期間が定められていません", grade = "minor",
      advice = { en = "State the period, {period} at least.",
        ja = "{period}以上の期間を定めてください。" } },
    open = { en = "The transition period is left blank",
      ja = "移行期間が空欄です", grade = "minor",
      advice = { en = "Fill in the period, {period} at least.",
        ja = "{period}以上の期間を記入してください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "post-termination"
    if not clause then return fail "missing" end
    local period = clause:duration "period"
    if not period then
      if clause:wording "period" == "blank" then return fail("open", { at = clause:passage "period" }) end
      return fail("unstated", { at = clause })
    end
    if period < p.period then return fail("short", { at = period, found = period, expected = p.period }) end
    return pass { at = period }
  end,
  examples = {
    { name = "six months", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Exit and transition">
    <text>Upon termination the Supplier continues to provide the Services for a transition period of six (6) months and assists the Customer in moving to another provider.</text>
  </clause>
</contract>
]] },
    { name = "six months, in Japanese", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="移行支援">
      <text>本契約の終了後6か月間、乙は、本サービスの提供を継続し、甲又は甲の指定する者への移行を支援する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "thirty days", expect = "fail:short", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Exit and transition">
    <text>Upon termination the Supplier shall assist the Customer in the transition for a period of thirty (30) days.</text>
  </clause>
</contract>
]] },
    { name = "one month, in Japanese", expect = "fail:short", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="移行支援">
    <text>本契約の終了後1か月間、乙は移行を支援する。</text>
  </clause>
</contract>
]] },
    { name = "no period", expect = "fail:unstated", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Exit and transition">
    <text>Upon termination the Supplier shall assist the Customer in moving to another provider.</text>
  </clause>
</contract>
]] },
    { name = "left blank", expect = "fail:open", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="移行支援">
    <text>本契約の終了後◯か月間、乙は移行を支援する。</text>
  </clause>
</contract>
]] },
    { name = "the contract is silent", expect = "fail:missing", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Governing law">
      <text>The law of the Customer's seat governs this Agreement.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nobody says how critical the supplier is", expect = "fail:missing", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Governing law">
      <text>The law of the Customer's seat governs this Agreement.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not critical", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Governing law">
      <text>The law of the Customer's seat governs this Agreement.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a contract alone, as long as the policy does not ask", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "an amendment of something else", expect = "not-applicable", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" kind="amendment" title="First amendment" status="executed" effective="2025-04-01">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
  },
}
