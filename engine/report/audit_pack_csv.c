/* A pack as tables for spreadsheets (RFC 4180), with names for programs and texts in the language asked for. */
#include "report/audit_pack.h"

#include <string.h>

#include "report/escape.h"

struct csv {
    struct buffer *out;
    bool started;   /* a field of this row was written */
};

/* A spreadsheet would compute what begins like a formula. */
static void put_field(struct csv *c, const char *at, size_t len)
{
    buffer_puts(c->out, c->started ? ",\"" : "\"");
    c->started = true;
    if (len && strchr("=+-@\t\r", *at)) buffer_putc(c->out, '\'');
    for (size_t i = 0; i < len;) {
        size_t n = 0;
        while (i + n < len && at[i + n] != '"') n++;
        put_plain(c->out, at + i, n);
        i += n;
        if (i < len) buffer_puts(c->out, "\"\""), i++;
    }
    buffer_putc(c->out, '"');
}

static void field(struct csv *c, const char *text)
{
    put_field(c, text ? text : "", text ? strlen(text) : 0);
}

static void number(struct csv *c, int64_t n)
{
    if (c->started) buffer_putc(c->out, ',');
    c->started = true;
    buffer_int(c->out, n);
}

static void date(struct csv *c, day d)
{
    struct value v = value_date(d);
    if (c->started) buffer_putc(c->out, ',');
    c->started = true;
    if (d != DAY_NONE) value_write(c->out, &v);
}

static void flag(struct csv *c, bool is)
{
    buffer_puts(c->out, is ? ",yes" : ",no");
}

static void end_row(struct csv *c)
{
    buffer_puts(c->out, "\r\n");
    c->started = false;
}

static void supplier(struct csv *c, const struct pack_supplier *s)
{
    field(c, s->id), field(c, s->name), field(c, s->tier);
}

static int risks(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out, struct fault *f)
{
    struct csv c = {.out = out};
    (void)l, (void)o, (void)f;
    buffer_puts(out, "supplier,name,tier,state,assessed,assessor,impact,likelihood,score\r\n");
    for (size_t i = 0; i < p->risk_count; i++) {
        const struct pack_risk_row *r = &p->risks[i];
        supplier(&c, &r->supplier), field(&c, pack_risk_name(r->state)), date(&c, r->assessed), field(&c, r->assessor);
        number(&c, r->impact), number(&c, r->likelihood), number(&c, r->impact * r->likelihood);
        end_row(&c);
    }
    return 0;
}

static int audits(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out, struct fault *f)
{
    struct csv c = {.out = out};
    (void)l, (void)o, (void)f;
    buffer_puts(out, "supplier,name,tier,state,planned,performed,audit,method,scope,auditor,nonconformities,not_closed\r\n");
    for (size_t i = 0; i < p->audit_count; i++) {
        const struct pack_audit_row *a = &p->audits[i];
        supplier(&c, &a->supplier), field(&c, pack_audit_name(a->state)), date(&c, a->planned), date(&c, a->performed);
        field(&c, a->id), field(&c, a->method), field(&c, a->scope), field(&c, a->auditor);
        number(&c, a->found), number(&c, a->open);
        end_row(&c);
    }
    return 0;
}

static void waiver(struct csv *c, const char *text)
{
    struct ledger_waiver w;
    bool known = ledger_waiver(text, &w);
    put_field(c, known ? w.approver : "", known ? w.approver_len : 0);
    date(c, known ? w.until : DAY_NONE);
    field(c, known ? w.reason : NULL);
}

static void said(struct csv *c, const struct pack_said *s)
{
    field(c, s->text), field(c, s->who), date(c, s->when);
}

static void finding(struct csv *c, const struct pack_finding *x, enum language l)
{
    static const struct pack_said nothing = {NULL, NULL, DAY_NONE};
    bool closed = x->now == PACK_CLOSED;
    field(c, x->fingerprint), supplier(c, &x->supplier), field(c, x->rule), field(c, grade_name(x->grade));
    field(c, x->text[l] ? x->text[l] : x->text[LANGUAGE_EN]), field(c, x->document), field(c, x->clause), field(c, x->owner);
    field(c, pack_move_name(x->then, x->now)), field(c, state_name(x->state));
    date(c, x->first_seen), date(c, x->due), flag(c, x->overdue), date(c, x->closed), flag(c, x->late);
    number(c, x->returns), field(c, closed ? action_name(x->closing) : NULL);
    said(c, &x->cause), said(c, &x->plan), said(c, closed ? &x->closed_by : &nothing);
    waiver(c, x->waiver);
    end_row(c);
}

static int findings(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out, struct fault *f)
{
    struct csv c = {.out = out};
    (void)l, (void)f;
    buffer_puts(out, "id,supplier,name,tier,rule,grade,text,document,clause,owner,in_period,state,first_seen,due,overdue,closed,"
                     "closed_late,returns,closed_by_action,cause,cause_by,cause_on,plan,plan_by,plan_on,closing,closing_by,"
                     "closing_on,approver,waived_until,waiver_reason\r\n");
    for (size_t i = 0; i < p->finding_count; i++) finding(&c, &p->findings[i], o->language);
    return 0;
}

