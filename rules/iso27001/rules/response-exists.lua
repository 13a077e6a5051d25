return rule {
  id = "response-exists", grade = "major",
  title = { en = "The supplier has answered the security questionnaire", ja = "セキュリティ質問票に回答している" },
  why = { en = "What a supplier does can be known only by asking and looking.",
    ja = "委託先の実態は、質問し確認しなければ分かりません。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.22" },
  needs = { "supplier" },
  applies = function(s) return s.assets:any() end,
  messages = {
    missing = { en = "There is no response to the security questionnaire",
      ja = "セキュリティ質問票への回答がありません",
      advice = { en = "The answers to the questionnaire are needed, by a date to be set.",
        ja = "質問票への、期限を定めた回答が必要です。" } },
  },
  check = function(s)
    local last = s.responses:latest "date"
    if not last then return fail("missing", { at = s.supplier }) end
    return pass { at = last }
  end,
  examples = {
    { name = "answered", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true"/>
  </response>
</dossier>
]] },
    { name = "never answered", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
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
