return rule {
  id = "confidentiality-survival", grade = "minor",
  title = { en = "Confidentiality lasts {period} beyond the contract",
    ja = "秘密保持義務は契約終了後{period}以上存続する" },
  why = { en = "Staff and competitors change in the years after a contract, the secrets stay.",
    ja = "契約終了後も、秘密情報の価値はすぐには失われません。" },
  controls = { "ISO/IEC 27001:2022 A.6.6", "ISO/IEC 27001:2022 A.5.20" },
  params = {
    period = duration { default = "P3Y", min = "P1Y", max = "P20Y",
      doc = { en = "The shortest acceptable survival", ja = "許容できる最短の存続期間" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "nda", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    short = { en = "Confidentiality survives for {found}; at least {expected} is required",
      ja = "秘密保持義務の存続期間が{found}です。{expected}以上とする必要があります",
      advice = { en = "Extend the period.",
        ja = "存続期間を延長してください。" } },
    vague = { en = "How long confidentiality survives is worded without a number",
      ja = "秘密保持義務の存続期間が数値で示されていません",
      advice = { en = "Set a number of years.",
        ja = "年数を定めてください。" } },
    unstated = { en = "Nothing says how long confidentiality survives the contract",
      ja = "秘密保持義務の存続期間が定められていません",
      advice = { en = "Set a number of years in the clause on confidentiality or on survival.",
        ja = "秘密保持条項又は存続条項に年数を定めてください。" } },
    absent = { en = "There is no such clause; rule confidentiality reports that",
      ja = "条項がありません（規則confidentialityで指摘しています）" },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "confidentiality"
    if not clause then return not_applicable "absent" end
    local period = clause:duration "survival"
    if not period then
      local wording = clause:wording "survival"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "survival" }) end
      local survival = s.contracts:clause "survival"
      period = survival and survival:duration "period"
      if not period then return fail("unstated", { at = clause }) end
    end
    if period < p.period then return fail("short", { at = period, found = period, expected = p.period }) end
    return pass { at = period }
  end,
  examples = {
    { name = "five years", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Secret.</text>
      <duration name="survival" value="P5Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "three years in the clause on survival", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
    <clause number="2" type="survival">
      <text>Survives.</text>
      <duration name="period" value="P3Y"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "half a year", expect = "fail:short", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Secret.</text>
      <duration name="survival" value="P6M"/>
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
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
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
    <clause number="1" type="confidentiality">
      <text>本条の義務は、本契約終了後____年間存続する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a reasonable time", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>These obligations survive termination for a reasonable period.</text>
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
  <clause number="1" heading="Confidentiality">
    <text>The Supplier shall keep the Customer's information strictly confidential. The duty survives termination for five (5) years.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="秘密保持">
    <text>乙は、業務上知り得た甲の秘密を第三者に漏らしてはならない。この義務は、本契約の終了後5年間存続する。</text>
  </clause>
</contract>
]] },
  },
}
