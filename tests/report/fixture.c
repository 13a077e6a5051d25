/* The rich result: a developer of a membership system, judged on 31 March 2026. */
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEXT(s) {.type = VALUE_TEXT, .as.text = {s, sizeof(s) - 1}}
#define HOURS(n) {.type = VALUE_DURATION, .as.duration = {.seconds = (n) * 3600}}
#define MONTHS(t, n) {.type = t, .as.duration = {.months = n}}
#define PERCENT(n) {.type = VALUE_PERCENT, .as.number = n}
#define WHOLE(n) {.type = VALUE_COUNT, .as.count = n}
#define DATE(n) {.type = VALUE_DATE, .as.date = n}
#define FLAG(b) {.type = VALUE_BOOL, .as.flag = b}
#define AMOUNT(n) {.type = VALUE_AMOUNT, .as.amount = {(n) * FIXED_ONE, "JPY"}}

enum { AS_OF = 20543 /* 2026-03-31 */, YEAR = 365 };

static const char *const a520[] = {"ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.24"};
static const char *const a521[] = {"ISO/IEC 27001:2022 A.5.21"};
static const char *const a522[] = {"ISO/IEC 27001:2022 A.5.22"};
static const char *const a519[] = {"ISO/IEC 27001:2022 A.5.19"};

static const struct param_info hours_param[] = {
    {"hours", VALUE_COUNT, WHOLE(24), {"Longest time until the first report", "第一報までの最長時間"}}};
static const struct param_info days_param[] = {{"days", VALUE_COUNT, WHOLE(365), {NULL, NULL}}};
static const struct param_info uptime_param[] = {{"percent", VALUE_PERCENT, PERCENT(999000), {NULL, NULL}}};
static const struct param_info cap_param[] = {{"least", VALUE_AMOUNT, AMOUNT(100000000), {NULL, NULL}}};

#define RULE(ident, g, en, ja, refs, ps)                                                                               \
    {.id = ident, .pack = "iso27001", .pack_version = "1.0.0", .grade = g, .title = {en, ja},                          \
     .control_count = COUNT(refs), .controls = refs, .param_count = COUNT(ps), .params = ps}
#define PLAIN_RULE(ident, g, en, ja, refs)                                                                             \
    {.id = ident, .pack = "iso27001", .pack_version = "1.0.0", .grade = g, .title = {en, ja},                          \
     .control_count = COUNT(refs), .controls = refs}

enum rule_number {
    R_AUDIT, R_CAP, R_CERTIFICATE, R_COPYING, R_TRANSFER, R_INCIDENT, R_NDA, R_PRACTICE, R_RESTORE, R_RISK, R_SCOPE,
    R_SUBCONTRACT, R_UPTIME, R_COUNT
};

static const struct rule_info rules[R_COUNT] = {
    [R_AUDIT] = PLAIN_RULE("audit-right", GRADE_MAJOR, "The customer may audit the supplier",
                           "委託元は委託先を監査できる", a522),
    [R_CAP] = RULE("liability-cap", GRADE_MINOR, "The liability cap is at least {least}",
                   "損害賠償の上限は{least}以上である", a520, cap_param),
    [R_CERTIFICATE] = PLAIN_RULE("certificate-expiry", GRADE_MINOR, "Certificates are valid",
                                 "認証が有効期間内である", a519),
    [R_COPYING] = PLAIN_RULE("copying-ban", GRADE_MAJOR, "Copying without consent is forbidden",
                             "承諾のない複製を禁止している", a520),
    [R_TRANSFER] = PLAIN_RULE("cross-border-transfer", GRADE_MAJOR, "Transfers abroad rest on a recognised mechanism",
                              "越境移転は認められた根拠に基づく", a521),
    [R_INCIDENT] = RULE("incident-report-within", GRADE_MAJOR, "Incidents are reported within {hours} hours",
                        "事故は{hours}時間以内に報告される", a520, hours_param),
    [R_NDA] = PLAIN_RULE("nda-present", GRADE_MAJOR, "Confidentiality is agreed", "秘密保持を取り決めている", a520),
    [R_PRACTICE] = PLAIN_RULE("scope-agrees", GRADE_MINOR, "Contract and answers describe the same scope",
                              "契約書と回答の業務範囲が一致している", a519),
    [R_RESTORE] = RULE("restore-test", GRADE_MINOR, "A restore test was made within {days} days",
                       "{days}日以内に復元試験を実施している", a522, days_param),
    [R_RISK] = RULE("risk-assessed", GRADE_OBSERVATION, "The risk was assessed within {days} days",
                    "{days}日以内にリスク評価を行っている", a519, days_param),
    [R_SCOPE] = PLAIN_RULE("service-scope", GRADE_MAJOR, "Purpose and scope are agreed",
                           "目的と業務範囲を取り決めている", a520),
    [R_SUBCONTRACT] = PLAIN_RULE("subcontracting-consent", GRADE_MAJOR,
                                 "Subcontracting needs prior written consent",
                                 "再委託には事前の書面による承諾を要する", a521),
    [R_UPTIME] = RULE("sla-uptime", GRADE_MINOR, "Uptime is at least {percent}", "稼働率は{percent}以上である", a522,
                      uptime_param),
};

