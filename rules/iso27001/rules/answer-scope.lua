return rule {
  id = "answer-scope", grade = "minor",
  title = { en = "Supplier and customer agree on what the supplier handles and who is responsible",
    ja = "取扱情報の範囲と責任分界について、双方の認識が一致している" },
  why = { en = "Misunderstandings are cheapest before the incident.",
    ja = "認識のずれは、事故の前に解消するのが最も安価です。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.20" },
  needs = { "supplier" },
  applies = function(s) return s.responses:any() end,
  messages = {
    personal = { en = "The supplier answers that it handles no personal data; the register says it does",
      ja = "個人情報を取り扱わないと回答していますが、登録では取り扱うことになっています", grade = "major",
      advice = { en = "Clear up between both sides what is handed over.",
        ja = "提供している情報の範囲を双方で確認してください。" } },
    unregistered = { en = "The supplier answers that it handles personal data; the register knows of none",
      ja = "個人情報を取り扱うと回答していますが、登録されていません", grade = "major",
      advice = { en = "Correct what is on record, or stop the handling.",
        ja = "登録の訂正、又は取扱いの中止が必要です。" }, audience = "internal" },
    scope = { en = "The supplier answers that the scope of services in the contract is not what is done",
      ja = "契約の業務範囲と実際の業務が異なると回答しています",
      advice = { en = "Amend the contract to what is done.",
        ja = "実際の業務に合わせて契約を変更してください。" } },
    responsibility = { en = "The supplier answers that responsibilities are not settled",
      ja = "責任分界が合意されていないと回答しています",
      advice = { en = "Settle responsibilities in writing.",
        ja = "責任分界を書面で合意してください。" } },
  },
  check = function(s)
    local found = {}
    local personal = s:answer "handles-personal-data"
    local scope, responsibility = s:answer "scope-agreed", s:answer "responsibility-agreed"
    local asset = s.assets:find { class = "personal-data" }
    if personal and personal.flag == false and asset then
      table.insert(found, fail("personal", { at = personal, related = { asset } }))
    elseif personal and personal.flag and not asset then
      table.insert(found, fail("unregistered", { at = personal }))
    end
    if scope and scope.flag == false then
      table.insert(found, fail("scope", { at = scope, related = { s.contracts:clause "service-scope" } }))
    end
    if responsibility and responsibility.flag == false then
      table.insert(found, fail("responsibility", { at = responsibility, related = { s.contracts:clause "responsibility" } }))
    end
    if #found == 0 then return pass { at = s.responses:latest "date" } end
    return found
  end,
  examples = {
    { name = "agreed", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="handles-personal-data" flag="true"/>
    <answer question="scope-agreed" flag="true"/>
  </response>
</dossier>
]] },
    { name = "no personal data, says the supplier", expect = "fail:personal", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="personal-data" name="personal-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="handles-personal-data" flag="false"/>
  </response>
</dossier>
]] },
    { name = "personal data that nobody registered", expect = "fail:unregistered", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="handles-personal-data" flag="true"/>
  </response>
</dossier>
]] },
    { name = "other work than agreed", expect = "fail:scope", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="service-scope">
      <text>The Supplier designs parts.</text>
    </clause>
  </contract>
  <response id="r" date="2026-01-15">
    <answer question="scope-agreed" flag="false"/>
  </response>
</dossier>
]] },
    { name = "responsibilities open", expect = "fail:responsibility", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="responsibility-agreed" flag="false"/>
  </response>
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
