/* Checks the names that rule_calls.c found against what exists. */
#include <string.h>

#include "rules/rule_calls.h"
#include "rules/sandbox_match.h"

enum { NAMES = 256 };

static bool known(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

static size_t count_of(const char *const *names)
{
    size_t n = 0;
    while (names && names[n])
        n++;
    return n;
}

static void check_name(struct loading *l, const struct data *where, enum fault_id id, const char *name,
                       const char *const *names, size_t count)
{
    if (!known(names, count, name))
        loading_unknown(l, where, id, name, names, count);
}

void rule_check_message(struct loading *l, const struct rule *r, const struct data *where, const char *id)
{
    const char *names[NAMES];
    size_t count = 0;
    for (; count < r->info.message_count && count < NAMES; count++)
        names[count] = r->info.messages[count].id;
    check_name(l, where, FAULT_UNKNOWN_MESSAGE, id, names, count);
}

static void check_param(struct loading *l, const struct rule *r, const struct data *where, const char *name)
{
    const char *names[NAMES];
    size_t count = 0;
    for (; count < r->info.param_count && count < NAMES; count++)
        names[count] = r->info.params[count].name;
    check_name(l, where, FAULT_UNKNOWN_PARAM, name, names, count);
}

static bool type_fits(enum value_type wanted, enum value_type declared)
{
    return wanted == VALUE_NONE || wanted == declared || (wanted == VALUE_DURATION && declared == VALUE_INTERVAL) ||
           (wanted == VALUE_INTERVAL && declared == VALUE_DURATION);
}

/* A term of a type that can be seen must be in that type; of another clause, in some type. */
static void check_term(struct loading *l, const struct data *where, const struct named_use *u)
{
    const struct vocabulary *v = l->set->vocabulary;
    const char *const *types = vocabulary_clause_types(v), *const *near = NULL;
    bool found = false;
    for (size_t i = 0; types[i]; i++) {
        const char *const *terms = vocabulary_terms(v, types[i]);
        if (u->clause_type && strcmp(types[i], u->clause_type))
            continue;
        near = terms;
        found = found || (known(terms, count_of(terms), u->name) &&
                          type_fits(u->term, vocabulary_term_type(v, types[i], u->name)));
    }
    if (!found && (near || !u->clause_type))
        loading_unknown(l, where, FAULT_UNKNOWN_TERM, u->name, near, u->clause_type ? count_of(near) : 0);
}

/* Question ids that any loaded pack declares, as names or as a list. */
static size_t question_names(const struct ruleset *s, const char *names[NAMES])
{
    size_t count = 0;
    for (size_t i = 0; i < s->pack_count; i++) {
        const struct data *q = data_get(s->packs[i].declared, "questions");
        for (size_t k = 0; q && q->type == DATA_TABLE && k < q->as.table.named && count < NAMES; k++)
            names[count++] = q->as.table.members[k].key;
        for (size_t k = 0; k < data_items(q) && count < NAMES; k++)
            if (data_item(q, k)->type == DATA_TEXT)
                names[count++] = data_item(q, k)->as.text.at;
    }
    return count;
}

static void check_asset(struct loading *l, const struct data *where, const char *name)
{
    const struct field *f = kind_field(&kind_asset, "class");
    if (f && f->tokens && !(f->flags & FIELD_OPEN))
        check_name(l, where, FAULT_UNKNOWN_TOKEN, name, f->tokens, count_of(f->tokens));
}

static void check_pattern(struct loading *l, const struct data *where, const char *pattern)
{
    char why[160];
    if (!match_check(pattern, strlen(pattern), why, sizeof why))
        loading_say(l, where, FAULT_PATTERN, why);
}

static void check_question(struct loading *l, const struct data *where, const char *name)
{
    const char *names[NAMES];
    check_name(l, where, FAULT_UNKNOWN_QUESTION, name, names, question_names(l->set, names));
}

void rule_calls_check(struct loading *l, const struct rule *r, const struct rule_calls *calls,
                      const char *const *subject, size_t subject_count)
{
    const char *const *types = vocabulary_clause_types(l->set->vocabulary);
    for (size_t i = 0; i < calls->use_count; i++) {
        const struct named_use *u = &calls->uses[i];
        const struct data where = {.file = r->file, .line = u->line};
        switch (u->what) {
        case NAMED_MESSAGE:
            rule_check_message(l, r, &where, u->name);
            break;
        case NAMED_CLAUSE:
            check_name(l, &where, FAULT_UNKNOWN_CLAUSE, u->name, types, count_of(types));
            break;
        case NAMED_TERM:
            check_term(l, &where, u);
            break;
        case NAMED_QUESTION:
            check_question(l, &where, u->name);
            break;
        case NAMED_PATTERN:
            check_pattern(l, &where, u->name);
            break;
        case NAMED_ASSET:
            check_asset(l, &where, u->name);
            break;
        case NAMED_PARAM:
            check_param(l, r, &where, u->name);
            break;
        case NAMED_SUBJECT:
            check_name(l, &where, FAULT_UNKNOWN_FIELD, u->name, subject, subject_count);
            break;
        }
    }
}
