/* Whether a rule can be asked of a subject at all: the documents that it needs, and the kind of a lone contract. */
#include <string.h>

#include "rules/judge.h"

void judge_reason(struct judge *j, struct judgement *judgement, enum engine_message m)
{
    judgement->message = engine_message_name(m);
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        judgement->reason[l] = engine_message_text(m, (enum language)l, NULL, j->arena);
}

static bool has_kind(const struct subject *s, unsigned need)
{
    switch (need) {
    case NEED_CONTRACT:
        return s->contracts.count > 0;
    case NEED_SUPPLIER:
        return s->supplier != NULL;
    case NEED_RESPONSE:
        return s->responses.count > 0;
    case NEED_AUDIT:
        return s->audits.count > 0;
    case NEED_INCIDENTS:
        return s->incident_logs.count > 0;
    case NEED_SERVICE_RECORD:
        return s->service_records.count > 0;
    default:
        return s->questionnaires.count > 0;
    }
}

/* A document that could not be read and may be of this kind: what it is stands in its root, or follows from its
 * format; of the rest nobody knows. */
static const struct document *unread(const struct subject *s, const struct kind *k)
{
    for (const struct document *d = s->documents; d; d = d->next) {
        if (d->fault.id == FAULT_NONE)
            continue;
        const struct kind *only = format_is_prose(d->format) ? &kind_contract : format_is_sheet(d->format) ? &kind_response : NULL;
        if (d->root ? d->root->kind == k : !only || k == only)
            return d;
    }
    return NULL;
}

/* True if one of the contracts that are checked alone is of a kind that is asked for this; of an unknown kind, all is
 * asked. */
static bool asked_alone(const struct rule *r, const struct subject *s)
{
    const char *const *kinds = rule_contract_kinds();
    bool asked = s->contracts.count == 0;
    LIST_EACH(struct contract, c, &s->contracts) {
        size_t kind = 0;
        while (c->kind && kinds[kind] && strcmp(kinds[kind], c->kind))
            kind++;
        asked |= !c->kind || r->alone & 1u << kind;
    }
    return asked;
}

static bool passed_over(struct judge *j, struct judgement *judgement, enum engine_message m)
{
    judgement->outcome = OUTCOME_NOT_APPLICABLE;
    judge_reason(j, judgement, m);
    return false;
}

static bool lacks(struct judge *j, struct judgement *judgement, enum engine_message m, const char *const *words)
{
    judgement->outcome = OUTCOME_INDETERMINATE;
    outcome_engine(j, judgement, OUTCOME_INDETERMINATE, m, words);
    return false;
}

bool judge_has_needs(struct judge *j, struct judgement *judgement)
{
    const struct subject *s = j->subject;
    j->lacking = NULL;
    if (s->lone && (j->rule->needs & ~(unsigned)NEED_CONTRACT))
        return passed_over(j, judgement, ENGINE_LONE);
    if (s->lone && !asked_alone(j->rule, s))
        return passed_over(j, judgement, ENGINE_KIND);
    for (int i = 0; rule_needs[i].name; i++) {
        if (!(j->rule->needs & 1u << i))
            continue;
        const struct document *d = unread(s, rule_needs[i].kind);
        if (d)
            return lacks(j, judgement, ENGINE_UNREADABLE, (const char *const[]){d->file, d->file});
        if (!has_kind(s, 1u << i) && !j->lacking)
            j->lacking = rule_needs[i].words;
    }
    if (j->lacking && !j->rule->has_applies)
        return lacks(j, judgement, ENGINE_NEEDS, j->lacking);
    return true;
}
