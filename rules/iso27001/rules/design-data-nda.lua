return rule {
  id = "design-data-nda", grade = "major",
  title = { en = "The confidentiality clause names drawings and design data",
    ja = "秘密保持条項が図面・設計データを対象としている" },
  why = { en = "Drawings that are not named are taken for common knowledge of the trade.",
    ja = "図面等が明示されていないと、秘密情報に当たるかどうかが争われます。" },
  controls = { "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.32", "ISO/IEC 27001:2022 A.6.6" },
  needs = { "supplier", "contract" },
  applies = function(s) return s.contracts:in_force():any() and s:handles "design-data" end,
  messages = {
    unnamed = { en = "The confidentiality clause does not name drawings or design data",
      ja = "秘密保持条項に図面・設計データ（CADデータ等）が明示されていません",
      advice = { en = "Name drawings, CAD data, samples and specifications as confidential.",
        ja = "図面、CADデータ、試作品及び仕様書を秘密情報として明示してください。" } },
    absent = { en = "There is no such clause; rule confidentiality reports that",
      ja = "条項がありません（規則confidentialityで指摘しています）" },
  },
  check = function(s)
    local clause = s.contracts:clause "confidentiality"
    if not clause then return not_applicable "absent" end
    local named = clause:says "図面|設計|CAD|drawing|design"
    if not named then return fail("unnamed", { at = clause }) end
    return pass { at = named }
  end,
  examples = {
    { name = "drawings named", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Drawings and CAD data are kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>乙は、図面及びＣＡＤデータを秘密として保持する。</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "not named", expect = "fail:unnamed", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Business information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "no clause", expect = "not-applicable:absent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="design-data" name="design-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="governing-law">
      <text>Japanese law governs.</text>
    </clause>
  </contract>
</dossier>
]] },
  },
}
