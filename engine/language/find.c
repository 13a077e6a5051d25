/* Which clause governs, and what its terms are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/load.h"
#include "documents/schema.h"
#include "language/duty.h"
#include "language/reading.h"

enum { FEW_CLAUSES = 16 };     /* of one type, in most contracts */

/* ---- the effective clauses ---- */

static size_t count_clauses(const struct list *list)
{
    size_t n = 0;
    LIST_EACH(struct clause, c, list)
        n += 1 + count_clauses(&c->clauses);
    return n;
}

/* FNV-1a. */
static uint32_t hash_name(const char *name)
{
    uint32_t h = 2166136261u;
    for (; *name; name++)
        h = (h ^ (unsigned char)*name) * 16777619u;
    return h;
}

static void add_clauses(struct reading *r, const struct list *list)
{
    LIST_EACH(struct clause, c, list) {
        if (!clause_effective(r->subject, c, r->as_of))
            continue;
        r->effective[r->effective_count++] = c;
        add_clauses(r, &c->clauses);
    }
}

/* Amendments stand before what they amend, so that their clauses govern. */
static void amendments_first(const struct contract **list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            const struct contract *amendment = list[k];
            if (!amendment->amends || !list[i]->id || strcmp(amendment->amends, list[i]->id) != 0)
                continue;
            memmove(&list[i + 1], &list[i], (k - i) * sizeof *list);
            list[i] = amendment;
            break;
        }
}

/* Adds to the end of its chain, so that the clauses of a type come in their order. */
static void add_entry(struct reading *r, const char *type, size_t place)
{
    uint32_t hash = hash_name(type);
    struct type_chain *chain = &r->chains[hash % TYPE_CHAINS];
    uint32_t number = ++r->entry_count; /* 0 ends a chain */
    r->entries[number] = (struct type_entry){hash, (uint32_t)place, 0};
    if (chain->last)
        r->entries[chain->last].next = number;
    else
        chain->first = number;
    chain->last = number;
}

/* Which clauses are of a type, so that asking for one does not look at all clauses. A declared type is taken as it stands,
 * without reading the clause. */
static void list_types(struct reading *r)
{
    size_t most = 0;
    for (size_t i = 0; r->effective && i < r->effective_count; i++) {
        const struct clause_reading *c = r->effective[i]->type ? NULL : reading_clause(r, r->effective[i]);
        most += c ? c->type_count : 1;
    }
    r->entries = most < UINT32_MAX ? arena_array(r->arena, most + 1, sizeof *r->entries) : NULL;
    for (size_t i = 0; r->effective && r->entries && i < r->effective_count; i++) {
        const char *declared = r->effective[i]->type;
        const struct clause_reading *c = declared ? NULL : reading_clause(r, r->effective[i]);
        if (declared)
            add_entry(r, declared, i);
        for (size_t k = 0; c && k < c->type_count; k++)
            add_entry(r, c->types[k].type, i);
    }
}

static void list_effective(struct reading *r)
{
    const struct contract **contracts;
    size_t count = contracts_in_force(r->subject, r->arena, r->as_of, &contracts), clauses = 0;
    r->found = true;
    amendments_first(contracts, count);
    for (size_t i = 0; i < count; i++)
        clauses += count_clauses(&contracts[i]->clauses);
    r->effective = arena_array(r->arena, clauses + 1, sizeof *r->effective);
    for (size_t i = 0; r->effective && i < count; i++)
        add_clauses(r, &contracts[i]->clauses);
    list_types(r);
}

/* ---- finding by type ---- */

/* What a clause is worth as a type. */
enum { WORTH_NOTHING, WORTH_PERHAPS, WORTH_SURE, WORTH_OTHER /* surely of it, but the wrong side owes it */ };

static enum duty declared_duty(const struct clause *c)
{
    if (!c->party)
        return DUTY_UNSAID;
    return strcmp(c->party, "both") == 0 ? DUTY_BOTH : strcmp(c->party, "customer") == 0 ? DUTY_CUSTOMER : DUTY_SUPPLIER;
}

static unsigned said_duty(struct reading *r, const struct clause_reading *c, const char *type);

