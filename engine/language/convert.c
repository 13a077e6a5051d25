#include "language/convert.h"

#include <string.h>

#include "documents/declare.h"
#include "documents/load.h"
#include "documents/schema.h"
#include "language/reading.h"
#include "language/write.h"

enum {
    ROUNDS = 24,        /* of taking back, before nothing at all is declared */
    PASSES = 40,        /* each adds something */
    WORDS = 160,        /* bytes of the words that are quoted */
    READING_BYTES = LOAD_ARENA_BYTES
};

/* What is declared of one clause. */
struct declared {
    struct clause *clause;      /* of the copy */
    const struct clause *from;  /* of the original */
    bool typed;                 /* it has its type, by the document or by an earlier pass */
    uint32_t terms;             /* the same for terms: so many */
    bool withdrawn, terms_withdrawn;
};

struct convert {
    const struct vocabulary *v;
    const struct subject *subject;
    struct subject *copy;
    day as_of;
    struct arena *arena;
    struct reading *original, *reading;     /* of the two */
    struct declared *all;
    size_t count;
    uint32_t *index, *copy_index;           /* from the ordinal of a clause to its place in `all` */
    bool changed;                           /* something was taken back in this round */
    enum language language;
};

/* ---- the clauses of both, side by side ---- */

static size_t count_clauses(const struct list *list)
{
    size_t n = 0;
    LIST_EACH(struct clause, c, list)
        n += 1 + count_clauses(&c->clauses);
    return n;
}

static bool pair_lists(struct convert *k, const struct list *a, const struct list *b)
{
    struct node *y = b->first;
    for (const struct node *x = a->first; x; x = x->next, y = y->next) {
        struct clause *c = (struct clause *)y;
        if (!y)
            return false;
        k->index[x->ordinal] = k->copy_index[y->ordinal] = (uint32_t)k->count;
        k->all[k->count++] = (struct declared){.clause = c, .from = (const struct clause *)x,
                                               .typed = c->type != NULL, .terms = c->terms.count};
        if (!pair_lists(k, &((const struct clause *)x)->clauses, &c->clauses))
            return false;
    }
    return y == NULL;
}

static bool pair_all(struct convert *k)
{
    size_t clauses = 0;
    LIST_EACH(struct contract, c, &k->subject->contracts)
        clauses += count_clauses(&c->clauses);
    k->all = arena_array(k->arena, clauses + 1, sizeof *k->all);
    k->index = arena_array(k->arena, (size_t)k->subject->nodes + 1, sizeof *k->index);
    k->copy_index = arena_array(k->arena, (size_t)k->subject->nodes + 1, sizeof *k->copy_index);
    bool ok = k->all && k->index && k->copy_index && k->subject->nodes == k->copy->nodes;
    struct node *y = k->copy->contracts.first;
    for (const struct node *x = k->subject->contracts.first; ok && x && y; x = x->next, y = y->next)
        ok = pair_lists(k, &((const struct contract *)x)->clauses, &((struct contract *)y)->clauses);
    return ok;
}

/* ---- declaring ---- */

static const char *quote(struct convert *k, const struct span *words, const struct clause *c)
{
    size_t len;
    const char *at = span_words(words, c, WORDS, &len);
    char *copy = len ? arena_copy(k->arena, at, len) : NULL;
    for (size_t i = 0; copy && i < len; i++)
        if (copy[i] == '\n' || copy[i] == '\t') /* as an attribute is read */
            copy[i] = ' ';
    return copy;
}

/* A duty of the supplier may stay open in part; one of the customer that is open in part is not wrongly directed. */
static const char *party_of(enum duty duty)
{
    if ((duty & DUTY_BOTH) == DUTY_CUSTOMER)
        return duty & DUTY_OPEN ? NULL : "customer";
    return duty & DUTY_BOTH ? (duty & DUTY_CUSTOMER ? "both" : "supplier") : NULL;
}

/* True if the clause is surely of one type and of no other. */
static bool is_clear(const struct convert *k, const struct clause_reading *r)
{
    return r->sure && r->type_count > 0 && (r->type_count == 1 || !write_is_sure(k->original, r, &r->types[1]));
}

/* Of one type and no other: any other one would be lost. */
static bool declare_type(struct convert *k, struct declared *d)
{
    const struct clause_reading *r = reading_clause(k->original, d->from);
    if (!r || d->typed || d->withdrawn || !is_clear(k, r))
        return true;
    const struct read_type *t = &r->types[0];
    d->clause->type = t->type;
    if (!d->from->party)
        d->clause->party = party_of(reading_duty(k->original, r, t->type));
    d->clause->read_from = quote(k, &t->words, d->from);
    return d->clause->read_from || t->words.len == 0;
}

static bool has_term(const struct clause *c, const char *name)
{
    LIST_EACH(struct term, t, &c->terms)
        if (strcmp(t->name, name) == 0)
            return true;
    return false;
}

