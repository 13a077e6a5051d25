/* The time that reading a contract and recognising its clauses and commitments takes, in one process on one core.
 *
 * usage: bench-recognise POLICY PACK-FOLDER ROUNDS FILE...
 * Prints a line a file: kilobytes of its prose, clauses, and the least microseconds of CPU over the rounds for reading the
 * document, for the types of its clauses, for their terms, and for finding the clauses of every type, the one that governs
 * first. Nothing is remembered from round to round. Built and run by
 * scripts/bench-recognise. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "documents/load.h"
#include "language/recognise.h"
#include "rules/evaluate.h"

enum { FAULTS = 20 };
enum stage { STAGE_READ, STAGE_TYPES, STAGE_TERMS, STAGE_FIND, STAGES };

struct bench {
    const struct vocabulary *vocabulary;
    struct loader *loader;
    struct arena *arena;
    double least[STAGES];
    size_t clauses, bytes, terms;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void read_types(struct bench *b, struct reading *r, const struct list *clauses)
{
    LIST_EACH(struct clause, c, clauses) {
        b->clauses++;
        LIST_EACH(struct prose, p, &c->text)
            b->bytes += p->len;
        reading_clause(r, c);
        read_types(b, r, &c->clauses);
    }
}

static void read_terms(struct bench *b, struct reading *r, const struct list *clauses)
{
    const struct read_term *terms;
    LIST_EACH(struct clause, c, clauses) {
        b->terms += reading_terms(r, c, &terms);
        read_terms(b, r, &c->clauses);
    }
}

static void find_types(const struct bench *b, struct reading *r)
{
    const struct clause_reading *const *found;
    for (const char *const *type = vocabulary_clause_types(b->vocabulary); *type; type++) {
        reading_find(r, *type, &found);
        reading_unsure(r, *type, &found);
    }
}

static bool one_round(struct bench *b, const char *path)
{
    struct subject *s = NULL;
    struct fault f = {0};
    double at[STAGES + 1] = {now()};
    arena_reset(b->arena);
    b->clauses = b->bytes = b->terms = 0;
    if (loader_subject(b->loader, b->arena, path, true, &s, &f) < 0 || !s)
        return false;
    at[STAGE_READ + 1] = now();
    struct reading *r = reading_new(b->vocabulary, s, day_of(2026, 4, 1), NULL, b->arena);
    LIST_EACH(struct contract, c, &s->contracts)
        read_types(b, r, &c->clauses);
    at[STAGE_TYPES + 1] = now();
    LIST_EACH(struct contract, c, &s->contracts)
        read_terms(b, r, &c->clauses);
    at[STAGE_TERMS + 1] = now();
    find_types(b, r);
    at[STAGE_FIND + 1] = now();
    for (int i = 0; i < STAGES; i++)
        if (at[i + 1] - at[i] < b->least[i])
            b->least[i] = at[i + 1] - at[i];
    return !arena_failed(b->arena);
}

static void measure(struct bench *b, const char *path, int rounds)
{
    double all = 0;
    bool good = true;
    for (int i = 0; i < STAGES; i++)
        b->least[i] = 1e12;
    for (int i = 0; i < rounds && good; i++)
        good = one_round(b, path);
    if (!good) {
        printf("%s: cannot be read\n", path);
        return;
    }
    for (int i = 0; i < STAGES; i++)
        all += b->least[i];
    const char *slash = strrchr(path, '/');
    printf("%-24s %8.1f KB %6zu clauses %6zu terms  read %8.0f  types %8.0f  terms %8.0f  find %8.0f  all %8.0f us  %6.1f ns/B\n",
           slash ? slash + 1 : path, (double)b->bytes / 1000, b->clauses, b->terms, b->least[STAGE_READ],
           b->least[STAGE_TYPES], b->least[STAGE_TERMS], b->least[STAGE_FIND], all, 1000 * all / (double)(b->bytes ? b->bytes : 1));
}

int main(int argc, char **argv)
{
    struct bench b = {.loader = loader_new(), .arena = arena_new((size_t)1 << 30)};
    struct fault faults[FAULTS];
    size_t count = 0;
    if (argc < 5 || !b.loader || !b.arena) {
        fputs("usage: bench-recognise POLICY PACK-FOLDER ROUNDS FILE...\n", stderr);
        return 2;
    }
    const char *folders[] = {argv[2], NULL};
    struct ruleset *rules = ruleset_load(argv[1], folders, faults, FAULTS, &count);
    if (!rules)
        return 2;
    b.vocabulary = ruleset_vocabulary(rules);
    for (int i = 4; i < argc; i++)
        measure(&b, argv[i], (int)strtol(argv[3], NULL, 10));
    ruleset_free(rules);
    loader_free(b.loader);
    arena_free(b.arena);
    return 0;
}
