return rule {
  id = "gdpr-scope", grade = "major",
  title = { en = "The contract sets out subject-matter, nature and duration of the processing",
    ja = "契約に処理の対象・性質・期間が定められている" },
  why = { en = "What may be done with personal data, and for how long, must be clear from the contract.",
    ja = "個人データを何のために、いつまで処理してよいかを、契約で明確にする必要があります。" },
  controls = { "GDPR Art. 28(3)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause sets out what is processed and what for",
      ja = "処理の対象、性質及び目的を定める条項がありません",
      advice = { en = "Describe subject-matter, nature and purpose of the processing.",
        ja = "処理の対象、性質及び目的を定めてください。" } },
    duration = { en = "The contract does not say how long the processing lasts",
      ja = "処理の期間が定められていません",
      advice = { en = "State the duration, or the event that ends the processing.",
        ja = "処理の期間、又は処理が終了する事由を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "service-scope"
    if not clause then return fail "missing" end
    local ends = s.contracts:in_force():any(function(c) return c.expires ~= nil end)
    if not ends and not s.contracts:clause "contract-term" and not s.contracts:clause "termination" then
      return fail("duration", { at = clause })
    end
    return pass { at = clause }
  end,
  examples = {
    { name = "scope and end", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="service-scope">
      <text>The Supplier sends newsletters to the Customer's members.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a term without an end date", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01">
    <clause number="1" type="service-scope">
      <text>The Supplier sends newsletters.</text>
    </clause>
    <clause number="2" type="contract-term">
      <text>The agreement lasts until it is terminated.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no end", expect = "fail:duration", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01">
    <clause number="1" type="service-scope">
      <text>The Supplier sends newsletters.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
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
  <clause number="1" heading="Subject-matter of the processing">
    <text>The Processor processes personal data to send the newsletters of the Controller. Nature and purpose of the processing are set out in Annex 1.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="処理の内容">
    <text>個人データの処理の対象、性質及び目的は、別紙1に定める。</text>
  </clause>
</contract>
]] },
  },
}