static bool is_writable(const struct value *v)
{
    return v->type != VALUE_AMOUNT || v->as.amount.currency[0];
}

/* The terms that the words of the clause state, where they state them. */
static bool declare_terms(struct convert *k, const struct declared *d)
{
    const struct clause_reading *r = reading_clause(k->original, d->from);
    for (size_t i = 0; r && i < r->type_count; i++) {
        const char *const *names = write_is_sure(k->original, r, &r->types[i]) ? vocabulary_terms(k->v, r->types[i].type) : NULL;
        for (; names && *names; names++) {
            const struct read_term *t = reading_term(k->original, r, r->types[i].type, *names);
            if (!t || t->declared || t->state != TERM_STATED || t->from || t->node->kind != &kind_clause || !is_writable(&t->value))
                continue;
            const struct declared *in = &k->all[k->index[t->node->ordinal]];
            if (in->terms_withdrawn || has_term(in->clause, *names))
                continue;
            struct term *made = declare_term(k->copy, k->arena, in->clause, *names, &t->value);
            if (!made)
                return false;
            made->read_from = quote(k, &t->words, in->from);
        }
    }
    return true;
}

static bool declare_all(struct convert *k)
{
    for (size_t i = 0; i < k->count; i++) {
        struct declared *d = &k->all[i];
        if (!d->typed) {
            d->clause->type = d->clause->read_from = NULL;
            d->clause->party = d->from->party;
        }
        declare_no_terms(d->clause, d->terms);
    }
    for (size_t i = 0; i < k->count; i++)
        if (!declare_type(k, &k->all[i]) || !declare_terms(k, &k->all[i]))
            return false;
    return true;
}

/* ---- taking back what reads differently ---- */

/* The type of the clause; where it has none of ours, those of its parts: they count towards it unless they are declared. */
static void withdraw(struct convert *k, size_t at)
{
    struct declared *d = &k->all[at];
    bool ours = !d->typed && d->clause->type;
    k->changed |= ours && !d->withdrawn;
    d->withdrawn = true;
    if (ours)
        return;
    LIST_EACH(struct clause, part, &d->clause->clauses)
        withdraw(k, k->copy_index[part->node.ordinal]);
}

static void withdraw_terms(struct convert *k, size_t at)
{
    struct declared *d = &k->all[at];
    k->changed |= !d->terms_withdrawn && d->clause->terms.count > d->terms;
    d->terms_withdrawn = true;
}

typedef size_t find_function(struct reading *r, const char *type, const struct clause_reading *const **out);

/* The clauses of a type, as rules ask for them. */
static void compare_found(struct convert *k, const char *type, find_function *find)
{
    const struct clause_reading *const *a, *const *b;
    size_t n = find(k->original, type, &a), m = find(k->reading, type, &b);
    bool same = n == m;
    for (size_t i = 0; same && i < n; i++)
        same = k->index[a[i]->clause->node.ordinal] == k->copy_index[b[i]->clause->node.ordinal];
    if (same)
        return;
    for (size_t i = 0; i < n; i++)
        withdraw(k, k->index[a[i]->clause->node.ordinal]);
    for (size_t i = 0; i < m; i++)
        withdraw(k, k->copy_index[b[i]->clause->node.ordinal]);
}

static bool same_term(const struct read_term *a, const struct read_term *b)
{
    if (!a || !b)
        return a == b;
    bool event = (!a->from && !b->from) || (a->from && b->from && strcmp(a->from, b->from) == 0);
    return a->state == b->state && event && (a->state != TERM_STATED || value_equal(&a->value, &b->value));
}

/* The place of the clause that a term was found in. */
static size_t place_of(const struct convert *k, const struct read_term *t)
{
    return k->copy_index[node_clause(t->node)->node.ordinal];
}

static void compare_clause(struct convert *k, const char *type, const struct clause_reading *a, const struct clause_reading *b)
{
    size_t at = k->index[a->clause->node.ordinal];
    if ((reading_duty(k->original, a, type) ^ reading_duty(k->reading, b, type)) & DUTY_BOTH)
        withdraw(k, at);
    for (const char *const *name = vocabulary_terms(k->v, type); name && *name; name++) {
        const struct read_term *x = reading_term(k->original, a, type, *name), *y = reading_term(k->reading, b, type, *name);
        if (same_term(x, y))
            continue;
        if (y && y->declared)
            withdraw_terms(k, place_of(k, y));
        else
            withdraw(k, at);
    }
}

static void compare_type(struct convert *k, const char *type)
{
    const struct clause_reading *const *found;
    compare_found(k, type, reading_find);
    if (reading_find(k->original, type, &found) == 0) /* nobody asks for them otherwise */
        compare_found(k, type, reading_unsure);
    compare_found(k, type, reading_misdirected);
    size_t count = reading_find(k->original, type, &found);
    for (size_t i = 0; i < count; i++) {
        const struct declared *d = &k->all[k->index[found[i]->clause->node.ordinal]];
        const struct clause_reading *other = reading_clause(k->reading, d->clause);
        if (other)
            compare_clause(k, type, found[i], other);
    }
}

