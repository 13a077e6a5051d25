/* pass, fail, indeterminate, not_applicable: what a check returns. And the parameters that it is given. */
#include "rules/bind.h"

#include <string.h>

#include "base/text.h"

static const struct message_info *find_message(lua_State *L, const char *id)
{
    enum { MESSAGES = 64 };
    const struct rule *rule = judge_of(L)->rule;
    const char *names[MESSAGES];
    size_t count = rule ? rule->info.message_count : 0;
    for (size_t i = 0; i < count; i++) {
        const struct message_info *m = &rule->info.messages[i];
        if (!strcmp(m->id, id))
            return m;
        if (i < MESSAGES)
            names[i] = m->id;
    }
    const char *near = text_suggest(id, names, count < MESSAGES ? count : MESSAGES);
    luaL_error(L, near ? "the rule has no message '%s': did you mean '%s'?" : "the rule has no message '%s'", id, near);
    return NULL;
}

/* Leaves an outcome on the stack; its fields, at `fields`, are looked at when the check has returned it. */
static int push_outcome(lua_State *L, enum outcome outcome, const struct message_info *message, int fields)
{
    if (!lua_isnoneornil(L, fields))
        luaL_checktype(L, fields, LUA_TTABLE);
    struct outcome_handle *h = bind_new(L, sizeof *h, HANDLE_OUTCOME, REF_OUTCOME);
    h->outcome = outcome;
    h->message = message;
    if (!lua_isnoneornil(L, fields)) {
        lua_pushvalue(L, fields);
        lua_setiuservalue(L, -2, 1);
    }
    return 1;
}

static int make_pass(lua_State *L)
{
    lua_settop(L, 1);
    return push_outcome(L, OUTCOME_PASS, NULL, 1);
}

static int with_message(lua_State *L, enum outcome outcome)
{
    lua_settop(L, 2);
    return push_outcome(L, outcome, find_message(L, luaL_checkstring(L, 1)), 2);
}

static int make_fail(lua_State *L)
{
    return with_message(L, OUTCOME_FAIL);
}

static int make_indeterminate(lua_State *L)
{
    return with_message(L, OUTCOME_INDETERMINATE);
}

static int make_not_applicable(lua_State *L)
{
    return with_message(L, OUTCOME_NOT_APPLICABLE);
}

/* ---- parameters ---- */

static int no_param(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return sandbox_no_such(L, "the rule's list of parameters", name, 1);
}

static void push_param(lua_State *L, const struct param *p, const struct param_value *v)
{
    if (p->type != PARAM_LIST) {
        push_value(L, &v->value);
        return;
    }
    lua_createtable(L, (int)v->item_count, 0);
    for (size_t i = 0; i < v->item_count; i++) {
        lua_pushstring(L, v->items[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static void new_params(lua_State *L)
{
    const struct judge *j = judge_of(L);
    const struct rule_info *info = &j->rule->info;
    lua_createtable(L, 0, (int)info->param_count);
    for (size_t i = 0; i < info->param_count; i++) {
        push_param(L, &j->rule->params[i], j->setting->params[i]);
        lua_setfield(L, -2, info->params[i].name);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_PARAMS);
    lua_setmetatable(L, -2);
}

void keep_params(lua_State *L)
{
    const struct judge *j = judge_of(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_RULES);
    new_params(L);
    lua_rawseti(L, -2, RULE_SLOTS * (lua_Integer)j->rule->index + RULE_PARAMS);
    lua_pop(L, 1);
}

/* Most subjects have the parameters that the policy gives to all: their table is in the image. */
void push_params(lua_State *L)
{
    const struct judge *j = judge_of(L);
    const struct rule_setting *usual = &j->usual[j->rule->index];
    for (size_t i = 0; i < j->rule->info.param_count; i++)
        if (usual->params[i] != j->setting->params[i]) {
            new_params(L);
            return;
        }
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_RULES);
    lua_rawgeti(L, -1, RULE_SLOTS * (lua_Integer)j->rule->index + RULE_PARAMS);
    lua_remove(L, -2);
}

/* ---- what a rule file says while it is loaded ---- */

/* rule { ... }, integer { ... } and so on: the declaration itself was read as plain data before. */
static int declare(lua_State *L)
{
    lua_settop(L, 1);
    return 1;
}

void bind_open_outcomes(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"pass", make_pass}, {"fail", make_fail}, {"indeterminate", make_indeterminate},
        {"not_applicable", make_not_applicable}, {"rule", declare}, {"integer", declare}, {"number", declare},
        {"flag", declare}, {"choice", declare}, {"list", declare}, {"duration", declare}, {NULL, NULL}};
    static const luaL_Reg none[] = {{NULL, NULL}}, params[] = {{"__index", no_param}, {NULL, NULL}};
    bind_metatable(L, REF_OUTCOME, none);
    bind_metatable(L, REF_PARAMS, params);
    lua_pop(L, 2);
    for (const luaL_Reg *f = functions; f->name; f++) {
        lua_pushcfunction(L, f->func);
        sandbox_define(L, f->name);
    }
}
