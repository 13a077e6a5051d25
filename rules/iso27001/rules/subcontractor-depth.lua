local function descend(subcontractors, tier, depth, found)
  for sub in subcontractors:each() do
    if tier > depth then
      table.insert(found, fail("deep", { at = sub, name = sub.name, tier = tier }))
    else
      descend(sub.subcontractors, tier + 1, depth, found)
    end
  end
end

return rule {
  id = "subcontractor-depth", grade = "minor",
  title = { en = "The chain of subcontractors is at most {depth} deep", ja = "再委託は{depth}次までに限られている" },
  why = { en = "With every tier the customer knows less and pays for more hands.",
    ja = "階層が深くなるほど、委託元の目は届かなくなります。" },
  controls = { "ISO/IEC 27001:2022 A.5.21" },
  params = {
    depth = integer { default = 2, min = 1, max = 10,
      doc = { en = "Tiers below the supplier that are accepted", ja = "許容する再委託の階層数" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.subcontractors:any() end,
  messages = {
    deep = { en = "{name} stands {tier} tiers below the supplier; at most {depth} are accepted",
      ja = "「{name}」は{tier}次の再委託先です。許容される階層は{depth}次までです",
      advice = { en = "Have the work done higher in the chain, or agree on an exception.",
        ja = "上位の階層での業務の実施、又は例外としての承諾が必要です。" } },
  },
  check = function(s, p)
    local found = {}
    descend(s.subcontractors, 1, p.depth, found)
    if #found == 0 then return pass { at = s.subcontractors[1] } end
    return found
  end,
  examples = {
    { name = "one tier", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "three tiers", expect = "fail:deep", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <subcontractor id="x" name="X Ltd">
      <subcontractor id="y" name="Y Ltd">
        <subcontractor id="z" name="Z Ltd"/>
      </subcontractor>
    </subcontractor>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
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
