#include "rules/sandbox_match.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct kept {
    char *text;
    size_t len;
    pcre2_code *code;
};

struct patterns {
    pcre2_compile_context *compiling;
    pcre2_match_context *matching;
    pcre2_match_data *data;
    struct kept kept[MATCH_KEPT];
    size_t count;
};

/* PCRE2 calls this before every item of the pattern, so that work is counted by steps and not by time. */
static int on_step(pcre2_callout_block *step, void *context)
{
    struct sandbox *s = context;
    s->charge -= (int64_t)(1 + (step->subject_length - step->current_position) / MATCH_WORK);
    return s->charge < 0 || s->ticks >= s->tick_limit ? PCRE2_ERROR_CALLOUT : 0;
}

static pcre2_code *compile(pcre2_compile_context *context, const char *pattern, size_t len, char *message, size_t size)
{
    int error;
    PCRE2_SIZE offset;
    uint32_t options = PCRE2_UTF | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, len, options, &error, &offset, context);
    if (code)
        return code;
    PCRE2_UCHAR why[128];
    pcre2_get_error_message(error, why, sizeof why);
    snprintf(message, size, "%s (at byte %zu)", (const char *)why, (size_t)offset + 1);
    return NULL;
}

static pcre2_compile_context *compile_limits(void)
{
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    if (context) {
        pcre2_set_max_pattern_length(context, MATCH_PATTERN);
        pcre2_set_parens_nest_limit(context, 20);
    }
    return context;
}

static struct patterns *patterns_new(struct sandbox *s)
{
    struct patterns *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    p->compiling = compile_limits();
    p->matching = pcre2_match_context_create(NULL);
    p->data = pcre2_match_data_create(MATCH_GROUPS, NULL);
    if (!p->compiling || !p->matching || !p->data) {
        pcre2_compile_context_free(p->compiling);
        pcre2_match_context_free(p->matching);
        pcre2_match_data_free(p->data);
        free(p);
        return NULL;
    }
    pcre2_set_match_limit(p->matching, MATCH_STEPS);
    pcre2_set_depth_limit(p->matching, MATCH_DEPTH);
    pcre2_set_heap_limit(p->matching, MATCH_HEAP);
    pcre2_set_callout(p->matching, on_step, s);
    return p;
}

void sandbox_close_match(struct sandbox *s)
{
    struct patterns *p = s->patterns;
    if (!p)
        return;
    for (size_t i = 0; i < p->count; i++) {
        pcre2_code_free(p->kept[i].code);
        free(p->kept[i].text);
    }
    pcre2_compile_context_free(p->compiling);
    pcre2_match_context_free(p->matching);
    pcre2_match_data_free(p->data);
    free(p);
    s->patterns = NULL;
}

/* The compiled pattern. When the shelf is full the last place on it is used again. NULL: *message says why. */
static pcre2_code *fetch(struct patterns *p, const char *pattern, size_t len, char *message, size_t size)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->kept[i].len == len && !memcmp(p->kept[i].text, pattern, len))
            return p->kept[i].code;
    pcre2_code *code = compile(p->compiling, pattern, len, message, size);
    char *copy = code ? malloc(len + 1) : NULL;
    if (!copy) {
        if (code)
            snprintf(message, size, "out of memory");
        pcre2_code_free(code);
        return NULL;
    }
    memcpy(copy, pattern, len);
    copy[len] = '\0';
    if (p->count == MATCH_KEPT) {
        p->count--;
        pcre2_code_free(p->kept[p->count].code);
        free(p->kept[p->count].text);
    }
    p->kept[p->count++] = (struct kept){copy, len, code};
    return code;
}

static int match_failed(lua_State *L, int code)
{
    if (code == PCRE2_ERROR_CALLOUT)
        sandbox_charge(L, 0); /* raises: the budget or the time is gone */
    if (code == PCRE2_ERROR_MATCHLIMIT || code == PCRE2_ERROR_DEPTHLIMIT || code == PCRE2_ERROR_HEAPLIMIT)
        return luaL_error(L, "the pattern takes too many steps on this text; write it without nested repetition");
    PCRE2_UCHAR why[128];
    pcre2_get_error_message(code, why, sizeof why);
    return luaL_error(L, "pattern: %s", (const char *)why);
}

int match_find(lua_State *L, const char *text, size_t len, const char *pattern, size_t pattern_len,
               size_t groups[2 * MATCH_GROUPS])
{
    struct sandbox *s = sandbox_of(L);
    struct patterns *p = s->patterns;
    char message[200];
    if (!p && !(p = s->patterns = patterns_new(s)))
        return luaL_error(L, "out of memory");
    if (len > MATCH_TEXT)
        return luaL_error(L, "the text is too long to be matched");
    sandbox_charge(L, 100 + len / 8);
    pcre2_code *code = fetch(p, pattern, pattern_len, message, sizeof message);
    if (!code)
        return luaL_error(L, "pattern: %s", message);
    int count = pcre2_match(code, (PCRE2_SPTR)text, len, 0, 0, p->data, p->matching);
    if (count == PCRE2_ERROR_NOMATCH)
        return 0;
    if (count < 0)
        return match_failed(L, count);
    if (count == 0)
        count = MATCH_GROUPS; /* more groups than we keep */
    const PCRE2_SIZE *found = pcre2_get_ovector_pointer(p->data);
    memcpy(groups, found, sizeof *groups * 2 * (size_t)count);
    if (groups[0] > groups[1]) /* \K inside a lookahead can do this */
        groups[0] = groups[1];
    return count;
}

bool match_check(const char *pattern, size_t len, char *message, size_t size)
{
    pcre2_compile_context *context = compile_limits();
    pcre2_code *code = context ? compile(context, pattern, len, message, size) : NULL;
    bool good = code != NULL;
    pcre2_code_free(code);
    pcre2_compile_context_free(context);
    return good;
}

/* match(text, pattern): the groups as texts (false for one that took no part), or the whole match; nil for none. */
static int lua_match(lua_State *L)
{
    size_t len, pattern_len, groups[2 * MATCH_GROUPS] = {0};
    const char *text = luaL_checklstring(L, 1, &len), *pattern = luaL_checklstring(L, 2, &pattern_len);
    int count = match_find(L, text, len, pattern, pattern_len, groups);
    if (!count) {
        lua_pushnil(L);
        return 1;
    }
    int first = count > 1 ? 1 : 0;
    luaL_checkstack(L, count, "match");
    for (int i = first; i < count; i++)
        if (groups[2 * i] == SIZE_MAX)
            lua_pushboolean(L, 0);
        else
            lua_pushlstring(L, text + groups[2 * i], groups[2 * i + 1] - groups[2 * i]);
    return count - first;
}

/* find(text, pattern): the first and the last byte of the match, counted from 1; nil for none. */
static int lua_find(lua_State *L)
{
    size_t len, pattern_len, groups[2 * MATCH_GROUPS] = {0};
    const char *text = luaL_checklstring(L, 1, &len), *pattern = luaL_checklstring(L, 2, &pattern_len);
    if (!match_find(L, text, len, pattern, pattern_len, groups)) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, (lua_Integer)groups[0] + 1);
    lua_pushinteger(L, (lua_Integer)groups[1]);
    return 2;
}

void sandbox_open_match(lua_State *L)
{
    lua_pushcfunction(L, lua_match);
    sandbox_define(L, "match");
    lua_pushcfunction(L, lua_find);
    sandbox_define(L, "find");
}
