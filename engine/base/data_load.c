#include "base/data_load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/lua_scan.h"
#include "base/text.h"
#include "base/value.h"

enum { LOCALS = 100 };

struct local {
    const char *name;
    struct data value; /* type DATA_FUNCTION with no source: a value that is no plain data */
};

struct reader {
    struct lua_scan scan;
    struct arena *arena;
    struct fault *fault;
    const char *file;
    bool functions;
    int depth;
    struct local locals[LOCALS];
    size_t local_count;
};

/* Table members while they are read, newest first. */
struct member {
    struct data value;
    struct member *before;
};

static bool read_value(struct reader *r, struct data *out);

static bool refuse(struct reader *r, enum fault_id id, const char *a, const char *b)
{
    fault_set(r->fault, id, a, b);
    fault_where(r->fault, r->file, r->scan.token.line);
    return false;
}

static bool no_memory(struct reader *r)
{
    return refuse(r, FAULT_MEMORY, NULL, NULL);
}

/* The current token as a message shows it. */
static bool expected(struct reader *r, const char *what)
{
    const struct lua_token *t = &r->scan.token;
    char shown[48];
    size_t len = text_cut(t->at, t->len, sizeof shown - 1);
    memcpy(shown, t->at, len);
    shown[len] = '\0';
    return refuse(r, FAULT_DATA_SYNTAX, what, t->type == LUA_TOKEN_END ? "end of file" : shown);
}

static bool take(struct reader *r, const char *symbol)
{
    if (!lua_scan_is(&r->scan, symbol))
        return expected(r, symbol);
    lua_scan_next(&r->scan);
    return true;
}

static char *token_name(struct reader *r)
{
    return arena_copy(r->arena, r->scan.token.at, r->scan.token.len);
}

static bool is_keyword(const struct lua_token *t)
{
    static const char *const words[] = {"and", "break", "do", "else", "elseif", "end", "for", "function", "goto", "if",
                                        "in", "local", "not", "or", "repeat", "return", "then", "until", "while", NULL};
    for (const char *const *w = words; *w; w++)
        if (lua_token_is(t, *w))
            return true;
    return false;
}

static bool read_text(struct reader *r, struct data *out)
{
    size_t len = 0;
    char *text = lua_token_text(&r->scan.token, r->arena, &len);
    if (!text || !text_is_utf8(text, len))
        return expected(r, "a text in UTF-8 with escapes that Lua knows");
    out->type = DATA_TEXT;
    out->as.text.at = text;
    out->as.text.len = len;
    lua_scan_next(&r->scan);
    return true;
}

static bool read_number(struct reader *r, bool negative, struct data *out)
{
    const struct lua_token *t = &r->scan.token;
    char copy[40];
    if (t->len >= sizeof copy)
        return expected(r, "a number");
    memcpy(copy, t->at, t->len);
    copy[t->len] = '\0';
    char *end;
    errno = 0;
    long long n = strtoll(copy, &end, copy[0] == '0' && (copy[1] | 32) == 'x' ? 16 : 10);
    if (!*end && !errno) {
        out->type = DATA_INT;
        out->as.integer = negative ? -n : n;
    } else if (value_parse_number(copy, t->len, &out->as.number)) {
        out->type = DATA_NUMBER;
        if (negative)
            out->as.number = -out->as.number;
    } else
        return expected(r, "a number with at most four decimals");
    lua_scan_next(&r->scan);
    return true;
}

/* ---- tables ---- */

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct data *)a)->key, ((const struct data *)b)->key);
}

static bool flatten(struct reader *r, const struct member *newest, size_t named, size_t items, struct data *out)
{
    struct data *all = arena_array(r->arena, named + items + 1, sizeof *all);
    if (!all)
        return no_memory(r);
    size_t n = named, i = named + items;
    for (const struct member *m = newest; m; m = m->before)
        all[m->value.key ? --n : --i] = m->value;
    qsort(all, named, sizeof *all, by_key);
    for (size_t k = 1; k < named; k++)
        if (!strcmp(all[k - 1].key, all[k].key)) {
            uint32_t last = all[k].line > all[k - 1].line ? all[k].line : all[k - 1].line;
            fault_set(r->fault, FAULT_DATA_TWICE, all[k].key);
            fault_where(r->fault, r->file, last);
            return false;
        }
    out->type = DATA_TABLE;
    out->as.table.members = all;
    out->as.table.named = named;
    out->as.table.items = items;
    return true;
}

