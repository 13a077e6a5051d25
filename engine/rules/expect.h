/* Writing into rule files and example documents what they really come to: for --update, after a person has looked at the difference. */
#ifndef KIJUN_RULES_EXPECT_H
#define KIJUN_RULES_EXPECT_H

#include "base/buffer.h"
#include "rules/examples.h"

enum { EXPECT_CHANGES = 5000, EXPECT_FILES = 1000 };

/* One `expect` that is to be replaced, taken away or put in. */
struct expect_change {
    const char *file;
    uint32_t line;              /* of the value, from 1 */
    const char *old_lines, *new_lines; /* the whole lines that it stands on, or ""; each ends with a line break */
};

/* One file as it is to be. */
struct expect_file {
    const char *path;
    const char *text;
    size_t len;
};

struct expect_update {
    struct arena *arena;        /* of everything below */
    struct expect_change *changes;
    struct expect_file *files;
    size_t change_count, file_count;
    size_t left;                /* wrong examples that are left alone: an error is never what a rule should do, and a package is not
                                   rewritten */
};

/* Runs the examples of the rule (NULL: of all) and works out what would have to be written for each to hold. 0, or -1 with *f
 * set. expect_free in any case. */
int expect_find(const struct ruleset *r, const char *rule, struct expect_update *out, struct fault *f);
void expect_free(struct expect_update *u);

#endif
