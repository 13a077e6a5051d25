local function outside(country, inside)
  for _, name in ipairs(inside) do
    if country == nil or country == name then return false end
  end
  return true
end

-- The first country outside the list in which personal data is handled: the supplier's own or one down its chain.
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
  id = "appi-foreign", grade = "major",
  title = { en = "Entrusting personal data to a foreign third party has a ground", ja = "外国にある第三者への委託に根拠がある" },
  why = { en = "For a supplier abroad the exception for entrustment does not hold: consent, or a supplier with equivalent measures, is needed.",
    ja = "外国にある第三者への提供は、委託であっても、本人の同意又は相当する措置を講ずる体制などの根拠を要します。" },
  controls = { "APPI Art. 28" },
  params = {
    inside = list { default = { "JP", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
      "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK" },
      doc = { en = "Japan, and the countries recognised as giving equivalent protection",
        ja = "日本、及び同等の水準の保護制度を有すると認められた国" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s, p)
    return s.contracts:in_force():any() and s:handles "personal-data" and abroad(s, p.inside) ~= nil
  end,
  messages = {
    missing = { en = "Personal data is handled in {country}, and no clause governs that",
      ja = "個人データが{country}で取り扱われますが、外国での取扱いに関する条項がありません",
      advice = { en = "Agree on measures equivalent to the Act, or have the consent of the persons on record.",
        ja = "法に相当する措置を契約で定めるか、本人の同意を得た旨を明らかにしてください。" } },
    mechanism = { en = "The clause does not name a ground that holds for {country}",
      ja = "条項に、{country}での取扱いの根拠が示されていません",
      advice = { en = "Name the ground: the consent of the persons, or clauses that oblige the supplier to equivalent measures.",
        ja = "本人の同意、又は相当する措置を義務付ける条項のいずれによるかを明記してください。" } },
  },
  check = function(s, p)
    local country = abroad(s, p.inside)
    local clause = s.contracts:clause "cross-border-transfer"
    if not clause then return fail("missing", { at = s.supplier, country = country }) end
    local mechanism = clause:choice "mechanism"
    if mechanism and not mechanism:is "adequacy" then return pass { at = mechanism } end
    local equivalent = clause:says "(相当|同等)(する|の)?.{0,20}(措置|水準)|equivalent (measures|protection)"
    if equivalent then return pass { at = equivalent } end
    return fail("mechanism", { at = mechanism or clause, country = country })
  end,
  examples = {
    { name = "consent of the persons", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="VN">
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
    { name = "equivalent measures", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="VN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>乙は、個人情報取扱事業者が講ずべき措置に相当する措置を継続的に講ずる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no ground", expect = "fail:mechanism", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="VN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>Data is handled abroad.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "down the chain", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
    <subcontractor id="x" name="X Ltd" country="VN" personal-data="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="VN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "equivalent measures, recognised in English", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="VN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" heading="Transfer of personal data outside Japan">
      <text>Where personal data is transferred outside Japan, the Supplier shall take equivalent measures on a continuing basis.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "consent, recognised in Japanese", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="VN">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="業務委託契約書" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" heading="外国における個人データの取扱い">
      <text>乙は、本人の同意を得た場合を除き、個人データを外国にある第三者に提供してはならない。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "inside Japan", expect = "not-applicable", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a second tier in Japan", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
    <subcontractor id="x" name="X社" country="JP" personal-data="true">
      <subcontractor id="y" name="Y社" country="JP" personal-data="true"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a second tier abroad", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
    <subcontractor id="x" name="X社" country="JP" personal-data="true">
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
  },
}
