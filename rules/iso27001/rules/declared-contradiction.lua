return rule {
  id = "declared-contradiction", grade = "major",
  title = { en = "Declared values agree with the words of the clause", ja = "登録された取決め値と条文が一致している" },
  why = { en = "The court reads the words; the register follows the declared value. They must not differ.",
    ja = "裁判で読まれるのは条文であり、台帳の値と食い違ってはなりません。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.36" },
  needs = { "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    differs = { en = "The document declares {declared}, but the words say {worded}",
      ja = "取決め値は{declared}ですが、条文では{worded}とされています",
      advice = { en = "Correct the declared value or amend the clause.",
        ja = "取決め値を訂正するか、条文を変更してください。" } },
  },
  check = function(s)
    local found = {}
    for clause in s.contracts:clauses_with("contradictions"):each() do
      for term in clause.contradictions:each() do
        table.insert(found, fail("differs", { at = term.recognised, related = { term.declared },
          declared = term.declared, worded = term.recognised }))
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "24 hours in both", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents within 24 hours.</text>
      <duration name="report-within" value="PT24H"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "24 declared, 72 written", expect = "fail:differs", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents to the Customer within 72 hours of discovery.</text>
      <duration name="report-within" value="PT24H"/>
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
