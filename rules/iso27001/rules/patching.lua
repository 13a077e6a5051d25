-- Where systems are run or made.
local technical = { ["it-service"] = true, ["cloud-service"] = true, ["development"] = true }

return rule {
  id = "patching", grade = "minor",
  title = { en = "Vulnerabilities are patched within {within}", ja = "脆弱性は{within}以内に修正される" },
  why = { en = "Attacks on a published vulnerability begin within days.",
    ja = "公表された脆弱性への攻撃は、数日のうちに始まります。" },
  controls = { "ISO/IEC 27001:2022 A.8.8", "ISO/IEC 27001:2022 A.5.20" },
  params = {
    within = duration { default = "P14D", min = "P1D", max = "P90D",
      doc = { en = "The longest acceptable time from publication to the patch", ja = "公表から修正までの許容期間の上限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.kind == "cloud" or technical[s.category])
  end,
  messages = {
    late = { en = "Vulnerabilities are patched within {found}; at most {expected} is acceptable",
      ja = "脆弱性の修正期限が{found}です。{expected}以内とする必要があります",
      advice = { en = "Shorten the time.",
        ja = "期限を短縮してください。" } },
    vague = { en = "The time for patching is worded without a number",
      ja = "脆弱性の修正期限が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "No time is set for patching vulnerabilities",
      ja = "脆弱性の修正期限が定められていません",
      advice = { en = "Agree on a number.",
        ja = "数値で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    missing = { en = "No clause on vulnerabilities",
      ja = "脆弱性対応の条項がありません",
      advice = { en = "Agree on the supplier's duty to watch for vulnerabilities and to patch them within {within}.",
        ja = "脆弱性情報を収集し、{within}以内に修正する義務を定めてください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "vulnerability"
    if not clause then return fail "missing" end
    local within = clause:duration "patch-within"
    if not within then
      local wording = clause:wording "patch-within"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "patch-within" }) end
      return fail("unstated", { at = clause })
    end
    if within > p.within then
      return fail("late", { at = within, found = within, expected = p.within })
    end
    return pass { at = within }
  end,
  examples = {
    { name = "good enough", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="vulnerability">
      <text>Agreed.</text>
      <duration name="patch-within" value="P7D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="vulnerability">
      <text>Agreed.</text>
      <duration name="patch-within" value="P60D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no number", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="vulnerability">
      <text>The Supplier and the Customer keep this in mind.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "vague", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="vulnerability">
      <text>乙は、重大な脆弱性について、速やかに修正プログラムを適用する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="vulnerability">
      <text>乙は、重大な脆弱性について、公表後____日以内に修正プログラムを適用する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
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
  <clause number="1" heading="Vulnerabilities">
    <text>The Supplier applies security patches for critical vulnerabilities within seven (7) days.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="脆弱性対応">
    <text>乙は、重大な脆弱性について、7日以内に修正プログラムを適用する。</text>
  </clause>
</contract>
]] },
  },
}
