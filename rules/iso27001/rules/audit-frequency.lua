return rule {
  id = "audit-frequency", grade = "minor",
  title = { en = "Audits are promised at least once in {interval}",
    ja = "監査の頻度が定められている（{interval}に1回以上）" },
  why = { en = "An audit right without a rhythm is rarely used.",
    ja = "頻度の定めがない監査権は、行使されないままになりがちです。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    interval = duration { default = "P1Y", min = "P1M", max = "P3Y",
      doc = { en = "The longest time between audits", ja = "監査と監査の間の最長の期間" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.tier == "critical" or s.tier == "important")
  end,
  messages = {
    unstated = { en = "The audit clause does not say how often",
      ja = "監査の頻度が定められていません",
      advice = { en = "State how often audits take place.",
        ja = "監査の頻度を定めてください。" } },
    seldom = { en = "Audits take place {found}; at least once in {expected} is required",
      ja = "監査の頻度が{found}です。{expected}に1回以上とする必要があります",
      advice = { en = "Agree on more frequent audits.",
        ja = "監査の頻度を引き上げてください。" } },
    absent = { en = "There is no such clause; rule audit-right reports that",
      ja = "条項がありません（規則audit-rightで指摘しています）" },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    vague = { en = "How often audits take place is worded without a number",
      ja = "監査の頻度が数値で示されていません",
      advice = { en = "Replace the wording by a frequency.",
        ja = "「定期的に」等の表現を、具体的な頻度に改めてください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "audit-right"
    if not clause then return not_applicable "absent" end
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
    { name = "yearly", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <interval name="frequency" value="P1Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "every three years", expect = "fail:seldom", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <interval name="frequency" value="P3Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no rhythm", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>The Customer may audit the Supplier.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "regularly", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>甲は、乙に対し、定期的に監査を実施することができる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>甲は、年〇回、乙に対する監査を実施することができる。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no such clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
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
  <clause number="1" type="insurance">
    <text>As agreed.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer may audit the Supplier at its premises once a year.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="監査">
    <text>甲は、年1回、乙の事業所に立ち入り、監査を実施することができる。</text>
  </clause>
</contract>
]] },
  },
}
