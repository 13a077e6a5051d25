return rule {
  id = "contract-in-force", grade = "major",
  title = { en = "A contract is in force", ja = "有効な契約がある" },
  why = { en = "Work without a contract is work without duties.", ja = "契約がなければ、委託先に義務を負わせることができません。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.20" },
  needs = { "supplier" },
  applies = function(s) return s.platform == nil end,
  messages = {
    none = { en = "There is no contract with this supplier",
      ja = "この委託先との契約書がありません",
      advice = { en = "Stop the exchange of information until a contract is concluded.",
        ja = "契約を締結するまで、情報の提供を停止してください。" } },
    expired = { en = "The contract expired on {expires}, and none is in force",
      ja = "契約は{expires}に満了しており、有効な契約がありません",
      advice = { en = "Renew the contract, or end the access and have the information returned.",
        ja = "契約を更新するか、アクセスを終了して情報の返還を受けてください。" } },
    draft = { en = "There are only drafts, no executed contract is in force",
      ja = "契約書は案の段階であり、締結されていません",
      advice = { en = "Conclude the contract before information is handed over.",
        ja = "情報を提供する前に、契約を締結してください。" } },
    other = { en = "No contract is in force on this day",
      ja = "この日に有効な契約がありません",
      advice = { en = "Clarify which contract applies.",
        ja = "適用される契約を確認してください。" } },
  },
  check = function(s)
    if s.contracts:none() then return fail("none", { at = s.supplier }) end
    local current = s.contracts:in_force()[1]
    if current then return pass { at = current } end
    local last = s.contracts:latest "expires"
    if last and last.expires < s.as_of then return fail("expired", { at = last, expires = last.expires }) end
    local draft = s.contracts:find { status = "draft" }
    if draft then return fail("draft", { at = draft }) end
    return fail("other", { at = s.contracts[1] })
  end,
  examples = {
    { name = "in force", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "none at all", expect = "fail:none", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "expired last year", expect = "fail:expired", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2023-04-01" expires="2025-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a draft", expect = "fail:draft", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="draft" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "begins next month", expect = "fail:other", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-05-01" expires="2027-04-30">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "engaged through a platform", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" kind="individual" country="JP" platform="Example Freelancers"/>
</dossier>
]] },
  },
}
