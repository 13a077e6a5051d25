/* Recording a run: what each supplier's result changes in the register. */
#include <stdlib.h>
#include <string.h>

#include "register/item.h"
#include "register/move.h"

/* A finding as the register knows it before this run. */
struct known {
    char fingerprint[33];
    char *rule;
    struct standing standing;
    int64_t first_run;
    bool fresh;     /* the supplier's last run still saw it: its own last_seen is null */
    bool seen;      /* found again in this run */
};

struct known_list {
    struct known *at;
    size_t count, size;
};

/* The supplier being recorded. */
struct recording {
    const struct item_head *head;
    struct step_run run;
    struct known_list known;
    day seen;       /* its last run before this one; DAY_NONE: none */
};

int ledger_begin(struct ledger *l, day as_of, instant at, const char *policy, const struct due_terms *terms,
                 struct fault *f)
{
    if (store_begin(l, f) != 0)
        return -1;
    l->terms = *terms;
    l->counts = (struct ledger_run){ .as_of = as_of, .at = at, .policy = policy, .counted = true };
    sqlite3_stmt *s = store_statement(l, SQL_RUN_ADD, f);
    if (s) {
        sqlite3_bind_int64(s, 1, as_of);
        sqlite3_bind_int64(s, 2, at);
        store_text(s, 3, policy);
    }
    if (!s || store_done(l, s, f) != 0) {
        ledger_rollback(l);
        return -1;
    }
    l->run = l->counts.number = sqlite3_last_insert_rowid(l->db);
    return 0;
}

/* What the register holds now. */
static int count_standing(struct ledger *l, struct fault *f)
{
    struct ledger_run *c = &l->counts;
    sqlite3_stmt *s = store_statement(l, SQL_RUN_STATE, f);
    int code = -1;
    if (!s)
        return -1;
    sqlite3_bind_int64(s, 1, c->as_of);
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        enum finding_state state = (enum finding_state)sqlite3_column_int(s, 0);
        int grade = sqlite3_column_int(s, 1);
        int64_t n = sqlite3_column_int64(s, 3);
        if (state_is_open(state) && grade > GRADE_NONE && grade < GRADE_COUNT)
            c->open[grade] += n;
        if (state_is_open(state) && sqlite3_column_int(s, 2))
            c->overdue += n;
        c->re_audit += state == STATE_RE_AUDIT ? n : 0;
        c->waived += state == STATE_ACCEPTED ? n : 0;
    }
    sqlite3_reset(s);
    return code < 0 ? -1 : 0;
}

static int put_totals(struct ledger *l, struct fault *f)
{
    const struct ledger_run *c = &l->counts;
    const int64_t values[] = { c->number, l->last_event, c->suppliers, c->appeared, c->returned, c->fixed, c->accepted,
                               c->open[GRADE_OBSERVATION], c->open[GRADE_MINOR], c->open[GRADE_MAJOR], c->overdue,
                               c->re_audit, c->waived };
    sqlite3_stmt *s = store_statement(l, SQL_RUN_TOTALS, f);
    if (!s)
        return -1;
    for (int i = 0; i < (int)(sizeof values / sizeof *values); i++)
        sqlite3_bind_int64(s, i + 1, values[i]);
    return store_done(l, s, f);
}

/* The last event of a run says what it came to, so that the rows of runs are part of the history. */
static int end_run(struct ledger *l, struct fault *f)
{
    char text[RUN_TEXT];
    struct buffer b;
    if (count_standing(l, f) != 0)
        return -1;
    buffer_init_fixed(&b, text, sizeof text);
    ledger_run_text(&l->counts, &b);
    struct event e = { .who = "kijun", .fingerprint = "", .text = text, .action = ACTION_RUN, .at = l->counts.at,
                       .as_of = l->counts.as_of, .from = STATE_COUNT, .to = STATE_COUNT, .due = DAY_NONE };
    return event_add(l, &e, f) == 0 ? put_totals(l, f) : -1;
}

int ledger_commit(struct ledger *l, struct fault *f)
{
    /* What failed before is found again, and said, by store_commit. */
    if (!l->failed && !sqlite3_get_autocommit(l->db) && end_run(l, f) != 0) {
        ledger_rollback(l);
        return -1;
    }
    int result = store_commit(l, f);
    l->run = 0;
    return result;
}

