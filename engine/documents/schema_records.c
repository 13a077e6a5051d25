/* Schema tables of questionnaires, responses and the records of practice. */
#include "documents/rows.h"

static const char *const grades[] = { "major", "minor", "observation", NULL };
static const char *const answer_types[] = { "flag", "date", "count", "percent", "duration", "interval", "choice",
                                            "words", NULL };
static const char *const evidence_kinds[] = { "self-declared", "document", "remote", "on-site", NULL };
static const char *const evidence_states[] = { "none", "present", "missing", "altered", NULL };
static const char *const methods[] = { "on-site", "remote", "paper", NULL };
static const char *const severities[] = { "high", "medium", "low", NULL };
static const char *const review_kinds[] = { "service", "security", "management", NULL };
static const char *const measure_names[] = { "uptime", "downtime", "response-time", "recovery-time", "backup-success",
                                             "patch-time", NULL };
static const char *const topics[] = { "access", "logging", "backup", "passwords", "malware", "physical", NULL };

static const struct child no_children[] = { CHILD_END };

/* ---- questionnaire ---- */

static const struct field question_fields[] = {
    ROW("id", ID, question, id, REQ | IDENT, "Identifies the question: \"restore-test\"", "質問の識別子：「restore-test」など"),
    ROW_TOKEN("topic", question, topic, OPEN, topics, "What it is about", "質問の分野"),
    ROW_TOKEN("answer", question, answer, 0, answer_types, "Type of the answer", "回答の型"),
    ROW("required", TRI, question, required, 0, "Must be answered", "回答必須か"),
    ROW_END
};
static const struct child question_children[] = { CHILD("text", kind_prose, question, text), CHILD_END };
const struct kind kind_question = {
    "question", sizeof(struct question), question_fields, question_children, false, VALUE_NONE,
    { "One question to the supplier", "委託先への質問" }
};

static const struct field questionnaire_fields[] = {
    ROW("id", ID, questionnaire, id, REQ | IDENT, "Identifies the questionnaire", "質問票の識別子"),
    ROW("title", TEXT, questionnaire, title, 0, "Title of the questionnaire", "質問票の表題"),
    ROW("version", TEXT, questionnaire, version, 0, "Version of the questionnaire", "質問票の版"),
    ROW_END
};
static const struct child questionnaire_children[] = {
    CHILD("questions", kind_question, questionnaire, questions), CHILD_END
};
const struct kind kind_questionnaire = {
    "questionnaire", sizeof(struct questionnaire), questionnaire_fields, questionnaire_children, false, VALUE_NONE,
    { "What the supplier was asked", "委託先への質問票" }
};

/* ---- response ---- */

static const struct field evidence_fields[] = {
    ROW_TOKEN("kind", evidence, kind, REQ | IDENT, evidence_kinds, "How strong it is: self-declared, document, remote, on-site",
              "証跡の種類:自己申告・文書・遠隔確認・現地確認"),
    ROW("date", DATE, evidence, date, 0, "Day of the evidence itself", "証跡そのものの日付"),
    ROW("received", DATE, evidence, received, 0, "Day on which it was handed in", "受領日"),
    ROW("file", FILE, evidence, file, IDENT, "Path relative to this supplier's folder", "委託先フォルダからの相対パス"),
    ROW("sha256", SHA256, evidence, sha256, 0, "SHA-256 of that file, in lower-case hex", "ファイルのSHA-256（小文字の16進数）"),
    ROW("reference", TEXT, evidence, reference, IDENT, "Where else it can be found", "その他の参照先"),
    ROW_TOKEN("state", evidence, state, DERIVED, evidence_states, "What was found when the folder was read",
              "フォルダを読んだときのファイルの状態"),
    ROW("cell", TEXT, evidence, cell, DERIVED, "Where it stands in a spreadsheet: \"Answers!C12\"", "表計算ファイルでの位置：「回答!C12」など"),
    ROW_END
};
const struct kind kind_evidence = {
    "evidence", sizeof(struct evidence), evidence_fields, no_children, false, VALUE_NONE,
    { "What supports the statement that it stands in", "記載内容を裏付ける証跡" }
};

