-- What Japanese law asks of those who entrust the handling of personal data. Requirements are put in our own words; what
-- the guideline calls desirable is an observation, and periods that it leaves open are parameters.
return pack {
  name = "appi", version = "1.0.0", engine = ">=1.0 <2.0",
  requires = { core = ">=1.0" },
  languages = { "en", "ja" },
  date = "2026-11-24", jurisdiction = "JP", licence = "Apache-2.0",
  title = { en = "Entrusting personal data under Japanese law", ja = "個人データの取扱いの委託（個人情報保護法・番号法）" },
  caveats = {
    { en = "A help and no legal advice: the rules look for clauses, words and records, and cannot judge whether they are enough in a "
        .. "given case.",
      ja = "確認の補助であり、法的助言ではありません。規則は条項、文言及び記録の有無を確認するもので、個別の事案で十分かどうかは判断できません。" },
    { en = "What the commission's guideline calls desirable is an observation. The 72 hours of appi-incident-report are a choice that "
        .. "leaves the entruster time for its own preliminary report.",
      ja = "ガイドラインが望ましいとする事項は観察事項です。appi-incident-reportの72時間は、委託元が速報を準備する時間を見込んだ利用者の設定です。" },
    { en = "The numbers of Art. 23, 24 and 28 rest on secondary sources: check them before you quote them.",
      ja = "第23条、第24条及び第28条の条番号は二次資料によります。引用の際はご確認ください。" },
    { en = "Which countries give equivalent protection is for the commission to say: check the parameter inside of appi-foreign and "
        .. "change it.",
      ja = "同等の水準の保護制度を有すると認められる国は、個人情報保護委員会の定めによります。appi-foreignのパラメーターinsideを確認し、必要に応じて"
        .. "変更してください。" },
    { en = "Not verified and left out: contents of My Number contracts beyond re-entrustment.",
      ja = "検証していないため対象外: 再委託以外の、個人番号に関する契約の内容。" },
    { en = "Left out: whether a leak has to be reported, and the final report; whether the measures equal the entruster's own; "
        .. "information to the persons about foreign countries; guidelines of single sectors.",
      ja = "対象外: 漏えい等の報告の要否と確報、措置が委託元と同等か、外国の制度に関する本人への情報提供、分野別ガイドライン。" },
  },
  standards = {
    ["APPI"] = { "Art. 23", "Art. 24", "Art. 25", "Art. 26", "Art. 28" },
    ["My Number Act"] = { "Art. 10" },
  },
}
