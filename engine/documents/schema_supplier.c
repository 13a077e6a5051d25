/* Schema tables of the supplier profile. */
#include "documents/rows.h"

static const char *const tiers[] = { "critical", "important", "standard", "low", NULL };
static const char *const supplier_kinds[] = { "company", "individual", "cloud", NULL };
static const char *const categories[] = { "it-service", "development", "cloud-service", "manufacturing", "logistics",
                                          "call-centre", "consulting", "other", NULL };
static const char *const stages[] = { "material", "manufacturing", "logistics", "sales", "support", "operation", NULL };
static const char *const asset_classes[] = { "personal-data", "customer-data", "design-data", "credentials",
                                             "financial-data", "system-access", "other", NULL };
static const char *const accesses[] = { "read", "store", "process", "admin", NULL };
static const char *const scenarios[] = { "leak", "outage", "counterfeit", "dependency", "legal", "other", NULL };

static const struct field asset_fields[] = {
    ROW_TOKEN("class", asset, class, REQ | IDENT, asset_classes, "What the asset is", "資産の分類"),
    ROW("name", TEXT, asset, name, IDENT, "What it is called", "資産の名称"),
    ROW_TOKEN("access", asset, access, 0, accesses, "What the supplier does with it", "委託先による取扱い"),
    ROW_COUNT("persons", asset, persons, 0, 0, COUNT_MOST, "How many persons the data is about", "本人の数（人）"),
    ROW("sensitive", TRI, asset, sensitive, 0, "Special care-required personal information and the like",
        "要配慮個人情報等を含むか"),
    ROW("my-number", TRI, asset, my_number, 0, "Holds Individual Numbers (My Number)", "マイナンバーを含むか"),
    ROW_END
};
static const struct child no_children[] = { CHILD_END };
const struct kind kind_asset = {
    "asset", sizeof(struct asset), asset_fields, no_children, false, VALUE_NONE,
    { "An information asset that the supplier can reach", "委託先が取り扱う情報資産" }
};

static const struct field certificate_fields[] = {
    ROW("standard", TEXT, certificate, standard, REQ | IDENT, "What was certified against: \"ISO/IEC 27001\"",
        "認証の規格：「ISO/IEC 27001」など"),
    ROW("number", TEXT, certificate, number, IDENT, "Number of the certificate", "認証番号"),
    ROW("issuer", TEXT, certificate, issuer, 0, "Certification body", "認証機関"),
    ROW("scope", TEXT, certificate, scope, 0, "What the certificate covers", "認証の適用範囲"),
    ROW("issued", DATE, certificate, issued, 0, "Day of issue", "発行日"),
    ROW("expires", DATE, certificate, expires, 0, "Last day on which it is valid", "有効期限（最終日）"),
    ROW_END
};
const struct kind kind_certificate = {
    "certificate", sizeof(struct certificate), certificate_fields, no_children, false, VALUE_NONE,
    { "A certificate that the supplier holds", "委託先が取得している認証" }
};

static const struct field subcontractor_fields[] = {
    ROW("id", ID, subcontractor, id, REQ | IDENT, "Identifies the subcontractor", "再委託先の識別子"),
    ROW("name", TEXT, subcontractor, name, REQ, "Name of the subcontractor", "再委託先の名称"),
    ROW("country", COUNTRY, subcontractor, country, 0, "Where it works (ISO 3166-1 alpha-2)", "所在国（ISO 3166-1 alpha-2）"),
    ROW("task", TEXT, subcontractor, task, 0, "What it does", "再委託する業務"),
    ROW("approved", DATE, subcontractor, approved, 0, "Day on which the customer consented to it", "委託元が承諾した日"),
    ROW("personal-data", TRI, subcontractor, personal_data, 0, "Handles personal data", "個人データを取り扱うか"),
    ROW_END
};
static const struct child subcontractor_children[] = {
    CHILD("subcontractors", kind_subcontractor, subcontractor, subcontractors),
    CHILD_END
};
const struct kind kind_subcontractor = {
    "subcontractor", sizeof(struct subcontractor), subcontractor_fields, subcontractor_children, false, VALUE_NONE,
    { "Who works for the supplier; its own subcontractors stand inside it", "再委託先（再々委託先はこの中に書く）" }
};

