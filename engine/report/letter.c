/* The request for corrective action: to whom, why, what, until when, and a form for the answer. Words of letter_words.def;
 * scores, criticality and everything else that is the customer's own matter stay out of it. */
#include "report/letter.h"

#include <stdlib.h>
#include <string.h>

#include "report/history_say.h"
#include "report/letterhead.h"
#include "report/renderers.h"
#include "rules/due.h"

enum { TEXT_BYTES = 256 * 1024 };

struct letter {
    struct view v;          /* writes into `text` */
    const struct letter_form *form;
    struct buffer text, *out;
    struct letterhead from;
    day reply;
};

/* ---- words ---- */

enum letter_word {
#define LETTER_WORD(name, en, ja) LETTER_##name##_WORD,
#include "report/letter_words.def"
#undef LETTER_WORD
    LETTER_WORDS
};

static const char *const words[LETTER_WORDS][LANGUAGE_COUNT] = {
#define LETTER_WORD(name, en, ja) {en, ja},
#include "report/letter_words.def"
#undef LETTER_WORD
};

#define SAID(name) words[LETTER_##name##_WORD][l->v.l]

static const char *taken(struct letter *l)
{
    return l->text.len ? l->text.at : "";
}

static void flush(struct letter *l, enum letter_style style)
{
    l->out->failed = l->out->failed || l->text.failed;
    l->form->paragraph(l->out, style, taken(l));
    buffer_clear(&l->text);
}

static void flush_cell(struct letter *l, bool head, int width)
{
    l->out->failed = l->out->failed || l->text.failed;
    l->form->cell(l->out, head, width, taken(l));
    buffer_clear(&l->text);
}

static void put(struct letter *l, const char *text)
{
    say(&l->v, text);
}

static void paragraph(struct letter *l, enum letter_style style, const char *text)
{
    raw(&l->v, text);
    flush(l, style);
}

/* The program's own words, in which {day}, {reply} and {count} are filled in. */
static void filled(struct letter *l, enum letter_style style, const char *text)
{
    for (const char *at = text; *at;) {
        size_t n = strcspn(at, "{");
        buffer_add(&l->text, at, n);
        at += n;
        if (!*at) break;
        if (strncmp(at, "{day}", 5) == 0) say_date(&l->v, l->v.r->as_of);
        if (strncmp(at, "{reply}", 7) == 0) say_date(&l->v, l->reply);
        at += strcspn(at, "}") + 1;
    }
    flush(l, style);
}

/* ---- the head ---- */

static void sender_line(struct letter *l, const char *label, const char *text, const char *blank)
{
    if (!text && !blank) return;
    put(l, label);
    put(l, text ? text : blank);
    raw(&l->v, "\n");
}

static void sender(struct letter *l)
{
    const struct letterhead *f = &l->from;
    sender_line(l, "", f->company, SAID(BLANK_COMPANY));
    sender_line(l, "", f->department, SAID(BLANK_DEPARTMENT));
    sender_line(l, "", f->person, SAID(BLANK_PERSON));
    sender_line(l, "", f->address, NULL);
    sender_line(l, SAID(PHONE), f->phone, NULL);
    sender_line(l, SAID(EMAIL), f->email, NULL);
    if (l->text.len) l->text.at[--l->text.len] = '\0';
    flush(l, LETTER_RIGHT);
}

static void head(struct letter *l)
{
    const struct result *r = l->v.r;
    bool person = r->kind && strcmp(r->kind, "individual") == 0;
    if (l->from.number) {
        put(l, SAID(NUMBER)), put(l, l->from.number), put(l, r->supplier);
        flush(l, LETTER_RIGHT);
    }
    say_date(&l->v, r->as_of);
    flush(l, LETTER_RIGHT);
    put(l, r->name ? r->name : r->supplier);
    raw(&l->v, person ? SAID(MR) : SAID(MESSRS));
    if (r->contact) put(l, "\n"), put(l, SAID(ATTENTION)), put(l, r->contact);
    flush(l, LETTER_LEFT);
    sender(l);
    paragraph(l, LETTER_TITLE, SAID(SUBJECT));
}

/* ---- the findings ---- */

