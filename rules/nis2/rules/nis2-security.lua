-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

-- Words that promise without naming a measure, and words that name one.
local general = "(appropriate|adequate|reasonable|necessary|suitable)\\b.{0,60}(measures|safeguards|controls)|(適切|合理的|必要|相当)(かつ(適切|合理的))?な.{0,30}(措置|対策)"
local named = "annex|schedule|appendix|exhibit|encrypt|firewall|authenticat|access control|patch|backup|logging|malware|\\biso\\b|nist|policy|別紙|別表|別添|暗号|認証|アクセス|バックアップ|ログ|マルウェア|ウイルス|施錠|基準|規程|仕様書"

return rule {
  id = "nis2-security", grade = "major",
  title = { en = "The contract sets out requirements on cybersecurity", ja = "契約にサイバーセキュリティの要求事項が定められている" },
  why = { en = "What is not asked for in the contract cannot be asked for after the attack.",
    ja = "契約で求めていないことを、攻撃を受けた後に求めることはできません。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(a)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "No clause sets out requirements on cybersecurity",
      ja = "サイバーセキュリティの要求事項を定めた条項がありません",
      advice = { en = "List the requirements, or attach them to the contract.",
        ja = "要求事項を列挙するか、別紙として添付してください。" } },
    general = { en = "Appropriate measures are promised, but none is named",
      ja = "適切な措置を講じる旨のみが定められ、具体的な要求事項が示されていません", grade = "minor",
      advice = { en = "Name the measures, or refer to a standard or to a schedule of requirements.",
        ja = "具体的な措置を列挙するか、基準又は別紙を参照してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "security-measures"
    if not clause then return fail "missing" end
    if clause:says(general) and not clause:says(named) and not s.contracts:clause "security-standard" then
      return fail("general", { at = clause })
    end
    return pass { at = clause }
  end,
  examples = {
    { name = "named measures", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Security measures">
    <text>The Supplier implements and maintains the security measures set out in Schedule 5: encryption, access control and logging.</text>
  </clause>
</contract>
]] },
    { name = "named measures, in Japanese", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="安全管理措置">
      <text>乙は、別紙に定める暗号化、アクセス制御その他の安全管理措置を講じる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a standard", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Security measures">
    <text>The Supplier implements appropriate security measures.</text>
  </clause>
  <clause number="2" heading="Standard">
    <text>The Supplier maintains its certification under ISO/IEC 27001.</text>
  </clause>
</contract>
]] },
    { name = "appropriate measures", expect = "fail:general", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Security measures">
    <text>The Supplier implements appropriate technical and organisational measures.</text>
  </clause>
</contract>
]] },
    { name = "appropriate measures, in Japanese", expect = "fail:general", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="安全管理措置">
    <text>乙は、情報の漏えいを防止するため、必要かつ適切な安全管理措置を講じる。</text>
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
  <clause number="1" heading="Security measures">
    <text>The Supplier implements and maintains the security measures set out in Schedule 5: encryption, access control and logging.</text>
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
