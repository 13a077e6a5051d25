return rule {
  id = "answer-backup", grade = "minor",
  title = { en = "Backups are made in practice as often as the contract says",
    ja = "バックアップの運用が契約の頻度に沿っている" },
  why = { en = "Nobody notices a missing backup until it is needed.",
    ja = "バックアップの不足は、必要になるまで気付かれません。" },
  controls = { "ISO/IEC 27001:2022 A.8.13", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.responses:any() and s.contracts:in_force():any() end,
  messages = {
    differs = { en = "The contract wants backups {expected}, in practice they are made {found}",
      ja = "契約の頻度は{expected}ですが、実際は{found}です",
      advice = { en = "Bring the schedule into line with the contract.",
        ja = "契約の頻度に合わせて改めることが必要です。" } },
    silent = { en = "Contract or answer states no time",
      ja = "契約又は回答に期間の記載がありません" },
  },
  check = function(s)
    local clause, answer = s.contracts:clause "backup", s:answer "backup-frequency"
    local frequency = clause and clause:interval "frequency"
    if not frequency or not answer or not answer.interval then return not_applicable "silent" end
    if answer.interval > frequency then
      return fail("differs", { at = answer, related = { frequency }, found = answer.interval, expected = frequency })
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
    <clause number="1" type="backup">
      <text>Agreed.</text>
      <interval name="frequency" value="P1D"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="backup-frequency" interval="P1D">
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
    <clause number="1" type="backup">
      <text>Agreed.</text>
      <interval name="frequency" value="P1D"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="backup-frequency" interval="P7D">
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
    <clause number="1" type="backup">
      <text>Agreed.</text>
      <interval name="frequency" value="P1D"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="remarks" words="none"/>
  </response>
</dossier>
]] },
  },
}
