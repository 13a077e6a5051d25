/* What a rule sees of a subject: userdata that stand for nodes, lists, terms, passages and values. Private to the rules
 * floor.
 *
 * A handle holds pointers into the document model and the readings, both of which outlive the judging of the subject;
 * handles themselves die with the image. Every userdata in the sandbox is a handle: its first member tells which.
 * Functions here may raise: they run inside sandbox_call, except bind_open (called protected once). */
#ifndef KIJUN_RULES_BIND_H
#define KIJUN_RULES_BIND_H

#include "rules/judge.h"

enum handle_type {
    HANDLE_VALUE = 1, HANDLE_NODE, HANDLE_TERM, HANDLE_PASSAGE, HANDLE_CONTRADICTION, HANDLE_LIST, HANDLE_OUTCOME,
    HANDLE_SUBJECT
};

/* A value and how it moves with the as-of date: the value is `moves` times (as-of + before, then so many months, + after), in
 * days. So the days on which a comparison changes its mind can be told exactly. */
struct tracked {
    struct value value; /* DATE or COUNT (of days) when it moves */
    int8_t moves;       /* 1, -1; 0: it does not */
    int32_t before, months;
    int64_t after;
};

struct value_handle { enum handle_type type; struct tracked tracked; };
struct node_handle { enum handle_type type; const struct node *node; const char *asked; /* clause type asked for; NULL */ };
struct term_handle { enum handle_type type; const struct read_term *term; const struct clause *clause; };
struct passage_handle { enum handle_type type; struct span span; const struct clause *clause; };
struct outcome_handle { enum handle_type type; enum outcome outcome; const struct message_info *message; /* or NULL */ };

enum item_type { ITEM_NODE, ITEM_PASSAGE /* struct span */, ITEM_CONTRADICTION /* struct read_term */ };
struct list_handle {
    enum handle_type type;
    enum item_type items;
    bool contracts;              /* has the methods of s.contracts */
    bool whole;                  /* is s.contracts itself */
    size_t count;
    const char *asked;           /* clause type that these clauses were asked for; NULL */
    const struct clause *clause; /* of passages and contradictions */
    const void *at[];
};

/* Places in the registry. */
enum {
    REF_VALUE = SANDBOX_REF_FIRST_FREE, /* metatables */
    REF_TERM, REF_PASSAGE, REF_CONTRADICTION, REF_LIST, REF_CONTRACTS, REF_OUTCOME, REF_SUBJECT, REF_PARAMS,
    REF_RULES,                          /* for each rule RULE_SLOTS items */
    REF_NODES,                          /* handles made for this subject, by ordinal */
    REF_LISTS,                          /* by address of the list */
    REF_CLAUSES,                        /* of s.contracts: the governing clause by type (false: none); by true and false
                                           the lists of contracts in force and of every clause */
    REF_THE_SUBJECT, REF_MEMBERS,       /* the metatable of the subject's table of members */
    REF_PASS
};

/* In REF_RULES, from RULE_SLOTS * index on. */
enum { RULE_CHECK = 1, RULE_APPLIES /* or false */, RULE_PARAMS /* the table for the usual settings */, RULE_SLOTS = 3 };

/* Everything below, into a new state. */
void bind_open(lua_State *L);
void bind_open_values(lua_State *L);
void bind_open_makers(lua_State *L);
void bind_open_nodes(lua_State *L);
void bind_open_clauses(lua_State *L);
void bind_open_lists(lua_State *L);
void bind_open_contracts(lua_State *L);
void bind_open_subject(lua_State *L);
void bind_open_outcomes(lua_State *L);

/* A new handle with its metatable. */
void *bind_new(lua_State *L, size_t size, enum handle_type type, int metatable);
/* The handle at `index` if it is of this type, else NULL. */
void *bind_test(lua_State *L, int index, enum handle_type type);
void *bind_check(lua_State *L, int index, enum handle_type type, const char *what);
/* The word for a Lua value in messages: "date", "clause", "text". */
const char *bind_word(lua_State *L, int index);
/* Opens a metatable at `ref`: leaves it on the stack, named in messages by `what`. */
void bind_metatable(lua_State *L, int ref, const luaL_Reg *metamethods);

/* values */
void push_value(lua_State *L, const struct value *v);
void push_tracked(lua_State *L, const struct tracked *t);
/* The value that something stands for when it is compared or shown; false when it stands for none. */
bool bind_operand(lua_State *L, int index, struct tracked *out);
/* The same for `found`, `expected` and placeholders: texts, flags and words of passages, too. Texts are borrowed. */
bool bind_shown(lua_State *L, int index, struct value *out);
/* Ends the rule with an outcome of the engine. */
int bind_end(lua_State *L, enum engine_message message, enum outcome outcome, const char *word);
/* Metamethods of everything that has a value. */
int value_less(lua_State *L);
int value_less_equal(lua_State *L);
int value_same(lua_State *L);
int value_add(lua_State *L);
int value_subtract(lua_State *L);
int value_concat(lua_State *L);

/* nodes */
void push_node(lua_State *L, const struct node *n); /* nil for NULL */
/* The field of this Lua name ("my_number"), or NULL. */
const struct field *bind_field(const struct kind *k, const char *name);
/* The same, but only for names that mean the field and nothing more: clauses compute some of theirs. */
const struct field *bind_plain_field(const struct kind *k, const char *name);
/* What a node is called in a report: "ISO/IEC 27001"; NULL when it has no identity. In *out, borrowed. */
bool node_name(const struct node *n, struct value *out);

/* lists */
void push_list(lua_State *L, const struct list *l);
/* A list of `count` items to be filled in. */
struct list_handle *push_items(lua_State *L, enum item_type items, size_t count, bool contracts);
/* A metatable for lists at `ref`, with these methods beyond those of every list. */
void bind_list_metatable(lua_State *L, int ref, const luaL_Reg *more);

/* clauses */
struct clause_members { const char *name; lua_CFunction function; bool method; };
extern const struct clause_members clause_members[];
void push_clause(lua_State *L, const struct clause *c, const char *asked);
void push_prose(lua_State *L, const struct list *text);

/* the subject */
void push_subject(lua_State *L);
/* Nothing of another subject is known any more. */
void bind_start_subject(lua_State *L);
/* Leaves a table on the stack that has the names of all members of a subject as keys. */
void bind_subject_members(lua_State *L);
/* Makes the table of the usual parameters of the running rule; before the image is taken. */
void keep_params(lua_State *L);
/* The parameters of the running rule, as a table. */
void push_params(lua_State *L);

#endif
