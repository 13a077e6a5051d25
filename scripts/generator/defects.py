"""Defects that are planted in a generated supplier, each with the findings that follow from it.

A defect is a function of the supplier, the clause library and a random source. It changes the supplier and returns the
findings as (rule, message), or None when it does not concern this supplier. `touches` names what the findings depend
on: two defects that touch the same thing are never planted together. "clause:*" touches every clause.
"""

DEFECTS = []


def defect(*touches):
    def register(function):
        DEFECTS.append((touches, function))
        return function
    return register


# ---- clauses that are left out ----

ALWAYS = {"service-scope": "service-scope", "confidentiality": "confidentiality", "penalty": "penalty",
          "purpose-limitation": "purpose-limitation", "copying-ban": "copying-ban", "flow-down": "flow-down",
          "security-measures": "security-measures", "access-control": "access-control", "damages": "damages",
          "change-notice": "change-notice", "termination": "termination", "survival": "survival",
          "governing-law": "governing-law", "jurisdiction": "jurisdiction", "contact-point": "contact-point",
          "responsibility": "responsibility-split", "incident-report": "incident-report-within",
          "subcontracting": "subcontracting-consent", "audit-right": "audit-right", "training": "training",
          "return-destroy": "return-destroy", "backup": "backup-frequency", "acceptable-use": "acceptable-use"}
ALSO = {"indemnity": ("indemnity", lambda s: s.watched), "insurance": ("insurance", lambda s: s.watched),
        "security-standard": ("security-standard", lambda s: s.watched),
        "continuity": ("continuity", lambda s: s.watched),
        "security-report": ("security-report", lambda s: s.watched),
        "review-meeting": ("review-meeting", lambda s: s.watched),
        "personal-data": ("personal-data-clause", lambda s: s.personal),
        "data-location": ("data-location", lambda s: s.personal or s.profile["kind"] == "cloud"),
        "anti-social-forces": ("anti-social-forces", lambda s: s.profile["country"] == "JP"),
        "post-termination": ("exit-support", lambda s: s.profile["kind"] == "cloud" or s.tier == "critical"),
        "service-level": ("service-level", lambda s: s.service), "vulnerability": ("patching", lambda s: s.technical),
        "intellectual-property": ("intellectual-property", lambda s: s.asset == "design-data")}


def leave_out(kind, rule, concerns):
    @defect("clause:" + kind)
    def left_out(s, library, random):
        if not concerns(s):
            return None
        s.left_out.add(kind)
        return [(rule, "missing")]


for _kind, _rule in ALWAYS.items():
    leave_out(_kind, _rule, lambda s: True)
for _kind, (_rule, _concerns) in ALSO.items():
    leave_out(_kind, _rule, _concerns)


# ---- clauses that promise too little ----

def weaken(kind, concerns, findings, ja, en, terms, *touches):
    """Replaces words of a clause in either language, and declared terms with them."""
    @defect("clause:" + kind, *touches)
    def weakened(s, library, random):
        if not concerns(s):
            return None
        position = library.first(kind)
        s.clauses[position] = library.changed(position, ja if s.language == "ja" else en, terms)
        return findings(s) if callable(findings) else findings


def everyone(s):
    return True


weaken("incident-report", everyone, [("incident-report-within", "late")], [("24時間以内", "72時間以内")],
       [("within 24 hours", "within 72 hours")], {"report-within": "PT72H"})
weaken("incident-report", everyone, [("incident-report-within", "vague")], [("知った時から24時間以内に", "速やかに"), ("5営業日以内に書面により", "書面により")],
       [("reports this to the", "promptly reports this to the"), (" within 24 hours of becoming aware", ""),
        (" within five business days", "")],
       {"report-within": None})
weaken("incident-report", everyone, [("declared-contradiction", "differs")], [("24時間以内", "72時間以内")],
       [("within 24 hours", "within 72 hours")], {})
weaken("access-control", everyone, [("leaver-removal", "late")], [("1日以内", "14日以内")],
       [("one (1) day", "fourteen (14) days")], {"leaver-removal": "P14D"})
weaken("return-destroy", everyone, [("return-destroy", "late")], [("30日以内", "90日以内")],
       [("within 30 days", "within 90 days")], {"within": "P90D"})
