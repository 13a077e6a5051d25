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
    bool seen; /* found again in this run */
};

struct known_list {
    struct known *at;
    size_t count, size;
};

int ledger_begin(struct ledger *l, day as_of, instant at, const char *policy, const struct ledger_terms *terms,
                 struct fault *f)
{
    if (store_begin(l, f) != 0)
        return -1;
    l->terms = *terms;
    l->as_of = as_of;
    l->at = at;
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
    l->run = sqlite3_last_insert_rowid(l->db);
    return 0;
}

int ledger_commit(struct ledger *l, struct fault *f)
{
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
    const char *fingerprint = (const char *)sqlite3_column_text(s, 0), *rule = (const char *)sqlite3_column_text(s, 1);
    if (!fingerprint || strlen(fingerprint) != 32 || !rule || !(n->rule = strdup(rule)))
        return false;
    memcpy(n->fingerprint, fingerprint, sizeof n->fingerprint);
    n->standing = (struct standing){ .state = (enum finding_state)sqlite3_column_int(s, 2),
                                     .failing = sqlite3_column_int(s, 3) != 0,
                                     .grade = (enum grade)sqlite3_column_int(s, 4) };
    n->seen = false;
    k->count++;
    return true;
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
    return code < 0 ? -1 : 0;
}

static int compare_known(const void *key, const void *item)
{
    return strcmp(key, ((const struct known *)item)->fingerprint);
}

/* True if the supplier was recorded with exactly these bytes the last time. */
static bool unchanged(struct ledger *l, const char *supplier, const struct hash *digest, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_SUPPLIER_GET, f);
    if (!s)
        return false;
    store_text(s, 1, supplier);
    bool same = store_step(l, s, f) == SQLITE_ROW && sqlite3_column_bytes(s, 0) == (int)sizeof *digest &&
                memcmp(sqlite3_column_blob(s, 0), digest, sizeof *digest) == 0;
    sqlite3_reset(s);
    return same;
}

static int put_supplier(struct ledger *l, const struct item_head *h, const struct hash *digest, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_SUPPLIER_PUT, f);
    if (!s)
        return -1;
    store_text(s, 1, h->supplier);
    store_text(s, 2, h->name);
    store_text(s, 3, h->tier);
    sqlite3_bind_int64(s, 4, l->run);
    sqlite3_bind_blob(s, 5, digest, sizeof *digest, SQLITE_STATIC);
    return store_done(l, s, f);
}

static void bind_shown(sqlite3_stmt *s, const struct item_finding *x, int first)
{
    store_text(s, first, x->clause);
    store_text(s, first + 1, x->document);
    sqlite3_bind_int64(s, first + 2, x->line);
    store_text(s, first + 3, x->text[LANGUAGE_EN]);
    store_text(s, first + 4, x->text[LANGUAGE_JA]);
}

static int add_finding(struct ledger *l, const struct item_head *h, const struct item_finding *x, day due,
                       struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_FINDING_ADD, f);
    if (!s)
        return -1;
    store_text(s, 1, x->fingerprint);
    store_text(s, 2, h->supplier);
    store_text(s, 3, x->rule);
    store_text(s, 4, x->message);
    bind_shown(s, x, 5);
    sqlite3_bind_int(s, 10, (int)x->grade);
    sqlite3_bind_int(s, 11, STATE_OPEN);
    sqlite3_bind_int64(s, 12, l->as_of);
    sqlite3_bind_int64(s, 13, l->run);
    if (due != DAY_NONE)
        sqlite3_bind_int64(s, 14, due);
    return store_done(l, s, f);
}

static int show_finding(struct ledger *l, const struct item_finding *x, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_FINDING_SHOWN, f);
    if (!s)
        return -1;
    store_text(s, 1, x->fingerprint);
    bind_shown(s, x, 2);
    return store_done(l, s, f);
}

static day due_day(const struct ledger *l, const char *tier, enum grade grade)
{
    bool critical = tier && strcmp(tier, "critical") == 0;
    int days = critical ? l->terms.due_days_critical[grade] : l->terms.due_days[grade];
    return days > 0 ? l->as_of + days : DAY_NONE;
}

/* A step of the engine: same person, same time, for all of the run. */
static struct move engine_move(const struct ledger *l, const char *fingerprint, enum ledger_action action,
                               const struct standing *before)
{
    return (struct move){ .fingerprint = fingerprint, .action = action, .who = "kijun", .at = l->at,
                          .as_of = l->as_of, .before = *before, .grade = before->grade, .due = DAY_NONE };
}

