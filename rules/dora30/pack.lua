-- What Art. 30 of the Digital Operational Resilience Act asks of contracts on services of information and communication
-- technology. Requirements are put in our own words; numbers are parameters, since the law names none.
return pack {
  name = "dora30", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "EU", licence = "Apache-2.0",
  title = { en = "ICT service providers of financial entities under DORA Art. 30",
    ja = "DORA第30条に基づく金融機関のICTサービス提供者の管理" },
  caveats = {
    { en = "A help for reading contracts and no legal advice: the rules look for clauses and words, and cannot judge whether a "
        .. "clause is enough in a given case.",
      ja = "契約書を読む際の補助であり、法的助言ではありません。規則は条項や文言の有無を確認するもので、個別の事案で十分かどうかは判断できません。" },
    { en = "The law names no hours, days or percentages: every number is a parameter and a choice, also the 90 days of dora-exit.",
      ja = "法に時間数、日数、割合の定めはありません。dora-exitの90日を含め、数値はすべて利用者が設定するパラメーターです。" },
    { en = "Not verified and left out: the technical standards to the regulation on subcontracting, on the policy for ICT services "
        .. "and on the register of information.",
      ja = "検証していないため対象外: 再委託、ICTサービスの方針及び情報登録簿に関する技術基準。" },
    { en = "Left out: the financial entity's own duties; the relief for microenterprises and standard clauses of public authorities "
        .. "(Art. 30(4)); qualitative targets and how levels are revised; details of monitoring under Art. 30(3)(e); national law.",
      ja = "対象外: 金融機関自身の義務、零細企業の特例と公的機関の標準契約条項（第30条第4項）、定性的な目標とサービスレベルの改定方法、"
        .. "第30条第3項(e)の監視の詳細、各国法。" },
  },
  standards = {
    ["DORA"] = {
      "Art. 28(7)(a)", "Art. 28(7)(b)", "Art. 28(7)(c)", "Art. 28(7)(d)", "Art. 30(1)", "Art. 30(2)(a)", "Art. 30(2)(b)",
      "Art. 30(2)(c)", "Art. 30(2)(d)", "Art. 30(2)(e)", "Art. 30(2)(f)", "Art. 30(2)(g)", "Art. 30(2)(h)",
      "Art. 30(2)(i)", "Art. 30(3)(a)", "Art. 30(3)(b)", "Art. 30(3)(c)", "Art. 30(3)(d)", "Art. 30(3)(e)",
      "Art. 30(3)(f)",
    },
  },
}
