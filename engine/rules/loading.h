/* Loading packs and policies: collecting every mistake, and looking at declarations. Private to the rules floor. */
#ifndef KIJUN_RULES_LOADING_H
#define KIJUN_RULES_LOADING_H

#include "base/data.h"
#include "base/fault.h"
#include "rules/image.h"
#include "rules/ruleset.h"

enum { LOADING_DEPTH = 16 };

struct sandbox;

struct loading {
    struct ruleset *set;
    struct sandbox *sandbox;        /* to compile and try rules in */
    struct arena *scratch;          /* reset for every rule */
    struct arena *arena;            /* of the ruleset */
    struct arena *aside;            /* for what judging does not take; the same when nothing is to be kept */
    struct inputs *inputs;          /* notes what is read; NULL: nobody asks */
    const char *const *folders;     /* of packs, NULL-terminated */
    const char *own_name, *own_folder; /* of a pack that is loaded from where it is; NULL: none */
    struct fault *faults;
    size_t max, count;              /* count goes on beyond max */
    struct fault spare;             /* takes what has no room in faults */
    const char *open_packs[LOADING_DEPTH]; /* being loaded, outermost first */
    size_t open_count;
};

/* A cleared fault to be filled in; it counts as a mistake. */
struct fault *loading_fault(struct loading *l);
/* Notes a mistake at a piece of data. */
#define loading_say(l, where, ...)                        \
    do {                                                  \
        struct fault *fault_ = loading_fault(l);          \
        fault_set(fault_, __VA_ARGS__);                   \
        fault_where(fault_, (where)->file, (where)->line); \
    } while (0)
/* The same for an unknown name, with the near one if there is any; `id` is followed by its _NEAR row. */
void loading_unknown(struct loading *l, const struct data *where, enum fault_id id, const char *name,
                     const char *const *known, size_t count);

/* A text of a declaration, to be kept with the ruleset: the same, or a copy where declarations are not kept. NULL gives
 * NULL. */
const char *loading_keep(struct loading *l, const char *text);

/* Each notes a mistake and returns NULL or false when the declaration is not as it should be. `table` may be NULL:
 * then nothing is noted again. */
bool declared_tag(struct loading *l, const struct data *d, const char *tag);
/* All members are among `known` (NULL-terminated). */
bool declared_fields(struct loading *l, const struct data *table, const char *const *known);
const char *declared_text(struct loading *l, const struct data *table, const char *key, bool required);
const struct data *declared_table(struct loading *l, const struct data *table, const char *key, bool required);
/* A text in every language of the pack: table[key] = { en = ..., ja = ... }. */
bool declared_words(struct loading *l, const struct data *table, const char *key, const bool *languages, bool required,
                    const char *out[LANGUAGE_COUNT]);
/* The same for { en = ..., ja = ... } itself; NULL: false, and nothing is noted. */
bool declared_words_of(struct loading *l, const struct data *words, const char *key, const bool *languages,
                       const char *out[LANGUAGE_COUNT]);
/* The list of texts table[key], or one text alone, as an array in the arena; NULL and *count 0 when it is absent. */
const char *const *declared_list(struct loading *l, const struct data *table, const char *key, size_t *count);
/* True if `name` is a token: [a-z][a-z0-9-]*, at most 64. Notes it otherwise. */
bool declared_token(struct loading *l, const struct data *where, const char *name);
/* The same for the name of a pack: one token, or two joined by '/', "acme/banking". */
bool declared_pack_name(struct loading *l, const struct data *where, const char *name);

/* packs */
struct pack *pack_load(struct loading *l, const struct data *where, const char *name);
/* The pack in this folder, whatever the folder is called; its rules are on. */
void pack_load_folder(struct loading *l, const char *folder);
/* Reads the rules of a pack, after all vocabularies are known. */
void rule_load(struct loading *l, struct rule *r);
/* Looks for mistakes in the code of a rule without running it, then loads it once. */
void rule_check(struct loading *l, struct rule *r);
/* A parameter's declaration. */
bool param_declare(struct loading *l, const struct data *d, struct param *p, struct param_info *info);
/* A value for a parameter, from a rule's default, a policy or an example. Notes a wrong type and range. */
bool param_read(struct loading *l, const struct param *p, const char *name, const struct data *d,
                struct param_value *out);
/* After all packs are read: the vocabulary, then all rules by id. */
void ruleset_index(struct loading *l);

/* policies */
void policy_load(struct loading *l, const char *path);

#endif
