-- What Art. 28 of the General Data Protection Regulation asks of the contract with a processor. Requirements are put in
-- our own words; numbers are parameters, since the law names none.
return pack {
  name = "gdpr28", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "EU", licence = "Apache-2.0",
  title = { en = "Processors of personal data under GDPR Art. 28", ja = "GDPR第28条に基づく処理者の管理" },
  caveats = {
    { en = "A help for reading contracts and no legal advice: the rules look for clauses and words, and cannot judge whether a "
        .. "clause is enough in a given case.",
      ja = "契約書を読む際の補助であり、法的助言ではありません。規則は条項や文言の有無を確認するもので、個別の事案で十分かどうかは判断できません。" },
    { en = "The law names no number for the processor's notice of a breach: words such as \"without undue delay\" pass, and the "
        .. "hours of gdpr-breach-notice are a choice.",
      ja = "処理者による侵害の通知について、法に数値の定めはありません。「不当な遅滞なく」等の文言は適合とし、gdpr-breach-noticeの時間数は利用者の"
        .. "設定です。" },
    { en = "Left out: the controller's own duties; whether the measures fit the risk and the processor is suitable; the duty to say "
        .. "when an instruction infringes the law; duties to keep data under national law.",
      ja = "対象外: 管理者自身の義務、措置がリスクに見合うか及び処理者が適切か、違法な指示についての通知義務、各国法に基づく保存義務。" },
    { en = "Which countries have a decision of adequacy changes: check the parameter inside of gdpr-transfers and extend it.",
      ja = "十分性認定の対象国は変更されます。gdpr-transfersのパラメーターinsideを確認し、必要に応じて追加してください。" },
  },
  standards = {
    ["GDPR"] = {
      "Art. 28(2)", "Art. 28(3)", "Art. 28(3)(a)", "Art. 28(3)(b)", "Art. 28(3)(c)", "Art. 28(3)(d)", "Art. 28(3)(e)",
      "Art. 28(3)(f)", "Art. 28(3)(g)", "Art. 28(3)(h)", "Art. 28(4)", "Art. 28(9)", "Art. 32(1)", "Art. 33(2)",
      "Art. 46(1)",
    },
  },
}
