return rule {
  id = "patching-practice", grade = "minor",
  title = { en = "Security patches are applied", ja = "セキュリティ修正プログラムが適用されている" },
  why = { en = "Most attacks use holes for which a patch exists.",
    ja = "攻撃の多くは、修正プログラムが公開済みの脆弱性を狙います。" },
  controls = { "ISO/IEC 27001:2022 A.8.8" },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() and s.assets:any() end,
  messages = {
    no = { en = "Security patches are not applied in an orderly way",
      ja = "セキュリティ修正プログラムの適用が管理されていません",
      advice = { en = "Set up a process with times by severity.",
        ja = "深刻度別の期限を定めた適用手順が必要です。" } },
    unverified = { en = "The supplier says so; nothing supports it yet",
      ja = "委託先の自己申告のみで、裏付けとなる証跡がありません", grade = "observation",
      advice = { en = "A document that shows it is needed; else it is looked at in the next audit.",
        ja = "裏付けとなる文書の提出が必要です。提出がない場合は次回の監査で確認します。" } },
    unanswered = { en = "The question is not answered; rule response-complete reports that",
      ja = "質問が未回答です（規則response-completeで指摘しています）" },
    unclear = { en = "The answer is not a plain yes or no",
      ja = "回答が「はい」「いいえ」で示されていません",
      advice = { en = "A plain answer is needed.",
        ja = "明確な回答が必要です。" } },
  },
  check = function(s)
    local answer = s:answer "patching"
    if not answer then return not_applicable "unanswered" end
    if answer.flag == nil then return indeterminate("unclear", { at = answer }) end
    if not answer.flag then return fail("no", { at = answer }) end
    if not answer.evidence:any(function(e) return e.kind ~= "self-declared" end) then
      return fail("unverified", { at = answer })
    end
    return pass { at = answer }
  end,
  examples = {
    { name = "yes, with a document", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="patching" flag="true">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "no", expect = "fail:no", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="patching" flag="false"/>
  </response>
</dossier>
]] },
    { name = "yes, says the supplier", expect = "fail:unverified", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="patching" flag="true">
      <evidence kind="self-declared" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "in words", expect = "indeterminate:unclear", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="patching" words="under consideration"/>
  </response>
</dossier>
]] },
    { name = "left out", expect = "not-applicable:unanswered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="remarks" words="none"/>
  </response>
</dossier>
]] },
  },
}
