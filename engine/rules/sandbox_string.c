/* string.format, lower, upper, sub, rep, len: bounded and charged. There are no Lua patterns. */
#include "rules/sandbox.h"

#include <stdio.h>
#include <string.h>

static int string_len(lua_State *L)
{
    size_t len;
    luaL_checklstring(L, 1, &len);
    lua_pushinteger(L, (lua_Integer)len);
    return 1;
}

/* Letters of ASCII only, so that no locale matters. */
static int change_case(lua_State *L, char first, char last)
{
    size_t len;
    const char *text = luaL_checklstring(L, 1, &len);
    sandbox_charge(L, len);
    luaL_Buffer b;
    char *out = luaL_buffinitsize(L, &b, len);
    for (size_t i = 0; i < len; i++)
        out[i] = text[i] >= first && text[i] <= last ? (char)(text[i] ^ 32) : text[i];
    luaL_pushresultsize(&b, len);
    return 1;
}

static int string_lower(lua_State *L)
{
    return change_case(L, 'A', 'Z');
}

static int string_upper(lua_State *L)
{
    return change_case(L, 'a', 'z');
}

static int string_sub(lua_State *L)
{
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    lua_Integer len = (lua_Integer)size, first = luaL_checkinteger(L, 2), last = luaL_optinteger(L, 3, -1);
    first = first < 0 ? (first < -len ? 1 : len + first + 1) : first ? first : 1;
    last = last < 0 ? (last < -len ? 0 : len + last + 1) : last > len ? len : last;
    if (first > last) {
        lua_pushliteral(L, "");
        return 1;
    }
    sandbox_charge(L, (size_t)(last - first) + 1);
    lua_pushlstring(L, text + first - 1, (size_t)(last - first) + 1);
    return 1;
}

static int string_rep(lua_State *L)
{
    size_t len, separator_len;
    const char *text = luaL_checklstring(L, 1, &len);
    lua_Integer n = luaL_checkinteger(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &separator_len);
    if (n < 0 || len + separator_len == 0)
        n = 0;
    if (n && (size_t)n > SANDBOX_TEXT / (len + separator_len))
        return luaL_error(L, "the repeated text is too long");
    sandbox_charge(L, (len + separator_len) * (size_t)n);
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    for (lua_Integer i = 0; i < n; i++) {
        if (i)
            luaL_addlstring(&b, separator, separator_len);
        luaL_addlstring(&b, text, len);
    }
    luaL_pushresult(&b);
    return 1;
}

/* One directive: flags, at most two digits of width and of precision. Returns what follows its letter. */
static const char *read_directive(lua_State *L, const char *at, char spec[16])
{
    size_t len = strspn(at, "-+ #0");
    size_t width = strspn(at + len, "0123456789");
    size_t dot = at[len + width] == '.';
    size_t precision = dot ? strspn(at + len + width + 1, "0123456789") : 0;
    size_t all = len + width + dot + precision;
    if (len > 3 || width > 2 || precision > 2)
        luaL_error(L, "a directive of format is too long");
    spec[0] = '%';
    memcpy(spec + 1, at, all);
    spec[1 + all] = '\0';
    return at + all;
}

static void format_text(lua_State *L, luaL_Buffer *b, const char *spec, int argument)
{
    size_t len;
    luaL_checkany(L, argument);
    const char *text = sandbox_text(L, argument, &len);
    sandbox_charge(L, len);
    if (spec[1])
        luaL_error(L, "%%s of format takes no width");
    (void)text;
    luaL_addvalue(b);
}

static void format_number(lua_State *L, luaL_Buffer *b, const char *spec, char letter, int argument)
{
    char full[24], out[512];
    int len;
    if (strchr("dixX", letter)) {
        snprintf(full, sizeof full, "%sll%c", spec, letter);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* built above from checked parts */
        len = snprintf(out, sizeof out, full, (long long)luaL_checkinteger(L, argument));
    } else {
        snprintf(full, sizeof full, "%s%c", spec, letter);
        len = snprintf(out, sizeof out, full, (double)luaL_checknumber(L, argument));
#pragma GCC diagnostic pop
    }
    luaL_addlstring(b, out, (size_t)len < sizeof out ? (size_t)len : sizeof out - 1);
}

static int string_format(lua_State *L)
{
    size_t len;
    const char *at = luaL_checklstring(L, 1, &len), *end = at + len;
    int argument = 1;
    luaL_Buffer b;
    sandbox_charge(L, len);
    luaL_buffinit(L, &b);
    while (at < end) {
        if (*at != '%') {
            luaL_addchar(&b, *at++);
            continue;
        }
        char spec[16];
        at = read_directive(L, at + 1, spec);
        char letter = *at++;
        if (letter == '%' && !spec[1])
            luaL_addchar(&b, '%');
        else if (letter == 's')
            format_text(L, &b, spec, ++argument);
        else if (letter && strchr("dixXfeEgG", letter))
            format_number(L, &b, spec, letter, ++argument);
        else
            return luaL_error(L, "format knows %%d %%x %%f %%e %%g %%s and %%%%");
        if (luaL_bufflen(&b) > SANDBOX_TEXT)
            return luaL_error(L, "the formatted text is too long");
    }
    luaL_pushresult(&b);
    return 1;
}

void sandbox_open_string(lua_State *L)
{
    static const luaL_Reg functions[] = {{"len", string_len}, {"lower", string_lower}, {"upper", string_upper},
                                         {"sub", string_sub}, {"rep", string_rep}, {"format", string_format},
                                         {NULL, NULL}};
    luaL_newlib(L, functions);
    sandbox_freeze_table(L, "string");
    /* For ("x"):rep(2): the metatable of texts, itself out of reach. */
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
    sandbox_define(L, "string");
}
