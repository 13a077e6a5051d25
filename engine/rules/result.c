/* What a result says beyond the rules: the subject, its documents, waivers, order and totals. */
#include <stdlib.h>
#include <string.h>

#include "rules/bind.h"

static const struct rule_info about_documents = {
    .id = "engine:documents", .pack = "engine", .pack_version = "", .grade = GRADE_MAJOR,
    .title = {"Every document can be read", "すべての文書を読み取れる"}};
static const struct rule_info about_subject = {
    .id = "engine:subject", .pack = "engine", .pack_version = "", .grade = GRADE_MAJOR,
    .title = {"The supplier can be judged", "委託先を判定できる"}};
static const struct rule_info about_waivers = {
    .id = "engine:waivers", .pack = "engine", .pack_version = "", .grade = GRADE_OBSERVATION, .internal = true,
    .title = {"Every waiver is needed", "例外承認がすべて必要とされている"}};

size_t result_own_rules(const struct rule_info *const **out)
{
    static const struct rule_info *const own[] = {&about_documents, &about_subject, &about_waivers};
    *out = own;
    return sizeof own / sizeof *own;
}

static const char *copy(struct judge *j, const char *text)
{
    return text ? arena_copy(j->arena, text, strlen(text)) : NULL;
}

/* ---- the subject ---- */

bool message_internal(const struct rule_info *r, const char *message)
{
    bool internal = r->internal;
    for (size_t i = 0; message && i < r->message_count && !internal; i++)
        internal = r->messages[i].internal && strcmp(r->messages[i].id, message) == 0;
    return internal;
}

static int by_score(const void *a, const void *b)
{
    const struct risk_info *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    return strcmp(x->scenario ? x->scenario : "", y->scenario ? y->scenario : "");
}

static bool add_risks(struct judge *j, struct result *r, const struct supplier *p)
{
    struct risk_info *all = arena_array(j->arena, p->risks.count + 1, sizeof *all);
    if (!all)
        return false;
    LIST_EACH(struct risk, risk, &p->risks) {
        struct risk_info *i = &all[r->risk_count++];
        *i = (struct risk_info){copy(j, risk->scenario), risk->impact, risk->likelihood, 0, risk->assessed};
        if (i->impact != COUNT_NONE && i->likelihood != COUNT_NONE)
            i->score = i->impact * i->likelihood;
    }
    qsort(all, r->risk_count, sizeof *all, by_score);
    r->risks = all;
    r->risk_score = r->risk_count ? all[0].score : 0;
    return true;
}

/* The first that a contract names. */
static const char *customer_of(const struct subject *s)
{
    LIST_EACH(struct contract, c, &s->contracts)
        LIST_EACH(struct party, p, &c->parties)
            if (p->role && strcmp(p->role, "customer") == 0 && p->name)
                return p->name;
    return NULL;
}

bool result_subject(struct judge *j, struct result *r, const char *path)
{
    const struct subject *s = j->subject;
    const struct supplier *p = s ? s->supplier : NULL;
    r->path = copy(j, path);
    r->supplier = s && s->id ? copy(j, s->id) : r->path;
    r->lone = s && s->lone;
    r->valid_from = j->valid_from;
    r->valid_until = j->valid_until;
    if (!r->path || !r->supplier)
        return false;
    if (!p)
        return true;
    r->name = copy(j, p->name);
    r->tier = copy(j, p->tier);
    r->kind = copy(j, p->kind);
    r->country = copy(j, p->country);
    r->category = copy(j, p->category);
    r->contact = copy(j, p->contact);
    r->customer = copy(j, customer_of(s));
    return add_risks(j, r, p);
}

/* ---- judgements of the engine ---- */

static struct judgement *own_judgement(struct judge *j, const struct rule_info *about)
{
    struct judgement *last = &j->judgements[j->judgement_count - (j->judgement_count > 0)];
    if (j->judgement_count && last->rule == about)
        return last;
    last = &j->judgements[j->judgement_count++];
    *last = (struct judgement){.rule = about, .outcome = OUTCOME_ERROR, .first_finding = (uint32_t)j->findings.count};
    return last;
}

