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
  id = "dora-targets", grade = "major",
  title = { en = "Service levels for critical functions have precise targets", ja = "重要な機能のサービスレベルに、明確な数値目標がある" },
  why = { en = "Only a number tells a missed level from a bad day.", ja = "数値がなければ、水準を満たしていないことを示せません。" },
  controls = { "DORA Art. 30(3)(a)" },
  params = {
    tiers = list { default = { "critical", "important" }, values = { "critical", "important", "standard", "low" },
      doc = { en = "Tiers of suppliers whose services support critical or important functions",
        ja = "重要又は不可欠な機能を支える委託先の区分" } },
    lone = flag { default = false,
      doc = { en = "Ask for this in contracts that are checked alone, too", ja = "単独で確認する契約書にも要求する" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s, p) return serves(s) and critical(s, p) end,
  messages = {
    vague = { en = "The service level is worded without a number",
      ja = "サービスレベルが数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "具体的な数値に改めてください。" } },
    unstated = { en = "No quantitative target is agreed",
      ja = "数値による目標が定められていません",
      advice = { en = "Agree on numbers for availability, response or resolution.",
        ja = "稼働率、対応時間、復旧時間などを数値で定めてください。" } },
    open = { en = "The target is left blank",
      ja = "目標値が空欄です",
      advice = { en = "Fill in the number.",
        ja = "数値を記入してください。" } },
    absent = { en = "There is no such clause; rule dora-service-levels reports that",
      ja = "条項がありません（規則dora-service-levelsで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "service-level"
    if not clause then return not_applicable "absent" end
    local target = clause:percent "uptime" or clause:duration "response-within" or clause:duration "resolve-within"
    if target then return pass { at = target } end
    for _, name in ipairs { "uptime", "response-within", "resolve-within" } do
      local wording = clause:wording(name)
      if wording == "blank" then return fail("open", { at = clause:passage(name) }) end
      if wording == "vague" then return fail("vague", { at = clause:passage(name) }) end
    end
    return fail("unstated", { at = clause })
  end,
  examples = {
    { name = "a percentage", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Service levels">
    <text>The monthly availability of the Services is at least 99.9%.</text>
  </clause>
</contract>
]] },
    { name = "a time, in Japanese", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="サービスレベル">
      <text>乙は、障害の受付後2時間以内に一次回答を行う。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "promptly", expect = "fail:vague", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Service levels">
    <text>The Supplier shall promptly respond to failures of the Services.</text>
  </clause>
</contract>
]] },
    { name = "promptly, in Japanese", expect = "fail:vague", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="サービスレベル">
    <text>乙は、障害発生時には速やかに復旧する。</text>
  </clause>
</contract>
]] },
    { name = "no target", expect = "fail:unstated", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Service levels">
      <text>The Supplier keeps the service levels of the Services.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left blank", expect = "fail:open", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="サービスレベル">
    <text>本サービスの稼働率は◯%以上とする。</text>
  </clause>
</contract>
]] },
    { name = "no clause", expect = "not-applicable", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "nobody says how critical the supplier is", expect = "fail:unstated", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="サービスレベル">
      <text>乙は、サービスレベルを遵守する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not critical", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="low" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Service levels">
      <text>The monthly availability of the Services is at least 99.9%.</text>
    </clause>
  </contract>
</dossier>
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
