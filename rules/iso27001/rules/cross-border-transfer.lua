-- The first country outside the list in which personal data is handled: the supplier's own or one down its chain.
local function chain(subcontractors, adequate)
  for sub in subcontractors:each() do
    if sub.personal_data and sub.country and not adequate[sub.country] then return sub.country end
    local below = chain(sub.subcontractors, adequate)
    if below then return below end
  end
end

local function abroad(s, list)
  local adequate = {}
  for _, country in ipairs(list) do adequate[country] = true end
  if s.country and not adequate[s.country] then return s.country end
  return chain(s.subcontractors, adequate)
end

return rule {
  id = "cross-border-transfer", grade = "major",
  title = { en = "Personal data goes abroad only with safeguards", ja = "個人情報の越境移転に保護措置がある" },
  why = { en = "In a country without an adequate level of protection the contract is the only protection.",
    ja = "十分な保護水準が認められていない国では、契約だけが保護の根拠になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.34", "ISO/IEC 27001:2022 A.5.31", "ISO/IEC 27001:2022 A.5.14" },
  params = {
    adequate = list { default = { "JP", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR",
      "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK" },
      doc = { en = "Countries whose protection is recognised; the appointed day is that of the pack",
        ja = "十分な保護水準にあると認める国（規則パックの日付時点）" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s, p)
    return s.contracts:in_force():any()
      and s:handles "personal-data" and abroad(s, p.adequate) ~= nil
  end,
  messages = {
    missing = { en = "Personal data is handled in {country}, and no clause governs the transfer",
      ja = "個人情報が{country}で取り扱われますが、越境移転の条項がありません",
      advice = { en = "Agree on standard contractual clauses or an equivalent safeguard.",
        ja = "標準契約条項（SCC）又はこれに相当する保護措置を定めてください。" } },
    mechanism = { en = "The clause on transfers names no safeguard that holds for {country}",
      ja = "越境移転の条項に、{country}への移転の根拠となる保護措置が示されていません",
      advice = { en = "Name the safeguard: standard contractual clauses, binding corporate rules or the consent of the persons.",
        ja = "標準契約条項（SCC）、拘束的企業準則（BCR）又は本人の同意のいずれによるかを明記してください。" } },
  },
  check = function(s, p)
    local country = abroad(s, p.adequate)
    local clause = s.contracts:clause "cross-border-transfer"
    if not clause then return fail("missing", { at = s.supplier, country = country }) end
    local mechanism = clause:choice "mechanism"
    if not mechanism or mechanism:is "adequacy" then return fail("mechanism", { at = mechanism or clause, country = country }) end
    return pass { at = mechanism }
  end,
  examples = {
    { name = "standard clauses", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>SCC apply.</text>
      <choice name="mechanism" value="scc"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a subcontractor abroad", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
    <subcontractor id="x" name="X" country="IN" personal-data="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "adequate country", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no safeguard", expect = "fail:mechanism", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>The Supplier may keep data abroad.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "in good order down the chain", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="members" access="process"/>
    <subcontractor id="x" name="X Ltd" country="GB" personal-data="true">
      <subcontractor id="y" name="Y Ltd" country="GB" personal-data="true"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "abroad at the second tier", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="members" access="process"/>
    <subcontractor id="x" name="X Ltd" country="GB" personal-data="true">
      <subcontractor id="y" name="Y Ltd" country="IN" personal-data="true"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
