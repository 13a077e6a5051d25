return rule {
  id = "return-destroy", grade = "major",
  title = { en = "Information is returned or destroyed within {within}", ja = "情報は{within}以内に返還又は廃棄される" },
  why = { en = "What remains with a former supplier is protected by nobody.",
    ja = "契約終了後に残された情報は、誰にも管理されません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.11", "ISO/IEC 27001:2022 A.8.10" },
  params = {
    within = duration { default = "P30D", min = "P1D", max = "P1Y",
      doc = { en = "The longest time from the end to return or destruction", ja = "終了から返還・廃棄までの最長の期間" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    missing = { en = "No clause on return or destruction",
      ja = "返還又は廃棄の条項がありません",
      advice = { en = "Agree on the supplier's duty to return or destroy all information at the end and on request.",
        ja = "契約終了時及び委託元の求めに応じて、すべての情報を返還又は廃棄する義務を定めてください。" } },
    late = { en = "Return or destruction takes up to {found}; at most {expected} is acceptable",
      ja = "返還・廃棄の期限が{found}です。{expected}以内とする必要があります", grade = "minor",
      advice = { en = "Shorten the period.",
        ja = "期限を短縮してください。" } },
    vague = { en = "The time for return or destruction is worded without a number",
      ja = "返還・廃棄の期限が数値で示されていません", grade = "minor",
      advice = { en = "Set a number of days.",
        ja = "「遅滞なく」等の表現を、具体的な日数に改めてください。" } },
    unstated = { en = "No time is set for return or destruction",
      ja = "返還・廃棄の期限が定められていません", grade = "minor",
      advice = { en = "Set a number of days.",
        ja = "期限を日数で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "return-destroy"
    if not clause then return fail "missing" end
    local within = clause:duration "within"
    if not within then
      local wording = clause:wording "within"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "within" }) end
      return fail("unstated", { at = clause })
    end
    if within > p.within then
      return fail("late", { at = within, found = within, expected = p.within })
    end
    return pass { at = within }
  end,
  examples = {
    { name = "30 days", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="return-destroy">
      <text>Returned.</text>
      <duration name="within" value="P30D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a year", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="return-destroy">
      <text>Returned.</text>
      <duration name="within" value="P1Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "without delay", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="return-destroy">
      <text>乙は、本契約の終了後、遅滞なく秘密情報を返還し又は廃棄する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no time", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="return-destroy">
      <text>The Supplier returns or destroys all information.</text>
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
    <clause number="1" type="return-destroy">
      <text>The Supplier returns or destroys all information within ____ days.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
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
    { name = "service levels alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="sla" title="Service level agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="service-level">
    <text>Availability is 99.9 %.</text>
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
  <clause number="1" heading="Return">
    <text>Upon termination the Supplier shall return or destroy all data within fourteen (14) days and certify the destruction.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="返還及び廃棄">
    <text>乙は、本契約が終了したときは、14日以内に資料を返還又は廃棄し、廃棄証明書を甲に提出する。</text>
  </clause>
</contract>
]] },
  },
}
