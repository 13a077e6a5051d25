-- A contract on goods or services is in force: a non-disclosure agreement alone is none.
local function supplies(s)
  return s.contracts:in_force():any(function(c) return c.kind ~= "nda" end)
end

return rule {
  id = "nis2-audit", grade = "major",
  title = { en = "The customer may audit the supplier or receives audit reports", ja = "利用者が供給者を監査し、又は監査報告書を受領できる" },
  why = { en = "A promise that nobody may look at is worth what its maker says.",
    ja = "確認できない約束は、当事者の言葉以上のものではありません。" },
  controls = { "Regulation (EU) 2024/2690 Annex 5.1.4(e)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return supplies(s) end,
  messages = {
    missing = { en = "The contract gives neither a right to audit nor a right to audit reports",
      ja = "監査の権利も、監査報告書を受領する権利も定められていません",
      advice = { en = "Agree on one of the two.",
        ja = "いずれかを定めてください。" } },
  },
  check = function(s)
    local reports = s.contracts:every_clause():find { type = "audit-reports" }
    local clause = reports or s.contracts:clause "audit-right"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "audits", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer may audit the Supplier on its premises once a year.</text>
  </clause>
</contract>
]] },
    { name = "audits, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="監査">
    <text>甲は、乙の事業所において監査を実施することができる。</text>
  </clause>
</contract>
]] },
    { name = "reports", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Assurance reports">
    <text>The Supplier shall provide the Customer with its latest SOC 2 report every year.</text>
  </clause>
</contract>
]] },
    { name = "reports, in Japanese", expect = "pass", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="監査報告書の提出">
    <text>乙は、独立した第三者による監査報告書を毎年甲に提出する。</text>
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
    { name = "the contract in Japanese is silent", expect = "fail:missing", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="準拠法">
      <text>本契約の準拠法は、日本法とする。</text>
    </clause>
  </contract>
</dossier>
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