weaken("service-level", lambda s: s.service, [("sla-response", "late")], [("2時間以内に初動", "48時間以内に初動")],
       [("two (2) hours", "forty-eight (48) hours")], {"response-within": "PT48H"})
weaken("service-level", lambda s: s.service, [("sla-resolution", "late")], [("8時間以内", "7日以内")],
       [("eight (8) hours", "seven (7) days")], {"resolve-within": "P7D"})
weaken("service-level", lambda s: s.service, [("sla-uptime", "low")], [("99.9%", "98.5%")], [("99.9%", "98.5%")],
       {"uptime": "98.5"})
weaken("vulnerability", lambda s: s.technical, [("patching", "late")], [("7日以内", "60日以内")],
       [("seven (7) days", "sixty (60) days")], {"patch-within": "P60D"})
weaken("backup", everyone, [("backup-frequency", "seldom")], [("1日1回", "月1回")], [("once a day", "once a month")],
       {"frequency": "P1M"})
weaken("training", everyone, [("training", "seldom")], [("年1回以上", "2年に1回")],
       [("at least once a year", "once every two years")], {"frequency": "P2Y"})
weaken("security-report", lambda s: s.watched, [("security-report", "seldom")], [("毎月1回、翌月10日までに", "年1回")],
       [("once a month, by the tenth day of the following month", "once a year")], {"frequency": "P1Y"})
weaken("liability-cap", everyone, [("liability-cap", "low")], [("金1億円", "金500万円")],
       [("JPY 100,000,000", "JPY 5,000,000")], {"cap": "5000000"})
weaken("insurance", lambda s: s.watched, [("insurance", "low")], [("1億円以上", "1,000万円以上")],
       [("JPY 100,000,000", "JPY 10,000,000")], {"cover": "10000000"})
weaken("insurance", everyone, [("unfilled-blanks", "blank")], [("保険金額1億円", "保険金額____円")],
       [("JPY 100,000,000", "JPY ____")], {"cover": None})
weaken("continuity", lambda s: s.watched, [("continuity", "late")], [("目標復旧時間を24時間", "目標復旧時間を30日")],
       [("recovery time objective of 24 hours", "recovery time objective of 30 days")], {"rto": "P30D"})
weaken("confidentiality", everyone, [("confidentiality-survival", "short")], [("5年間", "1年間")],
       [("five (5) years", "one (1) year")], {"survival": "P1Y"})
weaken("return-destroy", everyone, [("destruction-certificate", "none")],
       [("廃棄の日、方法及び責任者を記載した廃棄証明書を甲に提出する", "その旨を甲に連絡する")],
       [("provides a certificate of destruction that states the date, the method and the person in charge",
         "informs the Customer")], {"certificate": None})
weaken("subcontracting", everyone, [("subcontracting-consent", "free")],
       [("甲の事前の書面による承諾を得なければ、", ""), ("再委託してはならない", "再委託することができる"),
        ("承諾を求めるときは、", "")],
       [("shall not subcontract all or part of the Services without the Customer's prior written consent",
         "may freely subcontract all or part of the Services"), ("When asking for consent the", "The")],
       {"consent": "free"})
weaken("audit-right", everyone,
       lambda s: ([("audit-on-site", "refused")] if s.watched else []) + [("answer-on-site", "offered")],
       [("書類の閲覧及び乙の事業所への立入りを含む実地監査により行い", "書類の閲覧により行い（実地監査は行わない。）")],
       [("the inspection of documents and on-site audits at the Supplier's premises, on 14 days' notice",
         "the inspection of documents on 14 days' notice; no on-site audits take place")], {"on-site": "false"}, "answer:on-site-audit")


# ---- dates of the contract and certificates ----

def ends(day, message):
    @defect("term")
    def ending(s, library, random):
        s.contract["expires"] = day
        return [("contract-expiry", message)]


ends("2026-04-18", "imminent")
ends("2026-05-20", "near")
ends("2026-06-25", "early")


@defect("term", "clause:*")
def expired(s, library, random):
    s.contract["expires"] = "2026-02-28"
    return [("contract-in-force", "expired")]


@defect("term")
def renews(s, library, random):
    s.contract.update({"expires": "2026-05-31", "renews": "true", "notice": "P90D"})
    return [("contract-renewal", "missed")]


@defect("engaged")
def early(s, library, random):
    s.profile["engaged"] = "2025-02-01"
    return [("engaged-before-contract", "early")]


