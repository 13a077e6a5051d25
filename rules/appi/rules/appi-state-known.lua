return rule {
  id = "appi-state-known", grade = "observation",
  audience = "internal",
  title = { en = "How the supplier handles personal data was looked at within {months} months",
    ja = "個人データの取扱状況が{months}か月以内に確認されている" },
  why = { en = "The guideline recommends regular audits or the like; it names no period.",
    ja = "ガイドラインは定期的な監査等による把握を望ましいとしています。期間の定めはありません。" },
  controls = { "APPI Art. 25" },
  params = {
    months = integer { default = 12, min = 1, max = 60,
      doc = { en = "The longest time in months since the last audit or response (a choice, not in the guideline)",
        ja = "直近の監査又は回答からの最長の月数（ガイドラインの定めではなく利用者の設定）" } },
  },
  needs = { "supplier" },
  applies = function(s) return s:handles "personal-data" end,
  messages = {
    never = { en = "Neither an audit nor a response is on record",
      ja = "監査の記録も質問票への回答もありません",
      advice = { en = "Send the questionnaire, or plan an audit.",
        ja = "質問票を送付するか、監査を計画することをご検討ください。" } },
    stale = { en = "The handling was last looked at on {found}, longer than {months} months ago",
      ja = "直近の確認は{found}で、{months}か月を超えています",
      advice = { en = "Ask again, or audit, and judge whether the entrustment should go on unchanged.",
        ja = "改めて回答を求めるか監査を行い、委託内容の見直しの要否を評価することをご検討ください。" } },
    young = { en = "The supplier was engaged less than {months} months ago",
      ja = "委託の開始から{months}か月が経過していません" },
  },
  check = function(s, p)
    local last, place
    local function look(node, day)
      if day and day <= s.as_of and (last == nil or day > last) then last, place = day, node end
    end
    for a in s.audits:each() do look(a, a.performed) end
    for r in s.responses:each() do look(r, r.date) end
    if last and last + months(p.months) >= s.as_of then return pass { at = place } end
    if s.engaged and s.engaged + months(p.months) >= s.as_of then return not_applicable "young" end
    if last then return fail("stale", { at = place, found = last }) end
    return fail("never", { at = s.supplier })
  end,
  examples = {
    { name = "audited this year", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
  <audit id="x" method="remote" performed="2026-05-01"/>
</dossier>
]] },
    { name = "answered this year", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
  <response id="r" date="2026-03-01">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "two years ago", expect = "fail:stale", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
  <audit id="x" method="remote" performed="2024-05-01"/>
</dossier>
]] },
    { name = "only planned", expect = "fail:never", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
  <audit id="x" method="remote" planned="2027-01-15"/>
</dossier>
]] },
    { name = "new supplier", expect = "not-applicable:young", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" engaged="2026-07-01">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
