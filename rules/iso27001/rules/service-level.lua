-- What is supplied as a running service.
local services = { ["it-service"] = true, ["cloud-service"] = true, ["call-centre"] = true }

return rule {
  id = "service-level", grade = "minor",
  title = { en = "Service levels are agreed", ja = "サービスレベル（SLA）が合意されている" },
  why = { en = "A non-disclosure agreement keeps secrets; only a service level says how well the service must run.",
    ja = "秘密保持契約だけでは、サービスの品質や対応時間を求めることはできません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.kind == "cloud" or services[s.category])
  end,
  messages = {
    missing = { en = "No service levels are agreed",
      ja = "サービスレベルを定める条項がありません",
      advice = { en = "Agree on availability, response and resolution times, and what follows when they are missed.",
        ja = "稼働率、対応時間、復旧時間と、未達時の措置を定めてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "service-level"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "agreed", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>Availability is 99.9 %.</text>
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
  <clause number="1" heading="Service levels">
    <text>The monthly availability is at least 99.95%. The Supplier responds to a failure within one (1) hour and restores the service within four (4) hours.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="サービスレベル">
    <text>月間稼働率は99.95%以上とする。乙は、障害の受付後1時間以内に一次回答を行い、4時間以内に復旧する。</text>
  </clause>
</contract>
]] },
  },
}
