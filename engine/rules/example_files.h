/* Example documents beside the rules of a pack: PACK/examples/. Each file, or folder of a supplier, is judged whole; remarks in it
 * say what must come about. */
#ifndef KIJUN_RULES_EXAMPLE_FILES_H
#define KIJUN_RULES_EXAMPLE_FILES_H

#include "documents/remarks.h"
#include "rules/ruleset.h"

enum { EXAMPLE_FILES = 200, EXAMPLE_EXPECTED = 1000 };

/* expect: RULE OUTCOME[:MESSAGE] */
struct expectation {
    const struct rule *rule;
    const char *outcome;            /* "fail:late" */
    const struct remark *remark;    /* that says so */
    size_t at, len;                 /* of the outcome, in bytes from where the text of the remark begins */
};

struct example_file {
    const char *path;               /* as messages show it */
    const char *name;               /* below examples/ */
    bool folder;                    /* of a supplier */
    const char *as_of;
    const struct pack *pack;
    bool limited;                   /* to the rules that `rules:` names; else all of the pack are asked */
    size_t rule_count;
    const struct rule **rules;
    size_t expected_count;
    struct expectation *expected;
    size_t mistakes;                /* remarks that say nothing that can be */
};

struct example_files {
    size_t count;
    struct example_file *at;        /* by pack, and by name */
};

/* Takes what is wrong with a remark or a file. */
typedef void example_mistake(void *context, const struct fault *f);

/* The example documents of the packs that a policy names (of the one pack of ruleset_load_pack), in `arena`. Remarks that name a
 * rule or outcome that does not exist, and files that cannot be read, are told to `mistake` (may be NULL). 0, or -1 with *f set when
 * memory is out. */
int example_files_load(const struct ruleset *r, struct arena *arena, example_mistake *mistake, void *context,
                       struct example_files *out, struct fault *f);
/* True if the document is judged by this rule. */
bool example_file_asks(const struct example_file *e, const struct rule *r);
/* The n-th expectation about this rule; NULL: there are not so many. */
const struct expectation *example_file_expects(const struct example_file *e, const struct rule *r, size_t n);
/* Path of the file that a remark stands in. */
const char *example_file_path(const struct example_file *e, const struct remark *r, struct arena *arena);

#endif
