return rule {
  id = "counterfeit-risk", grade = "minor",
  title = { en = "The risk of counterfeit parts is assessed for suppliers of goods",
    ja = "偽造品・不正品の混入リスクが評価されている" },
  why = { en = "A counterfeit part can stop a product, or open it to attackers.",
    ja = "偽造部品は、製品の停止や不正アクセスの原因になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.21", "ISO/IEC 27001:2022 A.5.19" },
  needs = { "supplier" },
  applies = function(s)
    return s.category == "manufacturing" and (s.stage == "material" or s.stage == "manufacturing")
  end,
  messages = {
    unassessed = { en = "The risk of counterfeit parts is not assessed",
      ja = "偽造品・不正品の混入リスクが評価されていません",
      advice = { en = "Assess the scenario \"counterfeit\".",
        ja = "偽造品の混入（counterfeit）のリスクを評価してください。" }, audience = "internal" },
    unanswered = { en = "The supplier has not said how it makes sure that parts are genuine",
      ja = "部品の真正性の確認方法について、回答がありません",
      advice = { en = "An answer to question part-authenticity is needed.",
        ja = "質問「part-authenticity」への回答が必要です。" } },
    unchecked = { en = "The supplier does not check that parts are genuine",
      ja = "部品の真正性が確認されていません", grade = "major",
      advice = { en = "Traceable sources, acceptance tests and records are needed.",
        ja = "調達経路の追跡、受入検査及び記録が必要です。" } },
  },
  check = function(s)
    local risk = s.risks:find { scenario = "counterfeit" }
    if not risk then return fail("unassessed", { at = s.supplier }) end
    local answer = s:answer "part-authenticity"
    if not answer then return fail("unanswered", { at = s.supplier }) end
    if not answer.flag then return fail("unchecked", { at = answer }) end
    return pass { at = answer }
  end,
  examples = {
    { name = "assessed and checked", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="manufacturing" stage="material">
    <risk scenario="counterfeit" impact="4" likelihood="2"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="part-authenticity" flag="true">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "not assessed", expect = "fail:unassessed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="manufacturing" stage="material"/>
</dossier>
]] },
    { name = "not asked", expect = "fail:unanswered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="manufacturing" stage="material">
    <risk scenario="counterfeit" impact="4" likelihood="2"/>
  </supplier>
</dossier>
]] },
    { name = "not checked", expect = "fail:unchecked", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP" category="manufacturing" stage="material">
    <risk scenario="counterfeit" impact="4" likelihood="2"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="part-authenticity" flag="false"/>
  </response>
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
