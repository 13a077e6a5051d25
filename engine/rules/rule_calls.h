/* What the code of a rule says in plain words: the literal names that it asks for. Found by looking at tokens, so what is
 * computed is left out; that is found when the rule runs. */
#ifndef KIJUN_RULES_RULE_CALLS_H
#define KIJUN_RULES_RULE_CALLS_H

#include "base/lua_scan.h"
#include "rules/loading.h"

/* fail("late", { at = x, found = y }) and its like. */
struct outcome_call {
    const char *message;        /* NULL: not literal */
    uint32_t line;
    bool literal;               /* the fields are a table written here, or there are none */
    size_t field_count;
    const char **fields;
};

enum { CALLS_CHAIN = 100 /* Lua 5.4.4 walks a chain of names recursively for its error messages */ };

enum named { NAMED_MESSAGE, NAMED_CLAUSE, NAMED_TERM, NAMED_QUESTION, NAMED_PATTERN, NAMED_ASSET, NAMED_PARAM,
             NAMED_SUBJECT };

/* A literal name and what it names. */
struct named_use {
    enum named what;
    const char *name;
    uint32_t line;
    const char *clause_type;    /* of a term: of which clause, when that can be seen; else NULL */
    enum value_type term;       /* of a term: as what it is asked for; VALUE_NONE: any */
};

struct rule_calls {
    size_t outcome_count, use_count;
    uint32_t chain_line;        /* of a chain a.b.c... that is too long; 0: none */
    struct outcome_call *outcomes;
    struct named_use *uses;
};

const struct rule_calls *rule_calls_read(const char *code, size_t len, struct arena *arena);
/* Notes every name that does not exist. `subject`: the names that s has. */
void rule_calls_check(struct loading *l, const struct rule *r, const struct rule_calls *calls,
                      const char *const *subject, size_t subject_count);
/* Notes a message that the rule does not have. */
void rule_check_message(struct loading *l, const struct rule *r, const struct data *where, const char *id);

#endif