static bool add_fault(struct judge *j, const struct rule_info *about, enum engine_message message,
                      const struct fault *f)
{
    char text[LANGUAGE_COUNT][1024], advice[1024];
    const char *words[LANGUAGE_COUNT];
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        fault_message(f, (enum language)l, text[l], sizeof text[l]);
        words[l] = text[l];
    }
    if (!outcome_engine(j, own_judgement(j, about), OUTCOME_ERROR, message, words))
        return false;
    struct finding *made = &j->findings.at[j->findings.count - 1];
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        if (fault_advice(f, (enum language)l, advice, sizeof advice))
            made->advice[l] = copy(j, advice);
    made->place = (struct place){.document = *f->file ? copy(j, f->file) : NULL, .line = f->line};
    return true;
}

static size_t count_clauses(const struct list *clauses)
{
    size_t n = 0;
    LIST_EACH(struct clause, c, clauses)
        n += 1 + count_clauses(&c->clauses);
    return n;
}

static void describe(struct judge *j, const struct document *d, struct document_info *i)
{
    i->file = copy(j, d->file);
    i->format = format_name(d->format);
    i->read = d->fault.id == FAULT_NONE;
    i->fault = d->fault;
    i->content = d->content;
    i->hashed = d->hashed;
    if (!d->root || !i->read)
        return;
    i->kind = d->root->kind->name;
    if (d->root->kind == &kind_contract) {
        const struct contract *c = (const struct contract *)d->root;
        i->title = copy(j, c->title);
        i->clause_count = count_clauses(&c->clauses);
    }
}

bool result_documents(struct judge *j, struct result *r)
{
    size_t count = 0;
    for (const struct document *d = j->subject ? j->subject->documents : NULL; d; d = d->next)
        count++;
    struct document_info *all = arena_array(j->arena, count + 1, sizeof *all);
    if (!all)
        return false;
    r->documents = all;
    for (const struct document *d = j->subject ? j->subject->documents : NULL; d; d = d->next) {
        struct document_info *i = &all[r->document_count++];
        describe(j, d, i);
        if (i->read)
            continue;
        if (!add_fault(j, &about_documents, ENGINE_DOCUMENT, &d->fault))
            return false;
        j->findings.at[j->findings.count - 1].place.document = i->file;
    }
    if (r->fault.id)
        return add_fault(j, &about_subject, ENGINE_SUBJECT, &r->fault);
    if (!j->judgement_count)
        return outcome_engine(j, own_judgement(j, &about_subject), OUTCOME_ERROR, ENGINE_NOTHING, NULL);
    return true;
}

/* ---- waivers ---- */

static bool waives(const struct waiver *w, const struct finding *f)
{
    if (w->message && strcmp(w->message, f->message))
        return false;
    return !w->clause || (f->place.type && !strcmp(w->clause, f->place.type));
}

static bool expired(const struct waiver *w, day as_of)
{
    return w->info.expires != DAY_NONE && w->info.expires < as_of;
}

/* Applies one waiver to the findings of its rule; returns how many it covers. */
static size_t apply(struct judge *j, const struct waiver *w, struct judgement *g)
{
    size_t covered = 0, waived = 0, fails = 0;
    for (size_t i = g->first_finding; i < g->first_finding + g->finding_count; i++) {
        struct finding *f = &j->findings.at[i];
        bool fits = (f->outcome == OUTCOME_FAIL || f->outcome == OUTCOME_WAIVED) && waives(w, f);
        covered += fits;
        if (fits && f->outcome == OUTCOME_FAIL) {
            f->waiver = &w->info;
            if (!expired(w, j->as_of))
                f->outcome = OUTCOME_WAIVED;
        }
        fails += f->outcome == OUTCOME_FAIL;
        waived += f->outcome == OUTCOME_WAIVED;
    }
    if (g->outcome == OUTCOME_FAIL && !fails && waived)
        g->outcome = waived == g->finding_count ? OUTCOME_WAIVED : OUTCOME_INDETERMINATE;
    return covered;
}

static bool unused(struct judge *j, const struct waiver *w)
{
    const char *words[LANGUAGE_COUNT] = {w->rule->info.id, w->rule->info.id};
    struct judgement *g = own_judgement(j, &about_waivers);
    g->outcome = OUTCOME_FAIL;
    return outcome_engine(j, g, OUTCOME_FAIL, ENGINE_WAIVER_UNUSED, words);
}

