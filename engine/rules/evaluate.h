/* Packs and policies are loaded once; then every subject is judged in a state of its own.
 *
 * The life of it, in one worker process:
 *     ruleset_load        policy, packs, vocabulary: all mistakes are found here, in daylight
 *     judge_new           a sandboxed Lua state with all rules compiled, frozen as an image
 *     judge_subject       for each subject: the image is restored, so that nothing leaks from one to the next */
#ifndef KIJUN_RULES_EVALUATE_H
#define KIJUN_RULES_EVALUATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "documents/model.h"
#include "language/recognise.h"
#include "rules/result.h"

/* ---- what is judged by: immutable once loaded ---- */

struct ruleset;

/* Loads the policy file (its packs are looked for in `pack_folders`, NULL-terminated) and everything it names. All
 * mistakes are collected, up to `max_faults`; returns NULL if there is any. */
struct ruleset *ruleset_load(const char *policy_file, const char *const *pack_folders, struct fault *faults,
                             size_t max_faults, size_t *fault_count);
/* Loads the pack in this folder alone, with the packs that it requires: its own rules are on, with their own parameters
 * and grades. The pack may have any name: it need not be that of the folder. */
struct ruleset *ruleset_load_pack(const char *folder, const char *const *pack_folders, struct fault *faults,
                                  size_t max_faults, size_t *fault_count);
void ruleset_free(struct ruleset *r);
const char *ruleset_policy(const struct ruleset *r);   /* its name */
const struct vocabulary *ruleset_vocabulary(const struct ruleset *r);
size_t ruleset_rules(const struct ruleset *r, const struct rule_info *const **out); /* by id */
/* Name, version and content hash of each pack, for run manifests. */
struct pack_info { const char *name, *version, *folder; const char *title[LANGUAGE_COUNT]; struct hash content; };
/* Of everything that was loaded: policies, packs. */
struct hash ruleset_content(const struct ruleset *r);
size_t ruleset_packs(const struct ruleset *r, const struct pack_info **out);

/* ---- judging ---- */

/* The caps on rules, in one place. */
enum {
    JUDGE_MEMORY = 32 * 1024 * 1024,   /* bytes of Lua heap for one subject */
    JUDGE_INSTRUCTIONS = 20000000,     /* VM instructions of one rule on one subject */
    JUDGE_FINDINGS = 200,              /* of one rule on one subject */
    JUDGE_EVIDENCE = 16                /* items kept of one rule on one subject */
};

/* The engine's own rules, which results have besides the policy's: "engine:documents" and others. */
size_t result_own_rules(const struct rule_info *const **out);

struct judge;
struct judge *judge_new(const struct ruleset *r, struct fault *f);
void judge_free(struct judge *j);
/* Judges a subject as of a day. The result is in `arena`, which may not be the arena of the subject. `s` may be NULL
 * with a fault in *why: the result then says that nothing could be judged. Never fails but for memory (NULL). */
const struct result *judge_subject(struct judge *j, const struct subject *s, const struct fault *why, const char *path,
                                   day as_of, struct arena *subject_arena, struct arena *arena);

#endif
