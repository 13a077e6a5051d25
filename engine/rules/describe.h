/* What documentation shows of a rule or a pack beyond rule_info. Everything belongs to the ruleset. */
#ifndef KIJUN_RULES_DESCRIBE_H
#define KIJUN_RULES_DESCRIBE_H

#include "base/data.h"
#include "rules/evaluate.h"

struct param_range {
    bool has_min, has_max;
    struct value min, max;
    size_t choice_count;            /* allowed texts; 0: any */
    const char *const *choices;
};

struct example_info {
    const char *name, *document, *as_of; /* as_of: the usual one when none is given */
    const struct data *expect;      /* a text, or a list of texts */
    const struct data *params;      /* NULL: the defaults */
    uint32_t line;
};

/* Of rules that came with a ruleset. */
struct param_range describe_param(const struct rule_info *r, size_t param);
size_t describe_examples(const struct rule_info *r);
struct example_info describe_example(const struct rule_info *r, size_t n);
/* The n-th kind of document that the rule needs, in words; NULL when there are no more. */
const char *describe_need(const struct rule_info *r, size_t n, enum language l);
/* The n-th kind of contract that is asked for this when it is checked alone, as a token; NULL when there are no more, or when
 * all are asked. */
const char *describe_alone(const struct rule_info *r, size_t n);
const char *describe_file(const struct rule_info *r);
/* The pack that is documented: the one of ruleset_load_pack, or the first that a policy names. NULL: none. */
const struct pack_info *describe_pack(const struct ruleset *r);
/* Its pack.lua. */
const struct data *describe_manifest(const struct ruleset *r);
/* Its vocabulary.lua; NULL when it has none. */
const struct data *describe_vocabulary(const struct ruleset *r);
/* The rules of that pack, by id; calls `each` for every one. */
void describe_rules(const struct ruleset *r, void (*each)(void *context, const struct rule_info *), void *context);

/* What one remark in an example document expects. */
struct document_expectation {
    const char *document;           /* its path below examples/ */
    const char *as_of;
    const struct rule_info *rule;   /* NULL: the document expects nothing of any rule */
    const char *outcome;            /* "fail:late"; NULL with the rule */
    uint32_t line;                  /* of which the remark speaks (in Word files the paragraph); 0: the whole document */
};

/* Calls `each` for every expectation of the pack's example documents, document by document, and once for one that has none. False:
 * memory was out. */
bool describe_documents(const struct ruleset *r, void (*each)(void *context, const struct document_expectation *), void *context);

#endif
