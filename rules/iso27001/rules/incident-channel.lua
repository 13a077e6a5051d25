return rule {
  id = "incident-channel", grade = "minor",
  title = { en = "It is agreed how and to whom incidents are reported", ja = "事故の連絡手段と連絡先が定められている" },
  why = { en = "A report that reaches the wrong inbox has not been made.",
    ja = "担当者に届かない報告は、報告したことになりません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.24" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s) return s.contracts:in_force():any() and (s.lone or s.assets:any()) end,
  messages = {
    channel = { en = "No channel is named for incident reports",
      ja = "事故報告の連絡手段が定められていません",
      advice = { en = "Name the channel: telephone, e-mail address or portal.",
        ja = "電話、電子メール、専用ポータルなどの連絡手段を定めてください。" } },
    contact = { en = "No contact is named for incident reports",
      ja = "事故報告の連絡先が定められていません",
      advice = { en = "Name the person or desk that receives incident reports.",
        ja = "報告を受ける担当者又は窓口を定めてください。" } },
    absent = { en = "There is no such clause; rule incident-report-within reports that",
      ja = "条項がありません（規則incident-report-withinで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "incident-report"
    if not clause then return not_applicable "absent" end
    local channel = clause:choice "channel"
    if not channel then return fail("channel", { at = clause }) end
    local contact = clause:flag "contact"
    local named = channel:is "named-contact" or (contact and contact.value)
    if not named and not s.contracts:clause "contact-point" then
      return fail("contact", { at = channel })
    end
    return pass { at = channel }
  end,
  examples = {
    { name = "by telephone to the named desk", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Incidents are reported.</text>
      <choice name="channel" value="phone"/>
      <flag name="contact" value="true"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no channel", expect = "fail:channel", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Incidents are made known within 24 hours.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no contact", expect = "fail:contact", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="incident-report">
      <text>Incidents are made known.</text>
      <choice name="channel" value="email"/>
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
  <clause number="1" heading="Incidents">
    <text>The Supplier shall report any security incident by telephone to the Customer's security contact within 12 hours.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="事故の報告">
    <text>乙は、情報の漏えいを知ったときは、12時間以内に、電話により甲の連絡窓口に報告する。</text>
  </clause>
</contract>
]] },
  },
}
