-- Clauses that point 5.1.4 of the annex asks for and other contracts rarely have. The format is described under
-- "Vocabulary" in rules/README.md.
return vocabulary {
  vague = { "不当に遅延することなく", "不当な遅延なく", "不当な遅延なしに", "with no undue delay" },

  sets = {
    staff = { "employees", "personnel", "staff", "workers", "persons engaged", "individuals" },
    staff_ja = { "従業者", "従業員", "要員", "作業者", "担当者", "従事者", "役職員" },
    audit_report = { "audit report*", "reports of audits", "report of an audit", "assurance report*", "soc 2 report*", "results of [its|the|an|its latest] [independent] audit*" },
    audit_report_ja = { "監査報告書", "監査結果", "保証報告書", "監査の結果", "SOC2報告書", "SOC 2報告書" },
  },

  types = {
    ["background-check"] = {
      title = { en = "Background checks", ja = "従業者の経歴確認" },
      heading = { "(background|pre-employment) (check*|verification|screening)", "(personnel|staff|employee) (screening|vetting)", "verification of (the) background*", "screening",
        "経歴の確認", "経歴確認", "身元の確認", "身元確認", "従業者の経歴確認", "バックグラウンドチェック", "採用時の確認" },
      sure = {
        "background (check*|verification*|screening*|investigation*)", "(verif*|check*|screen*|vet*) ..90 background* & {staff}", "(screen*|vet|vets|vetted|vetting) ..60 {staff}", "criminal record* ..60 (check*|extract*)",
        "(身元|経歴|職歴|素性|犯歴|バックグラウンド) ..60 (確認|調査|照会|検証|審査|チェック)(し|する|を行|を実施|した|、)", "バックグラウンドチェック",
      },
      decoys = { "company background", "事業者の経歴", "本人の身元確認書類", "会社の経歴" },
    },

    ["audit-reports"] = {
      title = { en = "Audit reports", ja = "監査報告書の受領" },
      heading = { "audit report*", "assurance report*", "監査報告書", "監査報告書の提出", "監査報告書の受領", "監査結果の提供" },
      sure = {
        "(provid*|submit*|deliver*|hand* over|send*|make* available|receiv*|furnish*|supply|supplies) ..120 {audit_report}", "{audit_report} ..120 (provid*|submit*|deliver*|available|hand* over|sent|receiv*|furnish*)",
        "{audit_report_ja} ..60 (提出|提供|交付|受領|開示|写し|報告)",
      },
      against = { "audit committee", "監査役", "financial statements" },
    },

    -- Additions to types of the core vocabulary.
    ["incident-report"] = {
      sure = { "(notif*|inform*|report*|alert*) ..90 incident* ..90 (risk*|endanger*|threat*|affect*|jeopardi*)" },
    },
    ["vulnerability"] = {
      sure = { "(remed*|address*|handl*|mitigat*|resolv*|disclos*|report*) ..90 vulnerab*", "vulnerab* ..90 (remedied|addressed|handled|mitigated|resolved|disclosed|reported)" },
    },
    training = {
      sure = { "train* ..30 {staff} ..60 (security|cyber*|awareness)", "{staff_ja} ..60 (セキュリティ|サイバー) ..30 (教育|研修|訓練)" },
    },
    ["flow-down"] = {
      sure = { "(下請|再委託先|下請負人|下請業者) ..30 (に対し|に対して|をして|にも) ..120 (遵守させ|守らせ|課す|課し|負わせ)" },
    },
    ["return-destroy"] = {
      sure = { "(hand* back|retriev*|dispos* of|sanitis*|sanitiz*) ..90 (information|data|documents|records)" },
      terms = {
        ["on-end"] = { type = "flag", yes = {
          "(agreement|contract|engagement|services) (ends|end) ..240 (return*|destroy*|delet*|hand* back|dispos*|retriev*)",
          "(return*|destroy*|delet*|hand* back|dispos*|retriev*) ..240 (agreement|contract|engagement|services) (ends|end)" } },
      },
    },
  },
}