def certificate(day, message):
    @defect("certificates")
    def dated(s, library, random):
        s.certificates[0]["expires"] = day
        return [("certificate-expiry", message)]


certificate("2026-03-31", "expired")
certificate("2026-04-20", "imminent")
certificate("2026-06-20", "early")


@defect("certificates")
def uncertified(s, library, random):
    if not s.watched:
        return None
    del s.certificates[0]
    return [("isms-certificate", "missing")]


@defect("certificates")
def no_privacy_mark(s, library, random):
    if not s.personal or s.profile["country"] != "JP":
        return None
    del s.certificates[1]
    return [("privacy-certificate", "missing")]


# ---- risk, assets, subcontractors ----

@defect("risks")
def stale_risk(s, library, random):
    for risk in s.risks:
        risk["assessed"] = "2024-11-05"
    return [("risk-assessment", "stale")]


@defect("risks", "audits")
def great_risk(s, library, random):
    s.risks[0].update({"impact": 5, "likelihood": 4})
    s.audits[0][0]["method"] = "paper"
    return [("risk-appetite", "unaudited")] + ([("audit-method", "paper")] if s.tier == "critical" else [])


@defect("subcontractors")
def unapproved(s, library, random):
    del s.subcontractors[1]["approved"]
    return [("subcontractor-approval", "unapproved")]


@defect("subcontractors")
def deep_chain(s, library, random):
    third = {"id": "sub-5", "name": "Third Tier Ltd.", "country": "JP", "approved": "2025-03-20"}
    second = {"id": "sub-4", "name": "Second Tier Ltd.", "country": "JP", "approved": "2025-03-20", "below": [third]}
    s.subcontractors[0]["below"] = [second]
    return [("subcontractor-depth", "deep")]


@defect("subcontractors")
def unknown_country(s, library, random):
    del s.subcontractors[0]["country"]
    return [("subcontractor-country", "unknown")]


@defect("answer:uses-subcontractors")
def hidden(s, library, random):
    s.answers["uses-subcontractors"][0]["flag"] = "false"
    return [("answer-subcontractors", "hidden")]


# ---- answers ----

YES_OR_NO = {"security-policy": "security-policy", "security-officer": "security-officer", "logging": "logging",
             "confidentiality-pledges": "confidentiality-pledges", "leaver-accounts": "leaver-accounts",
             "password-policy": "password-policy", "multi-factor": "multi-factor", "encryption": "encryption",
             "malware-protection": "malware-protection", "patching": "patching-practice", "backup": "backup-practice",
             "physical-security": "physical-security", "removable-media": "removable-media",
             "incident-procedure": "incident-procedure", "communication-log": "communication-log"}


REQUIRED = set(YES_OR_NO) - {"communication-log"}


def control(question, rule):
    @defect("answer:" + question)
    def answered_no(s, library, random):
        s.answers[question][0]["flag"] = "false"
        return [(rule, "no")]

    @defect("answer:" + question)
    def left_unanswered(s, library, random):
        if question not in REQUIRED:
            return None
        del s.answers[question]
        return [("response-complete", "unanswered")]

    @defect("answer:" + question)
    def declared_only(s, library, random):
        s.answers[question][1][0]["kind"] = "self-declared"
        return [(rule, "unverified")]

    @defect("answer:" + question)
    def in_words(s, library, random):
        s.answers[question] = ({"words": "partly, from next year on"}, s.answers[question][1])
        return [(rule, "unclear")]


for _question, _rule in YES_OR_NO.items():
    control(_question, _rule)


def dated(question, rule, day):
    @defect("answer:" + question)
    def long_ago(s, library, random):
        s.answers[question][0]["date"] = day
        return [(rule, "stale")]


dated("restore-test", "restore-test", "2025-02-25")
dated("access-review", "access-review", "2024-12-20")
dated("security-training", "security-training", "2025-01-15")


def slower(question, kind, field, value, rule):
    @defect("answer:" + question, "clause:" + kind)
    def differs(s, library, random):
        s.answers[question][0][field] = value
        return [(rule, "differs")]


slower("incident-report-time", "incident-report", "duration", "PT72H", "answer-incident-report")
slower("leaver-removal-time", "access-control", "duration", "P14D", "answer-leaver-removal")
slower("backup-frequency", "backup", "interval", "P7D", "answer-backup")