static const struct field risk_fields[] = {
    ROW_TOKEN("scenario", risk, scenario, REQ | IDENT, scenarios, "What may happen", "想定する事象"),
    ROW_COUNT("impact", risk, impact, REQ, 1, 5, "How bad it would be, 1 to 5", "影響度（1～5）"),
    ROW_COUNT("likelihood", risk, likelihood, REQ, 1, 5, "How likely it is, 1 to 5", "発生可能性（1～5）"),
    ROW("assessed", DATE, risk, assessed, 0, "Day of the assessment", "評価日"),
    ROW("assessor", TEXT, risk, assessor, 0, "Who assessed it", "評価者"),
    ROW_END
};
const struct kind kind_risk = {
    "risk", sizeof(struct risk), risk_fields, no_children, false, VALUE_NONE,
    { "An assessed risk; its score is impact times likelihood", "評価済みのリスク（影響度×発生可能性）" }
};

static const struct field document_note_fields[] = {
    ROW("file", FILE, document_note, file, REQ | IDENT, "Path relative to this supplier's folder", "委託先フォルダからの相対パス"),
    ROW("id", ID, document_note, id, 0, "Id of the contract in that file", "そのファイルの契約書の識別子"),
    ROW_TOKEN("kind", document_note, kind, 0, tokens_contract_kind, "Kind of the contract", "契約書の種類"),
    ROW_TOKEN("status", document_note, status, 0, tokens_contract_status, "Its status", "契約書の状態"),
    ROW("amends", ID, document_note, amends, 0, "Id of the contract that it changes", "変更対象の契約書の識別子"),
    ROW("effective", DATE, document_note, effective, 0, "First day on which it is in force", "効力発生日"),
    ROW("expires", DATE, document_note, expires, 0, "Last day on which it is in force", "満了日（最終日）"),
    ROW_END
};
const struct kind kind_document_note = {
    "document", sizeof(struct document_note), document_note_fields, no_children, false, VALUE_NONE,
    { "What is known about a file that cannot say it itself, such as a Word contract",
      "Wordの契約書など、それ自体に属性を書けないファイルについての情報" }
};

static const struct field supplier_fields[] = {
    ROW("id", ID, supplier, id, REQ | IDENT, "Identifies the supplier in all reports", "委託先の識別子（報告書で使う）"),
    ROW("name", TEXT, supplier, name, REQ, "Name of the supplier", "委託先の名称"),
    ROW_TOKEN("tier", supplier, tier, 0, tiers, "How critical the supplier is", "重要度"),
    ROW_TOKEN("kind", supplier, kind, 0, supplier_kinds, "Company, individual or cloud service",
              "法人（company）・個人（individual）・クラウド（cloud）"),
    ROW("country", COUNTRY, supplier, country, 0, "Where it is established (ISO 3166-1 alpha-2)", "所在国（ISO 3166-1 alpha-2）"),
    ROW_TOKEN("category", supplier, category, 0, categories, "What it supplies", "委託業務の区分"),
    ROW_TOKEN("stage", supplier, stage, 0, stages, "Where in the supply chain it stands", "サプライチェーン上の段階"),
    ROW("platform", TEXT, supplier, platform, 0, "Matching service through which an individual was engaged",
        "個人を仲介したマッチングサービス"),
    ROW("contact", TEXT, supplier, contact, 0, "Who is written to about findings", "指摘事項の連絡先"),
    ROW("engaged", DATE, supplier, engaged, 0, "Day on which business began", "取引開始日"),
    ROW_END
};
static const struct child supplier_children[] = {
    CHILD("assets", kind_asset, supplier, assets),
    CHILD("certificates", kind_certificate, supplier, certificates),
    CHILD("subcontractors", kind_subcontractor, supplier, subcontractors),
    CHILD("risks", kind_risk, supplier, risks),
    CHILD("documents", kind_document_note, supplier, documents),
    CHILD_END
};
const struct kind kind_supplier = {
    "supplier", sizeof(struct supplier), supplier_fields, supplier_children, false, VALUE_NONE,
    { "The profile of a supplier", "委託先の基本情報" }
};
