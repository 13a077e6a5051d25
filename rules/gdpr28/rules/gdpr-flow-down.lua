local LIABLE = "liab|responsib|answer|accountab|責任|責めを負"
local OTHERS = "sub-?contract|sub-?process|other processor|再委託|再処理|再請負"

return rule {
  id = "gdpr-flow-down", grade = "major",
  title = { en = "Other processors take on the same duties, and the first processor answers for them",
    ja = "再処理者に同じ義務が課され、最初の処理者が責任を負う" },
  why = { en = "Protection must not end where the chain begins.",
    ja = "再処理によって保護の水準が下がることは認められません。" },
  controls = { "GDPR Art. 28(4)", "GDPR Art. 28(3)(d)" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s:handles "personal-data") end,
  messages = {
    missing = { en = "No clause imposes the same duties on other processors",
      ja = "再処理者に同じ義務を課す条項がありません",
      advice = { en = "Oblige the processor to bind others to the same duties and to answer for them in full.",
        ja = "再処理者に同じ義務を負わせ、その履行について処理者が全責任を負う旨を定めてください。" } },
    liability = { en = "The same duties are imposed, but the processor is not said to answer for others",
      ja = "同じ義務は課されていますが、再処理者について処理者が責任を負うことが示されていません", grade = "minor",
      advice = { en = "Add that the processor remains fully liable.",
        ja = "処理者が全責任を負う旨を追加してください。" } },
    prohibited = { en = "Engaging other processors is prohibited",
      ja = "再処理が禁止されています" },
  },
  check = function(s)
    local clause = s.contracts:clause "flow-down"
    if clause then
      if clause:says(LIABLE) then return pass { at = clause } end
      -- The sentence on liability often stands beside the one on duties.
      local beside = s.contracts:every_clause():find(function(c)
        return c:says(OTHERS) ~= nil and c:says(LIABLE) ~= nil
      end)
      if beside then return pass { at = beside } end
      return fail("liability", { at = clause })
    end
    local subcontracting = s.contracts:clause "subcontracting"
    local consent = subcontracting and subcontracting:choice "consent"
    if consent and consent:is "prohibited" then return not_applicable "prohibited" end
    return fail "missing"
  end,
  examples = {
    { name = "same duties, full liability", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="flow-down">
      <text>Other processors are bound to the same duties. The Supplier is fully liable for them.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "liability in a clause of its own", expect = "pass", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="flow-down">
      <text>Other processors are bound to the same duties.</text>
    </clause>
    <clause number="2" type="responsibility">
      <text>The Supplier is liable for its subcontractors as for itself.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "duties alone", expect = "fail:liability", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="flow-down">
      <text>Other processors are bound to the same duties.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "prohibited", expect = "not-applicable:prohibited", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2026-04-01" expires="2028-03-31">
    <clause number="1" type="subcontracting">
      <text>No other processors.</text>
      <choice name="consent" value="prohibited"/>
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
  <clause number="1" heading="Subprocessors">
    <text>The Supplier imposes the same data protection obligations on its subprocessors and remains fully liable for them.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="再委託先への義務">
    <text>乙は、再委託先に対し、本契約と同等の義務を課し、再委託先の行為について一切の責任を負う。</text>
  </clause>
</contract>
]] },
  },
}
