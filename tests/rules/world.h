/* A pack, a policy and a judge in a temporary folder, for tests of the rules floor. */
#ifndef KIJUN_TESTS_RULES_WORLD_H
#define KIJUN_TESTS_RULES_WORLD_H

#include "base/arena.h"
#include "base/fault.h"
#include "documents/load.h"
#include "rules/evaluate.h"

enum { WORLD_FAULTS = 40 };

struct world {
    char folder[64];
    struct fault faults[WORLD_FAULTS];
    size_t fault_count;
    struct ruleset *rules;
    struct judge *judge;
    struct loader *loader;
    struct arena *subject_arena, *arena;
};

/* A folder with a pack `test` (English and Japanese) that has this vocabulary, or a small one when it is NULL. */
struct world *world_new(const char *vocabulary);
void world_free(struct world *w);
/* Writes a file below the folder, its parents included. */
void world_write(struct world *w, const char *name, const char *text);
/* Adds packs/test/rules/ID.lua with this text. */
void world_rule(struct world *w, const char *id, const char *text);
/* Adds a rule whose check is `body` (of function(s, p)), with a message `bad`. */
void world_check(struct world *w, const char *id, const char *body);
/* Loads policies/POLICY.lua; the default one names the pack `test`. True when there is no mistake. */
bool world_load(struct world *w, const char *policy);
/* Judges a document (a dossier or a contract); the result lives until the next call. */
const struct result *world_judge(struct world *w, const char *document, const char *as_of);
/* The judgement of a rule, and the first finding of it; NULL: none. */
const struct judgement *world_judgement(const struct result *r, const char *rule);
const struct finding *world_finding(const struct result *r, const char *rule);
/* True if a fault of this name was noted at this line (0: any) and its text holds these words. */
bool world_has_fault(const struct world *w, const char *name, uint32_t line, const char *words);
/* Prints the faults, for tests that failed. */
void world_show(const struct world *w);

/* Everything that a result says, as text, for comparing byte by byte; freed by the caller. */
char *world_text(const struct result *r);

/* A supplier with one asset and one contract that has a clause on incident reports and one on audits. */
extern const char world_dossier[];

#endif
