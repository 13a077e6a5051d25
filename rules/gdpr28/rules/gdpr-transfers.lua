local function outside(country, inside)
  for _, name in ipairs(inside) do
    if country == nil or country == name then return false end
  end
  return true
end

-- The first country outside the list in which personal data is handled: the processor's own or one down its chain.
local function chain(subcontractors, inside)
  for sub in subcontractors:each() do
    if sub.personal_data and outside(sub.country, inside) then return sub.country end
    local below = chain(sub.subcontractors, inside)
    if below then return below end
  end
end

local function abroad(s, inside)
  if outside(s.country, inside) then return s.country end
  return chain(s.subcontractors, inside)
end

return rule {
  id = "gdpr-transfers", grade = "major",
  title = { en = "Transfers to third countries rest on safeguards", ja = "第三国への移転に保護措置がある" },
  why = { en = "Protection has to travel with the data; where no decision of adequacy covers a country, the contract must carry it.",
    ja = "十分性認定のない国への移転では、契約等の保護措置によって保護の水準を確保する必要があります。" },
  controls = { "GDPR Art. 28(3)(a)", "GDPR Art. 46(1)" },
  params = {
    inside = list { default = { "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
      "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "CH", "GB", "JP" },
      doc = { en = "Countries of the European Economic Area, and those whose adequacy is relied on",
        ja = "欧州経済領域の国、及び十分性認定に依拠する国" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s, p)
    return s.contracts:in_force():any() and s:handles "personal-data" and abroad(s, p.inside) ~= nil
  end,
  messages = {
    missing = { en = "Personal data is handled in {country}, and no clause governs the transfer",
      ja = "個人データが{country}で処理されますが、移転の条項がありません",
      advice = { en = "Agree on standard contractual clauses or another safeguard.",
        ja = "標準契約条項（SCC）等の保護措置を定めてください。" } },
    mechanism = { en = "The clause on transfers names no safeguard that holds for {country}",
      ja = "移転の条項に、{country}への移転の根拠となる保護措置が示されていません",
      advice = { en = "Name the safeguard: standard contractual clauses or binding corporate rules, unless a decision on adequacy covers the country.",
        ja = "標準契約条項（SCC）又は拘束的企業準則（BCR）を明記してください（十分性認定の対象国を除く）。" } },
  },
  check = function(s, p)
    local country = abroad(s, p.inside)
    local clause = s.contracts:clause "cross-border-transfer"
    if not clause then return fail("missing", { at = s.supplier, country = country }) end
    local mechanism = clause:choice "mechanism"
    if mechanism and (mechanism:is "scc" or mechanism:is "bcr") then return pass { at = mechanism } end
    return fail("mechanism", { at = mechanism or clause, country = country })
  end,
  examples = {
    { name = "standard clauses", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>The standard contractual clauses apply.</text>
      <choice name="mechanism" value="scc"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "down the chain", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
    <subcontractor id="x" name="X Ltd" country="IN" personal-data="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "consent is no safeguard", expect = "fail:mechanism", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>Data goes abroad.</text>
      <choice name="mechanism" value="consent"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "adequacy that does not exist", expect = "fail:mechanism", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>Data goes abroad.</text>
      <choice name="mechanism" value="adequacy"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "inside the Union", expect = "not-applicable", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "subcontractors inside the Union", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
    <subcontractor id="x" name="X GmbH" country="AT" personal-data="true">
      <subcontractor id="y" name="Y GmbH" country="DE" personal-data="true"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "at the second tier", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
    <subcontractor id="x" name="X GmbH" country="AT" personal-data="true">
      <subcontractor id="y" name="Y Ltd" country="IN" personal-data="true"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "in English", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="International transfers">
      <text>Personal data is transferred to a third country only under the standard contractual clauses.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="越境移転">
      <text>個人データの国外への移転には、標準契約条項を適用する。</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
