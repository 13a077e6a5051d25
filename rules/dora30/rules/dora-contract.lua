-- Trades whose services are not those of information and communication technology (ICT).
local other_trades = { manufacturing = true, logistics = true, ["call-centre"] = true, consulting = true }

return rule {
  id = "dora-contract", grade = "major",
  title = { en = "ICT services rest on one written contract in force", ja = "ICTサービスが、有効な一つの書面による契約に基づいている" },
  why = { en = "Rights and duties of both sides have to stand in one written document, service levels included.",
    ja = "双方の権利義務は、サービスレベルを含め、一つの書面にまとめておく必要があります。" },
  controls = { "DORA Art. 30(1)" },
  needs = { "supplier" },
  applies = function(s) return not other_trades[s.category] end,
  messages = {
    none = { en = "There is no contract on the services of this supplier",
      ja = "この委託先とのサービス契約がありません",
      advice = { en = "Conclude a written contract with the contents of Art. 30.",
        ja = "第30条の内容を備えた書面による契約を締結してください。" } },
    lapsed = { en = "No contract on the services is in force on this day",
      ja = "判定日において有効なサービス契約がありません",
      advice = { en = "Renew the contract, or end the use of the services.",
        ja = "契約を更新するか、サービスの利用を終了してください。" } },
    separate = { en = "The service levels stand in another document than the services",
      ja = "サービスレベルが、業務内容とは別の文書で定められています", grade = "observation",
      advice = { en = "Make the service levels a part of the contract, for example as a schedule.",
        ja = "サービスレベルを別紙とするなど、契約の一部としてください。" } },
  },
  check = function(s)
    local services = s.contracts:where(function(c) return c.kind ~= "nda" end)
    if services:none() then return fail("none", { at = s.supplier }) end
    local current = services:in_force()[1]
    if not current then return fail("lapsed", { at = services[1] }) end
    local levels = s.contracts:clause "service-level"
    local scope = s.contracts:clause "service-scope"
    if levels and scope and levels.contract ~= scope.contract and levels.contract.kind == "sla" then
      return fail("separate", { at = levels, related = { scope } })
    end
    return pass { at = current }
  end,
  examples = {
    { name = "one contract with its service levels", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Services">
      <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
    </clause>
    <clause number="2" heading="Service levels">
      <text>The monthly availability of the Services is at least 99.9%.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "in Japanese", expect = "pass", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="業務内容">
      <text>乙は、別紙1に定めるクラウドサービスを甲に提供する業務を受託する。</text>
    </clause>
    <clause number="2" heading="サービスレベル">
      <text>本サービスの月間稼働率は99.9%以上とする。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no contract", expect = "fail:none", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
</dossier>
]] },
    { name = "a non-disclosure agreement alone", expect = "fail:none", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Governing law">
      <text>The law of the Customer's seat governs this Agreement.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "expired", expect = "fail:lapsed", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" heading="Services">
      <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "service levels in a document of their own", expect = "fail:separate", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="cloud-service"/>
  <contract id="c1" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Services">
      <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
    </clause>
  </contract>
  <contract id="c2" kind="sla" title="Service level agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Service levels">
      <text>The monthly availability of the Services is at least 99.9%.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a carrier", expect = "not-applicable", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="DE" category="logistics"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" heading="Services">
      <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a contract alone", expect = "not-applicable", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Services">
    <text>The Supplier shall provide the services described in Schedule 1 to the Customer.</text>
  </clause>
</contract>
]] },
  },
}
