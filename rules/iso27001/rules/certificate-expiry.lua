return rule {
  id = "certificate-expiry", grade = "major",
  title = { en = "Certificates are valid, and renewals are in view {first} days ahead",
    ja = "認証が有効であり、{first}日前から更新が確認されている" },
  why = { en = "An expired certificate is a claim that nobody stands behind any more.",
    ja = "期限切れの認証は、もはや誰も保証していません。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.22" },
  params = {
    first = integer { default = 90, min = 1, max = 366,
      doc = { en = "Days ahead of the first notice", ja = "最初に知らせる日数" } },
    last = integer { default = 30, min = 1, max = 366,
      doc = { en = "Days ahead of the last notice", ja = "最後に知らせる日数" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.certificates:any() end,
  messages = {
    expired = { en = "The certificate {standard} expired on {expires}",
      ja = "{standard}の認証は{expires}に有効期限が切れています",
      advice = { en = "The renewed certificate is needed; until then nothing counts as certified.",
        ja = "更新後の認証書の提出が必要です。それまでは未認証として扱います。" } },
    undated = { en = "The certificate {standard} has no expiry date on record",
      ja = "{standard}の認証の有効期限が登録されていません", grade = "observation",
      advice = { en = "Record the date from the certificate.",
        ja = "認証書から有効期限を登録してください。" }, audience = "internal" },
    early = { en = "The certificate {standard} expires on {expires}, in {days} days",
      ja = "{standard}の認証は{expires}に期限を迎えます（残り{days}日）", grade = "observation",
      advice = { en = "The schedule of the renewal is needed.",
        ja = "更新審査の予定の確認が必要です。" } },
    imminent = { en = "The certificate {standard} expires on {expires}, in {days} days",
      ja = "{standard}の認証は{expires}に期限を迎えます（残り{days}日）", grade = "minor",
      advice = { en = "The renewed certificate is needed.",
        ja = "更新後の認証書の提出が必要です。" } },
  },
  check = function(s, p)
    local found = {}
    for certificate in s.certificates:each() do
      local expires = certificate.expires
      if not expires then
        table.insert(found, fail("undated", { at = certificate, standard = certificate.standard }))
      elseif expires < s.as_of then
        table.insert(found, fail("expired", { at = certificate, standard = certificate.standard, expires = expires }))
      elseif expires < s.as_of + days(p.first) then
        local message = expires < s.as_of + days(p.last) and "imminent" or "early"
        table.insert(found, fail(message,
          { at = certificate, standard = certificate.standard, expires = expires, days = expires - s.as_of }))
      end
    end
    if #found == 0 then return pass() end
    return found
  end,
  examples = {
    { name = "valid", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <certificate standard="ISO/IEC 27001" expires="2027-06-30"/>
  </supplier>
</dossier>
]] },
    { name = "expired yesterday", expect = "fail:expired", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <certificate standard="ISO/IEC 27001" expires="2026-03-31"/>
  </supplier>
</dossier>
]] },
    { name = "ends today", expect = "fail:imminent", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <certificate standard="ISO/IEC 27001" expires="2026-04-01"/>
  </supplier>
</dossier>
]] },
    { name = "two months left", expect = "fail:early", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <certificate standard="ISO/IEC 27001" expires="2026-06-01"/>
  </supplier>
</dossier>
]] },
    { name = "no date", expect = "fail:undated", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <certificate standard="ISO/IEC 27001"/>
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
