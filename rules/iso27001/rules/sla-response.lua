-- What is supplied as a running service.
local services = { ["it-service"] = true, ["cloud-service"] = true, ["call-centre"] = true }

return rule {
  id = "sla-response", grade = "minor",
  title = { en = "Failures are answered within {within}", ja = "障害への初動対応は{within}以内である" },
  why = { en = "The hours between failure and first action decide on the damage.",
    ja = "障害発生から初動までの時間が、被害の大きさを左右します。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.26" },
  params = {
    within = duration { default = "PT4H", min = "PT5M", max = "P7D",
      doc = { en = "The longest acceptable time to first response", ja = "許容できる初動対応時間の上限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.kind == "cloud" or services[s.category])
  end,
  messages = {
    late = { en = "Failures are answered within {found}; at most {expected} is acceptable",
      ja = "初動対応の期限が{found}です。{expected}以内とする必要があります",
      advice = { en = "Shorten the time.",
        ja = "時間を短縮してください。" } },
    vague = { en = "The response time is worded without a number",
      ja = "初動対応の期限が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "No response time is agreed",
      ja = "障害発生時の初動対応時間が定められていません",
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
    local within = clause:duration "response-within"
    if not within then
      local wording = clause:wording "response-within"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "response-within" }) end
      return fail("unstated", { at = clause })
    end
    if within > p.within then
      return fail("late", { at = within, found = within, expected = p.within })
    end
    return pass { at = within }
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
      <duration name="response-within" value="PT4H"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="it-service">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-level">
      <text>Agreed.</text>
      <duration name="response-within" value="PT48H"/>
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
      <text>乙は、障害が発生したときは、速やかに初動対応を開始する。</text>
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
      <text>乙は、障害発生時は____時間以内に初動対応を開始する。</text>
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
