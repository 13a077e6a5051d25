"""A supplier without any defect, under the policy `standard`, as of 2026-04-01."""

AS_OF = "2026-04-01"

KINDS = [  # category, kind, stage, asset class, access
    ("it-service", "company", "operation", "personal-data", "process"),
    ("it-service", "company", "operation", "customer-data", "admin"),
    ("cloud-service", "cloud", "operation", "customer-data", "store"),
    ("cloud-service", "cloud", "operation", "personal-data", "store"),
    ("call-centre", "company", "support", "personal-data", "process"),
    ("development", "company", "operation", "design-data", "process"),
    ("manufacturing", "company", "manufacturing", "design-data", "store"),
    ("logistics", "company", "logistics", "personal-data", "read"),
]
NAMES = {
    "ja": ("あおぞら", "いずみ", "うしお", "かえで", "きさらぎ", "さざなみ", "しののめ", "たかね", "つばき", "なぎさ"),
    "en": ("Alder", "Birch", "Cedar", "Damson", "Elder", "Fern", "Gorse", "Hazel", "Ivy", "Juniper"),
}
ENDINGS = {"ja": ("システム株式会社", "情報サービス株式会社", "工業株式会社", "ソリューションズ株式会社"),
           "en": (" Systems Ltd.", " Services Ltd.", " Industries Ltd.", " Solutions Ltd.")}

# Question, good answer, what supports it (ja, en).
ANSWERS = [
    ("security-policy", {"flag": "true"}, "情報セキュリティ基本方針 第4版", "Information security policy, 4th edition"),
    ("security-officer", {"flag": "true"}, "情報セキュリティ体制図", "Organisation chart for information security"),
    ("confidentiality-pledges", {"flag": "true"}, "誓約書の様式及び提出一覧", "Form of the pledge, list of signatures"),
    ("security-training", {"date": "2025-11-12"}, "教育実施記録 2025-11", "Training record 2025-11"),
    ("leaver-accounts", {"flag": "true"}, "アカウント削除記録 2025年度", "Account removal record 2025"),
    ("leaver-removal-time", {"duration": "P1D"}, "アカウント管理手順書", "Account management procedure"),
    ("access-review", {"date": "2026-01-30"}, "アクセス権棚卸し記録 2026-01", "Access review 2026-01"),
    ("password-policy", {"flag": "true"}, "認証管理規程", "Authentication policy"),
    ("multi-factor", {"flag": "true"}, "認証管理規程", "Authentication policy"),
    ("logging", {"flag": "true"}, "ログ管理手順書", "Logging procedure"),
    ("malware-protection", {"flag": "true"}, "端末管理台帳", "Device register"),
    ("patching", {"flag": "true"}, "脆弱性管理手順書", "Vulnerability procedure"),
    ("encryption", {"flag": "true"}, "暗号利用基準", "Cryptography standard"),
    ("backup", {"flag": "true"}, "バックアップ運用手順書", "Backup procedure"),
    ("backup-frequency", {"interval": "P1D"}, "バックアップ運用手順書", "Backup procedure"),
    ("restore-test", {"date": "2025-12-05"}, "復元テスト報告書 2025-12", "Restore test report 2025-12"),
    ("secure-development", {"flag": "true"}, "開発標準", "Development standard"),
    ("part-authenticity", {"flag": "true"}, "受入検査基準", "Acceptance inspection standard"),
    ("physical-security", {"flag": "true"}, "入退室管理規程", "Entry control rules"),
    ("removable-media", {"flag": "true"}, "記録媒体管理規程", "Media rules"),
    ("incident-procedure", {"flag": "true"}, "事故対応手順書", "Incident procedure"),
    ("incident-report-time", {"duration": "PT12H"}, "事故対応手順書", "Incident procedure"),
    ("continuity-exercise", {"date": "2025-09-18"}, "事業継続訓練報告書 2025", "Continuity exercise report 2025"),
    ("scope-agreed", {"flag": "true"}, "別紙1の確認書", "Confirmation of Schedule 1"),
    ("responsibility-agreed", {"flag": "true"}, "責任分界表", "Responsibility matrix"),
    ("handles-personal-data", {"flag": "false"}, "情報資産台帳", "Asset register"),
    ("uses-subcontractors", {"flag": "true"}, "再委託先一覧", "List of subcontractors"),
    ("on-site-audit", {"flag": "true"}, "監査受入手順書", "Audit procedure"),
    ("communication-log", {"flag": "true"}, "共有チャネルの運用ルール", "Rules for the shared channel"),
    # Further questions that no rule of the pack asks for.
    ("visitor-records", {"flag": "true"}, "来訪者記録簿", "Visitor book"),
    ("clear-desk", {"flag": "true"}, "執務室利用規程", "Office rules"),
    ("remote-work-rules", {"flag": "true"}, "在宅勤務規程", "Remote work rules"),
    ("device-encryption", {"flag": "true"}, "端末管理台帳", "Device register"),
    ("network-separation", {"flag": "true"}, "ネットワーク構成図", "Network diagram"),
    ("log-retention", {"duration": "P1Y"}, "ログ管理手順書", "Logging procedure"),
    ("vulnerability-scan", {"date": "2025-10-20"}, "脆弱性診断報告書", "Vulnerability scan report"),
    ("internal-audit", {"date": "2025-07-08"}, "内部監査報告書 2025", "Internal audit report 2025"),
    ("management-review", {"date": "2025-08-21"}, "マネジメントレビュー議事録", "Minutes of the management review"),
    ("data-disposal", {"flag": "true"}, "廃棄証明書の様式", "Form of the destruction certificate"),
    ("staff-with-access", {"count": "14"}, "アクセス権一覧", "List of access rights"),
]
REMARKS = {"ja": "詳細は証跡のとおりです。", "en": "Details are in the evidence."}
ON_SITE = {"visitor-records", "clear-desk"}
MONTH_ENDS = ("2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31",
              "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31")