static int record_new(struct ledger *l, const struct item_head *h, const struct item_finding *x, struct fault *f)
{
    day due = due_day(l, h->tier, x->grade);
    struct standing nothing = { .state = STATE_COUNT, .failing = true, .grade = x->grade };
    struct move found = engine_move(l, x->fingerprint, ACTION_FOUND, &nothing);
    found.due = due;
    found.text = x->rule;
    if (add_finding(l, h, x, due, f) != 0 || move_apply(l, &found, f) != 0)
        return -1;
    if (!x->waived)
        return 0;
    struct standing open = { .state = STATE_OPEN, .failing = true, .grade = x->grade };
    struct move waived = engine_move(l, x->fingerprint, ACTION_WAIVED, &open);
    return move_apply(l, &waived, f);
}

static int record_again(struct ledger *l, const struct item_head *h, const struct item_finding *x, struct known *k,
                        struct fault *f)
{
    k->seen = true;
    if (show_finding(l, x, f) != 0)
        return -1;
    enum ledger_action action = x->waived ? ACTION_WAIVED : ACTION_FOUND;
    if (!k->standing.failing || state_after(k->standing.state, action, true) != k->standing.state) {
        struct move m = engine_move(l, x->fingerprint, action, &k->standing);
        m.due = action == ACTION_FOUND ? due_day(l, h->tier, x->grade) : DAY_NONE;
        m.grade = x->grade;
        return move_apply(l, &m, f);
    }
    if (k->standing.grade == x->grade)
        return 0;
    struct move m = engine_move(l, x->fingerprint, ACTION_REGRADED, &k->standing);
    m.grade = x->grade;
    return move_apply(l, &m, f);
}

/* What this run says of a finding that it did not make: passed, withdrawn, or (ACTION_COUNT) nothing. */
static enum ledger_action fate(const char *rule, struct item_reader judgements, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const char *name;
        enum outcome outcome;
        if (!item_judgement(&judgements, &name, &outcome))
            return ACTION_COUNT;
        if (strcmp(name, rule) != 0)
            continue;
        if (outcome == OUTCOME_ERROR || outcome == OUTCOME_INDETERMINATE)
            return ACTION_COUNT;
        return outcome == OUTCOME_NOT_APPLICABLE ? ACTION_WITHDRAWN : ACTION_PASSED;
    }
    return ACTION_WITHDRAWN;
}

static int record_gone(struct ledger *l, const struct known *k, enum ledger_action action, struct fault *f)
{
    if (action == ACTION_COUNT || k->seen || !k->standing.failing)
        return 0;
    struct move m = engine_move(l, k->fingerprint, action, &k->standing);
    return move_apply(l, &m, f);
}

static int record_changed(struct ledger *l, const struct item_head *h, struct item_reader *r, struct known_list *known,
                          struct fault *f)
{
    struct item_reader judgements = *r;
    const char *rule;
    enum outcome outcome;
    for (uint32_t i = 0; i < h->judgements; i++)
        if (!item_judgement(r, &rule, &outcome))
            return fault_set(f, FAULT_LEDGER_ITEM, h->supplier);
    for (uint32_t i = 0; i < h->findings; i++) {
        struct item_finding x;
        if (!item_finding(r, &x))
            return fault_set(f, FAULT_LEDGER_ITEM, h->supplier);
        struct known *k = known->count ? bsearch(x.fingerprint, known->at, known->count, sizeof *known->at,
                                                 compare_known) : NULL;
        if ((k ? record_again(l, h, &x, k, f) : record_new(l, h, &x, f)) != 0)
            return -1;
    }
    for (size_t i = 0; i < known->count; i++)
        if (record_gone(l, &known->at[i], fate(known->at[i].rule, judgements, h->judgements), f) != 0)
            return -1;
    return 0;
}

int ledger_record(struct ledger *l, const char *item, size_t len, struct fault *f)
{
    struct item_reader r = item_open(item, len);
    struct item_head h;
    struct known_list known = { 0 };
    if (!item_head(&r, &h))
        return fault_set(f, FAULT_LEDGER_ITEM, "");
    struct hash digest = hash_bytes(item, len);
    if (!h.judged || unchanged(l, h.supplier, &digest, f))
        return 0;
    int result = l->failed ? -1 : known_read(l, h.supplier, &known, f);
    if (result == 0)
        result = record_changed(l, &h, &r, &known, f);
    if (result == 0)
        result = put_supplier(l, &h, &digest, f);
    l->failed = l->failed || result != 0;
    known_free(&known);
    return result;
}