static unsigned said_below(struct reading *r, const struct clause_reading *c, const char *type)
{
    unsigned duty = DUTY_UNSAID;
    LIST_EACH(struct clause, below, &c->clause->clauses) {
        const struct clause_reading *part = (duty & DUTY_BOTH) == DUTY_BOTH || below->type ? NULL : reading_clause(r, below);
        if (part)
            duty |= said_duty(r, part, type);
    }
    return duty;
}

/* By the words of the clause and of those below it that are of the type, too. Kept, because each clause below asks. */
static unsigned said_duty(struct reading *r, const struct clause_reading *c, const char *type)
{
    unsigned duty = DUTY_UNSAID;
    for (size_t i = 0; i < c->type_count; i++)
        if (strcmp(c->types[i].type, type) == 0)
            duty = c->types[i].duty;
    struct clause_state *state = c->clause->clauses.count ? reading_state(r, c->clause) : NULL;
    if (!state)
        return duty;
    for (const struct kept_duty *k = state->duties; k; k = k->next)
        if (strcmp(k->type, type) == 0)
            return k->duty;
    struct kept_duty *kept = arena_alloc(r->arena, sizeof *kept);
    duty |= said_below(r, c, type);
    if (!kept)
        return duty;
    *kept = (struct kept_duty){state->duties, r->v->types[vocabulary_type_index(r->v, type)].name, duty};
    state->duties = kept;
    return duty;
}

enum duty reading_duty(struct reading *r, const struct clause_reading *c, const char *type)
{
    enum duty declared = declared_duty(c->clause);
    if (declared || c->declared || vocabulary_type_index(r->v, type) == NO_INDEX)
        return declared;
    return (enum duty)said_duty(r, c, type);
}

static int worth(struct reading *r, const struct clause_reading *c, const char *type)
{
    for (size_t i = 0; i < c->type_count; i++)
        if (strcmp(c->types[i].type, type) == 0) {
            bool sure = c->declared || c->types[i].weight >= r->v->sure;
            uint16_t index = vocabulary_type_index(r->v, type);
            if (index != NO_INDEX && r->v->types[index].owes != OWES_ANYONE &&
                duty_is_other(r->v, index, reading_duty(r, c, type)))
                return sure ? WORTH_OTHER : WORTH_NOTHING;
            return sure ? WORTH_SURE : WORTH_PERHAPS;
        }
    return WORTH_NOTHING;
}

bool reading_is_misdirected(struct reading *r, const struct clause *c)
{
    const struct clause_reading *reading = reading_clause(r, c);
    bool found = false;
    for (size_t i = 0; reading && i < reading->type_count && !found; i++)
        found = worth(r, reading, reading->types[i].type) == WORTH_OTHER;
    return found;
}

/* The kinds of contract that are about a type go before the others: an SLA for service levels. */
static int special(const struct clause *c, const char *type)
{
    static const struct { const char *kind, *types; } rows[] = {
        {"nda", " confidentiality purpose-limitation copying-ban compelled-disclosure third-party-disclosure "},
        {"sla", " service-level backup continuity vulnerability security-report review-meeting "},
        {"dpa", " personal-data cross-border-transfer data-location instructions data-subject-requests "
                "authority-cooperation security-measures incident-report subcontracting return-destroy "}};
    const struct contract *contract = node_contract(&c->node);
    char word[80];
    for (size_t i = 0; contract && contract->kind && i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].kind, contract->kind) != 0 || strlen(type) > 60)
            continue;
        snprintf(word, sizeof word, " %s ", type);
        return strstr(rows[i].types, word) != NULL;
    }
    return 0;
}

/* True if a clause above this one is of the type itself: then this one is a part of that. */
static bool is_part(struct reading *r, const struct clause *c, const char *type)
{
    for (const struct node *n = c->node.parent; is_clause(n); n = n->parent) {
        const struct clause_reading *above = reading_clause(r, (const struct clause *)n);
        if (above && worth(r, above, type) >= WORTH_SURE)
            return true;
    }
    return false;
}

/* The clauses of the type that are worth that much, each once, in the order of the effective clauses, at the end of the
 * arena. NULL: the arena is exhausted. */
