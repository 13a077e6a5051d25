return rule {
  id = "anti-social-forces", grade = "minor",
  title = { en = "Anti-social forces are excluded (Japan)", ja = "反社会的勢力の排除が定められている" },
  why = { en = "Ordinances of all prefectures ask businesses in Japan to agree on this clause.",
    ja = "各都道府県の暴力団排除条例により、契約への記載が求められています。" },
  controls = { "ISO/IEC 27001:2022 A.5.31" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.country == "JP" or s.lone and s.contracts:any { language = "ja" })
  end,
  messages = {
    missing = { en = "No clause excludes anti-social forces",
      ja = "反社会的勢力の排除に関する条項がありません",
      advice = { en = "Add representations on anti-social forces and the right to terminate at once.",
        ja = "反社会的勢力でないことの表明・確約と、無催告で解除できる旨を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "anti-social-forces"
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
    <clause number="1" type="anti-social-forces">
      <text>Neither party is an anti-social force.</text>
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
    { name = "service levels alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="sla" title="Service level agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="service-level">
    <text>Availability is 99.9 %.</text>
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
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract language="ja" xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="反社会的勢力の排除">
    <text>甲及び乙は、反社会的勢力に該当しないことを表明し、保証する。</text>
  </clause>
</contract>
]] },
  },
}
