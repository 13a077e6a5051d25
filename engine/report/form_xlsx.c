/* The form as a workbook: what is to be filled in is yellow and not locked, with lists to choose from; a hidden sheet says
 * which questions these are. */
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/text.h"
#include "report/form_parts.h"
#include "report/workbook.h"

enum { MADE = 10957 /* 2000-01-01: a form is of no day */, TITLE_BYTES = 1024 };

struct form {
    struct workbook_file *w;
    struct lxw_worksheet *s;
    enum language l;
    struct buffer text;
    bool failed;
};

static char *word(const struct form *f, enum form_word w)
{
    return (char *)(uintptr_t)form_word(w, f->l);
}

static void validate(struct form *f, uint32_t row, uint16_t column, lxw_data_validation *v)
{
    f->failed |= worksheet_data_validation_cell(f->s, row, column, v) != LXW_NO_ERROR;
}

/* A list to choose from; `strict`: nothing else is taken. */
static void list(struct form *f, uint32_t row, uint16_t column, const enum form_word *words, size_t count, bool strict)
{
    char *values[8] = {NULL};
    for (size_t i = 0; i < count; i++)
        values[i] = word(f, words[i]);
    lxw_data_validation v = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = values,
                             .show_error = strict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF};
    validate(f, row, column, &v);
}

static void date(struct form *f, uint32_t row, uint16_t column)
{
    lxw_data_validation v = {.validate = LXW_VALIDATION_TYPE_DATE, .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                             .minimum_datetime = {.year = 1990, .month = 1, .day = 1},
                             .maximum_datetime = {.year = 2100, .month = 12, .day = 31},
                             .input_message = word(f, FORM_DATE_ASKED_WORD), .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};
    validate(f, row, column, &v);
}

static void number(struct form *f, uint32_t row, uint16_t column, bool whole)
{
    lxw_data_validation v = {.validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL,
                             .criteria = LXW_VALIDATION_CRITERIA_BETWEEN, .minimum_number = 0,
                             .maximum_number = whole ? 1e9 : 100, .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                             .input_message = word(f, whole ? FORM_COUNT_ASKED_WORD : FORM_PERCENT_ASKED_WORD)};
    validate(f, row, column, &v);
}

static void answer_cell(struct form *f, uint32_t row, const char *type)
{
    static const enum form_word flags[] = {FORM_YES_WORD, FORM_NO_WORD, FORM_NOT_APPLICABLE_WORD};
    static const enum form_word often[] = {FORM_DAILY_WORD, FORM_WEEKLY_WORD, FORM_MONTHLY_WORD, FORM_QUARTERLY_WORD,
                                           FORM_HALF_YEARLY_WORD, FORM_YEARLY_WORD, FORM_NOT_APPLICABLE_WORD};
    bool dated = strcmp(type, "date") == 0;
    workbook_blank(f->w, f->s, row, FORM_ANSWER, dated ? LOOK_INPUT_DATE : LOOK_INPUT);
    if (strcmp(type, "flag") == 0)
        list(f, row, FORM_ANSWER, flags, 3, true);
    else if (strcmp(type, "interval") == 0)
        list(f, row, FORM_ANSWER, often, 7, false);
    else if (dated)
        date(f, row, FORM_ANSWER);
    else if (strcmp(type, "count") == 0 || strcmp(type, "percent") == 0)
        number(f, row, FORM_ANSWER, *type == 'c');
}

static void question_row(struct form *f, uint32_t row, const struct question *q)
{
    static const enum form_word kinds[] = {FORM_SELF_DECLARED_WORD, FORM_DOCUMENT_WORD, FORM_REMOTE_WORD, FORM_ON_SITE_WORD};
    form_question(q, &f->text);
    workbook_puts(f->w, f->s, row, FORM_ID, q->id, LOOK_PLAIN);
    workbook_puts(f->w, f->s, row, FORM_QUESTION, f->text.at, LOOK_WRAP);
    workbook_puts(f->w, f->s, row, FORM_REQUIRED, q->required == TRI_YES ? word(f, FORM_IS_REQUIRED_WORD) : NULL, LOOK_PLAIN);
    workbook_puts(f->w, f->s, row, FORM_ASKED, form_asked(q, f->l), LOOK_WRAP);
    answer_cell(f, row, form_type(q));
    workbook_blank(f->w, f->s, row, FORM_COMMENT, LOOK_INPUT);
    workbook_blank(f->w, f->s, row, FORM_EVIDENCE, LOOK_INPUT);
    workbook_blank(f->w, f->s, row, FORM_EVIDENCE_KIND, LOOK_INPUT);
    list(f, row, FORM_EVIDENCE_KIND, kinds, 4, true);
    workbook_blank(f->w, f->s, row, FORM_EVIDENCE_DATE, LOOK_INPUT_DATE);
    date(f, row, FORM_EVIDENCE_DATE);
    workbook_puts(f->w, f->s, row, FORM_TYPE, form_type(q), LOOK_PLAIN);
}

