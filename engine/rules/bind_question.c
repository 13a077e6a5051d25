#include "rules/bind_question.h"

/* A wish for one plain value; false when Lua has to compare it. */
static bool plain_wish(lua_State *L, int index, struct value *out)
{
    size_t len;
    if (lua_type(L, index) == LUA_TSTRING) {
        const char *text = lua_tolstring(L, index, &len);
        *out = value_text(text, len);
    } else if (lua_type(L, index) == LUA_TBOOLEAN)
        *out = value_flag(lua_toboolean(L, index));
    else if (lua_isinteger(L, index))
        *out = value_count(lua_tointeger(L, index));
    else
        return false;
    return true;
}

void question_prepare(lua_State *L, struct inquiry *q)
{
    int names = lua_gettop(L);
    size_t count = lua_rawlen(L, names);
    q->plain = count <= QUESTION_WISHES;
    for (size_t i = 0; i < count && q->plain; i++) {
        struct wish *w = &q->wishes[i];
        lua_rawgeti(L, names, (lua_Integer)i + 1);
        w->name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
        w->kind = NULL;
        lua_rawget(L, 2);
        q->plain = w->name && plain_wish(L, -1, &w->value);
        lua_settop(L, names);
        q->count = i + 1;
    }
}

static bool same(const struct value *a, const struct value *b)
{
    return a->type == b->type && value_equal(a, b);
}

/* Looks the fields up when the kind changes: a list is nearly always of one kind. */
static bool fields_known(struct inquiry *q, const struct kind *k)
{
    for (size_t i = 0; i < q->count; i++) {
        struct wish *w = &q->wishes[i];
        if (w->kind != k) {
            w->kind = k;
            w->field = bind_plain_field(k, w->name);
        }
        if (!w->field)
            return false;
    }
    return true;
}

bool question_answer(lua_State *L, struct inquiry *q, const struct node *n, bool *yes)
{
    if (!q->plain || !fields_known(q, n->kind))
        return false;
    sandbox_charge(L, 2);
    *yes = true;
    for (size_t i = 0; i < q->count && *yes; i++) {
        struct value v = node_value(n, q->wishes[i].field);
        judge_mark(judge_of(L), n, q->wishes[i].field, NULL, NULL);
        *yes = same(&v, &q->wishes[i].value);
    }
    return true;
}
