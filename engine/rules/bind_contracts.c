/* s.contracts: which contracts are in force, and the clauses that govern. */
#include "rules/bind.h"

#include <string.h>

#include "base/text.h"
#include "documents/load.h"

/* Which clause governs depends on when contracts begin and end. */
static void note_dates(struct judge *j)
{
    if (j->dated)
        return;
    j->dated = true;
    LIST_EACH(struct contract, c, &j->subject->contracts) {
        if (c->effective != DAY_NONE)
            judge_changes(j, c->effective);
        if (c->expires != DAY_NONE)
            judge_changes(j, c->expires + 1);
    }
}

static const struct list_handle *check_contracts(lua_State *L)
{
    const struct list_handle *l = bind_check(L, 1, HANDLE_LIST, "a list of contracts");
    if (!l->contracts)
        luaL_error(L, "this method is for s.contracts");
    return l;
}

static bool has_contract(const struct list_handle *l, const struct contract *c)
{
    bool found = l->whole;
    for (size_t i = 0; i < l->count && !found; i++)
        found = l->at[i] == c;
    return found;
}

static bool has_clause(const struct list_handle *l, const struct clause *c)
{
    return l->whole || has_contract(l, node_contract(&c->node));
}

/* Pushes what is kept under the boolean `key`; false and nothing pushed when it is not there yet. */
static bool kept_list(lua_State *L, bool key)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_CLAUSES);
    lua_pushboolean(L, key);
    bool found = lua_rawget(L, -2) != LUA_TNIL;
    lua_remove(L, -2);
    if (!found)
        lua_pop(L, 1);
    return found;
}

static void keep_list(lua_State *L, bool key)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_CLAUSES);
    lua_pushboolean(L, key);
    lua_pushvalue(L, -3);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

/* Pushes all contracts of the subject that are in force. */
static struct list_handle *push_in_force(lua_State *L)
{
    struct judge *j = judge_of(L);
    note_dates(j);
    if (kept_list(L, true))
        return lua_touserdata(L, -1);
    const struct contract **found = NULL;
    size_t count = contracts_in_force(j->subject, j->scratch, j->as_of, &found);
    struct list_handle *l = push_items(L, ITEM_NODE, count, true);
    for (size_t i = 0; i < count; i++)
        l->at[i] = found[i];
    keep_list(L, true);
    return l;
}

static int contracts_force(lua_State *L)
{
    const struct list_handle *asked = check_contracts(L);
    struct list_handle *all = push_in_force(L);
    if (asked->whole)
        return 1;
    struct list_handle *some = push_items(L, ITEM_NODE, all->count, true);
    size_t n = 0;
    for (size_t i = 0; i < all->count; i++)
        if (has_contract(asked, all->at[i]))
            some->at[n++] = all->at[i];
    some->count = n;
    return 1;
}

/* ---- clauses by type ---- */

/* The vocabulary's own copy of the type's name: it outlives the rule. */
static const char *check_type(lua_State *L, int index)
{
    const char *name = luaL_checkstring(L, index);
    const char *const *types = vocabulary_clause_types(ruleset_vocabulary(judge_of(L)->rules));
    size_t count = 0;
    for (; types[count]; count++)
        if (types[count][0] == name[0] && !strcmp(types[count], name))
            return types[count];
    const char *near = text_suggest(name, types, count);
    luaL_error(L, near ? "there is no clause type '%s': did you mean '%s'?" : "there is no clause type '%s'", name, near);
    return NULL;
}

struct found {
    const char *type;
    const struct clause_reading *const *at;
    size_t count;
};

/* Amendments without what they amend: what they do not change is settled elsewhere. */
static bool only_amendments(const struct subject *s)
{
    bool only = s->lone && s->contracts.count > 0;
    LIST_EACH(struct contract, c, &s->contracts)
        only = only && c->kind && !strcmp(c->kind, "amendment");
    return only;
}

/* The effective clauses of a type. When none is surely of it and some may be, the rule ends here. */
static struct found find_clauses(lua_State *L, const char *type)
{
    struct judge *j = judge_of(L);
    struct found f = {.type = type};
    note_dates(j);
    f.count = reading_find(judge_reading(L), type, &f.at);
    if (f.count)
        return f;
    j->ending.candidate_count = reading_unsure(j->reading, type, &j->ending.candidates);
    if (j->ending.candidate_count)
        bind_end(L, ENGINE_UNSURE, OUTCOME_INDETERMINATE, type);
    if (only_amendments(j->subject))
        bind_end(L, ENGINE_AMENDMENT, OUTCOME_NOT_APPLICABLE, type);
    return f;
}

static void mark_clause(lua_State *L, const struct clause *c, const char *type)
{
    judge_mark(judge_of(L), c ? &c->node : NULL, NULL, c ? NULL : type, NULL);
}

/* Pushes what is kept for the type whose name is at index 2: a clause, or false. */
static bool kept_clause(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_CLAUSES);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        lua_pop(L, 2);
        return false;
    }
    const struct node_handle *h = bind_test(L, -1, HANDLE_NODE);
    if (h)
        mark_clause(L, (const struct clause *)h->node, h->asked);
    else {
        mark_clause(L, NULL, check_type(L, 2));
        lua_pushnil(L);
    }
    return true;
}

