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
  id = "dora-audit-terms", grade = "minor",
  title = { en = "Scope, procedure and frequency of audits and alternatives to them are agreed",
    ja = "監査の範囲、手続及び頻度と、代替となる保証の方法が定められている" },
  why = { en = "A right that leaves its exercise open is disputed on the day it is needed.",
    ja = "行使の方法が定められていない権利は、必要なときに争いになります。" },
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
    conditions = { en = "Scope, procedure and frequency of audits are not agreed",
      ja = "監査の範囲、手続及び頻度が定められていません",
      advice = { en = "Agree on the supplier's duty to give details of scope, procedure and frequency.",
        ja = "監査の範囲、手続及び頻度を定めてください。" } },
    alternative = { en = "No alternative assurance is agreed for the case that an audit would touch the rights of other customers",
      ja = "監査が他の顧客の権利に影響する場合の、代替となる保証の方法が定められていません",
      advice = { en = "Add the right to agree on alternative levels of assurance.",
        ja = "代替となる保証の水準について合意できる旨を追加してください。" } },
    absent = { en = "There is no such clause; rule dora-audit reports that",
      ja = "条項がありません（規則dora-auditで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "audit-right"
    if not clause then return not_applicable "absent" end
    local found = {}
    if not clause:flag "conditions" then table.insert(found, fail("conditions", { at = clause })) end
    if not clause:flag "alternative" then table.insert(found, fail("alternative", { at = clause })) end
    if #found > 0 then return found end
    return pass { at = clause }
  end,
  examples = {
    { name = "both", expect = "pass", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer may audit the Supplier on its premises. The Supplier gives details of the scope, the procedure and the frequency of audits. Where the rights of other customers are affected, the parties agree on alternative assurance.</text>
  </clause>
</contract>
]] },
    { name = "both, in Japanese", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="監査">
      <text>甲は、乙の事業所において監査を実施することができる。監査の範囲、手続及び頻度は別紙に定める。他の顧客の権利に影響する場合、甲乙は代替的な保証の方法を合意する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "neither", expect = { "fail:conditions", "fail:alternative" }, params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer, an appointed third party and the competent authority may audit the Supplier at any time, inspect its premises on site and take copies of documents.</text>
  </clause>
</contract>
]] },
    { name = "neither, in Japanese", expect = { "fail:conditions", "fail:alternative" }, params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="監査">
    <text>甲、甲の指名する第三者及び監督当局は、乙の事業所に立ち入り、監査を実施することができる。</text>
  </clause>
</contract>
]] },
    { name = "no alternative", expect = "fail:alternative", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="監査">
      <text>甲は、乙の事業所において監査を実施することができる。監査の範囲、手続及び頻度は別紙に定める。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no clause", expect = "not-applicable", params = { lone = true }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Governing law">
    <text>The law of the Customer's seat governs this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "nobody says how critical the supplier is", expect = { "fail:conditions", "fail:alternative" }, document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Audit">
      <text>The Customer, an appointed third party and the competent authority may audit the Supplier at any time, inspect its premises on site and take copies of documents.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not critical", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Audit">
      <text>The Customer, an appointed third party and the competent authority may audit the Supplier at any time, inspect its premises on site and take copies of documents.</text>
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