/* The key and '=' of a named member; *key is NULL when a list item follows. */
static bool read_key(struct reader *r, const char **key)
{
    *key = NULL;
    struct lua_scan ahead = r->scan;
    if (lua_scan_is(&r->scan, "[")) {
        lua_scan_next(&r->scan);
        struct data text;
        if (r->scan.token.type != LUA_TOKEN_TEXT)
            return expected(r, "a text as key");
        if (!read_text(r, &text) || !take(r, "]") || !take(r, "="))
            return false;
        *key = text.as.text.at;
        return true;
    }
    if (ahead.token.type != LUA_TOKEN_NAME || is_keyword(&ahead.token))
        return true;
    lua_scan_next(&ahead);
    if (!lua_scan_is(&ahead, "="))
        return true;
    *key = token_name(r);
    lua_scan_next(&r->scan);
    lua_scan_next(&r->scan);
    return *key || no_memory(r);
}

static bool read_table(struct reader *r, struct data *out)
{
    struct member *newest = NULL;
    size_t named = 0, items = 0;
    if (!take(r, "{"))
        return false;
    if (++r->depth > DATA_DEPTH)
        return refuse(r, FAULT_DATA_DEPTH, "32", NULL);
    while (!lua_scan_is(&r->scan, "}")) {
        struct member *m = arena_alloc(r->arena, sizeof *m);
        if (!m)
            return no_memory(r);
        const char *key;
        uint32_t line = r->scan.token.line;
        if (!read_key(r, &key) || !read_value(r, &m->value))
            return false;
        m->value.key = key;
        m->value.line = line;
        if (m->value.type == DATA_NULL && !key)
            return refuse(r, FAULT_DATA_SYNTAX, "a list item", "nil");
        if (m->value.type != DATA_NULL) {
            m->before = newest;
            newest = m;
            *(key ? &named : &items) += 1;
        }
        if (!lua_scan_is(&r->scan, ",") && !lua_scan_is(&r->scan, ";")) {
            if (!lua_scan_is(&r->scan, "}"))
                return expected(r, ", or }");
            break;
        }
        lua_scan_next(&r->scan);
    }
    r->depth--;
    lua_scan_next(&r->scan);
    return flatten(r, newest, named, items, out);
}

/* ---- names ---- */

static const struct local *find_local(const struct reader *r, const char *name)
{
    for (size_t i = r->local_count; i > 0; i--)
        if (!strcmp(r->locals[i - 1].name, name))
            return &r->locals[i - 1];
    return NULL;
}

/* `name { ... }`, `name "text"`, `name(value)`: a table with the name as its tag. */
static bool read_call(struct reader *r, const char *name, struct data *out)
{
    static const char *const tags[] = {"pack", "policy", "lock", "rule", "vocabulary", "integer", "number", "flag", "choice",
                                       "list", "duration", "interval", "percent", "amount", "count", "date", NULL};
    size_t count = sizeof tags / sizeof *tags - 1, at = 0;
    while (at < count && strcmp(tags[at], name))
        at++;
    if (at == count) {
        const char *near = text_suggest(name, tags, count);
        return refuse(r, near ? FAULT_DATA_NAME_NEAR : FAULT_DATA_NAME, name, near);
    }
    bool bracket = lua_scan_is(&r->scan, "(");
    struct data *value = arena_array(r->arena, 2, sizeof *value);
    if (!value)
        return no_memory(r);
    if (bracket)
        lua_scan_next(&r->scan);
    value->file = r->file;
    value->line = r->scan.token.line;
    if (!read_value(r, value) || (bracket && !take(r, ")")))
        return false;
    if (value->type == DATA_TABLE)
        *out = *value;
    else {
        out->type = DATA_TABLE;
        out->as.table.members = value;
        out->as.table.named = 0;
        out->as.table.items = 1;
    }
    out->as.table.tag = tags[at];
    return true;
}

