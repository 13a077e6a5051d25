return rule {
  id = "incident-report-within", grade = "major",
  title = { en = "Incidents are reported within {hours} hours", ja = "事故は{hours}時間以内に報告される" },
  why = { en = "The clock of authorities, customers and damage runs from the supplier's discovery, not from the next meeting.",
    ja = "当局や顧客への報告と被害の拡大は、次の定例会を待ってくれません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.24", "ISO/IEC 27001:2022 A.6.8" },
  params = {
    hours = integer { default = 24, min = 1, max = 720,
      doc = { en = "Hours from discovery to the report", ja = "発覚から報告までの時間数" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause obliges the supplier to report incidents",
      ja = "事故報告を義務付ける条項がありません",
      advice = { en = "Add the duty to report incidents and suspected incidents within {hours} hours of discovery.",
        ja = "事故又はそのおそれを知った時から{hours}時間以内に報告する義務を定めてください。" } },
    late = { en = "Incidents are to be reported within {found}; at most {expected} is acceptable",
      ja = "事故報告の期限が{found}です。{expected}以内とする必要があります",
      advice = { en = "Shorten the period to {hours} hours.",
        ja = "期限を{hours}時間以内に短縮してください。" } },
    vague = { en = "The time of the incident report is worded without a number",
      ja = "事故報告の期限が数値で示されていません", grade = "minor",
      advice = { en = "Replace the wording by a number of hours, {hours} at most.",
        ja = "「速やかに」等の表現を、{hours}時間以内の具体的な時間に改めてください。" } },
    unstated = { en = "Incidents are to be reported, but no time is set",
      ja = "事故報告の期限が定められていません",
      advice = { en = "Set a number of hours, {hours} at most.",
        ja = "{hours}時間以内の期限を定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "incident-report"
    if not clause then return fail "missing" end
    local within = clause:duration "report-within"
    if not within then
      local wording = clause:wording "report-within"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "report-within" }) end
      return fail("unstated", { at = clause })
    end
    if within > hours(p.hours) then
      return fail("late", { at = within, found = within, expected = hours(p.hours) })
    end
    return pass { at = within }
  end,
  examples = {
    { name = "24 hours", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents within 24 hours.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "72 hours", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents.</text>
      <duration name="report-within" value="PT72H"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "three business days", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>乙は、事故を知った日から3営業日以内に甲に報告する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "promptly", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier promptly reports incidents to the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no time", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents to the Customer.</text>
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
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents to the Customer within ____ hours.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the customer reports to the supplier", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <party role="customer" name="B" alias="甲"/>
    <party role="supplier" name="A" alias="乙"/>
    <clause number="1" heading="事故報告">
      <text>甲は、情報の漏えいを知ったときは、24時間以内に乙に報告する。</text>
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
    { name = "service levels alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="sla" title="Service level agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="service-level">
    <text>Availability is 99.9 %.</text>
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
  <clause number="1" heading="Incidents">
    <text>The Supplier shall report any security incident by telephone to the Customer's security contact within 12 hours.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="事故の報告">
    <text>乙は、情報の漏えいを知ったときは、12時間以内に、電話により甲の連絡窓口に報告する。</text>
  </clause>
</contract>
]] },
  },
}
