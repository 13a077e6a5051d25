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
  id = "dora-developments", grade = "major",
  title = { en = "Developments that may affect critical functions are reported", ja = "重要な機能に影響し得る重大な変化が報告される" },
  why = { en = "A provider in trouble is known to itself first.", ja = "委託先の問題を最初に知るのは、委託先自身です。" },
  controls = { "DORA Art. 30(3)(b)" },
  params = {
    tiers = list { default = { "critical", "important" }, values = { "critical", "important", "standard", "low" },
      doc = { en = "Tiers of suppliers whose services support critical or important functions",
        ja = "重要又は不可欠な機能を支える委託先の区分" } },
    lone = flag { default = false,
      doc = { en = "Ask for this in contracts that are checked alone, too", ja = "単独で確認する契約書にも要求する" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s, p) return serves(s) and critical(s, p) end,
  messages = {
    missing = { en = "No clause obliges the supplier to report developments that may affect its services",
      ja = "サービスに影響し得る重大な変化の報告を義務付ける条項がありません",
      advice = { en = "Agree on periods of notice and on reports of any development that may materially affect the agreed service levels.",
        ja = "サービスレベルの達成に重大な影響を及ぼし得る変化の報告と、通知の期間を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "material-developments"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "in English", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Notice of material developments">
    <text>The Supplier shall notify the Customer of any development that might have a material impact on its ability to keep the service levels.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="重大な変化の報告">
    <text>乙は、サービスレベルの達成に重大な影響を及ぼすおそれのある事象を知ったときは、5営業日以内に甲に報告する。</text>
  </clause>
</contract>
]] },
    { name = "the contract is silent", expect = "fail:missing", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "a critical supplier's contract is silent", expect = "fail:missing", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="準拠法">
      <text>本契約の準拠法は、日本法とする。</text>
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
    { name = "a non-disclosure agreement", expect = "not-applicable", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
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
    { name = "a carrier", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="logistics"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Governing law">
      <text>The law of the Customer's seat governs this Agreement.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
