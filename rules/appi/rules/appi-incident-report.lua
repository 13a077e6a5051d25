return rule {
  id = "appi-incident-report", grade = "major",
  title = { en = "Leaks are reported within {hours} hours, in time for the preliminary report",
    ja = "漏えい等が、速報に間に合うよう{hours}時間以内に報告される" },
  why = { en = "The preliminary report to the authority is due about three to five days after the leak is known.",
    ja = "個人情報保護委員会への速報は、事態を知ってからおおむね3～5日以内に行う必要があります。" },
  controls = { "APPI Art. 26" },
  params = {
    hours = integer { default = 72, min = 1, max = 120,
      doc = { en = "Hours from the supplier's knowledge to its report (a choice that leaves time for the preliminary report)",
        ja = "委託先が知った時から報告までの時間数（速報に要する時間を見込んだ利用者の設定）" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause obliges the supplier to report leaks of personal data",
      ja = "個人データの漏えい等の報告を義務付ける条項がありません",
      advice = { en = "Add the duty to report leaks, suspected ones included, within {hours} hours.",
        ja = "漏えい等又はそのおそれを知った時から{hours}時間以内に報告する義務を定めてください。" } },
    late = { en = "Leaks are reported within {found}; at most {expected} leaves time for the preliminary report",
      ja = "報告期限が{found}です。速報に間に合うよう{expected}以内とする必要があります",
      advice = { en = "Shorten the period to {hours} hours.",
        ja = "期限を{hours}時間以内に短縮してください。" } },
    vague = { en = "The time of the report is worded without a number",
      ja = "報告の期限が数値で示されていません", grade = "minor",
      advice = { en = "Replace the wording by a number of hours, {hours} at most.",
        ja = "「速やかに」等の表現を、{hours}時間以内の具体的な時間に改めてください。" } },
    unstated = { en = "Leaks are to be reported, but no time is set",
      ja = "報告の期限が定められていません", grade = "minor",
      advice = { en = "Set a number of hours, {hours} at most.",
        ja = "{hours}時間以内の期限を定めてください。" } },
    open = { en = "The time of the report is left blank",
      ja = "報告の期限が空欄です", grade = "minor",
      advice = { en = "Fill in a number of hours, {hours} at most.",
        ja = "{hours}時間以内の期限を記入してください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "incident-report"
    if not clause then return fail "missing" end
    local within = clause:duration "report-within"
    if within then
      if within > hours(p.hours) then return fail("late", { at = within, found = within, expected = hours(p.hours) }) end
      return pass { at = within }
    end
    local wording = clause:wording "report-within"
    if wording == "blank" then return fail("open", { at = clause:passage "report-within" }) end
    if wording == "vague" then return fail("vague", { at = clause:passage "report-within" }) end
    return fail("unstated", { at = clause })
  end,
  examples = {
    { name = "24 hours", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>乙は、個人データの漏えいを知った時から24時間以内に甲に報告する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "seven days", expect = "fail:late", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>乙は、漏えいを報告する。</text>
      <duration name="report-within" value="P7D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "promptly", expect = "fail:vague", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>乙は、個人データの漏えいが発生したときは、速やかに甲に報告する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no time", expect = "fail:unstated", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>乙は、個人データの漏えいが発生したときは、甲に報告する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "fail:open", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents to the Customer within ____ hours.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-12-01", document = [[
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
    { name = "a non-disclosure agreement alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="confidentiality">
    <text>Information is kept secret.</text>
  </clause>
</contract>
]] },
    { name = "an amendment of something else", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" kind="amendment" title="First amendment" status="executed" effective="2025-04-01">
  <clause number="1" type="governing-law">
    <text>The law of the Customer's seat governs.</text>
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