/* What is declared must not contradict the words it came from. */
static void compare_words(struct convert *k)
{
    const struct read_term *terms;
    for (size_t i = 0; i < k->count; i++) {
        struct declared *d = &k->all[i];
        if (d->clause->terms.count > d->terms && reading_contradictions(k->reading, d->clause, &terms) > 0 &&
            reading_contradictions(k->original, d->from, &terms) == 0)
            withdraw_terms(k, i);
        if (!d->typed && d->clause->type && reading_mistyped(k->reading, d->clause))
            withdraw(k, i);
    }
}

static bool settle(struct convert *k)
{
    bool settled = false;
    for (int round = 0; !settled && round <= ROUNDS; round++) {
        for (size_t i = 0; round == ROUNDS && i < k->count; i++)
            k->all[i].withdrawn = k->all[i].terms_withdrawn = true;
        struct arena *arena = arena_new(READING_BYTES);
        k->changed = false;
        bool ok = arena && declare_all(k) && (k->reading = reading_new(k->v, k->copy, k->as_of, NULL, arena)) != NULL;
        for (const char *const *type = ok ? vocabulary_clause_types(k->v) : NULL; type && *type; type++)
            compare_type(k, *type);
        if (ok)
            compare_words(k);
        ok = ok && !arena_failed(arena);
        arena_free(arena);
        if (!ok)
            return false;
        settled = !k->changed;
    }
    return true;
}

/* Keeps what was declared; true if there is any. */
static bool keep(struct convert *k)
{
    bool more = false;
    for (size_t i = 0; i < k->count; i++) {
        struct declared *d = &k->all[i];
        more |= (!d->typed && d->clause->type) || d->clause->terms.count > d->terms;
        d->typed = d->clause->type != NULL;
        d->terms = d->clause->terms.count;
        d->withdrawn = d->terms_withdrawn = false;
    }
    return more;
}

/* What was taken back together with something else may well stand alone: again, until nothing is added. What comes out is
 * then what converting it again gives. */
static bool settle_all(struct convert *k)
{
    for (int pass = 0; pass < PASSES; pass++) {
        if (!settle(k))
            return false;
        if (!keep(k))
            return true;
    }
    return true;
}

/* ---- writing ---- */

static const char *in_language(const struct convert *k, const char *en, const char *ja)
{
    return k->language == LANGUAGE_JA ? ja : en;
}

/* Text for a comment: no two hyphens in a row. */
static void put_comment(struct buffer *out, const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        buffer_putc(out, at[i] == '\n' || at[i] == '\t' || (unsigned char)at[i] < ' ' ? ' ' : at[i] == '-' && out->len > 0 && out->at[out->len - 1] == '-' ? '_' : at[i]);
}

/* What was recognised of a clause but not declared. */
static bool note_clause(void *context, const struct clause *c, struct buffer *out)
{
    struct convert *k = context;
    const struct clause *from = k->all[k->copy_index[c->node.ordinal]].from;
    const struct clause_reading *r = c->type ? NULL : reading_clause(k->original, from);
    for (size_t i = 0; r && i < r->type_count; i++) {
        const struct read_type *t = &r->types[i];
        size_t len;
        const char *words = span_words(&t->words, from, WORDS, &len);
        buffer_puts(out, i ? "; " : "<!-- ");
        buffer_puts(out, write_is_sure(k->original, r, t) ? in_language(k, "recognised: ", "認識: ")
                                                         : in_language(k, "perhaps: ", "可能性: "));
        put_comment(out, t->type, strlen(t->type));
        buffer_puts(out, len ? " (" : "");
        put_comment(out, words, len);
        buffer_puts(out, len ? ")" : "");
    }
    if (!r || r->type_count == 0)
        return false;
    buffer_puts(out, " -->\n");
    return true;
}

bool convert_write(const struct vocabulary *v, const struct subject *s, struct subject *copy, day as_of, const char *title,
                   enum language language, struct arena *arena, struct buffer *out)
{
    struct convert k = {.v = v, .subject = s, .copy = copy, .as_of = as_of, .arena = arena, .language = language};
    k.original = reading_new(v, s, as_of, NULL, arena);
    if (!k.original || !pair_all(&k) || !settle_all(&k) || !declare_names(copy, arena, title))
        return false;
    const struct xml_notes notes = {
        in_language(&k, "Written by kijun convert. Check what is declared, correct it, and keep this file as the contract.",
                    "kijun convert による変換結果です。宣言された内容を確認・修正し、契約書として保管してください。"),
        note_clause, &k};
    subject_write_xml(copy, &notes, out);
    return !arena_failed(arena);
}
