#include "rules/due.h"

#include <string.h>

#include "rules/loading.h"

struct due_terms due_terms_standard(void)
{
    return (struct due_terms){
        .days = {[GRADE_MAJOR] = 30, [GRADE_MINOR] = 90},
        .tier_count = 1,
        .tiers = {{"critical", {[GRADE_NONE] = DUE_UNSAID, [GRADE_OBSERVATION] = DUE_UNSAID, [GRADE_MINOR] = 60,
                                [GRADE_MAJOR] = 14}}},
    };
}

const struct due_terms *ruleset_due(const struct ruleset *r)
{
    return &r->due;
}

day due_day(const struct due_terms *t, const char *tier, enum grade grade, day found)
{
    int days = t->days[grade];
    for (size_t i = 0; tier && i < t->tier_count; i++)
        if (strcmp(t->tiers[i].tier, tier) == 0 && t->tiers[i].days[grade] != DUE_UNSAID)
            days = t->tiers[i].days[grade];
    return days > 0 ? found + days : DAY_NONE;
}

/* ---- reading ---- */

static const char *const grade_keys[] = {"observation", "minor", "major"};

static bool read_days(struct loading *l, const struct data *d, int *out)
{
    if (d->type == DATA_BOOL && !d->as.flag) {
        *out = 0;
        return true;
    }
    if (d->type == DATA_INT && d->as.integer >= 1 && d->as.integer <= DUE_MOST) {
        *out = (int)d->as.integer;
        return true;
    }
    loading_say(l, d, FAULT_POLICY_DUE, d->key ? d->key : "due", "3650");
    return false;
}

/* GRADE_NONE when the key is no grade. */
static enum grade grade_of_key(const char *key)
{
    for (size_t i = 0; i < sizeof grade_keys / sizeof *grade_keys; i++)
        if (strcmp(grade_keys[i], key) == 0)
            return (enum grade)(GRADE_OBSERVATION + i);
    return GRADE_NONE;
}

static void read_grades(struct loading *l, const struct data *table, int days[GRADE_COUNT])
{
    for (size_t i = 0; i < table->as.table.named; i++) {
        const struct data *d = &table->as.table.members[i];
        enum grade grade = grade_of_key(d->key);
        if (grade)
            read_days(l, d, &days[grade]);
    }
}

static struct due_tier *tier_named(struct loading *l, const struct data *d, struct due_terms *t)
{
    for (size_t i = 0; i < t->tier_count; i++)
        if (strcmp(t->tiers[i].tier, d->key) == 0)
            return &t->tiers[i];
    const struct field *f = kind_field(&kind_supplier, "tier");
    size_t known = 0, at = 0;
    while (f->tokens[known])
        known++;
    while (at < known && strcmp(f->tokens[at], d->key) != 0)
        at++;
    if (at == known || t->tier_count == DUE_TIERS) {
        loading_unknown(l, d, FAULT_UNKNOWN_TOKEN, d->key, f->tokens, known);
        return NULL;
    }
    struct due_tier *tier = &t->tiers[t->tier_count++];
    tier->tier = f->tokens[at];
    for (int g = 0; g < GRADE_COUNT; g++)
        tier->days[g] = DUE_UNSAID;
    return tier;
}

static void read_tiers(struct loading *l, const struct data *tiers, struct due_terms *out)
{
    static const char *const known[] = {"observation", "minor", "major", NULL};
    for (size_t i = 0; tiers && i < tiers->as.table.named; i++) {
        const struct data *d = &tiers->as.table.members[i];
        struct due_tier *tier = tier_named(l, d, out);
        if (!tier)
            continue;
        if (d->type != DATA_TABLE) {
            loading_say(l, d, FAULT_DECLARE_TABLE, d->key);
            continue;
        }
        declared_fields(l, d, known);
        read_grades(l, d, tier->days);
    }
}

/* `re_audit = "major"`, or false to take back what the base says. */
static void read_re_audit(struct loading *l, const struct data *policy, struct due_terms *out)
{
    const struct data *d = data_get(policy, "re_audit");
    if (!d)
        return;
    if (d->type == DATA_BOOL) {
        out->re_audit = d->as.flag ? GRADE_OBSERVATION : GRADE_NONE;
        return;
    }
    const char *text = declared_text(l, policy, "re_audit", false);
    enum grade grade = text ? grade_of_key(text) : GRADE_NONE;
    if (grade)
        out->re_audit = grade;
    else if (text)
        loading_unknown(l, d, FAULT_UNKNOWN_TOKEN, text, grade_keys, sizeof grade_keys / sizeof *grade_keys);
}

void due_read(struct loading *l, const struct data *policy, struct due_terms *out)
{
    static const char *const known[] = {"observation", "minor", "major", "tiers", NULL};
    const struct data *due = declared_table(l, policy, "due", false);
    if (due) {
        declared_fields(l, due, known);
        read_grades(l, due, out->days);
        read_tiers(l, declared_table(l, due, "tiers", false), out);
    }
    read_re_audit(l, policy, out);
}
