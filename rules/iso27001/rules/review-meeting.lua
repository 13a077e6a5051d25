return rule {
  id = "review-meeting", grade = "minor",
  title = { en = "Service and security are reviewed at least once in {interval}",
    ja = "定例レビュー会議が{interval}に1回以上開かれる" },
  why = { en = "Problems that have a date on which they are discussed get smaller.",
    ja = "定例の場があれば、問題は小さいうちに解決されます。" },
  controls = { "ISO/IEC 27001:2022 A.5.22" },
  params = {
    interval = duration { default = "P3M", min = "P7D", max = "P1Y",
      doc = { en = "The longest acceptable time between meetings", ja = "許容できる開催間隔の上限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.tier == "critical" or s.tier == "important")
  end,
  messages = {
    seldom = { en = "Meetings take place {found}; at least once in {expected} is required",
      ja = "会議の頻度が{found}です。{expected}に1回以上とする必要があります",
      advice = { en = "Agree on more frequent meetings.",
        ja = "開催頻度を引き上げてください。" } },
    vague = { en = "The frequency of meetings is worded without a number",
      ja = "定例会の頻度が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "How often meetings take place is not agreed",
      ja = "定例会の頻度が定められていません",
      advice = { en = "Agree on a number.",
        ja = "数値で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    missing = { en = "No clause on review meetings",
      ja = "定例会の条項がありません",
      advice = { en = "Agree on a meeting at least once in {interval}.",
        ja = "{interval}に1回以上の定例会を定めてください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "review-meeting"
    if not clause then return fail "missing" end
    local frequency = clause:interval "frequency"
    if not frequency then
      local wording = clause:wording "frequency"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "frequency" }) end
      return fail("unstated", { at = clause })
    end
    if frequency > p.interval then
      return fail("seldom", { at = frequency, found = frequency, expected = p.interval })
    end
    return pass { at = frequency }
  end,
  examples = {
    { name = "good enough", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>Agreed.</text>
      <interval name="frequency" value="P3M"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:seldom", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>Agreed.</text>
      <interval name="frequency" value="P1Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no number", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>The Supplier and the Customer keep this in mind.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "vague", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>甲及び乙は、定期的に会議を開催する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="review-meeting">
      <text>甲及び乙は、____ごとに会議を開催する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
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
  <clause number="1" heading="Review meetings">
    <text>The parties hold a review meeting every three months.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="定例会">
    <text>甲及び乙は、3か月に1回、定例会を開催する。</text>
  </clause>
</contract>
]] },
  },
}
