return rule {
  id = "flow-down", grade = "major",
  title = { en = "Subcontractors are bound to the same duties", ja = "再委託先に同等の義務が課されている" },
  why = { en = "A chain of suppliers protects as well as its weakest link is bound to.",
    ja = "再委託の連鎖では、最も義務の軽い事業者の水準が全体の水準になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.21" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause passes the supplier's duties on to its subcontractors",
      ja = "再委託先に同等の義務を負わせる条項がありません",
      advice = { en = "Agree on the supplier's duty to bind subcontractors to the same duties and to answer for them.",
        ja = "再委託先に契約と同等の義務を負わせ、再委託先の行為について委託先が責任を負う旨を定めてください。" } },
    prohibited = { en = "Subcontracting is prohibited",
      ja = "再委託が禁止されています" },
  },
  check = function(s)
    local clause = s.contracts:clause "flow-down"
    if clause then return pass { at = clause } end
    local subcontracting = s.contracts:clause "subcontracting"
    local consent = subcontracting and subcontracting:choice "consent"
    if consent and consent:is "prohibited" then return not_applicable "prohibited" end
    return fail "missing"
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="flow-down">
      <text>The Supplier binds subcontractors to the same obligations.</text>
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
    { name = "nothing to pass on", expect = "not-applicable:prohibited", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>The Supplier does not subcontract.</text>
      <choice name="consent" value="prohibited"/>
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
  <clause number="1" heading="Subcontractors">
    <text>The Supplier imposes on its subcontractors the same obligations as those of this Agreement.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託先への義務">
    <text>乙は、再委託先に対し、本契約に定める義務と同等の義務を課す。</text>
  </clause>
</contract>
]] },
  },
}
