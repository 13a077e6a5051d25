return rule {
  id = "review-held", grade = "minor",
  title = { en = "Review meetings were held as promised in the last {window}",
    ja = "直近{window}の定例レビューが約束どおり開かれている" },
  why = { en = "A missed quarter is where complaints and changes pile up.",
    ja = "開催されなかった四半期に、問題と変更が積み残されます。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    window = duration { default = "P1Y", min = "P3M", max = "P3Y",
      doc = { en = "How far back meetings are looked at", ja = "さかのぼって確認する期間" } },
    grace = duration { default = "P21D", min = "P1D", max = "P60D",
      doc = { en = "How late a meeting may be", ja = "開催の遅れの許容日数" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    none = { en = "No review meeting is on record; the contract promises meetings {promised}",
      ja = "定例レビューの記録がありません。契約では{promised}の開催が定められています",
      advice = { en = "Hold the meeting, and keep minutes.",
        ja = "会議を開催し、議事録を残してください。" } },
    gap = { en = "No review meeting between {from} and {to}; the contract promises meetings {promised}",
      ja = "{from}から{to}までの間、定例レビューが開かれていません。契約では{promised}の開催が定められています",
      advice = { en = "Hold the meeting that was missed, and fix dates for the year.",
        ja = "未開催の会議を開き、年間の日程を確定してください。" } },
    silent = { en = "The contract promises no meetings",
      ja = "定例会の頻度が定められていません" },
    young = { en = "The contract is younger than the time between meetings",
      ja = "契約の開始から定例会の間隔が経過していません" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "review-meeting"
    local promised = clause and clause:interval "frequency"
    if not promised then return not_applicable "silent" end
    local start, limit = s.as_of - p.window, promised.value + p.grace
    local effective = clause.contract.effective
    if effective and effective > start then start = effective end
    local held = {}
    for review in s.reviews:each() do
      if review.date >= start and review.date <= s.as_of then table.insert(held, review) end
    end
    if #held == 0 then
      if start + limit >= s.as_of then return not_applicable "young" end
      return fail("none", { at = promised, promised = promised })
    end
    table.sort(held, function(a, b) return a.date < b.date end)
    local found, before = {}, start
    for _, review in ipairs(held) do
      if before + limit < review.date then
        table.insert(found, fail("gap", { at = review, related = { promised }, from = before, to = review.date, promised = promised }))
      end
      before = review.date
    end
    if before + limit < s.as_of then
      table.insert(found, fail("gap", { at = held[#held], related = { promised }, from = before, to = s.as_of, promised = promised }))
    end
    if #found == 0 then return pass { at = held[1] } end
    return found
  end,
  examples = {
    { name = "every quarter", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>Meetings.</text>
      <interval name="frequency" value="P3M"/>
    </clause>
  </contract>
  <service-record>
    <review kind="service" date="2025-04-15"/>
    <review kind="service" date="2025-07-15"/>
    <review kind="service" date="2025-10-15"/>
    <review kind="service" date="2026-01-15"/>
  </service-record>
</dossier>
]] },
    { name = "a quarter missed", expect = "fail:gap", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>Meetings.</text>
      <interval name="frequency" value="P3M"/>
    </clause>
  </contract>
  <service-record>
    <review kind="service" date="2025-04-15"/>
    <review kind="service" date="2025-07-15"/>
    <review kind="service" date="2026-01-15"/>
  </service-record>
</dossier>
]] },
    { name = "none since January of last year", expect = "fail:none", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2024-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>Meetings.</text>
      <interval name="frequency" value="P3M"/>
    </clause>
  </contract>
  <service-record>
    <review kind="service" date="2025-01-15"/>
  </service-record>
</dossier>
]] },
    { name = "not promised", expect = "not-applicable:silent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
  <service-record>
    <review kind="service" date="2025-01-15"/>
  </service-record>
</dossier>
]] },
    { name = "too early for the first meeting", expect = "not-applicable:young", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-03-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>Meetings.</text>
      <interval name="frequency" value="P3M"/>
    </clause>
  </contract>
  <service-record/>
</dossier>
]] },
    { name = "none at the end of the year", expect = "fail:gap", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="review-meeting">
      <text>Meetings.</text>
      <interval name="frequency" value="P3M"/>
    </clause>
  </contract>
  <service-record>
    <review kind="service" date="2025-06-15"/>
    <review kind="service" date="2025-09-01"/>
    <review kind="service" date="2025-11-15"/>
  </service-record>
</dossier>
]] },
  },
}
