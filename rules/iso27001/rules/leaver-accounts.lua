return rule {
  id = "leaver-accounts", grade = "major",
  title = { en = "Accounts of leavers are disabled", ja = "退職者のアカウントが削除されている" },
  why = { en = "A living account of somebody who has left is the easiest way in.",
    ja = "退職者のIDが残っていると、不正アクセスや持出しの原因になります。" },
  controls = { "ISO/IEC 27001:2022 A.5.18", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() and s.assets:any() end,
  messages = {
    no = { en = "Accounts of staff who have left are not disabled",
      ja = "退職者のアカウントが削除されていません",
      advice = { en = "Disable the accounts now, and tie removal to the leaving procedure.",
        ja = "直ちに無効化し、退職手続にアカウント削除を組み込むことが必要です。" } },
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
    local answer = s:answer "leaver-accounts"
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
    <answer question="leaver-accounts" flag="true">
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
    <answer question="leaver-accounts" flag="false"/>
  </response>
</dossier>
]] },
    { name = "yes, says the supplier", expect = "fail:unverified", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="leaver-accounts" flag="true">
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
    <answer question="leaver-accounts" words="under consideration"/>
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