/* ---- the history itself ---- */

struct telling {
    const struct audit_pack *p;
    struct csv c;
};

static bool event(void *context, const struct ledger_event *e)
{
    struct telling *t = context;
    struct csv *c = &t->c;
    struct value at = {.type = VALUE_INSTANT, .as.instant = e->at};
    if (e->as_of <= t->p->since || e->as_of > t->p->as_of) return true;
    number(c, e->number), buffer_putc(c->out, ','), value_write(c->out, &at);
    date(c, e->as_of), field(c, e->who), field(c, e->fingerprint), field(c, action_name(e->action));
    field(c, state_name(e->from)), field(c, state_name(e->to)), date(c, e->due), field(c, e->text);
    end_row(c);
    return !c->out->failed;
}

static int history(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out, struct fault *f)
{
    struct telling t = {p, {.out = out}};
    (void)o;
    buffer_puts(out, "event,at,as_of,who,finding,action,from,to,due,text\r\n");
    return ledger_history(l, NULL, event, &t, f);
}

/* ---- totals: one name and one number a line ---- */

static void total(struct csv *c, const char *of, const char *name, const char *grade, uint64_t n)
{
    field(c, of), field(c, name), field(c, grade), number(c, (int64_t)n);
    end_row(c);
}

static void balance(struct csv *c, const char *grade, const struct pack_balance *b)
{
    total(c, "findings", "open-at-start", grade, b->start), total(c, "findings", "new", grade, b->appeared);
    total(c, "findings", "returned", grade, b->returned), total(c, "findings", "closed", grade, b->closed);
    total(c, "findings", "accepted", grade, b->accepted), total(c, "findings", "open-at-end", grade, b->end);
    total(c, "findings", "overdue", grade, b->overdue), total(c, "findings", "settled-within", grade, b->settled);
}

static int totals(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out, struct fault *f)
{
    struct csv c = {.out = out};
    char head[33];
    (void)l, (void)o, (void)f;
    hash_hex(&p->head, head);
    buffer_puts(out, "of,name,grade,value\r\n");
    field(&c, "period"), field(&c, "after"), field(&c, NULL), date(&c, p->since), end_row(&c);
    field(&c, "period"), field(&c, "to"), field(&c, NULL), date(&c, p->as_of), end_row(&c);
    field(&c, "history"), field(&c, "sound"), field(&c, NULL), field(&c, p->unsound.id ? "no" : "yes"), end_row(&c);
    field(&c, "history"), field(&c, "last-hash"), field(&c, NULL), field(&c, head), end_row(&c);
    total(&c, "history", "events", NULL, (uint64_t)p->events);
    total(&c, "suppliers", "all", NULL, p->suppliers), total(&c, "suppliers", "incomplete", NULL, p->incomplete);
    for (int r = 0; r < PACK_RISKS; r++) total(&c, "risks", pack_risk_name((enum pack_risk)r), NULL, p->risk_totals[r]);
    for (int a = 0; a < PACK_AUDITS; a++) total(&c, "audits", pack_audit_name((enum pack_audit)a), NULL, p->audit_totals[a]);
    total(&c, "audits", "suppliers-with-a-promise", NULL, p->promised), total(&c, "audits", "suppliers-in-time", NULL, p->kept);
    for (int g = GRADE_MAJOR; g >= GRADE_OBSERVATION; g--) balance(&c, grade_name((enum grade)g), &p->balances[g]);
    balance(&c, "all", &p->balance);
    for (int then = 0; then < PACK_SIDES; then++)
        for (int now = PACK_OPEN; now < PACK_SIDES; now++)
            total(&c, "in-period", pack_move_name((enum pack_side)then, (enum pack_side)now), NULL, p->moves[then][now]);
    total(&c, "findings", "closed-before", NULL, p->untouched), total(&c, "findings", "returns-after-closing", NULL, p->returns);
    total(&c, "findings", "closed-late", NULL, p->late);
    for (int a = 0; a < ACTION_COUNT; a++) total(&c, "actions", action_name((enum ledger_action)a), NULL, p->actions[a]);
    return 0;
}

static int runs(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out, struct fault *f)
{
    struct csv c = {.out = out};
    (void)l, (void)o, (void)f;
    buffer_puts(out, "month,runs,suppliers,new,back,fixed,accepted,open_major,open_minor,open_observation,overdue\r\n");
    for (size_t i = 0; i < p->month_count; i++) {
        const struct pack_month *m = &p->months[i];
        date(&c, m->first);
        const int64_t values[] = {m->runs, m->suppliers, m->appeared, m->returned, m->fixed, m->accepted, m->major, m->minor,
                                  m->observation, m->overdue};
        for (size_t k = 0; k < sizeof values / sizeof *values; k++) number(&c, values[k]);
        end_row(&c);
    }
    return 0;
}

const struct pack_file pack_files[] = {
    {"audit-pack.html", audit_pack_html}, {"totals.csv", totals}, {"risks.csv", risks}, {"audits.csv", audits},
    {"findings.csv", findings}, {"history.csv", history}, {"runs.csv", runs}, {NULL, NULL}};
