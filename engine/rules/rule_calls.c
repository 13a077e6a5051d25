#include "rules/rule_calls.h"

#include <string.h>

enum { TOKENS = 70000, USES = 2000, CALLS = 500, FIELDS = 40, VARIABLES = 200, MARGIN = 5 };

struct variable {
    const struct lua_token *name;
    const char *clause_type;
};

struct walk {
    struct arena *arena;
    const struct lua_token *at;  /* ends with a token of type END */
    size_t count;
    struct rule_calls *out;
    struct variable variables[VARIABLES];
    size_t variable_count;
};

static bool is(const struct lua_token *t, const char *word)
{
    return lua_token_is(t, word);
}

static bool is_name(const struct lua_token *t)
{
    return t->type == LUA_TOKEN_NAME;
}

static const char *text_of(struct walk *w, const struct lua_token *t)
{
    size_t len;
    return t->type == LUA_TOKEN_TEXT ? lua_token_text(t, w->arena, &len) : NULL;
}

static bool same(const struct lua_token *a, const struct lua_token *b)
{
    return a->len == b->len && !memcmp(a->at, b->at, a->len);
}

/* The literal argument of a call: f "x" or f("x"; NULL when there is none. */
static const struct lua_token *argument(const struct lua_token *after_name)
{
    const struct lua_token *t = is(after_name, "(") ? after_name + 1 : after_name;
    return t->type == LUA_TOKEN_TEXT ? t : NULL;
}

static void add_use(struct walk *w, enum named what, const char *name, uint32_t line, const char *type,
                    enum value_type term)
{
    if (name && w->out->use_count < USES)
        w->out->uses[w->out->use_count++] = (struct named_use){what, name, line, type, term};
}

/* ---- outcomes ---- */

/* The keys of the table that opens at t. */
static void read_fields(struct walk *w, const struct lua_token *t, struct outcome_call *c)
{
    int open = 0;
    c->fields = arena_array(w->arena, FIELDS, sizeof *c->fields);
    for (; c->fields && t->type != LUA_TOKEN_END; t++) {
        bool key = open == 1 && is_name(t) && is(t + 1, "=") && (is(t - 1, "{") || is(t - 1, ",") || is(t - 1, ";"));
        if (key && c->field_count < FIELDS)
            c->fields[c->field_count++] = arena_copy(w->arena, t->at, t->len);
        if (is(t, "{") || is(t, "("))
            open++;
        else if ((is(t, "}") || is(t, ")")) && --open == 0)
            return;
    }
}

static void read_outcome(struct walk *w, const struct lua_token *t)
{
    bool bracket = is(t + 1, "(");
    const struct lua_token *first = t + 1 + bracket;
    if (w->out->outcome_count == CALLS || (!bracket && first->type != LUA_TOKEN_TEXT))
        return;
    struct outcome_call *c = &w->out->outcomes[w->out->outcome_count++];
    c->line = t->line;
    c->literal = true;
    /* "late" alone; `cond and "late" or "early"` names both, and neither for sure. */
    bool alone = first->type == LUA_TOKEN_TEXT && (!bracket || is(first + 1, ",") || is(first + 1, ")"));
    c->message = alone ? text_of(w, first) : NULL;
    add_use(w, NAMED_MESSAGE, c->message, t->line, NULL, VALUE_NONE);
    int open = 0;
    const struct lua_token *p = first;
    for (; bracket && p->type != LUA_TOKEN_END && (open || (!is(p, ",") && !is(p, ")"))); p++)
        open += (is(p, "(") || is(p, "{")) - (is(p, ")") || is(p, "}"));
    if (!bracket || !is(p, ","))
        return;
    c->literal = is(p + 1, "{");
    if (c->literal)
        read_fields(w, p + 1, c);
}

/* ---- clauses and terms ---- */

static enum value_type term_method(const struct lua_token *t, bool *any)
{
    static const struct { const char *name; enum value_type type; } methods[] = {
        {"duration", VALUE_DURATION}, {"interval", VALUE_INTERVAL}, {"percent", VALUE_PERCENT},
        {"amount", VALUE_AMOUNT}, {"count", VALUE_COUNT}, {"date", VALUE_DATE}, {"flag", VALUE_BOOL},
        {"choice", VALUE_TEXT}};
    *any = is(t, "wording") || is(t, "passage");
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (is(t, methods[i].name))
            return methods[i].type;
    return VALUE_NONE;
}

/* The variable of `local x = s.contracts:clause "type"`, whose method call stands at t. */
static void note_variable(struct walk *w, const struct lua_token *t, const char *type)
{
    const struct lua_token *p = t;
    while (p > w->at && !is(p, "=") && p->line == t->line)
        p--;
    if (!is(p, "=") || p - w->at < 2 || !is(p - 2, "local") || w->variable_count == VARIABLES)
        return;
    w->variables[w->variable_count++] = (struct variable){p - 1, type};
}

/* The clause type of the variable before the ':' at t; NULL when two meanings were seen, or none. */
static const char *type_of(const struct walk *w, const struct lua_token *name)
{
    const char *type = NULL;
    for (size_t i = 0; i < w->variable_count; i++)
        if (same(w->variables[i].name, name)) {
            if (type && strcmp(type, w->variables[i].clause_type))
                return NULL;
            type = w->variables[i].clause_type;
        }
    return type;
}

