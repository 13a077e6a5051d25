/* Facts as bytes: a kind, two masks that say what is there, then texts (length, bytes, NUL), days and numbers. */
#include "report/facts.h"

#include <string.h>

#include "documents/load.h"

enum { TEXT_MOST = 400 /* bytes of one text; longer ones are cut between characters */ };

/* ---- writing ---- */

struct writer {
    struct buffer *out;
    size_t begin;
    bool cut;
};

static struct fact fact_of(enum fact_kind kind)
{
    struct fact f = {.kind = kind};
    for (int i = 0; i < FACT_DAYS; i++) f.day[i] = DAY_NONE;
    for (int i = 0; i < FACT_NUMBERS; i++) f.number[i] = COUNT_NONE;
    return f;
}

static size_t text_length(const char *text)
{
    size_t len = strnlen(text, TEXT_MOST + 1);
    if (len <= TEXT_MOST) return len;
    len = TEXT_MOST;
    while (len && ((unsigned char)text[len] & 0xC0) == 0x80) len--;
    return len;
}

static void put_masks(struct buffer *out, const struct fact *f)
{
    unsigned texts = 0, values = 0;
    for (int i = 0; i < FACT_TEXTS; i++) texts |= (unsigned)(f->text[i] != NULL) << i;
    for (int i = 0; i < FACT_DAYS; i++) values |= (unsigned)(f->day[i] != DAY_NONE) << i;
    for (int i = 0; i < FACT_NUMBERS; i++) values |= (unsigned)(f->number[i] != COUNT_NONE) << (FACT_DAYS + i);
    buffer_putc(out, (char)f->kind);
    buffer_putc(out, (char)texts);
    buffer_putc(out, (char)values);
}

static void put(struct writer *w, const struct fact *f)
{
    struct buffer *out = w->out;
    if (w->cut) return;
    if (f->kind != FACT_CUT && out->len - w->begin > FACTS_BYTES - FACT_TEXTS * (TEXT_MOST + 3) - 64) {
        w->cut = true;
        struct fact cut = fact_of(FACT_CUT);
        put_masks(out, &cut);
        return;
    }
    put_masks(out, f);
    for (int i = 0; i < FACT_TEXTS; i++) {
        if (!f->text[i]) continue;
        uint16_t len = (uint16_t)text_length(f->text[i]);
        buffer_add(out, (const char *)&len, sizeof len);
        buffer_add(out, f->text[i], len);
        buffer_putc(out, '\0');
    }
    for (int i = 0; i < FACT_DAYS; i++)
        if (f->day[i] != DAY_NONE) buffer_add(out, (const char *)&f->day[i], sizeof f->day[i]);
    for (int i = 0; i < FACT_NUMBERS; i++)
        if (f->number[i] != COUNT_NONE) buffer_add(out, (const char *)&f->number[i], sizeof f->number[i]);
}

static int64_t flag(tri t)
{
    return t == TRI_YES;
}

/* ---- the profile ---- */

static void put_profile(struct writer *w, const struct subject *s, const struct result *r)
{
    struct fact f = fact_of(FACT_PROFILE);
    f.text[0] = s->supplier->kind;
    f.text[1] = s->supplier->category;
    f.text[2] = r->customer;
    f.day[0] = s->supplier->engaged;
    put(w, &f);
}

static void put_assets(struct writer *w, const struct supplier *s)
{
    LIST_EACH(struct asset, a, &s->assets) {
        struct fact f = fact_of(FACT_ASSET);
        f.text[0] = a->class;
        f.text[1] = a->access;
        f.text[2] = a->name;
        f.number[0] = a->persons;
        f.number[1] = flag(a->sensitive) | flag(a->my_number);
        put(w, &f);
    }
}

/* A certificate that was renewed is no matter any more. */
static bool renewed(const struct supplier *s, const struct certificate *c)
{
    LIST_EACH(struct certificate, other, &s->certificates)
        if (other != c && other->standard && c->standard && strcmp(other->standard, c->standard) == 0 &&
            (other->expires > c->expires || (other->expires == c->expires && other->node.ordinal > c->node.ordinal)))
            return true;
    return false;
}

