local function counts(standard, names)
  for _, name in ipairs(names) do
    if find(standard, name) then return true end
  end
  return false
end

return rule {
  id = "isms-certificate", grade = "minor",
  title = { en = "The supplier holds a valid certificate for information security",
    ja = "情報セキュリティに関する認証を取得している" },
  why = { en = "A certificate shows that somebody independent has looked.",
    ja = "認証は、独立した第三者が確認したことを示します。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.35" },
  params = {
    standards = list { default = { "27001", "27017", "SOC 2", "SOC2", "ISMAP" },
      doc = { en = "Words in the name of a standard that count as a certificate for information security",
        ja = "情報セキュリティの認証と認める規格名に含まれる語" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.tier == "critical" or s.tier == "important" end,
  messages = {
    missing = { en = "No certificate for information security is on record",
      ja = "情報セキュリティに関する認証（ISMS等）の登録がありません",
      advice = { en = "A certificate or an equivalent report is needed, or else an audit by the customer.",
        ja = "認証書若しくはこれに代わる報告書の提出、又は委託元による監査が必要です。" } },
    expired = { en = "The certificate has expired; rule certificate-expiry reports that",
      ja = "認証の有効期限が切れています（規則certificate-expiryで指摘しています）" },
  },
  check = function(s, p)
    local held = s.certificates:where(function(c) return counts(c.standard, p.standards) end)
    if held:none() then return fail("missing", { at = s.supplier }) end
    local valid = held:find(function(c) return c.expires == nil or c.expires >= s.as_of end)
    if not valid then return not_applicable "expired" end
    return pass { at = valid }
  end,
  examples = {
    { name = "certified", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <certificate standard="ISO/IEC 27001" expires="2027-06-30"/>
  </supplier>
</dossier>
]] },
    { name = "nothing on record", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
</dossier>
]] },
    { name = "expired", expect = "not-applicable:expired", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <certificate standard="ISO/IEC 27001" expires="2025-06-30"/>
  </supplier>
</dossier>
]] },
    { name = "a certificate for quality alone", expect = "fail:missing", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
    <certificate standard="ISO 9001" number="Q 1" expires="2027-01-01"/>
  </supplier>
</dossier>
]] },
  },
}