/* x:method "name" with the method's name at t. */
static void read_method(struct walk *w, const struct lua_token *t)
{
    const struct lua_token *text = argument(t + 1);
    const char *name = text ? text_of(w, text) : NULL;
    bool any;
    enum value_type term = term_method(t, &any);
    if (!name)
        return;
    if (is(t, "clause") || is(t, "clauses")) {
        add_use(w, NAMED_CLAUSE, name, t->line, NULL, VALUE_NONE);
        if (is(t, "clause"))
            note_variable(w, t, name);
    } else if (is(t, "answer"))
        add_use(w, NAMED_QUESTION, name, t->line, NULL, VALUE_NONE);
    else if (is(t, "handles"))
        add_use(w, NAMED_ASSET, name, t->line, NULL, VALUE_NONE);
    else if (is(t, "says"))
        add_use(w, NAMED_PATTERN, name, t->line, NULL, VALUE_NONE);
    else if (term != VALUE_NONE || any)
        add_use(w, NAMED_TERM, name, t->line, is_name(t - 2) ? type_of(w, t - 2) : NULL, term);
}

/* match(x, "pattern") and find(x, "pattern"), when the second argument is literal. */
static void read_pattern(struct walk *w, const struct lua_token *t)
{
    int open = 0;
    for (const struct lua_token *p = t + 1; p->type != LUA_TOKEN_END; p++) {
        open += (is(p, "(") || is(p, "{")) - (is(p, ")") || is(p, "}"));
        if (!open)
            return;
        if (open == 1 && is(p, ",")) {
            if (p[1].type == LUA_TOKEN_TEXT && is(p + 2, ")"))
                add_use(w, NAMED_PATTERN, text_of(w, p + 1), p[1].line, NULL, VALUE_NONE);
            return;
        }
    }
}

/* ---- s and p ---- */

/* True if `word` means the same thing in the whole file: the parameter in this place of top-level functions. */
static bool unambiguous(const struct walk *w, const char *word, int place)
{
    int depth = 0;
    for (size_t i = 1; i < w->count; i++) {
        const struct lua_token *t = &w->at[i];
        if (is(t, "if") || is(t, "do") || is(t, "function"))
            depth++;
        else if (is(t, "end"))
            depth--;
        if (!is(t, word))
            continue;
        if (is(t - 1, "local") || is(t - 1, "for") || (is(t - 1, ",") && is(t + 1, "in")))
            return false;
        if (is(t + 1, "=") && !is(t - 1, ".") && !is(t - 1, "{") && !is(t - 1, ","))
            return false;
        bool first = is(t - 1, "(") && (is(t - 2, "function") || (is_name(t - 2) && is(t - 3, "function")));
        bool second = is(t - 1, ",") && is(t - 3, "(") && (is(t - 4, "function") || is(t - 5, "function"));
        if ((first || second) && (depth > 1 || (place == 0) != first))
            return false;
    }
    return true;
}

static void read_members(struct walk *w, const char *word, int place, enum named what)
{
    if (!unambiguous(w, word, place))
        return;
    for (size_t i = 1; i + 2 < w->count; i++) {
        const struct lua_token *t = &w->at[i];
        if (is(t, word) && !is(t - 1, ".") && !is(t - 1, ":") && (is(t + 1, ".") || is(t + 1, ":")) && is_name(t + 2))
            add_use(w, what, arena_copy(w->arena, t[2].at, t[2].len), t->line, NULL, VALUE_NONE);
    }
}

/* ---- the walk ---- */

static void measure_chains(struct walk *w)
{
    size_t links = 0;
    for (size_t i = MARGIN; i < w->count; i++) {
        const struct lua_token *t = &w->at[i];
        if (is(t, ".") || is(t, ":"))
            links++;
        else if (!is_name(t))
            links = 0;
        if (links > CALLS_CHAIN && !w->out->chain_line)
            w->out->chain_line = t->line;
    }
}

const struct rule_calls *rule_calls_read(const char *code, size_t len, struct arena *arena)
{
    struct walk *w = arena_alloc(arena, sizeof *w);
    struct rule_calls *out = arena_alloc(arena, sizeof *out);
    if (!w || !out)
        return NULL;
    w->arena = arena;
    w->out = out;
    out->outcomes = arena_array(arena, CALLS, sizeof *out->outcomes);
    out->uses = arena_array(arena, USES, sizeof *out->uses);
    if (!out->outcomes || !out->uses || !(w->at = lua_scan_all(code, len, TOKENS, MARGIN, arena, &w->count)))
        return NULL;
    for (size_t i = MARGIN; i < w->count; i++) {
        const struct lua_token *t = &w->at[i];
        bool member = is(t - 1, ".") || is(t - 1, ":");
        if (!is_name(t))
            continue;
        if (!member && (is(t, "fail") || is(t, "indeterminate") || is(t, "not_applicable")))
            read_outcome(w, t);
        else if (!member && (is(t, "match") || is(t, "find")) && is(t + 1, "("))
            read_pattern(w, t);
        else if (is(t - 1, ":"))
            read_method(w, t);
    }
    measure_chains(w);
    read_members(w, "s", 0, NAMED_SUBJECT);
    read_members(w, "p", 1, NAMED_PARAM);
    return out;
}