static void head(struct form *f, const struct questionnaire *q, const char *title)
{
    workbook_puts(f->w, f->s, 0, 0, title, LOOK_TITLE);
    workbook_puts(f->w, f->s, FORM_RESPONDENT_ROW - 1, 0, word(f, FORM_RESPONDENT_WORD), LOOK_PLAIN);
    workbook_blank(f->w, f->s, FORM_RESPONDENT_ROW - 1, 1, LOOK_INPUT);
    workbook_puts(f->w, f->s, FORM_DATE_ROW - 1, 0, word(f, FORM_DATE_WORD), LOOK_PLAIN);
    workbook_blank(f->w, f->s, FORM_DATE_ROW - 1, 1, LOOK_INPUT_DATE);
    date(f, FORM_DATE_ROW - 1, 1);
    workbook_puts(f->w, f->s, FORM_DATE_ROW, 0, word(f, FORM_HOW_WORD), LOOK_PLAIN);
    for (uint16_t c = 0; c < FORM_COLUMNS; c++)
        workbook_puts(f->w, f->s, FORM_HEADER_ROW - 1, c, form_heading((enum form_column)c, f->l), LOOK_HEAD);
    uint32_t row = FORM_HEADER_ROW;
    LIST_EACH(struct question, each, &q->questions)
        question_row(f, row++, each);
}

static void shape(struct form *f)
{
    static const double widths[FORM_COLUMNS] = {24, 56, 10, 24, 24, 36, 36, 16, 16, 8};
    lxw_row_col_options hidden = {.hidden = 1};
    lxw_protection may = {.format_columns = 1, .format_rows = 1};
    for (uint16_t c = 0; c < FORM_TYPE; c++)
        f->failed |= worksheet_set_column(f->s, c, c, widths[c], NULL) != LXW_NO_ERROR;
    f->failed |= worksheet_set_column_opt(f->s, FORM_TYPE, FORM_TYPE, widths[FORM_TYPE], NULL, &hidden) != LXW_NO_ERROR;
    worksheet_freeze_panes(f->s, FORM_HEADER_ROW, 0);
    worksheet_set_landscape(f->s);
    worksheet_set_paper(f->s, 9); /* A4 */
    worksheet_fit_to_pages(f->s, 1, 0);
    worksheet_protect(f->s, NULL, &may);
}

/* What says which questions these are, whatever becomes of the other sheet. */
static void hidden_sheet(struct form *f, const struct questionnaire *q)
{
    struct lxw_worksheet *s = workbook_file_sheet(f->w, FORM_SHEET);
    const char *const names[][2] = {{FORM_MARK, FORM_VERSION}, {"questionnaire", q->id}, {"version", q->version},
                                    {"answers", word(f, FORM_SHEET_WORD)}};
    uint32_t row = FORM_IDS_ROW - 1;
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++) {
        workbook_puts(f->w, s, i, 0, names[i][0], LOOK_PLAIN);
        workbook_puts(f->w, s, i, 1, names[i][1], LOOK_PLAIN);
    }
    LIST_EACH(struct question, each, &q->questions) {
        workbook_puts(f->w, s, row, 0, each->id, LOOK_PLAIN);
        workbook_puts(f->w, s, row++, 1, form_type(each), LOOK_PLAIN);
    }
    if (s) {
        worksheet_protect(s, NULL, NULL);
        worksheet_hide(s);
    }
}

int form_workbook(const struct questionnaire *q, enum language l, struct buffer *out, struct fault *f)
{
    char title[TITLE_BYTES];
    struct form form = {.l = l};
    snprintf(title, sizeof title, "%s%s%s", q->title ? q->title : q->id, q->version ? " " : "", q->version ? q->version : "");
    title[text_cut(title, strlen(title), 255)] = '\0';
    form.w = workbook_file_new(MADE, title, false, f);
    if (!form.w)
        return -1;
    buffer_init(&form.text, 1024 * 1024);
    form.s = workbook_file_sheet(form.w, word(&form, FORM_SHEET_WORD));
    if (form.s) {
        head(&form, q, title);
        shape(&form);
        hidden_sheet(&form, q);
        worksheet_activate(form.s);
    }
    bool failed = form.failed || form.text.failed || !form.s;
    buffer_free(&form.text);
    int status = workbook_file_end(form.w, out, NULL, NULL, f);
    return status == 0 && failed ? fault_set(f, FAULT_MEMORY) : status;
}