static void known_free(struct known_list *k)
{
    for (size_t i = 0; i < k->count; i++)
        free(k->at[i].rule);
    free(k->at);
}

static bool known_add(struct known_list *k, sqlite3_stmt *s)
{
    if (k->count == k->size) {
        size_t size = k->size ? k->size * 2 : 16;
        struct known *at = realloc(k->at, size * sizeof *at);
        if (!at)
            return false;
        k->at = at;
        k->size = size;
    }
    struct known *n = &k->at[k->count];
    const char *fingerprint = column_text(s, 0), *rule = column_text(s, 1);
    if (!fingerprint || strlen(fingerprint) != 32 || !rule || !(n->rule = strdup(rule)))
        return false;
    memcpy(n->fingerprint, fingerprint, sizeof n->fingerprint);
    n->standing = (struct standing){ .state = (enum finding_state)sqlite3_column_int(s, 2),
                                     .failing = sqlite3_column_int(s, 3) != 0,
                                     .grade = (enum grade)sqlite3_column_int(s, 4), .due = column_day(s, 5),
                                     .recurrences = sqlite3_column_int64(s, 6) };
    n->first_run = sqlite3_column_int64(s, 7);
    n->fresh = sqlite3_column_type(s, 8) == SQLITE_NULL;
    n->seen = false;
    k->count++;
    return true;
}

static int compare_two(const void *a, const void *b)
{
    return strcmp(((const struct known *)a)->fingerprint, ((const struct known *)b)->fingerprint);
}

static int known_read(struct ledger *l, const char *supplier, struct known_list *out, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_FINDINGS_OF, f);
    int code = -1;
    if (!s)
        return -1;
    store_text(s, 1, supplier);
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        if (!known_add(out, s)) {
            l->failed = true;
            code = fault_set(f, FAULT_MEMORY);
            break;
        }
    }
    sqlite3_reset(s);
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, compare_two);
    return code < 0 ? -1 : 0;
}

static int compare_known(const void *key, const void *item)
{
    return strcmp(key, ((const struct known *)item)->fingerprint);
}

/* What the supplier's last run left: *same if it was recorded with exactly these bytes. */
static int read_supplier(struct ledger *l, struct recording *r, const struct hash *digest, bool *same, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_SUPPLIER_GET, f);
    if (!s)
        return -1;
    store_text(s, 1, r->head->supplier);
    int code = store_step(l, s, f);
    *same = code == SQLITE_ROW && sqlite3_column_bytes(s, 0) == (int)sizeof *digest &&
            memcmp(sqlite3_column_blob(s, 0), digest, sizeof *digest) == 0;
    r->seen = code == SQLITE_ROW ? column_day(s, 1) : DAY_NONE;
    sqlite3_reset(s);
    return code < 0 ? -1 : 0;
}

static int put_supplier(struct ledger *l, const struct item_head *h, const struct hash *digest, struct fault *f)
{
    struct sealed_supplier x = { h->supplier, h->name, h->tier, l->run, l->counts.as_of, digest };
    struct hash seal = seal_supplier(&x);
    sqlite3_stmt *s = store_statement(l, SQL_SUPPLIER_PUT, f);
    if (!s)
        return -1;
    store_text(s, 1, h->supplier);
    store_text(s, 2, h->name);
    store_text(s, 3, h->tier);
    sqlite3_bind_int64(s, 4, l->run);
    sqlite3_bind_blob(s, 5, digest, sizeof *digest, SQLITE_STATIC);
    store_day(s, 6, l->counts.as_of);
    sqlite3_bind_blob(s, 7, &seal, sizeof seal, SQLITE_STATIC);
    return store_done(l, s, f);
}

