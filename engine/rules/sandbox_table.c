/* table.insert, remove, concat, sort, unpack: through metamethods, so that frozen tables stay frozen, and charged. */
#include "rules/sandbox.h"
#include "rules/sandbox_order.h"

enum { UNPACK = 250, SORT = 200000 };

static lua_Integer length(lua_State *L, int index)
{
    luaL_checktype(L, index, LUA_TTABLE);
    return (lua_Integer)lua_rawlen(L, index);
}

static int table_insert(lua_State *L)
{
    lua_Integer n = length(L, 1), at = n + 1;
    int arguments = lua_gettop(L);
    if (arguments == 3)
        at = luaL_checkinteger(L, 2);
    else if (arguments != 2)
        return luaL_error(L, "insert takes a table, perhaps a position, and a value");
    luaL_argcheck(L, at >= 1 && at <= n + 1, 2, "position out of bounds");
    sandbox_charge(L, (size_t)(n + 1 - at) + 1);
    for (lua_Integer i = n; i >= at; i--) {
        lua_geti(L, 1, i);
        lua_seti(L, 1, i + 1);
    }
    lua_pushvalue(L, arguments);
    lua_seti(L, 1, at);
    return 0;
}

static int table_remove(lua_State *L)
{
    lua_Integer n = length(L, 1), at = luaL_optinteger(L, 2, n);
    if (!n)
        return 0;
    luaL_argcheck(L, at >= 1 && at <= n, 2, "position out of bounds");
    sandbox_charge(L, (size_t)(n - at) + 1);
    lua_geti(L, 1, at);
    for (lua_Integer i = at; i < n; i++) {
        lua_geti(L, 1, i + 1);
        lua_seti(L, 1, i);
    }
    lua_pushnil(L);
    lua_seti(L, 1, n);
    return 1;
}

static void add_item(lua_State *L, luaL_Buffer *b, lua_Integer i, size_t *total)
{
    size_t len;
    lua_geti(L, 1, i);
    if (!lua_isstring(L, -1))
        luaL_error(L, "item %d is a %s, not a text", (int)i, luaL_typename(L, -1));
    lua_tolstring(L, -1, &len);
    *total += len;
    if (*total > SANDBOX_TEXT)
        luaL_error(L, "the joined text is too long");
    sandbox_charge(L, len + 2);
    luaL_addvalue(b);
}

static int table_concat(lua_State *L)
{
    size_t separator_len, total = 0;
    lua_Integer n = length(L, 1);
    const char *separator = luaL_optlstring(L, 2, "", &separator_len);
    lua_Integer first = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, n);
    luaL_argcheck(L, first >= 1, 3, "out of range");
    luaL_argcheck(L, last <= n, 4, "out of range");
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    for (lua_Integer i = first; i <= last; i++) {
        if (i > first) {
            total += separator_len;
            sandbox_charge(L, separator_len);
            luaL_addlstring(&b, separator, separator_len);
        }
        add_item(L, &b, i, &total);
    }
    luaL_pushresult(&b);
    return 1;
}

static int table_sort(lua_State *L)
{
    lua_Integer n = length(L, 1);
    luaL_argcheck(L, n <= SORT, 1, "too many items to sort");
    bool function = !lua_isnoneornil(L, 2);
    if (function)
        luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    order_sort(L, 1, n, function ? 2 : 0);
    return 0;
}

static int table_unpack(lua_State *L)
{
    lua_Integer n = length(L, 1), first = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, n);
    if (first > last)
        return 0;
    luaL_argcheck(L, first >= 1 && last - first < UNPACK, 3, "too many items to unpack");
    luaL_checkstack(L, (int)(last - first) + 1, "unpack");
    sandbox_charge(L, (size_t)(last - first) + 1);
    for (lua_Integer i = first; i <= last; i++)
        lua_geti(L, 1, i);
    return (int)(last - first) + 1;
}

void sandbox_open_table(lua_State *L)
{
    static const luaL_Reg functions[] = {{"insert", table_insert}, {"remove", table_remove}, {"concat", table_concat},
                                         {"sort", table_sort}, {"unpack", table_unpack}, {NULL, NULL}};
    luaL_newlib(L, functions);
    sandbox_freeze_table(L, "table");
    sandbox_define(L, "table");
}
