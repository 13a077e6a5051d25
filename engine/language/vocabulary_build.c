#include "language/vocabulary_build.h"

#include <string.h>

bool rows_grow(struct vocabulary_builder *b, void **rows, size_t count, size_t *size, size_t item)
{
    if (b->out_of_memory)
        return false;
    if (count < *size)
        return true;
    size_t wanted = *size ? *size * 2 : 64;
    void *bigger = arena_array(b->scratch, wanted, item);
    if (!bigger) {
        b->out_of_memory = true;
        return false;
    }
    if (count)
        memcpy(bigger, *rows, count * item);
    *rows = bigger;
    *size = wanted;
    return true;
}

/* Room for a row in an array of the vocabulary, whatever its type. */
#define DEFINE_GROW(rows, count, size)                                                                                 \
    static bool grow_##rows(struct vocabulary_builder *b)                                                              \
    {                                                                                                                  \
        void *at = b->v->rows;                                                                                         \
        bool ok = rows_grow(b, &at, b->v->count, &b->size, sizeof *b->v->rows);                                        \
        b->v->rows = at;                                                                                               \
        return ok;                                                                                                     \
    }
DEFINE_GROW(phrases, phrase_count, phrase_size)
DEFINE_GROW(parts, part_count, part_size)
DEFINE_GROW(steps, step_count, step_size)
#undef DEFINE_GROW

struct fault *build_fault(struct vocabulary_builder *b, const struct data *at)
{
    struct fault *f = NULL;
    if (b->fault_count < b->max_faults) {
        f = &b->faults[b->fault_count];
        memset(f, 0, sizeof *f);
        if (at)
            fault_where(f, at->file, at->line);
    }
    b->fault_count++;
    return f;
}

/* ---- literals and atoms ---- */

static bool note_literal(struct vocabulary_builder *b, uint32_t id, size_t len)
{
    if (matcher_count(b->v->matcher) > b->v->literal_count) {
        void *rows = b->v->literals;
        if (!rows_grow(b, &rows, b->v->literal_count, &b->literal_size, sizeof *b->v->literals))
            return false;
        b->v->literals = rows;
        b->v->literal_count++;
    }
    b->v->literals[id] = (struct literal){.len = (uint32_t)len};
    return true;
}

static void add_member(struct vocabulary_builder *b, const char *text, uint32_t atom)
{
    size_t len = strlen(text);
    uint32_t open = 0;
    if (text[0] == '*') {
        open |= MEMBER_OPEN_BEFORE;
        text++;
        len--;
    }
    if (len > 0 && text[len - 1] == '*') {
        open |= MEMBER_OPEN_AFTER;
        len--;
    }
    uint32_t id;
    void *rows = b->members;
    if (!rows_grow(b, &rows, b->member_count, &b->member_size, sizeof *b->members))
        return;
    b->members = rows;
    if (!matcher_add(b->v->matcher, text, len, open & MEMBER_OPEN_BEFORE, &id) || !note_literal(b, id, len))
        b->out_of_memory = true;
    else
        b->members[b->member_count++] = (struct pair){id, atom << MEMBER_SHIFT | open};
}

/* FNV-1a over the strings with their ends. */
static size_t slot_of(const struct literals *l)
{
    uint64_t h = UINT64_C(1469598103934665603);
    for (size_t i = 0; i < l->count; i++)
        for (const char *c = l->at[i];; c++) {
            h = (h ^ (unsigned char)*c) * UINT64_C(1099511628211);
            if (!*c)
                break;
        }
    return (size_t)(h ^ (h >> 32));
}

static bool same_literals(const struct literals *a, const struct literals *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->at[i], b->at[i]) != 0)
            return false;
    return true;
}

enum { ATOM_SLOTS = 1 << 17 /* more than twice the atoms that there can be */, ATOMS = 50000 };