/* What is shown of a finding, with its seal: parameters 1 to 10 of both statements. */
static void bind_shown(sqlite3_stmt *s, const char *supplier, const struct item_finding *x, int64_t first_run,
                       struct hash *seal)
{
    struct sealed_finding sealed = { x->fingerprint, supplier, x->rule, x->message, x->clause, x->document,
                                     { x->text[LANGUAGE_EN], x->text[LANGUAGE_JA] }, x->line, first_run, DAY_NONE };
    const char *texts[] = { x->fingerprint, supplier, x->rule, x->message, x->clause, x->document };
    *seal = seal_finding(&sealed);
    for (int i = 0; i < 6; i++)
        store_text(s, i + 1, texts[i]);
    sqlite3_bind_int64(s, 7, x->line);
    store_text(s, 8, x->text[LANGUAGE_EN]);
    store_text(s, 9, x->text[LANGUAGE_JA]);
    sqlite3_bind_blob(s, 10, seal, sizeof *seal, SQLITE_STATIC);
}

static int add_finding(struct ledger *l, const struct item_head *h, const struct item_finding *x, struct fault *f)
{
    struct hash seal;
    sqlite3_stmt *s = store_statement(l, SQL_FINDING_ADD, f);
    if (!s)
        return -1;
    bind_shown(s, h->supplier, x, l->run, &seal);
    sqlite3_bind_int(s, 11, (int)x->grade);
    store_day(s, 12, l->counts.as_of);
    sqlite3_bind_int64(s, 13, l->run);
    return store_done(l, s, f);
}

static int show_finding(struct ledger *l, const struct item_head *h, const struct item_finding *x, int64_t first_run,
                        struct fault *f)
{
    struct hash seal;
    sqlite3_stmt *s = store_statement(l, SQL_FINDING_SHOWN, f);
    if (!s)
        return -1;
    bind_shown(s, h->supplier, x, first_run, &seal);
    return store_done(l, s, f);
}

static int put_last_seen(struct ledger *l, const char *fingerprint, day seen, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_FINDING_SEEN, f);
    if (!s)
        return -1;
    store_text(s, 1, fingerprint);
    store_day(s, 2, seen);
    return store_done(l, s, f);
}

/* A run's steps from open to fixed are counted by where they lead, whatever their number. */
static void count_change(struct ledger_run *c, const struct standing *before, const struct standing *after)
{
    bool was = before->state != STATE_COUNT && state_is_open(before->state), is = state_is_open(after->state);
    c->appeared += before->state == STATE_COUNT && is;
    c->returned += before->state != STATE_COUNT && !was && is;
    c->fixed += was && !is && after->state != STATE_ACCEPTED;
    c->accepted += before->state != STATE_ACCEPTED && after->state == STATE_ACCEPTED;
}

/* The steps of what is found or waived, with what their events say: of the first finding its rule, of a waiver until when,
 * who approved it and why. */
struct telling {
    const char *text, *waiver;
};

/* Steps of the engine: same person, same time, for all of the run. */
static int take_steps(struct ledger *l, const char *fingerprint, const struct telling *says, const struct standing *before,
                      const struct step *steps, size_t count, struct fault *f)
{
    struct move m = { .fingerprint = fingerprint, .who = "kijun", .at = l->counts.at, .as_of = l->counts.as_of };
    struct standing after = *before;
    for (size_t i = 0; i < count; i++) {
        m.step = steps[i];
        m.before = after;
        m.text = steps[i].action == ACTION_WAIVED ? says->waiver : i == 0 ? says->text : NULL;
        if (move_apply(l, &m, &after, f) != 0)
            return -1;
    }
    if (count)
        count_change(&l->counts, before, &after);
    return 0;
}

static int record_new(struct ledger *l, const struct recording *r, const struct item_finding *x, struct fault *f)
{
    struct standing nothing = { .state = STATE_COUNT, .failing = true, .grade = x->grade, .due = DAY_NONE };
    struct step steps[STEPS_MOST];
    size_t count = steps_found(&r->run, &nothing, x->grade, x->waived, steps);
    if (add_finding(l, r->head, x, f) != 0)
        return -1;
    struct telling says = { x->rule, x->waiver };
    return take_steps(l, x->fingerprint, &says, &nothing, steps, count, f);
}

/* A waiver that was renewed or changed is said again. -1: the register cannot be read. */
static int waiver_changed(struct ledger *l, const struct item_finding *x, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_WAIVER_LAST, f);
    if (!s)
        return -1;
    store_text(s, 1, x->fingerprint);
    int code = store_step(l, s, f);
    const char *said = code == SQLITE_ROW ? column_text(s, 0) : NULL;
    bool changed = code >= 0 && strcmp(said ? said : "", x->waiver ? x->waiver : "") != 0;
    sqlite3_reset(s);
    return code < 0 ? -1 : changed;
}

