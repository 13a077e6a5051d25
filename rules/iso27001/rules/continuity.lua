return rule {
  id = "continuity", grade = "minor",
  title = { en = "The service is back within {rto} after a disaster", ja = "災害等の後、{rto}以内にサービスが再開される" },
  why = { en = "A supplier without a plan stops its customers, too.",
    ja = "委託先の事業停止は、委託元の業務停止に直結します。" },
  controls = { "ISO/IEC 27001:2022 A.5.29", "ISO/IEC 27001:2022 A.5.30", "ISO/IEC 27001:2022 A.5.20" },
  params = {
    rto = duration { default = "PT72H", min = "PT1H", max = "P30D",
      doc = { en = "The longest acceptable time to recovery", ja = "許容できる目標復旧時間の上限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.tier == "critical" or s.tier == "important")
  end,
  messages = {
    late = { en = "The recovery time is {found}; at most {expected} is acceptable",
      ja = "目標復旧時間が{found}です。{expected}以内とする必要があります",
      advice = { en = "Shorten the recovery time.",
        ja = "目標復旧時間を短縮してください。" } },
    vague = { en = "The recovery time is worded without a number",
      ja = "目標復旧時間が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "No recovery time is agreed",
      ja = "目標復旧時間が定められていません",
      advice = { en = "Agree on a number.",
        ja = "数値で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    missing = { en = "No clause on continuity",
      ja = "事業継続の条項がありません",
      advice = { en = "Agree on the supplier's duty to keep and test a continuity plan with a recovery time.",
        ja = "目標復旧時間を含む事業継続計画の策定と訓練を定めてください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "continuity"
    if not clause then return fail "missing" end
    local rto = clause:duration "rto"
    if not rto then
      local wording = clause:wording "rto"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "rto" }) end
      return fail("unstated", { at = clause })
    end
    if rto > p.rto then
      return fail("late", { at = rto, found = rto, expected = p.rto })
    end
    return pass { at = rto }
  end,
  examples = {
    { name = "good enough", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="continuity">
      <text>Agreed.</text>
      <duration name="rto" value="PT24H"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:late", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="continuity">
      <text>Agreed.</text>
      <duration name="rto" value="P30D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no number", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="continuity">
      <text>The Supplier and the Customer keep this in mind.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "vague", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="continuity">
      <text>乙は、災害等により業務が停止したときは、速やかに復旧する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="continuity">
      <text>災害時の目標復旧時間は____時間とする。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
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
  <clause number="1" heading="Business continuity">
    <text>The Supplier maintains a business continuity plan with a recovery time objective of 24 hours.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="事業継続">
    <text>乙は、事業継続計画を策定し、目標復旧時間を24時間とする。</text>
  </clause>
</contract>
]] },
  },
}
