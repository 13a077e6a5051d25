return rule {
  id = "audit-follow-up", grade = "major",
  title = { en = "Nonconformities of audits are corrected by their due dates",
    ja = "監査の不適合が期限までに是正されている" },
  why = { en = "A finding that is left lying is worse than one that was not made: it was known.",
    ja = "放置された不適合は、知りながら対処しなかったことを意味します。" },
  controls = { "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.36" },
  needs = { "supplier" },
  applies = function(s) return s.nonconformities:any() end,
  messages = {
    overdue = { en = "Nonconformity {id} was due on {due} and is still open",
      ja = "不適合「{id}」の是正期限（{due}）を過ぎていますが、是正が確認されていません",
      advice = { en = "Cause, corrective action and evidence are needed, then a re-audit.",
        ja = "原因分析と是正措置の報告、及び再監査での確認が必要です。" } },
    undated = { en = "Nonconformity {id} has no due date",
      ja = "不適合「{id}」に是正期限が設定されていません", grade = "minor",
      advice = { en = "Agree on a due date.",
        ja = "是正期限を合意してください。" } },
  },
  check = function(s)
    local found = {}
    for nonconformity in s.nonconformities:each() do
      if not nonconformity.closed then
        local due = nonconformity.due
        if not due then
          table.insert(found, fail("undated", { at = nonconformity, id = nonconformity.id }))
        elseif due < s.as_of then
          table.insert(found, fail("overdue", { at = nonconformity, id = nonconformity.id, due = due }))
        end
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "closed", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="remote" performed="2025-09-01">
    <nonconformity id="n1" grade="minor" due="2025-12-01" closed="2025-11-20"/>
  </audit>
</dossier>
]] },
    { name = "not due yet", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="remote" performed="2026-03-01">
    <nonconformity id="n1" grade="minor" due="2026-05-01"/>
  </audit>
</dossier>
]] },
    { name = "overdue", expect = "fail:overdue", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="remote" performed="2025-09-01">
    <nonconformity id="n1" grade="minor" due="2025-12-01"/>
  </audit>
</dossier>
]] },
    { name = "no date set", expect = "fail:undated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <audit id="x" method="remote" performed="2025-09-01">
    <nonconformity id="n1" grade="minor"/>
  </audit>
</dossier>
]] },
    { name = "nothing that it concerns", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