bool result_waivers(struct judge *j, struct result *r)
{
    size_t judged = j->judgement_count;
    for (size_t i = 0; i < j->rules->waiver_count; i++) {
        const struct waiver *w = &j->rules->waivers[i];
        size_t covered = 0;
        bool sure = true;
        if (strcmp(w->supplier, j->subject->id))
            continue;
        for (size_t k = 0; k < judged; k++) {
            struct judgement *g = &j->judgements[k];
            if (g->rule != &w->rule->info)
                continue;
            covered += apply(j, w, g);
            sure = g->outcome != OUTCOME_ERROR && g->outcome != OUTCOME_INDETERMINATE;
        }
        if (w->info.expires != DAY_NONE)
            judge_changes(j, w->info.expires + 1);
        if (!covered && sure && !expired(w, j->as_of) && !unused(j, w))
            return false;
    }
    r->valid_from = j->valid_from;
    r->valid_until = j->valid_until;
    return true;
}

/* ---- order and totals ---- */

static int by_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int by_rank(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    if (x->grade != y->grade)
        return x->grade < y->grade ? 1 : -1;
    if (x->judgement != y->judgement)
        return x->judgement < y->judgement ? -1 : 1;
    int order = by_text(x->place.document, y->place.document);
    if (!order && x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    if (!order)
        order = by_text(x->message, y->message);
    return order ? order : memcmp(&x->fingerprint, &y->fingerprint, sizeof x->fingerprint);
}

static int by_rule(const void *a, const void *b)
{
    return strcmp((*(const struct judgement *const *)a)->rule->id, (*(const struct judgement *const *)b)->rule->id);
}

/* What could not be judged makes the result incomplete, whatever the reason: incomplete is never clean. */
static bool unjudged(enum outcome o)
{
    return o == OUTCOME_ERROR || o == OUTCOME_INDETERMINATE;
}

/* Judgements in the order of rule id; findings are told their new places. */
static bool sort_judgements(struct judge *j, struct result *r)
{
    size_t n = j->judgement_count;
    const struct judgement **order = arena_array(j->scratch, n + 1, sizeof *order);
    struct judgement *all = arena_array(j->arena, n + 1, sizeof *all);
    if (!order || !all)
        return false;
    bool sorted = true; /* rules were judged in order; only judgements of the engine's own come after */
    for (size_t i = 0; i < n; i++) {
        order[i] = &j->judgements[i];
        sorted = sorted && (!i || by_rule(&order[i - 1], &order[i]) < 0);
    }
    if (!sorted)
        qsort(order, n, sizeof *order, by_rule);
    for (size_t i = 0; i < n; i++) {
        all[i] = *order[i];
        for (size_t k = 0; k < all[i].finding_count; k++)
            j->findings.at[all[i].first_finding + k].judgement = (uint32_t)i;
        r->outcomes[all[i].outcome]++;
        r->incomplete = r->incomplete || unjudged(all[i].outcome);
    }
    r->judgements = all;
    r->judgement_count = n;
    return true;
}

/* With findings sorted by grade those of one judgement need not be together: the first one is where reports start. */
static void point_at_findings(struct result *r, struct judgement *all)
{
    for (size_t i = r->finding_count; i > 0; i--)
        all[r->findings[i - 1].judgement].first_finding = (uint32_t)(i - 1);
}

bool result_finish(struct judge *j, struct result *r)
{
    size_t n = j->findings.count;
    if (!sort_judgements(j, r))
        return false;
    struct finding *all = arena_array(j->arena, n + 1, sizeof *all);
    if (!all)
        return false;
    if (n)
        memcpy(all, j->findings.at, n * sizeof *all);
    qsort(all, n, sizeof *all, by_rank);
    for (size_t i = 0; i < n; i++) {
        if (all[i].outcome == OUTCOME_FAIL)
            r->grades[all[i].grade]++;
        r->incomplete = r->incomplete || unjudged(all[i].outcome);
    }
    r->findings = all;
    r->finding_count = n;
    point_at_findings(r, (struct judgement *)(void *)(uintptr_t)r->judgements);
    r->incomplete = r->incomplete || r->fault.id;
    return true;
}
