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
  },
  check = function(s, p)
    local clause = s.contracts:clause "review-meeting"
    local promised = clause and clause:interval "frequency"
    if not promised then return not_applicable "silent" end
    local began = clause.contract.effective or s.as_of - p.window
    local start = s.as_of - p.window
    if began > start then start = began end
    local first = s.reviews:where(function(r) return r.date >= start and r.date <= s.as_of end):earliest "date"
    if not first then
      if start + promised.value + p.grace >= s.as_of then return not_applicable "silent" end
      return fail("none", { at = promised, promised = promised })
    end
    local found, before, next_one = {}, start, first
    while next_one do
      if before + promised.value + p.grace < next_one.date then
        table.insert(found, fail("gap", { at = next_one, related = { promised }, from = before, to = next_one.date, promised = promised }))
      end
      before = next_one.date
      next_one = s.reviews:where(function(r) return r.date > before and r.date <= s.as_of end):earliest "date"
    end
    if before + promised.value + p.grace < s.as_of then
      table.insert(found, fail("gap", { at = s.reviews:latest "date", related = { promised }, from = before, to = s.as_of, promised = promised }))
    end
    if #found == 0 then return pass { at = first } end
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
  },
}