static const struct field answer_fields[] = {
    ROW("question", ID, answer, question, REQ | IDENT, "Id of the question", "質問の識別子"),
    ROW("flag", TRI, answer, flag, 0, "Yes or no", "はい（true）・いいえ（false）"),
    ROW("date", DATE, answer, date, 0, "A day", "日付"),
    ROW_COUNT("count", answer, count, 0, 0, COUNT_MOST, "A whole number", "個数・回数"),
    ROW("percent", PERCENT, answer, percent, 0, "A percentage", "百分率"),
    ROW("duration", DURATION, answer, duration, 0, "A length of time", "期間"),
    ROW("interval", INTERVAL, answer, interval, 0, "How often, as the time from one to the next", "頻度（次回までの間隔）"),
    ROW("choice", TOKEN, answer, choice, 0, "One of several forms", "選択肢"),
    ROW("words", TEXT, answer, words, 0, "The answer in words", "文章による回答"),
    ROW("answered", DATE, answer, answered, 0, "Day of this answer, if not that of the response", "この回答の日付（回答書の日付と異なる場合）"),
    ROW("cell", TEXT, answer, cell, DERIVED, "Where it stands in a spreadsheet: \"Answers!C12\"", "表計算ファイルでの位置：「回答!C12」など"),
    ROW_END
};
static const struct child answer_children[] = { CHILD("evidence", kind_evidence, answer, evidence), CHILD_END };
const struct kind kind_answer = {
    "answer", sizeof(struct answer), answer_fields, answer_children, false, VALUE_NONE,
    { "The answer to one question", "質問への回答" }
};

static const struct field response_fields[] = {
    ROW("id", ID, response, id, IDENT, "Identifies the response", "回答書の識別子"),
    ROW("questionnaire", ID, response, questionnaire, 0, "Id of the questionnaire that it answers", "対象の質問票の識別子"),
    ROW("respondent", TEXT, response, respondent, 0, "Who answered", "回答者"),
    ROW("date", DATE, response, date, REQ | IDENT, "Day of the answers", "回答日"),
    ROW("cell", TEXT, response, cell, DERIVED, "Where it stands in a spreadsheet: \"Answers!C12\"", "表計算ファイルでの位置：「回答!C12」など"),
    ROW_END
};
static const struct child response_children[] = { CHILD("answers", kind_answer, response, answers), CHILD_END };
const struct kind kind_response = {
    "response", sizeof(struct response), response_fields, response_children, false, VALUE_NONE,
    { "What the supplier answered", "委託先の回答書" }
};

/* ---- audit ---- */

static const struct field nonconformity_fields[] = {
    ROW("id", ID, nonconformity, id, REQ | IDENT, "Identifies the nonconformity", "不適合の識別子"),
    ROW_TOKEN("grade", nonconformity, grade, REQ, grades, "How serious it is", "区分"),
    ROW("due", DATE, nonconformity, due, 0, "Day by which it must be corrected", "是正期限"),
    ROW("closed", DATE, nonconformity, closed, 0, "Day on which it was found corrected", "是正を確認した日"),
    ROW_END
};
static const struct child nonconformity_children[] = { CHILD("text", kind_prose, nonconformity, text), CHILD_END };
const struct kind kind_nonconformity = {
    "nonconformity", sizeof(struct nonconformity), nonconformity_fields, nonconformity_children, false, VALUE_NONE,
    { "What an audit found wrong", "監査で見つかった不適合" }
};

static const struct field audit_fields[] = {
    ROW("id", ID, audit, id, IDENT, "Identifies the audit", "監査の識別子"),
    ROW_TOKEN("method", audit, method, REQ, methods, "How it was done", "監査の方法"),
    ROW("scope", TEXT, audit, scope, 0, "What was audited", "監査範囲"),
    ROW("auditor", TEXT, audit, auditor, 0, "Who audited", "監査人"),
    ROW("planned", DATE, audit, planned, IDENT, "Day for which it was planned", "予定日"),
    ROW("performed", DATE, audit, performed, IDENT, "Day on which it was done; absent: not yet", "実施日（未実施なら省略）"),
    ROW_END
};
static const struct child audit_children[] = {
    CHILD("nonconformities", kind_nonconformity, audit, nonconformities),
    CHILD("evidence", kind_evidence, audit, evidence),
    CHILD_END
};
const struct kind kind_audit = {
    "audit", sizeof(struct audit), audit_fields, audit_children, false, VALUE_NONE,
    { "The record of an audit, planned or done", "監査記録（予定または実施済み）" }
};

