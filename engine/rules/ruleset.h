/* The inside of a ruleset: packs, rules, layers of policy. Private to the rules floor. Everything lives in the arena of
 * the ruleset and is immutable once loaded. */
#ifndef KIJUN_RULES_RULESET_H
#define KIJUN_RULES_RULESET_H

#include "base/arena.h"
#include "base/data.h"
#include "documents/schema.h"
#include "rules/due.h"
#include "rules/evaluate.h"
#include "rules/image.h"
#include "rules/result.h"

enum {
    RULESET_ARENA = 64 * 1024 * 1024,
    RULESET_PACKS = 64,
    RULESET_RULES = 1000,      /* of one pack */
    RULESET_CHAIN = 16         /* policies in an `extends` chain */
};

/* ---- parameters ---- */

enum param_type {
    PARAM_INTEGER, PARAM_NUMBER, PARAM_FLAG, PARAM_CHOICE, PARAM_LIST, PARAM_DURATION, PARAM_PERCENT, PARAM_AMOUNT,
    PARAM_TYPES
};

struct param_value {
    struct value value;           /* of a list: its items, joined for people */
    size_t item_count;            /* of a list */
    const char *const *items;
};

struct param {
    enum param_type type;
    bool has_min, has_max;
    struct value min, max;
    size_t choice_count;          /* allowed texts of a choice or list; 0: any */
    const char *const *choices;
    struct param_value standard;
};

/* ---- rules ---- */

/* Bits of rule.needs, in the order of rule_needs. */
enum { NEED_CONTRACT = 1, NEED_SUPPLIER = 2, NEED_RESPONSE = 4, NEED_AUDIT = 8, NEED_INCIDENTS = 16,
       NEED_SERVICE_RECORD = 32, NEED_QUESTIONNAIRE = 64 };
struct need { const char *name; const struct kind *kind; const char *words[LANGUAGE_COUNT]; };
/* One row a bit; ends with a row whose name is NULL. */
extern const struct need rule_needs[];

struct pack {
    struct pack_info info;
    const char *file;             /* of pack.lua, as messages show it */
    const struct data *declared, *vocabulary; /* vocabulary: NULL if it has none */
    bool languages[LANGUAGE_COUNT];
    bool chosen;                  /* named by a policy: its rules are on unless switched off; others give words only */
    size_t rule_count;
    struct rule *rules;           /* by id */
};

struct rule {
    struct rule_info info;        /* first: a rule_info of ours is a rule */
    const struct pack *pack;
    const char *file;             /* as messages at load time show it */
    const char *chunk;            /* in messages of a running rule: pack and file, the same on any machine */
    const struct data *declared;
    const char *source;
    size_t source_len;
    const char *compiled;         /* the code of the file, as the sandbox itself dumped it; NULL: not yet */
    size_t compiled_len;
    unsigned needs;
    unsigned alone;               /* kinds of contract that are asked for it when checked alone: bits, as rule_contract_kinds */
    bool has_applies;
    const struct param *params;   /* as info.params */
    size_t index;                 /* in ruleset.rules */
};

const char *const *rule_contract_kinds(void); /* NULL-terminated */

/* ---- policy ---- */

struct param_change {
    size_t param;
    struct param_value value;
};

/* What one policy entry changes in one rule. */
struct change {
    const struct rule *rule;
    bool sets_on, on;
    enum grade grade;             /* GRADE_NONE: unchanged */
    size_t param_count;
    const struct param_change *params;
    const char *file;
    uint32_t line;
};

enum selector_name { SELECT_TIER, SELECT_KIND, SELECT_COUNTRY, SELECT_CATEGORY, SELECT_STAGE, SELECT_ASSET,
                     SELECT_SUPPLIER, SELECT_DOCUMENT, SELECT_COUNT };
struct selector {
    enum selector_name name;
    size_t count;
    const char *const *any;       /* one of these */
};

/* `rules` of one policy (no selector), or one entry of its `for_suppliers`. */
struct layer {
    const char *policy;
    size_t selector_count;
    const struct selector *selectors;
    size_t change_count;
    const struct change *changes;
};

struct waiver {
    struct waiver_info info;
    const struct rule *rule;
    const char *supplier, *message, *clause; /* the last two may be NULL */
};

struct ruleset {
    struct image image;           /* at: NULL: it lies in no image */
    struct arena *arena;
    const char *name;             /* of the policy */
    struct hash policies;         /* of the texts of the chain of policies */
    const char *title[LANGUAGE_COUNT];
    struct vocabulary *vocabulary;
    size_t pack_count;
    struct pack *packs;           /* in the order of loading: what is required stands before what requires it */
    struct pack_info *pack_infos;
    size_t rule_count;
    struct rule **rules;          /* by id */
    const struct rule_info **infos;
    size_t layer_count;
    struct layer *layers;         /* in order of precedence: later wins */
    size_t waiver_count;
    struct waiver *waivers;
    struct due_terms due;
};

/* True if some subject can be judged by this rule. */
bool ruleset_ever_on(const struct ruleset *set, const struct rule *r);
/* True if the rule is on for some subject when all layers are applied in their order. */
bool ruleset_can_be_on(const struct ruleset *set, const struct rule *r);

/* A rule as it is in force for one subject. */
struct rule_setting {
    bool on;
    enum grade grade;             /* GRADE_NONE: as the rule says */
    const struct param_value **params; /* in the order of the rule's params */
    const struct change **origins;     /* of each parameter; NULL: the rule's default */
    const struct change *on_origin, *grade_origin; /* NULL: the pack, the rule */
};

/* The settings of all rules for a subject, in the order of ruleset.rules; NULL when memory is out. */
struct rule_setting *ruleset_settings(const struct ruleset *r, const struct subject *s, struct arena *arena);

#endif