/* ---- places: initializers, which a constant of C cannot be ---- */

#define AT(d, n, para, c, h, w, own, q)                                                                               \
    {.document = d, .line = n, .paragraph = para, .clause = c, .heading = h, .what = w, .name = own, .quote = q}
#define TYPED(t, d, n, para, c, h, w, own, q)                                                                         \
    {.document = d, .line = n, .paragraph = para, .clause = c, .heading = h, .type = t, .what = w, .name = own, .quote = q}

#define MASTER "契約/業務委託基本契約書.docx"
#define ANSWERS "questionnaire-2026.xml"

#define INCIDENT_PLACE TYPED("incident-report", MASTER, 48, true, "第12条", "事故報告", "clause", NULL, \
    "乙は、本業務に関し情報の漏えい、滅失又は毀損が生じたときは、その事実を知った時から72時間以内に甲に報告するものとする。")
#define VAGUE_PLACE AT(MASTER, 41, true, "第9条", "再委託", "clause", NULL, \
    "乙は、必要に応じて甲の了解を得たうえで、本業務の一部を第三者に再委託することができる。")
#define SCOPE_PLACE AT(MASTER, 12, true, "第2条", "業務の範囲", "clause", NULL, "乙は、甲の会員管理システムの設計及び開発を行う。")
static const struct place answer_place = AT(
    ANSWERS, 37, false, NULL, NULL, "answer", "scope-of-work", "会員管理システムの開発及び本番環境の運用・保守");
#define CERTIFICATE_PLACE AT("supplier.xml", 14, false, NULL, NULL, "certificate", "ISO/IEC 27001", NULL)
#define AUDIT_PLACE AT(MASTER, 60, true, "第15条", "監査", "clause", NULL, \
                                         "甲は、乙に対し、書面による報告を求めることができる。")
#define RISK_PLACE AT("supplier.xml", 22, false, NULL, NULL, "risk", "leak", NULL)

/* ---- judgements ---- */

static const struct argument hours_12[] = {{"hours", WHOLE(12)}}, days_365[] = {{"days", WHOLE(365)}},
                             percent_999[] = {{"percent", PERCENT(999000)}}, cap_100m[] = {{"least", AMOUNT(100000000)}};

static const struct evidence_item nda_evidence[] = {
    {AT(MASTER, 30, true, "第7条", "秘密保持", "clause", NULL, "本契約終了後3年間"), "survival", MONTHS(VALUE_DURATION, 36), false},
    {AT(MASTER, 30, true, "第7条", "秘密保持", "clause", NULL, NULL), NULL, {.type = VALUE_NONE}, true}};
static const struct evidence_item copying_evidence[] = {
    {AT(MASTER, 34, true, "第8条", "複製の禁止", "clause", NULL, NULL), NULL, {.type = VALUE_NONE}, true}};
static const struct evidence_item uptime_evidence[] = {
    {AT("sla.xml", 19, false, "4.1", "Availability", "clause", NULL, "99.95 % in each calendar month"), "uptime",
     PERCENT(999500), true},
    {AT("service-2025.xml", 8, false, NULL, NULL, "measure", "uptime", NULL), "percent", PERCENT(999800), true},
    {AT("supplier.xml", 3, false, NULL, NULL, "supplier", NULL, NULL), "tier", TEXT("critical"), true}};
static const struct evidence_item incident_evidence[] = {
    {AT(MASTER, 48, true, "第12条", "事故報告", "clause", NULL, "72時間以内"), "report-within", HOURS(72), false}};
static const struct evidence_item cap_evidence[] = {
    {AT(MASTER, 66, true, "第17条", "損害賠償", "clause", NULL, "金1億円を上限とする"), "cap", AMOUNT(100000000), false}};

#define JUDGED(r, o, first, count) .rule = &rules[r], .outcome = o, .finding_count = count, .first_finding = first
#define ARGS(a) .argument_count = COUNT(a), .parameters = a
#define SHOWN(e) .evidence_count = COUNT(e), .evidence = e

