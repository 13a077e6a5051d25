return rule {
  id = "mistyped-clause", grade = "minor",
  title = { en = "Declared clause types agree with the words", ja = "登録された条項の種類と条文が一致している" },
  why = { en = "A clause that is filed under the wrong name makes other rules pass that should fail.",
    ja = "種類を誤って登録すると、不備のある条項が見逃されます。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.36" },
  needs = { "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    differs = { en = "The clause is declared as {declared}, but its words are those of {worded}",
      ja = "条項の種類は「{declared}」ですが、条文は「{worded}」の内容です",
      advice = { en = "Correct the declared type, or add the clause that is missing.",
        ja = "種類を訂正するか、不足している条項を追加してください。" } },
  },
  check = function(s)
    local found = {}
    for clause in s.contracts:clauses_with("mistyped"):each() do
      table.insert(found, fail("differs", { at = clause, declared = clause.type, worded = clause.mistyped }))
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "as declared", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law" heading="Governing law">
      <text>This Agreement is governed by the laws of Japan.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "governing law filed as audit right", expect = "fail:differs", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right" heading="Governing law">
      <text>This Agreement is governed by and construed in accordance with the laws of Japan.</text>
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
