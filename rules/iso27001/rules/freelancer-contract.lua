return rule {
  id = "freelancer-contract", grade = "major",
  title = { en = "An individual engaged through a platform has a contract of their own",
    ja = "マッチングサービス経由の個人と個別の業務委託契約がある" },
  why = { en = "The platform's terms protect the platform; they do not bind the person to the customer's secrets.",
    ja = "サービスの利用規約は運営者を守るもので、委託元の情報を守るものではありません。" },
  controls = { "ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.6.6" },
  needs = { "supplier" },
  applies = function(s) return s.kind == "individual" and s.platform ~= nil end,
  messages = {
    none = { en = "{name} was engaged through {platform} without a contract of their own",
      ja = "{name}には{platform}を通じて委託していますが、個別の契約がありません",
      advice = { en = "Conclude a services agreement with confidentiality with the person directly.",
        ja = "本人と、秘密保持条項を含む業務委託契約を直接締結してください。" } },
  },
  check = function(s)
    local current = s.contracts:in_force()[1]
    if current then return pass { at = current } end
    return fail("none", { at = s.supplier, name = s.name, platform = s.platform })
  end,
  examples = {
    { name = "a contract of their own", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="individual" country="JP" platform="TaskBridge">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2027-03-31">
    <clause number="1" type="confidentiality">
      <text>Information is kept secret.</text>
    </clause>
  </contract>
</dossier>
]] },
    { name = "the platform's terms alone", expect = "fail:none", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="standard" kind="individual" country="JP" platform="TaskBridge">
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
