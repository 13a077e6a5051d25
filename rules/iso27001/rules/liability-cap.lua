return rule {
  id = "liability-cap", grade = "major",
  title = { en = "The liability cap is at least {minimum}", ja = "賠償責任の上限は{minimum}以上である" },
  why = { en = "A cap below the likely damage moves the rest of it to the customer.",
    ja = "想定損害を下回る上限は、差額を委託元に負担させます。" },
  controls = { "ISO/IEC 27001:2022 A.5.20" },
  params = {
    minimum = amount { default = "JPY 10000000",
      doc = { en = "The least acceptable cap", ja = "許容できる上限額の最低額" } },
    least_months = integer { default = 12, min = 1, max = 60,
      doc = { en = "The least acceptable cap in months of fees", ja = "許容できる上限の最低月数（委託料）" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    low = { en = "Liability is capped at {found}; at least {expected} is required",
      ja = "賠償責任の上限が{found}です。{expected}以上とする必要があります",
      advice = { en = "Raise the cap, or exempt leaks and gross negligence from it.",
        ja = "上限を引き上げるか、情報漏えい及び故意・重過失を上限の対象から除外してください。" } },
    months = { en = "The cap, in months of fees, is {found}; at least {least_months} is required",
      ja = "賠償責任の上限が委託料{found}か月分です。{least_months}か月分以上とする必要があります",
      advice = { en = "Raise the cap, or exempt leaks and gross negligence from it.",
        ja = "上限を引き上げるか、情報漏えい及び故意・重過失を上限の対象から除外してください。" } },
    unstated = { en = "Liability is limited, but no amount is stated",
      ja = "賠償責任が制限されていますが、上限額が定められていません", grade = "minor",
      advice = { en = "State the amount, and what the limit does not cover.",
        ja = "上限額と、制限の対象外となる場合を明記してください。" } },
    unlimited = { en = "Liability is not capped",
      ja = "賠償責任に上限はありません" },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "liability-cap"
    if not clause then return not_applicable "unlimited" end
    local cap = clause:amount "cap"
    if cap then
      if cap < p.minimum then return fail("low", { at = cap, found = cap, expected = p.minimum }) end
      return pass { at = cap }
    end
    local cap_months = clause:count "cap-months"
    if cap_months then
      if cap_months < p.least_months then return fail("months", { at = cap_months, found = cap_months }) end
      return pass { at = cap_months }
    end
    if clause:wording "cap" == "blank" then return not_applicable "open" end
    return fail("unstated", { at = clause })
  end,
  examples = {
    { name = "50 million yen", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="liability-cap">
      <text>Capped.</text>
      <amount name="cap" value="50000000" currency="JPY"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "one million yen", expect = "fail:low", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="liability-cap">
      <text>Capped.</text>
      <amount name="cap" value="1000000" currency="JPY"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "fees of a month", expect = "fail:months", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="liability-cap">
      <text>Capped.</text>
      <count name="cap-months" value="1"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "fees of a year", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="liability-cap">
      <text>Capped.</text>
      <count name="cap-months" value="12"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no amount", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="liability-cap">
      <text>The liability of the Supplier is limited.</text>
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
    <clause number="1" type="liability-cap">
      <text>乙の損害賠償責任は、金____円を上限とする。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "unlimited", expect = "not-applicable:unlimited", as_of = "2026-04-01", document = [[
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
  <clause number="1" heading="Limitation of liability">
    <text>The total liability of the Supplier under this Agreement shall not exceed JPY 100,000,000.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="責任の上限">
    <text>乙が負う損害賠償責任は、1億円を上限とする。</text>
  </clause>
</contract>
]] },
  },
}
