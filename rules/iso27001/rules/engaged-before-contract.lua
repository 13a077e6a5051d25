return rule {
  id = "engaged-before-contract", grade = "minor",
  title = { en = "The contract was in force before work began", ja = "取引開始前に契約が締結されている" },
  why = { en = "What was handed over before the contract is covered by nothing.",
    ja = "契約前に提供した情報は、いかなる義務の対象にもなりません。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.20" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() and s.engaged ~= nil and s.contracts:any() end,
  messages = {
    undated = { en = "No contract says when it took effect",
      ja = "発効日の分かる契約がありません" },
    early = { en = "Work began on {engaged}, the first contract took effect on {effective}",
      ja = "取引は{engaged}に始まりましたが、最初の契約の発効は{effective}です",
      advice = { en = "Extend the contract to what was handed over before, and conclude contracts first from now on.",
        ja = "契約前に提供した情報にも契約が及ぶことを覚書で確認し、今後は契約締結後に取引を開始してください。" } },
  },
  check = function(s)
    local first = s.contracts:earliest "effective"
    if not first then return not_applicable "undated" end
    if s.engaged < first.effective then
      return fail("early", { at = first, engaged = s.engaged, effective = first.effective })
    end
    return pass { at = first }
  end,
  examples = {
    { name = "on the day of the contract", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2025-04-01">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "two months before", expect = "fail:early", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2025-02-01">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no date known", expect = "not-applicable:undated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2025-02-01">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
