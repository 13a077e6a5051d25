-- The words by which clauses are recognised. The format is described under "Vocabulary" in rules/README.md.
return vocabulary {
  sure = 100, maybe = 60,

  -- Words that phrases below use by name.
  sets = {
    shall = { "shall", "must", "will", "agree* to", "(is|are) (required|obligated|obliged) to", "undertake* to", "covenant* to" },
    may = { "may", "can", "(shall|will) (be entitled|have the right|be permitted|be allowed|be free|have the option) to",
            "(is|are) (entitled|permitted|allowed|free) to", "(has|have) the (right|option) to", "reserve* the right to",
            "with the right to", "right to" },
    not_may = { "(shall|will|may|must|can) not", "cannot", "shall never", "(neither|no) party (shall|may|will|can)",
                "(is|are) not (permitted|allowed|entitled) to", "agree* not to", "(shall|will|agree*) (refrain|abstain) from",
                "(is|are) prohibited from", "(under|in) no (circumstances|circumstance|event) (may|shall|will|can)" },
    no_duty = { "no (obligation|duty|responsibility) to", "no (obligation|duty) of", "(shall|will|is|are|be) not [be] (obliged|obligated|required|bound|responsible|liable) (to|for)",
                "(is|are) not under [any|an] (obligation|duty) to", "need not", "(does|do) not have to", "without [any|an] obligation to", "not (obliged|obligated|required) to" },
    no_duty_ja = { "義務を負わない", "義務を負わず", "義務を負うものではない", "義務はない", "義務を有しない", "を要しない", "は要しない", "必要はない", "を必要としない", "責任を負わない",
                   "責を負わない", "義務を負いません", "義務はありません", "必要はありません" },
    tell = { "notify", "notifies", "notified", "notifying", "report", "reports", "reported", "inform", "informs", "informed", "advise", "advises", "advised", "notice", "notification",
             "alert", "alerts", "tell", "tells", "told" },
    party = { "party", "parties", "customer", "client", "company", "licensor", "licensee", "supplier", "provider", "vendor",
              "contractor", "consultant", "distributor", "franchisee", "franchisor", "manufacturer", "buyer", "seller" },
    confidential = { "confidential [and proprietary] (information|material*|data|records|documents)",
                     "proprietary [and confidential] (information|material*)", "evaluation material*", "disclosed information",
                     "discloser['s] information", "non-public information", "nonpublic information", "the information", "such information", "trade secrets" },
    secret_ja = { "秘密情報", "機密情報", "営業秘密", "秘密", "機密", "知り得た情報", "知り得た事項" },
    subcontract = { "sub-contract*", "subcontract*", "sub contract*", "sub-process*", "subprocess*", "sub processor*", "outsourc*" },
    subcontract_ja = { "再委託", "再請負", "下請", "再委任" },
    known_ja = { "知り得た", "知りえた", "知得した", "知り得る", "知るに至った", "知ったこと", "知った情報", "知った事項", "知った秘密", "知った相手方" },
    leak_ja = { "漏らし", "漏らさ", "もらし", "もらさ", "洩らし", "洩らさ", "漏えい", "漏洩", "開示", "公表", "口外", "公開し", "公にし" },
    ban_ja = { "ならない", "ならず", "ない", "なりません", "ません", "禁止", "禁ずる", "禁じる" },
    third_ja = { "第三者", "他の者", "他人", "他社", "他者", "他の事業者", "他の業者", "他の会社" },
    consent = { "consent", "approval", "authorization", "authorisation", "permission", "agreement" },
    consent_ja = { "承諾", "承認", "同意", "許諾", "了承", "許可", "了解", "許し" },
    written_ja = { "書面", "文書", "電磁的方法", "電子メール", "電磁的記録" },
    any_reason = { "without [any] cause", "for [its|their|his|customer's|client's] [own] convenience", "for any [or no] reason", "for no reason", "with or without (cause|reason)", "without [any] reason", "at (its|their) convenience",
                   "for any cause", "other than for cause", "without assigning any reason", "without giving any reason", "without (stating|specifying|providing) [a|any] reason", "for reasons of convenience" },
    upon = { "upon", "following", "after", "on", "in the event of", "in case of" },
    over_ja = { "終了", "満了", "解除", "解約" },
    giving_back = { "return", "returned", "returns", "destroy", "destroyed", "destruction", "delete", "deleted", "erase", "erased", "surrender", "surrendered", "redeliver", "redelivered", "deliver", "delivered", "dispose", "turn over", "hand over", "purge", "purged" },
    is_over = { "{end_of}", "terminated", "terminates", "expires", "at the end of", "end of the term", "completed", "abandon*", "withdraw*", "relationship ceases", "cease to be interested",
                "no longer (interested|need*|required|available|necessary|wish*)", "not to (proceed|pursue|enter|continue)", "(do|does|did) not [wish to] (proceed|pursue|enter|continue)", "not wish to (proceed|pursue|enter|continue)",
                "not [be] consummated" },
    only_on = { ", upon", ", at", ", on", ", if", ", when", "and upon", "and at", "and on" },
    use = { "use", "uses", "used", "using", "utilize*", "utilise*", "exploit*", "employ" },
    outsider = { "advisors", "advisers", "advisor", "adviser", "consultants", "contractors", "subcontractors", "sub-contractors", "agents", "attorneys", "accountants", "counsel", "lenders", "auditors", "financing sources", "bankers", "professionals", "insurers", "investors", "lawyers", "brokers" },
    telling = { "disclos*", "share", "shared", "sharing", "furnish*", "provid*", "divulge*", "communicat*", "available", "transmit*", "reveal*", "access", "distribut*", "known" },
    if_word = { "if", "in the event", "upon the occurrence", "in case", "should", "where the" },
    condition = { "if", "in the event", "breach*", "default*", "fail*", "insolven*", "force majeure", "change of control", "change in control", "unless", "in case", "upon the occurrence", "specifying", "cure*", "remed*" },
    over = { "termination", "expiration", "expiry", "cancellation" },
    breach = { "breach*", "default*", "violat*", "fails", "failure", "failed", "insolven*", "bankrupt*", "non-payment" },
    incident_ja = { "事故", "漏えい", "漏洩", "漏えい等", "漏洩等", "流出", "インシデント", "事件", "セキュリティ事象", "紛失", "盗難", "不正アクセス",
                    "滅失", "毀損", "不正使用", "不正利用", "不正に(使用|利用)", "無断使用", "異常事態", "緊急事態", "障害", "トラブル", "サイバー攻撃", "違反事実" },
    report_ja = { "報告", "通知", "連絡", "届け出", "届出", "申し出", "通報", "第一報", "速報", "一報" },
    records = { "books", "records", "book", "record", "accounts", "ledgers", "documentation", "documents", "financial statements" },
    sites = { "premises", "facilit*", "offices", "place* of business", "plant*", "site*", "location*", "operations", "systems",
              "books", "records", "accounts" },
    end_of = { "termination", "expiration", "expiry", "cancellation", "conclusion", "completion", "cessation" },
    law_duty = { "required by (law|applicable law|any law|court|legal process|judicial)", "required by [any] [applicable] (law*|regulation*|court*|governmental|government|judicial|statute|order)",
                 "compelled by", "legally (required|compelled|obligated|obliged)",
                 "subpoena*", "court order", "judicial (order|process|action)", "order of [a|any] [competent] court", "legal process", "operation of law",
                 "civil investigative demand", "interrogator*", "governmental (order|authority|agency|body)", "order of a court" },
  },

  -- What the two sides of a contract are called by their role; the names that a contract gives them are known from its
  -- parties. A side that acts in a sentence owes what the sentence says.
  roles = {
    supplier = { "supplier", "service provider", "provider", "vendor", "contractor", "consultant", "processor", "seller", "service company",
                 "受託者", "受注者", "受任者", "受託会社", "請負人", "受託事業者", "供給者", "ベンダー" },
    customer = { "customer", "client", "purchaser", "buyer", "controller", "data exporter", "委託者", "発注者", "委託元", "注文者", "委任者",
                 "委託会社", "依頼者", "ユーザー企業" },
    both = { "(each|either|both|neither|no|such|that|other) (party|parties)", "the parties", "the [other|disclosing|receiving] party",
             "receiving party", "disclosing party", "recipient", "discloser", "甲乙", "両当事者", "各当事者", "いずれの当事者", "当事者", "双方", "両者",
             "受領者", "受領当事者", "開示者", "開示当事者", "被開示者", "情報受領者" },
  },

  -- From when a time runs: "within 24 hours of becoming aware", 受領後10日以内.
  events = {
    { is = "awareness", en = "becoming aware", ja = "知った時", "becom* aware", "aware of", "awareness", "discover*", "detect*", "knowledge of", "learn* of", "identif*",
      "知った(時|日|とき|後|場合)", "知ってから", "知り得た(時|日|後)", "了知(後|した時|した日)", "発覚(後|した時|の時|した日|した場合|時|から|したとき)", "判明(後|した時|の時|した日|した場合|時|から|したとき)", "認識(後|した時|した日|した場合|時)", "覚知(後|した時|した場合|時)",
      "検知(後|した時|した場合|時|から)", "発見(後|した時|した日|した場合|時|から|したとき)" },
    { is = "occurrence", en = "the occurrence", ja = "発生", "occurrence", "occurs", "occurred", "occurring", "発生(後|した時|時|時刻|から|の時|した日|した場合|したとき)", "生じた(時|日|とき|場合)" },
    { is = "request", en = "the request", ja = "請求", "request", "demand", "written request", "(請求|要求|求め|要請|依頼|指示)(後|があった|を受けた|の日|日|を受け|があれば)" },
    { is = "notice", en = "the notice", ja = "通知", "(receipt|giving|date|receiving) of [such|the|a] [written] notice", "such notice", "notice thereof", "通知(を受けた|を受領した|の到達|後|を受け|の日|日|到達後)", "催告(後|の日|を受けた)" },
    { is = "end", en = "the end of the agreement", ja = "契約の終了", "{end_of}", "terminates", "expires", "(終了|満了|解除|解約)(後|した日|の日|日|時|した時|した場合|したとき)" },
    { is = "receipt", en = "receipt", ja = "受領", "receipt", "receiving", "受領(後|した日|の日|日)", "受け取った日", "受理(後|した日|の日)" },
    { is = "delivery", en = "delivery", ja = "納入", "delivery", "delivered", "(納入|納品|引渡し|引渡|検収)(後|日|の日|した日|完了後|の翌日)" },
    { is = "disclosure", en = "disclosure", ja = "開示", "disclosure", "disclosed", "開示(後|の日|日|された日|を受けた日|した日)" },
    { is = "start", en = "the start of the agreement", ja = "契約の開始", "effective date", "date (hereof|of this agreement)", "commencement", "(締結|契約締結|発効|効力発生)(日|の日|後)", "効力を生じた日" },
    { is = "invoice", en = "the invoice", ja = "請求書", "invoice", "invoice date", "請求書[の](受領|受領後|到着|発行)" },
  },

  -- A commitment without a number.
  vague = {
    "promptly", "prompt (notice|notification|written notice)", "without [any] (undue|unreasonable) delay", "immediately", "as soon as [is] [reasonably] (practicable|possible|practical)",
    "forthwith", "at once", "without delay", "in a timely (manner|fashion)", "(within|for) a reasonable (time|period)", "expeditiously", "as soon as reasonably practicable",
    "reasonable efforts", "commercially reasonable", "best efforts", "from time to time as needed", "as appropriate", "periodically", "regularly", "where necessary",
    "速やかに", "すみやかに", "遅滞なく", "遅滞無く", "直ちに", "ただちに", "可及的速やかに", "できる限り速やかに", "相当期間内に", "合理的な期間内に", "適宜",
    "随時", "必要に応じて", "定期的に", "適切な期間", "至急", "即座に", "可能な限り", "誠意をもって",
  },

  -- Frequencies that are words. Those with numbers (every 6 months, 年2回) are read by the engine.
  frequencies = {
    { every = "P1D", "daily", "every day", "once a day", "once per day", "毎日", "日次" },
    { every = "P7D", "weekly", "every week", "once a week", "once per week", "毎週", "週次" },
    { every = "P1M", "monthly", "every month", "once a month", "once per month", "each month", "each calendar month", "once each month", "毎月", "月次", "月例" },
    { every = "P2M", "bimonthly", "bi-monthly", "every other month", "隔月" },
    { every = "P3M", "quarterly", "every quarter", "once a quarter", "once per quarter", "each quarter", "each calendar quarter", "per calendar quarter", "every calendar quarter", "四半期", "四半期ごと", "四半期毎" },
    { every = "P6M", "semi-annual*", "semiannual*", "half-yearly", "half yearly", "twice a year", "twice per year", "twice in each (year|calendar year)", "every half year", "twice annually", "半期ごと", "半期毎", "半年ごと", "半年毎", "半年に1回", "半年に一回", "半年に1度", "半年に一度" },
    { every = "P1Y", "annual*", "yearly", "every year", "once a year", "once per year", "each year", "per year", "per annum", "once each year", "once in (any|each) [calendar] year", "once (every|per|in any|in each|during any|during each) (calendar|contract|fiscal|twelve month|twelve-month|12-month|12 month) *",
      "once in any (12|twelve) [(12)] month*", "once during any (calendar|contract) year", "毎年", "年次", "毎年度", "事業年度ごと", "毎事業年度", "1年ごと", "年度ごと" },
  },

  types = {
    ["service-scope"] = {
      title = { en = "Purpose and scope of services", ja = "目的・業務範囲" },
      heading = { "(scope|description|statement) of (the) (service*|work)", "services", "scope of (services|work)", "engagement", "appointment", "purpose", "scope", "目的", "業務内容", "委託業務", "業務の内容", "業務範囲", "業務の範囲", "委託内容", "委託の内容", "本件業務", "業務委託", "業務の委託" },
      strong = {
        "{shall} (provide|perform|render|deliver) .. services", "(engage*|retain*|appoint*) .. (to provide|to perform|as its|as a|as an)", "services (described|set forth|specified) in", "scope of [the] (services|work)",
        "委託し..受託", "業務を..委託", "次の業務", "以下の業務", "委託業務の(内容|範囲)", "業務の(内容|範囲)は",
      },
      weak = { "statement of work", "別紙..業務", "仕様書" },
      decoys = { "再委託" },
    },

    ["confidentiality"] = {
      title = { en = "Confidentiality", ja = "秘密保持" }, owes = "supplier",
      denies = { "{no_duty} ..60 (confidential*|secrecy)", "(秘密保持|守秘|秘密保持の|機密保持)義務を(負わない|負わず|負うものではない|負いません)" },
      heading = { "confidential*", "non-disclosure", "nondisclosure", "secrecy", "proprietary information", "trade secrets", "保密", "秘密保持", "秘密の保持", "守秘", "守秘義務", "機密保持", "秘密情報", "機密情報", "機密の保持", "営業秘密", "秘密厳守", "情報の保護", "秘密の厳守", "情報管理", "機密保護" },
      sure = {
        "({not_may}|not) .. (disclose|divulge|reveal|publish|communicate|disseminate) ... {confidential}",
        "(hold|keep|maintain|treat|retain|preserve) ... (in|strict|strictest|complete|as) [strict] (confidence|confidential|secrecy|confidentiality)",
        "{shall} .. (keep|maintain|preserve|protect|safeguard) .. confidential*",
        "{shall} ..90 (hold|keep|maintain|protect|treat) ..90 {confidential} & (confidence|confidential|secret|secrecy|same degree of care|disclos*)",
        "{confidential} ... {not_may} .. (be disclosed|disclose*)", "(safeguard*|protect*) ..60 {confidential} ..60 not (disclose|reveal|divulge|share)",
        "{secret_ja} ...  (漏らし|漏ら|漏えいし|漏洩し|開示し|開示、|開示又は|開示または|公表し|洩らし|漏えい、|漏洩、|開示若しくは|開示もしくは|開示・|開示及び|漏えいして|漏洩して|漏えい又は|漏洩又は|漏洩または) ... (ならない|ない|ならず|ものとする|なりません|ません|禁止)",
        "{known_ja} ... {leak_ja} ... {ban_ja}",
        "{known_ja} ... (秘密|機密)", "(開示された|提供された|開示を受けた|提供を受けた|取得した|入手した|受領した) ..60 情報 ..120 (開示し|漏らし|漏えい|漏洩|公表|口外|提供し) ..60 (ならない|ない|なりません|ません|禁止)", "情報を ..90 (他に|他へ|外部に|外部へ|部外に|部外へ|社外に|社外へ|部外者に) ..15 (漏ら|洩ら|もら|出し|出す|開示|提供|漏えい|漏洩|持ち出) ..60 {ban_ja}", "情報を ..90 {third_ja}(に|へ|に対し|に対して) ..30 (開示し|漏らし|漏えい|漏洩|口外|提供し) ..60 (ならない|ない|なりません|ません|禁止)",
        "(知った|知り得た|知りえた) ..60 (他言|口外|漏らし|漏らす) ..30 {ban_ja}", "{not_may} ..60 (let|allow|permit|enable) ..60 (anyone|any person|third part*|others|outsiders) ..60 {confidential}", "(秘密|機密)として(保持|管理|取り扱|取扱|扱)", "(秘密|機密)を(保持|厳守|守)", "秘密(保持|の保持)義務を負", "守秘義務を(負|遵守)", "秘密を漏らし",
        "{secret_ja} ... {third_ja} ... (開示|漏)", "業務上知り得た", "職務上知り得た",
      },
      strong = {
        "confidential information", "proprietary information", "non-disclosure agreement", "confidentiality agreement", "confidentiality obligations", "duty of confidentiality", "(receiving|disclosing) party",
        "{not_may} .. (disclose|divulge|reveal) .. (third part*|any person|anyone|other person)", "秘密情報", "機密情報", "守秘義務", "秘密保持義務", "秘密保持契約", "{third_ja}に..(漏らし|漏えい|漏洩|開示し)..(ならない|ない)",
      },
      weak = { "confidence", "confidential", "trade secrets", "秘密", "機密" },
      decoys = { "confidential treatment (request*|has been|requested)", "秘密鍵", "個人情報" },
      terms = {
        survival = { type = "duration", mode = "period", better = "more", vague = true,
          near = { "(surviv*|remain* in [full] (force|effect)|continue*|after [the] {end_of}|following [the] {end_of}|from the date of (disclosure|receipt)|for a period of)", "(終了|満了|解約|解除)(後|した後|の後|後も|日から)", "存続", "なお効力", "期間満了後", "効力を有" } },
        mutual = { type = "flag", yes = { "(each|either|both|neither) part*", "receiving party", "recipient", "甲(及び|および|、|又は|または|並びに)乙", "甲乙", "相手方", "両当事者", "各当事者", "当事者は" } },
      },
    },

    ["purpose-limitation"] = {
      title = { en = "Use only for the purpose", ja = "目的外利用の禁止" }, owes = "supplier",
      heading = { "(use of|permitted use*|limited use|restrictions on use|use restrictions) [of] [confidential] [information|data]", "permitted use*", "use restriction*", "restrictions on use", "limited use", "目的外利用", "目的外使用", "目的外利用の禁止", "目的外使用の禁止", "使用目的", "利用目的", "利用の制限", "使用の制限" },
      sure = {
        "({not_may}|not|nor) ..120 {use} ... (except|other than|unless|for any [other] purpose*|for any other|for [its|his|her|their|your|our] own|for the benefit of|for any reason|for any commercial)",
        "{use} ... (solely|exclusively|for the sole purpose*|limited to|only (for|to|in|as|by|such))", "(only|solely|exclusively) [be] {use}", "(solely|only|exclusively) for [the] [specific|limited|following|specified|internal|sole] purpose*", "for no other (purpose*|reason|use)", "{use} ... for nothing else", "only for purposes",
        "{use} ..150 for the (permitted|authorized|authorised|specific|sole|limited|stated|disclosure|approved|agreed) purpose*", "not [to] [be] {use} ... (for any purpose|for any other purpose|other than)", "(limited|restricted) .. to the purpose*",
        "process .. personal data .. only (for|on|to)",
        "目的外(に|の|で|利用|使用)", "目的以外(に|の|で|のため|には)", "目的の(ほか|外)(に|で|には) ..15 (用い|使用|利用|供)", "(履行|遂行|業務|本契約|本件業務|利用目的)..以外の目的", "(目的|業務)(の範囲|の達成に必要な範囲|遂行上必要な範囲)(内|を超えて|で)..(使用|利用|取り扱|取扱|収集)", "以外の(用|用途|目的)(に|で) ..15 (供|使用|利用|用い)", "以外に(使用|利用|転用)", "他の目的に", "他の目的で", "目的にのみ(使用|利用)", "目的のためにのみ", "目的に限り..(使用|利用)", "(のため|目的)(だけ|のみ)に ..15 (使|用い|利用)", "以外の用途", "流用して",
      },
      strong = { "permitted purpose", "authorized purpose", "sole purpose of", "本目的の(ため|範囲)", "必要な範囲(内|で|を超えて)..(使用|利用)" },
    },

    ["copying-ban"] = {
      title = { en = "No copying", ja = "複製の禁止" }, owes = "supplier",
      heading = { "cop(y|ies|ying)", "reproduction", "no copying", "複製", "複写", "複製の禁止", "複写の禁止", "複製等の禁止", "複写及び複製の禁止", "複製制限" },
      sure = {
        "{not_may} .. (copy|duplicate|reproduce|replicate|make [any] copies|photocopy)", "{not_may} ..120 (copied|duplicated|reproduced)", "no copies .. (shall|may|will) be made", "(copied|reproduced|duplicated) .. only", "(copy|copies|reproduce) .. without .. {consent}",
        "(複製|複写|コピー|複製物) .. (してはならない|しない|してはなりません|しません|禁止|することができない|行わない|せず|してはならず)", "(資料|情報|書類|文書|図面|データ|媒体|仕様書|物) ..30 (写し|写し取っ|撮影し|書き写し)て(はならない|はなりません|はいけない)", "{consent_ja} .. なく .. (複製|複写)", "{consent_ja}を得(ず|ない|なければ|た場合を除き) .. (複製|複写)", "(複製|複写|コピー) ... {consent_ja}",
      },
      strong = { "(copies|reproductions) thereof", "(copies|reproductions) of .. information", "必要(な|最小限の|最小限度の|な範囲で) .. (複製|複写)" },
      decoys = { "複製権", "true copy", "copy of [this|the] agreement", "certified cop*" },
    },

    ["subcontracting"] = {
      title = { en = "Subcontracting", ja = "再委託" }, owes = "supplier",
      heading = { "{subcontract}", "subcontractors", "use of subcontractors", "delegation", "{subcontract_ja}", "再委託等", "再委託の制限", "再委託の禁止", "第三者への委託", "第三者委託", "第三者への再委託", "下請負", "再委託先の選定", "一括下請", "委託の制限" },
      sure = { "(consent|approval|authori(s|z)ation|permission) ..40 (before|prior to|to) ..30 (engag*|appoint*|hir*|us(e|ing)|retain*) ..40 (third part*|another)", "subcontracting ..60 (prohibited|not permitted|not allowed|forbidden)",
        "({not_may}|not|may|{shall}|entitled to|right to|free to) ..90 (subcontract|sub-contract|sub contract|delegate|outsource|engage [any|other|another] (subcontract*|sub-contract*|subprocess*|sub-process*)|use [any] (subcontract*|sub-contract*))",
        "(subcontract*|sub-contract*|sub contract*|subprocess*|sub-process*|delegat*) ... (without|prior|consent|approval|authori*)", "(consent|approval|authori(s|z)ation|authorization|authorisation) .. (subcontract*|sub-contract*|sub-process*|subprocess*)",
        "no (part|portion|element|aspect) of .. (services|work|agreement) .. (subcontract*|sub-contract*|sublet|delegated|outsourced)", "{tell} ..120 (engage*|appoint*|use|uses|using|add*|replac*|chang*) ..60 {subcontract}",
        "(再委託|再請負|再委任|下請負|下請け|下請に) ..150 (ならない|できない|禁止|{consent_ja}|することができ|せることができ|できるもの|通知|しない|行わない|しては|場合|ものとする|してはなり|いたしません|しません|することはできません|できます|届け)",
        "{consent_ja} ... (再委託|再請負|第三者に委託|第三者へ委託|第三者に請け負わ|第三者に行わせ|第三者に委任)",
        "({third_ja}) .. (に|へ|をして|をもって) .. (委託|請け負わせ|請負わせ|委任|委ね|遂行させ|行わせ|実施させ|代行させ|処理させ|従事させ|履行させ|担当させ) ... (ならない|できない|ことができ|禁止|ものとする|しない|してはなら|しては|{consent_ja}|なりません|ません|できる|場合)",
        "一部(又は|または|若しくは|もしくは)全部を..{third_ja}..(委託|請け負|委任|行わせ|履行させ|再委託)", "全部(又は|または|若しくは|もしくは)一部を..(第三者|他)..(委託|請け負|委任|行わせ|履行させ|再委託|遂行させ|実施させ|代行させ)",
        "(業務|作業|処理|事務|役務)(を|の) ..45 (他に|他へ|外部に|外部へ|社外に)(委託|委任|委ね|請け負わせ|行わせ|再委託) ..45 (ならない|できない|ことができ|禁止|しない|{consent_ja}|なりません|ません|とき|場合)",
        "自ら..業務を..(履行|遂行|実施)し..第三者", "(再委託|再請負|下請)(は|を|については)..45 (認めない|認められない|禁ずる|禁じる|許されない|行わないものとする)",
      },
      strong = { "(use|engage*|employ|retain|appoint) .. {subcontract}", "再委託", "再委託先", "再請負", "下請負人", "履行補助者" },
      weak = { "subcontract*", "sub-contract*", "sub-process*", "delegate", "下請" },
      against = { "譲渡..担保", "譲渡し、" },
      decoys = { "subcontracts with the united states", "prime contract", "再委託契約書の写し", "下請代金", "下請事業者との取引", "government subcontract*", "下請法", "下請代金支払遅延等防止法", "outsource group", "第三者に委託する場合の費用" },
      terms = {
        consent = { type = "choice", better = { "prohibited", "prior-written", "prior", "notice", "free" }, values = {
          { is = "free", "{consent_ja}[を得る|を得|を要する|を必要とする][こと](なく|なし|なしに) ..60 (再委託|委託|再請負|請け負わせ) ..30 (できる|できます|ことができる|可能)", "{consent_ja}を(要せず|要しない|必要とせず|必要としない|要することなく|得ることを要しない) ..90 (再委託|委託|再請負|請け負わせ)" },
          { is = "prior-written",
            "(prior|advance|previous) [express|specific|and] written [express|specific|or general] {consent}", "(express|specific) [prior] written {consent}", "prior [specific|general|express] [or general] written {consent}", "(consent|approval|authorization|authorisation|permission) ..40 in writing", "written {consent}", "{consent} in writing", "in writing .. {consent}", "{consent} .. [given|obtained|provided] in advance in writing", "without .. (prior written|written prior)", "(consented|agreed|approved|authori(s|z)ed) ..20 in writing",
            "事前 ..45 {written_ja} ..60 {consent_ja}", "事前..{written_ja}", "あらかじめ ..60 {written_ja} ..60 {consent_ja}", "予め ..60 {written_ja} ..60 {consent_ja}", "{written_ja}(による|により|をもって|にて|で|の|に基づく|上の|をもってする) .. {consent_ja}", "{consent_ja}を{written_ja}", "{written_ja}で事前", "{written_ja}による事前の{consent_ja}", "事前書面", "文書承認", "{consent_ja} .. {written_ja}(で|により|をもって|にて)得" },
          { is = "prior",
            "(prior|advance|previous) .. {consent}", "{consent} .. (in advance|prior to|before)", "without [the|its|their] [express] [customer|client|company|controller|owner] ['s] .. {consent} & {not_may}", "(subject to|with|upon|only with|obtain*) .. {consent}", "unless .. (consent*|approv*|agree*|authori(s|z)ed)", "(shall|may|will|must|can) not ... without ... {consent}", "cannot ... without ... {consent}", "no .. without .. {consent}",
            "事前 ..60 {consent_ja}", "あらかじめ ..60 {consent_ja}", "予め ..60 {consent_ja}", "{consent_ja} ..30 (得|受け|なく|なし|ない|ある場合|した場合|を要する|を条件|がある)", "{consent_ja}した(場合|とき|者)" },
          { is = "notice",
            "(notify|notice|inform) ... (subcontract*|sub-contract*|sub-process*|subprocess*)", "(subcontract*|sub-contract*|subprocess*|sub-process*) ... (notify|notifying|notice|inform|informing)", "(再委託|委託) ... (通知|届け出|届出|報告)(する|し|した|のうえ|の上|を行)", "(通知|届け出|届出|報告)(した|する|の上|のうえ|すること|により|することで|ること|て) ... (再委託|委託)" },
          { is = "prohibited",
            "{not_may} ..90 (subcontract|sub-contract|delegate|outsource|sublet) & !without ... (consent|approval|permission)", "no subcontract*", "{not_may} ..60 (use|engage|employ|retain|appoint) ..30 {subcontract} & !(without|unless|except|prior|consent)", "{not_may} ..60 delegate* ..60 (dut*|obligation*|performance|services) & !(without|unless|except)", "subcontracting ..60 (prohibited|not permitted|not allowed|forbidden)", "(is|are) (prohibited|forbidden) from .. subcontract*",
            "(再委託|再請負|再委任|委託|請け負わせ|委任|委ね|行わせ|代行させ|履行させ|下請) ..90 (ならない|できない|禁止|しない|行わない|なりません|できません|ません|せず|認めない|禁ずる|禁じる)" },
          { is = "free",
            "{may} .. (subcontract|sub-contract|delegate|engage|use|outsource)", "without [the] [need for] [any] [prior] [written] {consent} & (may|free|entitled) & !{not_may}", "(may|free|entitled) ..90 without ..30 {consent} & !{not_may}", "at its [sole] discretion .. subcontract*",
            "(再委託|再請負|委託|請け負わせ|委任|行わせ|遂行させ|実施させ|下請)..(できる|ことができ|ことが可能|できます|ことを妨げない|裁量|自由)", "{consent_ja}を(要し|必要とし|要する)..ない", "{consent_ja}(なく|を得ることなく|を要せず)..(再委託|委託)..(でき|可能)" },
        } },
      },
    },

    ["flow-down"] = {
      title = { en = "Same duties for subcontractors", ja = "再委託先への義務の承継" }, owes = "supplier",
      denies = { "{no_duty} ..60 {subcontract}", "(再委託先|再委託|当該第三者) ..90 {no_duty_ja}" },
      heading = { "flow-down", "flow down", "flowdown", "subcontractor obligations", "再委託先への義務", "再委託先の義務", "再委託先の監督", "再委託先の管理", "再委託先に対する監督" },
      sure = {
        "(subcontract*|sub-contract*|sub-process*|subprocess*|delegate*) ... (same|equivalent|no less|not less|substantially similar|terms of this|comply with|bound by|similar|at least as)",
        "(再委託先|当該第三者|再受託者|下請負人)に ..90 義務を(遵守|履行)させ", "(再委託先|再受託者|下請負人|下請事業者|下請先|協力会社)に ..90 (遵守|順守)させ",
        "(flow* down|impose*) ... (subcontract*|sub-contract*|sub-process*|subprocess*)", "(same|equivalent) .. obligations ... (subcontract*|sub-contract*|sub-process*|subprocess*)", "(liable|responsible) ..40 (acts|omissions|performance) of ..40 (engages|appoints|uses|employs|retains|engaged by)", "(liable|responsible|responsibility) .. for ..90 (subcontract*|sub-contract*|sub-process*|subprocess*)",
        "(再委託先|再委託|再請負|委託先|第三者|下請|当該第三者) ... (同等|同様|同一|同じ|本契約に定める義務|本契約上の義務|自己が負う|自己の負う|準ずる|と同程度) .. (義務|責任|条件|内容|の定め|の規定)", "(同等|同様|同一)の(義務|責任|秘密保持義務) .. (課|負わせ|遵守させ|負担させ)", "(再委託先|当該第三者|第三者|委託先|下請負人|再受託者) ... (の行為|の債務|の責任|の選任|の監督|の履行)..(について|に関し|に対し|つき|責任)", "(再委託先|当該第三者|下請負人|再受託者|当該委託先)..(監督|管理)..(責任|義務|する|行|し、|しなければ)", "再委託 ... (責任を負|責めを負|免れ|一切の責任|連帯)", "委託した場合 ... (責任を負|責めを負|免れ)",
      },
      strong = { "as if .. (own|performed by)", "義務を課" },
      weak = { "再委託先", "subcontractor*" },
    },

    ["incident-report"] = {
      title = { en = "Incident reporting", ja = "事故報告" }, owes = "supplier",
      heading_hint = { "交通事故", "事故", "障害", "トラブル" },
      heading = { "(incident*|breach|security breach|data breach|personal data breach|security incident) [and] [report*|notif*|management|response]", "(incident|breach) (report*|notif*|management|response)", "security incident*", "data breach*", "security breach*", "notice of (breach|incident|loss)", "事故報告", "事故発生", "事故等の報告", "事故の報告", "事故時の対応", "事故等", "漏えい時", "漏洩時", "事故発生時", "緊急時", "インシデント", "漏えい等", "漏洩等", "事故が発生した場合", "異常時", "事故対応", "事故の処理", "事故処理", "トラブル", "緊急時の対応", "セキュリティ事故" },
      sure = {
        "{tell} ...  (security|data|personal data|privacy|cyber*|information) .. (breach*|incident*|event*|compromise*|violation*)", "(security|data|personal data|privacy|cyber*|information security) (breach*|incident*) ... {tell}",
        "(unauthori(s|z)ed|unauthorized|unauthorised|unlawful|accidental) .. (access|disclosure|use|acquisition|loss|destruction) ... {tell}", "{tell} ... (unauthorized|unauthorised|accidental|unlawful) .. (access|disclosure|use|acquisition|loss|destruction)",
        "(becom* aware|aware of|discover*|learn* of|detect*|knowledge of) ..120 (breach*|incident*|loss|unauthorized|unauthorised|accident*|intrusion*|compromise*|theft|leak*) ... {tell}", "{tell} ... (becom* aware|discover*|learn* of|detect*|awareness) ..120 (breach*|incident*|loss|unauthorized|unauthorised|accident*|intrusion*)",
        "(incident*|accident*|breach*|loss) .. (shall|must|will) be (reported|notified)", "report .. (incident*|accident*)", "{tell} ..150 (loss|theft|misuse|leak*) of ..30 (data|information|document*|media|device*|records|material*|equipment|credential*|password*)",
        "{incident_ja} ..150 (発生|生じ|起き|おそれ|恐れ|判明|認め|発覚|認識|覚知|検知|知った|起こ|事実|可能性|疑い|場合|とき|際|遭) ... {report_ja}(し|する|を行|しなければ|するものと|の上|のうえ|・|、|を|義務|いたし|せ|る|なければ|及び|または|又は)",
        "(発生した|生じた|発生する|起きた|起こった|遭遇した|係る) ..30 {incident_ja} ... {report_ja}(し|する|を行|しなければ|するものと|の上|のうえ|を|義務|いたし)", "{incident_ja} ..60 (について|に関して|の内容|の状況|の発生|を) ..60 {report_ja}",
      },
      strong = { "(事故報告|事故速報|インシデント報告)", "incident report", "breach notification", "(業務の遂行|業務|履行|運送|作業)に(支障|影響) ..150 (報告|通知|連絡)(し|する|を|の)" },
      weak = { "(直ちに|速やかに|遅滞なく|即時に|即刻|至急)..(甲|委託者|発注者|相手方)..{report_ja}" },
      denies = { "{no_duty} ..120 (notify|report|inform|advise|notification|alert|tell)", "nothing ..60 (obliges|obligates|requires|require|oblige) ..120 (notify|report|inform)", "{report_ja}(する|を|の|を行う|し) ..30 {no_duty_ja}", "{report_ja}{no_duty_ja}", "{report_ja}(しなくても|することなく)" },
      against = { "事故の防止に努め", "労働災害補償", "契約違反..催告", "進捗..報告" },
      decoys = { "(accident|incident) prevention", "prevention of (accidents|incidents)", "prevent* (accidents|incidents)", "事故防止", "事故の防止", "事故を防止", "事故の予防", "無事故", "事故報告書の様式", "保険事故", "障害者", "システム障害に強い", "breach of [this|the] (agreement|contract)", "event of default", "breach of contract", "material breach", "breach of warrant*", "notice of [such] (breach|default)", "滅失又は毀損しないよう", "紛失しないよう", "漏えい防止", "漏洩防止", "漏えいの防止", "漏洩の防止", "交通事故防止", "瑕疵", "支払停止" },
      terms = {
        ["report-within"] = { type = "duration", mode = "limit", better = "less", vague = true,
          near = { "notif*", "report*", "inform*", "tell", "tells", "told", "advise*", "notice", "alert*", "{report_ja}", "becom* aware", "discover*", "detect*", "発見", "発覚", "発生", "判明", "知った", "認識", "検知", "覚知" },
          far = { "最終報告", "確報", "final report", "詳細な報告書", "再発防止策", "報告書", "root cause", "corrective action plan", "retain*", "保存", "保管" } },
        channel = { type = "choice", values = {
          { is = "email", "by e-mail", "by email", "via e-mail", "via email", "e-mail address", "email address", "電子メール(により|で|にて|による|を)", "メールにて", "メールで", "メールにより" },
          { is = "phone", "by (tele)phone", "by telephone", "by phone", "via telephone", "by calling", "hotline", "電話(により|で|にて|による|を|又は|または|、)", "架電" },
          { is = "portal", "portal", "ticket* system", "ポータル", "専用サイト", "専用フォーム", "チケットシステム" },
          { is = "written", "in writing", "written (notice|notification|report)", "書面(により|で|にて|による|をもって)", "文書(により|で|にて|による|をもって)" },
          { is = "named-contact", "designated contact", "security contact", "point of contact", "contact person", "連絡窓口", "指定する窓口", "指定の窓口", "連絡責任者", "担当者に", "責任者に" } } },
        contact = { type = "flag", better = "yes", yes = { "designated contact", "contact* (named|listed|designated|specified|set out) in", "security contact", "point* of contact", "contact person", "security officer", "e-mail address", "email address", "hotline", "連絡窓口", "窓口", "連絡先", "担当者", "責任者", "連絡責任者" } },
        cooperation = { type = "flag", better = "yes", yes = { "cooperat*", "co-operat*", "assist*", "investigat*", "remed*", "原因..(調査|究明)", "再発防止", "是正", "調査..協力", "対応策" } },
      },
    },

    ["audit-right"] = {
      title = { en = "Audit right", ja = "監査" }, owes = "supplier", may = "right",
      held = {
        "({shall}|agree*) ..40 (conduct|perform|carry out|audit|inspect) ..60 (audit*|inspection*|books|records|premises) & !(permit|allow|keep|maintain|available|cooperat*|provide|retain|submit|give|grant|prepare)",
        "(audits|inspects|examines|reviews) (the|its|all|each|any|whether|how|compliance|performance)",
        "(audit*|inspect*|examination*) .. (conducted|performed|carried out|made|requested) .. by & !(allow*|permit*|contribute*|submit*|cooperat*|assist*|accept*)",
        "(監査|検査|調査|立入検査|実地検査|実地調査)(を|を定期的に|を随時) .. (行う|行い|実施する|実施し|行います|実施します) & !(応じ|応ず|協力|受け|受入|させ|提出|提供|準備|備え|保管|認めなければ|許諾し)",
      },
      heading = { "audit*", "(audit|inspection)* (right*|and records)", "(records|books) and (audit*|records|inspection)", "books and records", "(records|record keeping|recordkeeping|accounting) (and|;) (audit*|inspection*|reports)", "inspection* [and audit*]", "right of inspection", "inspection of (books|records|facilities)", "inspection rights", "access to (books|records)", "examination of (books|records)", "監査", "監査権", "立入検査", "実地検査", "実地調査", "立入調査", "監査等", "調査等", "立入り", "調査権", "検査権", "監査・検査", "報告及び検査", "報告・監査", "帳簿の閲覧", "帳簿閲覧" },
      sure = { "(provide|give|grant|allow) ..30 access to ..60 {records} & (verify|verification|audit*|inspect*|compliance|confirm)",
        "{may} ..120 (audit|inspect|examine|review|have access to) ..150 ({records}|{sites})",
        "(audit|inspect|examine|inspection|examination|audits|inspections) ..90 (books|records|accounts|ledgers|financial records|premises|facilit*|place of business) & ({may}|permit*|allow*|available|upon [reasonable|prior]|during)",
        "(books|records|accounts|documents|facilit*|premises) ... (available|open|subject|accessible|access) .. (inspection|audit|examination|review|inspect|audited|examined)", "(books|records) ... (inspected|audited|examined) by",
        "(permit|allow|provide access|give access|grant|afford|make available) ... (audit*|inspect*|examin*) & ({records}|{sites}|compliance|audit*)",
        "(right*|entitled|opportunity) .. (audit|audits|inspection|of inspection|to inspect|to audit|of audit)", "right to audit", "audit rights", "(right|entitled|may) ..60 verify ..60 (compliance|complies|comply|performance) & (visit*|premises|records|inspect*|data centre*|data center*|facilit*)", "(conduct|perform|undertake|carry out|arrange for|initiate|request|cause) .. (audit*|inspection* of [the|its|such|all] (books|records|premises|facilit*))", "(subject to|submit* to) .. audit*",
        "(independent|certified public|public) .. account* .. (audit*|inspect*|examin*|review*)", "(audit*|inspect*|examin*|review*) ..120 (independent|certified public) .. account*", "audit .. (compliance|comply|performance|fees|royalt*|payments)", "(cost|expense)* of .. (audit|inspection|examination) & (discrepanc*|underpay*|underreport*|understat*|deficien*|overcharge*|exceed*|borne|percent*|%)", "if .. (audit|inspection|examination) .. (reveals|discloses|shows|determines|indicates|uncovers)",
        "(監査|実地監査|立入監査|立入検査|立ち入り検査|立入調査|実地調査|実地検査)(を|は|に|、|及び|又は|または|・|等|の) ..120 (行う|行い|実施|受け|応じ|協力|できる|ことができ|請求|求め|でき|受忍|要求)", "(監査|実地調査|立入調査|立入検査|実地検査)を ..30 (拒んで|拒否して|妨げて)は", "(監査|検査|調査|点検)を(求められ|要求され|要請され|請求され) ..90 (応じ|協力|提示|認め|受け)", "監査する", "監査し", "監査させ", "(実地に|現地に|現地で|実地で) ..30 (調査|検査|監査|確認) ..30 (できる|ことができ|求め|応じ|受け)", "報告を求め ..45 (調査|検査|監査) ..45 (できる|ことができ)",
        "(立ち入り|立ち入って|立入り|立入|立ち入) .. (検査|調査|監査|確認|点検|閲覧|視察)", "(帳簿|帳票|書類|記録|資料) .. (閲覧|検査|調査|点検|謄写|提示|監査) .. (できる|ことができ|請求|求め|応じ|させ|権利)", "(事業所|事務所|作業場所|施設|営業所|工場|作業場|事業場)..(立ち入|立入|臨検|訪問)..(検査|調査|監査|確認|点検|視察|閲覧)", "(管理状況|処理状況|処理の状況|運用状況|運用の状況|取扱状況|実施状況|遵守状況|業務の状況|履行状況|実施の状況|遂行状況|取扱いの状況|取り扱い状況|管理の状況) ..120 (監査|検査|調査|立入|立ち入)",
      },
      strong = { "audit*", "inspection of", "監査", "(業務|履行|処理)(の|に関する)(状況|進捗|進捗状況|実施状況) .. (調査|検査)..(できる|ことができ|求め)", "調査..(できる|ことができ)..協力", "検査に(応じ|協力)", "調査に(応じ|協力)" },
      weak = { "books and records", "inspect", "立ち入り", "帳簿" },
      denies = { "no right .. (audit|inspect|examine)", "not [be] (entitled|permitted|allowed) to (audit|inspect|examine)", "{no_duty} ..60 (audit*|inspect*)",
                 "{not_may} ..30 (audit|inspect|examine) & !(without|except|unless|more than|more often|more frequently|later than|unreasonabl*|interfere*|other than|during)",
                 "(監査|検査|調査|立入|立ち入り|閲覧) ..45 (権利を有しない|権利はない|認めない|ことはできない|ことができない)" },
      against = { "audit* committee", "acceptance (test*|inspection)", "inspect* .. (goods|product*|shipment*|merchandise|deliver*) .. (upon|on|after|within) .. (receipt|delivery|arrival)", "検収", "納入..検査", "検品", "成果物..検査", "納品..検査", "完了検査", "受入検査" },
      decoys = { "audited (financial|annual|consolidated|balance|statement*)", "audited", "audit committee", "independent auditor* report", "監査役", "監査法人[の監査]", "監査を受けた[後の](決算|財務|計算)", "会計監査", "会計監査人", "監査等委員", "受入検査", "検査合格", "検査基準", "検査期間", "検査に合格", "納入検査", "unaudited", "auditor* report", "身体検査", "健康診断" },
      terms = {
        ["on-site"] = { type = "flag", better = "yes", yes = { "on-site", "onsite", "on site", "premises", "facilit*", "place* of business", "office*", "physical* inspect*", "visit*", "立入", "立ち入", "実地", "現地", "臨検", "事業所", "作業場所", "訪問" }, no = { "{not_may} .. (on-site|onsite)", "no on-site", "(on-site|onsite) .. (excluded|not permitted|not allowed|ruled out)", "(without|exclud*|instead of) .. (on-site|onsite)", "(shall|may|does) not .. (right to|include|extend to) .. (premises|on-site)", "実地.. (行わない|できない)", "立入.. (できない|認めない)" } },
        documents = { type = "flag", better = "yes", yes = { "books", "records", "document*", "report*", "certificat*", "questionnaire*", "帳簿", "書類", "記録", "資料", "報告書", "文書", "報告を求め", "報告を徴" } },
        frequency = { type = "interval", better = "less", vague = true, near = { "audit*", "inspect*", "examin*", "監査", "検査", "調査", "立入", "立ち入" } },
        notice = { type = "duration", mode = "notice", better = "less", near = { "audit*", "inspect*", "examin*", "notice", "監査", "検査", "調査", "通知", "立入", "立ち入" } },
      },
    },

    ["access-control"] = {
      title = { en = "Access control", ja = "アクセス管理" }, owes = "supplier",
      denies = { "{no_duty} ..60 (restrict|limit|control|revoke) .. access", "アクセス ..60 {no_duty_ja}" },
      heading = { "access control*", "access rights", "access management", "user access", "system access", "アクセス管理", "アクセス制御", "アクセス権", "アクセス権限", "アクセス制限", "アカウント管理", "利用者管理", "権限管理", "ID管理", "アクセス" },
      sure = {
        "access control*", "(restrict|limit|control)* .. access .. (to|personnel|need|authori(s|z)ed|employees|authorized)", "access rights .. (grant*|revok*|remov*|review*)", "(revoke*|remove*|disable*|deactivate*|terminate) .. (access|account*|credential*)", "need-to-know .. access", "access to ..60 (data|systems|networks|network|facilities|environment) ..30 (is|are|be) (limited|restricted|confined)", "(取り扱う|取扱う|扱う|閲覧する|利用する)者(を|は) ..30 (限|制限|最小限)", "(退職|異動|離任) ..60 (権限|アカウント|ID|アクセス) ..30 (取り消|取消|削除|停止|抹消|無効)", "multi-factor authentication", "least privilege",
        "アクセス(権限|権|制御|管理|制限) ..90 (付与|設定|管理|削除|抹消|実施|講じ|制限|見直|行う|行い|限定|必要|する|し)", "アクセス(できる|し得る|可能な|する)(者|従業者|従業員|人員|担当者|要員)..(限定|制限|必要)", "(アカウント|ID|アクセス権).. (削除|停止|抹消|無効)", "(取扱者|取り扱う者|従事者|担当者)を(限定|制限|特定)",
      },
      strong = { "user id*", "password*", "authentication", "credentials", "パスワード", "認証", "アクセス" },
      terms = {
        ["leaver-removal"] = { type = "duration", mode = "limit", better = "less", vague = true, near = { "(leav*|terminat*|depart*|transfer*|no longer|revok*|remov*|disabl*|delet*)", "退職", "異動", "離任", "不要と", "削除", "停止", "抹消", "無効" } },
        review = { type = "interval", better = "less", vague = true, near = { "review*", "recertif*", "見直し", "見直す", "棚卸", "点検", "確認", "レビュー" } },
      },
    },

    ["security-measures"] = {
      title = { en = "Security measures", ja = "安全管理措置" }, owes = "supplier",
      denies = { "{no_duty} ..60 (security|safeguard*|encrypt*)", "(安全管理|セキュリティ) ..60 {no_duty_ja}" },
      heading = { "(information|data|it|cyber) security", "security measures", "security requirements", "security", "safeguards", "data protection and security", "technical and organi(s|z)ational measures", "technical and organizational measures", "technical and organisational measures", "安全管理", "安全管理措置", "情報セキュリティ", "セキュリティ", "セキュリティ対策", "情報の管理", "情報管理", "資料の管理", "資料等の管理", "管理措置", "安全管理体制" },
      sure = {
        "(technical|administrative|physical|organizational|organisational) [,] [and|or] .. (measures|safeguards|controls)", "(appropriate|reasonable|adequate|industry standard|commercially reasonable) .. (security|safeguard*) [measures|controls|procedures|practices]", "(implement|maintain) ..90 (security (measures|program|controls|procedures|safeguards)|safeguards|information security)",
        "安全管理(措置|のため|に必要|に関する|を) ..90 (講じ|実施|行|措置|定め|とる|取る|必要|努め)", "(安全管理措置|安全対策|セキュリティ対策|管理措置|安全保護措置|漏えい防止措置|防止措置)を(講じ|実施|とる|取る|行)", "(漏えい|漏洩|滅失|毀損|紛失|盗難|改ざん|不正アクセス) .. (防止|予防) .. (措置|対策|講じ)", "組織的..人的..(物理的|技術的)", "善良な[る]管理者の注意をもって..(管理|保管|保持)",
      },
      strong = { "encrypt*", "firewall*", "security policy", "information security", "情報セキュリティ", "暗号化", "施錠", "ウイルス対策", "厳重に(管理|保管)", "善良な管理者の注意", "善管注意" },
      weak = { "security", "safeguard*", "セキュリティ" },
      decoys = { "securities", "social security", "security deposit", "security interest", "security agreement", "security for" },
    },

    ["personal-data"] = {
      title = { en = "Personal data", ja = "個人情報" }, owes = "supplier",
      denies = { "{no_duty} ..30 (process|handle) ..60 personal (data|information)", "個人情報 ..90 (取り扱わない|取扱わない|取り扱いません)" },
      heading = { "personal (data|information)", "data (protection|privacy)", "privacy", "protection of personal (data|information)", "personally identifiable information", "gdpr", "個人情報", "個人情報の保護", "個人情報保護", "個人データ", "個人情報の取扱い", "個人情報の取り扱い", "特定個人情報", "個人番号", "マイナンバー", "プライバシー", "個人情報等", "個人情報の管理", "個人情報の適正管理" },
      sure = {
        "(process*|handl*|collect*|protect*|use|transfer*|disclos*) .. personal (data|information)", "personal (data|information) .. (process*|handl*|collect*|protect*|shall|must|comply)", "personally identifiable information", "(data protection|privacy) (law*|legislation|act|regulation*)", "data (controller|processor|subject*)", "protected health information", "general data protection regulation", "gdpr", "hipaa",
        "個人情報[等|データ](を|の|については|につき|に関し|に関する|に該当|が|は|、|及び|又は|または|等|保護) ..150 (取り扱|取扱|保護|管理|遵守|漏|利用|使用|提供|措置|預託|委託|扱|収集|複製|法令)", "個人情報の保護に関する法律", "個人情報保護法", "(個人データ|特定個人情報|個人番号|マイナンバー|要配慮個人情報|保有個人データ|個人情報データベース)", "(顧客|利用者|お客様|会員|患者|従業員|従業者|応募者|ユーザー|相談者|クライアント)の(個人情報|プライバシー|個人に関する情報|氏名)", "プライバシーポリシー",
      },
      strong = { "personal (data|information)", "個人情報", "プライバシー" },
      decoys = { "personal property", "personal injury", "個人事業主" },
    },

    ["data-location"] = {
      title = { en = "Place of data", ja = "データの所在" }, owes = "supplier",
      heading = { "data (location*|residency|localization|localisation)", "location of (data|processing|services)", "place* of (processing|performance)", "データの所在", "データの保管場所", "保存場所", "保管場所", "データ保管場所", "データセンター", "データの保管", "作業場所", "データの保存場所", "処理場所" },
      sure = { "(store*|process*|host*|keep|hold) ..90 (anywhere|any place|any location|any country) other than", "(data|information|content) ..60 (stored|hosted|kept|located|held|processed) ..30 (only|solely|exclusively) (in|within|at)",
        "(data|information|content) ..90 (stored|hosted|processed|located|reside*|maintained|kept|remain*) ..90 (in|within|outside) .. (united states|european|eea|eu|japan|country|countries|jurisdiction*|territory|region*|data cent*|uk|united kingdom)", "{not_may} .. (store|process|transfer|host|access|move) ..90 outside", "data cent(er|re)* .. (located|in|within)", "data residency",
        "(データ|情報|個人情報|サーバ|サーバー|個人データ|データセンター|委託データ) ..90 (日本国内|国内|日本|国外|海外|所在地|保管場所|保存場所|設置場所|所在国|リージョン) ..90 (保存|保管|設置|所在|置|限|処理|格納|移転|持ち出|特定|通知|明示)", "日本国内(に|の|で|において)..(サーバ|データセンター|保管|保存|処理|設置)", "(保存|保管|処理)[する|される](場所|国|地域|リージョン)..(日本|国内|定め|とする|限|変更|通知|のとおり|明示)",
      },
      strong = { "data residency", "データの所在", "保管場所" },
    },

    ["cross-border-transfer"] = {
      title = { en = "Cross-border transfer", ja = "越境移転" }, owes = "supplier",
      heading = { "(international|cross-border|cross border|overseas|restricted) [data] transfer*", "transfer* [of personal data ](outside|abroad|to third countries)", "data transfer*", "越境移転", "国外移転", "外国への移転", "海外移転", "外国にある第三者", "外国第三者提供", "国外への移転", "海外への移転", "外国への提供", "越境" },
      sure = {
        "transfer* ..120 (outside|to a third country|third countr*|international organi(s|z)ation|cross-border|to any country|abroad|overseas) & (data|information|gdpr|clauses)", "standard contractual clauses", "model clauses", "adequacy decision", "binding corporate rules", "cross-border [data] transfer*", "international [data] transfer*",
        "(外国|国外|海外|第三国|日本国外|域外|EEA|EU域外|日本以外)..120 (移転|提供|持ち出|送信|移送|転送|再委託|アクセス|取り扱|取扱) ..150 (ならない|できない|同意|承諾|措置|ものとする|標準契約|条項|場合|基準|行わない|しない|ことができ)", "標準契約条項", "十分性認定", "拘束的企業準則",
      },
      strong = { "third countries", "越境移転", "国外移転", "外国にある第三者" },
      decoys = { "transfer of shares", "technology transfer" },
      terms = {
        mechanism = { type = "choice", values = {
          { is = "scc", "standard contractual clauses", "model [contractual ]clauses", "model clauses", "model contractual clauses", "sccs", "scc", "標準契約条項", "標準的契約条項", "標準契約書", "SCC" },
          { is = "bcr", "binding corporate rules", "bcr*", "拘束的企業準則", "拘束的企業ルール" },
          { is = "adequacy", "adequacy", "adequate level of protection", "adequate protection", "十分性認定", "十分性の認定", "同等の水準", "十分な保護水準" },
          { is = "consent", "consent", "同意", "承諾" } } },
        encryption = { type = "flag", better = "yes", yes = { "encrypt*", "tls", "暗号化", "暗号" } },
      },
    },

    ["return-destroy"] = {
      title = { en = "Return or destruction", ja = "返還・廃棄" }, owes = "supplier",
      denies = { "{no_duty} ..30 (return|destroy|delete|erase)", "(返還|返却|廃棄|消去|破棄) ..30 {no_duty_ja}" },
      heading = { "return (of|or) ..40 (information|materials|data|property|documents|destruction)", "(return|destruction|disposal|deletion) of ..30 (information|materials|data|documents|property)", "return or destruction", "return and (destruction|deletion)", "data (deletion|disposal|return)", "return of property", "返還", "廃棄", "返却", "消去", "返還・廃棄", "返還及び廃棄", "返還等", "資料の返還", "情報の返還", "データの消去", "返還義務", "破棄", "返還又は破棄", "契約終了時の措置", "資料等の返還", "秘密情報の返還", "貸与品の返還", "資料等の返却", "資料の返却" },
      sure = { "(wipe|wipes|wiped|overwrite|overwritten|purge|purged) ..90 (data|information|records|copies|media)",
        "(return*|destroy*|destruction|delet*|eras*|shred*|redeliver*|deliver up|surrender*|give back|hand back|send back|dispose of) ..150 ({confidential}|information|data|material*|documents|records|copies|copy|notes|writings)",
        "({confidential}|copies|materials|documents|data|embodiments|records) ..150 (shall|must|will|to) [promptly|immediately] be [promptly|immediately] (returned|destroyed|deleted|erased|redelivered|surrendered|delivered [back|up])",
        "{is_over} ..200 {shall} ..60 (deliver|surrender|turn over|hand over|relinquish) ..150 (records|data|copies|documents|{confidential}|materials|property|evaluation material)", "{shall} ..60 (deliver|surrender|turn over|hand over|relinquish) ..150 (records|data|copies|documents|{confidential}|materials|evaluation material) ..150 (upon|on|after|following|at) ..60 {is_over}", "return or destr*", "returned or destroyed", "certif* .. (destruction|destroyed|deletion|deleted|return)",
        "({secret_ja}|資料|データ|情報|書類|文書|記録|媒体|複製物|複写物|図面|個人情報|記録媒体|一切の|貸与|預託|物品|機密文書|仕様書|サンプル) ..150 (返還|返却|廃棄|破棄|消去|削除|抹消|裁断|焼却) ..60 (する|し、|し、|しなければ|するものと|し|を行|義務|いたし|なければ|せ|を求め|又は|または|若しくは|もしくは|、|の上|・)", "(返還|返却)(し、|し|する|又は|または|若しくは|もしくは|及び|、|・|、又は)..(廃棄|破棄|消去|削除|処分)", "(廃棄|消去|破棄|削除)(証明書|の証明|した旨|を証明|の証跡|したことを証)",
      },
      strong = { "return all", "destroy all", "(返還|返却)(する|し|しなければ|を求め)", "(廃棄|破棄|消去)(する|し|しなければ)" },
      against = { "return* .. (goods|products|merchandise|defective|deposit|purchase price|prepaid)", "tax return*", "返金", "(報酬|代金|委託料|料金|費用|前払金|預り金|保証金|手付金|対価|受領済|既払|敷金|委託金|前払|既に受領した金) .. (返還|返却|払戻)" },
      decoys = { "tax return*", "return on investment", "in return for", "return receipt", "return receipt requested", "rate of return", "returned (products|goods|merchandise|checks|items)", "return of (products|goods|merchandise)", "product returns", "returns policy", "return policy", "return to work", "産業廃棄物", "廃棄物処理", "廃棄物", "返金", "return of capital", "報酬の返還", "料金の返還", "代金の返還", "委託料の返還", "費用の返還" },
      terms = {
        within = { type = "duration", mode = "limit", better = "less", vague = true, near = { "return*", "destroy*", "destruct*", "delet*", "eras*", "purge*", "wipe*", "返還", "返却", "廃棄", "破棄", "消去", "削除" }, far = { "retain*", "保存義務", "バックアップ", "back-up", "backup" } },
        ["on-end"] = { type = "flag", better = "yes", yes = {
          "{is_over} ..240 {giving_back} & !{is_over} ..120 {only_on} ..60 request* & !(after|notwithstanding|despite) [the|their|its|such|any] (return|destruction)",
          "{giving_back} ..200 (upon|on|after|following|at|within|if|when|once|in the event) ..120 {is_over} & !(after|notwithstanding|despite) [the|their|its|such|any] (return|destruction)",
          "{giving_back} ..90 no longer (needed|required|necessary)",
          "(終了|満了|解除|解約|完了|不要|必要(が|の)なくな|目的を達)..(返還|返却|廃棄|破棄|消去|削除)", "(終了|満了|解除|解約|完了) & (返還|返却|廃棄|破棄|消去|削除)" } },
        certificate = { type = "flag", better = "yes", yes = { "certif* .. (destr*|delet*|return*|complian*|eras*)", "(destr*|delet*|eras*) ... (certif*|written confirmation|confirm* in writing|affidavit)", "officer .. certif*", "(廃棄|消去|破棄|削除|抹消|返還) ..60 (証明書|証する書面|証する文書|証明する|証明し|証明|報告書|書面で報告|書面により報告|証跡|確認書)" } },
      },
    },

    ["backup"] = {
      title = { en = "Backup", ja = "バックアップ" }, owes = "supplier",
      denies = { "{no_duty} ..60 (backup*|back-up*|back up)", "バックアップ ..60 {no_duty_ja}", "バックアップ ..30 (行わない|取得しない|実施しない|含まない|含まれない)" },
      heading = { "back-up*", "backup*", "data backup", "バックアップ", "データのバックアップ", "データ保全", "複製保管" },
      sure = { "(perform|make|take|maintain|conduct|create|keep|carry out) .. (backup*|back-up*|back up*)", "(backup*|back-up*|back up*) .. (shall|will|must|be|data|daily|weekly|copies|performed|retained)", "back* up .. (data|content|information)", "(daily|nightly|hourly|weekly|regular|off-site|offsite) copies of ..60 data", "(データ|情報|ファイル) ..30 (控え|予備) ..30 (取得|作成|保管|保存)", "バックアップ(を|は|し|する|の|データ|、) ..90 (取得|実施|行|保管|保存|作成|し、|する|復元|採取|とる)" },
      strong = { "backup*", "バックアップ" },
      decoys = { "backup withholding", "back-up withholding", "バックアップ要員", "バックアップ体制" },
      terms = {
        frequency = { type = "interval", better = "less", vague = true, near = { "save", "saves", "saved", "copies", "控え", "backup*", "back-up*", "back* up", "バックアップ", "取得" }, far = { "test*", "restor*", "復元", "復旧", "リストア", "訓練" } },
        ["restore-test"] = { type = "interval", better = "less", near = { "restor* ..40 (test*|exercise*|drill*)", "test* ..40 restor*", "recover* test*", "test* .. recover*", "(復元|復旧|リストア|回復)..(テスト|試験|訓練|確認|検証)", "(テスト|試験|訓練|検証)..(復元|復旧|リストア)" } },
      },
    },

    ["continuity"] = {
      title = { en = "Business continuity", ja = "事業継続" }, owes = "supplier",
      denies = { "{no_duty} ..90 (continuity|recovery|contingency)", "(事業継続|災害復旧|BCP) ..60 {no_duty_ja}" },
      heading = { "business continuity", "disaster recovery", "continuity [plan*]", "contingency plan*", "resilience", "事業継続", "事業継続計画", "災害復旧", "BCP", "業務継続", "災害対策", "災害時の対応", "業務の継続" },
      sure = { "business continuity", "disaster recovery", "(recovery time|recovery point) objective*", "continuity plan*", "contingency plan*", "(災害|緊急事態|非常時|有事|地震|感染症|停電) ..60 (業務|事業|サービス|役務)(を|の) ..15 (継続|再開) ..60 (計画|体制|措置|手順|対策|準備)", "(continue|resume) ..60 (services|operations) ..60 (disaster*|emergenc*|catastroph*|outage*) & plan*",
        "事業継続(計画|マネジメント|のため|体制|性)", "業務継続計画", "BCP", "災害復旧", "目標復旧(時間|時点)", "復旧(目標時間|時間目標|目標)", "RTO", "RPO" },
      strong = { "rto", "rpo", "事業継続" },
      terms = {
        rto = { type = "duration", better = "less", vague = true, near = { "recovery time objective*", "rto", "目標復旧時間", "復旧時間目標", "復旧目標時間", "復旧", "restor* .. within", "recover* .. within" }, far = { "rpo", "recovery point objective*", "目標復旧時点" } },
        rpo = { type = "duration", better = "less", near = { "recovery point objective*", "rpo", "目標復旧時点", "復旧時点目標", "目標復旧ポイント" }, far = { "rto", "recovery time objective*", "目標復旧時間" } },
        test = { type = "interval", better = "less", near = { "test*", "exercise*", "drill*", "rehears*", "訓練", "テスト", "演習", "試験", "検証" } },
      },
    },

    ["service-level"] = {
      title = { en = "Service levels", ja = "サービスレベル" }, owes = "supplier",
      denies = { "no service level*", "{no_duty} ..60 (uptime|availability|service level*)", "サービスレベル ..60 (保証しない|保証するものではない|{no_duty_ja})" },
      heading = { "service level*", "sla", "slas", "availability", "uptime", "support levels", "performance standards", "(response|resolution|restoration) (and|or) (response|resolution|restoration)", "(response|resolution) times", "サービスレベル", "サービス水準", "SLA", "稼働率", "可用性", "品質保証", "サービス品質", "応答時間", "保守対応", "障害対応" },
      sure = { "service level*", "(uptime|availability) .. (%|percent|percentage|99*|target)", "(99*) .. (uptime|availab*)", "(available|accessible|operational) ..40 (99*|%|percent)", "(tickets|incidents|requests|issues|calls) ..90 (response|respond*|acknowledg*) ..30 within", "service credit*", "response time*", "resolution time*", "monthly uptime", "サービスレベル", "サービス水準", "稼働率", "(応答|対応|復旧|解決)時間 .. (以内|とする|目標)", "(障害|問合せ|問い合わせ) ..120 (以内に|時間以内) .. (一次回答|対応|復旧|回答|着手|解決|応答|初動)" },
      strong = { "uptime", "downtime", "可用性", "一次回答", "SLA" },
      terms = {
        uptime = { type = "percent", better = "more", vague = true, near = { "uptime", "availab*", "稼働率", "可用性", "稼動率" } },
        ["response-within"] = { type = "duration", mode = "limit", better = "less", vague = true, near = { "respon*", "acknowledg*", "応答", "一次回答", "初動", "初期対応", "受付", "回答", "着手", "一次対応" }, far = { "resol*", "restor*", "復旧", "解決", "恒久対応" } },
        ["resolve-within"] = { type = "duration", mode = "limit", better = "less", vague = true, near = { "resol*", "restor*", "fix*", "repair*", "correct*", "復旧", "解決", "解消", "修復", "是正", "回復" }, far = { "respon*", "acknowledg*", "一次回答", "応答", "初動" } },
        penalty = { type = "flag", better = "yes", yes = { "service credit*", "penalt*", "liquidated damages", "fee reduction", "rebate*", "credit* .. (fees|invoice)", "減額", "返金", "違約金", "サービスクレジット", "ペナルティ", "料金の..減", "減免" } },
      },
    },

    ["vulnerability"] = {
      title = { en = "Vulnerabilities and patches", ja = "脆弱性対応" }, owes = "supplier",
      heading = { "vulnerabilit*", "vulnerability management", "patch*", "patch management", "脆弱性", "脆弱性対応", "脆弱性管理", "パッチ", "パッチ適用", "セキュリティパッチ", "修正プログラム" },
      sure = { "(apply|install|deploy|implement) .. (patch*|security update*)", "patch* .. (within|applied|installed|vulnerab*|management|critical)", "vulnerab* .. (scan*|remediat*|patch*|fix*|assess*|manag*|test*|correct*)", "(remediat*|patch*|fix*) .. vulnerab*", "penetration test*", "脆弱性 ..90 (対応|修正|パッチ|診断|検査|適用|是正|管理|対策|解消|発見|判明)", "(セキュリティ|修正)(パッチ|プログラム)..(適用|実施)", "パッチ(を|の|適用)" },
      strong = { "vulnerabilit*", "脆弱性" },
      terms = { ["patch-within"] = { type = "duration", mode = "limit", better = "less", vague = true, near = { "patch*", "vulnerab*", "remediat*", "fix*", "security update*", "脆弱性", "パッチ", "修正プログラム", "適用", "修正" }, far = { "scan*", "penetration", "診断" } } },
    },

    ["security-report"] = {
      title = { en = "Security reports", ja = "セキュリティ報告" }, owes = "supplier",
      heading = { "security report*", "reporting", "reports", "periodic report*", "報告", "定期報告", "業務報告", "セキュリティ報告", "報告義務", "実施報告", "月次報告", "報告書", "業務の報告", "状況報告" },
      sure = { "security [status ]report*", "report* .. (security|safeguards|controls)", "(monthly|quarterly|annual|weekly|periodic) .. (security|status|service|performance|compliance|written) .. report*", "(provide|submit|deliver) .. (monthly|quarterly|annual|weekly|periodic) .. report*", "セキュリティ[に関する|の状況|状況|の]..報告", "(安全管理|情報管理|取扱|管理|遵守|セキュリティ|業務|実施|履行|委託業務)[の]状況 ..90 報告", "(毎月|月次|四半期|年次|年1回|定期的|毎週|週次|月1回|毎年)..(報告)" },
      strong = { "soc 2", "security report", "定期報告", "報告書を提出" },
      decoys = { "事故報告", "financial report*", "annual report on form", "incident report*", "report* of (incidents|breaches)", "breach report*", "事故の報告", "事故等の報告", "漏えい等の報告", "漏えいの報告", "漏洩の報告", "インシデントの報告", "障害の報告", "緊急時の報告" },
      terms = { frequency = { type = "interval", better = "less", vague = true, near = { "report*", "報告", "提出" } } },
    },

    ["review-meeting"] = {
      title = { en = "Review meetings", ja = "定例会" },
      heading = { "(review|governance|management|steering) (meeting*|committee)", "meetings", "governance", "service review*", "定例会", "定例会議", "協議会", "連絡会", "レビュー会議", "打合せ", "連絡協議会", "進捗会議", "会議体", "運営協議会", "連絡会議" },
      sure = { "(review|progress|status|governance|quarterly|monthly|regular|service) (meeting*|review meeting*)", "(meet|meetings) .. (monthly|quarterly|annually|weekly|regular*|at least|every|once)", "steering committee", "(定例会|定例会議|定例打合せ|連絡会|レビュー会|進捗会議|運営会議|評価会議|連絡協議会)(を|は|の|議|において|に)" , "会議を..(開催|実施)" },
      terms = { frequency = { type = "interval", better = "less", vague = true, near = { "meet*", "review*", "committee", "会議", "定例", "開催", "打合せ", "連絡会", "協議会" } } },
    },

    ["liability-cap"] = {
      title = { en = "Cap on liability", ja = "責任の上限" },
      heading = { "(limitation*|limit*|cap*) (of|on) [the] (liability|damages|remedies)", "liability cap", "limitation* of liability", "limited liability", "maximum liability", "exclusion of liability", "責任の上限", "責任の制限", "損害賠償の上限", "責任限度", "賠償額の上限", "責任制限", "損害賠償責任の制限", "損害賠償の制限", "賠償責任の制限", "責任の限定", "責任の範囲", "損害賠償の範囲", "責任限度額" },
      sure = {
        "(liabilit*|liable|damages|recover*|obligation*) ..240 ({not_may}|not|no event|never) .. (exceed|be greater|be more|be in excess)", "(liabilit*|damages|claim*|recover*) ..180 ((shall be|be|is|are) [strictly|expressly] limited [in amount] (to|in)|not to exceed|not exceed*|capped at|limited solely|limitation of liability)", "({not_may}|no event|neither) .. (liable|liability|responsible) ..240 (in excess of|exceed*|greater than|more than)", "(maximum|aggregate|total|cumulative|entire|overall) .. (liabilit*|damages) ..180 (exceed|limited|shall be|is|for|under|arising|not)", "(exceed|in excess of|limited to) ..90 (amount*|fees|sums|payments|compensation|consideration|price|royalt*) [actually] .. (paid|payable|received|due|owed)", "(賠償|責任) ..150 を上回らない", "cap on .. liability", "liability cap", "(total|aggregate|maximum|overall) responsibilit* ..90 (capped|limited|exceed*)",
        "(no|any) (action*|claim*|suit*|proceeding*|legal action) ..150 (more than|later than|within|after) .. (year*|months) .. (after|from|of|following) & (barred|brought|commenced|instituted|filed|asserted|waive*|bring)", "(claim*|action*) .. (must|shall) be (brought|commenced|filed|instituted|made) .. within .. (year*|months)",
        "(no event|not|neither|no party|none|nor|no|waive*|exclud*|disclaim*|under any circumstances) ... (consequential|indirect|incidental|special|punitive|exemplary) ..90 (damage*|loss*|liabilit*)", "liab* ..120 (consequential|indirect) ..120 (excluded|disclaimed|waived)",
        "(sole|exclusive) .. (remedy|remedies|obligation|liability) .. (shall be|is|are|will be) .. (replace*|refund*|repair*|credit*|limited|re-perform*|correct*|terminat*)",
        "(損害賠償|賠償|責任) ..180 (上限|限度|を超えない|限り|限る|範囲に限|範囲内|以内とする|を限度|を上限)", "(賠償額|損害賠償額|賠償責任|賠償の額|損害賠償の累計総額|賠償金額) ..180 (上限|限度|超え|限|とする)", "(委託料|報酬|代金|料金|対価|委託代金|支払額|受領した金額|利用料金|業務委託料|委託報酬)..(を限度|を上限|の範囲内|を超えない|相当額を|を賠償) & (賠償|責任|損害|損失|補償|前項|前条)", "通常(生ず|生じ|の|発生|かつ直接|損害|生じる|生ずべき)..損害 ..60 (限|のみ)", "(直接|現実)(かつ|に|の|かつ現実|かつ通常|かつ直接).. (損害) ..60 (限|のみ)", "(逸失利益|間接損害|特別損害|特別な事情|特別の事情|派生的損害|結果損害|機会損失|拡大損害) ..180 (負わない|負わず|含まない|含まず|除く|免れ|責任を負|しない|除き|賠償しない)",
      },
      strong = {
        "(liab*|responsib*) ..30 (limited|capped)", "{not_may} ..150 (liable|liability|responsible) ..150 (consequential|incidental|indirect|special|punitive|exemplary|lost profits|loss of profits)", "(no event|neither party|not) ..90 liable ..240 (consequential|incidental|indirect|special|punitive|exemplary|lost profits|loss of profits)", "limitation* of liability", "責任を負わない", "一切[の]責任を負わない", "免責" },
      weak = { "consequential damages", "(waive*|exclude*|disclaim*) .. (consequential|indirect|punitive|special|incidental)" },
      against = { "liability insurance .. (limits|less than|not less)", "insurance .. (limits|minimum|not less than|amount*)" , "賠償責任保険" },
      decoys = { "[,] but not limited to", "without limitation", "not limited to", "limited liability (company|partnership)", "limited liability", "liability limited", "liability insurance", "aggregate limit", "general aggregate", "賠償責任保険", "不可抗力" },
      terms = {
        cap = { type = "amount", better = "more", silent = "best", near = { "liab*", "exceed*", "limit*", "maximum", "cap*", "限度", "上限", "賠償" } },
        ["cap-months"] = { type = "count", better = "more", silent = "best", near = { "(fees|amounts|charges|sums|payments) .. (paid|payable|received)", "preceding", "prior to", "previous", "委託料", "報酬", "料金", "利用料", "相当額", "分" } },
        unlimited = { type = "flag", better = "yes", yes = { "(unlimited|uncapped) liability", "without limit*", "limitation* .. (shall|does|do|will) not apply", "(excluding|except) .. (gross negligence|willful|wilful|fraud|indemnif*|confidential*)", "故意(又は|または|若しくは|もしくは|及び)重[大な]過失 ..120 (この限り|適用しない|限りでない|適用されない|除)", "上限なく" } },
      },
    },

    ["damages"] = {
      title = { en = "Damages", ja = "損害賠償" }, owes = "supplier",
      heading = { "damages", "liability", "compensation for damage*", "remedies", "liquidated damages", "損害賠償", "賠償", "損害の賠償", "損害賠償責任", "損害賠償義務", "賠償責任", "責任", "損害の負担", "損害" },
      sure = {
        "{shall} .. (liable|responsible) .. for ..60 (damage*|loss*)", "{shall} (compensate|pay) .. (damage*|loss*)", "liable .. for .. (damage*|loss*)", "(compensate|reimburse) ..90 (damage*|loss*)", "claim .. damages", "liquidated damages",
        "損害 ..120 (賠償し|賠償する|賠償の責|賠償しなければ|賠償義務|補償する|賠償責任|補填|補償し|賠償を請求|賠償をし|賠償を|賠償いたし|を賠償|の賠償|賠償金|賠償す)", "損害賠償(を|の|責任|義務)..(請求|責|負|義務|求め|する|行|する)", "賠償する責",
      },
      strong = { "damages", "損害賠償", "賠償" },
      decoys = { "責任分界", "責任分担", "責任者", "説明責任", "損害賠償の上限", "賠償責任保険", "損害保険", "damages to", "without prejudice to .. damages" },
    },

    ["penalty"] = {
      title = { en = "Contract penalty", ja = "違約金・罰則" }, owes = "supplier",
      heading = { "penalt*", "liquidated damages", "late charges", "違約金", "罰則", "違約罰", "ペナルティ", "遅延損害金", "違約", "制裁金" },
      sure = { "遅延損害金を ..60 (支払|請求)", "liquidated damages", "{shall} pay ..60 (penalt*|liquidated)", "as a penalty", "contractual penalt*", "penalt* .. (of|equal|in the amount|shall)", "違約金 ..90 (支払|請求|として|徴収|課)", "違約罰", "ペナルティ..(課|支払|として)", "罰則" },
      strong = { "違約金", "遅延損害金", "penalt*" },
      decoys = { "not as a penalty", "without penalty", "without [any] .. penalty", "違約金を支払うことなく", "civil penalt*", "criminal penalt*" },
    },

    ["indemnity"] = {
      title = { en = "Indemnity", ja = "補償" }, owes = "supplier",
      denies = { "{no_duty} ..60 (indemnify|defend|indemnif*)", "補償 ..30 {no_duty_ja}" },
      heading = { "indemni*", "indemnity", "indemnification", "hold harmless", "補償", "第三者からの請求", "紛争処理", "第三者に対する責任", "第三者との紛争", "損失補償", "免責及び補償" },
      sure = { "(indemnify|defend|hold harmless)", "indemnif*", "hold .. harmless", "(第三者) ..150 (紛争|請求|クレーム|訴訟|異議|権利侵害|主張|苦情) ..150 (自己の責任|責任と費用|自らの責任|費用と責任|費用負担|解決|補償|防御|処理)", "(責任と費用|費用と責任|責任及び費用|費用及び責任|責任と負担|責任において) .. (解決|処理|処置|負担|対処)", "迷惑をかけ", "補償(する|し|しなければ|の責)" },
      strong = { "indemnit*", "補償" },
      decoys = { "労災補償", "災害補償", "補償金額", "休業補償", "professional indemnity" },
    },

    ["insurance"] = {
      title = { en = "Insurance", ja = "保険" }, owes = "supplier",
      denies = { "{no_duty} ..90 insurance", "保険 ..60 {no_duty_ja}" },
      heading = { "insurance*", "insurance requirements", "insurance coverage", "保険", "保険の付保", "付保", "保険加入", "損害保険", "賠償責任保険", "保険契約" },
      sure = {
        "{shall} ..120 (maintain|obtain|carry|procure|purchase|keep|effect|take out|secure|acquire|maintains|insure|furnish|provide) ..90 (insurance (coverage|policy|policies|policy|for|with|against|in|to|at|from|of|and|,|.|\\()|insurance on|liability insurance|adequate insurance|property insurance)", "(responsible for|cost of|expense) ..60 (obtain*|maintain*|procur*|carry*|purchas*) ..60 insurance", "(covenant*|undertake*|agree*) .. to (maintain|obtain|carry|keep) ..90 insurance",
        "insurance ..90 (with [minimum|policy] limits|minimum (limits|coverage|amount)|not less than|in [an|the] amount* of|adequate to|sufficient to|(shall|must|will) be maintained|in force|at [its|their] [own|sole] (cost|expense))",
        "(named|added|included|endorsed) .. additional insured*", "additional insured*", "certificate* of insurance", "(general liability|professional liability|product* liability|workers compensation|workers' compensation|worker's compensation|automobile liability|errors and omissions|property|casualty|cyber*) insurance", "insurance (policy|policies|coverage) ..90 (shall|must|will|name*|maintain*|require*|in effect)", "commercial general liability", "(professional indemnity|public liability|employers' liability|product liability) (cover|coverage)", "{shall} ..120 (take out|maintain|keep in force|effect) ..90 (indemnity|liability) cover*", "self-insur*", "at .. expense .. insurance", "insurance at",
        "(保険) ..60 (加入|付保|付す|付し|付さ|締結|契約し|掛け|かけ|維持|付ける|入る)", "(賠償責任保険|損害保険|労災保険|自動車保険|運送保険|貨物保険|労働者災害補償保険|傷害保険|動産総合保険|火災保険|対人|任意保険) ..60 (加入|付保|締結|付す|付し|契約|維持)", "保険(料|金)..(負担|支払)..(乙|受託者|受注者|甲)",
      },
      strong = { "insurance", "(shall|must|will) insure ..60 against", "保険に加入", "賠償責任保険" },
      against = { "insurance company .. organized", "insurance product*", "{not_may} (provide|be responsible for) .. insurance", "health insurance .. (portability|plan*|benefit*)", "(life|health|medical|disability|dental) insurance .. (benefit*|plan*)", "insurance (agent*|broker*|business|agenc*|licens*|commission*)", "not .. (entitled|eligible) .. insurance" },
      decoys = { "federal deposit insurance corporation", "federal deposit insurance", "deposit insurance", "insurance company", "insurance companies", "insurance carrier", "insurance center", "insurance proceeds", "insurance laws", "insurance information", "insurance law", "insurance premium*", "insurance claims", "insurance brokers", "insurance regulat*", "fdic", "title insurance", "social insurance", "社会保険", "雇用保険", "健康保険", "unemployment insurance", "insurance code", "insurance commissioner", "insurance department", "department of insurance", "保険診療", "保険料控除", "生命保険料", "national insurance" },
      terms = { cover = { type = "amount", better = "more", near = { "insur*", "cover*", "limit*", "not less than", "at least", "per occurrence", "保険", "補償額", "保険金額", "支払限度額", "以上" } } },
    },

    ["termination"] = {
      title = { en = "Termination", ja = "解除" },
      heading = { "termination", "terminat*", "term and termination", "default* [and remedies]", "cancellation", "events of default", "right to terminate", "解除", "解約", "契約の解除", "中途解約", "期限の利益の喪失", "解除権", "契約解除", "契約の終了", "任意解約", "解約等", "契約の解約" },
      sure = { "{may} ..60 (terminate|cancel) & {breach}",
        "{may} ..120 (terminate|cancel|rescind) ..90 (agreement|contract|statement of work|order|services|engagement|appointment|license|lease)", "(agreement|contract|engagement|appointment|license) ..60 (may|can|shall|will|is) be [earlier|sooner] (terminated|cancelled|canceled)", "(terminate|cancel) this (agreement|contract) ", "{may} ..60 (end|discontinue) (this|the) (agreement|contract|engagement|arrangement)", "(right|entitled|option) to (terminate|cancel)", "right of termination", "this (agreement|contract) (shall|will) [automatically|immediately] terminate", "terminat* .. (upon|by giving|on|by) .. notice", "(shall|will) constitute .. event of default", "event of default",
        "(本契約|契約|個別契約|本件契約|基本契約) ..150 (解除|解約)(する|し|でき|することが|を|権)", "(解除|解約)(することができ|できる|する権利|ができ|を申し入れ|を通知|の意思|の申し|の申入|されても)", "(本契約|契約|個別契約)を ..60 終了(させることができ|することができ|させる権利|させられる|できる)", "催告(を要せず|なく|なしに|をし|し、|することなく|を要しない|したにもかかわらず)", "中途解約",
      },
      strong = { "terminat*", "解除", "解約" },
      decoys = { "解除条件", "秘密保持義務の解除", "termination (date|of employment)", "ロック解除" },
      terms = {
        ["for-cause"] = { type = "flag", yes = {
          "terminat* ... {breach}", "{breach} ... terminat*", "terminat* .. for cause", "cure* .. within", "(催告|違反|破産|支払停止|差押|手形|不渡|民事再生|会社更生|信用|滞納|不履行|背信) ..180 (解除|解約)", "(解除|解約) ..180 (違反|破産|支払停止|差押|不履行|手形)", "次の各号 ..120 (解除|解約)", "次の(各号|いずれか|場合|事由|一)..(該当|生じ)..(解除|解約|催告)" } },
        convenience = { type = "flag", yes = {
          "{may} ..150 (terminate|cancel|discontinue|end (this|the) (agreement|contract|engagement|arrangement)) ..180 {any_reason} & !terminated for any reason", "{any_reason} ..40 {may} ..60 (terminate|cancel)", "(terminate|cancel) [this] (agreement|contract) ..120 {any_reason}", "may be (terminated|cancelled|canceled) ..150 {any_reason}", "(right|option) of termination ..90 {any_reason}",
          "{may} ..60 (terminate|cancel) ..90 at any time & !{if_word} ..150 (terminate|cancel) & !(terminate|cancel) ..150 {condition}",
          "{may} ..60 end (this|the) (agreement|contract|engagement|arrangement) ..90 (at any time|notice) & !{if_word} & !{condition}",
          "(terminate|cancel) ..90 (upon|by giving|by providing|on|with|by|giving) ..60 (day*|month*|week*|year*) ..40 notice & !notice ..90 {condition} & !{if_word} ..200 (terminate|cancel)",
          "(terminated|cancelled|canceled|terminable) ..60 (upon|by giving|by providing|on|with|by|giving) ..60 (day*|month*|week*|year*) ..40 notice & !notice ..90 {condition} & !{if_word} ..200 (terminated|cancelled|canceled)",
          "(terminate|terminated|cancel) ..90 (notice|notification) ..40 (of|at least|not less than|no less than) ..40 (day*|month*|week*) & !(notice|notification) ..120 {condition} & !{if_word} ..200 (terminate|terminated|cancel)",
          "(terminat*|cancel*) ..60 at any time ..90 (upon|by|on|with) ..60 notice & !notice ..90 {condition} & !{if_word} ..150 terminat*",
          "may be terminated .. (by either party|by any party|at any time) ..90 notice & !{breach} & !{if_word} ..150 terminated",
          "(may|can) be terminated ..60 at any time ..90 ((sole|absolute|own) [and absolute] discretion|without the payment|without penalty|without payment)", "at any time ..90 to terminate ..60 (by giving|upon|by) ..60 notice & !{if_word} ..200 terminate & !notice ..90 {condition}", "terminat* ..60 at the option of (any|either) party[,] ..40 notice", "terminat* ..40 for convenience", "terminable at will",
          "(か月|ヶ月|カ月|ヵ月|箇月|日|週間|月|年)[以上](前|の予告|の猶予).. (解約|解除) & !違反", "(予告|通知|申入れ|申し入れ|申出|申し出|書面) ..90 (解約|解除) ..30 (できる|でき) & !(違反|催告|各号|場合)", "いつでも ..90 (解約|解除|終了させ|終了する)", "(前までに|予告|通知) ..90 終了させることができ & !(違反|催告|各号|場合)", "(期間中|期間内|有効期間中) ..150 (解約|解除) & (前|予告|申し入れ|申入れ)", "任意に..(解約|解除)", "中途解約", "理由の如何を問わず..(解約|解除)", "事由の如何を問わず..(解約|解除)" } },
        notice = { type = "duration", mode = "notice limit", near = { "terminat*", "cancel*", "notice", "解除", "解約", "予告", "通知", "申し入れ", "申入れ" }, far = { "cure*", "remed*", "催告", "是正", "renew*", "更新" } },
      },
    },

    ["post-termination"] = {
      title = { en = "After termination", ja = "終了後の支援" }, owes = "supplier",
      denies = { "{no_duty} ..60 (assist|cooperate|continue|transition)", "(引継ぎ|引継|移行|支援|引き継ぎ) ..60 {no_duty_ja}" },
      heading_hint = { "(effect*|consequence*) of (termination|expiration|expiry)", "transition", "exit" },
      heading = { "(transition|wind-down|winding down|exit|termination|post-termination) (services|assistance|plan|period|obligations)", "wind-down", "winding down", "(obligations|rights|duties|procedure*|payment*|actions) (upon|on|after|following) (termination|expiration)", "sell-off [period]", "post-termination", "rights and obligations upon termination", "契約終了後の措置", "契約終了時の措置", "終了後の措置", "引継ぎ", "引継", "業務の引継ぎ", "移行支援", "契約終了後", "終了時の処理", "契約終了時の処理", "解除後の措置", "業務引継ぎ", "契約終了に伴う措置" },
      sure = {
        "{upon} ..30 {over} ... {shall} ..90 (assist*|cooperate*|transfer|transition|wind down|wind-down|wind up)",
        "{upon} ..30 {over} ... {shall} ..60 (pay|refund|reimburse|remit|complete|fulfill|fulfil|honor|honour|provide|supply|support|assign|convey)",
        "{upon} ..30 {over} ... ({shall}|{may}) ..60 (continue|sell|sell-off|dispose of|liquidate|purchase|repurchase|buy)",
        "(assist*|cooperat*|transfer*|transition*) ..120 (upon|following|after) ..30 {over}",
        "(shall|will|may|must) ..60 continue ..150 (upon|following|after) ..30 {over}",
        "(shall|will|must) ..60 (pay|be paid|be payable|be due) ..150 (upon|following|after) ..30 {over}",
        "(sell-off|sell off|wind-down|wind down|run-off|tail|transition|phase-out|exit) period", "wind-down", "wind down", "winding down", "winding up .. agreement", "transition (services|assistance)", "termination assistance", "(orderly|smooth) (transition|transfer|wind*)", "(inventory|stock|products) .. (on hand|remaining|unsold) ..150 (terminat*|expir*|sell|repurchas*)", "last [time] buy", "post-termination", "inventory returns", "(buy|repurchase|purchase|take back) ..60 (inventory|stock*) & {over}", "(reasonable|days|months) ..60 to (remove|phase out|migrate) & {over}",
        "(survive|continue) .. (termination|expiration) .. (pay|payment)",
        "(on|upon|at|during) exit ... {shall} ..90 (hand over|assist*|transfer*|provide|cooperat*|co-operat*|support)", "{over_ja}(後|時|する場合|するとき|の場合|した場合|したとき|の際|に際し|となった場合|に伴い|した後) ..240 (引き継|引継|移行|協力|支援|継続して|引渡|引き渡)", "引継ぎ(を|に|について|業務)..(行|協力|する|必要|実施)", "(移行|引継)(支援|作業|期間|計画)", "{over_ja}..(清算|精算)", "残務..(処理|整理)",
      },
      strong = { "{upon} ..30 {over} ... {shall} ..60 (cease|discontinue|refrain|stop|deliver|remove)", "(within|for) .. (days|months|years|year) (after|following|of|from) ..30 {over} & (shall|will|may|must)", "for a period of ..60 (following|after) [the|any|such] {over}", "(契約の|本契約の|契約)(終了|満了)(後|時)" },
      weak = { "{upon} [the|any] [such] {over}" },
      against = { "(終了|満了)後 ..60 (秘密|守秘|機密) ..60 (存続|効力|義務)", "(up to|prior to|as of) [and including] the [effective] (date|time) of [any|such|the] [expiration or] (termination|expiration|cancellation)", "no further obligation", "be relieved of", "(expiration|expiry) of the (warranty|notice|cure|waiting) period", "{shall} not ..60 (sell|transfer|continue)", "return* ..60 confidential information" },
      terms = { period = { type = "duration", better = "more", near = { "(following|after|from) .. (terminat*|expir*)", "transition*", "wind*", "sell-off", "post-terminat*", "for a period of", "(終了|満了|解除|解約)(後|日から|の日から)", "引継", "移行", "支援" } } },
    },

    ["survival"] = {
      title = { en = "Survival", ja = "存続条項" },
      heading = { "survival", "survival of [obligations|provisions|terms]", "surviving (provisions|obligations|terms)", "continuing obligations", "存続", "存続条項", "残存条項", "存続規定", "契約終了後の効力", "契約終了後の存続", "余後効", "効力の存続", "残存義務", "有効条項", "終了後の効力" },
      sure = {
        "(shall|will|to|which|that|nature) .. survive*", "(outlive*|outlast*) ..60 ({end_of}|agreement|contract)", "surviv* ..120 ({end_of}|agreement|for|indefinite*)", "(obligation*|provision*|section*|article*|paragraph*|clause*|restriction*|covenant*|duties|duty|undertaking*|confidentiality) ..180 (survive*|remain in [full] (force|effect)|continue [in] (force|effect|to be binding|to apply)|(shall|will) continue)", "(continue|remain*) ..60 (in [full] (force|effect)|binding|effective) ..120 ({end_of}|for|until|period)", "(obligation*|duty|duties|restriction*|undertaking*|covenant*) ..150 (for [a] [period|term] [of]|until|expire*|terminate*|lapse*|cease*|last*|remain*|continue*) ..90 (year*|month*)", "for [a] [period|term] [of] ..60 (year*|months) ..90 (after|from|following) ..90 ({end_of}|disclosure|receipt|date|return)", "notwithstanding [the|any] ({end_of})", "(beyond|after) [the|any|such] ({end_of}) ..60 (agreement|continue*|remain*|bound|binding)", "(bound|binding) ..90 (year*|months|after|following|perpetuity|indefinite*)", "in perpetuity", "(obligation*|confidential*|continue*|duty|bound) ..120 (indefinitely|perpetual*)", "(remain*|continue*) [to be] (subject to|bound by) ..60 (terms|agreement|obligation*)", "for a period of ..60 year* ..90 (after|following|from) & (disclos*|divulg*|confidential*|secret*)",
        "(終了|満了|解除|解約|期間満了|失効) ..30 (後|した後|の後|後において|後といえども|したとき|にかかわらず|以後|後も) ..180 (存続|有効|効力|なお|継続|引き続き|適用|負う|負い|免れ|遵守|準用|同様|保持|失わ)", "(第|各条|本条|前条|規定|義務|定め) ..180 (存続する|存続し|なお[その]効力|有効に存続|引き続き[その]効力|効力を有する|なお有効|存続する|終了後も|後も有効|有効とする|残存)", "終了後も", "満了後も", "終了後といえども", "終了後においても",
      },
      strong = { "surviv*", "存続", "残存", "終了後..年間" },
      decoys = { "surviving (corporation|entity|spouse|company)", "surviving employees", "survivorship", "存続期間", "存続会社", "吸収合併存続" },
      terms = { period = { type = "duration", better = "more", near = { "surviv*", "remain*", "continue*", "after", "following", "for a period of", "存続", "有効", "終了後", "満了後", "間" } } },
    },

    ["change-notice"] = {
      title = { en = "Notice of changes", ja = "変更通知" }, owes = "supplier",
      denies = { "{no_duty} ..60 (notify|inform) ..60 change*", "変更 ..60 (通知|届出) ..30 {no_duty_ja}" },
      heading = { "(notice|notification) of change*", "change (notice|notification)", "change of control", "変更通知", "変更の通知", "届出事項", "通知義務", "変更の届出", "届出義務", "通知事項", "変更届", "変更等の通知", "報告義務", "事前通知" },
      sure = { "(notify|inform|notice) ..90 (of|in) [any|all|an] [material|significant|intended|planned|proposed] change* (in|to|of)", "change* ..120 {shall} .. (notify|inform)", "prior .. notice of .. change*", "{tell} ..90 (before|prior to|in advance of) ..30 (moves|moving|relocat*|changes|changing) ..60 (services|site*|location*|facilit*|place*)", "(変更|異動|移転|合併|役員) ..150 (通知|届け出|届出|連絡|報告)(し|する|しなければ|を行|の上|のうえ|するもの)", "(体制|場所|方法|内容|責任者|担当者|設備|システム|所在地|商号) ..30 (変える|変更する|改める)(とき|場合) ..120 (知らせ|通知|届|連絡|申し出)", "変更(する|した|が|を生じ|しようとする|があった)(場合|とき|ときは|ときには).. (通知|届け出|連絡|報告|書面)" },
      strong = { "change of control", "変更[の]通知" },
      decoys = { "change order*" },
      terms = { notice = { type = "duration", mode = "notice limit", better = "more", vague = true, near = { "chang*", "notice", "notif*", "変更", "通知", "届出", "届け出" } } },
    },

    ["contact-point"] = {
      title = { en = "Contact points", ja = "連絡窓口" },
      heading = { "contact* [point*|person*]", "point* of contact", "project manager*", "representatives", "notices", "連絡窓口", "連絡先", "窓口", "責任者", "担当者", "業務責任者", "連絡担当者", "連絡体制", "管理責任者", "主任担当者", "責任者の選任", "責任者の設置", "通知先" },
      sure = { "(designate|appoint|nominate|assign) ..90 (contact|representative|project manager|liaison|point of contact|security officer)", "point* of contact", "contact person", "(連絡窓口|責任者|担当者|業務責任者|管理責任者|連絡責任者|連絡担当者|窓口) ..60 (定め|設置|選任|指定|置|通知|選定|任命|届け)" },
    },

    ["responsibility"] = {
      title = { en = "Shared responsibilities", ja = "責任分界" },
      heading = { "[shared ]responsibilit*", "(roles and|shared|division of|allocation of) responsibilit*", "customer responsibilit*", "責任分界", "責任分担", "役割分担", "責任分界点", "責任範囲", "作業分担", "甲の責務", "協力義務", "責任の分界" },
      sure = { "shared responsibilit*", "(division|allocation) of responsibilit*", "roles and responsibilities", "責任(分界点|分界|分担|範囲)..(定め|とする|別紙|のとおり|は)", "役割分担", "作業分担" },
    },

    ["governing-law"] = {
      title = { en = "Governing law", ja = "準拠法" },
      heading = { "(governing|applicable|controlling) law", "choice of law", "law", "governing law*", "準拠法", "適用法", "適用法令", "準拠法令" },
      sure = {
        "(english|japanese|german|french|swiss|dutch|irish|swedish|new york|delaware|california|singapore|hong kong) law [(shall|will)] (applies|apply|governs|govern)", "(governed by|subject to) [the] (english|japanese|german|french|swiss|dutch|irish|swedish|new york|delaware|california|singapore|hong kong) law", "(govern*|construe*|interpret*|controlled|enforced|determined) ..150 (law*|statutes) [and|or|,] .. of", "govern* ..90 law*", "law* of ..120 (shall|will|to) (govern|apply|control)", "laws of ..60 (govern|apply to) ..30 (agreement|contract|terms)", "(subject to|in accordance with|under|pursuant to) [and] ..30 the [internal|substantive|domestic] laws of", "(deemed|made|executed|contract) ..60 (under|in) the laws of", "law* ..90 (shall|will) govern", "choice of law* ..60 law*", "(construed|governed|interpreted) .. (under|by|in accordance) ..60 law*",
        "準拠法(は|を|として|とし)", "(成立|効力|解釈|履行) ..90 (日本法|日本国法|日本国の法律|日本の法律|日本国の法令|日本の法令|国の法律)に(よる|より|よって|準拠|従|基づ)", "日本[国]法(に準拠|を準拠法|に従|が適用|を適用|により解釈|に基づき解釈)", "(日本国法|日本法|日本国の法律|日本の法令|日本国の法令)(に|を|が|により)..(準拠|従|適用|解釈|拘束)",
      },
      strong = { "conflict* of law*", "law of the state", "laws of the (state|commonwealth|republic|people's)" },
      against = { "organized .. under the laws of", "organised .. under the laws of", "incorporated .. under the laws of", "existing under .. laws of" },
      decoys = { "(comply|complies|compliance|complying) with [all|any] [applicable] [the] laws of", "organized [and existing] under the laws", "incorporated under the laws", "existing under the laws", "formed under the laws", "organized and existing under [and by virtue of] the laws", "duly organized ..60 under the laws", "under the laws of which", "corporation ..40 under the laws", "company ..40 under the laws", "bankruptcy law*", "rights under the laws" },
    },

    ["jurisdiction"] = {
      title = { en = "Jurisdiction", ja = "裁判管轄" },
      heading = { "jurisdiction", "venue", "dispute* [resolution]", "arbitration", "forum", "choice of forum", "submission to jurisdiction", "裁判管轄", "合意管轄", "管轄", "管轄裁判所", "専属的合意管轄", "紛争の解決", "紛争解決", "仲裁", "管轄合意" },
      sure = { "(exclusive|non-exclusive|sole) .. (jurisdiction|venue)", "(submit*|consent*) .. jurisdiction", "(courts|court) .. of .. (shall have|have) .. jurisdiction", "(court|courts) of ..90 (sole|exclusive) authority", "(court|courts) of ..90 (hear|decide|resolve|determine|settle) ..30 (disputes|claims|proceedings)", "settled by .. arbitration", "binding arbitration", "arbitration ..60 (rules|association|tribunal)", "(裁判所) ..60 (専属的|管轄|第一審|合意)", "(専属的|合意|第一審)..管轄", "(紛争|争い|訴訟|争訟) ..120 裁判所(で|にて|において|に) ..15 (解決|処理|提起|提訴)", "仲裁(により|に付|によって|で)" },
      strong = { "jurisdiction", "venue", "地方裁判所" },
      decoys = { "jurisdiction of incorporation", "any jurisdiction", "other jurisdiction*", "such jurisdiction" },
    },

    ["anti-social-forces"] = {
      title = { en = "Exclusion of anti-social forces", ja = "反社会的勢力の排除" },
      heading = { "anti-social forces", "antisocial forces", "organi(z|s)ed crime", "反社会的勢力", "反社会的勢力の排除", "暴力団", "暴力団等の排除", "反社条項", "反社会勢力", "暴力団排除" },
      sure = { "anti-social (force*|group*|element*)", "antisocial (force*|group*)", "organized crime", "organised crime", "反社会的(勢力|な団体|な集団|な組織|団体|集団|組織)", "反社会勢力", "暴力団", "総会屋" },
    },

    ["intellectual-property"] = {
      title = { en = "Intellectual property", ja = "知的財産" },
      heading = { "intellectual property [rights]", "ownership [of work*|of intellectual property]", "proprietary rights", "copyright*", "patent*", "work product", "license [grant]", "inventions", "知的財産", "知的財産権", "著作権", "権利の帰属", "知的財産権の帰属", "成果物の権利", "著作権の帰属", "特許権", "成果物の帰属", "所有権", "権利帰属", "成果物の知的財産権" },
      sure = { "(著作権|知的財産権|特許権) ..300 (甲|乙|委託者|受託者|発注者|受注者)に(帰属|移転|譲渡)", "intellectual property", "(copyright*|patent*|trademark*) ..90 (own*|vest*|assign*|belong*|remain*|licens*)", "work* [made ]for hire", "right, title[,] and interest", "(著作権|知的財産権|特許権|知的所有権|産業財産権|所有権|著作者人格権|特許を受ける権利) ..150 (帰属|移転|移る|属する|譲渡|行使|留保|許諾|有する|保有|取扱)" },
      strong = { "copyright*", "patent*", "trademark*", "著作権", "知的財産権" },
    },

    ["training"] = {
      title = { en = "Training", ja = "教育" }, owes = "supplier",
      denies = { "{no_duty} ..60 (train|training)", "(教育|研修) ..60 {no_duty_ja}" },
      heading = { "training", "(training|education) [and awareness]", "security awareness", "教育", "教育・訓練", "従業者教育", "研修", "教育研修", "従業者の教育", "教育の実施", "従業員教育", "従業者の監督" },
      sure = { "(provide|conduct|receive|undergo|complete|ensure|attend) ..90 training", "(security|privacy|awareness|data protection) .. training", "trains ..60 (employee*|personnel|staff|worker*)", "training .. (personnel|employees|staff)", "(教育|研修|訓練)(を|及び|・|、|の) ..60 (実施|行|受講|施|受け)", "(従業者|従業員|役職員|担当者|要員|作業者) ..90 (教育|研修|周知徹底)" },
      strong = { "training", "研修", "教育" },
      against = { "事業継続", "業務継続計画", "災害復旧", "business continuity", "disaster recovery" },
      decoys = { "教育機関", "training material*" },
      terms = { frequency = { type = "interval", better = "less", vague = true, near = { "train*", "educat*", "教育", "研修", "訓練", "実施" } } },
    },

    ["security-standard"] = {
      title = { en = "Security standard", ja = "準拠する基準" }, owes = "supplier",
      denies = { "{no_duty} ..60 (certif*|iso|comply with)", "(認証|規格) ..60 {no_duty_ja}" },
      heading = { "[security ]standards", "certification*", "compliance with standards", "security standards", "準拠基準", "認証", "認証の維持", "準拠する基準", "セキュリティ基準", "認証取得", "第三者認証", "規格" },
      sure = { "iso 27*", "iso/iec 27*", "iso 27001", "iso27001", "soc 2", "soc 1", "ssae 1*", "pci dss", "pci-dss", "nist", "fedramp", "cyber essentials", "privacymark", "privacy mark", "hitrust", "プライバシーマーク", "Pマーク", "ISMS", "JIS Q 27001", "JISQ27001", "JIS Q 15001", "JISQ15001", "ISO27001", "ISO/IEC27001" },
    },

    ["contract-term"] = {
      title = { en = "Term and renewal", ja = "契約期間" },
      heading = { "term", "term of (agreement|contract)", "duration", "term and (termination|renewal)", "effective date", "renewal", "contract period", "契約期間", "有効期間", "契約の期間", "期間", "契約の有効期間", "本契約の有効期間", "委託期間", "契約期間及び更新", "更新", "契約の更新", "期間及び更新" },
      sure = {
        "(initial|original) term", "initial period (is|of|shall)", "(agreement|contract) (rolls|roll) over", "term of this (agreement|contract) (shall|will|is|commences|begins)", "this (agreement|contract) ..90 (shall|will) (commence|become effective|be effective|remain in [full] (force|effect)|continue|be in effect)", "(commence*|effective) .. and [shall|will] .. continue* .. (until|for)", "(automatically|successive) .. (renew*|extend*)", "(term|agreement|contract) (is|are|shall be|will be|may be) [automatically] (renewed|extended) ..30 (year*|month*|term*|period*)", "renew* .. (automatically|successive|additional)", "(shall|will) (renew|extend) .. (for|automatically)",
        "this (agreement|contract) ..30 (begins|starts|commences) ..60 (runs|lasts|continues|ends|expires)", "本契約の存続期間 ..60 (は|から|より|とする)", "(契約期間|有効期間|委託期間|契約の期間|有効期限|本契約の期間|契約の有効期間) ..60 (は|を|とする|から|より|、)", "(年|か月|ヶ月|カ月|1年)[間](自動的に|更新|延長|同一条件)", "自動[的に](更新|延長)", "同一[の]条件(で|により|をもって|にて)..(更新|延長|継続)",
      },
      strong = { "term of this agreement", "契約期間", "有効期間" },
      terms = {
        period = { type = "duration", mode = "period", near = { "term", "period", "continu*", "remain*", "initial", "from the effective date", "期間", "から", "とする", "間" }, far = { "notice", "renew*", "surviv*", "confidential*", "通知", "申出", "申し出", "更新", "前まで", "秘密" } },
        start = { type = "date", near = { "commenc*", "effective", "begin*", "start*", "from", "as of", "から", "より", "開始", "発効", "効力を生" } },
        ["end"] = { type = "date", near = { "until", "expir*", "end*", "through", "to", "まで", "満了", "終了" } },
        ["renewal-notice"] = { type = "duration", mode = "notice limit", near = { "renew*", "notice", "extend*", "更新", "満了", "申出", "申し出", "通知", "意思表示" } },
        renewal = { type = "flag", yes = { "automatic* .. (renew*|extend*)", "renew* .. automatic*", "(shall|will) .. [be ]renew*", "successive .. (term*|period*)", "自動[的に](更新|延長)", "更新(する|される|され)", "同一条件", "同一の条件" } },
      },
    },

    ["assignment"] = {
      title = { en = "Assignment", ja = "権利義務の譲渡" },
      heading = { "assignment", "assign*", "assignability", "no assignment", "(assignment|transfer|delegation)*[,] [and|or] (assignment|transfer|delegation|subcontracting|successors)*", "successors and assigns", "binding effect*", "transferability", "権利義務の譲渡", "譲渡禁止", "権利の譲渡", "譲渡の禁止", "権利義務の譲渡禁止", "権利義務の譲渡等の禁止", "債権譲渡", "権利譲渡", "地位の譲渡", "権利義務譲渡", "譲渡制限" },
      sure = {
        "{not_may} ..120 (assign|assigned|assignable|assignment)", "{not_may} ..120 transfer .. (agreement|rights|interest|license)", "{not_may} ..120 delegate ..90 (rights|obligations|duties)", "({not_may}|not|nor|no|neither) ..90 (assign|assigned|assignable|be assigned) ..240 (without|consent|except|prior|approval|agreement|rights|obligations|interest)", "(assign|assigned|assignment|assignable) ..240 without ..120 (consent|approval|permission|agreement of)", "(not|non) (assignable|transferable)", "non-assignable", "nonassignable", "non-transferable", "nontransferable", "(attempted|purported|attempt) .. (assign*|transfer) ..120 (void|null|invalid|no effect|ineffective|breach)", "(neither|nor|not|no) ..60 (agreement|right*|interest|obligation*) ..60 be transferred ..120 (without|consent)", "assignment ..120 (void|null and void|prohibited)", "(consent|approval) ..120 to (assign|assignment|transfer)", "without ..120 consent ..120 (assign|transfer) ..90 (agreement|rights|interest|obligations|contract|license)", "{may} [freely ]assign ..150 (agreement|contract|rights|obligations)",
        "(権利|義務|地位|債権|債務|契約上の) ..150 (譲渡|承継|担保|移転|継承|引き受け|質入) ..150 (ならない|できない|禁止|{consent_ja}|しない|なりません|ません|ものとする|してはなら)", "(第三者に譲渡|他に譲渡|第三者へ譲渡|第三者に対し譲渡) ..120 (ならない|できない|しない|ません|禁止)", "譲渡..担保..(供し|提供|設定|差し入れ)",
      },
      strong = { "assign this agreement", "assignment of this (agreement|contract)", "権利義務を..譲渡" },
      against = { "assign* .. (inventions|copyright*|patents|work product|trademark*) .. to (company|client|customer|licensor)", "(employees|personnel|representative*|consultants) .. assigned to", "譲渡所得" },
      decoys = { "successors and [permitted] assigns", "permitted assigns", "assigned to [perform|provide|the project]", "assigned [a|the] value", "assigned personnel", "legal representatives, successors and assigns" },
      terms = {
        consent = { type = "choice", better = { "prohibited", "prior-written", "prior", "free" }, values = {
          { is = "prior-written", "prior [express] written {consent}", "written {consent}", "{consent} .. in writing", "(事前|あらかじめ|予め)..{written_ja}", "{written_ja}による..{consent_ja}" },
          { is = "prior", "without .. {consent}", "(consent|consents|approval|approves|permission|authorization|authorisation)", "(事前|あらかじめ|予め)..{consent_ja}", "{consent_ja}" },
          { is = "prohibited", "{not_may} ..60 assign*", "not assignable", "non-assignable", "譲渡 ..90 (ならない|できない|禁止)" },
          { is = "free", "{may} [freely ]assign" } } },
      },
    },

    ["compelled-disclosure"] = {
      title = { en = "Disclosure required by law", ja = "法令による開示" },
      heading = { "(compelled|required|legal|legally|mandatory) disclosure*", "legally required disclosure*", "disclosure required by law", "法令に基づく開示", "法令による開示", "開示義務", "強制開示", "法的開示" },
      sure = {
        "({law_duty}) ... (notify|notice|notification|inform|advise) ", "(notify|notice|notification|inform|advise) ... ({law_duty})", "(prompt|prior|advance|immediate) [written] notice ... (protective order|contest|seek|disclos*)", "protective order", "disclos* ..60 (regulator*|regulatory authorit*|stock exchange|court|supervisory authorit*|governmental) ..30 (demand*|require*|request*|order*|compel*)", "(required|requested|compelled|obligated) ..90 (law|court|legal|regulation*|governmental|subpoena*|judicial|stock exchange|order) ..240 disclos*", "disclos* ..180 (required|compelled|requested|obligated|pursuant to|ordered) ..90 (law*|court|legal*|regulation*|governmental|subpoena*|judicial|order|stock exchange|authority|authorities)",
        "(法令|裁判所|行政機関|官公庁|政府機関|監督官庁|捜査機関|司法機関|法律|公的機関|官公署|規制当局|証券取引所|金融商品取引所|行政官庁) ..120 (開示|提出|提供) ..90 (求め|要求|命|義務|要請|必要|強制|請求|命令)", "(法令|裁判所|行政機関|官公庁|政府機関|監督官庁|法律|公的機関|官公署|規制当局) ..60 (により|に基づき|によって|の|から|より|に従い|による|から法令に基づき) ..60 (開示|提出)",
      },
      strong = { "{law_duty}", "法令に基づ", "法令により" },
      terms = {
        notice = { type = "flag", better = "yes", yes = {
          "(notify|notice|notification|inform|advise|notifies|informs|notifying|informing|advises|notified|informed|advised) ... ({law_duty}|required|compelled|requested|protective order|disclos*)", "({law_duty}|required|compelled|requested|disclos*) ... (notify|notice|notification|inform|advise|notifies|informs|notifying|informing|advises|notified|informed|advised)", "(notif*|notice|inform*|advis*)", "(通知|連絡|報告|知らせ)" },
          no = { "without (prior|any|the) notice", "no obligation to (notify|inform)", "without (notice|notifying)", "通知することなく", "通知を要し" } },
      },
    },

    ["third-party-disclosure"] = {
      title = { en = "Who may be told", ja = "開示できる相手" },
      heading = { "permitted (disclosure*|recipients)", "representatives", "disclosure to (representatives|employees|third parties|advisors)", "第三者への開示", "開示の範囲", "開示できる者", "開示の相手方" },
      sure = {
        "{telling} ..120 to ..150 {outsider} & ({confidential}|information|evaluation material|material*)", "{telling} ..120 to ..150 (affiliates|subsidiaries|third parties who|third parties with|parent) & ({confidential}|information) & (need*|who|purpose|bound|only)",
        "(share|shared|sharing) ..120 with ..90 ({outsider}|affiliates|subsidiaries) & ({confidential}|information)",
        "(need* to know|need-to-know|needs to have access|need access) ... {outsider}", "{outsider} ... (need* to know|need-to-know|who need|need access|require access)",
        "representatives ..60 (means|shall mean|include*|refers to) ... {outsider}", "(directors|officers|employees|affiliates)[,] ..60 {outsider} & (who|only|except|other than|may|permit*|agree*|informed|bound|need*|representatives) & (disclos*|know|access|provid*|furnish*|confidential*|representatives)",
        "(弁護士|公認会計士|税理士|アドバイザー|専門家|外部専門家|コンサルタント|関係会社|親会社|子会社|グループ会社|再委託先|委託先) ..150 (開示|提供)", "(開示|提供) ..150 (弁護士|公認会計士|税理士|アドバイザー|専門家|関係会社|親会社|子会社|グループ会社)",
      },
      strong = { "need* to know", "need-to-know", "知る必要[の|が]ある" },
      against = { "opinion of .. counsel", "advised by .. counsel", "advice of .. counsel", "refrain from .. disclos*", "{not_may} .. liab*", "without authori*" },
      terms = {
        ["third-parties"] = { type = "flag", better = "no", yes = {
          "{telling} ..120 to ..150 {outsider}", "(need* to know|need-to-know|needs to have access|need access) ... {outsider}", "{outsider} ... (need* to know|need-to-know|who|bound by)", "representatives ..60 (means|shall mean|include*|refers to) ... {outsider}", "(directors|officers|employees|affiliates)[,] ..60 {outsider}",
          "{telling} ..120 to ..150 (affiliates|third part*)", "(share|shared|sharing) ..120 with ..90 ({outsider}|affiliates|subsidiaries)", "弁護士", "会計士", "税理士", "アドバイザー", "専門家", "関係会社", "委託先" } },
      },
    },

    ["instructions"] = {
      title = { en = "Processing on instructions", ja = "指示に基づく取扱い" }, owes = "supplier",
      heading = { "instructions", "documented instructions", "processing instructions", "指示", "指示に基づく", "業務の指示", "指図", "指示事項" },
      sure = { "(documented|written) instructions", "(only|solely) ..60 (on|in accordance with|upon|pursuant to|under) ..60 instructions", "process .. instructions", "instructions of .. controller", "(甲|委託者|委託元|管理者|発注者)の[文書化された](指示|指図) ..60 (に基づ|に従|による|により|の範囲|を受け|のみ)", "指示(に基づ|に従)..(取り扱|取扱|処理)" },
      strong = { "instructions", "の指示に従" },
    },

    ["data-subject-requests"] = {
      title = { en = "Help with requests of data subjects", ja = "本人からの請求への協力" }, owes = "supplier",
      heading = { "data subject* [rights|requests]", "rights of data subjects", "assistance with data subject*", "本人からの請求", "開示等の請求", "開示等請求", "本人の権利", "本人対応", "苦情対応", "本人からの開示等の求め", "データ主体" },
      sure = { "data subject* ..90 (request*|rights|right)", "(request*|rights) ..90 data subject*", "access request*", "(本人|データ主体|個人)(から|より|の)..(開示|訂正|利用停止|削除|苦情|請求|求め|問合せ|権利|申出) ..150 (対応|協力|通知|報告|引き継|応じ|支援|連絡)", "(開示|訂正|利用停止)等の(請求|求め)" },
      weak = { "データ主体" },
    },

    ["authority-cooperation"] = {
      title = { en = "Cooperation with authorities", ja = "当局への協力" }, owes = "supplier",
      heading = { "(cooperation|co-operation) with (authorities|regulators|supervisory authorities)", "regulat* (cooperation|access|audit*|inspection*)", "supervisory authorit*", "regulatory cooperation", "当局への協力", "監督当局", "当局検査", "監督官庁への協力", "当局への対応", "個人情報保護委員会" },
      sure = { "(cooperat*|co-operat*|assist*) ..120 (supervisory|regulatory|competent|governmental|resolution) (authorit*|agenc*|bod*)", "(regulator*|supervisory authorit*|competent authorit*|resolution authorit*) ..150 (access|inspect*|audit*|request*|cooperat*|information)", "(監督官庁|監督当局|当局|金融庁|個人情報保護委員会|行政機関|所管官庁|規制当局|主務官庁) ..150 (検査|調査|報告徴収|立入|報告|要請|命令|照会) ..120 (協力|応じ|対応|従)", "(監督当局|監督官庁|当局|行政機関)に(協力|対する協力)" },
    },

    ["acceptable-use"] = {
      title = { en = "Acceptable use", ja = "利用上の遵守事項" },
      heading = { "acceptable use", "prohibited (use*|conduct|activities)", "use restrictions", "restrictions", "禁止事項", "禁止行為", "利用上の遵守事項", "遵守事項", "利用規約", "利用者の義務", "利用制限", "利用条件" },
      sure = { "acceptable use", "{not_may} .. (reverse engineer|decompile|disassemble)", "(use|access) .. (unlawful|illegal|harmful) .. (purpose*|activit*|manner)", "次の[各号の](行為|いずれかに該当する行為) ..90 (ならない|禁止|しない|行わない)", "(禁止行為|遵守事項|利用規程|利用規約)(を|に|は|として|の)" },
    },
  },
}
