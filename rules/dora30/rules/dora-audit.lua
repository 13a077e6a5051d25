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
  id = "dora-audit", grade = "major",
  title = { en = "The financial entity and its authorities may audit the supplier on site",
    ja = "金融機関と監督当局が、委託先を実地に監査できる" },
  why = { en = "Rights of access, inspection and audit must not be restricted; supervisors need them, too.",
    ja = "立入り、検査及び監査の権利は制限されてはならず、監督当局にも必要です。" },
  controls = { "DORA Art. 30(3)(e)" },
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
    missing = { en = "No clause gives rights of access, inspection and audit",
      ja = "立入り、検査及び監査の権利を定めた条項がありません",
      advice = { en = "Agree on unrestricted rights of access, inspection and audit.",
        ja = "制限のない立入り、検査及び監査の権利を定めてください。" } },
    refused = { en = "On-site audits are excluded",
      ja = "実地監査が認められていません",
      advice = { en = "Allow audits on the supplier's premises.",
        ja = "委託先の事業所における監査を認めるよう改めてください。" } },
    silent = { en = "The audit clause does not mention on-site audits",
      ja = "監査条項に実地監査の定めがありません", grade = "minor",
      advice = { en = "State that audits may take place on the supplier's premises.",
        ja = "委託先の事業所への立入りによる監査ができる旨を定めてください。" } },
    authorities = { en = "The audit clause does not mention authorities",
      ja = "監査条項に監督当局の権利が定められていません", grade = "minor",
      advice = { en = "Give the competent authority the same rights.",
        ja = "監督当局にも同じ権利を認めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "audit-right"
    if not clause then return fail "missing" end
    local on_site, authorities = clause:flag "on-site", clause:flag "authorities"
    if on_site and not on_site.value then return fail("refused", { at = on_site }) end
    local found = {}
    if not on_site then table.insert(found, fail("silent", { at = clause })) end
    if not authorities then table.insert(found, fail("authorities", { at = clause })) end
    if #found > 0 then return found end
    return pass { at = on_site }
  end,
  examples = {
    { name = "on site, with the authority", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer, an appointed third party and the competent authority may audit the Supplier at any time, inspect its premises on site and take copies of documents.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="監査">
      <text>甲、甲の指名する第三者及び監督当局は、乙の事業所に立ち入り、監査を実施することができる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "without the authority", expect = "fail:authorities", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer may audit the Supplier on site at its premises once a year.</text>
  </clause>
</contract>
]] },
    { name = "on paper, in Japanese", expect = { "fail:silent", "fail:authorities" }, params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="監査">
    <text>甲は、乙に対し監査を実施することができる。</text>
  </clause>
</contract>
]] },
    { name = "never on site", expect = "fail:refused", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer and its authorities may audit the Supplier by questionnaire. On-site audits are excluded.</text>
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