UPTIME = ("99.97", "99.96", "99.98", "99.95", "99.99", "99.97", "99.98", "99.96", "99.97", "99.95", "99.98", "99.97")


class Supplier:
    """Everything that is written about one supplier, and the findings that follow from its defects."""

    def __init__(self, number, random):
        self.language = random.choice(("ja", "en"))
        category, kind, stage, asset, access = random.choice(KINDS)
        self.tier = random.choice(("critical", "important", "standard", "standard"))
        self.profile = {
            "id": f"s{number:07d}", "name": random.choice(NAMES[self.language]) + random.choice(ENDINGS[self.language]),
            "tier": self.tier, "kind": kind, "country": "JP" if self.language == "ja" else random.choice(("JP", "GB")),
            "category": category, "stage": stage, "contact": f"security@s{number:07d}.example", "engaged": "2025-04-01"}
        self.asset, self.category = asset, category
        self.personal = asset == "personal-data"
        self.assets = [{"class": asset, "name": asset, "access": access, "persons": random.randrange(100, 100000)
                        if self.personal else None},
                       {"class": "system-access", "name": "shared-folders", "access": "process"}]
        self.certificates = [
            {"standard": "ISO/IEC 27001", "number": f"IS {700000 + number}", "issuer": "Example Certification",
             "expires": random.choice(("2027-02-28", "2027-09-30", "2028-01-31"))},
            {"standard": "PrivacyMark", "number": str(10900000 + number), "expires": "2027-05-31"}]
        self.subcontractors = [
            {"id": "sub-1", "name": "Kaede Monitoring Co., Ltd.", "country": "JP", "task": "monitoring at night",
             "approved": "2025-03-20", "personal-data": "false"},
            {"id": "sub-2", "name": "Sumire Printing Co., Ltd.", "country": "JP", "task": "printing",
             "approved": "2025-03-20", "personal-data": "false"}]
        self.risks = [{"scenario": scenario, "impact": impact, "likelihood": random.randrange(1, 4),
                       "assessed": "2026-01-20", "assessor": "risk office"}
                      for scenario, impact in (("leak", 4), ("outage", 3), ("counterfeit", 3), ("dependency", 2))]
        self.contract = {"id": "c1", "kind": "services", "title": "業務委託契約書" if self.language == "ja" else
                         "Services Agreement", "status": "executed", "language": self.language,
                         "effective": "2025-04-01", "expires": random.choice(("2027-03-31", "2027-06-30", "2028-03-31"))}
        self.clauses, self.left_out = {}, set()
        self.response = {"id": "r1", "questionnaire": "security-2026", "respondent": "information security",
                         "date": "2026-02-10"}
        remark = REMARKS[self.language]
        self.answers = {q: ({**good, "words": remark}, [self.evidence(q, ja, en)]) for q, good, ja, en in ANSWERS}
        if self.personal:
            self.answers["handles-personal-data"][0]["flag"] = "true"
        self.audits = [({"id": "audit-2025", "method": "on-site", "scope": "performance of the agreement",
                         "auditor": "internal audit", "planned": "2025-10-15", "performed": "2025-10-15"},
                        [({"id": "n1", "grade": "minor", "due": "2025-12-15", "closed": "2025-12-01"},
                          "Some entries were missing in the visitor book.")]),
                       ({"id": "audit-2026", "method": "on-site", "scope": "performance of the agreement",
                         "planned": "2026-10-14"}, [])]
        self.log = {"from": "2025-04-01", "to": "2026-03-31"}
        self.incidents = [({"id": "i1", "severity": "low", "detected": "2025-08-07T13:45+09:00",
                            "reported": "2025-08-07T15:10+09:00", "channel": "phone"},
                           "A message went to a wrong address and was withdrawn unread.")]
        self.measures = [{"name": "uptime", "from": end[:8] + "01", "to": end, "percent": percent}
                         for end, percent in zip(MONTH_ENDS, UPTIME)]
        self.measures += [{"name": name, "from": end[:8] + "01", "to": end, "duration": duration} for name, duration in
                          (("response-time", "PT1H"), ("recovery-time", "PT4H"), ("patch-time", "P5D"))
                          for end in MONTH_ENDS]
        self.reviews = ["2025-04-22", "2025-07-22", "2025-10-21", "2026-01-20"]
        self.expected = []

    def evidence(self, question, ja, en):
        return {"kind": "on-site" if question in ON_SITE else "document", "date": "2026-01-30",
                "received": "2026-02-10", "reference": ja if self.language == "ja" else en}

    @property
    def watched(self):
        """True for the tiers from which more is asked."""
        return self.tier in ("critical", "important")

    @property
    def service(self):
        return self.category in ("it-service", "cloud-service", "call-centre")

    @property
    def technical(self):
        return self.category in ("it-service", "cloud-service", "development")
