#include "language/vocabulary.h"

#include <string.h>

#include "language/vocabulary_build.h"

uint16_t vocabulary_type_index(const struct vocabulary *v, const char *name)
{
    for (size_t i = 0; name && i < v->type_count; i++)
        if (v->types[i].name[0] == name[0] && strcmp(v->types[i].name, name) == 0)
            return (uint16_t)i;
    return NO_INDEX;
}

uint16_t vocabulary_term_index(const struct vocabulary *v, uint16_t type, const char *name)
{
    for (size_t i = 0; i < v->term_count; i++)
        if (v->terms[i].type == type && strcmp(v->terms[i].name, name) == 0)
            return (uint16_t)i;
    return NO_INDEX;
}

/* The lists of names that others ask for. */
static bool list_names(struct vocabulary *v)
{
    v->type_names = arena_array(v->arena, v->type_count + 1, sizeof *v->type_names);
    if (!v->type_names)
        return false;
    for (size_t i = 0; i < v->type_count; i++) {
        v->type_names[i] = v->types[i].name;
        size_t n = 0;
        for (size_t t = 0; t < v->term_count; t++)
            n += v->terms[t].type == i;
        v->types[i].term_names = arena_array(v->arena, n + 1, sizeof *v->types[i].term_names);
        if (!v->types[i].term_names)
            return false;
        n = 0;
        for (size_t t = 0; t < v->term_count; t++)
            if (v->terms[t].type == i)
                v->types[i].term_names[n++] = v->terms[t].name;
    }
    return true;
}

static bool compile(struct vocabulary_builder *b, const struct data *const *packs, size_t count)
{
    b->sets = arena_array(b->scratch, count + 1, sizeof *b->sets);
    if (!b->sets || !build_begin(b))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct data *sets = packs[i]->type == DATA_TABLE ? data_get(packs[i], "sets") : NULL;
        if (sets && sets->type == DATA_TABLE)
            b->sets[b->set_count++] = sets;
    }
    build_packs(b, packs, count);
    return build_finish(b) && list_names(b->v);
}

static bool build(struct vocabulary_builder *b, struct arena *arena, const struct data *const *packs, size_t count)
{
    b->scratch = arena_new(2 * VOCABULARY_ARENA);
    b->tree = arena_new(VOCABULARY_ARENA);
    b->v = arena && b->scratch && b->tree ? arena_alloc(arena, sizeof *b->v) : NULL;
    if (!b->v)
        return false;
    *b->v = (struct vocabulary){.arena = arena, .sure = POINTS_SURE, .maybe = POINTS_SURE / 2};
    return compile(b, packs, count);
}

struct vocabulary *vocabulary_compile_into(struct arena *arena, const struct data *const *packs, size_t count,
                                           struct fault *faults, size_t max_faults, size_t *fault_count)
{
    struct vocabulary_builder b = {.faults = faults, .max_faults = max_faults};
    if (!build(&b, arena, packs, count) && b.fault_count == 0)
        fault_set(build_fault(&b, NULL), FAULT_MEMORY);
    arena_free(b.scratch);
    arena_free(b.tree);
    *fault_count = b.fault_count;
    if (b.fault_count)
        return NULL;
    b.v->arena = NULL;
    return b.v;
}

struct vocabulary *vocabulary_compile(const struct data *const *packs, size_t count, struct fault *faults,
                                      size_t max_faults, size_t *fault_count)
{
    struct arena *arena = arena_new(VOCABULARY_ARENA);
    struct vocabulary *v = vocabulary_compile_into(arena, packs, count, faults, max_faults, fault_count);
    if (v)
        v->arena = arena;
    else
        arena_free(arena);
    return v;
}

void vocabulary_free(struct vocabulary *v)
{
    if (v && v->arena)
        arena_free(v->arena);
}

const char *const *vocabulary_clause_types(const struct vocabulary *v)
{
    return v->type_names;
}

const char *const *vocabulary_terms(const struct vocabulary *v, const char *clause_type)
{
    uint16_t type = vocabulary_type_index(v, clause_type);
    return type == NO_INDEX ? NULL : v->types[type].term_names;
}

enum value_type vocabulary_term_type(const struct vocabulary *v, const char *clause_type, const char *term)
{
    uint16_t type = vocabulary_type_index(v, clause_type);
    uint16_t index = type == NO_INDEX ? NO_INDEX : vocabulary_term_index(v, type, term);
    return index == NO_INDEX ? VALUE_NONE : v->terms[index].holds;
}

const char *vocabulary_title(const struct vocabulary *v, const char *clause_type, enum language language)
{
    uint16_t type = vocabulary_type_index(v, clause_type);
    return type == NO_INDEX ? NULL : v->types[type].title[language];
}
