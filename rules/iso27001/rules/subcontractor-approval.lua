-- Walks down the chain: consent stands in the profile or in a contract in force.
local function judge(s, subcontractors, given, listed, found)
  for sub in subcontractors:each() do
    listed[sub.id] = true
    local approved = sub.approved or given[sub.id] and given[sub.id].given
    if not approved then
      table.insert(found, fail("unapproved", { at = sub, name = sub.name }))
    elseif approved > s.as_of then
      table.insert(found, fail("future", { at = sub, name = sub.name, given = approved }))
    end
    judge(s, sub.subcontractors, given, listed, found)
  end
end

return rule {
  id = "subcontractor-approval", grade = "major",
  title = { en = "Every subcontractor down the chain was approved", ja = "すべての再委託先（再々委託先を含む）が承諾されている" },
  why = { en = "An unknown subcontractor holds information that nobody has weighed.",
    ja = "承諾のない再委託先には、評価されていない情報が渡っています。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.21" },
  needs = { "supplier" },
  applies = function(s)
    return s.subcontractors:any() or s.contracts:any(function(c) return c.approvals:any() end)
  end,
  messages = {
    unapproved = { en = "{name} works for the supplier without recorded consent",
      ja = "「{name}」への再委託について、承諾の記録がありません",
      advice = { en = "The particulars of the subcontractor are needed, for the customer to give or refuse consent in writing.",
        ja = "再委託先の情報の提出と、書面による承諾の手続が必要です。" } },
    future = { en = "{name} works for the supplier, but consent is dated {given}",
      ja = "「{name}」への再委託の承諾日（{given}）が到来していません", grade = "minor",
      advice = { en = "Check the date of the consent.",
        ja = "承諾日を確認してください。" }, audience = "internal" },
    unlisted = { en = "The contract approves {name}, which the supplier does not list",
      ja = "契約で承諾された「{name}」が、委託先の再委託先一覧にありません", grade = "observation",
      advice = { en = "It is to be confirmed whether this subcontractor is still used.",
        ja = "当該再委託先を現在も利用しているかの確認が必要です。" } },
  },
  check = function(s)
    local given, listed, found = {}, {}, {}
    for contract in s.contracts:in_force():each() do
      for approval in contract.approvals:each() do given[approval.subcontractor] = approval end
    end
    judge(s, s.subcontractors, given, listed, found)
    for id, approval in pairs(given) do
      if not listed[id] then table.insert(found, fail("unlisted", { at = approval, name = id })) end
    end
    if #found == 0 then return pass { at = s.subcontractors[1] } end
    return found
  end,
  examples = {
    { name = "approved in the profile", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd" approved="2025-05-01"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "approved in the contract", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <approval subcontractor="x" given="2025-05-01"/>
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not approved", expect = "fail:unapproved", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not approved, two tiers down", expect = "fail:unapproved", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd" approved="2025-05-01">
      <subcontractor id="y" name="Y Ltd"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "approved tomorrow", expect = "fail:future", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd" approved="2026-04-02"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no longer listed", expect = "fail:unlisted", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <approval subcontractor="z" given="2025-05-01"/>
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing that it concerns", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
