-- The description often stands in an annex: every clause is searched.
local function said(s, pattern)
  return s.contracts:every_clause():find(function(c) return c:says(pattern) ~= nil end)
end

return rule {
  id = "gdpr-data-described", grade = "minor",
  title = { en = "The contract names the types of personal data and the categories of data subjects",
    ja = "契約に個人データの種類とデータ主体の類型が示されている" },
  why = { en = "Protection can be fitted to the risk only when it is known whose data, and which, is processed.",
    ja = "誰のどのようなデータかが分からなければ、リスクに見合った保護はできません。" },
  controls = { "GDPR Art. 28(3)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    types = { en = "Nothing in the contract names the types of personal data",
      ja = "個人データの種類を示す記載が見当たりません",
      advice = { en = "List the types of personal data, for example in an annex.",
        ja = "個人データの種類を、別紙などで列挙してください。" } },
    subjects = { en = "Nothing in the contract names the categories of data subjects",
      ja = "データ主体の類型を示す記載が見当たりません",
      advice = { en = "List the categories of data subjects, such as customers or employees.",
        ja = "顧客、従業員など、データ主体の類型を列挙してください。" } },
  },
  check = function(s)
    local types = said(s, "(types?|categor(y|ies)|kinds?) of (the )?(personal )?(data|information)(?! subject)|(個人データ|個人情報|データ)の(種類|項目|類型)")
    if not types then return fail "types" end
    local subjects = said(s, "(categor(y|ies)|types?|groups?) of (the )?(data subjects?|individuals|persons)|data subjects? (are|is|include)|(データ主体|本人)の(類型|種類|区分|範囲|カテゴリー)")
    if not subjects then return fail("subjects", { at = types }) end
    return pass { at = types }
  end,
  examples = {
    { name = "both are named", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>Types of personal data: names and addresses. Categories of data subjects: members of the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "in Japanese", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>個人データの種類は氏名及び住所とし、データ主体の類型は甲の会員とする。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "data subjects alone", expect = "fail:types", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>Categories of data subjects: members of the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "types alone", expect = "fail:subjects", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="personal-data">
      <text>Types of personal data: names and addresses.</text>
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
  <clause number="1" type="governing-law">
    <text>The law of the Customer's seat governs.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Personal data">
    <text>The types of personal data and the categories of data subjects are set out in Annex 1.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="個人データの取扱い">
    <text>個人データの種類及びデータ主体の類型は、別紙1に定める。</text>
  </clause>
</contract>
]] },
  },
}
