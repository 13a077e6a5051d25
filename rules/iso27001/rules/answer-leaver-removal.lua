return rule {
  id = "answer-leaver-removal", grade = "minor",
  title = { en = "Accounts of leavers are removed in practice as the contract says",
    ja = "退職者のアカウント削除の運用が契約の期限に沿っている" },
  why = { en = "The day on which an account really disappears is what counts.",
    ja = "重要なのは、実際にアカウントが削除される日です。" },
  controls = { "ISO/IEC 27001:2022 A.5.18", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.responses:any() and s.contracts:in_force():any() end,
  messages = {
    differs = { en = "The contract wants removal within {expected}, in practice it takes {found}",
      ja = "契約では{expected}以内の削除が必要ですが、実際には{found}かかっています",
      advice = { en = "Tie removal to the leaving procedure.",
        ja = "退職手続と連動した削除が必要です。" } },
    silent = { en = "Contract or answer states no time",
      ja = "契約又は回答に期間の記載がありません" },
  },
  check = function(s)
    local clause, answer = s.contracts:clause "access-control", s:answer "leaver-removal-time"
    local removal = clause and clause:duration "leaver-removal"
    if not removal or not answer or not answer.duration then return not_applicable "silent" end
    if answer.duration > removal then
      return fail("differs", { at = answer, related = { removal }, found = answer.duration, expected = removal })
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
    <clause number="1" type="access-control">
      <text>Agreed.</text>
      <duration name="leaver-removal" value="P3D"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="leaver-removal-time" duration="P1D">
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
    <clause number="1" type="access-control">
      <text>Agreed.</text>
      <duration name="leaver-removal" value="P3D"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="leaver-removal-time" duration="P14D">
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
    <clause number="1" type="access-control">
      <text>Agreed.</text>
      <duration name="leaver-removal" value="P3D"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="remarks" words="none"/>
  </response>
</dossier>
]] },
  },
}