static const struct clause_reading **collect(struct reading *r, const char *type, uint32_t hash, int wanted, size_t *count)
{
    const struct clause_reading *few[FEW_CLAUSES], **all = few;
    size_t n = 0, room = FEW_CLAUSES;
    uint32_t last = UINT32_MAX;
    for (uint32_t i = r->entries ? r->chains[hash % TYPE_CHAINS].first : 0; i; i = r->entries[i].next) {
        if (r->entries[i].hash != hash || r->entries[i].place == last) /* two types of one hash */
            continue;
        last = r->entries[i].place;
        const struct clause_reading *c = reading_clause(r, r->effective[last]);
        if (!c || worth(r, c, type) != wanted || is_part(r, c->clause, type))
            continue;
        if (n == room) { /* seldom: room for as many as there can be */
            room = r->effective_count;
            all = arena_array(r->arena, room, sizeof *all);
            if (!all)
                return NULL;
            memcpy(all, few, sizeof few);
        }
        all[n++] = c;
    }
    *count = n;
    if (all != few)
        return all;
    const struct clause_reading **kept = arena_array(r->arena, n + 1, sizeof *kept);
    return kept ? memcpy(kept, few, n * sizeof *few) : NULL;
}

static bool is_special(const struct clause_reading *c, const char *type)
{
    return special(c->clause, type) != 0;
}

/* True if this is what the clause is about; others only touch upon it. */
static bool is_mainly(const struct clause_reading *c, const char *type)
{
    return c->type_count && strcmp(c->types[0].type, type) == 0;
}

/* Those of which it holds first, each group in the order that it had. `spare` has room for all. */
static void first(const struct clause_reading **list, const struct clause_reading **spare, size_t count, const char *type,
                  bool (*holds)(const struct clause_reading *, const char *))
{
    size_t front = 0, others = 0;
    for (size_t i = 0; i < count; i++) {
        const struct clause_reading *c = list[i];
        if (holds(c, type))
            list[front++] = c;
        else
            spare[others++] = c;
    }
    memcpy(&list[front], spare, others * sizeof *list);
}

static int32_t weight(const struct clause_reading *c, const char *type)
{
    for (size_t i = 0; i < c->type_count && !c->declared; i++)
        if (strcmp(c->types[i].type, type) == 0)
            return c->types[i].weight;
    return 0;
}

struct weighed {
    const struct clause_reading *reading;
    size_t place;               /* among its equals */
    int32_t weight;
};

