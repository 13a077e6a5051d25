/* Schema tables of contracts: parties, clauses, typed terms, prose. */
#include "documents/rows.h"

const char *const tokens_contract_kind[] = { "master", "services", "nda", "sla", "dpa", "amendment", "template",
                                             "other", NULL };
const char *const tokens_contract_status[] = { "draft", "template", "executed", "terminated", NULL };
static const char *const roles[] = { "customer", "supplier", NULL };
static const char *const obliged[] = { "supplier", "customer", "both", NULL };
static const char *const languages[] = { "ja", "en", NULL };

static const struct field no_fields[] = { ROW_END };
static const struct child no_children[] = { CHILD_END };

const struct kind kind_prose = {
    "text", sizeof(struct prose), no_fields, no_children, true, VALUE_NONE,
    { "One paragraph of prose", "1段落の文章" }
};

static const struct field party_fields[] = {
    ROW_TOKEN("role", party, role, IDENT, roles, "Customer or supplier; absent when the contract does not say",
              "委託元（customer）・委託先（supplier）。契約書から分からないときは省略"),
    ROW("name", TEXT, party, name, 0, "Name of the party", "当事者の名称"),
    ROW("alias", TEXT, party, alias, 0, "What the contract calls it: 甲, 乙, \"Provider\"", "契約書での呼び方：「甲」「乙」など"),
    ROW_END
};
const struct kind kind_party = {
    "party", sizeof(struct party), party_fields, no_children, false, VALUE_NONE,
    { "A party to the contract", "契約の当事者" }
};

static const struct field definition_fields[] = {
    ROW("term", TEXT, definition, term, REQ | IDENT, "The word that is defined", "定義する用語"),
    ROW_END
};
static const struct child definition_children[] = { CHILD("text", kind_prose, definition, text), CHILD_END };
const struct kind kind_definition = {
    "definition", sizeof(struct definition), definition_fields, definition_children, false, VALUE_NONE,
    { "A defined word", "用語の定義" }
};

static const struct field approval_fields[] = {
    ROW("subcontractor", ID, approval, subcontractor, REQ | IDENT, "Id of the subcontractor in the profile",
        "再委託先の識別子（基本情報と同じもの）"),
    ROW("given", DATE, approval, given, REQ, "Day of the consent", "承諾した日"),
    ROW_END
};
const struct kind kind_approval = {
    "approval", sizeof(struct approval), approval_fields, no_children, false, VALUE_NONE,
    { "The customer's consent to one subcontractor", "再委託先ごとの委託元の承諾" }
};

/* ---- terms: a name and a value whose type is the element's name ---- */

#define READ_FROM(s) \
    ROW("read-from", TEXT, s, read_from, 0, "Words by which it was recognised (written by `kijun convert`)", \
        "認識の根拠となった文言（`kijun convert` が記入）")
#define TERM_NAME \
    ROW("name", TOKEN, term, name, REQ | IDENT, "What is promised: \"report-within\"", "取決めの名前：「report-within」など")

static const struct field term_fields[] = {
    TERM_NAME,
    ROW("value", VALUE, term, value, REQ, "The value that was agreed", "取り決めた値"),
    READ_FROM(term),
    ROW_END
};
static const struct field amount_fields[] = {
    TERM_NAME,
    ROW("value", VALUE, term, value, REQ, "The amount that was agreed", "取り決めた金額"),
    ROW("currency", CURRENCY, term, value, REQ, "Its currency (ISO 4217)", "通貨（ISO 4217）"),
    READ_FROM(term),
    ROW_END
};

#define TERM(id, element, fields, type, en, ja) \
    const struct kind kind_term_##id = { element, sizeof(struct term), fields, no_children, false, type, { en, ja } }

TERM(duration, "duration", term_fields, VALUE_DURATION, "A time limit or period: \"PT24H\", \"P30D\"",
     "期限または期間：「PT24H」「P30D」など");
TERM(interval, "interval", term_fields, VALUE_INTERVAL, "How often, as the time from one to the next: yearly is \"P1Y\"",
     "頻度（次回までの間隔。年1回は「P1Y」）");
