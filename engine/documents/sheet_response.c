#include "documents/sheet_response.h"

#include <stdio.h>
#include <string.h>

#include "documents/field_set.h"
#include "documents/resolve.h"
#include "documents/sheet_answer.h"
#include "documents/sheet_words.h"

enum { ID_BYTES = 64 };

/* ---- which question ---- */

static const struct data *question_of(const struct mapping *m, const struct cell *c)
{
    return data_get(m->questions, c->text);
}

/* An id as documents write it: signs that it cannot have become hyphens. False when nothing sensible is left. */
static bool plain_id(const struct cell *c, char out[ID_BYTES + 1])
{
    size_t n = 0;
    for (size_t i = 0; i < c->len; i++) {
        unsigned char now = (unsigned char)c->text[i];
        bool kept = (now >= '0' && now <= '9') || (now >= 'A' && now <= 'Z') || (now >= 'a' && now <= 'z') || now == '.' || now == '_';
        if (now >= 0x80 || n == ID_BYTES)
            return false;
        if (kept)
            out[n++] = (char)now;
        else if (n > 0)
            out[n++] = '-';
    }
    while (n > 0 && out[n - 1] == '-')
        n--;
    out[n] = '\0';
    return n > 0 && out[0] != '.' && out[0] != '_';
}

static const char *id_of(struct answering *a, const struct cell *c)
{
    const struct data *q = question_of(a->layout->mapping, c);
    const char *id = q && q->type == DATA_TEXT ? q->as.text.at : q ? data_text(q, "id", NULL) : NULL;
    char plain[ID_BYTES + 1];
    if (!id && !plain_id(c, plain)) {
        answering_fault(a, FAULT_SHEET_ID, c, c->text);
        return NULL;
    }
    const char *copy = arena_copy(a->builder->arena, id ? id : plain, strlen(id ? id : plain));
    if (!copy)
        build_no_memory(a->builder, 0);
    return copy;
}

/* ---- of which type ---- */

static const char *known_type(const char *at, size_t len)
{
    const struct field *answer = kind_field(&kind_question, "answer");
    for (const char *const *t = answer->tokens; *t; t++)
        if (strlen(*t) == len && memcmp(*t, at, len) == 0)
            return *t;
    return NULL;
}

static const char *asked_type(const struct answering *a, const char *id)
{
    const char *wanted = a->response->questionnaire;
    LIST_EACH(struct questionnaire, q, &a->builder->subject->questionnaires)
        if (!wanted || (q->id && strcmp(q->id, wanted) == 0))
            LIST_EACH(struct question, each, &q->questions)
                if (strcmp(each->id, id) == 0)
                    return each->answer;
    return NULL;
}

static const char *type_of(const struct answering *a, const struct cell *id_cell, const char *id, uint32_t row)
{
    const struct data *q = question_of(a->layout->mapping, id_cell);
    const char *named = q && q->type == DATA_TABLE ? data_text(q, "answer", NULL) : NULL;
    const struct cell *c = answering_cell(a, MAP_TYPE, row);
    if (named)
        return known_type(named, strlen(named));
    const char *told = c ? known_type(c->text, c->len) : NULL;
    return told ? told : asked_type(a, id);
}

/* ---- rows ---- */

/* What was said besides the answer itself, in all rows that the question spans. */
static void add_remark(const struct answering *a, uint32_t row, struct buffer *out)
{
    const struct cell *comment = answering_cell(a, MAP_COMMENT, row), *owner = answering_cell(a, MAP_OWNER, row);
    if (comment && comment->row == row) {
        if (out->len)
            buffer_puts(out, "\n");
        buffer_add(out, comment->text, comment->len);
    }
    if (owner && owner->row == row) {
        buffer_puts(out, out->len ? " [" : "[");
        buffer_add(out, owner->text, owner->len);
        buffer_puts(out, "]");
    }
}

static bool check_cells(struct answering *a, uint32_t row)
{
    for (int c = 0; c < MAP_COLUMNS; c++) {
        const struct cell *cell = answering_cell(a, (enum map_column)c, row);
        if (cell && cell->type == CELL_FAILED)
            return answering_fault(a, FAULT_SHEET_FAILED, cell, cell->text);
    }
    return true;
}

