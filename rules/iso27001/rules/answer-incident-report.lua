return rule {
  id = "answer-incident-report", grade = "major",
  title = { en = "The supplier's practice of incident reports keeps the contract's time",
    ja = "事故報告の運用が契約の期限に沿っている" },
  why = { en = "Staff report by the internal rule, not by the contract in the drawer.",
    ja = "現場は、契約書ではなく社内規程に従って報告します。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.24", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.responses:any() and s.contracts:in_force():any() end,
  messages = {
    differs = { en = "The contract wants reports within {expected}, the supplier's own rule says {found}",
      ja = "契約では{expected}以内の報告が必要ですが、委託先の運用は{found}以内です",
      advice = { en = "Bring the internal rule into line with the time in the contract.",
        ja = "社内手順を、契約の期限に合わせて改めることが必要です。" } },
    silent = { en = "Contract or answer states no time",
      ja = "契約又は回答に期間の記載がありません" },
  },
  check = function(s)
    local clause, answer = s.contracts:clause "incident-report", s:answer "incident-report-time"
    local within = clause and clause:duration "report-within"
    if not within or not answer or not answer.duration then return not_applicable "silent" end
    if answer.duration > within then
      return fail("differs", { at = answer, related = { within }, found = answer.duration, expected = within })
    end
    return pass { at = answer }
  end,
  examples = {
    { name = "practice keeps the promise", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Agreed.</text>
      <duration name="report-within" value="PT24H"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="incident-report-time" duration="PT12H">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "practice is slower", expect = "fail:differs", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Agreed.</text>
      <duration name="report-within" value="PT24H"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="incident-report-time" duration="PT72H">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "not asked", expect = "not-applicable:silent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Agreed.</text>
      <duration name="report-within" value="PT24H"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="remarks" words="none"/>
  </response>
</dossier>
]] },
  },
}
