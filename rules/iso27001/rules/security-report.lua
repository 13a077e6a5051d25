return rule {
  id = "security-report", grade = "minor",
  title = { en = "The supplier reports on security at least once in {interval}",
    ja = "セキュリティ報告が{interval}に1回以上行われる" },
  why = { en = "A report that is due every month shows silence as a fact.",
    ja = "定期報告の取決めがあれば、報告がないこと自体が異常の兆候になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.20" },
  params = {
    interval = duration { default = "P1M", min = "P1D", max = "P1Y",
      doc = { en = "The longest acceptable time between reports", ja = "許容できる報告間隔の上限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.tier == "critical" or s.tier == "important")
  end,
  messages = {
    seldom = { en = "Reports come {found}; at least once in {expected} is required",
      ja = "報告の頻度が{found}です。{expected}に1回以上とする必要があります",
      advice = { en = "Agree on more frequent reports.",
        ja = "報告の頻度を引き上げてください。" } },
    vague = { en = "The frequency of reports is worded without a number",
      ja = "報告の頻度が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "How often the supplier reports is not agreed",
      ja = "セキュリティ報告の頻度が定められていません",
      advice = { en = "Agree on a number.",
        ja = "数値で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    missing = { en = "No clause on regular security reports",
      ja = "セキュリティ報告の条項がありません",
      advice = { en = "Agree on a regular report on measures, incidents and changes.",
        ja = "対策の実施状況、事故及び変更に関する定期報告を定めてください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "security-report"
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
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="security-report">
      <text>Agreed.</text>
      <interval name="frequency" value="P1M"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:seldom", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="security-report">
      <text>Agreed.</text>
      <interval name="frequency" value="P6M"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no number", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="security-report">
      <text>The Supplier and the Customer keep this in mind.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "vague", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="security-report">
      <text>乙は、セキュリティ対策の実施状況を定期的に報告する。</text>
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
    <clause number="1" type="security-report">
      <text>乙は、セキュリティ対策の実施状況を____ごとに報告する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
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
  <clause number="1" type="audit-right">
    <text>As agreed.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Security reports">
    <text>The Supplier submits a security report every month.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="セキュリティ報告">
    <text>乙は、毎月1回、セキュリティ報告書を甲に提出する。</text>
  </clause>
</contract>
]] },
  },
}
