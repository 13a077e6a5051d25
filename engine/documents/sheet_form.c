/* Forms that `kijun questionnaire form` wrote, filled in: what the mapping of any other spreadsheet would say is known. */
#include <string.h>

#include "documents/form.h"
#include "documents/schema.h"
#include "documents/sheet_response.h"

static bool is_text(const struct cell *c, const char *text)
{
    return c && strcmp(c->text, text) == 0;
}

static void set(struct mapping *m, enum map_column c, const char *letter)
{
    m->columns[c] = (struct column_names){{letter}, 1};
}

static void set_columns(struct mapping *m)
{
    set(m, MAP_QUESTION, "A");
    set(m, MAP_ANSWER, "E");
    set(m, MAP_COMMENT, "F");
    set(m, MAP_EVIDENCE, "G");
    set(m, MAP_EVIDENCE_KIND, "H");
    set(m, MAP_EVIDENCE_DATE, "I");
    set(m, MAP_TYPE, "J");
    m->respondent = "B2";
    m->date = "B3";
    m->header = FORM_HEADER_ROW;
    m->place = FORM_MARK;
}

static int damaged(struct fault *f, uint32_t row, uint32_t column)
{
    char place[16];
    cell_name(row, column, place);
    return fault_set(f, FAULT_FORM_DAMAGED, place);
}

static bool known_type(const struct cell *c)
{
    const struct field *answer = kind_field(&kind_question, "answer");
    for (const char *const *t = answer->tokens; c && *t; t++)
        if (is_text(c, *t))
            return true;
    return false;
}

/* Every question has its type beside it, and in a workbook the hidden sheet has the same ones in the same order. */
static int check_rows(const struct sheet *answers, const struct sheet *hidden, struct fault *f)
{
    uint32_t last = sheet_last_row(answers), first = FORM_HEADER_ROW + 1;
    for (uint32_t row = first; row <= last; row++) {
        const struct cell *id = sheet_at(answers, row, FORM_ID + 1), *type = sheet_at(answers, row, FORM_TYPE + 1);
        const struct cell *same = hidden ? sheet_at(hidden, FORM_IDS_ROW + row - first, 1) : id;
        if (!id && !type && !same)
            continue;
        if (!id || !known_type(type) || !is_text(same, id->text))
            return damaged(f, row, FORM_ID + 1);
    }
    return !hidden || sheet_last_row(hidden) < FORM_IDS_ROW + (last >= first ? last - first + 1 : 0)
        ? 1 : damaged(f, last + 1, FORM_ID + 1);
}

/* A text file: the first record has the mark, its version and the questionnaire. */
static int text_form(const struct book *b, struct mapping *out, struct fault *f)
{
    const struct sheet *s = b->count ? &b->sheets[0] : NULL;
    if (!s || !is_text(sheet_at(s, 1, 1), FORM_MARK))
        return 0;
    const struct cell *questionnaire = sheet_at(s, 1, 3);
    if (!is_text(sheet_at(s, 1, 2), FORM_VERSION) || !questionnaire)
        return damaged(f, 1, 1);
    out->questionnaire = questionnaire->text;
    set_columns(out);
    return check_rows(s, NULL, f);
}

int form_mapping(const struct book *b, struct mapping *out, struct fault *f)
{
    const struct sheet *hidden = book_hidden(b, FORM_SHEET);
    *out = (struct mapping){.place = FORM_MARK};
    if (b->count && !b->sheets[0].name)
        return text_form(b, out, f);
    if (!hidden || !is_text(sheet_at(hidden, 1, 1), FORM_MARK))
        return 0;
    const struct cell *questionnaire = sheet_at(hidden, FORM_QUESTIONNAIRE_ROW, 2), *name = sheet_at(hidden, FORM_ANSWERS_ROW, 2);
    const struct sheet *answers = name ? book_sheet(b, name->text) : NULL;
    if (!is_text(sheet_at(hidden, 1, 2), FORM_VERSION) || !questionnaire || !answers)
        return damaged(f, 1, 1);
    out->questionnaire = questionnaire->text;
    out->sheet = name->text;
    set_columns(out);
    return check_rows(answers, hidden, f);
}