static int record_again(struct ledger *l, const struct recording *r, const struct item_finding *x, struct known *k,
                        struct fault *f)
{
    struct step steps[STEPS_MOST];
    size_t count = steps_found(&r->run, &k->standing, x->grade, x->waived, steps);
    struct telling says = { NULL, x->waiver };
    k->seen = true;
    if (show_finding(l, r->head, x, k->first_run, f) != 0)
        return -1;
    int changed = x->waived && k->standing.state == STATE_ACCEPTED ? waiver_changed(l, x, f) : 0;
    if (changed > 0 && !(count && steps[0].action == ACTION_WAIVED))
        steps[count++] = (struct step){ ACTION_WAIVED, x->grade, DAY_NONE };
    return changed < 0 ? -1 : take_steps(l, x->fingerprint, &says, &k->standing, steps, count, f);
}

/* What the rule of a finding came to in this run; not applicable when it is no longer there. */
static enum outcome outcome_of(const char *rule, struct item_reader judgements, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const char *name;
        enum outcome outcome;
        if (!item_judgement(&judgements, &name, &outcome))
            return OUTCOME_ERROR;
        if (strcmp(name, rule) == 0)
            return outcome;
    }
    return OUTCOME_NOT_APPLICABLE;
}

static int record_gone(struct ledger *l, const struct recording *r, const struct known *k, enum outcome outcome,
                       struct fault *f)
{
    struct step steps[STEPS_MOST];
    size_t count = steps_gone(&k->standing, outcome, steps);
    if (k->seen || !k->standing.failing)
        return 0;
    if (k->fresh && put_last_seen(l, k->fingerprint, r->seen, f) != 0)
        return -1;
    return take_steps(l, k->fingerprint, &(struct telling){ NULL, NULL }, &k->standing, steps, count, f);
}

static struct known *known_named(const struct known_list *k, const char *fingerprint)
{
    return k->count ? bsearch(fingerprint, k->at, k->count, sizeof *k->at, compare_known) : NULL;
}

static int record_changed(struct ledger *l, struct recording *r, struct item_reader *reader, struct fault *f)
{
    const struct item_head *h = r->head;
    struct item_reader judgements = *reader;
    const char *rule;
    enum outcome outcome;
    for (uint32_t i = 0; i < h->judgements; i++)
        if (!item_judgement(reader, &rule, &outcome))
            return fault_set(f, FAULT_LEDGER_ITEM, h->supplier);
    for (uint32_t i = 0; i < h->findings; i++) {
        struct item_finding x;
        if (!item_finding(reader, &x))
            return fault_set(f, FAULT_LEDGER_ITEM, h->supplier);
        struct known *k = known_named(&r->known, x.fingerprint);
        if ((k ? record_again(l, r, &x, k, f) : record_new(l, r, &x, f)) != 0)
            return -1;
    }
    for (size_t i = 0; i < r->known.count; i++) {
        const struct known *k = &r->known.at[i];
        if (record_gone(l, r, k, outcome_of(k->rule, judgements, h->judgements), f) != 0)
            return -1;
    }
    return 0;
}

int ledger_record(struct ledger *l, const char *item, size_t len, struct fault *f)
{
    struct item_reader reader = item_open(item, len);
    struct item_head h;
    bool same = false;
    if (!item_head(&reader, &h))
        return fault_set(f, FAULT_LEDGER_ITEM, "");
    if (!h.judged)
        return 0;
    struct recording r = { .head = &h, .run = { &l->terms, h.tier, l->counts.as_of } };
    struct hash digest = hash_bytes(item, len);
    int result = read_supplier(l, &r, &digest, &same, f);
    if (result == 0 && !same)
        result = known_read(l, h.supplier, &r.known, f);
    if (result == 0 && !same)
        result = record_changed(l, &r, &reader, f);
    if (result == 0)
        result = put_supplier(l, &h, &digest, f);
    l->counts.suppliers += result == 0;
    l->failed = l->failed || result != 0;
    known_free(&r.known);
    return result;
}