static const struct judgement judgements[] = {
    {JUDGED(R_AUDIT, OUTCOME_WAIVED, 7, 1)},
    {JUDGED(R_CAP, OUTCOME_PASS, 0, 0), ARGS(cap_100m), SHOWN(cap_evidence)},
    {JUDGED(R_CERTIFICATE, OUTCOME_FAIL, 3, 1)},
    {JUDGED(R_COPYING, OUTCOME_PASS, 0, 0), SHOWN(copying_evidence)},
    {JUDGED(R_TRANSFER, OUTCOME_NOT_APPLICABLE, 0, 0),
     .reason = {"Nothing is processed outside Japan.", "日本国外での取扱いがありません。"}},
    {JUDGED(R_INCIDENT, OUTCOME_FAIL, 0, 1), ARGS(hours_12), SHOWN(incident_evidence)},
    {JUDGED(R_NDA, OUTCOME_PASS, 0, 0), SHOWN(nda_evidence)},
    {JUDGED(R_PRACTICE, OUTCOME_FAIL, 2, 1)},
    {JUDGED(R_RESTORE, OUTCOME_INDETERMINATE, 5, 1), ARGS(days_365)},
    {JUDGED(R_RISK, OUTCOME_FAIL, 4, 1), ARGS(days_365)},
    {JUDGED(R_SCOPE, OUTCOME_ERROR, 6, 1)},
    {JUDGED(R_SUBCONTRACT, OUTCOME_FAIL, 1, 1)},
    {JUDGED(R_UPTIME, OUTCOME_PASS, 0, 0), ARGS(percent_999), SHOWN(uptime_evidence)},
};

/* ---- findings ---- */

static const struct waiver_info in_force = {
    "The group's internal audit covers this supplier until the contract is renewed.", "CISO", AS_OF + 183};
static const struct waiver_info expired = {"Renewal was announced for February.", "CISO", AS_OF - 31};
static const struct argument late_arguments[] = {{"found", HOURS(72)}, {"expected", HOURS(12)}};

#define PRINT(n) .fingerprint = {{0x3f, 0xa9, 0x10 + n, 0xc4, 0x77, 0x02, 0xe1, 0x5b, n, 1, 2, 3, 4, 5, 6, 7}}

static const struct finding findings[] = {
    {.judgement = 5, .outcome = OUTCOME_FAIL, .grade = GRADE_MAJOR, .own_grade = GRADE_MAJOR, .message = "late",
     .text = {"Incidents are reported within 72 hours; required: 12 hours",
              "事故の報告期限が72時間以内となっています(要求: 12時間以内)"},
     .advice = {"Agree in writing that incidents are reported within 12 hours of becoming known, and by which channel.",
                "事故を知った時から12時間以内に報告すること、および報告手段を書面で取り決めてください。"},
     .place = INCIDENT_PLACE, .expected = HOURS(12), .found = HOURS(72), .argument_count = COUNT(late_arguments),
     .arguments = late_arguments, PRINT(1)},
    {.judgement = 11, .outcome = OUTCOME_FAIL, .grade = GRADE_MAJOR, .own_grade = GRADE_MAJOR, .message = "form",
     .text = {"Subcontracting is allowed without prior written consent",
              "事前の書面による承諾なく再委託できる定めになっています"},
     .advice = {"Require prior consent in writing for each subcontractor.",
                "再委託先ごとに、事前の書面による承諾を要する旨を定めてください。"},
     .place = VAGUE_PLACE, .expected = TEXT("prior-written"), .found = TEXT("prior"), PRINT(2)},
    {.judgement = 7, .outcome = OUTCOME_FAIL, .grade = GRADE_MINOR, .own_grade = GRADE_MINOR, .message = "differs",
     .text = {"The contract and the answers describe different work",
              "契約書と回答書とで業務範囲の記載が一致していません"},
     .advice = {"State the operation of the production system in the contract, or correct the answer.",
                "本番環境の運用を契約書に明記するか、回答を訂正してください。"},
     .place = SCOPE_PLACE, .related_count = 1, .related = &answer_place, PRINT(3)},
    {.judgement = 2, .outcome = OUTCOME_FAIL, .grade = GRADE_MINOR, .own_grade = GRADE_MAJOR, .message = "expired",
     .text = {"The certificate ISO/IEC 27001 expired on 2026-03-01", "ISO/IEC 27001の認証が2026年3月1日に失効しています"},
     .advice = {"Send the renewed certificate.", "更新後の登録証を提出してください。"}, .place = CERTIFICATE_PLACE,
     .expected = DATE(AS_OF), .found = DATE(AS_OF - 30), .waiver = &expired, PRINT(4)},
    {.judgement = 9, .outcome = OUTCOME_FAIL, .grade = GRADE_OBSERVATION, .own_grade = GRADE_OBSERVATION,
     .message = "stale",
     .text = {"The risk was last assessed 400 days ago", "リスク評価から400日が経過しています"}, .place = RISK_PLACE,
     .expected = WHOLE(365), .found = WHOLE(400), PRINT(5)},
    {.judgement = 8, .outcome = OUTCOME_INDETERMINATE, .grade = GRADE_MINOR, .own_grade = GRADE_MINOR,
     .message = "engine:unreadable",
     .text = {"The response could not be read, so the restore test cannot be judged",
              "回答書を読み取れないため、復元試験の実施を判定できません"},
     .place = {.document = "answers.docx"}, PRINT(6)},
    {.judgement = 10, .outcome = OUTCOME_ERROR, .grade = GRADE_MAJOR, .own_grade = GRADE_MAJOR, .message = "engine:raised",
     .text = {"The rule failed: rules/service-scope.lua:12: attempt to compare number with nil",
              "規則の実行に失敗しました: rules/service-scope.lua:12: attempt to compare number with nil"},
     PRINT(7)},
    {.judgement = 0, .outcome = OUTCOME_WAIVED, .grade = GRADE_MAJOR, .own_grade = GRADE_MAJOR, .message = "on-site",
     .text = {"An audit on site is not provided for", "実地監査の定めがありません"},
     .advice = {"Add the right to audit on site after notice.", "予告のうえ実地監査を行える旨を追加してください。"},
     .place = AUDIT_PLACE, .expected = FLAG(true), .waiver = &in_force, PRINT(8)},
};

