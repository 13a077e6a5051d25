#include "rules/rule_source.h"

#include <string.h>

#include "base/lua_scan.h"

static bool opens(const struct lua_scan *s)
{
    return lua_scan_is(s, "(") || lua_scan_is(s, "{") || lua_scan_is(s, "[");
}

static bool closes(const struct lua_scan *s)
{
    return lua_scan_is(s, ")") || lua_scan_is(s, "}") || lua_scan_is(s, "]");
}

/* Moves to the ',' or ';' or '}' that ends the member of the table. */
static void skip_member(struct lua_scan *s)
{
    int open = 0;
    while (s->token.type != LUA_TOKEN_END && s->token.type != LUA_TOKEN_BAD) {
        if (!open && (lua_scan_is(s, ",") || lua_scan_is(s, ";") || lua_scan_is(s, "}")))
            return;
        if (lua_scan_is(s, "function")) {
            lua_scan_skip_function(s);
            continue;
        }
        open += opens(s);
        open -= closes(s);
        lua_scan_next(s);
    }
}

/* Moves to the member after "return rule {"; false when there is no such thing. */
static bool find_rule(struct lua_scan *s)
{
    while (s->token.type != LUA_TOKEN_END && s->token.type != LUA_TOKEN_BAD) {
        if (lua_scan_is(s, "function")) {
            lua_scan_skip_function(s);
            continue;
        }
        bool found = lua_scan_is(s, "return");
        lua_scan_next(s);
        if (!found || !lua_scan_is(s, "rule"))
            continue;
        lua_scan_next(s);
        if (lua_scan_is(s, "("))
            lua_scan_next(s);
        if (!lua_scan_is(s, "{"))
            return false;
        lua_scan_next(s);
        return true;
    }
    return false;
}

char *rule_source_code(const char *source, size_t len, struct arena *arena)
{
    struct lua_scan s;
    char *out = arena_copy(arena, source, len);
    lua_scan_start(&s, source, len);
    if (!out || !find_rule(&s))
        return out;
    while (s.token.type != LUA_TOKEN_END && s.token.type != LUA_TOKEN_BAD && !lua_scan_is(&s, "}")) {
        bool code = lua_scan_is(&s, "check") || lua_scan_is(&s, "applies");
        const char *first = s.token.at;
        skip_member(&s);
        if (!lua_scan_is(&s, "}"))
            lua_scan_next(&s);
        if (!code)
            for (const char *p = first; p < s.token.at; p++)
                if (*p != '\n')
                    out[p - source] = ' ';
    }
    return out;
}
