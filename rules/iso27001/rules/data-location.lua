return rule {
  id = "data-location", grade = "minor",
  title = { en = "The contract says where the data is kept", ja = "データの保管場所が定められている" },
  why = { en = "The place decides which law and which authorities reach the data.",
    ja = "保管場所によって、適用される法令とデータに及ぶ公権力が変わります。" },
  controls = { "ISO/IEC 27001:2022 A.5.23", "ISO/IEC 27001:2022 A.5.31" },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "dpa", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.kind == "cloud" or s:handles "personal-data")
  end,
  messages = {
    missing = { en = "No clause says in which country the data is kept",
      ja = "データの保管国を定める条項がありません",
      advice = { en = "Name the countries or regions of storage and processing, and require notice before they change.",
        ja = "保管及び処理を行う国・地域を特定し、変更前の通知を義務付けてください。" } },
  },
  check = function(s)
    local clause = s.contracts:clause "data-location"
    if not clause then return fail "missing" end
    return pass { at = clause }
  end,
  examples = {
    { name = "the clause is there", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="data-location">
      <text>Data is kept in Japan.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "a non-disclosure agreement alone", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="nda" title="Non-disclosure agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" type="confidentiality">
    <text>Information is kept secret.</text>
  </clause>
</contract>
]] },
    { name = "an amendment of something else", expect = "not-applicable", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" kind="amendment" title="First amendment" status="executed" effective="2025-04-01">
  <clause number="1" type="audit-right">
    <text>As agreed.</text>
  </clause>
</contract>
]] },
    { name = "recognised in English", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="Location of data">
    <text>The data is stored and processed in data centres in Japan only.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="データの所在">
    <text>乙は、データを日本国内のデータセンターにおいて保管し、処理する。</text>
  </clause>
</contract>
]] },
  },
}
