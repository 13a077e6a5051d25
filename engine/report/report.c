/* The table of formats. */
#include "report/report.h"

#include <string.h>

#include "report/renderers.h"

void nothing(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r, (void)o, (void)out;
}

const struct report_format report_formats[] = {
    {.name = "text", .extension = "txt", .doc = {"plain text for terminals and mail", "端末・メール向けのテキスト"},
     .dated = true, .supplier = text_supplier, .run = text_run},
    {.name = "json", .extension = "json", .doc = {"JSON with everything, in both languages", "全項目・両言語を含むJSON"},
     .supplier = json_supplier, .run = json_run},
    {.name = "xml", .extension = "xml", .doc = {"XML with a schema", "スキーマ付きXML"}, .supplier = xml_supplier,
     .run = xml_run},
    {.name = "html", .extension = "html",
     .doc = {"one self-contained page for screen, phone and paper", "画面・携帯・印刷に対応した単独のHTML"},
     .supplier = html_supplier, .run = html_run, .facts = true},
    {.name = "markdown", .extension = "md", .doc = {"Markdown, for job summaries and comments", "ジョブ概要・コメント向けのMarkdown"},
     .dated = true, .supplier = markdown_supplier, .run = markdown_run},
    {.name = "sarif", .extension = "sarif", .doc = {"SARIF 2.1.0, for code scanning", "コードスキャン向けのSARIF 2.1.0"},
     .supplier = sarif_supplier, .begin = sarif_begin, .end = sarif_end, .between = ",\n"},
    {.name = "junit", .extension = "junit.xml", .doc = {"JUnit XML, a test for each rule", "規則ごとのテスト結果を示すJUnit XML"},
     .supplier = junit_supplier, .begin = junit_begin, .end = junit_end, .between = ""},
    {.name = "tap", .extension = "tap", .doc = {"TAP for prove and its kin, a subtest for each supplier", "委託先ごとのサブテストを示すTAP(proveなど)"},
     .supplier = tap_supplier, .begin = tap_begin, .end = tap_end, .between = ""},
    {.name = "github", .extension = "github.txt", .doc = {"GitHub workflow annotations", "GitHubワークフローの注釈"},
     .supplier = github_supplier, .begin = nothing, .end = nothing, .between = ""},
    {.name = "gitlab", .extension = "gitlab.json", .doc = {"GitLab code quality", "GitLabコード品質"},
     .supplier = gitlab_supplier, .begin = gitlab_begin, .end = gitlab_end, .between = ",\n"},
    {.name = "csv", .extension = "csv", .doc = {"findings as CSV (RFC 4180)", "指摘事項のCSV (RFC 4180)"},
     .supplier = csv_supplier, .begin = csv_begin, .end = nothing, .between = ""},
    {.name = "csv-excel", .extension = "excel.csv",
     .doc = {"the same for spreadsheets: byte order mark, no formulas", "表計算ソフト向けCSV(BOM付き・数式無効化)"},
     .supplier = csv_excel_supplier, .begin = csv_excel_begin, .end = nothing, .between = ""},
    {.name = "xlsx", .extension = "xlsx",
     .doc = {"one Excel workbook of the run, a sheet for each view", "全体をまとめたExcelブック(観点ごとのシート)"},
     .supplier = xlsx_supplier, .begin = nothing, .end = nothing, .between = "", .fold = &xlsx_fold, .facts = true},
    {.name = "baseline", .extension = "baseline.tsv", .doc = {"findings with their fingerprints, a line each", "指摘事項とフィンガープリントの一覧(1件1行)"},
     .supplier = baseline_supplier, .begin = nothing, .end = nothing, .between = ""},
    {.name = "oscal-poam", .extension = "poam.xml",
     .doc = {"OSCAL 1.0 plan of action and milestones", "OSCAL 1.0 是正計画(POA&M)"}, .dated = true, .supplier = oscal_supplier},
    {.name = "letter", .extension = "letter.docx",
     .doc = {"a letter to the supplier that asks for corrective action, for Word", "委託先への是正処置依頼書(Word形式)"},
     .dated = true, .supplier = letter_word_supplier},
    {.name = "letter-html", .extension = "letter.html",
     .doc = {"the same as a page to print", "委託先への是正処置依頼書(印刷用HTML)"}, .dated = true, .supplier = letter_html_supplier},
    {.name = NULL},
};

const struct report_format *report_format_named(const char *name)
{
    for (const struct report_format *f = report_formats; f->name; f++)
        if (strcmp(f->name, name) == 0) return f;
    return NULL;
}

bool report_formats_have(const struct report_format *const *formats, const char *name)
{
    while (*formats && strcmp((*formats)->name, name) != 0) formats++;
    return *formats != NULL;
}
