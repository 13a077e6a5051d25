#include "documents/sheet_answer.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "documents/field_set.h"
#include "documents/sheet_words.h"

enum { PLACE_SIZE = 300, CUT_BYTES = 4 * FIELD_TEXT_CHARACTERS };

/* ---- places and faults ---- */

const struct cell *answering_cell(const struct answering *a, enum map_column c, uint32_t row)
{
    return a->layout->column[c] ? sheet_at(a->layout->sheet, row, a->layout->column[c]) : NULL;
}

/* As formulas write it: names with blanks and signs stand in quotes. */
static void write_place(const struct sheet *s, const struct cell *c, char out[PLACE_SIZE])
{
    char name[16];
    bool quoted = false;
    cell_name(c->row, c->column, name);
    for (const char *p = s->name ? s->name : ""; *p; p++)
        quoted |= (unsigned char)*p < 0x80 && !(*p >= '0' && *p <= '9') && !(*p >= 'A' && *p <= 'Z') && !(*p >= 'a' && *p <= 'z') &&
                  *p != '_' && *p != '.';
    if (s->name)
        snprintf(out, PLACE_SIZE, quoted ? "'%s'!%s" : "%s!%s", s->name, name);
    else
        snprintf(out, PLACE_SIZE, "%s", name);
}

const char *answering_place(const struct answering *a, const struct cell *c)
{
    char place[PLACE_SIZE];
    if (!a->layout->sheet->name || !c)
        return NULL;
    write_place(a->layout->sheet, c, place);
    return arena_copy(a->builder->arena, place, strlen(place));
}

bool answering_fault(struct answering *a, enum fault_id id, const struct cell *c, const char *what)
{
    char place[PLACE_SIZE];
    struct document *d = a->builder->document;
    write_place(a->layout->sheet, c, place);
    fault_set(&d->fault, id, place, what);
    fault_where(&d->fault, d->shown, a->layout->sheet->name ? 0 : c->line);
    return false;
}

bool answering_day(struct answering *a, const struct cell *c, day *out)
{
    char folded[WORDS_SIZE];
    if (!c)
        return true;
    if (c->type == CELL_DATE)
        *out = c->date;
    else if (!words_fold(c->text, c->len, folded) || !words_date(folded, out))
        return answering_fault(a, FAULT_SHEET_DAY, c, c->text);
    return true;
}

static bool no_memory(struct answering *a)
{
    build_no_memory(a->builder, 0);
    return false;
}

bool answering_text(struct answering *a, struct node *n, const char *field, const char *at, size_t len)
{
    static const char ellipsis[3] = {'\xE2', '\x80', '\xA6'}; /* … */
    char cut[CUT_BYTES + 4];
    size_t characters = 0, end = 0;
    for (size_t i = 0; i < len && characters < FIELD_TEXT_CHARACTERS - 1; characters++)
        end = i += text_char(at + i, len - i) ? text_char(at + i, len - i) : 1;
    if (end < len) {
        memcpy(cut, at, end);
        memcpy(cut + end, ellipsis, sizeof ellipsis);
        at = cut;
        len = end + 3;
    }
    enum set_result r = field_set(a->builder->arena, n, kind_field(n->kind, field), at, len);
    return r == SET_NO_MEMORY ? no_memory(a) : true;
}

/* ---- values ---- */

static bool says_flag(const struct mapping *m, const struct cell *c, const char *folded, tri *out)
{
    bool yes = c->flag;
    if (mapping_says(m, "yes", folded) || mapping_says(m, "no", folded))
        yes = mapping_says(m, "yes", folded);
    else if (c->type != CELL_FLAG && !words_flag(folded, &yes))
        return false;
    *out = yes ? TRI_YES : TRI_NO;
    return true;
}

static bool says_choice(struct answering *a, const struct mapping *m, const char *folded, struct answer *out, bool *failed)
{
    const char *name = mapping_name_for(m, "choices", folded);
    char token[WORDS_SIZE];
    size_t n = 0;
    for (const char *p = name ? name : folded; *p; p++)
        token[n++] = *p == ' ' || *p == '_' ? '-' : *p;
    enum set_result r = field_set(a->builder->arena, &out->node, kind_field(&kind_answer, "choice"), token, n);
    *failed = r == SET_NO_MEMORY;
    return r == SET_OK;
}

static bool says_date(const struct cell *c, const char *folded, day *out)
{
    if (c->type != CELL_DATE)
        return words_date(folded, out);
    *out = c->date;
    return true;
}

/* A share typed as a plain number is one of a hundred; one typed with % says so itself. */
static bool says_percent(const struct cell *c, const char *folded, fixed *out)
{
    if (c->type != CELL_PERCENT)
        return words_percent(folded, out);
    if (c->number < 0 || c->number > 100 * FIXED_ONE)
        return false;
    *out = c->number;
    return true;
}

/* The type of the value where nobody asked for one. */
static const char *own_type(const struct mapping *m, const struct cell *c, const char *folded)
{
    tri flag;
    day d;
    if (c->type == CELL_DATE)
        return "date";
    if (c->type == CELL_PERCENT)
        return "percent";
    if (c->type == CELL_NUMBER)
        return c->number % FIXED_ONE == 0 && c->number >= 0 ? "count" : "words";
    if (says_flag(m, c, folded, &flag))
        return "flag";
    return words_date(folded, &d) ? "date" : "words";
}

/* True if the cell became a value of the type. */
static bool set_value(struct answering *a, struct answer *out, const char *type, const struct cell *c, const char *folded,
                      bool *failed)
{
    const struct mapping *m = a->layout->mapping;
    if (mapping_says(m, "not_applicable", folded) || words_not_applicable(folded)) {
        out->choice = "not-applicable";
        return true;
    }
    if (!type)
        type = own_type(m, c, folded);
    if (strcmp(type, "flag") == 0)
        return says_flag(m, c, folded, &out->flag);
    if (strcmp(type, "date") == 0)
        return says_date(c, folded, &out->date);
    if (strcmp(type, "count") == 0)
        return words_count(folded, &out->count);
    if (strcmp(type, "percent") == 0)
        return says_percent(c, folded, &out->percent);
    if (strcmp(type, "duration") == 0)
        return words_duration(folded, &out->duration);
    if (strcmp(type, "interval") == 0)
        return words_interval(folded, &out->interval);
    return strcmp(type, "choice") == 0 && says_choice(a, m, folded, out, failed);
}

bool answer_set(struct answering *a, struct answer *answer, const char *type, const struct cell *said, const char *remark,
                size_t remark_len)
{
    char folded[WORDS_SIZE];
    bool failed = false, typed = false;
    struct buffer words;
    if (said && words_fold(said->text, said->len, folded))
        typed = set_value(a, answer, type, said, folded, &failed);
    if (failed)
        return no_memory(a);
    buffer_init(&words, 4 * SHEET_TEXT);
    if (said && !typed)
        buffer_add(&words, said->text, said->len);
    if (words.len && remark_len)
        buffer_puts(&words, "\n");
    buffer_add(&words, remark, remark_len);
    bool ok = words.failed ? no_memory(a)
        : !words.len || answering_text(a, &answer->node, "words", words.at, words.len);
    buffer_free(&words);
    return ok;
}
