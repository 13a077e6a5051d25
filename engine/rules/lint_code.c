/* The code of a rule: what it never uses, and what it compares in vain. Looks at tokens, so what is computed is left out. */
#include <string.h>

#include "base/lua_scan.h"
#include "base/text.h"
#include "documents/schema.h"
#include "rules/linting.h"
#include "rules/rule_calls.h"
#include "rules/rule_source.h"

enum { TOKENS = 70000, MARGIN = 6, LOCALS = 200, KINDS = 64, WORDS = 200 };

/* What an operand is, as far as == can tell. */
enum sort { SORT_UNKNOWN, SORT_NUMBER, SORT_TEXT, SORT_FLAG, SORT_LIST, SORT_VALUE /* a date, a duration ..., a term */ };

struct code {
    struct linting *l;
    const struct lua_token *at;
    size_t end;
    struct { const struct lua_token *name; enum sort sort; } locals[LOCALS];
    size_t local_count;
};

static bool is(const struct lua_token *t, const char *word)
{
    return lua_token_is(t, word);
}

static bool is_one(const struct lua_token *t, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (is(t, words[i]))
            return true;
    return false;
}

static const char *text_of(struct code *c, const struct lua_token *t)
{
    size_t len;
    char *text = t->type == LUA_TOKEN_TEXT ? lua_token_text(t, c->l->scratch, &len) : NULL;
    return text ? text : "";
}

/* ---- unused names ---- */

static bool says_text(struct code *c, const char *text)
{
    for (size_t i = MARGIN; i < c->end; i++)
        if (c->at[i].type == LUA_TOKEN_TEXT && !strcmp(text_of(c, &c->at[i]), text))
            return true;
    return false;
}

static bool reads_member(struct code *c, const char *name)
{
    for (size_t i = MARGIN; i < c->end; i++)
        if (is(&c->at[i], name) && is(&c->at[i - 1], "."))
            return true;
    return says_text(c, name);
}

static uint32_t line_of(const struct rule *r, const char *table, const char *key)
{
    const struct data *d = data_get(data_get(r->declared, table), key);
    return d ? d->line : r->declared->line;
}

static void check_unused(struct code *c)
{
    const struct rule *r = c->l->rule;
    for (size_t i = 0; i < r->info.message_count; i++)
        if (!says_text(c, r->info.messages[i].id))
            lint_say(c->l->out, r->file, line_of(r, "messages", r->info.messages[i].id), FAULT_LINT_MESSAGE_UNUSED,
                     r->info.id, r->info.messages[i].id);
    for (size_t i = 0; i < r->info.param_count; i++)
        if (!reads_member(c, r->info.params[i].name))
            lint_say(c->l->out, r->file, line_of(r, "params", r->info.params[i].name), FAULT_LINT_PARAM_UNUSED,
                     r->info.id, r->info.params[i].name);
}

/* A message with which a rule fails says what to do about it. */
static void check_advice(struct code *c)
{
    const struct rule *r = c->l->rule;
    for (size_t i = MARGIN; i < c->end; i++) {
        const struct lua_token *t = &c->at[i];
        if (!is(t, "fail") || is(t - 1, "."))
            continue;
        const char *message = text_of(c, is(t + 1, "(") ? t + 2 : t + 1);
        for (size_t m = 0; m < r->info.message_count; m++)
            if (!strcmp(r->info.messages[m].id, message) && !r->info.messages[m].advice[LANGUAGE_EN])
                lint_say(c->l->out, r->file, line_of(r, "messages", message), FAULT_LINT_ADVICE, r->info.id, message);
    }
}

/* ---- what operands are ---- */

static bool is_maker(const struct lua_token *t)
{
    static const char *const makers[] = {"hours", "days", "business_days", "weeks", "months", "years", "percent", "amount",
                                         "date", NULL};
    return t->type == LUA_TOKEN_NAME && !is(t - 1, ".") && !is(t - 1, ":") && is_one(t, makers);
}

static bool is_term_method(const struct lua_token *t)
{
    static const char *const methods[] = {"duration", "interval", "percent", "amount", "count", "date", "flag", "choice", NULL};
    return is(t - 1, ":") && is_one(t, methods);
}

/* local x = clause:duration "report-within" */
static void note_locals(struct code *c)
{
    for (size_t i = MARGIN; i < c->end; i++) {
        const struct lua_token *t = &c->at[i], *name = t - 4;
        bool term = is_term_method(t) && (t[1].type == LUA_TOKEN_TEXT || (is(t + 1, "(") && t[2].type == LUA_TOKEN_TEXT));
        bool ends = is(t + 1, "(") ? !is(t + 4, ".") && !is(t + 4, ":") : !is(t + 2, ".") && !is(t + 2, ":");
        if (term && ends && t[-2].type == LUA_TOKEN_NAME && is(t - 3, "=") && is(t - 5, "local") && c->local_count < LOCALS) {
            c->locals[c->local_count].name = name;
            c->locals[c->local_count++].sort = SORT_VALUE;
        }
    }
}

