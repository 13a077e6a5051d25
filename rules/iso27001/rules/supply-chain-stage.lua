return rule {
  id = "supply-chain-stage", grade = "observation",
  title = { en = "The place of the supplier in the supply chain is recorded",
    ja = "サプライチェーン上の段階が登録されている" },
  why = { en = "Risks other than leaks, such as counterfeit parts or a stopped line, depend on the stage.",
    ja = "偽造品の混入や供給停止などのリスクは、段階によって異なります。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.21" },
  needs = { "supplier" },
  applies = function(s) return s.category == "manufacturing" or s.category == "logistics" end,
  messages = {
    missing = { en = "The stage in the supply chain is not recorded",
      ja = "サプライチェーン上の段階が登録されていません",
      advice = { en = "Record the stage: material, manufacturing, logistics, sales, support or operation.",
        ja = "原材料・製造・物流・販売・サポート・運用のいずれかを登録してください。" } },
  },
  check = function(s)
    if not s.stage then return fail("missing", { at = s.supplier }) end
    return pass { at = s.supplier }
  end,
  examples = {
    { name = "recorded", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="manufacturing" stage="material"/>
</dossier>
]] },
    { name = "not recorded", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="manufacturing"/>
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
