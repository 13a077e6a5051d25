return rule {
  id = "gdpr-breach-notice", grade = "major",
  title = { en = "Breaches of personal data are notified without undue delay, in at most {hours} hours where a number is agreed",
    ja = "個人データ侵害が不当な遅滞なく（数値の定めがある場合は{hours}時間以内に）通知される" },
  why = { en = "The controller can notify in time only what it has been told. The law names no number for the processor.",
    ja = "処理者からの通知がなければ、管理者は期限内に届け出ることができません。処理者の期限について法に数値の定めはありません。" },
  controls = { "GDPR Art. 28(3)(f)", "GDPR Art. 33(2)" },
  params = {
    hours = integer { default = 48, min = 1, max = 168,
      doc = { en = "The longest agreed time that still counts as without undue delay (a choice, not in the law)",
        ja = "不当な遅滞に当たらないとみなす約定期限の上限（法の定めではなく利用者の設定）" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause obliges the processor to notify breaches of personal data",
      ja = "個人データ侵害の通知を義務付ける条項がありません",
      advice = { en = "Add the duty to notify without undue delay, within {hours} hours at most.",
        ja = "不当な遅滞なく、遅くとも{hours}時間以内に通知する義務を定めてください。" } },
    late = { en = "Breaches are notified within {found}; at most {expected} is acceptable",
      ja = "侵害の通知期限が{found}です。{expected}以内とする必要があります", grade = "minor",
      advice = { en = "Shorten the period to {hours} hours.",
        ja = "期限を{hours}時間以内に短縮してください。" } },
    unstated = { en = "Breaches are notified, but nothing is said about when",
      ja = "侵害の通知の時期が定められていません",
      advice = { en = "Add that breaches are notified without undue delay, within {hours} hours at most.",
        ja = "不当な遅滞なく、遅くとも{hours}時間以内に通知する旨を追加してください。" } },
    open = { en = "The time of the notice is left blank",
      ja = "通知の期限が空欄です", grade = "minor",
      advice = { en = "Fill in the time.", ja = "期限を記入してください。" } },
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
    if wording == "vague" then return pass { at = clause:passage "report-within" } end
    return fail("unstated", { at = clause })
  end,
  examples = {
    { name = "24 hours", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports breaches of personal data within 24 hours.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "without undue delay", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier notifies the Customer of breaches of personal data without undue delay.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "five days", expect = "fail:late", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>Breaches are reported.</text>
      <duration name="report-within" value="P5D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no time", expect = "fail:unstated", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report">
      <text>The Supplier reports incidents to the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "fail:open", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
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
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
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
  <clause number="1" heading="Data breaches">
    <text>The Supplier notifies the Customer of any personal data breach without undue delay.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="漏えい等の報告">
    <text>乙は、個人データの漏えいを知ったときは、不当に遅滞することなく、24時間以内に甲に通知する。</text>
  </clause>
</contract>
]] },
  },
}
