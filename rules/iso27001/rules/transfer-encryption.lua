return rule {
  id = "transfer-encryption", grade = "minor",
  title = { en = "Data that goes abroad is encrypted on the way", ja = "国外へ送信するデータは暗号化される" },
  why = { en = "On the way abroad data passes through networks that nobody in the contract controls.",
    ja = "国外への通信は、契約当事者が管理できない経路を通ります。" },
  controls = { "ISO/IEC 27001:2022 A.5.14", "ISO/IEC 27001:2022 A.8.24" },
  params = {
    home = choice { default = "JP", values = { "JP", "US", "GB", "DE", "FR", "SG", "AU" },
      doc = { en = "The customer's own country", ja = "委託元の国" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s, p)
    return s.contracts:in_force():any()
      and (s.lone or s.country ~= nil and s.country ~= p.home)
  end,
  messages = {
    silent = { en = "The clause on transfers does not require encryption",
      ja = "越境移転の条項に暗号化の定めがありません",
      advice = { en = "Agree on encryption of data in transit.",
        ja = "送信時の暗号化を義務付けてください。" } },
    absent = { en = "There is no such clause; rule cross-border-transfer reports that",
      ja = "条項がありません（規則cross-border-transferで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "cross-border-transfer"
    if not clause then return not_applicable "absent" end
    local encryption = clause:flag "encryption"
    if encryption and encryption.value then return pass { at = encryption } end
    return fail("silent", { at = encryption or clause })
  end,
  examples = {
    { name = "encrypted", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>SCC.</text>
      <flag name="encryption" value="true"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "silent", expect = "fail:silent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="cross-border-transfer">
      <text>SCC apply.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no such clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="IN">
    <asset class="personal-data" name="personal-data" access="process"/>
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
  <clause number="1" heading="International transfers">
    <text>Personal data is transferred outside Japan only under standard contractual clauses, and it is encrypted in transit.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="越境移転">
    <text>乙は、個人情報を日本国外に移転するときは、標準契約条項を適用し、暗号化して送信する。</text>
  </clause>
</contract>
]] },
  },
}