static bool is_answered(const struct answering *a, uint32_t row)
{
    static const enum map_column saying[] = {MAP_ANSWER, MAP_COMMENT, MAP_EVIDENCE, MAP_FILE};
    for (size_t i = 0; i < sizeof saying / sizeof *saying; i++)
        if (answering_cell(a, saying[i], row))
            return true;
    return false;
}

/* The answer that stands in this row; the rows to `end` belong to the same question. */
static bool read_answer(struct answering *a, const struct cell *id_cell, uint32_t row, uint32_t end)
{
    const struct cell *said = answering_cell(a, MAP_ANSWER, row);
    struct buffer remark;
    if (!is_answered(a, row))
        return true;
    const char *id = id_of(a, id_cell);
    struct answer *answer = !id ? NULL
        : (struct answer *)build_node(a->builder, &kind_answer, &a->response->node, &a->response->answers, id_cell->line);
    if (!answer)
        return false;
    answer->question = id;
    answer->cell = answering_place(a, said ? said : id_cell);
    buffer_init(&remark, 4 * SHEET_TEXT);
    for (uint32_t r = row; r < end; r++)
        add_remark(a, r, &remark);
    bool ok = answer_set(a, answer, type_of(a, id_cell, id, row), said, remark.at ? remark.at : "", remark.failed ? 0 : remark.len);
    buffer_free(&remark);
    ok = ok && answering_day(a, answering_cell(a, MAP_ANSWERED, row), &answer->answered);
    for (uint32_t r = row; ok && r < end; r++)
        ok = answer_evidence(a, answer, r, r > row);
    return ok;
}

/* A row that goes on with the question above may add remarks, and no second answer. */
static bool read_more(struct answering *a, const struct cell *id_cell, uint32_t row)
{
    const struct cell *said = answering_cell(a, MAP_ANSWER, row);
    return !said || said->row < row || answering_fault(a, FAULT_SHEET_MORE, said, id_cell->text);
}

/* The first row below that has another question. */
static uint32_t end_of(const struct answering *a, uint32_t row, uint32_t last)
{
    uint32_t end = row + 1;
    while (end <= last && sheet_continues(a->layout->sheet, end, a->layout->column[MAP_QUESTION]))
        end++;
    return end;
}

static bool read_row(struct answering *a, uint32_t row, uint32_t last)
{
    const struct cell *id_cell = answering_cell(a, MAP_QUESTION, row), *said = answering_cell(a, MAP_ANSWER, row);
    if (!check_cells(a, row))
        return false;
    if (!id_cell)
        return !said || said->row < row || answering_fault(a, FAULT_SHEET_NO_ID, said, said->text);
    if (id_cell->row <= a->layout->header) /* a heading of two rows */
        return true;
    return id_cell->row < row ? read_more(a, id_cell, row) : read_answer(a, id_cell, row, end_of(a, row, last));
}

static bool read_rows(struct answering *a)
{
    const struct sheet *s = a->layout->sheet;
    uint32_t last = sheet_last_row(s), before = a->layout->header;
    if (a->layout->mapping->last && a->layout->mapping->last < last)
        last = a->layout->mapping->last;
    for (size_t i = 0; i < s->count && s->cells[i].row <= last; i++) {
        if (s->cells[i].row <= before)
            continue;
        before = s->cells[i].row;
        if (!read_row(a, before, last))
            return false;
    }
    return true;
}

/* ---- the whole ---- */

static bool check_twice(struct answering *a)
{
    const struct list *list = &a->response->answers;
    struct document *d = a->builder->document;
    struct entry *all = arena_array(a->builder->arena, list->count + 1, sizeof *all);
    size_t count = 0;
    if (!all)
        return build_no_memory(a->builder, 0) == 0;
    LIST_EACH(struct answer, n, list)
        all[count++] = (struct entry){n->question, n, n->node.ordinal};
    index_sort(all, count);
    for (size_t i = 1; i < count; i++) {
        const struct answer *first = all[i - 1].at, *second = all[i].at;
        char lines[2][16];
        if (strcmp(all[i - 1].key, all[i].key) != 0)
            continue;
        snprintf(lines[0], sizeof lines[0], "%u", (unsigned)first->node.line);
        snprintf(lines[1], sizeof lines[1], "%u", (unsigned)second->node.line);
        fault_set(&d->fault, FAULT_SHEET_TWICE, first->question, first->cell ? first->cell : lines[0],
                  second->cell ? second->cell : lines[1]);
        fault_where(&d->fault, d->shown, 0);
        return false;
    }
    return true;
}

