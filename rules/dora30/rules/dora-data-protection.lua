-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

-- A contract on services is in force: a non-disclosure agreement alone is none.
local function serves(s)
  return not other_trades[s.category] and s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

local aspects = {
  { name = "availability", words = "availab|uptime|backup|可用性|稼働率|バックアップ" },
  { name = "authenticity", words = "authentic(ity|ation)|真正性|(多要素|二要素|二段階|本人|利用者|相互)認証|電子署名|なりすまし" },
  { name = "integrity", words = "integrity (of|and)|, integrity|and integrity|alteration|tamper|完全性|改ざん|改変|改竄|毀損|き損" },
  { name = "confidentiality", words = "confidential|secret|機密|秘密" },
}

return rule {
  id = "dora-data-protection", grade = "minor",
  title = { en = "The contract protects availability, authenticity, integrity and confidentiality of data",
    ja = "データの可用性、真正性、完全性及び機密性の保護が契約に定められている" },
  why = { en = "Protection that names confidentiality alone says nothing about data that is lost or altered.",
    ja = "機密性だけを定めた契約では、データの消失や改変に対応できません。" },
  controls = { "DORA Art. 30(2)(c)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other" },
  applies = function(s) return serves(s) end,
  messages = {
    missing = { en = "Nothing in the contract protects the data of the services",
      ja = "データの保護に関する定めが見当たりません", grade = "major",
      advice = { en = "Add provisions on availability, authenticity, integrity and confidentiality of data, personal data included.",
        ja = "個人データを含むデータの可用性、真正性、完全性及び機密性に関する条項を追加してください。" } },
    availability = { en = "Nothing in the contract protects the availability of data",
      ja = "データの可用性の保護に関する定めが見当たりません",
      advice = { en = "Add a provision on availability.",
        ja = "可用性に関する定めを追加してください。" } },
    authenticity = { en = "Nothing in the contract protects the authenticity of data",
      ja = "データの真正性の保護に関する定めが見当たりません",
      advice = { en = "Add a provision on authenticity.",
        ja = "真正性に関する定めを追加してください。" } },
    integrity = { en = "Nothing in the contract protects the integrity of data",
      ja = "データの完全性の保護に関する定めが見当たりません",
      advice = { en = "Add a provision on integrity.",
        ja = "完全性に関する定めを追加してください。" } },
    confidentiality = { en = "Nothing in the contract protects the confidentiality of data",
      ja = "データの機密性の保護に関する定めが見当たりません",
      advice = { en = "Add a provision on confidentiality.",
        ja = "機密性に関する定めを追加してください。" } },
  },
  check = function(s)
    local missed, at = {}, nil
    for _, aspect in ipairs(aspects) do
      local clause = s.contracts:every_clause():find(function(c) return c:says(aspect.words) ~= nil end)
      if clause then at = at or clause else table.insert(missed, fail(aspect.name)) end
    end
    if #missed == #aspects then return fail "missing" end
    if #missed > 0 then return missed end
    return pass { at = at }
  end,
  examples = {
    { name = "all four", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Data protection">
    <text>The Supplier protects the availability, authenticity, integrity and confidentiality of the data, personal data included.</text>
  </clause>
</contract>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの保護">
    <text>乙は、個人データを含むデータの可用性、真正性、完全性及び機密性を保護する措置を講じる。</text>
  </clause>
</contract>
]] },
    { name = "spread over the contract", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Confidentiality">
    <text>The Supplier keeps all data confidential and protects it against loss and alteration.</text>
  </clause>
  <clause number="2" heading="Access">
    <text>Users are authenticated, and signatures prove the authenticity of messages.</text>
  </clause>
  <clause number="3" heading="Service levels">
    <text>The monthly availability of the Services is at least 99.9%.</text>
  </clause>
</contract>
]] },
    { name = "confidentiality alone", expect = { "fail:availability", "fail:authenticity", "fail:integrity" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Confidentiality">
    <text>The Supplier shall keep the data strictly confidential.</text>
  </clause>
</contract>
]] },
    { name = "availability alone, in Japanese", expect = { "fail:authenticity", "fail:integrity", "fail:confidentiality" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="サービスレベル">
    <text>本サービスの稼働率は99.9%以上とする。</text>
  </clause>
</contract>
]] },
    { name = "a certificate proves no authenticity", expect = { "fail:availability", "fail:authenticity" }, document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="安全管理措置">
    <text>乙は、ISO/IEC 27001の認証を維持し、秘密情報の漏えい、滅失又は毀損を防止する。</text>
  </clause>
</contract>
]] },
    { name = "all but availability", expect = "fail:availability", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの保護">
    <text>乙は、データの真正性、完全性及び機密性を保護する。</text>
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
