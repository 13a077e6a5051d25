return rule {
  id = "answer-on-site", grade = "major",
  title = { en = "The supplier's answer on on-site audits agrees with the contract",
    ja = "実地監査の可否について、契約と回答が一致している" },
  why = { en = "A right on paper that the supplier does not accept ends in a quarrel on its doorstep.",
    ja = "契約上の権利を委託先が認識していないと、監査当日に紛争になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.responses:any() and s.contracts:in_force():any() end,
  messages = {
    refused = { en = "The contract allows on-site audits, the supplier answers that it does not accept them",
      ja = "契約では実地監査が認められていますが、委託先は受け入れないと回答しています",
      advice = { en = "Clear this up before the next audit; the contract governs.",
        ja = "次回の監査までに認識を合わせてください。契約の定めが優先します。" } },
    offered = { en = "The supplier accepts on-site audits, the contract excludes them",
      ja = "委託先は実地監査を受け入れると回答していますが、契約では除外されています", grade = "observation",
      advice = { en = "Take the offer into the contract.",
        ja = "回答の内容を契約に反映してください。" } },
    silent = { en = "One of the two says nothing about on-site audits",
      ja = "契約又は回答に実地監査についての記載がありません" },
  },
  check = function(s)
    local clause, answer = s.contracts:clause "audit-right", s:answer "on-site-audit"
    local on_site = clause and clause:flag "on-site"
    if not on_site or not answer or answer.flag == nil then return not_applicable "silent" end
    if on_site.value and not answer.flag then return fail("refused", { at = answer, related = { on_site } }) end
    if answer.flag and not on_site.value then return fail("offered", { at = answer, related = { on_site } }) end
    return pass { at = answer }
  end,
  examples = {
    { name = "both allow", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <flag name="on-site" value="true"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="on-site-audit" flag="true"/>
  </response>
</dossier>
]] },
    { name = "answer refuses", expect = "fail:refused", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <flag name="on-site" value="true"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="on-site-audit" flag="false"/>
  </response>
</dossier>
]] },
    { name = "answer offers more", expect = "fail:offered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <flag name="on-site" value="false"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="on-site-audit" flag="true"/>
  </response>
</dossier>
]] },
    { name = "not asked", expect = "not-applicable:silent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="audit-right">
      <text>Audits.</text>
      <flag name="on-site" value="true"/>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
  },
}