/* A name that is given another meaning somewhere is left alone. */
static bool ambiguous(const struct code *c, const struct lua_token *name)
{
    size_t made = 0;
    for (size_t i = MARGIN; i < c->end; i++) {
        const struct lua_token *t = &c->at[i];
        bool same = t->type == LUA_TOKEN_NAME && t->len == name->len && !memcmp(t->at, name->at, t->len);
        bool member = is(t - 1, ".") || is(t - 1, ":") || is(t - 1, "{");
        made += same && !member && (is(t + 1, "=") || is(t - 1, "local") || is(t - 1, "for") || is(t + 1, "in"));
        made += same && !member && is(t - 1, "(") && is(t - 2, "function");
    }
    return made > 1;
}

static enum sort sort_of_local(const struct code *c, const struct lua_token *name)
{
    for (size_t i = 0; i < c->local_count; i++) {
        const struct lua_token *t = c->locals[i].name;
        if (t->len == name->len && !memcmp(t->at, name->at, t->len) && !ambiguous(c, name))
            return c->locals[i].sort;
    }
    return SORT_UNKNOWN;
}

static enum sort sort_of_param(const struct rule *r, const struct lua_token *name)
{
    static const enum sort sorts[PARAM_TYPES] = {
        [PARAM_INTEGER] = SORT_NUMBER, [PARAM_NUMBER] = SORT_NUMBER, [PARAM_FLAG] = SORT_FLAG, [PARAM_CHOICE] = SORT_TEXT,
        [PARAM_LIST] = SORT_LIST, [PARAM_DURATION] = SORT_VALUE, [PARAM_PERCENT] = SORT_VALUE, [PARAM_AMOUNT] = SORT_VALUE};
    for (size_t i = 0; i < r->info.param_count; i++)
        if (is(name, r->info.params[i].name))
            return sorts[r->params[i].type];
    return SORT_UNKNOWN;
}

static enum sort sort_of_field(const struct field *f)
{
    switch (f->type) {
    case FIELD_TRI:
        return SORT_FLAG;
    case FIELD_COUNT:
        return SORT_NUMBER;
    case FIELD_DATE: case FIELD_INSTANT: case FIELD_PERCENT: case FIELD_DURATION: case FIELD_INTERVAL:
        return SORT_VALUE;
    case FIELD_VALUE:
        return SORT_UNKNOWN;
    default:
        return SORT_TEXT;
    }
}

static bool names_field(const struct field *f, const struct lua_token *t)
{
    size_t i = 0;
    for (; f->name[i] && i < t->len; i++)
        if ((f->name[i] == '-' ? '_' : f->name[i]) != t->at[i])
            return false;
    return !f->name[i] && i == t->len;
}

static enum sort sort_of_subject(const struct lua_token *name)
{
    if (is(name, "as_of"))
        return SORT_VALUE;
    if (is(name, "lone"))
        return SORT_FLAG;
    if (is(name, "risk"))
        return SORT_NUMBER;
    for (const struct field *f = kind_supplier.fields; f->name; f++)
        if (names_field(f, name))
            return sort_of_field(f);
    return SORT_UNKNOWN;
}

static enum sort sort_of_literal(const struct lua_token *t)
{
    if (t->type == LUA_TOKEN_NUMBER)
        return SORT_NUMBER;
    if (t->type == LUA_TOKEN_TEXT)
        return SORT_TEXT;
    return is(t, "true") || is(t, "false") ? SORT_FLAG : SORT_UNKNOWN;
}

/* An operand stands alone when what is around it binds less than ==. */
static bool begins(const struct lua_token *before)
{
    static const char *const words[] = {"(", "and", "or", "return", "if", "elseif", "while", "until", "=", ",", "{", ";", NULL};
    return is_one(before, words);
}

static bool ends(const struct lua_token *after)
{
    static const char *const words[] = {")", "and", "or", "then", "end", "do", ",", "}", ";", "return", "local", "if", NULL};
    return is_one(after, words);
}

/* The operand that ends before the operator. */
static enum sort sort_before(const struct code *c, const struct lua_token *op)
{
    const struct lua_token *t = op - 1;
    if (sort_of_literal(t) && begins(t - 1))
        return sort_of_literal(t);
    if (t->type != LUA_TOKEN_NAME)
        return SORT_UNKNOWN;
    if (begins(t - 1))
        return sort_of_local(c, t);
    if (is(t - 1, ".") && begins(t - 3))
        return is(t - 2, "p") ? sort_of_param(c->l->rule, t) : is(t - 2, "s") ? sort_of_subject(t) : SORT_UNKNOWN;
    return SORT_UNKNOWN;
}

