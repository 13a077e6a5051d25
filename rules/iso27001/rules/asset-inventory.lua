return rule {
  id = "asset-inventory", grade = "minor",
  title = { en = "It is known which information the supplier can reach", ja = "委託先が取り扱う情報資産が洗い出されている" },
  why = { en = "A risk can be judged only when it is known what is at stake.",
    ja = "何を預けているかが分からなければ、リスクは評価できません。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.9" },
  needs = { "supplier" },
  messages = {
    none = { en = "No information assets are recorded for this supplier",
      ja = "この委託先の情報資産が登録されていません",
      advice = { en = "Record which information and systems the supplier can reach, or state that there are none (class \"other\").",
        ja = "取り扱う情報及びシステムを登録してください。該当がない場合も、その旨を登録してください（class=\"other\"）。" } },
    access = { en = "Nothing says what the supplier does with {name}",
      ja = "「{name}」の取扱い方法が登録されていません", grade = "observation",
      advice = { en = "Record whether the supplier reads, stores, processes or administers it.",
        ja = "閲覧・保管・処理・管理のいずれに当たるかを登録してください。" } },
  },
  check = function(s)
    if s.assets:none() then return fail("none", { at = s.supplier }) end
    local found = {}
    for asset in s.assets:each() do
      if not asset.access then
        table.insert(found, fail("access", { at = asset, name = asset.name or asset.class }))
      end
    end
    if #found == 0 then return pass { at = s.assets[1] } end
    return found
  end,
  examples = {
    { name = "recorded", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "nothing recorded", expect = "fail:none", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP"/>
</dossier>
]] },
    { name = "access unknown", expect = "fail:access", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="orders"/>
  </supplier>
</dossier>
]] },
  },
}