/* The cell that a text such as "C4" or "表紙!C4" names; NULL with *other set when it is words. */
static const struct cell *cell_named(const struct book *b, const struct layout *l, const char *text, bool *other)
{
    const char *mark = strrchr(text, '!'), *place = mark ? mark + 1 : text;
    uint32_t row, column;
    *other = !cell_parse(place, strlen(place), &row, &column);
    if (*other)
        return NULL;
    for (size_t i = 0; mark && i < b->count; i++) {
        const char *name = b->sheets[i].name ? b->sheets[i].name : "";
        if (strlen(name) == (size_t)(mark - text) && memcmp(name, text, (size_t)(mark - text)) == 0)
            return sheet_at(&b->sheets[i], row, column);
    }
    return mark ? NULL : sheet_at(l->sheet, row, column);
}

static bool bad_value(struct answering *a, const char *key, const char *expected)
{
    const struct mapping *m = a->layout->mapping;
    fault_where(&a->builder->document->fault, m->place, m->line);
    fault_set(&a->builder->document->fault, FAULT_MAPPING_VALUE, key, expected);
    return false;
}

static bool find_date(struct answering *a, const struct book *book)
{
    const char *text = a->layout->mapping->date;
    struct response *r = a->response;
    struct document *d = a->builder->document;
    bool words = true;
    const struct cell *c = text ? cell_named(book, a->layout, text, &words) : NULL;
    if (text && words && !value_parse_date(text, strlen(text), &r->date))
        return bad_value(a, "date", "a day (2026-03-31) or the cell that holds it (C4, Cover!C4)");
    if (c && !answering_day(a, c, &r->date))
        return false;
    LIST_EACH(struct answer, n, &r->answers)
        if (!text && n->answered != DAY_NONE && (r->date == DAY_NONE || n->answered > r->date))
            r->date = n->answered;
    if (r->date != DAY_NONE)
        return true;
    fault_set(&d->fault, FAULT_SHEET_NO_DATE, text ? text : "date");
    fault_where(&d->fault, d->shown, 0);
    return false;
}

static bool set_name(struct answering *a, const char *field, const char *text)
{
    enum set_result r = SET_OK;
    if (text)
        r = field_set(a->builder->arena, &a->response->node, kind_field(&kind_response, field), text, strlen(text));
    if (r == SET_NO_MEMORY)
        return build_no_memory(a->builder, 0) == 0;
    return r == SET_OK || bad_value(a, field, "an identifier such as security-2026");
}

static bool find_respondent(struct answering *a, const struct book *book)
{
    const char *text = a->layout->mapping->respondent;
    bool words = true;
    const struct cell *c = text ? cell_named(book, a->layout, text, &words) : NULL;
    if (c)
        return answering_text(a, &a->response->node, "respondent", c->text, c->len);
    return !text || !words || answering_text(a, &a->response->node, "respondent", text, strlen(text));
}

static const char *folder_of(const struct builder *b)
{
    const char *file = b->document->file, *slash = strrchr(file, '/');
    const char *folder = arena_copy(b->arena, file, slash ? (size_t)(slash + 1 - file) : 0);
    return folder ? folder : "";
}

int response_build(struct builder *b, const struct layout *l, const struct book *book, const struct file_list *files)
{
    struct response *r = (struct response *)build_node(b, &kind_response, NULL, NULL, l->header ? l->header : 1);
    struct answering a = {.builder = b, .layout = l, .files = files, .response = r, .folder = folder_of(b)};
    const struct cell head = {.row = l->header ? l->header : 1, .column = l->column[MAP_QUESTION]};
    if (!r || !set_name(&a, "questionnaire", l->mapping->questionnaire) || !set_name(&a, "id", l->mapping->id))
        return -1;
    r->cell = answering_place(&a, &head);
    if (!read_rows(&a) || !check_twice(&a) || !find_date(&a, book) || !find_respondent(&a, book))
        return -1;
    if (!r->answers.count) {
        fault_set(&b->document->fault, FAULT_SHEET_EMPTY, l->sheet->name ? l->sheet->name : b->document->file);
        fault_where(&b->document->fault, b->document->shown, 0);
        return -1;
    }
    build_root(b, &r->node);
    return 0;
}
