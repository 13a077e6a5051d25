return rule {
  id = "audit-on-site", grade = "minor",
  title = { en = "The audit right includes the supplier's premises", ja = "監査権に実地監査が含まれている" },
  why = { en = "What paper says and what stands in the server room are two facts.",
    ja = "書面の記載と現場の実態は別の事実です。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.tier == "critical" or s.tier == "important")
  end,
  messages = {
    refused = { en = "On-site audits are excluded",
      ja = "実地監査が認められていません",
      advice = { en = "Agree on on-site audits, at least after incidents and with notice.",
        ja = "事故発生時を含め、予告のうえ実地監査を行えるよう定めてください。" } },
    silent = { en = "The audit clause does not mention on-site audits",
      ja = "監査条項に実地監査の定めがありません",
      advice = { en = "State that audits may take place on the supplier's premises.",
        ja = "委託先の事業所への立入りによる監査ができる旨を定めてください。" } },
    absent = { en = "There is no such clause; rule audit-right reports that",
      ja = "条項がありません（規則audit-rightで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "audit-right"
    if not clause then return not_applicable "absent" end
    local on_site = clause:flag "on-site"
    if not on_site then return fail("silent", { at = clause }) end
    if not on_site.value then return fail("refused", { at = on_site }) end
    return pass { at = on_site }
  end,
  examples = {
    { name = "premises included", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <flag name="on-site" value="true"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "premises excluded", expect = "fail:refused", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <flag name="on-site" value="false"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "silent", expect = "fail:silent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="important" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>The Customer may audit the Supplier.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no such clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
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
  <clause number="1" type="insurance">
    <text>As agreed.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Audit">
    <text>The Customer may audit the Supplier at its premises once a year.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="監査">
    <text>甲は、年1回、乙の事業所に立ち入り、監査を実施することができる。</text>
  </clause>
</contract>
]] },
  },
}
