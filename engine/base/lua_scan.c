#include "base/lua_scan.h"

#include <ctype.h>
#include <string.h>

static bool name_start(char c)
{
    return isalpha((unsigned char)c) || c == '_';
}

static bool name_part(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* At '[': the number of '=' when this opens a long bracket, else -1. */
static int long_bracket(const char *at, const char *end)
{
    const char *p = at + 1;
    while (p < end && *p == '=')
        p++;
    return p < end && *p == '[' ? (int)(p - at - 1) : -1;
}

/* Moves past a long bracket that opens at s->at; false when it never closes. */
static bool skip_long(struct lua_scan *s, int level)
{
    const char *p = s->at + level + 2;
    for (; p < s->end; p++) {
        if (*p == '\n')
            s->line++;
        if (*p != ']')
            continue;
        const char *q = p + 1;
        while (q < s->end && *q == '=')
            q++;
        if (q < s->end && *q == ']' && q - p - 1 == level) {
            s->at = q + 1;
            return true;
        }
        if (q > p + 1)
            p = q - 1;
    }
    s->at = s->end;
    return false;
}

/* At "--": false when a long comment never closes. */
static bool skip_comment(struct lua_scan *s)
{
    s->at += 2;
    if (s->at < s->end && *s->at == '[') {
        int level = long_bracket(s->at, s->end);
        if (level >= 0)
            return skip_long(s, level);
    }
    while (s->at < s->end && *s->at != '\n')
        s->at++;
    return true;
}

static bool skip_blank(struct lua_scan *s)
{
    while (s->at < s->end) {
        if (*s->at == '\n')
            s->line++;
        if (isspace((unsigned char)*s->at))
            s->at++;
        else if (s->end - s->at > 1 && s->at[0] == '-' && s->at[1] == '-') {
            if (!skip_comment(s))
                return false;
        } else
            return true;
    }
    return true;
}

static enum lua_token_type scan_quoted(struct lua_scan *s)
{
    char quote = *s->at++;
    while (s->at < s->end && *s->at != quote) {
        if (*s->at == '\n')
            return LUA_TOKEN_BAD;
        if (*s->at != '\\') {
            s->at++;
            continue;
        }
        if (++s->at == s->end)
            return LUA_TOKEN_BAD;
        bool skip = *s->at == 'z';
        if (*s->at == '\n')
            s->line++;
        s->at++;
        while (skip && s->at < s->end && isspace((unsigned char)*s->at))
            s->line += *s->at++ == '\n';
    }
    if (s->at == s->end)
        return LUA_TOKEN_BAD;
    s->at++;
    return LUA_TOKEN_TEXT;
}

static enum lua_token_type scan_number(struct lua_scan *s)
{
    const char *exponent = s->end - s->at > 1 && s->at[0] == '0' && (s->at[1] | 32) == 'x' ? "Pp" : "Ee";
    while (s->at < s->end && (name_part(*s->at) || *s->at == '.')) {
        bool sign_may_follow = strchr(exponent, *s->at) != NULL;
        s->at++;
        if (sign_may_follow && s->at < s->end && (*s->at == '+' || *s->at == '-'))
            s->at++;
    }
    return LUA_TOKEN_NUMBER;
}

static enum lua_token_type scan_symbol(struct lua_scan *s)
{
    char first = *s->at++;
    char second = s->at < s->end ? *s->at : '\0';
    if (!first || !strchr("+-*/%^#&~|<>=(){}[];:,.", first))
        return LUA_TOKEN_BAD;
    if (second == '=' ? strchr("=~<>", first) != NULL : second == first && strchr(".<>/:", first)) {
        s->at++;
        if (first == '.' && s->at < s->end && *s->at == '.')
            s->at++;
    }
    return LUA_TOKEN_SYMBOL;
}

static enum lua_token_type scan(struct lua_scan *s)
{
    char c = *s->at;
    if (name_start(c)) {
        while (s->at < s->end && name_part(*s->at))
            s->at++;
        return LUA_TOKEN_NAME;
    }
    if (c == '"' || c == '\'')
        return scan_quoted(s);
    if (isdigit((unsigned char)c) || (c == '.' && s->end - s->at > 1 && isdigit((unsigned char)s->at[1])))
        return scan_number(s);
    int level = c == '[' ? long_bracket(s->at, s->end) : -1;
    if (level >= 0)
        return skip_long(s, level) ? LUA_TOKEN_TEXT : LUA_TOKEN_BAD;
    return scan_symbol(s);
}

void lua_scan_next(struct lua_scan *s)
{
    bool closed = skip_blank(s);
    s->token = (struct lua_token){LUA_TOKEN_END, s->line, s->at, 0};
    if (!closed)
        s->token.type = LUA_TOKEN_BAD;
    else if (s->at < s->end)
        s->token.type = scan(s);
    s->token.len = (size_t)(s->at - s->token.at);
}

void lua_scan_start(struct lua_scan *s, const char *at, size_t len)
{
    *s = (struct lua_scan){.at = at, .end = at + len, .line = 1};
    if (len >= 3 && !memcmp(at, "\xEF\xBB\xBF", 3))
        s->at += 3;
    if (s->at < s->end && *s->at == '#')
        while (s->at < s->end && *s->at != '\n')
            s->at++;
    lua_scan_next(s);
}

bool lua_token_is(const struct lua_token *t, const char *word)
{
    return (t->type == LUA_TOKEN_NAME || t->type == LUA_TOKEN_SYMBOL) && *t->at == *word && strlen(word) == t->len &&
           !memcmp(t->at, word, t->len);
}

bool lua_scan_is(const struct lua_scan *s, const char *word)
{
    return lua_token_is(&s->token, word);
}

bool lua_scan_skip_function(struct lua_scan *s)
{
    /* `while` and `for` end with the `end` of their `do`; `repeat` ends with `until`. */
    int open = 1;
    if (lua_scan_is(s, "function"))
        lua_scan_next(s);
    for (; open > 0; lua_scan_next(s)) {
        if (s->token.type == LUA_TOKEN_END || s->token.type == LUA_TOKEN_BAD)
            return false;
        if (lua_scan_is(s, "function") || lua_scan_is(s, "if") || lua_scan_is(s, "do"))
            open++;
        else if (lua_scan_is(s, "end"))
            open--;
    }
    return true;
}

/* ---- the bytes of a text token ---- */

struct unescape {
    const char *at, *end;
    char *out;
};

static size_t write_utf8(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00 >> n) | c);
    return n;
}

