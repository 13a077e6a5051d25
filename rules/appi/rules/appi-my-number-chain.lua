local function descend(subcontractors, found)
  for sub in subcontractors:each() do
    if sub.personal_data ~= false and not sub.approved then
      table.insert(found, fail("unapproved", { at = sub, name = sub.name }))
    end
    descend(sub.subcontractors, found)
  end
end

return rule {
  id = "appi-my-number-chain", grade = "major",
  title = { en = "The entruster's consent is on record for every tier that may handle Individual Numbers",
    ja = "個人番号を取り扱い得るすべての階層の再委託について許諾の記録がある" },
  why = { en = "Further tiers need the consent of the first entruster, not only of the one above.",
    ja = "再々委託以降も、最初の委託者の許諾が必要です。" },
  controls = { "My Number Act Art. 10" },
  needs = { "supplier" },
  applies = function(s) return s.subcontractors:any() and s.assets:any { my_number = true } end,
  messages = {
    unapproved = { en = "No consent is on record for {name}, which may handle Individual Numbers",
      ja = "個人番号を取り扱う可能性のある「{name}」について、許諾の記録がありません",
      advice = { en = "Record the consent, or the fact that no personal data is handled there; until then stop the handling.",
        ja = "許諾を記録するか、個人情報を取り扱わないことを登録してください。それまでは取扱いを停止させてください。" } },
  },
  check = function(s)
    local found = {}
    descend(s.subcontractors, found)
    if #found == 0 then return pass { at = s.subcontractors[1] } end
    return found
  end,
  examples = {
    { name = "consent at each tier", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
    <subcontractor id="x" name="X社" approved="2026-05-01" personal-data="true">
      <subcontractor id="y" name="Y社" approved="2026-06-01" personal-data="true"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "handles no personal data", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
    <subcontractor id="x" name="X社" personal-data="false"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "consent at the first tier alone", expect = "fail:unapproved", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
    <subcontractor id="x" name="X社" approved="2026-05-01" personal-data="true">
      <subcontractor id="y" name="Y社" personal-data="true"/>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not known what it handles", expect = "fail:unapproved", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="payroll" access="process" my-number="true"/>
    <subcontractor id="x" name="X社"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no Individual Numbers", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="members" access="process"/>
    <subcontractor id="x" name="X社"/>
  </supplier>
</dossier>
]] },
  },
}
