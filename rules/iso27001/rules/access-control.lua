return rule {
  id = "access-control", grade = "major",
  title = { en = "The contract governs who may access the information", ja = "情報へのアクセス権の管理が定められている" },
  why = { en = "Access rights are where most of the harm begins: who has them, who grants them, who takes them away.",
    ja = "アクセス権の付与・変更・削除の取決めがないことは、漏えいの主な原因の一つです。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.15", "ISO/IEC 27001:2022 A.5.18" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause governs access rights",
      ja = "アクセス権の管理を定める条項がありません",
      advice = { en = "State who may have access, how access is granted and reviewed, and within what time it is removed.",
        ja = "アクセスできる者の範囲、権限の付与と見直しの方法、削除の期限を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "access-control"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>Access is limited to named persons.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a non-disclosure agreement alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="confidentiality">
    <text>Information is kept secret.</text>
  </clause>
</contract>
]] },
    { name = "an amendment of something else", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" kind="amendment" title="First amendment" status="executed" effective="2025-04-01">
  <clause number="1" type="audit-right">
    <text>As agreed.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Access control">
    <text>Access rights are granted to named staff only. When a member of staff leaves, the Supplier removes the access rights within one (1) day.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="アクセス管理">
    <text>乙は、アクセス権を業務上必要な従業者に限定し、退職者のアクセス権を1日以内に削除する。</text>
  </clause>
</contract>
]] },
  },
}