static int hex_digit(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10 : -1;
}

/* \u{XXX} */
static bool unescape_unicode(struct unescape *u)
{
    uint32_t c = 0;
    if (u->at == u->end || *u->at++ != '{')
        return false;
    const char *first = u->at;
    for (; u->at < u->end && hex_digit(*u->at) >= 0 && c <= 0x10FFFF; u->at++)
        c = c * 16 + (uint32_t)hex_digit(*u->at);
    if (u->at == first || u->at == u->end || *u->at++ != '}' || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return false;
    u->out += write_utf8(c, u->out);
    return true;
}

static bool unescape_decimal(struct unescape *u, char first)
{
    int n = first - '0';
    for (int i = 0; i < 2 && u->at < u->end && isdigit((unsigned char)*u->at); i++)
        n = n * 10 + (*u->at++ - '0');
    *u->out++ = (char)n;
    return n < 256;
}

/* After a backslash. */
static bool unescape_one(struct unescape *u)
{
    static const char from[] = "abfnrtv\\\"'\n", to[] = "\a\b\f\n\r\t\v\\\"'\n";
    char c = *u->at++;
    const char *simple = c ? strchr(from, c) : NULL;
    if (simple)
        *u->out++ = to[simple - from];
    else if (c == 'z')
        while (u->at < u->end && isspace((unsigned char)*u->at))
            u->at++;
    else if (c == 'u')
        return unescape_unicode(u);
    else if (isdigit((unsigned char)c))
        return unescape_decimal(u, c);
    else if (c == 'x' && u->end - u->at >= 2 && hex_digit(u->at[0]) >= 0 && hex_digit(u->at[1]) >= 0) {
        *u->out++ = (char)(hex_digit(u->at[0]) * 16 + hex_digit(u->at[1]));
        u->at += 2;
    } else
        return false;
    return true;
}

static char *long_text(const struct lua_token *t, struct arena *arena, size_t *len)
{
    size_t edge = 2;
    while (t->at[edge - 1] == '=')
        edge++;
    const char *at = t->at + edge, *end = t->at + t->len - edge;
    if (at < end && *at == '\r')
        at++;
    if (at < end && *at == '\n')
        at++;
    *len = (size_t)(end - at);
    return arena_copy(arena, at, *len);
}

char *lua_token_text(const struct lua_token *t, struct arena *arena, size_t *len)
{
    if (*t->at == '[')
        return long_text(t, arena, len);
    struct unescape u = {t->at + 1, t->at + t->len - 1, NULL};
    char *text = arena_alloc(arena, t->len);
    u.out = text;
    if (!text)
        return NULL;
    while (u.at < u.end) {
        if (*u.at != '\\')
            *u.out++ = *u.at++;
        else if (u.at++, !unescape_one(&u))
            return NULL;
    }
    *len = (size_t)(u.out - text);
    *u.out = '\0';
    return text;
}

const struct lua_token *lua_scan_all(const char *at, size_t len, size_t max, size_t margin, struct arena *arena, size_t *end)
{
    struct lua_scan s;
    size_t count = 0;
    for (lua_scan_start(&s, at, len); s.token.type != LUA_TOKEN_END && count < max; lua_scan_next(&s))
        count++;
    struct lua_token *all = arena_array(arena, count + 2 * margin, sizeof *all);
    size_t n = margin;
    for (lua_scan_start(&s, at, len); all && n < count + margin; lua_scan_next(&s))
        all[n++] = s.token;
    *end = n;
    return all;
}
