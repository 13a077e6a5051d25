"""Further clauses of long agreements, in our own words: type, heading in Japanese and English, paragraphs in both.

They stand behind the clauses of the same type in clauses_ja.py and clauses_en.py, and promise nothing in numbers.
"""

MORE = [
    ("security-measures", "組織的安全管理措置", "Organisational measures", [
        "乙は、情報セキュリティに関する規程を整備し、責任者の役割及び権限を明確にし、規程の遵守状況を自ら点検してその記録を保存する。",
    ], [
        "The Supplier keeps written rules on information security, defines the tasks and powers of the persons in "
        "charge, checks for itself whether the rules are kept, and retains the records of those checks.",
    ]),
    ("security-measures", "人的安全管理措置", "Measures concerning staff", [
        "乙は、本業務に従事する従業者から秘密保持の誓約書を取得し、従業者が規程に違反した場合の措置を就業規則に定める。",
    ], [
        "The Supplier obtains a written pledge of confidentiality from all staff engaged in the Services and lays down "
        "in its work rules what follows from a breach of the rules.",
    ]),
    ("security-measures", "物理的安全管理措置", "Physical measures", [
        "乙は、秘密情報を取り扱う区域を明確にし、入退室を管理し、書類及び記録媒体を施錠できる場所に保管する。",
    ], [
        "The Supplier marks off the areas in which Confidential Information is handled, controls entry to them, and "
        "keeps papers and media under lock and key.",
    ]),
    ("security-measures", "技術的安全管理措置", "Technical measures", [
        "乙は、本業務に用いる端末及びサーバーにマルウェア対策ソフトウェアを導入し、不正な通信を遮断し、重要な操作の記録を改ざんから保護する。",
    ], [
        "The Supplier installs protection against malware on the devices and servers used for the Services, blocks "
        "unauthorised traffic, and guards the records of important operations against manipulation.",
    ]),
    ("security-measures", "開発環境の分離", "Separation of environments", [
        "乙は、開発環境、試験環境及び本番環境を分離し、試験に甲の実データを用いない。プログラムの変更は、変更した者以外の者が確認する。",
    ], [
        "The Supplier keeps development, test and production apart and uses no real data of the Customer in tests. "
        "Changes of programs are checked by a person other than the one who made them.",
    ]),
    ("access-control", "特権の管理", "Privileged access", [
        "乙は、管理者権限を付与する者を限定し、管理者権限による操作には多要素認証を用い、共用のアカウントを使用しない。",
    ], [
        "The Supplier limits the number of persons with administrative rights, requires a second factor for them, and "
        "uses no shared accounts.",
    ]),
    ("personal-data", "個人情報の取扱記録", "Records of processing", [
        "乙は、個人情報の取得、利用、保管及び消去の記録を作成し、取り扱う従業者の一覧とともに保存する。",
    ], [
        "The Supplier keeps records of the collection, use, storage and erasure of personal data together with a list "
        "of the staff who process it.",
    ]),
    ("personal-data", "目的を達した個人情報の消去", "Erasure of personal data", [
        "乙は、利用する必要がなくなった個人情報を、甲の指示に従い消去し、消去した個人情報の範囲及び方法を記録する。",
    ], [
        "The Supplier erases personal data that is no longer needed as the Customer instructs and records what was "
        "erased and how.",
    ]),
    ("acceptable-use", "在宅勤務時の遵守事項", "Remote work", [
        "乙は、従業者に在宅で本業務を行わせるときは、第三者が画面を見ることのできない場所で、乙が管理する端末を用いて行わせる。",
    ], [
        "Where staff perform the Services from home, they do so at a place where nobody else sees the screen and on "
        "devices that the Supplier manages.",
    ]),
    ("responsibility", "クラウドサービスの責任分界", "Responsibilities for cloud services", [
        "乙が第三者のクラウドサービスを用いるときは、当該サービスの提供者、乙及び甲の責任範囲を責任分界表に追記する。",
    ], [
        "Where the Supplier uses cloud services of third parties, the responsibility matrix is extended by the share "
        "of the provider, of the Supplier and of the Customer.",
    ]),
    ("contact-point", "連絡の記録", "Record of communication", [
        "本業務に関する連絡は、双方が参照でき、記録の残る手段により行う。口頭で行った連絡は、その要旨を記録する。",
    ], [
        "Communication on the Services takes place by means that both parties can look up and that keep a record. The "
        "substance of spoken communication is noted down.",
    ]),
    ("damages", "遅延損害金", "Late payment", [
        "本契約に基づく金銭債務の支払を怠った当事者は、支払期日の翌日から支払済みまで、法定利率による遅延損害金を支払う。",
    ], [
        "Interest at the statutory rate is due on late payments from the day after the due date until the day of "
        "payment.",
    ]),
    ("intellectual-property", "第三者の権利", "Rights of third parties", [
        "乙は、成果物が第三者の知的財産権を侵害しないことを保証し、第三者の権利物を用いるときは、利用条件を甲に示す。",
    ], [
        "The Supplier warrants that the results infringe no intellectual property rights of third parties and "
        "discloses the terms of third-party material that it uses.",
    ]),
    ("flow-down", "再委託先の監督", "Oversight down the chain", [
        "乙は、再委託先における情報の取扱状況を確認し、確認の結果を甲に報告する。再委託先の義務違反を知ったときは、是正させる。",
    ], [
        "The Supplier checks how those to whom it passes duties handle information, reports the result to the "
        "Customer, and has shortcomings corrected.",
    ]),
    ("termination", "解除の効果", "Effects of termination", [
        "本契約が終了したときも、終了前に生じた権利及び義務は消滅しない。乙は、終了時点までの業務の成果を甲に引き渡す。",
    ], [
        "The end of this Agreement does not affect rights and obligations that arose before it. The Supplier hands "
        "over what has been produced up to that time.",
    ]),
    ("change-notice", "変更の協議", "Consultation on changes", [
        "甲は、通知された変更が情報セキュリティを損なうおそれがあると認めるときは、乙に協議を求めることができる。乙は、協議が調うまで変更を実施しない。",
    ], [
        "If the Customer finds that an announced change may impair information security, it may ask for consultation. "
        "The Supplier does not carry out the change until the parties have agreed.",
    ]),
]