static int by_weight(const void *a, const void *b)
{
    const struct weighed *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

/* Of the clauses of one contract the one whose words say it most goes first: an article on audits before a paragraph
 * that mentions them. Declared ones keep their order. `spare` has room for all. */
static void heaviest_first(const struct clause_reading **list, struct weighed *spare, size_t count, const char *type)
{
    for (size_t start = 0, end; start < count; start = end) {
        const struct contract *contract = node_contract(&list[start]->clause->node);
        bool mainly = is_mainly(list[start], type);
        for (end = start; end < count && node_contract(&list[end]->clause->node) == contract &&
                          is_mainly(list[end], type) == mainly; end++)
            spare[end] = (struct weighed){list[end], end, weight(list[end], type)};
        qsort(&spare[start], end - start, sizeof *spare, by_weight);
        for (size_t i = start; i < end; i++)
            list[i] = spare[i].reading;
    }
}

static bool put_in_order(struct reading *r, const struct clause_reading **list, size_t count, const char *type)
{
    const struct clause_reading **spare = arena_array(r->arena, count, sizeof *spare);
    struct weighed *weighed = arena_array(r->arena, count, sizeof *weighed);
    if (!spare || !weighed)
        return false;
    first(list, spare, count, type, is_mainly);
    heaviest_first(list, weighed, count, type);
    first(list, spare, count, type, is_special);
    return true;
}

/* What was asked before is not looked for again: many rules ask for the same type. */
static size_t find(struct reading *r, const char *type, int wanted, const struct clause_reading *const **out)
{
    if (!r->found)
        list_effective(r);
    uint32_t hash = hash_name(type);
    struct kept_find **finds = &r->chains[hash % TYPE_CHAINS].finds;
    for (const struct kept_find *k = *finds; k; k = k->next)
        if (k->hash == hash && k->wanted == wanted && strcmp(k->type, type) == 0) {
            *out = k->list;
            return k->count;
        }
    size_t count = 0;
    const struct clause_reading **list = collect(r, type, hash, wanted, &count);
    struct kept_find *kept = arena_alloc(r->arena, sizeof *kept);
    *out = list;
    if (!list || !kept)
        return 0;
    if (count > 1 && !put_in_order(r, list, count, type))
        return 0;
    *kept = (struct kept_find){*finds, arena_copy(r->arena, type, strlen(type)), hash, wanted, count, list};
    if (kept->type)
        *finds = kept;
    return count;
}

size_t reading_find(struct reading *r, const char *type, const struct clause_reading *const **out)
{
    return find(r, type, WORTH_SURE, out);
}

size_t reading_misdirected(struct reading *r, const char *type, const struct clause_reading *const **out)
{
    return find(r, type, WORTH_OTHER, out);
}

size_t reading_unsure(struct reading *r, const char *type, const struct clause_reading *const **out)
{
    return find(r, type, WORTH_PERHAPS, out);
}

/* ---- terms ---- */

/* Where the words stand by which a program recognised what it then declared; nowhere when nobody says. */
static struct span declared_words(const struct clause *c, const struct term *t)
{
    size_t len = t->read_from ? strlen(t->read_from) : 0;
    LIST_EACH(struct prose, p, &c->text) {
        const char *at = len ? memmem(p->at, p->len, t->read_from, len) : NULL;
        if (at)
            return (struct span){p, (uint32_t)(at - p->at), (uint32_t)len};
    }
    return (struct span){NULL, 0, 0};
}

static const struct read_term *declared_term(struct reading *r, const struct clause *c, const char *name)
{
    LIST_EACH(struct term, t, &c->terms)
        if (t->name && strcmp(t->name, name) == 0) {
            struct read_term *read = arena_alloc(r->arena, sizeof *read);
            if (read)
                *read = (struct read_term){.name = t->name, .state = TERM_STATED, .declared = true, .value = t->value,
                                           .words = declared_words(c, t), .node = &t->node};
            return read;
        }
    LIST_EACH(struct clause, below, &c->clauses) {
        const struct read_term *read = declared_term(r, below, name);
        if (read)
            return read;
    }
    return NULL;
}

enum { REFERENCE_REACH = 300 /* bytes from a cue to the reference that goes with it */ };

/* Choices and flags are said by the words themselves; numbers may stand elsewhere. */
static bool is_number(const struct reading *r, uint16_t term)
{
    return r->v->terms[term].holds != VALUE_BOOL && r->v->terms[term].holds != VALUE_TEXT;
}

static const struct read_term *better(const struct read_term *best, const struct read_term *read)
{
    return read && (!best || read->state < best->state) ? read : best;
}

/* True if the reference stands in a sentence that is about the term. */
static bool is_about(struct reading *r, const struct clause *c, uint16_t term, const struct span *words)
{
    const struct clause_state *s = reading_scanned(r, c);
    for (size_t i = 0; s && words->prose && i < s->cue_count; i++) {
        const struct cue *cue = &s->cues[i];
        if (cue->term != term || cue->use != USE_NEAR || cue->span.prose != words->prose)
            continue;
        const struct span *first = cue->span.start < words->start ? &cue->span : words, *last = first == words ? &cue->span : words;
        size_t from = (size_t)first->start + first->len;
        if (last->start <= from || (last->start - from <= REFERENCE_REACH &&
                                    !memmem(words->prose->at + from, last->start - from, "。", 3) &&
                                    !memmem(words->prose->at + from, last->start - from, ". ", 2)))
            return true;
    }
    return false;
}

/* "within the time set out in Section 5.2": what the clause leaves to another one is read there. */
static const struct read_term *referred_term(struct reading *r, const struct clause *c, uint16_t term)
{
    const struct read_term *best = choose_term(r, c, term);
    const struct reference *to;
    if (best && best->state == TERM_STATED)
        return best;
    size_t count = reading_references(r, c, &to);
    for (size_t i = 0; i < count; i++)
        if (to[i].target && is_about(r, c, term, &to[i].words)) {
            const struct read_term *read = choose_term(r, to[i].target, term);
            best = better(best, read && read->state == TERM_STATED ? read : NULL);
        }
    return best;
}

/* Stated before vague before blank; of equals the first in reading order. */
static const struct read_term *recognised_term(struct reading *r, const struct clause *c, uint16_t term)
{
    const struct read_term *best = is_number(r, term) ? referred_term(r, c, term) : choose_term(r, c, term);
    LIST_EACH(struct clause, below, &c->clauses) {
        if (best && best->state == TERM_STATED)
            break;
        best = better(best, recognised_term(r, below, term));
    }
    return best;
}

const struct read_term *reading_term(struct reading *r, const struct clause_reading *c, const char *type, const char *name)
{
    const struct read_term *declared = declared_term(r, c->clause, name);
    if (declared)
        return declared;
    if (!type)
        type = c->type_count ? c->types[0].type : NULL;
    uint16_t index = vocabulary_type_index(r->v, type);
    uint16_t term = index == NO_INDEX ? NO_INDEX : vocabulary_term_index(r->v, index, name);
    return term == NO_INDEX ? NULL : recognised_term(r, c->clause, term);
}

/* The terms of a type that the words of the clause say, behind the `count` that are in r->terms; not those that one of the
 * first `declared` has. Returns how many there are then. */
static size_t add_terms(struct reading *r, const struct clause *c, uint16_t type, size_t declared, size_t count)
{
    for (uint16_t t = 0; t < r->v->term_count; t++) {
        const struct read_term *read = r->v->terms[t].type == type ? choose_term(r, c, t) : NULL;
        bool known = false;
        for (size_t k = 0; read && k < declared && !known; k++)
            known = strcmp(r->terms[k].name, read->name) == 0;
        if (read && !known)
            r->terms[count++] = *read;
    }
    return count;
}

/* Room for all terms that a clause can have: a few of them are kept. */
static bool has_room(struct reading *r, size_t declared)
{
    size_t wanted = declared + r->v->term_count + 1;
    if (wanted > r->term_size) {
        r->terms = arena_array(r->arena, wanted, sizeof *r->terms);
        r->term_size = r->terms ? wanted : 0;
    }
    return r->terms;
}

size_t reading_terms(struct reading *r, const struct clause *c, const struct read_term **out)
{
    const struct clause_reading *reading = reading_clause(r, c);
    size_t count = 0;
    *out = NULL;
    if (!reading || !has_room(r, c->terms.count))
        return 0;
    LIST_EACH(struct term, t, &c->terms)
        r->terms[count++] = (struct read_term){.name = t->name, .state = TERM_STATED, .declared = true, .value = t->value,
                                               .words = declared_words(c, t), .node = &t->node};
    size_t declared = count;
    for (size_t i = 0; i < reading->type_count; i++) {
        uint16_t type = vocabulary_type_index(r->v, reading->types[i].type);
        if (type != NO_INDEX && worth(r, reading, reading->types[i].type) >= WORTH_SURE)
            count = add_terms(r, c, type, declared, count);
    }
    *out = count ? arena_duplicate(r->arena, r->terms, count * sizeof *r->terms) : NULL;
    return *out ? count : 0;
}

/* The prose says something else when it states the term with another value; vague words do not contradict. */
size_t reading_contradictions(struct reading *r, const struct clause *c, const struct read_term **out)
{
    struct read_term *found = c->terms.count ? arena_array(r->arena, c->terms.count, sizeof *found) : NULL;
    uint16_t type = vocabulary_type_index(r->v, c->type);
    size_t count = 0;
    *out = found;
    if (!found || type == NO_INDEX)
        return 0;
    LIST_EACH(struct term, t, &c->terms) {
        uint16_t term = vocabulary_term_index(r->v, type, t->name);
        const struct read_term *read = term == NO_INDEX ? NULL : recognised_term(r, c, term);
        if (!read || read->state != TERM_STATED || read->value.type != t->value.type || value_equal(&read->value, &t->value))
            continue;
        found[count++] = (struct read_term){.name = t->name, .state = TERM_STATED, .declared = true, .value = t->value,
                                            .node = &t->node, .contradicts = read};
    }
    return count;
}
