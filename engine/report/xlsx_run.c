#include "report/xlsx_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "report/renderers.h"
#include "report/words.h"

/* One view, on as many sheets as it takes. */
struct paper {
    struct lxw_worksheet *sheet;
    uint32_t row;           /* the row in hand, from 0: the headings */
    uint16_t column;        /* the next cell */
    uint16_t columns;
    unsigned parts;
    uint64_t left_out;
};

struct run_workbook {
    struct workbook_file *file;
    const struct run_report *r;
    const struct report_options *o;
    uint32_t most;
    bool failed;
    struct paper papers[VIEW_COUNT];
};

/* ---- the columns ---- */

#define COLUMN(en, ja, width) {{en, ja}, width, false, false}
#define HISTORY(en, ja, width) {{en, ja}, width, true, false}
#define END {{NULL, NULL}, 0, false, false}

static const struct view_column summary[] = {COLUMN("Item", "項目", 44), COLUMN("Value", "値", 60), END};
static const struct view_column suppliers[] = {
    COLUMN("Supplier id", "委託先番号", 20), COLUMN("Name", "名称", 32), {{"Criticality", "重要度"}, 12, false, true},
    COLUMN("Country", "国", 8), {{"Risk score", "リスク値"}, 10, false, true}, COLUMN("Verdict", "総合判定", 20),
    COLUMN("Major", "重大", 8), COLUMN("Minor", "軽微", 8), COLUMN("Observations", "観察", 8), COLUMN("Not judged", "判定不能", 10),
    COLUMN("Errors", "エラー", 8), COLUMN("Waived", "例外", 8), COLUMN("Conform", "適合", 8), COLUMN("Why incomplete", "未完了の理由", 44),
    COLUMN("Report", "報告書", 24), END};
static const struct view_column findings[] = {
    COLUMN("Supplier id", "委託先番号", 20), COLUMN("Name", "名称", 28), COLUMN("Grade", "区分", 18), COLUMN("Outcome", "判定", 12),
    COLUMN("Requirement", "要求事項", 40), COLUMN("Finding", "指摘事項", 48), COLUMN("Place", "該当箇所", 36),
    COLUMN("Wording", "該当文言", 40), COLUMN("Required", "要求", 14), COLUMN("Found", "確認結果", 14),
    COLUMN("What to do", "対応方法", 40), COLUMN("Reference", "準拠要求", 28), HISTORY("State", "状態", 12),
    HISTORY("Since the last run", "前回からの変化", 14), HISTORY("First found", "初回検出", 12), HISTORY("Due", "期限", 12),
    HISTORY("Overdue", "期限超過", 10), {{"In charge", "担当"}, 14, true, true}, COLUMN("Rule", "規則", 24),
    COLUMN("Message", "メッセージ", 14), COLUMN("Fingerprint", "識別子", 36), END};
static const struct view_column rules[] = {
    COLUMN("Rule", "規則", 28), COLUMN("Requirement", "要求事項", 48), COLUMN("Grade", "区分", 18), COLUMN("Reference", "準拠要求", 32),
    COLUMN("Findings", "指摘件数", 10), COLUMN("Suppliers: not met", "不適合の委託先", 14), COLUMN("conform", "適合", 10),
    COLUMN("not judged", "判定不能", 10), COLUMN("error", "エラー", 10), COLUMN("waived", "例外", 10),
    COLUMN("does not apply", "対象外", 12), END};
static const struct view_column controls[] = {
    COLUMN("Control", "管理策", 36), COLUMN("Rules", "規則数", 8), COLUMN("Suppliers: met", "充足", 14), COLUMN("not met", "不充足", 10),
    COLUMN("not known", "未確定", 10), COLUMN("waived", "例外承認", 10), COLUMN("does not apply", "対象外", 14), END};
