return rule {
  id = "appi-my-number-consent", grade = "major",
  title = { en = "Work with Individual Numbers is re-entrusted only with the entruster's consent",
    ja = "個人番号関係事務の再委託には委託元の許諾を要する" },
  why = { en = "The My Number Act allows re-entrustment only with consent; notice does not suffice.",
    ja = "番号法では、委託元の許諾を得た場合に限り再委託が認められます。通知だけでは足りません。" },
  controls = { "My Number Act Art. 10" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() and s.assets:any { my_number = true } end,
  messages = {
    missing = { en = "Individual Numbers are handled, and no clause governs re-entrustment",
      ja = "個人番号を取り扱いますが、再委託に関する条項がありません",
      advice = { en = "Add that re-entrustment needs consent at every tier.",
        ja = "再々委託以降を含め、再委託には委託元の許諾を要する旨を定めてください。" } },
    insufficient = { en = "Individual Numbers are handled, and the clause allows re-entrustment without consent",
      ja = "個人番号を取り扱いますが、許諾なく再委託できる定めになっています",
      advice = { en = "Agree on consent at every tier instead.",
        ja = "再々委託以降を含め、委託元の許諾を要する旨に改めてください。" } },
    unclear = { en = "Individual Numbers are handled, and the clause does not say whether re-entrustment needs consent",
      ja = "個人番号を取り扱いますが、再委託に許諾を要することが示されていません",
      advice = { en = "State that re-entrustment needs consent at every tier.",
        ja = "再々委託以降を含め、委託元の許諾を要する旨を明記してください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "subcontracting"
    if not clause then return fail "missing" end
    local consent = clause:choice "consent"
    if not consent then return fail("unclear", { at = clause }) end
    if consent:is "free" or consent:is "notice" then return fail("insufficient", { at = consent }) end
    return pass { at = consent }
  end,
  examples = {
    { name = "consent", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、甲の事前の書面による承諾なく再委託してはならない。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "prohibited", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>No re-entrustment.</text>
      <choice name="consent" value="prohibited"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "notice", expect = "fail:insufficient", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、再委託をするときは、あらかじめ甲に通知する。</text>
      <choice name="consent" value="notice"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "free", expect = "fail:insufficient", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>乙は、再委託をすることができる。</text>
      <choice name="consent" value="free"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing about consent", expect = "fail:unclear", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>The parties will discuss the use of others.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no Individual Numbers", expect = "not-applicable", as_of = "2026-12-01", document = [[
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
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Subcontracting">
      <text>The Supplier shall not subcontract the Services without the Customer's prior written consent.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="再委託">
      <text>乙は、甲の事前の書面による承諾なく、本業務を再委託してはならない。</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