/* ---- documents and risks ---- */

static const struct document_info documents[] = {
    {.file = "answers.docx", .format = "docx", .read = false,
     .fault = {.id = FAULT_FILE_SIZE, .file = "answers.docx", .arg = {"73400320", "33554432"}}},
    {.file = "logo.png", .format = "attachment", .read = false},
    {.file = ANSWERS, .format = "xml", .kind = "response", .title = "2026年度 委託先確認票", .read = true},
    {.file = "sla.xml", .format = "xml", .kind = "sla", .title = "Service levels", .read = true, .clause_count = 12},
    {.file = "supplier.xml", .format = "xml", .kind = "supplier", .read = true},
    {.file = MASTER, .format = "docx", .kind = "contract", .title = "業務委託基本契約書", .read = true, .clause_count = 24},
};

static const struct risk_info risks[] = {{"leak", 5, 4, 20, AS_OF - 400}, {"outage", 3, 3, 9, AS_OF - 400}};

static const struct result rich = {
    .supplier = "aoba-dev", .name = "青葉ソリューションズ株式会社", .path = "portfolio/aoba-dev", .tier = "critical",
    .kind = "company", .country = "JP", .category = "development", .contact = "security@aoba.example",
    .as_of = AS_OF, .valid_from = AS_OF - 30, .valid_until = AS_OF + 62, .risk_count = COUNT(risks), .risks = risks, .risk_score = 20,
    .document_count = COUNT(documents), .documents = documents, .judgement_count = COUNT(judgements),
    .judgements = judgements, .finding_count = COUNT(findings), .findings = findings,
    .outcomes = {[OUTCOME_PASS] = 4, [OUTCOME_FAIL] = 5, [OUTCOME_INDETERMINATE] = 1, [OUTCOME_NOT_APPLICABLE] = 1,
                 [OUTCOME_ERROR] = 1, [OUTCOME_WAIVED] = 1},
    .grades = {[GRADE_OBSERVATION] = 1, [GRADE_MINOR] = 2, [GRADE_MAJOR] = 2}, .incomplete = true};

const struct result *rich_result(void)
{
    return &rich;
}

static const struct judgement clean_judgements[] = {
    {JUDGED(R_COPYING, OUTCOME_PASS, 0, 0), SHOWN(copying_evidence)},
    {JUDGED(R_NDA, OUTCOME_PASS, 0, 0), SHOWN(nda_evidence)},
    {JUDGED(R_UPTIME, OUTCOME_PASS, 0, 0), ARGS(percent_999), SHOWN(uptime_evidence)},
};

static const struct result clean = {
    .supplier = "hikari", .name = "Hikari Data K.K.", .path = "portfolio/hikari", .tier = "standard", .kind = "company",
    .country = "JP", .category = "it-service", .as_of = AS_OF, .valid_from = DAY_NONE, .valid_until = DAY_NONE, .document_count = 3,
    .documents = documents + 3, .judgement_count = COUNT(clean_judgements), .judgements = clean_judgements,
    .outcomes = {[OUTCOME_PASS] = COUNT(clean_judgements)}};

const struct result *clean_result(void)
{
    return &clean;
}

static const struct result unreadable = {
    .supplier = "contracts/scan.xml", .path = "contracts/scan.xml", .lone = true, .as_of = AS_OF, .valid_from = DAY_NONE, .valid_until = DAY_NONE,
    .fault = {.id = FAULT_FILE_KIND, .file = "contracts/scan.xml"}, .incomplete = true};

const struct result *unreadable_result(void)
{
    return &unreadable;
}
