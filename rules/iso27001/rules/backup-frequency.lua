return rule {
  id = "backup-frequency", grade = "minor",
  title = { en = "Data is backed up at least once in {interval}", ja = "データは{interval}に1回以上バックアップされる" },
  why = { en = "What was entered since the last backup is lost for good.",
    ja = "最後のバックアップ以降のデータは、失われると元に戻せません。" },
  controls = { "ISO/IEC 27001:2022 A.8.13", "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.23" },
  params = {
    interval = duration { default = "P1D", min = "PT1H", max = "P31D",
      doc = { en = "The longest acceptable time between backups", ja = "許容できるバックアップ間隔の上限" } },
  },
  needs = { "contract" },
  alone = { "master", "services", "template", "other", "sla", "amendment" },
  applies = function(s)
    return s.contracts:in_force():any()
      and (s.lone or s.assets:any(function(a) return a.access == "store" or a.access == "process" or a.access == "admin" end))
  end,
  messages = {
    seldom = { en = "Backups are made {found}; at least once in {expected} is required",
      ja = "バックアップの頻度が{found}です。{expected}に1回以上とする必要があります",
      advice = { en = "Make backups more often.",
        ja = "頻度を引き上げてください。" } },
    vague = { en = "The frequency of backups is worded without a number",
      ja = "バックアップの頻度が数値で示されていません",
      advice = { en = "Replace the wording by a number.",
        ja = "抽象的な表現を、具体的な数値に改めてください。" } },
    unstated = { en = "How often backups are made is not agreed",
      ja = "バックアップの頻度が定められていません",
      advice = { en = "Agree on a number.",
        ja = "数値で定めてください。" } },
    open = { en = "The value is left blank; rule unfilled-blanks judges that",
      ja = "値が空欄です（規則unfilled-blanksで判定します）" },
    missing = { en = "No clause on backup",
      ja = "バックアップの条項がありません",
      advice = { en = "Agree on the supplier's duty to back up the data and to test restoring it.",
        ja = "データのバックアップと復元テストの実施を定めてください。" } },
  },
  check = function(s, p)
    local clause = s.contracts:clause "backup"
    if not clause then return fail "missing" end
    local frequency = clause:interval "frequency"
    if not frequency then
      local wording = clause:wording "frequency"
      if wording == "blank" then return not_applicable "open" end
      if wording == "vague" then return fail("vague", { at = clause:passage "frequency" }) end
      return fail("unstated", { at = clause })
    end
    if frequency > p.interval then
      return fail("seldom", { at = frequency, found = frequency, expected = p.interval })
    end
    return pass { at = frequency }
  end,
  examples = {
    { name = "good enough", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="backup">
      <text>Agreed.</text>
      <interval name="frequency" value="P1D"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not good enough", expect = "fail:seldom", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="backup">
      <text>Agreed.</text>
      <interval name="frequency" value="P1M"/>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no number", expect = "fail:unstated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="backup">
      <text>The Supplier and the Customer keep this in mind.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "vague", expect = "fail:vague", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="backup">
      <text>乙は、データを定期的にバックアップする。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "left open", expect = "not-applicable:open", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="backup">
      <text>乙は、データを____ごとにバックアップする。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the contract is silent", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
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
  <clause number="1" heading="Backup">
    <text>The Supplier backs up the data every day and tests restoring it every six months.</text>
  </clause>
</contract>
]] },
    { name = "recognised in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<contract xmlns="urn:kijun:1" id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
  <clause number="1" heading="バックアップ">
    <text>乙は、データのバックアップを毎日取得し、6か月ごとに復元テストを行う。</text>
  </clause>
</contract>
]] },
  },
}
