-- What is supplied as a running service.
local services = { ["it-service"] = true, ["cloud-service"] = true, ["call-centre"] = true }

return rule {
  id = "sla-uptime", grade = "minor",
  title = { en = "Availability of at least {percent} is agreed", ja = "稼働率{percent}以上が合意されている" },
  why = { en = "Availability that is not a number cannot be missed, measured or compensated.",
    ja = "数値のない稼働率は、測定することも未達を問うこともできません。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.8.14" },
  params = {
    percent = percent { default = 99.5, min = 90, max = 100,
      doc = { en = "The least acceptable availability", ja = "許容できる稼働率の下限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.kind == "cloud" or services[s.category])
  end,
  messages = {
    low = { en = "Availability is {found}; at least {expected} is required",
      ja = "稼働率が{found}です。{expected}以上とする必要があります",
      advice = { en = "Raise the availability.",
        ja = "稼働率を引き上げてください。" } },
    vague = { en = "The availability is worded without a number",
      ja = "稼働率が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "No availability is agreed",
      ja = "稼働率が定められていません",
      advice = { en = "Agree on a number.",
        ja = "数値で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    absent = { en = "There is no such clause; rule service-level reports that",
      ja = "条項がありません（規則service-levelで指摘しています）" },
  },
  check = function(s, p)
    local clause = s.contracts:clause "service-level"
    if not clause then return not_applicable "absent" end
    local uptime = clause:percent "uptime"
    if not uptime then
      local wording = clause:wording "uptime"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "uptime" }) end
      return fail("unstated", { at = clause })
    end
    if uptime < p.percent then
      return fail("low", { at = uptime, found = uptime, expected = p.percent })
    end
    return pass { at = uptime }
  end,
  examples = {
    { name = "good enough", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>Agreed.</text>
      <percent name="uptime" value="99.9"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:low", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>Agreed.</text>
      <percent name="uptime" value="98"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no number", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>The Supplier and the Customer keep this in mind.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "vague", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>乙は、本サービスの稼働率を可能な限り高く維持する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>月間稼働率は____%以上とする。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no such clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
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
