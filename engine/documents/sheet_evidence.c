/* What supports an answer in a spreadsheet: one document a line of the cell. */
#include <string.h>

#include "documents/field_set.h"
#include "documents/sheet_answer.h"
#include "documents/sheet_words.h"

struct supporting {
    struct answering *a;
    struct answer *answer;
    const struct cell *kind_cell;
    day date, received;
    const char *kind;           /* as the row says; NULL: it does not */
};

static bool among(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

static const char *known_kind(const char *folded)
{
    static const struct { const char *kind; const char *const words[8]; } kinds[] = {
        {"self-declared", {"self-declared", "self declared", "自己申告", "申告", NULL}},
        {"document", {"document", "documents", "文書", "書類", "資料", "記録", "規程", NULL}},
        {"remote", {"remote", "遠隔", "遠隔確認", "リモート", "オンライン", NULL}},
        {"on-site", {"on-site", "on site", "onsite", "現地", "現地確認", "実地", "実地確認", NULL}}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (among(folded, kinds[i].words))
            return kinds[i].kind;
    return NULL;
}

static bool find_kind(struct supporting *s)
{
    char folded[WORDS_SIZE];
    const struct cell *c = s->kind_cell;
    if (!c)
        return true;
    if (words_fold(c->text, c->len, folded)) {
        s->kind = mapping_name_for(s->a->layout->mapping, "kinds", folded);
        if (!s->kind)
            s->kind = known_kind(folded);
    }
    return s->kind || answering_fault(s->a, FAULT_SHEET_KIND, c, c->text);
}

/* The path of a file of the supplier that the text names, from the top or from where the spreadsheet lies; NULL. */
static const char *named_file(const struct answering *a, const char *at, size_t len)
{
    struct arena *arena = a->builder->arena;
    if (!a->files || len == 0 || len > 1000)
        return NULL;
    const char *top = arena_copy(arena, at, len);
    if (top && file_list_has(a->files, top))
        return top;
    const char *near = top && *a->folder ? arena_format(arena, "%s%s", a->folder, top) : NULL;
    return near && file_list_has(a->files, near) ? near : NULL;
}

static struct evidence *add(struct supporting *s, const struct cell *at, bool file)
{
    struct answering *a = s->a;
    struct evidence *e = (struct evidence *)build_node(a->builder, &kind_evidence, &s->answer->node, &s->answer->evidence, at->line);
    if (!e)
        return NULL;
    const char *standard = a->layout->mapping->evidence_kind;
    e->kind = s->kind ? s->kind : standard ? standard : file ? "document" : "self-declared";
    e->cell = answering_place(a, at);
    e->date = s->date;
    e->received = s->received;
    return e;
}

static bool is_nothing(const char *at, size_t len)
{
    static const char *const words[] = {"", "-", "ー", "―", "none", "同上なし", NULL};
    char folded[WORDS_SIZE];
    bool yes = true;
    if (!words_fold(at, len, folded))
        return false;
    return among(folded, words) || words_not_applicable(folded) || (words_flag(folded, &yes) && !yes);
}

static bool add_line(struct supporting *s, const struct cell *c, const char *at, size_t len)
{
    if (is_nothing(at, len))
        return true;
    while (len > 0 && strchr(" \t\r", *at))
        at++, len--;
    while (len > 0 && strchr(" \t\r", at[len - 1]))
        len--;
    const char *file = named_file(s->a, at, len);
    struct evidence *e = add(s, c, file != NULL);
    if (!e)
        return false;
    e->file = file;
    return file || answering_text(s->a, &e->node, "reference", at, len);
}

static bool add_lines(struct supporting *s, const struct cell *c)
{
    const char *at = c->text, *end = c->text + c->len;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop)
            stop = end;
        if (!add_line(s, c, at, (size_t)(stop - at)))
            return false;
        at = stop + 1;
    }
    return true;
}

static bool add_file(struct supporting *s, const struct cell *c)
{
    struct evidence *e = add(s, c, true);
    if (!e)
        return false;
    enum set_result r = field_set(s->a->builder->arena, &e->node, kind_field(&kind_evidence, "file"), c->text, c->len);
    return r == SET_OK || (r == SET_BAD ? answering_fault(s->a, FAULT_SHEET_FILE, c, c->text) : (build_no_memory(s->a->builder, 0), false));
}

bool answer_evidence(struct answering *a, struct answer *answer, uint32_t row, bool more)
{
    const struct cell *text = answering_cell(a, MAP_EVIDENCE, row), *file = answering_cell(a, MAP_FILE, row);
    if (more && text && text->row < row)
        text = NULL;
    if (more && file && file->row < row)
        file = NULL;
    if (more && !text && !file)
        return true;
    struct supporting s = {.a = a, .answer = answer, .kind_cell = answering_cell(a, MAP_EVIDENCE_KIND, row),
                           .date = DAY_NONE, .received = DAY_NONE};
    if (!find_kind(&s) || !answering_day(a, answering_cell(a, MAP_EVIDENCE_DATE, row), &s.date) ||
        !answering_day(a, answering_cell(a, MAP_EVIDENCE_RECEIVED, row), &s.received))
        return false;
    if ((text && !add_lines(&s, text)) || (file && !add_file(&s, file)))
        return false;
    /* A kind that says more than that the supplier says so is evidence by itself: seen on site. */
    return text || file || !s.kind || add(&s, s.kind_cell, false);
}