/* A copy that outlives the tree of the phrase. */
static bool keep_literals(struct vocabulary_builder *b, const struct literals *from, struct literals *out)
{
    *out = (struct literals){.at = arena_array(b->scratch, from->count, sizeof *out->at)};
    if (!out->at)
        return false;
    for (; out->count < from->count; out->count++)
        if (!(out->at[out->count] = arena_copy(b->scratch, from->at[out->count], strlen(from->at[out->count]))))
            return false;
    return true;
}

/* The atom of these literals, the same one for the same literals; NO atom (UINT32_MAX) when memory is out. */
static uint32_t atom_for(struct vocabulary_builder *b, const struct literals *l)
{
    struct vocabulary *v = b->v;
    size_t slot = slot_of(l) % ATOM_SLOTS;
    for (; b->slots[slot]; slot = (slot + 1) % ATOM_SLOTS)
        if (same_literals(&b->atom_literals[b->slots[slot] - 1], l))
            return b->slots[slot] - 1;
    if (v->atom_count == ATOMS || !keep_literals(b, l, &b->atom_literals[v->atom_count])) {
        b->out_of_memory = true;
        return UINT32_MAX;
    }
    uint32_t atom = (uint32_t)v->atom_count++;
    b->slots[slot] = atom + 1;
    for (size_t i = 0; i < l->count; i++)
        add_member(b, l->at[i], atom);
    return atom;
}

/* ---- phrases ---- */

static void report(struct vocabulary_builder *b, const struct data *at, enum phrase_error error, const char *where)
{
    struct fault *f = build_fault(b, at);
    if (!f)
        return;
    char name[FAULT_ARG_SIZE];
    size_t len = strcspn(where, "}");
    if (len >= sizeof name)
        len = sizeof name - 1;
    memcpy(name, where, len);
    name[len] = '\0';
    switch (error) {
    case PHRASE_UNKNOWN_SET: fault_set(f, FAULT_VOCABULARY_SET, name); break;
    case PHRASE_TOO_LARGE: fault_set(f, FAULT_VOCABULARY_LARGE, at->as.text.at); break;
    case PHRASE_EMPTY: fault_set(f, FAULT_VOCABULARY_EMPTY, at->as.text.at); break;
    case PHRASE_MEMORY: fault_set(f, FAULT_MEMORY); break;
    case PHRASE_SYNTAX:
    case PHRASE_FINE: fault_set(f, FAULT_VOCABULARY_PHRASE, at->as.text.at, *where ? where : "end"); break;
    }
}

static bool add_steps(struct vocabulary_builder *b, const struct phrase_part *p)
{
    struct vocabulary *v = b->v;
    for (size_t i = 0; i < p->step_count; i++) {
        uint32_t atom = atom_for(b, &p->steps[i].literals);
        if (atom == UINT32_MAX || !grow_steps(b))
            return false;
        v->steps[v->step_count++] = (struct step){atom, p->steps[i].gap};
    }
    return true;
}

static bool add_parts(struct vocabulary_builder *b, const struct phrase_tree *tree, bool negated)
{
    struct vocabulary *v = b->v;
    for (size_t i = 0; i < tree->part_count; i++) {
        const struct phrase_part *p = &tree->parts[i];
        if (p->negated != negated)
            continue;
        if (!grow_parts(b))
            return false;
        v->parts[v->part_count++] = (struct part){(uint32_t)v->step_count, (uint8_t)p->step_count, p->negated};
        if (!add_steps(b, p))
            return false;
    }
    return true;
}