static enum sort sort_after(const struct code *c, const struct lua_token *op)
{
    const struct lua_token *t = op + 1;
    if (is_maker(t))
        return SORT_VALUE;
    if (sort_of_literal(t) && ends(t + 1))
        return sort_of_literal(t);
    if (t->type != LUA_TOKEN_NAME)
        return SORT_UNKNOWN;
    if (ends(t + 1))
        return sort_of_local(c, t);
    if (is(t + 1, ".") && ends(t + 3))
        return is(t, "p") ? sort_of_param(c->l->rule, t + 2) : is(t, "s") ? sort_of_subject(t + 2) : SORT_UNKNOWN;
    return SORT_UNKNOWN;
}

static void check_equal(struct code *c, const struct lua_token *op)
{
    static const char *const words[] = {"", "a number", "a text", "true or false", "a list", "a value"};
    enum sort left = sort_before(c, op), right = sort_after(c, op);
    if (left && right && left != right)
        lint_say(c->l->out, c->l->rule->file, op->line, FAULT_LINT_UNLIKE, c->l->rule->info.id, words[left], words[right]);
}

/* ---- words that a field can never have ---- */

static void gather_kinds(const struct kind *k, const struct kind *all[KINDS], size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (all[i] == k)
            return;
    if (*count == KINDS)
        return;
    all[(*count)++] = k;
    for (const struct child *child = k->children; child->kind; child++)
        gather_kinds(child->kind, all, count);
}

/* The words of every field of this name, over all kinds; 0 when one of them may have any word, or there is none. */
static size_t words_of(const struct lua_token *name, const char *words[WORDS])
{
    const struct kind *kinds[KINDS];
    size_t kind_count = 0, count = 0;
    for (const struct kind *const *k = kind_roots; *k; k++)
        gather_kinds(*k, kinds, &kind_count);
    for (size_t i = 0; i < kind_count; i++)
        for (const struct field *f = kinds[i]->fields; f->name; f++) {
            if (!names_field(f, name))
                continue;
            if (!f->tokens || f->flags & FIELD_OPEN)
                return 0;
            for (size_t w = 0; f->tokens[w] && count < WORDS; w++)
                words[count++] = f->tokens[w];
        }
    return count;
}

static void check_word(struct code *c, const struct lua_token *name, const struct lua_token *text)
{
    const char *words[WORDS], *word = text_of(c, text);
    size_t count = words_of(name, words), i = 0;
    while (i < count && strcmp(words[i], word))
        i++;
    if (i < count || !count)
        return;
    const char *near = text_suggest(word, words, count), *id = c->l->rule->info.id;
    const char *field = arena_copy(c->l->scratch, name->at, name->len);
    if (near)
        lint_say(c->l->out, c->l->rule->file, text->line, FAULT_LINT_WORD_NEAR, id, field ? field : "", word, near);
    else
        lint_say(c->l->out, c->l->rule->file, text->line, FAULT_LINT_WORD, id, field ? field : "", word);
}

/* list:any { class = "personal-data" }, from the method's name on. */
static void check_wanted(struct code *c, const struct lua_token *method)
{
    const struct lua_token *t = is(method + 1, "(") ? method + 2 : method + 1;
    if (!is(t, "{"))
        return;
    for (int depth = 0; t->type != LUA_TOKEN_END; t++) {
        depth += is(t, "{") - is(t, "}");
        if (!depth)
            return;
        bool first = is(t - 1, "{") || is(t - 1, ",");
        if (depth == 1 && first && t->type == LUA_TOKEN_NAME && is(t + 1, "=") && t[2].type == LUA_TOKEN_TEXT)
            check_word(c, t, t + 2);
    }
}

/* ---- the whole ---- */

static void check_tokens(struct code *c)
{
    static const char *const questions[] = {"any", "all", "none", "find", "where", "count", NULL};
    for (size_t i = MARGIN; i < c->end; i++) {
        const struct lua_token *t = &c->at[i];
        bool compares = is(t, "==") || is(t, "~=");
        if (compares)
            check_equal(c, t);
        if (compares && t[-1].type == LUA_TOKEN_NAME && is(t - 2, ".") && !is(t - 3, "p") && t[1].type == LUA_TOKEN_TEXT)
            check_word(c, t - 1, t + 1);
        if (is(t - 1, ":") && is_one(t, questions))
            check_wanted(c, t);
    }
}

void lint_code(struct linting *l)
{
    const struct rule *r = l->rule;
    struct code *c = arena_alloc(l->scratch, sizeof *c);
    char *source = rule_source_code(r->source, r->source_len, l->scratch);
    if (c && source)
        c->at = lua_scan_all(source, r->source_len, TOKENS, MARGIN, l->scratch, &c->end);
    if (!c || !c->at) {
        l->out->failed = true;
        return;
    }
    c->l = l;
    note_locals(c);
    check_unused(c);
    check_advice(c);
    check_tokens(c);
}
