return rule {
  id = "insurance", grade = "minor",
  title = { en = "The supplier is insured for at least {minimum}", ja = "{minimum}以上の保険が付されている" },
  why = { en = "A duty to compensate is worth what the debtor can pay.",
    ja = "賠償義務は、支払能力があってはじめて意味を持ちます。" },
  controls = { "ISO/IEC 27001:2022 A.5.20" },
  params = {
    minimum = amount { default = "JPY 50000000",
      doc = { en = "The least acceptable cover", ja = "許容できる保険金額の下限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.tier == "critical" or s.tier == "important")
  end,
  messages = {
    missing = { en = "No clause requires insurance",
      ja = "保険の条項がありません",
      advice = { en = "Agree on cyber or professional liability insurance and proof of it.",
        ja = "サイバー保険又は賠償責任保険への加入と、その証明を定めてください。" } },
    low = { en = "The cover is {found}; at least {expected} is required",
      ja = "保険金額が{found}です。{expected}以上とする必要があります",
      advice = { en = "Raise the cover.",
        ja = "保険金額を引き上げてください。" } },
    unstated = { en = "Insurance is required, but no cover is stated",
      ja = "保険金額が定められていません",
      advice = { en = "State the least cover.",
        ja = "保険金額の下限を明記してください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "insurance"
    if not clause then return fail "missing" end
    local cover = clause:amount "cover"
    if not cover then
      if clause:wording "cover" == "blank" then return not_applicable "open" end
      return fail("unstated", { at = clause })
    end
    if cover < p.minimum then return fail("low", { at = cover, found = cover, expected = p.minimum }) end
    return pass { at = cover }
  end,
  examples = {
    { name = "100 million yen", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="insurance">
      <text>Insured.</text>
      <amount name="cover" value="100000000" currency="JPY"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "one million yen", expect = "fail:low", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="insurance">
      <text>Insured.</text>
      <amount name="cover" value="1000000" currency="JPY"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no cover", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="insurance">
      <text>The Supplier keeps liability insurance.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="insurance">
      <text>乙は、保険金額____円以上の賠償責任保険に加入する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
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
  <clause number="1" heading="Insurance">
    <text>The Supplier shall maintain cyber insurance with a cover of not less than JPY 100,000,000.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="保険">
    <text>乙は、保険金額1億円以上のサイバー保険に加入する。</text>
  </clause>
</contract>
]] },
  },
}
