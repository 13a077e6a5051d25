return rule {
  id = "design-data-access", grade = "major",
  title = { en = "Access to design data is limited and reviewed at least once in {interval}",
    ja = "設計データへのアクセスが制限され、{interval}に1回以上見直されている" },
  why = { en = "Design data leaks through the many who could open it, not the few who needed to.",
    ja = "設計データは、必要のない人まで閲覧できることで漏えいします。" },
  controls = { "ISO/IEC 27001:2022 A.5.15", "ISO/IEC 27001:2022 A.5.18", "ISO/IEC 27001:2022 A.5.20" },
  params = {
    interval = duration { default = "P6M", min = "P1M", max = "P1Y",
      doc = { en = "The longest time between reviews", ja = "見直しの間隔の上限" } },
  },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() and s:handles "design-data" end,
  messages = {
    unreviewed = { en = "The contract requires no review of access rights",
      ja = "アクセス権の見直しが契約で定められていません",
      advice = { en = "Agree on a review at a fixed interval.",
        ja = "定期的な見直しの頻度を定めてください。" } },
    seldom = { en = "Access rights are reviewed {found}; at least once in {expected} is required",
      ja = "アクセス権の見直しが{found}です。{expected}に1回以上とする必要があります",
      advice = { en = "Agree on more frequent reviews.",
        ja = "見直しの頻度を引き上げてください。" } },
    absent = { en = "There is no such clause; rule access-control reports that",
      ja = "条項がありません（規則access-controlで指摘しています）" },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "access-control"
    if not clause then return not_applicable "absent" end
    local review = clause:interval "review"
    if not review then
      if clause:wording "review" == "blank" then return not_applicable "open" end
      return fail("unreviewed", { at = clause })
    end
    if review > p.interval then return fail("seldom", { at = review, found = review, expected = p.interval }) end
    return pass { at = review }
  end,
  examples = {
    { name = "half-yearly", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>Limited.</text>
      <interval name="review" value="P6M"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "every two years", expect = "fail:seldom", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>Limited.</text>
      <interval name="review" value="P2Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "never", expect = "fail:unreviewed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
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
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="access-control">
      <text>乙は、____ごとにアクセス権を見直す。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
