return rule {
  id = "privacy-certificate", grade = "minor",
  title = { en = "A Japanese supplier of personal data processing holds the PrivacyMark or an equivalent",
    ja = "個人情報を扱う国内の委託先がプライバシーマーク等を取得している" },
  why = { en = "The entruster has to choose a supplier that is able to protect personal data.",
    ja = "委託元には、個人データを適切に扱える委託先を選ぶ責任があります。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.34" },
  needs = { "supplier" },
  applies = function(s) return s:handles "personal-data" and s.country == "JP" and s.kind ~= "individual" end,
  messages = {
    missing = { en = "Personal data is handled, and neither PrivacyMark nor ISO/IEC 27701 is on record",
      ja = "個人情報を取り扱いますが、プライバシーマーク・ISO/IEC 27701の登録がありません",
      advice = { en = "The certificate is needed, or an audit of how personal data is handled.",
        ja = "認証の提出、又は個人情報の取扱いの監査での確認が必要です。" } },
    expired = { en = "The certificate has expired; rule certificate-expiry reports that",
      ja = "認証の有効期限が切れています（規則certificate-expiryで指摘しています）" },
  },
  check = function(s)
    local held = s.certificates:where(function(c)
      return match(c.standard, "Privacy ?Mark|プライバシーマーク|Pマーク|27701") ~= nil
    end)
    if held:none() then return fail("missing", { at = s.supplier }) end
    local valid = held:find(function(c) return c.expires == nil or c.expires >= s.as_of end)
    if not valid then return not_applicable "expired" end
    return pass { at = valid }
  end,
  examples = {
    { name = "PrivacyMark", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
    <certificate standard="PrivacyMark" expires="2027-06-30"/>
  </supplier>
</dossier>
]] },
    { name = "in Japanese", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
    <certificate standard="プライバシーマーク" expires="2027-06-30"/>
  </supplier>
</dossier>
]] },
    { name = "nothing on record", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "expired", expect = "not-applicable:expired", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
    <certificate standard="PrivacyMark" expires="2026-02-28"/>
  </supplier>
</dossier>
]] },
  },
}
