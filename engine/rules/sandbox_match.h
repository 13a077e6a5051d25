/* Patterns for rules: PCRE2 with every limit set, since both the pattern and the text come from others. */
#ifndef KIJUN_RULES_SANDBOX_MATCH_H
#define KIJUN_RULES_SANDBOX_MATCH_H

#include "rules/sandbox.h"

enum {
    MATCH_PATTERN = 1000,          /* bytes of a pattern */
    MATCH_TEXT = 256 * 1024,       /* bytes of a text */
    MATCH_KEPT = 256,              /* compiled patterns kept by a sandbox */
    MATCH_GROUPS = 16,
    MATCH_STEPS = 2000000,         /* PCRE2's match limit, for one start position */
    MATCH_DEPTH = 2000,
    MATCH_HEAP = 4096,             /* KiB */
    MATCH_WORK = 64                /* bytes of rest of the text that one step of the matcher is charged a unit for */
};

/* Looks for `pattern` (case-insensitive, UTF-8) in `text`. Groups are written as byte offsets, start and end in turn;
 * SIZE_MAX for a group that took no part. Returns the number of groups, 0 for no match. Raises for a bad pattern, and
 * when the work is over the budget. */
int match_find(lua_State *L, const char *text, size_t len, const char *pattern, size_t pattern_len,
               size_t groups[2 * MATCH_GROUPS]);
/* True if the pattern compiles; else *message says why not. For the checks at load time. */
bool match_check(const char *pattern, size_t len, char *message, size_t size);

#endif
