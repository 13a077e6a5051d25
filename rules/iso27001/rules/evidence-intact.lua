local function inspect(node, found)
  for evidence in node.evidence:each() do
    if evidence.state == "missing" or evidence.state == "altered" then
      table.insert(found, fail(evidence.state, { at = evidence, file = evidence.file }))
    end
  end
end

return rule {
  id = "evidence-intact", grade = "major",
  title = { en = "Evidence files are present and unaltered", ja = "証跡ファイルが存在し、改変されていない" },
  why = { en = "Evidence that cannot be shown to the auditor does not exist.",
    ja = "審査で示せない証跡は、ないのと同じです。" },
  audience = "internal",
  controls = { "ISO/IEC 27001:2022 A.5.28", "ISO/IEC 27001:2022 A.5.33" },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() or s.audits:any() or s.service_records:any() end,
  messages = {
    missing = { en = "The evidence file {file} is missing",
      ja = "証跡ファイル「{file}」がありません",
      advice = { en = "Restore the file, or obtain the evidence again.",
        ja = "ファイルを復元するか、証跡を再取得してください。" } },
    altered = { en = "The evidence file {file} differs from the recorded hash",
      ja = "証跡ファイル「{file}」の内容が、登録されたハッシュ値と一致しません",
      advice = { en = "Find out who changed it and why, and obtain the evidence again.",
        ja = "変更の経緯を確認し、証跡を再取得してください。" } },
  },
  check = function(s)
    local found = {}
    for response in s.responses:each() do
      for answer in response.answers:each() do inspect(answer, found) end
    end
    for audit in s.audits:each() do inspect(audit, found) end
    for record in s.service_records:each() do inspect(record, found) end
    for review in s.reviews:each() do inspect(review, found) end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "no file named", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "file is not there", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true">
      <evidence kind="document" date="2026-01-10" file="evidence/log.pdf"/>
    </answer>
  </response>
</dossier>
]] },
  },
}
