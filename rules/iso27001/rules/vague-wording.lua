return rule {
  id = "vague-wording", grade = "observation",
  title = { en = "Duties are worded so that they can be checked", ja = "義務が検証できる表現で定められている" },
  why = { en = "What \"adequate\" or \"promptly\" meant is settled in court, after the damage.",
    ja = "「適切に」「速やかに」の意味は、事故の後に争われることになります。" },
  controls = { "ISO/IEC 27001:2022 A.5.20" },
  params = {
    clauses = list { default = { "change-notice", "contact-point", "flow-down", "post-termination" },
      doc = { en = "Clause types whose wording is looked at; clauses with a number of their own have their own rules",
        ja = "表現を確認する条項の種類（数値を伴う条項は個別の規則で確認）" } },
  },
  needs = { "contract" },
  applies = function(s) return s.contracts:in_force():any() end,
  messages = {
    vague = { en = "The wording leaves open what has to be done or by when",
      ja = "何をいつまでに行うかが、表現からは判断できません",
      advice = { en = "Replace the wording by a number, a date or a named standard.",
        ja = "数値、期日又は準拠する基準を示す表現に改めてください。" } },
  },
  check = function(s, p)
    local found, wanted = {}, {}
    for _, kind in ipairs(p.clauses) do wanted[kind] = true end
    for clause in s.contracts:clauses_with("vague"):each() do
      local kind = clause.type
      if not kind and clause.parent ~= clause.contract then kind = clause.parent.type end
      if wanted[kind] then
        for passage in clause.vague:each() do
          table.insert(found, fail("vague", { at = passage }))
        end
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "numbers", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="change-notice">
      <text>The Supplier announces changes 30 days ahead.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "promptly", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="change-notice">
      <text>乙は、体制に変更が生じたときは、速やかに甲に通知する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "promptly, in a sub-clause", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="change-notice">
      <text>乙は、変更を甲に通知する。</text>
      <clause number="2">
        <text>通知は、変更の後速やかに行う。</text>
      </clause>
    </clause>
  </contract>
</dossier>
]] },
    { name = "nothing that it concerns", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2021-04-01" expires="2024-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
