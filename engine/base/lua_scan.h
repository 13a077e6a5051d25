/* Splits Lua 5.4 source into tokens (reference manual 3.1).
 *
 * Used to read declarations as plain data and to look for mistakes in rule code without running any of it. Tokens
 * borrow from the source. */
#ifndef KIJUN_BASE_LUA_SCAN_H
#define KIJUN_BASE_LUA_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum lua_token_type { LUA_TOKEN_END, LUA_TOKEN_NAME, LUA_TOKEN_TEXT, LUA_TOKEN_NUMBER, LUA_TOKEN_SYMBOL, LUA_TOKEN_BAD };

struct lua_token {
    enum lua_token_type type;
    uint32_t line;      /* on which it begins */
    const char *at;     /* as written, quotes included */
    size_t len;
};

struct lua_scan {
    const char *at, *end;
    uint32_t line;
    struct lua_token token; /* the current one */
};

/* Starts at the first token. A first line that begins with '#' is passed over, as Lua does. */
void lua_scan_start(struct lua_scan *s, const char *at, size_t len);
void lua_scan_next(struct lua_scan *s);
/* All tokens, with `margin` empty ones (LUA_TOKEN_END) in front and behind, so that looking a few places around is always
 * allowed: the first is at [margin], the last before [*end]. At most `max` are read. NULL: out of memory. */
const struct lua_token *lua_scan_all(const char *at, size_t len, size_t max, size_t margin, struct arena *arena, size_t *end);
/* True if the current token is this name, keyword or symbol. */
bool lua_scan_is(const struct lua_scan *s, const char *word);
bool lua_token_is(const struct lua_token *t, const char *word);
/* The bytes that a TEXT token stands for, escapes resolved, NUL-terminated; NULL if an escape is wrong or memory out. */
char *lua_token_text(const struct lua_token *t, struct arena *arena, size_t *len);
/* With the current token at `function` (or at its parameter list): passes over the body, to the token after its `end`.
 * false when the source ends first. */
bool lua_scan_skip_function(struct lua_scan *s);

#endif