TERM(percent, "percent", term_fields, VALUE_PERCENT, "A percentage: \"99.9\"", "百分率：「99.9」など");
TERM(amount, "amount", amount_fields, VALUE_AMOUNT, "An amount of money", "金額");
TERM(count, "count", term_fields, VALUE_COUNT, "A whole number", "個数・回数");
TERM(date, "date", term_fields, VALUE_DATE, "A day: \"2026-03-31\"", "日付：「2026-03-31」など");
TERM(flag, "flag", term_fields, VALUE_BOOL, "Agreed (true) or excluded (false)", "有（true）・無（false）");
TERM(choice, "choice", term_fields, VALUE_TEXT, "One of several forms: \"prior-written\"", "選択肢：「prior-written」など");

const struct kind *const kind_terms[] = { &kind_term_duration, &kind_term_interval, &kind_term_percent,
                                          &kind_term_amount, &kind_term_count, &kind_term_date, &kind_term_flag,
                                          &kind_term_choice, NULL };

/* ---- clauses and the contract ---- */

static const struct field clause_fields[] = {
    ROW("number", TEXT, clause, number, REQ | IDENT, "Number as written: \"7\", \"7.2\", \"第7条\"", "条項番号:「第7条」「7.2」など"),
    ROW("heading", TEXT, clause, heading, 0, "Heading of the clause", "見出し"),
    ROW("type", TOKEN, clause, type, 0, "Clause type of the vocabulary; recognised from the words when absent",
        "条項の種類（語彙の名前）。省略すると文言から判定"),
    ROW("replaces", TEXT, clause, replaces, 0, "In an amendment: number of the clause that this one replaces",
        "変更契約で置き換える条項の番号"),
    ROW_TOKEN("party", clause, party, 0, obliged, "Who owes it", "義務を負う当事者"),
    READ_FROM(clause),
    ROW_END
};
static const struct child clause_children[] = {
    CHILD("text", kind_prose, clause, text),
    CHILD("terms", kind_term_duration, clause, terms),
    CHILD("terms", kind_term_interval, clause, terms),
    CHILD("terms", kind_term_percent, clause, terms),
    CHILD("terms", kind_term_amount, clause, terms),
    CHILD("terms", kind_term_count, clause, terms),
    CHILD("terms", kind_term_date, clause, terms),
    CHILD("terms", kind_term_flag, clause, terms),
    CHILD("terms", kind_term_choice, clause, terms),
    CHILD("clauses", kind_clause, clause, clauses),
    CHILD_END
};
const struct kind kind_clause = {
    "clause", sizeof(struct clause), clause_fields, clause_children, false, VALUE_NONE,
    { "A numbered part of a contract; sub-clauses stand inside it", "契約書の条項（項・号はこの中に書く）" }
};

static const struct field contract_fields[] = {
    ROW("id", ID, contract, id, IDENT, "Identifies the contract among this supplier's", "契約書の識別子（委託先の中で一意）"),
    ROW_TOKEN("kind", contract, kind, 0, tokens_contract_kind, "What kind of contract it is; when absent, it is judged as any kind",
              "契約書の種類。省略するとすべての種類に当たり得るものとして判定"),
    ROW("title", TEXT, contract, title, REQ, "Title of the contract", "契約書の表題"),
    ROW_TOKEN("status", contract, status, 0, tokens_contract_status, "Draft, template, executed (when absent) or terminated",
              "案（draft）・ひな型（template）・締結済み（executed。省略時）・終了（terminated）"),
    ROW("amends", ID, contract, amends, 0, "Id of the contract that this one changes", "変更対象の契約書の識別子"),
    ROW_TOKEN("language", contract, language, 0, languages, "Language of the prose", "本文の言語"),
    ROW("effective", DATE, contract, effective, 0, "First day on which it is in force", "効力発生日"),
    ROW("expires", DATE, contract, expires, 0, "Last day on which it is in force", "満了日（最終日）"),
    ROW("renews", TRI, contract, renews, 0, "Renewed automatically unless notice is given", "自動更新されるか"),
    ROW("notice", DURATION, contract, notice, 0, "How long before expiry notice must be given", "更新拒絶の予告期間"),
    ROW_END
};
static const struct child contract_children[] = {
    CHILD("parties", kind_party, contract, parties),
    CHILD("definitions", kind_definition, contract, definitions),
    CHILD("approvals", kind_approval, contract, approvals),
    CHILD("clauses", kind_clause, contract, clauses),
    CHILD_END
};
const struct kind kind_contract = {
    "contract", sizeof(struct contract), contract_fields, contract_children, false, VALUE_NONE,
    { "A contract between customer and supplier", "委託元と委託先の契約書" }
};