/* ---- incidents ---- */

static const struct field incident_fields[] = {
    ROW("id", ID, incident, id, REQ | IDENT, "Identifies the incident", "事故の識別子"),
    ROW_TOKEN("severity", incident, severity, 0, severities, "How serious it was", "重大度"),
    ROW("occurred", INSTANT, incident, occurred, 0, "When it happened", "発生日時"),
    ROW("detected", INSTANT, incident, detected, REQ, "When the supplier became aware of it", "委託先が認識した日時"),
    ROW("reported", INSTANT, incident, reported, 0, "When the customer was told; absent: never", "委託元へ報告した日時（未報告なら省略）"),
    ROW("channel", TOKEN, incident, channel, 0, "How it was reported: \"email\", \"phone\", \"portal\"",
        "報告手段：「email」「phone」「portal」など"),
    ROW("personal-data", TRI, incident, personal_data, 0, "Concerned personal data", "個人データに関わるか"),
    ROW_END
};
static const struct child incident_children[] = { CHILD("text", kind_prose, incident, text), CHILD_END };
const struct kind kind_incident = {
    "incident", sizeof(struct incident), incident_fields, incident_children, false, VALUE_NONE,
    { "One incident", "1件の事故" }
};

static const struct field incident_log_fields[] = {
    ROW("from", DATE, incident_log, from, IDENT, "First day that the log covers", "対象期間の初日"),
    ROW("to", DATE, incident_log, to, IDENT, "Last day that the log covers", "対象期間の最終日"),
    ROW_END
};
static const struct child incident_log_children[] = {
    CHILD("incidents", kind_incident, incident_log, incidents), CHILD_END
};
const struct kind kind_incident_log = {
    "incident-log", sizeof(struct incident_log), incident_log_fields, incident_log_children, false, VALUE_NONE,
    { "The incidents of a time; empty when there was none", "期間中の事故記録（事故がなければ空）" }
};

/* ---- service record ---- */

static const struct field measure_fields[] = {
    ROW_TOKEN("name", measure, name, REQ | OPEN | IDENT, measure_names, "What was measured", "測定項目"),
    ROW("from", DATE, measure, from, REQ | IDENT, "First day of the time measured", "測定期間の初日"),
    ROW("to", DATE, measure, to, REQ | IDENT, "Last day of the time measured", "測定期間の最終日"),
    ROW("percent", PERCENT, measure, percent, 0, "The result as a percentage", "実績（百分率）"),
    ROW("duration", DURATION, measure, duration, 0, "The result as a length of time", "実績（時間）"),
    ROW_COUNT("count", measure, count, 0, 0, COUNT_MOST, "The result as a whole number", "実績（件数）"),
    ROW_END
};
const struct kind kind_measure = {
    "measure", sizeof(struct measure), measure_fields, no_children, false, VALUE_NONE,
    { "What was measured over a time", "期間中の測定実績" }
};

static const struct field review_fields[] = {
    ROW_TOKEN("kind", review, kind, REQ | IDENT, review_kinds, "What was reviewed", "レビューの種類"),
    ROW("date", DATE, review, date, REQ | IDENT, "Day of the meeting", "開催日"),
    ROW_END
};
static const struct child review_children[] = { CHILD("evidence", kind_evidence, review, evidence), CHILD_END };
const struct kind kind_review = {
    "review", sizeof(struct review), review_fields, review_children, false, VALUE_NONE,
    { "A review meeting with the supplier", "委託先との定例レビュー" }
};

static const struct field service_record_fields[] = { ROW_END };
static const struct child service_record_children[] = {
    CHILD("measures", kind_measure, service_record, measures),
    CHILD("reviews", kind_review, service_record, reviews),
    CHILD("evidence", kind_evidence, service_record, evidence),
    CHILD_END
};
const struct kind kind_service_record = {
    "service-record", sizeof(struct service_record), service_record_fields, service_record_children, false, VALUE_NONE,
    { "How the service really was", "サービスの提供実績" }
};