void build_phrase(struct vocabulary_builder *b, const struct data *where, struct phrase row)
{
    struct vocabulary *v = b->v;
    struct phrase_tree tree;
    const char *wrong;
    arena_reset(b->tree);
    enum phrase_error error = phrase_read(where->as.text.at, b->sets, b->set_count, b->tree, &tree, &wrong);
    if (error != PHRASE_FINE) {
        report(b, where, error, wrong);
        return;
    }
    if (v->phrase_count == VOCABULARY_PHRASES) {
        report(b, where, PHRASE_TOO_LARGE, "");
        return;
    }
    row.first_part = (uint32_t)v->part_count;
    row.first_step = (uint32_t)v->step_count;
    row.part_count = (uint8_t)tree.part_count;
    row.text = arena_copy(v->arena, where->as.text.at, where->as.text.len);
    if (!add_parts(b, &tree, false))
        return;
    row.steps_needed = (uint8_t)(v->step_count - row.first_step);
    if (add_parts(b, &tree, true) && grow_phrases(b))
        v->phrases[v->phrase_count++] = row;
}

/* ---- references ---- */

/* Sorts pairs into lists by owner, keeping their order: first[owner] .. first[owner + 1]. */
static uint32_t *lay_out(struct arena *arena, struct arena *scratch, const struct pair *pairs, size_t count, size_t owners,
                         uint32_t **first)
{
    uint32_t *items = arena_array(arena, count + 1, sizeof *items);
    uint32_t *start = arena_array(scratch, owners + 2, sizeof *start);
    if (!items || !start)
        return NULL;
    for (size_t i = 0; i < count; i++)
        start[pairs[i].owner + 2]++;
    for (size_t i = 2; i < owners + 2; i++)
        start[i] += start[i - 1];
    for (size_t i = 0; i < count; i++)
        items[start[pairs[i].owner + 1]++] = pairs[i].item;
    *first = start;
    return items;
}

/* The members of literals by the kind of text in which they matter: owner 2n for literal n in prose, 2n + 1 in headings. */
static struct pair *members_by_kind(const struct vocabulary_builder *b, size_t *count)
{
    const struct vocabulary *v = b->v;
    struct pair *out = arena_array(b->scratch, b->member_count * TEXT_KINDS + 1, sizeof *out);
    *count = 0;
    for (size_t i = 0; out && i < b->member_count; i++)
        for (enum text_kind kind = 0; kind < TEXT_KINDS; kind++) {
            const struct pair *m = &b->members[i];
            const struct atom *a = &v->atoms[m->item >> MEMBER_SHIFT];
            bool keyed = a->counts[CLASS_DECOY] || a->counts[kind == TEXT_HEADING ? CLASS_HEADING : CLASS_BODY];
            if (a->kinds & 1U << kind)
                out[(*count)++] = (struct pair){m->owner * TEXT_KINDS + kind, m->item | (keyed ? MEMBER_KEYED : 0)};
        }
    return out;
}

static bool finish_literals(struct vocabulary_builder *b)
{
    struct vocabulary *v = b->v;
    uint32_t *first;
    size_t count;
    const struct pair *members = members_by_kind(b, &count);
    if (!members)
        return false;
    v->atom_refs = lay_out(v->arena, b->scratch, members, count, v->literal_count * TEXT_KINDS, &first);
    for (size_t i = 0; v->atom_refs && i < v->literal_count; i++) {
        struct literal *l = &v->literals[i];
        memcpy(l->first, &first[i * TEXT_KINDS], sizeof l->first);
        for (uint32_t k = l->first[0]; k < l->first[TEXT_KINDS]; k++)
            l->open |= v->atom_refs[k] & (MEMBER_OPEN_BEFORE | MEMBER_OPEN_AFTER);
    }
    return v->atom_refs;
}

/* The step that is seen least: in the fewest phrases, and among these the one with the fewest literals. */
static uint32_t rarest(const struct vocabulary_builder *b, const struct phrase *p)
{
    const struct vocabulary *v = b->v;
    uint32_t best = UINT32_MAX;
    for (uint32_t i = p->first_part; i < p->first_part + p->part_count; i++) {
        const struct part *part = &v->parts[i];
        for (uint32_t s = part->first_step; !part->negated && s < part->first_step + part->step_count; s++) {
            uint32_t atom = v->steps[s].atom;
            if (best == UINT32_MAX || v->atoms[atom].uses < v->atoms[best].uses ||
                (v->atoms[atom].uses == v->atoms[best].uses &&
                 b->atom_literals[atom].count < b->atom_literals[best].count))
                best = atom;
        }
    }
    return best;
}

