/* Where the time of judging goes, stage by stage, in one process without workers: load, judge, render.
 *
 * usage: stages POLICY AS-OF PACK-FOLDER SUPPLIER...
 * Prints microseconds per supplier, of each stage's best round: the machine may have other work. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "documents/load.h"
#include "report/report.h"
#include "rules/evaluate.h"

enum { ROUNDS = 15, FAULTS = 20 };
enum stage { STAGE_LOAD, STAGE_JUDGE, STAGE_RENDER, STAGES };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

struct bench {
    struct judge *judge;
    struct loader *loader;
    struct arena *documents, *results;
    struct buffer out;
    struct report_options options;
    day as_of;
    double spent[STAGES], best[STAGES];
    size_t bytes;
};

static void one(struct bench *b, const char *path)
{
    struct subject *s = NULL;
    struct fault f = {0};
    double start = now();
    arena_reset(b->documents);
    arena_reset(b->results);
    int failed = loader_subject(b->loader, b->documents, path, false, &s, &f);
    double loaded = now();
    const struct result *r = judge_subject(b->judge, s, failed ? &f : NULL, path, b->as_of, b->documents, b->results);
    double judged = now();
    buffer_clear(&b->out);
    if (r)
        report_format_named("json")->supplier(r, &b->options, &b->out);
    double rendered = now();
    b->spent[STAGE_LOAD] += loaded - start;
    b->spent[STAGE_JUDGE] += judged - loaded;
    b->spent[STAGE_RENDER] += rendered - judged;
    b->bytes += b->out.len;
}

static struct ruleset *load(const char *policy, const char *folder)
{
    const char *folders[] = {folder, NULL};
    struct fault faults[FAULTS];
    size_t count = 0;
    struct ruleset *r = ruleset_load(policy, folders, faults, FAULTS, &count);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "stages: %s:%u: %s\n", faults[i].file, faults[i].line, fault_name(faults[i].id));
    return r;
}

int main(int argc, char **argv)
{
    static const char *const names[STAGES] = {"load", "judge", "render"};
    struct bench b = {.loader = loader_new(), .documents = arena_new(LOAD_ARENA_BYTES), .results = arena_new(32 << 20)};
    struct fault f = {0};
    if (argc < 5 || !value_parse_date(argv[2], strlen(argv[2]), &b.as_of)) {
        fputs("usage: stages POLICY AS-OF PACK-FOLDER SUPPLIER...\n", stderr);
        return 2;
    }
    double start = now();
    struct ruleset *rules = load(argv[1], argv[3]);
    b.judge = rules ? judge_new(rules, &f) : NULL;
    if (!b.judge || !b.loader || !b.documents || !b.results)
        return 2;
    double ready = now();
    buffer_init(&b.out, 32 << 20);
    b.options.policy = ruleset_policy(rules);
    b.options.pack_count = ruleset_packs(rules, &b.options.packs);
    for (int round = 0; round < ROUNDS; round++) {
        memset(b.spent, 0, sizeof b.spent);
        for (int i = 4; i < argc; i++)
            one(&b, argv[i]);
        for (int i = 0; i < STAGES; i++)
            b.best[i] = !round || b.spent[i] < b.best[i] ? b.spent[i] : b.best[i];
    }
    double n = argc - 4;
    printf("start   %9.1f us once\n", ready - start);
    for (int i = 0; i < STAGES; i++)
        printf("%-7s %9.1f us per supplier\n", names[i], b.best[i] / n);
    printf("report  %9.0f bytes per supplier\n", (double)b.bytes / n / ROUNDS);
    judge_free(b.judge);
    ruleset_free(rules);
    return 0;
}
