return rule {
  id = "exit-support", grade = "minor",
  title = { en = "The supplier helps with the move at the end", ja = "終了時の移行支援が定められている" },
  why = { en = "Data that cannot be taken along is held hostage.",
    ja = "移行の支援がなければ、データを取り戻せず業務が止まるおそれがあります。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.23", "ISO/IEC 27001:2022 A.5.30" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.kind == "cloud" or s.tier == "critical")
  end,
  messages = {
    missing = { en = "No clause obliges the supplier to help with the move",
      ja = "契約終了時の移行支援の条項がありません",
      advice = { en = "Agree on data export, format, period and help with the handover.",
        ja = "データの引渡し、形式、期間及び引継ぎへの協力を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "post-termination"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="cloud" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="post-termination">
      <text>The Supplier helps with the move for 90 days.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="cloud" country="JP">
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
  <clause number="1" heading="Exit">
    <text>Upon termination the Supplier shall assist the Customer in moving to another supplier for ninety (90) days.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="移行支援">
    <text>本契約の終了後90日間、乙は、業務の引継ぎを支援する。</text>
  </clause>
</contract>
]] },
  },
}