static void put_certificates(struct writer *w, const struct supplier *s)
{
    LIST_EACH(struct certificate, c, &s->certificates) {
        if (c->expires == DAY_NONE || renewed(s, c)) continue;
        struct fact f = fact_of(FACT_CERTIFICATE);
        f.text[0] = c->standard;
        f.text[1] = c->number;
        f.day[0] = c->expires;
        f.day[1] = c->issued;
        put(w, &f);
    }
}

static void put_subcontractors(struct writer *w, const struct list *list, int64_t depth)
{
    LIST_EACH(struct subcontractor, c, list) {
        struct fact f = fact_of(FACT_SUBCONTRACTOR);
        f.text[0] = c->name ? c->name : c->id;
        f.text[1] = c->country;
        f.text[2] = c->task;
        f.text[3] = c->id;
        f.day[0] = c->approved;
        f.number[0] = depth;
        f.number[1] = flag(c->personal_data);
        put(w, &f);
        put_subcontractors(w, &c->subcontractors, depth + 1); /* as deep as the loader lets elements be */
    }
}

static void put_risks(struct writer *w, const struct supplier *s)
{
    LIST_EACH(struct risk, r, &s->risks) {
        struct fact f = fact_of(FACT_RISK);
        f.text[0] = r->scenario;
        f.text[1] = r->assessor;
        f.day[0] = r->assessed;
        f.number[0] = r->impact;
        f.number[1] = r->likelihood;
        put(w, &f);
    }
}

/* ---- contracts ---- */

static void put_contract(struct writer *w, const struct contract *c, bool in_force)
{
    struct fact f = fact_of(FACT_CONTRACT);
    f.text[0] = c->title ? c->title : c->id;
    f.text[1] = c->kind;
    f.text[2] = c->node.document ? c->node.document->file : NULL;
    f.day[0] = c->expires;
    f.day[1] = c->effective;
    f.number[0] = flag(c->renews);
    if (c->notice.seconds != DURATION_NONE) f.number[1] = duration_longest(c->notice) / 86400;
    f.number[2] = in_force;
    put(w, &f);
}

/* Those in force; when there is none, the one that was in force last. */
static void put_contracts(struct writer *w, const struct facts_from *from, day as_of)
{
    const struct contract **in_force, *last = NULL;
    size_t count = contracts_in_force(from->subject, from->arena, as_of, &in_force);
    for (size_t i = 0; i < count; i++) put_contract(w, in_force[i], true);
    if (count) return;
    LIST_EACH(struct contract, c, &from->subject->contracts)
        if (c->expires != DAY_NONE && c->expires < as_of && (!last || c->expires > last->expires)) last = c;
    if (last) put_contract(w, last, false);
}

/* ---- practice ---- */

static void put_audits(struct writer *w, const struct subject *s)
{
    LIST_EACH(struct audit, a, &s->audits) {
        struct fact f = fact_of(FACT_AUDIT);
        f.text[0] = a->method;
        f.text[1] = a->id;
        f.text[2] = a->scope;
        f.text[3] = a->auditor;
        f.day[0] = a->planned;
        f.day[1] = a->performed;
        f.number[0] = f.number[1] = 0;
        LIST_EACH(struct nonconformity, n, &a->nonconformities) {
            f.number[0]++;
            f.number[1] += n->closed == DAY_NONE;
        }
        put(w, &f);
    }
}

/* The frequency of audits that a rule read in the contract, whether it was declared or recognised. */
static void put_audit_promise(struct writer *w, const struct result *r)
{
    for (size_t i = 0; i < r->judgement_count; i++)
        for (size_t k = 0; k < r->judgements[i].evidence_count; k++) {
            const struct evidence_item *e = &r->judgements[i].evidence[k];
            if (e->value.type != VALUE_INTERVAL || !e->place.type || strcmp(e->place.type, "audit-right") != 0) continue;
            struct fact f = fact_of(FACT_AUDIT_PROMISE);
            f.number[0] = e->value.as.duration.months;
            f.number[1] = e->value.as.duration.seconds / 86400;
            put(w, &f);
            return;
        }
}