static const struct view_column expiring[] = {
    COLUMN("Date", "期日", 12), COLUMN("Days left", "残日数", 10), COLUMN("Supplier id", "委託先番号", 20), COLUMN("Name", "名称", 28),
    COLUMN("Kind", "種別", 14), COLUMN("What", "対象", 40), COLUMN("State", "状態", 18), COLUMN("Notice by", "通知期限", 12), END};
static const struct view_column waivers[] = {
    COLUMN("Supplier id", "委託先番号", 20), COLUMN("Name", "名称", 28), COLUMN("Rule", "規則", 24), COLUMN("Finding", "指摘事項", 48),
    COLUMN("Grade", "区分", 18), COLUMN("Reason", "理由", 40), COLUMN("Approved by", "承認者", 16), COLUMN("Expires", "有効期限", 12),
    COLUMN("State", "状態", 16), END};
static const struct view_column judged[] = {
    COLUMN("Supplier id", "委託先番号", 20), COLUMN("Name", "名称", 28), COLUMN("Outcome", "判定", 14), COLUMN("Requirement", "要求事項", 48),
    COLUMN("Reason", "理由", 40), COLUMN("Reference", "準拠要求", 32), COLUMN("Rule", "規則", 28), END};
static const struct view_column unread[] = {
    COLUMN("Supplier id", "委託先番号", 20), COLUMN("Name", "名称", 28), COLUMN("Document", "文書", 36), COLUMN("Line", "行", 8),
    COLUMN("What is wrong", "内容", 56), COLUMN("What to do", "対応方法", 56), COLUMN("Code", "コード", 18), END};

const struct view_sheet view_sheets[VIEW_COUNT] = {
    [VIEW_SUMMARY] = {{"Summary", "概要"}, summary},          [VIEW_SUPPLIERS] = {{"Suppliers", "委託先"}, suppliers},
    [VIEW_FINDINGS] = {{"Findings", "指摘事項"}, findings},   [VIEW_RULES] = {{"Rules", "規則別"}, rules},
    [VIEW_CONTROLS] = {{"Controls", "管理策別"}, controls},   [VIEW_EXPIRING] = {{"Expiring", "有効期限"}, expiring},
    [VIEW_WAIVERS] = {{"Waivers", "例外承認"}, waivers},      [VIEW_JUDGED] = {{"Passed, not applicable", "適合・対象外"}, judged},
    [VIEW_UNREAD] = {{"Not read", "読取不可"}, unread}};

bool view_has(const struct view_column *c, const struct report_options *o)
{
    return (!c->history || o->history) && (!c->internal || o->audience == AUDIENCE_INTERNAL);
}

/* ---- paper ---- */

static void begin_sheet(struct run_workbook *w, enum sheet_view view)
{
    struct paper *p = &w->papers[view];
    enum language l = w->o->language;
    char name[40];
    uint16_t column = 0;
    snprintf(name, sizeof name, p->parts ? "%s (%u)" : "%s", view_sheets[view].name[l], p->parts + 1);
    p->sheet = workbook_file_sheet(w->file, name);
    p->parts++;
    p->row = 0;
    for (const struct view_column *c = view_sheets[view].columns; p->sheet && c->head[l]; c++) {
        if (!view_has(c, w->o))
            continue;
        w->failed |= worksheet_set_column(p->sheet, column, column, c->width, NULL) != LXW_NO_ERROR;
        workbook_puts(w->file, p->sheet, 0, column++, c->head[l], LOOK_HEAD);
    }
    p->columns = column;
    if (p->sheet && view != VIEW_SUMMARY)
        worksheet_freeze_panes(p->sheet, 1, view == VIEW_EXPIRING ? 0 : 1);
}

static void end_sheet(struct run_workbook *w, enum sheet_view view)
{
    const struct paper *p = &w->papers[view];
    if (p->sheet && p->row && view != VIEW_SUMMARY)
        w->failed |= worksheet_autofilter(p->sheet, 0, 0, p->row, (lxw_col_t)(p->columns - 1)) != LXW_NO_ERROR;
}

