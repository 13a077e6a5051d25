-- What the implementing regulation to the NIS2 directive asks of contracts with suppliers and service providers. Requirements
-- are put in our own words; numbers are parameters, since the regulation names none for contracts.
return pack {
  name = "nis2", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "EU", licence = "Apache-2.0",
  title = { en = "Suppliers and service providers under NIS2, Regulation (EU) 2024/2690",
    ja = "NIS2（実施規則(EU) 2024/2690）に基づく供給者の管理" },
  caveats = {
    { en = "A help for reading contracts and no legal advice: the rules look for clauses and words, and cannot judge whether a "
        .. "clause is enough in a given case.",
      ja = "契約書を読む際の補助であり、法的助言ではありません。規則は条項や文言の有無を確認するもので、個別の事案で十分かどうかは判断できません。" },
    { en = "The regulation asks for these contents where appropriate, and binds providers of digital infrastructure and digital "
        .. "services; for other entities national law decides, and the list may serve as a measure.",
      ja = "規則はこれらの内容を「適切な場合に」求めており、デジタル基盤・デジタルサービスの事業者に直接適用されます。その他の事業者には各国法が"
        .. "適用され、この一覧は目安となります。" },
    { en = "The regulation names no numbers for contracts: hours and days are parameters and choices.",
      ja = "契約に関する数値の定めはありません。時間数と日数は利用者が設定するパラメーターです。" },
    { en = "Not verified and left out: the requirements on the acquisition of ICT services and products (point 6.1), which (a) refers "
        .. "to.",
      ja = "検証していないため対象外: (a)が参照するICT製品・サービスの取得に関する要求事項（6.1）。" },
    { en = "Left out: the rest of point 5; certifications of staff; the customer's own reports to the authorities; national law.",
      ja = "対象外: 附属書5のその他の事項、従業者の資格、利用者自身の当局への報告、各国法。" },
  },
  standards = {
    ["Regulation (EU) 2024/2690"] = {
      "Annex 5.1.4", "Annex 5.1.4(a)", "Annex 5.1.4(b)", "Annex 5.1.4(c)", "Annex 5.1.4(d)", "Annex 5.1.4(e)",
      "Annex 5.1.4(f)", "Annex 5.1.4(g)", "Annex 5.1.4(h)",
    },
  },
}
