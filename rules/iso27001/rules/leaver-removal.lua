return rule {
  id = "leaver-removal", grade = "minor",
  title = { en = "Accounts of leavers are removed within {within}", ja = "退職者等のアクセス権は{within}以内に削除される" },
  why = { en = "A living account of somebody who has left is the easiest way in.",
    ja = "退職者のアカウントが残っていると、不正アクセスの入口になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.18", "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.6.5" },
  params = {
    within = duration { default = "P3D", min = "PT1H", max = "P30D",
      doc = { en = "The longest time from leaving to removal", ja = "退職等から削除までの最長の期間" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    late = { en = "Access is removed within {found}; at most {expected} is acceptable",
      ja = "アクセス権の削除期限が{found}です。{expected}以内とする必要があります",
      advice = { en = "Shorten the period.",
        ja = "期限を短縮してください。" } },
    vague = { en = "The time for removing access is worded without a number",
      ja = "アクセス権の削除期限が数値で示されていません",
      advice = { en = "Set a number of days.",
        ja = "「速やかに」等の表現を、具体的な日数に改めてください。" } },
    unstated = { en = "No time is set for removing access when staff leave or move",
      ja = "退職・異動時のアクセス権の削除期限が定められていません",
      advice = { en = "Set a number of days.",
        ja = "退職・異動時の削除期限を日数で定めてください。" } },
    absent = { en = "There is no such clause; rule access-control reports that",
      ja = "条項がありません（規則access-controlで指摘しています）" },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "access-control"
    if not clause then return not_applicable "absent" end
    local removal = clause:duration "leaver-removal"
    if not removal then
      local wording = clause:wording "leaver-removal"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "leaver-removal" }) end
      return fail("unstated", { at = clause })
    end
    if removal > p.within then
      return fail("late", { at = removal, found = removal, expected = p.within })
    end
    return pass { at = removal }
  end,
  examples = {
    { name = "the same day", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>Removed.</text>
      <duration name="leaver-removal" value="P1D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a month", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>Removed.</text>
      <duration name="leaver-removal" value="P1M"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "promptly", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>乙は、従業者が退職したときは、速やかに当該従業者のアクセス権を削除する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not said", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>Access is limited to named persons.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>Access rights of leavers are removed within ____ days.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no such clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
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
  <clause number="1" heading="Access control">
    <text>Access rights are granted to named staff only. When a member of staff leaves, the Supplier removes the access rights within one (1) day.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="アクセス管理">
    <text>乙は、アクセス権を業務上必要な従業者に限定し、退職者のアクセス権を1日以内に削除する。</text>
  </clause>
</contract>
]] },
  },
}