bool paper_row(struct run_workbook *w, enum sheet_view view)
{
    struct paper *p = &w->papers[view];
    if (p->row + 1 >= w->most && p->parts < VIEW_PARTS) {
        end_sheet(w, view);
        begin_sheet(w, view);
    }
    p->column = 0;
    if (p->row + 1 >= w->most) {
        p->left_out++;
        return false;
    }
    p->row++;
    return true;
}

void paper_text(struct run_workbook *w, enum sheet_view view, const char *text, enum cell_look look)
{
    struct paper *p = &w->papers[view];
    workbook_puts(w->file, p->sheet, p->row, p->column++, text, look);
}

void paper_number(struct run_workbook *w, enum sheet_view view, int64_t n, enum cell_look look)
{
    struct paper *p = &w->papers[view];
    workbook_number(w->file, p->sheet, p->row, p->column++, (double)n, look);
}

void paper_date(struct run_workbook *w, enum sheet_view view, day d)
{
    struct paper *p = &w->papers[view];
    workbook_date(w->file, p->sheet, p->row, p->column++, d, LOOK_DATE);
}

void paper_link(struct run_workbook *w, enum sheet_view view, const char *file, const char *text)
{
    struct paper *p = &w->papers[view];
    workbook_link(w->file, p->sheet, p->row, p->column++, file, text);
}

uint64_t paper_left_out(const struct run_workbook *w, enum sheet_view view)
{
    return w->papers[view].left_out;
}

const struct report_options *paper_options(const struct run_workbook *w)
{
    return w->o;
}

/* ---- the whole ---- */

struct run_workbook *run_workbook_new(const struct run_report *r, const struct report_options *o, uint32_t most, struct fault *f)
{
    struct run_workbook *w = calloc(1, sizeof *w);
    if (!w) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    *w = (struct run_workbook){.r = r, .o = o, .most = most, .file = workbook_file_new(r->as_of, word(WORD_RUN_REPORT, o->language), true, f)};
    if (!w->file) {
        free(w);
        return NULL;
    }
    for (int i = 0; i < VIEW_COUNT; i++)
        begin_sheet(w, (enum sheet_view)i);
    w->failed |= !views_fill(w, r);
    return w;
}

static void put_cell(struct run_workbook *w, struct paper *p, const struct row_cell *c)
{
    if (c->kind == CELL_IS_TEXT)
        workbook_text(w->file, p->sheet, p->row, p->column, c->at, c->len, c->look);
    else if (c->kind == CELL_IS_NUMBER)
        workbook_number(w->file, p->sheet, p->row, p->column, (double)c->number, c->look);
    else if (c->kind == CELL_IS_DATE)
        workbook_date(w->file, p->sheet, p->row, p->column, (day)c->number, c->look);
    p->column++;
}

void run_workbook_take(void *workbook, const char *at, size_t len)
{
    struct run_workbook *w = workbook;
    struct row_cell cells[VIEW_COLUMNS];
    enum sheet_view view;
    size_t count;
    while (len > 0) {
        if (!row_take(&at, &len, &view, cells, &count)) {
            w->failed = true;
            return;
        }
        bool room = paper_row(w, view);
        for (size_t i = 0; room && i < count; i++)
            put_cell(w, &w->papers[view], &cells[i]);
    }
}

int run_workbook_end(void *workbook, struct buffer *out, void (*drain)(void *, struct buffer *), void *drained, struct fault *f)
{
    struct run_workbook *w = workbook;
    view_summary(w, w->r);
    for (int i = 0; i < VIEW_COUNT; i++)
        end_sheet(w, (enum sheet_view)i);
    bool failed = w->failed;
    int status = workbook_file_end(w->file, out, drain, drained, f);
    free(w);
    return status == 0 && failed ? fault_set(f, FAULT_MEMORY) : status;
}

static void *start(const struct run_report *r, const struct report_options *o, struct fault *f)
{
    return run_workbook_new(r, o, WORKBOOK_ROWS, f);
}

const struct report_fold xlsx_fold = {start, run_workbook_take, run_workbook_end};
