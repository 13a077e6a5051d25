/* The basic functions, without those that reach outside, catch errors, or show addresses. */
#include "rules/sandbox.h"
#include "rules/sandbox_order.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- text of a value ---- */

static const char *text_of_number(lua_State *L, int index, size_t *len)
{
    lua_pushvalue(L, index);
    return lua_tolstring(L, -1, len);
}

/* Only userdata of our own have metatables with __tostring, and theirs never run rule code. */
static const char *text_of_userdata(lua_State *L, int index, size_t *len)
{
    if (luaL_callmeta(L, index, "__tostring"))
        return lua_tolstring(L, -1, len);
    lua_pushliteral(L, "userdata");
    return lua_tolstring(L, -1, len);
}

const char *sandbox_text(lua_State *L, int index, size_t *len)
{
    index = lua_absindex(L, index);
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        return text_of_number(L, index, len);
    case LUA_TSTRING:
        lua_pushvalue(L, index);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
        break;
    case LUA_TUSERDATA:
        return text_of_userdata(L, index, len);
    default:
        lua_pushstring(L, luaL_typename(L, index));
    }
    return lua_tolstring(L, -1, len);
}

static int base_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    sandbox_text(L, 1, NULL);
    return 1;
}

static int base_type(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

static int base_tonumber(lua_State *L)
{
    luaL_checkany(L, 1);
    size_t len;
    const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &len) : NULL;
    if (!lua_isnoneornil(L, 2))
        return luaL_error(L, "tonumber takes no base here");
    if (text) {
        sandbox_charge(L, len);
        if (lua_stringtonumber(L, text) != len + 1)
            lua_pushnil(L);
    } else if (lua_type(L, 1) == LUA_TNUMBER)
        lua_settop(L, 1);
    else
        lua_pushnil(L);
    return 1;
}

static int base_select(lua_State *L)
{
    int count = lua_gettop(L);
    if (lua_type(L, 1) == LUA_TSTRING && !strcmp(lua_tostring(L, 1), "#")) {
        lua_pushinteger(L, count - 1);
        return 1;
    }
    lua_Integer at = luaL_checkinteger(L, 1);
    if (at < 0)
        at += count;
    luaL_argcheck(L, at >= 1, 1, "out of range");
    sandbox_charge(L, (size_t)count);
    return at >= count ? 0 : count - (int)at;
}

static int base_error(lua_State *L)
{
    lua_settop(L, 1);
    if (lua_type(L, 1) != LUA_TSTRING) {
        sandbox_text(L, 1, NULL);
        lua_replace(L, 1);
    }
    luaL_where(L, 1);
    lua_insert(L, 1);
    sandbox_charge(L, lua_rawlen(L, 2));
    lua_concat(L, 2);
    return lua_error(L);
}

static int base_assert(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_toboolean(L, 1))
        return lua_gettop(L);
    if (lua_type(L, 2) == LUA_TSTRING)
        return luaL_error(L, "%s", lua_tostring(L, 2));
    return luaL_error(L, "assertion failed");
}

static int ipairs_next(lua_State *L)
{
    lua_Integer i = luaL_checkinteger(L, 2);
    i = luaL_intop(+, i, 1);
    lua_pushinteger(L, i);
    return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int base_ipairs(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushcfunction(L, ipairs_next);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

/* Upvalues: the table, its keys in order, how many were given out. */
static int pairs_next(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(3)) + 1;
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(3));
    if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL)
        return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, lua_upvalueindex(1));
    return 2;
}

static int base_pairs(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    order_keys(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, pairs_next, 3);
    return 1;
}

/* The least key greater than the given one: looks at all keys, and charges for that. */
static int base_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    if (!order_after(L, 1, 2))
        return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, 1);
    return 2;
}

void sandbox_open_base(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"type", base_type}, {"tostring", base_tostring}, {"tonumber", base_tonumber}, {"select", base_select},
        {"error", base_error}, {"assert", base_assert}, {"ipairs", base_ipairs}, {"pairs", base_pairs},
        {"next", base_next}, {NULL, NULL}};
    for (const luaL_Reg *f = functions; f->name; f++) {
        lua_pushcfunction(L, f->func);
        sandbox_define(L, f->name);
    }
}

/* ---- math: no random, and nothing whose last digit depends on the C library ---- */

static int math_floor_or_ceil(lua_State *L, bool up)
{
    if (lua_isinteger(L, 1)) {
        lua_settop(L, 1);
        return 1;
    }
    lua_Number n = up ? ceil(luaL_checknumber(L, 1)) : floor(luaL_checknumber(L, 1));
    lua_Integer i;
    if (lua_numbertointeger(n, &i))
        lua_pushinteger(L, i);
    else
        lua_pushnumber(L, n);
    return 1;
}

static int math_floor(lua_State *L)
{
    return math_floor_or_ceil(L, false);
}

static int math_ceil(lua_State *L)
{
    return math_floor_or_ceil(L, true);
}

static int math_abs(lua_State *L)
{
    if (lua_isinteger(L, 1)) {
        lua_Integer n = lua_tointeger(L, 1);
        lua_pushinteger(L, n < 0 ? luaL_intop(-, 0, n) : n);
    } else
        lua_pushnumber(L, fabs(luaL_checknumber(L, 1)));
    return 1;
}

static int math_extreme(lua_State *L, bool greatest)
{
    int best = 1, count = lua_gettop(L);
    luaL_checknumber(L, 1);
    sandbox_charge(L, (size_t)count);
    for (int i = 2; i <= count; i++) {
        luaL_checknumber(L, i);
        if (lua_compare(L, greatest ? best : i, greatest ? i : best, LUA_OPLT))
            best = i;
    }
    lua_pushvalue(L, best);
    return 1;
}

static int math_max(lua_State *L)
{
    return math_extreme(L, true);
}

static int math_min(lua_State *L)
{
    return math_extreme(L, false);
}

static int math_sqrt(lua_State *L)
{
    lua_pushnumber(L, sqrt(luaL_checknumber(L, 1))); /* exact by IEEE 754 */
    return 1;
}

static int math_tointeger(lua_State *L)
{
    int is_integer;
    lua_Integer n = lua_tointegerx(L, 1, &is_integer);
    if (is_integer)
        lua_pushinteger(L, n);
    else
        lua_pushnil(L);
    return 1;
}

static int math_type(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_type(L, 1) != LUA_TNUMBER)
        lua_pushnil(L);
    else
        lua_pushstring(L, lua_isinteger(L, 1) ? "integer" : "float");
    return 1;
}

void sandbox_open_math(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"floor", math_floor}, {"ceil", math_ceil}, {"abs", math_abs}, {"max", math_max}, {"min", math_min},
        {"sqrt", math_sqrt}, {"tointeger", math_tointeger}, {"type", math_type}, {NULL, NULL}};
    luaL_newlib(L, functions);
    lua_pushnumber(L, (lua_Number)HUGE_VAL);
    lua_setfield(L, -2, "huge");
    lua_pushinteger(L, LUA_MAXINTEGER);
    lua_setfield(L, -2, "maxinteger");
    lua_pushinteger(L, LUA_MININTEGER);
    lua_setfield(L, -2, "mininteger");
    sandbox_freeze_table(L, "math");
    sandbox_define(L, "math");
}
