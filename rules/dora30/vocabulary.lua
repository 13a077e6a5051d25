-- Clauses and commitments that Art. 30 asks for and other contracts rarely have. The format is described under
-- "Vocabulary" in rules/README.md.
return vocabulary {
  sets = {
    collapse = { "insolven*", "bankrupt*", "resolution of the", "resolution proceedings", "resolution or", "resolution,",
      "discontinu*", "cessation of business", "ceases business", "ceases its business", "winding up", "liquidation" },
    collapse_ja = { "支払不能", "倒産", "破産", "破綻", "事業の廃止", "事業を廃止", "事業の停止", "サービスの廃止", "民事再生",
      "会社更生", "清算", "事業の中止", "業務の停止" },
    regain = { "access", "recover*", "retriev*", "return*", "export*", "extract*", "hand* over", "deliver* up" },
    regain_ja = { "アクセス", "回復", "復旧", "返還", "引渡し", "引き渡し", "引き渡す", "取得でき", "取り出", "回収", "エクスポート", "提供を受け" },
    incident_word = { "incident*", "ict-related incident*", "security breach*", "disruption*", "cyber attack*", "cyber-attack*" },
    incident_word_ja = { "インシデント", "事故", "障害", "サイバー攻撃" },
    helping = { "assist*", "(help|helps) [the] {party}", "support", "supports" },
    tell = { "notify", "notifies", "notified", "notification", "report", "reports", "inform", "informs", "disclose", "discloses" },
    helping_ja = { "支援", "協力", "援助", "対応に必要な支援" },
    threat_led = { "threat-led [penetration]", "threat led [penetration]", "tlpt", "red team*", "red-team*" },
    threat_led_ja = { "脅威ベース", "TLPT", "レッドチーム" },
    material = { "material", "materially", "significant", "significantly", "adverse", "adversely" },
  },

  types = {
    ["data-recovery"] = {
      title = { en = "Access to data when the provider ends", ja = "破綻・終了時のデータの取得" },
      heading = { "(access to|recovery of|return of|access, recovery and return of) [the] data", "data (recovery|retrieval|access) [and return]",
        "recovery and return of data", "データの(回復|取得|返還|引渡し)", "データの回復及び返還", "データの回収", "データへのアクセス及び返還" },
      sure = {
        "{regain} ... data ... {collapse}", "{collapse} ... {regain} ... data", "data ..150 {regain} ... {collapse}",
        "{collapse} ... data ..150 {regain}",
        "{regain} ..150 data ... ({end_of}|terminated|terminates|expires)", "({end_of}|terminated|terminates|expires) ... {regain} ..150 data",
        "{collapse_ja} ... データ ... {regain_ja}", "データ ... {regain_ja} ... {collapse_ja}",
        "{over_ja} ..90 データ ... (返還|引渡し|引き渡し|引き渡す|取得でき|取り出|回復)",
      },
      against = { "back* up", "restor* .. test*", "復元" },
      terms = {
        insolvency = { type = "flag", yes = { "{collapse}", "{collapse_ja}" } },
        format = { type = "flag", yes = { "(easily|readily) accessible", "(common|usual|open|standard|structured|machine-readable|interoperable) .. format", "format .. (agreed|accessible|common|open|standard|machine-readable)",
          "(利用しやすい|容易に利用|一般に利用|汎用的な|標準的な|機械可読|構造化された|アクセスしやすい|合意した|容易にアクセス) ..30 (形式|フォーマット)" } },
      },
    },

    ["incident-assistance"] = {
      title = { en = "Help in an incident", ja = "事故時の支援" }, owes = "supplier",
      heading = { "(assistance|support|help) (in|during|with|on) [ict-related] incident*", "incident (assistance|support)", "事故時の支援", "事故発生時の支援",
        "インシデント対応の支援", "インシデント発生時の支援", "障害発生時の支援" },
      sure = {
        "{helping} ..150 {incident_word} & !test*", "{incident_word} ..150 {helping} & !test*",
        "{incident_word_ja} ..150 {helping_ja}(し|する|を行|を提供|を受け|の費用|に要する)",
      },
      against = { "assist* .. (prevent|avoid)", "監督" },
      terms = {
        cost = { type = "choice", values = {
          { is = "free", "(no|without) [any] (additional|extra|further) (cost*|charge*|fee*)", "(free of|without) charge", "at no (cost|charge)", "at its own (cost|expense)", "at the {party} ['s] own expense", "無償", "追加[の](費用|料金)..(ない|なく|なし|請求しない|生じない|負担させない)", "乙の費用(負担)", "自己の費用" },
          { is = "agreed", "(cost*|charge*|fee*|rate*|price*) .. (agreed|determined|set out|set|fixed|specified|laid down|listed) ..60 (advance|beforehand|ex ante|ex-ante|schedule|annex|appendix|exhibit|price list)", "(agreed|determined|set|fixed|pre-agreed|predetermined|listed) ..60 (cost*|charge*|fee*|rate*|price*)", "(schedule|annex|price list) .. (rate*|fee*|charge*)",
            "(事前に|あらかじめ|予め|別紙|料金表) ..60 (定め|合意|規定|記載) ..40 (費用|料金|単価|額)", "(費用|料金|単価) ..60 (事前に|あらかじめ|予め|別紙|料金表)" },
        } },
      },
    },

    ["material-developments"] = {
      title = { en = "Report of material developments", ja = "重大な変化の報告" }, owes = "supplier",
      heading = { "(report* of|notice of|notification of) (material|significant) (development*|change*|event*)", "material (development*|event*)", "重大な変化の報告", "重要な変化の報告", "重要事象の報告", "重要事項の報告",
        "重大な事象の通知" },
      sure = {
        "{tell} ... (development*|event*|circumstance*|change*) ..60 (might|may|could|would|is likely|are likely|can|has|have) ..60 {material} ..60 (impact|affect*|effect|impair*|influence)",
        "{tell} ..120 (of|on|about) ..30 (any|all|every|each) (material|significant) (development*|change*|event*|circumstance*)",
        "(development*|event*|circumstance*|change*) ..60 (might|may|could|would|is likely|are likely|can|has|have) ..60 {material} ..60 (impact|affect*|effect|impair*|influence) ... {tell}",
        "(重大な|重要な|著しい) ..30 (影響|支障) ... (事象|変化|事情|事実|状況|おそれ|動向|変更) ... {report_ja}(する|し|しなければ|を行)",
        "(事象|変化|事情|事実|状況|動向) ... (重大な|重要な|著しい) ..30 (影響|支障) ... {report_ja}(する|し|しなければ|を行)",
      },
      terms = {
        within = { type = "duration", mode = "limit notice", vague = true, near = { "notif*", "report*", "inform*", "{report_ja}", "知った", "aware" } },
      },
    },

    ["threat-led-testing"] = {
      title = { en = "Threat-led penetration testing", ja = "脅威ベースのペネトレーションテスト" }, owes = "supplier",
      heading = { "threat-led [penetration] test*", "threat led [penetration] test*", "tlpt", "脅威ベースのペネトレーションテスト", "TLPT", "脅威ベースの侵入テスト" },
      sure = { "{threat_led} ..60 (test*|exercise*)", "{threat_led} .. (participat*|cooperat*|co-operat*)", "(participat*|cooperat*|co-operat*|take part) ..120 {threat_led}",
        "{threat_led_ja} ..60 (テスト|試験|検査|演習)", "{threat_led_ja} ..120 (参加|協力)" },
    },

    -- Additions to types of the core vocabulary.
    ["service-scope"] = {
      sure = { "(functions|services) ..60 (listed|described|set out|specified|detailed) in ..20 (annex*|schedule*|appendix|appendices|exhibit*|attachment*)",
        "(別紙|別表|仕様書|附属書)..(定める|記載|掲げる|規定する) ..40 (サービス|機能|業務)(を|の) ..30 (提供|遂行|実施|受託)" },
      decoys = { "(place*|location*) of [the] services" },
    },
    ["data-location"] = {
      heading = { "(place*|location*) of (services|the services) and [of] [the] data", "(place*|location*) of (services|performance)", "提供場所", "サービスの提供場所", "提供場所及びデータの所在" },
      sure = {
        "(perform*|provid*|deliver*|render*) ..90 services ..60 (from|in|within) ..30 (region*|countr*|location*|jurisdiction*)",
        "services ..60 (supplied|provided|performed|rendered|delivered) ..60 data ..60 (processed|stored|hosted|kept) ..20 in",
        "data ..60 (processed|stored|hosted) ..60 (there|therein|in the following|at the following|in those)",
        "(国|地域|リージョン|拠点|場所) ..90 (サービス|業務) ..30 (提供|遂行|実施)", "データ ..60 (保存|保管|処理) ..30 (国|地域|リージョン|場所) ..30 (別紙|限|次のとおり|とする|定める)",
        "(services|functions|subcontracted services) ..120 (provided|performed|rendered|delivered) ..60 (from|at|in) .. (location*|region*|countr*|schedule|annex|place*)",
        "(location*|region*|countr*|place*) ..120 (services|functions) ..90 (provided|performed|rendered|delivered) ..240 data ..90 (processed|stored)",
        "(業務|サービス) ..60 (提供|実施|遂行)(する|される|の) ..30 (場所|国|地域|拠点) ..120 データ ..90 (保存|保管|処理|所在)",
      },
      terms = {
        ["change-notice"] = { type = "flag", yes = {
          "(notif*|notice|inform*|consent) ..150 (chang*|relocat*|mov*|transfer*|different location)", "(chang*|relocat*|mov*|different location) ..150 (notif*|notice|inform*|consent)",
          "(変更|移転|移動) ..120 ({report_ja}|{consent_ja})", "({report_ja}|{consent_ja}) ..120 (変更|移転|移動)" } },
      },
    },
    ["termination"] = {
      terms = {
        ["on-breach"] = { type = "flag", yes = {
          "(breach*|violat*|infring*) ..90 (law*|regulation*|term*|agreement|contract|obligation*|provision*|duty|duties)", "material breach", "(法令|規制|契約|義務|条項) ..60 (違反|履行しない|不履行)" } },
        ["on-change"] = { type = "flag", yes = {
          "(circumstance*|change*|development*|event*|finding*) ..150 (capable of|alter*|affect*|impair*) ..90 (performance|function*|service*)", "monitor* ... (circumstance*|change*|alter*)", "(circumstance*|change*) ..90 monitor*",
          "(事情|状況|変化|変更|事象) ..90 (業務|機能|サービス|履行|遂行) ..60 (影響|変化|支障)", "(業務|機能|サービス|履行|遂行) ..60 (影響|変化|支障) ..60 (事情|状況|変化|変更|事象)", "(監視|モニタリング) ..120 (事情|状況|変化|判明|認め)" } },
        ["on-weakness"] = { type = "flag", yes = {
          "(weakness*|deficienc*|shortcoming*|inadequac*) ..150 (risk management|security|availability|integrity|confidentiality|control*)", "(risk management|security|ict) ..60 (weakness*|deficienc*|shortcoming*)",
          "(リスク管理|情報セキュリティ|安全管理|セキュリティ|ICT) ..60 (弱点|不備|欠陥|脆弱|不十分|欠如)", "(弱点|不備|欠陥|不十分) ..60 (リスク管理|情報セキュリティ|安全管理|セキュリティ)" } },
        ["on-supervision"] = { type = "flag", yes = {
          "(authorit*|supervisor*|regulator*) ..120 (no longer|cannot|unable|hinder*|prevent*|impede*) ..60 (supervis*|oversee*)", "(supervis*|oversight) ..120 (no longer|cannot|impossible|hinder*|prevent*|impede*)",
          "(監督当局|当局|監督官庁|規制当局) ..90 監督 ..60 (できな|困難|不能|妨げ|支障)", "監督 ..60 (できな|困難|不能|妨げ|支障)" } },
      },
    },
    ["authority-cooperation"] = {
      sure = { "(cooperat*|co-operat*) ..120 resolution authorit*", "(監督当局|破綻処理当局|当局) ..120 (協力)(する|し|しなければ|を)" },
      terms = {
        resolution = { type = "flag", yes = { "resolution authorit*", "破綻処理当局", "破綻処理を所管", "破綻処理機関" } },
      },
    },
    ["audit-right"] = {
      terms = {
        authorities = { type = "flag", yes = { "authorit*", "regulator*", "supervisor*", "lead overseer", "監督当局", "当局", "監督官庁", "監督機関" } },
        alternative = { type = "flag", yes = { "alternative ..60 (assurance|audit*|means|measure*|level*)", "assurance level*", "(代替|他の)[的な|の] ..30 (保証|確認|監査|手段|方法|措置)", "代替的" } },
        conditions = { type = "flag", yes = { "(scope|procedure*|frequency) ..60 (scope|procedure*|frequency) ..150 (audit*|inspection*|examination*|check*)", "(audit*|inspection*|examination*) ..150 (scope|procedure*) ..90 (frequency|scope|procedure*)",
          "(監査|検査|調査) ..90 (範囲|手続|手順) ..60 (頻度|手続|手順|範囲|回数)", "(範囲|手続|手順|頻度) ..60 (頻度|手続|手順|範囲) ..90 (監査|検査|調査)" } },
      },
    },
    ["continuity"] = {
      sure = { "(緊急時|危機|不測の事態) ..12 (計画|プラン)を(策定|整備|定め|維持|備え)", "コンティンジェンシー(プラン|計画)" },
      terms = {
        tested = { type = "flag", yes = { "test*", "exercise*", "drill*", "rehears*", "訓練", "テスト", "演習", "試験", "検証" } },
      },
    },
  },
}