static bool read_name(struct reader *r, struct data *out)
{
    uint32_t line = r->scan.token.line;
    const char *name = token_name(r);
    if (!name)
        return no_memory(r);
    const struct local *local = find_local(r, name);
    lua_scan_next(&r->scan);
    if (!local && (lua_scan_is(&r->scan, "{") || lua_scan_is(&r->scan, "(") || r->scan.token.type == LUA_TOKEN_TEXT))
        return read_call(r, name, out);
    if (!local)
        return refuse(r, FAULT_DATA_NAME, name, NULL);
    *out = local->value;
    out->line = line;
    while (lua_scan_is(&r->scan, ".")) {
        lua_scan_next(&r->scan);
        const char *key = token_name(r);
        const struct data *found = key && out->type == DATA_TABLE ? data_get(out, key) : NULL;
        if (!found)
            return expected(r, "the name of a member");
        *out = *found;
        lua_scan_next(&r->scan);
    }
    if (out->type == DATA_FUNCTION && !out->as.text.at)
        return refuse(r, FAULT_DATA_CODE, name, NULL);
    return true;
}

/* ---- values ---- */

static bool read_function(struct reader *r, struct data *out)
{
    if (!r->functions)
        return refuse(r, FAULT_DATA_FUNCTION, NULL, NULL);
    out->type = DATA_FUNCTION;
    out->as.text.at = r->scan.token.at;
    const struct lua_token start = r->scan.token;
    /* The end of the body is where the token after it begins, less the blanks between; the exact end is not needed. */
    if (!lua_scan_skip_function(&r->scan)) {
        r->scan.token = start;
        return expected(r, "the end of this function");
    }
    out->as.text.len = (size_t)(r->scan.token.at - out->as.text.at);
    return true;
}

static bool read_simple(struct reader *r, struct data *out)
{
    static const struct { const char *word; enum data_type type; bool flag; } words[] = {
        {"nil", DATA_NULL, false}, {"true", DATA_BOOL, true}, {"false", DATA_BOOL, false}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lua_scan_is(&r->scan, words[i].word)) {
            out->type = words[i].type;
            out->as.flag = words[i].flag;
            lua_scan_next(&r->scan);
            return true;
        }
    const struct lua_token *t = &r->scan.token;
    if (t->type == LUA_TOKEN_TEXT)
        return read_text(r, out);
    if (t->type == LUA_TOKEN_NUMBER)
        return read_number(r, false, out);
    if (lua_token_is(t, "{"))
        return read_table(r, out);
    if (lua_token_is(t, "function"))
        return read_function(r, out);
    if (t->type == LUA_TOKEN_NAME && !is_keyword(t))
        return read_name(r, out);
    if (!lua_token_is(t, "-"))
        return expected(r, "a value");
    lua_scan_next(&r->scan);
    if (r->scan.token.type != LUA_TOKEN_NUMBER)
        return expected(r, "a number");
    return read_number(r, true, out);
}

/* Adds the text that follows `..`. */
static bool join(struct reader *r, struct data *out)
{
    struct data more = {.type = DATA_NULL};
    if (out->type != DATA_TEXT)
        return refuse(r, FAULT_DATA_SYNTAX, "a text before ..", "another value");
    lua_scan_next(&r->scan);
    if (!read_simple(r, &more))
        return false;
    if (more.type != DATA_TEXT)
        return refuse(r, FAULT_DATA_SYNTAX, "a text after ..", "another value");
    size_t len = out->as.text.len + more.as.text.len;
    char *text = arena_alloc(r->arena, len + 1);
    if (!text)
        return no_memory(r);
    memcpy(text, out->as.text.at, out->as.text.len);
    memcpy(text + out->as.text.len, more.as.text.at, more.as.text.len);
    out->as.text.at = text;
    out->as.text.len = len;
    return true;
}

static bool read_value(struct reader *r, struct data *out)
{
    *out = (struct data){.type = DATA_NULL, .file = r->file, .line = r->scan.token.line};
    if (!read_simple(r, out))
        return false;
    while (lua_scan_is(&r->scan, ".."))
        if (!join(r, out))
            return false;
    return true;
}

/* ---- statements ---- */