static bool asked(const struct letter *l, const struct finding *f)
{
    return f->outcome == OUTCOME_FAIL && finding_shown(&l->v, f);
}

static size_t count_asked(const struct letter *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->v.r->finding_count; i++) n += asked(l, &l->v.r->findings[i]);
    return n;
}

/* By the register where there is one: it knows since when; else counted from the day of the letter. */
static day due_of(const struct letter *l, const struct finding *f)
{
    const struct finding_history *h = history_of(&l->v, f);
    if (h) return h->due;
    return l->v.o->due ? due_day(l->v.o->due, l->v.r->tier, f->grade, l->v.r->as_of) : DAY_NONE;
}

static void say_due(struct letter *l, const struct finding *f)
{
    const struct finding_history *h = history_of(&l->v, f);
    day due = due_of(l, f);
    if (due == DAY_NONE) put(l, SAID(NO_DUE));
    else say_date(&l->v, due);
    if (h && h->overdue) put(l, "\n"), put(l, SAID(PAST_DUE));
    if (h && h->recurrences > 0) put(l, "\n"), put(l, SAID(AGAIN));
}

static void labelled(struct letter *l, const char *label, const struct value *value)
{
    if (value->type == VALUE_NONE) return;
    put(l, "\n"), put(l, label);
    say_value(&l->v, value);
}

static void what(struct letter *l, const struct finding *f)
{
    put(l, f->text[l->v.l]);
    if (place_is_somewhere(&f->place)) put(l, "\n"), put(l, SAID(PLACE)), say_place(&l->v, &f->place);
    if (f->place.quote) put(l, "\n"), put(l, SAID(QUOTE)), put(l, f->place.quote), put(l, SAID(QUOTE_END));
    labelled(l, SAID(EXPECTED), &f->expected);
    labelled(l, SAID(FOUND), &f->found);
    const struct judgement *j = judgement_of(l->v.r, f);
    if (j && j->rule->control_count) put(l, "\n"), put(l, SAID(CONTROLS)), say_controls(&l->v, j->rule);
}

static void head_cells(struct letter *l, const int *widths, const char *const *texts, size_t count)
{
    l->form->row(l->out);
    for (size_t i = 0; i < count; i++) l->form->cell(l->out, true, widths[i], texts[i]);
    l->form->row_end(l->out);
}

static void findings(struct letter *l)
{
    static const int widths[] = {7, 9, 40, 28, 16};
    const char *const heads[] = {SAID(NO), SAID(GRADE), SAID(FINDING), SAID(ASKED), SAID(DUE)};
    int64_t n = 0;
    l->form->table(l->out, widths, 5);
    head_cells(l, widths, heads, 5);
    for (size_t i = 0; i < l->v.r->finding_count; i++) {
        const struct finding *f = &l->v.r->findings[i];
        if (!asked(l, f)) continue;
        l->form->row(l->out);
        say_int(&l->v, ++n), flush_cell(l, false, widths[0]);
        put(l, f->grade == GRADE_MAJOR ? SAID(MAJOR) : f->grade == GRADE_MINOR ? SAID(MINOR) : SAID(OBSERVATION)), flush_cell(l, false, widths[1]);
        what(l, f), flush_cell(l, false, widths[2]);
        put(l, f->advice[l->v.l] ? f->advice[l->v.l] : SAID(NO_ADVICE)), flush_cell(l, false, widths[3]);
        say_due(l, f), flush_cell(l, false, widths[4]);
        l->form->row_end(l->out);
    }
    l->form->table_end(l->out);
}

/* ---- the form for the answer ---- */

static void answer_head(struct letter *l)
{
    static const int widths[] = {22, 78};
    const char *const labels[] = {SAID(ANSWER_COMPANY), SAID(ANSWER_PERSON), SAID(ANSWER_DATE)};
    paragraph(l, LETTER_TITLE, SAID(ANSWER_TITLE));
    put(l, l->from.company ? l->from.company : SAID(BLANK_COMPANY));
    raw(&l->v, SAID(MESSRS));
    flush(l, LETTER_LEFT);
    filled(l, LETTER_BODY, SAID(ANSWER_INTRO));
    l->form->table(l->out, widths, 2);
    for (size_t i = 0; i < 3; i++) {
        l->form->row(l->out);
        l->form->cell(l->out, true, widths[0], labels[i]);
        if (i == 0) put(l, l->v.r->name ? l->v.r->name : l->v.r->supplier);
        flush_cell(l, false, widths[1]);
        l->form->row_end(l->out);
    }
    l->form->table_end(l->out);
}