static enum phrase_class class_of(enum phrase_use use)
{
    return use == USE_DECOY ? CLASS_DECOY : use == USE_HEADING ? CLASS_HEADING : CLASS_BODY;
}

static void note_kinds(struct vocabulary *v, const struct phrase *p)
{
    static const uint8_t kinds[PHRASE_CLASSES] = {
        [CLASS_DECOY] = 1U << TEXT_HEADING | 1U << TEXT_PROSE, [CLASS_HEADING] = 1U << TEXT_HEADING, [CLASS_BODY] = 1U << TEXT_PROSE};
    const struct part *last = &v->parts[p->first_part + p->part_count - 1U];
    for (uint32_t i = p->first_step; i < last->first_step + last->step_count; i++)
        v->atoms[v->steps[i].atom].kinds |= kinds[class_of(p->use)];
}

static bool finish_atoms(struct vocabulary_builder *b)
{
    struct vocabulary *v = b->v;
    v->atoms = arena_array(v->arena, v->atom_count + 1, sizeof *v->atoms);
    struct pair *keyed = arena_array(b->scratch, v->phrase_count + 1, sizeof *keyed);
    if (!v->atoms || !keyed)
        return false;
    for (size_t i = 0; i < v->step_count; i++)
        v->atoms[v->steps[i].atom].uses++;
    for (size_t i = 0; i < v->phrase_count; i++)
        note_kinds(v, &v->phrases[i]);
    size_t count = 0;
    for (enum phrase_class class = 0; class < PHRASE_CLASSES; class++)
        for (size_t i = 0; i < v->phrase_count; i++) {
            if (class_of(v->phrases[i].use) != class)
                continue;
            uint32_t atom = rarest(b, &v->phrases[i]);
            keyed[count++] = (struct pair){atom, (uint32_t)i};
            v->atoms[atom].counts[class]++;
        }
    uint32_t *first;
    v->phrase_refs = lay_out(v->arena, b->scratch, keyed, v->phrase_count, v->atom_count, &first);
    for (size_t i = 0; v->phrase_refs && i < v->atom_count; i++)
        v->atoms[i].first_phrase = first[i];
    return v->phrase_refs;
}

bool build_begin(struct vocabulary_builder *b)
{
    b->slots = arena_array(b->scratch, ATOM_SLOTS, sizeof *b->slots);
    b->atom_literals = arena_array(b->scratch, ATOMS, sizeof *b->atom_literals);
    b->v->matcher = matcher_new(b->v->arena, b->scratch);
    return b->slots && b->atom_literals && b->v->matcher;
}

/* The rows grew in scratch memory; they are kept without the room that was left. */
static bool keep(struct vocabulary_builder *b, void *rows, size_t count, size_t item)
{
    void *from, *kept = arena_array(b->v->arena, count + 1, item);
    memcpy(&from, rows, sizeof from);
    if (kept && count)
        memcpy(kept, from, count * item);
    memcpy(rows, &kept, sizeof kept);
    return kept;
}

#define KEEP(rows, count) keep(b, &b->v->rows, b->v->count, sizeof *b->v->rows)

bool build_finish(struct vocabulary_builder *b)
{
    return !b->out_of_memory && KEEP(literals, literal_count) && KEEP(phrases, phrase_count) && KEEP(parts, part_count) &&
           KEEP(steps, step_count) && KEEP(types, type_count) && KEEP(terms, term_count) && KEEP(values, value_count) &&
           finish_atoms(b) && finish_literals(b) && matcher_seal(b->v->matcher);
}