/* Moves to the next statement that begins with `local` or `return` outside of any bracket or body. */
static void skip_code(struct reader *r)
{
    struct lua_scan *s = &r->scan;
    int open = 0;
    for (; s->token.type != LUA_TOKEN_END && s->token.type != LUA_TOKEN_BAD; lua_scan_next(s)) {
        if (!open && (lua_scan_is(s, "local") || lua_scan_is(s, "return")))
            return;
        if (lua_scan_is(s, "(") || lua_scan_is(s, "{") || lua_scan_is(s, "[") || lua_scan_is(s, "function") ||
            lua_scan_is(s, "if") || lua_scan_is(s, "do"))
            open++;
        else if (open && (lua_scan_is(s, ")") || lua_scan_is(s, "}") || lua_scan_is(s, "]") || lua_scan_is(s, "end")))
            open--;
    }
}

static bool at_statement(const struct reader *r)
{
    return lua_scan_is(&r->scan, "local") || lua_scan_is(&r->scan, "return") || r->scan.token.type == LUA_TOKEN_END;
}

/* The value after `local name =`. In a rule file it may be code, which functions may use and the declaration not. */
static bool read_local_value(struct reader *r, struct data *out)
{
    struct lua_scan before = r->scan;
    struct fault aside = {.id = FAULT_NONE}, *kept = r->fault;
    if (r->functions)
        r->fault = &aside;
    bool plain = read_value(r, out) && at_statement(r);
    r->fault = kept;
    if (plain)
        return true;
    if (!r->functions)
        return kept->id ? false : expected(r, "local or return");
    r->scan = before;
    r->depth = 0;
    *out = (struct data){.type = DATA_FUNCTION, .file = r->file, .line = before.token.line};
    skip_code(r);
    return true;
}

static bool read_local(struct reader *r)
{
    lua_scan_next(&r->scan);
    if (r->local_count == LOCALS)
        return refuse(r, FAULT_LIMIT, "local", "100");
    struct local *l = &r->locals[r->local_count];
    bool function = r->functions && lua_scan_is(&r->scan, "function");
    if (function)
        lua_scan_next(&r->scan);
    if (r->scan.token.type != LUA_TOKEN_NAME || is_keyword(&r->scan.token))
        return expected(r, "a name");
    l->name = token_name(r);
    if (!l->name)
        return no_memory(r);
    lua_scan_next(&r->scan);
    if (function) {
        l->value = (struct data){.file = r->file, .line = r->scan.token.line};
        if (!read_function(r, &l->value))
            return false;
    } else if (!take(r, "=") || !read_local_value(r, &l->value))
        return false;
    r->local_count++;
    return true;
}

static bool read_file(struct reader *r, struct data *out)
{
    while (lua_scan_is(&r->scan, "local"))
        if (!read_local(r))
            return false;
    if (!take(r, "return") || !read_value(r, out))
        return false;
    if (lua_scan_is(&r->scan, ";"))
        lua_scan_next(&r->scan);
    return r->scan.token.type == LUA_TOKEN_END || expected(r, "the end of the file");
}

const struct data *data_read(const char *name, const char *at, size_t len, bool functions, struct arena *arena,
                             struct fault *f)
{
    struct reader *r = arena_alloc(arena, sizeof *r);
    struct data *out = arena_alloc(arena, sizeof *out);
    char *source = arena_copy(arena, at, len);
    if (!r || !out || !source) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    *r = (struct reader){.arena = arena, .fault = f, .functions = functions};
    r->file = arena_copy(arena, name, strlen(name));
    lua_scan_start(&r->scan, source, len);
    if (!r->file || !read_file(r, out)) {
        fault_set(f, FAULT_MEMORY); /* keeps the first fault, if there is one */
        return NULL;
    }
    return out;
}

const struct data *data_load(const char *path, struct arena *arena, struct fault *f)
{
    struct buffer text;
    buffer_init(&text, DATA_FILE_BYTES);
    const struct data *out = NULL;
    if (!file_read(AT_FDCWD, path, path, DATA_FILE_BYTES, &text, f))
        out = data_read(path, text.at ? text.at : "", text.len, false, arena, f);
    buffer_free(&text);
    return out;
}