static void put_measures(struct writer *w, const struct subject *s)
{
    LIST_EACH(struct service_record, r, &s->service_records)
        LIST_EACH(struct measure, m, &r->measures) {
            struct fact f = fact_of(FACT_MEASURE);
            f.text[0] = m->name;
            f.day[0] = m->from;
            f.day[1] = m->to;
            f.number[0] = m->percent;
            if (m->duration.seconds != DURATION_NONE) f.number[1] = duration_longest(m->duration);
            f.number[2] = m->count;
            put(w, &f);
        }
}

static void put_incidents(struct writer *w, const struct subject *s)
{
    LIST_EACH(struct incident_log, log, &s->incident_logs)
        LIST_EACH(struct incident, n, &log->incidents) {
            instant known = n->detected != INSTANT_NONE ? n->detected : n->occurred;
            if (known == INSTANT_NONE) continue;
            struct fact f = fact_of(FACT_INCIDENT);
            f.text[0] = n->severity;
            f.text[1] = n->id;
            f.day[0] = day_of_instant(known);
            if (n->reported != INSTANT_NONE) f.number[0] = (n->reported - known) / 3600;
            f.number[1] = flag(n->personal_data);
            put(w, &f);
        }
}

void facts_write(const struct facts_from *from, const struct result *r, struct buffer *out)
{
    const struct subject *s = from->subject;
    if (!s || !s->supplier) return;
    struct writer w = {.out = out, .begin = out->len};
    put_profile(&w, s, r);
    put_assets(&w, s->supplier);
    put_certificates(&w, s->supplier);
    put_contracts(&w, from, r->as_of);
    put_risks(&w, s->supplier);
    put_audit_promise(&w, r);
    put_audits(&w, s);
    put_subcontractors(&w, &s->supplier->subcontractors, 0);
    put_measures(&w, s);
    put_incidents(&w, s);
}

/* ---- reading ---- */

struct facts facts_open(const char *at, size_t len)
{
    return (struct facts){.at = at, .left = len};
}

static bool take(struct facts *f, void *to, size_t size)
{
    if (f->left < size) return false;
    memcpy(to, f->at, size);
    f->at += size;
    f->left -= size;
    return true;
}

static bool take_text(struct facts *f, const char **out)
{
    uint16_t len;
    if (!take(f, &len, sizeof len) || f->left <= len || f->at[len] || memchr(f->at, 0, len)) return false;
    *out = f->at;
    f->at += len + 1;
    f->left -= (size_t)len + 1;
    return true;
}

static bool take_fact(struct facts *f, struct fact *out)
{
    unsigned char head[3];
    if (!take(f, head, sizeof head) || head[0] >= FACT_KINDS || head[1] >> FACT_TEXTS || head[2] >> (FACT_DAYS + FACT_NUMBERS))
        return false;
    *out = fact_of((enum fact_kind)head[0]);
    for (int i = 0; i < FACT_TEXTS; i++)
        if (head[1] >> i & 1 && !take_text(f, &out->text[i])) return false;
    for (int i = 0; i < FACT_DAYS; i++)
        if (head[2] >> i & 1 && !take(f, &out->day[i], sizeof out->day[i])) return false;
    for (int i = 0; i < FACT_NUMBERS; i++)
        if (head[2] >> (FACT_DAYS + i) & 1 && !take(f, &out->number[i], sizeof out->number[i])) return false;
    return true;
}

/* Days that the calendar has: years 1 to 9999. */
static bool sound(const struct fact *fact)
{
    for (int i = 0; i < FACT_DAYS; i++)
        if (fact->day[i] != DAY_NONE && (fact->day[i] < -719162 || fact->day[i] > 2932896)) return false;
    return true;
}

bool facts_next(struct facts *f, struct fact *out)
{
    if (f->bad || !f->left) return false;
    f->bad = !take_fact(f, out) || !sound(out);
    return !f->bad;
}