@defect("answer:on-site-audit", "clause:audit-right")
def refuses_audits(s, library, random):
    s.answers["on-site-audit"][0]["flag"] = "false"
    return [("answer-on-site", "refused")]


@defect("answer:handles-personal-data")
def other_scope(s, library, random):
    flag = s.answers["handles-personal-data"][0]
    flag["flag"] = "false" if s.personal else "true"
    return [("answer-scope", "personal" if s.personal else "unregistered")]


@defect("answer:responsibility-agreed")
def unsettled(s, library, random):
    s.answers["responsibility-agreed"][0]["flag"] = "false"
    return [("answer-scope", "responsibility")]


@defect("answer:date")
def stale_response(s, library, random):
    s.response["date"] = "2025-02-10"
    return [("response-fresh", "stale")]


@defect("answer:*")
def silent(s, library, random):
    s.answers = None
    found = [("response-exists", "missing")]
    return found + ([("counterfeit-risk", "unanswered")] if s.category == "manufacturing" else [])


@defect("answer:logging")
def evidence_lost(s, library, random):
    s.answers["logging"][1][0]["file"] = "evidence/log-sample.csv"
    return [("evidence-intact", "missing")]


# ---- audits, incidents, service ----

@defect("audits", "engaged", "clause:audit-right")
def never_audited(s, library, random):
    s.contract["effective"] = s.profile["engaged"] = "2023-04-01"
    del s.audits[0]
    return [("audit-performed", "never")]


@defect("audits", "clause:audit-right")
def audit_overdue(s, library, random):
    s.audits[0][0].update({"planned": "2024-10-15", "performed": "2024-10-15"})
    return [("audit-performed", "overdue")]


@defect("plan")
def unplanned(s, library, random):
    if not s.watched:
        return None
    del s.audits[-1]
    return [("audit-plan", "none")]


@defect("plan")
def plan_missed(s, library, random):
    if not s.watched:
        return None
    s.audits[-1][0]["planned"] = "2026-02-10"
    return [("audit-plan", "missed")]


@defect("audits")
def not_corrected(s, library, random):
    del s.audits[0][1][0][0]["closed"]
    return [("audit-follow-up", "overdue")]


@defect("incidents")
def reported_late(s, library, random):
    s.incidents[0][0]["reported"] = "2025-08-10T10:00+09:00"
    return [("incident-reported", "late")]


@defect("incidents")
def not_reported(s, library, random):
    del s.incidents[0][0]["reported"]
    return [("incident-reported", "unreported")]


@defect("incidents")
def no_channel(s, library, random):
    del s.incidents[0][0]["channel"]
    return [("incident-channel-used", "none")]


@defect("incidents")
def old_log(s, library, random):
    if not s.watched:
        return None
    s.log["to"] = "2025-08-31"
    return [("incident-log-kept", "old")]


@defect("service", "clause:service-level")
def down(s, library, random):
    s.measures[4]["percent"] = "97.2"
    return [("uptime-achieved", "missed")]


@defect("service", "clause:service-level")
def falling(s, library, random):
    for measure, percent in zip(s.measures[9:12], ("99.99", "99.96", "99.93")):
        measure["percent"] = percent
    return [("uptime-trend", "falling")]


@defect("service", "clause:service-level")
def slow(s, library, random):
    s.measures[12]["duration"] = "PT9H"
    return [("response-achieved", "missed")]


@defect("clause:review-meeting")
def quarter_missed(s, library, random):
    s.reviews.remove("2025-10-21")
    return [("review-held", "gap")]


def clash(touches, touched):
    """True if two defects would depend on the same thing."""
    for a in touches:
        for b in touched:
            group = a.split(":")[0] + ":*"
            if a == b or (group in (a, b) and b.startswith(group[:-1])):
                return True
    return False


def plant(s, library, random, most=6):
    """Plants up to `most` defects that do not touch one another; a third of the suppliers stays clean."""
    if random.random() < 0.34:
        return
    touched, wanted = set(), random.randrange(1, most + 1)
    for _ in range(wanted * 4):
        touches, function = DEFECTS[random.randrange(len(DEFECTS))]
        if clash(touches, touched):
            continue
        found = function(s, library, random)
        if found is None:
            continue
        touched.update(touches)
        s.expected += found
        wanted -= 1
        if not wanted:
            break
