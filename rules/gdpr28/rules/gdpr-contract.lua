return rule {
  id = "gdpr-contract", grade = "major",
  title = { en = "Processing of personal data is governed by a written contract in force",
    ja = "個人データの処理が、有効な書面の契約に基づいている" },
  why = { en = "A processor may act for the controller only under a contract in writing that binds it.",
    ja = "処理者による処理は、処理者を拘束する書面の契約に基づいて行う必要があります。" },
  controls = { "GDPR Art. 28(3)", "GDPR Art. 28(9)" },
  needs = { "supplier" },
  applies = function(s) return s:handles "personal-data" end,
  messages = {
    none = { en = "Personal data is processed, and there is no contract with this processor",
      ja = "個人データを処理させていますが、処理者との契約書がありません",
      advice = { en = "Stop handing over personal data until a written contract is concluded.",
        ja = "書面による契約を締結するまで、個人データの提供を停止してください。" } },
    lapsed = { en = "Personal data is processed, and no contract is in force on this day",
      ja = "個人データを処理させていますが、判定日において有効な契約がありません",
      advice = { en = "Conclude or renew the contract, or have the data returned and erased.",
        ja = "契約を締結又は更新するか、データを返還・消去させてください。" } },
  },
  check = function(s)
    if s.contracts:none() then return fail("none", { at = s.supplier }) end
    local current = s.contracts:in_force()[1]
    if not current then return fail("lapsed", { at = s.contracts[1] }) end
    return pass { at = current }
  end,
  examples = {
    { name = "in force", expect = "pass", as_of = "2026-12-01", document = [[
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
    { name = "no contract", expect = "fail:none", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "expired", expect = "fail:lapsed", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2024-04-01" expires="2026-03-31">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "only a draft", expect = "fail:lapsed", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="personal-data" name="customers" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="draft">
    <clause number="1" type="governing-law">
      <text>The law of the Customer's seat governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no personal data", expect = "not-applicable", as_of = "2026-12-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="DE">
    <asset class="design-data" name="drawings" access="process"/>
  </supplier>
</dossier>
]] },
  },
}
