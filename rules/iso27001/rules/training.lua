return rule {
  id = "training", grade = "minor",
  title = { en = "The supplier's staff is trained at least once in {interval}",
    ja = "従業者の教育が{interval}に1回以上実施される" },
  why = { en = "Most leaks begin with a person who did not know better.",
    ja = "漏えいの多くは、担当者の不注意や理解不足から起こります。" },
  controls = { "ISO/IEC 27001:2022 A.6.3", "ISO/IEC 27001:2022 A.5.20" },
  params = {
    interval = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest acceptable time between trainings", ja = "許容できる教育間隔の上限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    seldom = { en = "Staff is trained {found}; at least once in {expected} is required",
      ja = "教育の頻度が{found}です。{expected}に1回以上とする必要があります",
      advice = { en = "Train more often.",
        ja = "教育の頻度を引き上げてください。" } },
    vague = { en = "The frequency of training is worded without a number",
      ja = "教育の頻度が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "How often staff is trained is not agreed",
      ja = "教育の頻度が定められていません",
      advice = { en = "Agree on a number.",
        ja = "数値で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    missing = { en = "No clause on training",
      ja = "教育の条項がありません",
      advice = { en = "Agree on the supplier's duty to train the staff who handle the information.",
        ja = "情報を取り扱う従業者への教育を義務付けてください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "training"
    if not clause then return fail "missing" end
    local frequency = clause:interval "frequency"
    if not frequency then
      local wording = clause:wording "frequency"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "frequency" }) end
      return fail("unstated", { at = clause })
    end
    if frequency > p.interval then
      return fail("seldom", { at = frequency, found = frequency, expected = p.interval })
    end
    return pass { at = frequency }
  end,
  examples = {
    { name = "good enough", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="training">
      <text>Agreed.</text>
      <interval name="frequency" value="P1Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:seldom", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="training">
      <text>Agreed.</text>
      <interval name="frequency" value="P2Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no number", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="training">
      <text>The Supplier and the Customer keep this in mind.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "vague", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="training">
      <text>乙は、従業者に対し、定期的に教育を実施する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="training">
      <text>乙は、従業者に対し、____ごとに教育を実施する。</text>
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
  <clause number="1" heading="Training">
    <text>The Supplier provides security training to its staff every year.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="教育">
    <text>乙は、従業者に対し、年1回、情報セキュリティ教育を実施する。</text>
  </clause>
</contract>
]] },
  },
}
