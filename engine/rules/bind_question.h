/* Questions about the items of a list, given as a table of fields: { class = "personal-data" }. Most are about fields of
 * nodes and plain values, and are answered without going through Lua for every item. */
#ifndef KIJUN_RULES_BIND_QUESTION_H
#define KIJUN_RULES_BIND_QUESTION_H

#include "rules/bind.h"

enum { QUESTION_WISHES = 8 };

struct wish {
    const char *name;            /* in Lua; kept alive by the table of the question */
    struct value value;
    const struct kind *kind;     /* that `field` was looked up for */
    const struct field *field;
};

struct inquiry {
    bool plain;                  /* all wishes are here */
    size_t count;
    struct wish wishes[QUESTION_WISHES];
};

/* Reads the table at index 2, whose names stand in order in the list on top of the stack. */
void question_prepare(lua_State *L, struct inquiry *q);
/* True if the question can be answered for this node here; *yes is then the answer. */
bool question_answer(lua_State *L, struct inquiry *q, const struct node *n, bool *yes);

#endif
