/* Running the examples of rules: what inline ones and documents share. Private to the rules floor. */
#ifndef KIJUN_RULES_EXAMPLE_BENCH_H
#define KIJUN_RULES_EXAMPLE_BENCH_H

#include "documents/load.h"
#include "rules/coverage_note.h"
#include "rules/example_files.h"
#include "rules/examples.h"
#include "rules/judge.h"

struct bench {
    const struct ruleset *set;
    struct judge *judge;
    struct loader *loader;
    struct arena *subject_arena, *arena;
    const struct example_run *run;
    struct arena *files_arena;
    struct example_files files;
    struct sandbox *compiler;      /* and what follows: when coverage is measured, else NULL */
    struct arena *notes_arena;
    struct coverage_notes *notes;  /* of the rule whose examples are being run */
    int64_t took;                  /* by the example; -1: not measured yet */
    size_t memory;
    long wrong;
};

/* The settings by which this rule alone is on, with the example's parameters (NULL: the rule's own); NULL with *f set. */
const struct rule_setting *bench_settings(struct bench *b, const struct rule *r, const struct data *params, struct fault *f);
/* "fail" alone stands for any message. */
bool bench_fits(const char *expected, const char *got);
/* "fail:late", as examples expect it; in the arena of the bench. */
const char *bench_outcome(struct bench *b, enum outcome o, const char *message);
/* Judges a subject that was loaded, or could not be (*f), and measures that. */
const struct result *bench_judge(struct bench *b, const struct subject *s, const struct fault *f, const char *path, day as_of,
                                 const struct rule_setting *settings);
/* Tells who asked, and counts. `result` may be NULL. */
void bench_report(struct bench *b, const struct result *result, const struct example_report *report);
/* Judges the example documents by this rule. */
void bench_run_files(struct bench *b, const struct rule *r);

#endif
