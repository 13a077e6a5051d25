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
      advice = { en = "It is to be found out who changed it and why; the evidence is needed again.",
        ja = "変更の経緯の確認と、証跡の再提出が必要です。" } },
  },
  check = function(s)
    local found = {}
    for evidence in s:evidence "missing":each() do
      table.insert(found, fail("missing", { at = evidence, file = evidence.file }))
    end
    for evidence in s:evidence "altered":each() do
      table.insert(found, fail("altered", { at = evidence, file = evidence.file }))
    end
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
    { name = "file was changed", expect = "fail:altered", as_of = "2026-04-01", evidence = { ["evidence/log.pdf"] = "altered" }, document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true">
      <evidence kind="document" date="2026-01-10" file="evidence/log.pdf" sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "file is there", expect = "pass", as_of = "2026-04-01", evidence = { ["evidence/log.pdf"] = "present" }, document = [[
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
    { name = "nothing that could carry evidence", expect = "not-applicable", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
</dossier>
]] },
  },
}
