/* Findings as CSV (RFC 4180), a line each. The variant for spreadsheets begins with a byte order mark, by which they know
 * UTF-8, and puts an apostrophe before a text that they would take for a formula. */
#include "report/ci.h"
#include "report/history_say.h"
#include "report/renderers.h"

#include <string.h>

static void columns(const struct report_options *o, struct buffer *out)
{
    buffer_puts(out, "supplier,name,outcome,grade,rule,message,text,document,line,paragraph,cell,clause,heading,quote,expected,"
                     "found,controls,advice,waived_until,fingerprint");
    if (o->history)
        buffer_puts(out, ",state,change,since,first_seen,last_seen,age_days,due,overdue,recurrences,owner");
    buffer_puts(out, "\r\n");
}

void csv_begin(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r;
    columns(o, out);
}

void csv_excel_begin(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r;
    buffer_puts(out, "\xEF\xBB\xBF");
    columns(o, out);
}

/* The inside of a quoted field. */
static void put_csv(struct buffer *b, const char *at, size_t len)
{
    size_t from = 0;
    for (size_t i = 0; i < len; i++) {
        if (at[i] != '"') continue;
        put_plain(b, at + from, i + 1 - from);
        buffer_putc(b, '"');
        from = i + 1;
    }
    put_plain(b, at + from, len - from);
}

struct csv {
    struct view v;
    bool guarded;   /* no text is a formula */
    size_t field;   /* where the content of the open field begins */
    bool started;   /* a field of this row was written */
};

static void open_field(struct csv *c)
{
    raw(&c->v, c->started ? ",\"" : "\"");
    c->started = true;
    c->field = c->v.out->len;
}

static void close_field(struct csv *c)
{
    struct buffer *out = c->v.out;
    size_t len = out->len - c->field;
    if (c->guarded && !out->failed && len && strchr("=+-@\t\r", out->at[c->field])) {
        raw(&c->v, " ");
        if (out->failed) return;
        memmove(out->at + c->field + 1, out->at + c->field, len);
        out->at[c->field] = '\'';
    }
    raw(&c->v, "\"");
}

static void end_row(struct csv *c)
{
    raw(&c->v, "\r\n");
    c->started = false;
}

static void field(struct csv *c, const char *text)
{
    open_field(c);
    say(&c->v, text);
    close_field(c);
}

static void number(struct csv *c, uint32_t n)
{
    raw(&c->v, ",");
    if (n) say_int(&c->v, n);
}

static void value(struct csv *c, const struct value *value)
{
    open_field(c);
    say_value(&c->v, value);
    close_field(c);
}

static void empty(struct csv *c, int count)
{
    while (count--) raw(&c->v, ",");
}

static void head(struct csv *c, const char *outcome, const char *grade, const char *rule)
{
    field(c, c->v.r->supplier);
    field(c, c->v.r->name);
    field(c, outcome);
    field(c, grade);
    field(c, rule);
}

static void date(struct csv *c, day d)
{
    open_field(c);
    if (d != DAY_NONE) say_date(&c->v, d);
    close_field(c);
}

enum { HISTORY_COLUMNS = 10 };

static void history(struct csv *c, const struct finding_history *h)
{
    if (!c->v.o->history) return;
    if (!h) {
        empty(c, HISTORY_COLUMNS);
        return;
    }
    field(c, state_name(h->state));
    field(c, change_name(h->change));
    field(c, c->v.r->history->since == DAY_NONE ? NULL : change_name(h->since));
    date(c, h->first_seen);
    date(c, h->last_seen);
    raw(&c->v, ","), say_int(&c->v, h->age);
    date(c, h->due);
    field(c, h->overdue ? "true" : "false");
    raw(&c->v, ","), say_int(&c->v, h->recurrences);
    field(c, c->v.internal ? h->owner : NULL);
}

/* A finding that is no longer there, or was not judged: what is known of it. */
static void absent(struct csv *c, const struct absent_finding *a)
{
    field(c, c->v.r->supplier);
    field(c, c->v.r->name);
    field(c, absent_is_open(a) ? outcome_name(OUTCOME_INDETERMINATE) : outcome_name(OUTCOME_PASS));
    field(c, grade_name(a->grade));
    field(c, a->rule);
    field(c, a->message);
    field(c, a->text[c->v.l]);
    field(c, a->document);
    empty(c, 3);
    field(c, a->clause);
    empty(c, 7);
    field(c, a->fingerprint);
    history(c, &a->history);
    end_row(c);
}

static void finding(struct csv *c, const struct finding *f)
{
    const struct judgement *j = judgement_of(c->v.r, f);
    head(c, outcome_name(f->outcome), grade_name(f->grade), j ? j->rule->id : NULL);
    field(c, f->message);
    field(c, f->text[c->v.l]);
    field(c, f->place.document);
    number(c, f->place.paragraph || f->place.cell ? 0 : f->place.line);
    number(c, f->place.paragraph ? f->place.line : 0);
    field(c, f->place.cell);
    field(c, f->place.clause);
    field(c, f->place.heading);
    field(c, f->place.quote);
    value(c, &f->expected);
    value(c, &f->found);
    open_field(c);
    if (j) say_controls(&c->v, j->rule);
    close_field(c);
    field(c, f->advice[c->v.l]);
    open_field(c);
    if (f->outcome == OUTCOME_WAIVED && f->waiver) say_date(&c->v, f->waiver->expires);
    close_field(c);
    open_field(c);
    say_hash(&c->v, &f->fingerprint, 16);
    close_field(c);
    history(c, history_of(&c->v, f));
    end_row(c);
}

/* From the paragraph to the controls there is nothing to say of a document that was not read. */
enum { NOT_KNOWN = 8 };

static void unread(struct csv *c, const struct ci_fault *f)
{
    struct hash print = ci_fault_print(&c->v, f);
    head(c, outcome_name(OUTCOME_ERROR), NULL, NULL);
    field(c, fault_name(f->fault->id));
    open_field(c);
    say_fault_message(&c->v, f->fault);
    close_field(c);
    field(c, f->document);
    number(c, f->fault->line);
    empty(c, NOT_KNOWN);
    open_field(c);
    say_fault_advice(&c->v, f->fault);
    close_field(c);
    empty(c, 1);
    open_field(c);
    say_hash(&c->v, &print, 16);
    close_field(c);
    history(c, NULL);
    end_row(c);
}

static void all(const struct result *r, const struct report_options *o, struct buffer *out, bool guarded)
{
    struct csv c = {.v = view_of(out, r, o, put_csv), .guarded = guarded};
    struct ci_fault f;
    for (size_t i = 0; ci_fault(&c.v, i, &f); i++) unread(&c, &f);
    for (size_t i = 0; i < r->finding_count; i++)
        if (finding_shown(&c.v, &r->findings[i])) finding(&c, &r->findings[i]);
    for (size_t i = 0; o->history && r->history && i < r->history->absent_count; i++)
        if (absent_shown(&c.v, &r->history->absent[i])) absent(&c, &r->history->absent[i]);
}

void csv_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    all(r, o, out, false);
}

void csv_excel_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    all(r, o, out, true);
}