static int contracts_clause(lua_State *L)
{
    const struct list_handle *l = check_contracts(L);
    luaL_checktype(L, 2, LUA_TSTRING);
    lua_settop(L, 2);
    if (l->whole && kept_clause(L))
        return 1;
    struct found f = find_clauses(L, check_type(L, 2));
    const struct clause *c = NULL;
    for (size_t i = 0; i < f.count && !c; i++)
        if (has_clause(l, f.at[i]->clause))
            c = f.at[i]->clause;
    mark_clause(L, c, f.type);
    if (c)
        push_clause(L, c, f.type);
    else
        lua_pushboolean(L, 0);
    if (l->whole) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, REF_CLAUSES);
        lua_pushvalue(L, 2);
        lua_pushvalue(L, -3);
        lua_rawset(L, -3);
        lua_pop(L, 1);
    }
    if (!c)
        lua_pushnil(L);
    return 1;
}

/* All clauses of a type, the governing one first; their terms are read as those of the asked type. */
static int contracts_clauses(lua_State *L)
{
    const struct list_handle *l = check_contracts(L);
    struct found f = find_clauses(L, check_type(L, 2));
    struct list_handle *out = push_items(L, ITEM_NODE, f.count, false);
    size_t n = 0;
    sandbox_charge(L, f.count);
    out->asked = f.type;
    for (size_t i = 0; i < f.count; i++)
        if (has_clause(l, f.at[i]->clause)) {
            out->at[n++] = f.at[i]->clause;
            mark_clause(L, f.at[i]->clause, f.type);
        }
    out->count = n;
    if (!n)
        mark_clause(L, NULL, f.type);
    return 1;
}

/* ---- every clause ---- */

static size_t count_clauses(const struct list *clauses)
{
    size_t n = 0;
    LIST_EACH(struct clause, c, clauses)
        n += 1 + count_clauses(&c->clauses);
    return n;
}

static void add_clauses(const struct judge *j, struct list_handle *out, const struct list *clauses)
{
    LIST_EACH(struct clause, c, clauses) {
        if (!clause_effective(j->subject, c, j->as_of))
            continue;
        out->at[out->count++] = c;
        add_clauses(j, out, &c->clauses);
    }
}

static int contracts_every_clause(lua_State *L)
{
    const struct list_handle *l = check_contracts(L);
    if (l->whole && kept_list(L, false))
        return 1;
    const struct list_handle *force = push_in_force(L);
    size_t total = 0;
    for (size_t i = 0; i < force->count; i++)
        total += count_clauses(&((const struct contract *)force->at[i])->clauses);
    sandbox_charge(L, total);
    struct list_handle *out = push_items(L, ITEM_NODE, total, false);
    out->count = 0;
    for (size_t i = 0; i < force->count; i++)
        if (has_contract(l, force->at[i]))
            add_clauses(judge_of(L), out, &((const struct contract *)force->at[i])->clauses);
    if (l->whole)
        keep_list(L, false);
    return 1;
}

/* ---- clauses whose words have something to look at ---- */

static size_t vague_in(struct reading *r, const struct clause *c)
{
    const struct span *spans;
    return reading_vague(r, c, &spans);
}

static size_t blanks_in(struct reading *r, const struct clause *c)
{
    const struct span *spans;
    return reading_blanks(r, c, &spans);
}

static size_t contradictions_in(struct reading *r, const struct clause *c)
{
    const struct read_term *terms;
    return reading_contradictions(r, c, &terms);
}

static size_t mistyped_in(struct reading *r, const struct clause *c)
{
    return reading_mistyped(r, c) != NULL;
}

static size_t misdirected_in(struct reading *r, const struct clause *c)
{
    return reading_is_misdirected(r, c);
}

static const struct {
    const char *name;
    size_t (*count)(struct reading *r, const struct clause *c);
} looked_at[] = {{"vague", vague_in}, {"blanks", blanks_in}, {"contradictions", contradictions_in},
                 {"mistyped", mistyped_in},
                 {"misdirected", misdirected_in}};

enum { LOOKED_AT = sizeof looked_at / sizeof *looked_at };

static int check_looked_at(lua_State *L)
{
    const char *name = luaL_checkstring(L, 2);
    for (int i = 0; i < LOOKED_AT; i++)
        if (strcmp(looked_at[i].name, name) == 0)
            return i;
    return luaL_error(L, "clauses are found with vague, blanks, contradictions, mistyped or misdirected, not '%s'", name);
}

/* s.contracts:clauses_with "blanks": most clauses have none, and a rule need not visit them to know. */
static int contracts_clauses_with(lua_State *L)
{
    int what = check_looked_at(L);
    lua_settop(L, 1);
    contracts_every_clause(L);
    const struct list_handle *all = lua_touserdata(L, -1);
    struct reading *r = judge_reading(L);
    struct list_handle *out = push_items(L, ITEM_NODE, all->count, false);
    size_t kept = 0;
    sandbox_charge(L, all->count);
    for (size_t i = 0; i < all->count; i++)
        if (looked_at[what].count(r, all->at[i]) > 0)
            out->at[kept++] = all->at[i];
    out->count = kept;
    return 1;
}

void bind_open_contracts(lua_State *L)
{
    static const luaL_Reg methods[] = {{"in_force", contracts_force}, {"clause", contracts_clause},
                                       {"clauses", contracts_clauses}, {"every_clause", contracts_every_clause},
                                       {"clauses_with", contracts_clauses_with},
                                       {NULL, NULL}};
    bind_list_metatable(L, REF_CONTRACTS, methods);
}
