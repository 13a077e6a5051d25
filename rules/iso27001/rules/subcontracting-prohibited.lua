return rule {
  id = "subcontracting-prohibited", grade = "major",
  title = { en = "Nobody works for the supplier where subcontracting is prohibited or undeclared",
    ja = "禁止された再委託が行われていない" },
  why = { en = "A prohibition that is not kept is the plainest gap between paper and practice.",
    ja = "守られていない禁止条項は、契約と実態のかい離の典型です。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() and s.subcontractors:any() end,
  messages = {
    prohibited = { en = "The contract prohibits subcontracting, but {name} works for the supplier",
      ja = "契約で再委託が禁止されていますが、「{name}」に再委託されています",
      advice = { en = "Take the work back, or agree on an amendment of the contract and on consent to the subcontractor.",
        ja = "再委託の中止、又は契約の変更と承諾が必要です。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "subcontracting"
    local consent = clause and clause:choice "consent"
    if consent and consent:is "prohibited" then
      local sub = s.subcontractors[1]
      return fail("prohibited", { at = sub, related = { consent }, name = sub.name })
    end
    return pass { at = s.subcontractors[1] }
  end,
  examples = {
    { name = "allowed with consent", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>Consent.</text>
      <choice name="consent" value="prior-written"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "prohibited", expect = "fail:prohibited", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="subcontracting">
      <text>None.</text>
      <choice name="consent" value="prohibited"/>
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