static void answer_to(struct letter *l, const struct finding *f, int64_t n)
{
    static const int widths[] = {22, 78};
    const char *const labels[] = {SAID(ANSWER_CAUSE), SAID(ANSWER_ACTION), SAID(ANSWER_PREVENTION), SAID(ANSWER_PLANNED),
                                  SAID(ANSWER_COST)};
    const char *const blanks[] = {"\n\n", "\n\n", "\n\n", SAID(ANSWER_PLANNED_BLANK), SAID(ANSWER_COST_BLANK)};
    say_int(&l->v, n), raw(&l->v, ". "), put(l, f->text[l->v.l]);
    flush(l, LETTER_HEADING);
    put(l, SAID(FINGERPRINT)), say_hash(&l->v, &f->fingerprint, 8);
    flush(l, LETTER_SMALL);
    l->form->table(l->out, widths, 2);
    for (size_t i = 0; i < 5; i++) {
        l->form->row(l->out);
        l->form->cell(l->out, true, widths[0], labels[i]);
        l->form->cell(l->out, false, widths[1], blanks[i]);
        l->form->row_end(l->out);
    }
    l->form->table_end(l->out);
}

static void answer(struct letter *l)
{
    int64_t n = 0;
    l->form->page(l->out);
    answer_head(l);
    for (size_t i = 0; i < l->v.r->finding_count; i++)
        if (asked(l, &l->v.r->findings[i])) answer_to(l, &l->v.r->findings[i], ++n);
}

/* ---- the letter ---- */

static void matters(struct letter *l)
{
    paragraph(l, LETTER_CENTER, SAID(NOTE_BEGIN));
    paragraph(l, LETTER_HEADING, SAID(FINDINGS_HEADING));
    findings(l);
    paragraph(l, LETTER_HEADING, SAID(REPLY_HEADING));
    filled(l, LETTER_BODY, SAID(REPLY));
    paragraph(l, LETTER_HEADING, SAID(COST_HEADING));
    paragraph(l, LETTER_BODY, SAID(COST));
    paragraph(l, LETTER_HEADING, SAID(FACTS_HEADING));
    paragraph(l, LETTER_BODY, SAID(FACTS));
    paragraph(l, LETTER_RIGHT, SAID(NOTE_END));
}

static void body(struct letter *l)
{
    head(l);
    filled(l, LETTER_BODY, SAID(OPENING));
    filled(l, LETTER_BODY, SAID(REASON));
    filled(l, LETTER_BODY, SAID(REQUEST));
    if (l->v.l == LANGUAGE_JA) paragraph(l, LETTER_RIGHT, SAID(CLOSING)); /* 敬具 stands before 記; in English the name ends the letter */
    matters(l);
    if (l->v.l != LANGUAGE_JA) paragraph(l, LETTER_LEFT, SAID(CLOSING));
    answer(l);
}

bool letter_write(const struct letter_form *form, const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct report_options outward = *o;
    struct letter l = {.form = form, .out = out, .from = {.company = r->customer}};
    outward.audience = AUDIENCE_SUPPLIER;
    buffer_init(&l.text, TEXT_BYTES);
    l.v = view_of(&l.text, r, &outward, put_plain);
    if (o->letterhead) l.from = *o->letterhead;
    if (!l.from.company) l.from.company = r->customer;
    l.reply = r->as_of + (l.from.reply_days > 0 ? l.from.reply_days : REPLY_DAYS);
    bool any = count_asked(&l) > 0 && !r->lone;
    if (any) {
        form->begin(out, o->language, words[LETTER_SUBJECT_WORD][o->language]);
        body(&l);
        form->end(out);
    }
    buffer_free(&l.text);
    return any;
}

void letter_html_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    letter_write(&letter_html, r, o, out);
}
