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
  id = "dora-security", grade = "major",
  title = { en = "The supplier has security measures, tools and policies in place",
    ja = "委託先がセキュリティに関する措置、手段及び方針を備えている" },
  why = { en = "The function is as safe as the place where it runs.", ja = "機能の安全性は、それが動く環境の安全性で決まります。" },
  controls = { "DORA Art. 30(3)(c)" },
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
    missing = { en = "No clause names the security measures of the supplier",
      ja = "委託先のセキュリティ対策を定めた条項がありません",
      advice = { en = "Name the measures, tools and policies that give an appropriate level of security.",
        ja = "適切な水準の安全性を確保するための措置、手段及び方針を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "security-measures"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "in English", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Security measures">
    <text>The Supplier implements and maintains the technical and organisational security measures set out in Schedule 5.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="安全管理措置">
    <text>乙は、別紙に定める技術的及び組織的な安全管理措置を講じる。</text>
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
