/* Mistakes in the code of a rule, found when its pack loads: names that do not exist, and code that cannot be run. */
#include <stdlib.h>
#include <string.h>

#include "rules/bind.h"
#include "rules/chunk.h"
#include "rules/judge.h"
#include "rules/rule_calls.h"
#include "rules/rule_source.h"

enum { NAMES = 256 };

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The text keys of the table on top of the stack, in order; they live as long as the state. Pops the table. */
static size_t names_of(lua_State *L, const char *names[NAMES])
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING && count < NAMES)
            names[count++] = lua_tostring(L, -2);
    lua_pop(L, 1);
    qsort(names, count, sizeof *names, by_bytes);
    return count;
}

static size_t global_names(lua_State *L, const char *names[NAMES])
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, SANDBOX_REF_GLOBALS);
    return names_of(L, names);
}

static bool known(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

/* ---- globals ---- */

/* What a rule file may call at its top level to declare, but not from its functions. */
static bool declares_only(const char *name)
{
    static const char *const all[] = {"rule", "integer", "number", "flag", "choice", "list", "duration"};
    return known(all, sizeof all / sizeof *all, name);
}

static void check_globals(struct loading *l, const struct rule *r, const struct chunk_report *code)
{
    const char *names[NAMES];
    size_t count = global_names(l->sandbox->L, names);
    for (size_t i = 0; i < code->count; i++) {
        const struct chunk_global *g = &code->globals[i];
        const struct data where = {.file = r->file, .line = g->line};
        if (g->set)
            loading_say(l, &where, FAULT_RULE_GLOBAL_WRITE, g->name);
        else if (!known(names, count, g->name) || (g->nested && declares_only(g->name)))
            loading_unknown(l, &where, FAULT_UNKNOWN_GLOBAL, g->name, names, count);
    }
}

/* ---- placeholders ---- */

/* Calls `each` with every {name} of a text. */
static void each_placeholder(struct loading *l, const struct rule *r, const struct data *where, const char *text,
                             void (*each)(struct loading *, const struct rule *, const struct data *, const char *name,
                                          void *context),
                             void *context)
{
    for (const char *open = text; open && (open = strchr(open, '{')); open++) {
        size_t len = strcspn(open + 1, "}");
        char name[64];
        if (!open[1 + len] || len >= sizeof name)
            continue;
        memcpy(name, open + 1, len);
        name[len] = '\0';
        each(l, r, where, name, context);
    }
}

static bool is_param(const struct rule *r, const char *name)
{
    for (size_t i = 0; i < r->info.param_count; i++)
        if (!strcmp(r->info.params[i].name, name))
            return true;
    return false;
}

static void unknown_placeholder(struct loading *l, const struct rule *r, const struct data *where, const char *name)
{
    const char *names[NAMES];
    size_t count = 0;
    for (; count < r->info.param_count && count < NAMES; count++)
        names[count] = r->info.params[count].name;
    loading_unknown(l, where, FAULT_UNKNOWN_PLACEHOLDER, name, names, count);
}

static void title_placeholder(struct loading *l, const struct rule *r, const struct data *where, const char *name,
                              void *context)
{
    (void)context;
    if (!is_param(r, name))
        unknown_placeholder(l, r, where, name);
}

struct filling {
    const struct rule_calls *calls;
    const char *message;
};

/* A placeholder of a message must be filled by a parameter or by every call that gives this message. */
static void message_placeholder(struct loading *l, const struct rule *r, const struct data *where, const char *name,
                                void *context)
{
    const struct filling *f = context;
    if (is_param(r, name))
        return;
    bool any = false;
    for (size_t i = 0; i < f->calls->outcome_count; i++) {
        const struct outcome_call *c = &f->calls->outcomes[i];
        if (c->message && strcmp(c->message, f->message))
            continue;
        bool fills = !c->literal || known(c->fields, c->field_count, name);
        any = any || fills;
        if (!fills && c->message) {
            const struct data call = {.file = r->file, .line = c->line};
            unknown_placeholder(l, r, &call, name);
            return;
        }
    }
    if (!any && f->calls->outcome_count)
        unknown_placeholder(l, r, where, name);
}

static void check_placeholders(struct loading *l, const struct rule *r, const struct rule_calls *calls)
{
    const struct data *messages = data_get(r->declared, "messages");
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const struct data *title = data_get(r->declared, "title");
        each_placeholder(l, r, title, r->info.title[language], title_placeholder, NULL);
        for (size_t i = 0; i < r->info.message_count; i++) {
            const struct message_info *m = &r->info.messages[i];
            struct filling f = {calls, m->id};
            const struct data *where = data_get(messages, m->id);
            each_placeholder(l, r, where, m->text[language], message_placeholder, &f);
            each_placeholder(l, r, where, m->advice[language], message_placeholder, &f);
        }
    }
}

/* ---- examples ---- */

/* "fail:late": an outcome, and a message of the rule. */
static void check_expectation(struct loading *l, const struct rule *r, const struct data *d)
{
    const char *names[OUTCOME_COUNT], *message;
    char outcome[32];
    if (d->type != DATA_TEXT) {
        loading_say(l, d, FAULT_DECLARE_TEXT, "expect");
        return;
    }
    size_t len = strcspn(d->as.text.at, ":"), o = 0;
    message = d->as.text.at[len] ? d->as.text.at + len + 1 : NULL;
    memcpy(outcome, d->as.text.at, len < sizeof outcome ? len : sizeof outcome - 1);
    outcome[len < sizeof outcome ? len : sizeof outcome - 1] = '\0';
    for (; o < OUTCOME_COUNT && strcmp(outcome_name((enum outcome)o), outcome); o++)
        names[o] = outcome_name((enum outcome)o);
    if (o == OUTCOME_COUNT)
        loading_unknown(l, d, FAULT_UNKNOWN_TOKEN, outcome, names, o);
    if (message)
        rule_check_message(l, r, d, message);
}

/* What the example says about the files that its document names. */
static void check_evidence(struct loading *l, const struct data *example)
{
    static const char *const states[] = {"present", "missing", "altered"};
    const struct data *files = declared_table(l, example, "evidence", false);
    for (size_t i = 0; files && i < files->as.table.named; i++) {
        const struct data *state = &files->as.table.members[i];
        const char *name = state->type == DATA_TEXT ? state->as.text.at : "";
        if (strcmp(name, states[0]) && strcmp(name, states[1]) && strcmp(name, states[2]))
            loading_unknown(l, state, FAULT_UNKNOWN_TOKEN, name, states, 3);
    }
}

static void check_example(struct loading *l, const struct rule *r, const struct data *d)
{
    static const char *const fields[] = {"name", "expect", "document", "params", "as_of", "evidence", NULL};
    if (d->type != DATA_TABLE) {
        loading_say(l, d, FAULT_DECLARE_TABLE, "examples");
        return;
    }
    declared_fields(l, d, fields);
    declared_text(l, d, "name", true);
    declared_text(l, d, "document", true);
    check_evidence(l, d);
    const struct data *expect = data_get(d, "expect");
    if (!expect)
        loading_say(l, d, FAULT_DECLARE_MISSING, "expect");
    else if (expect->type != DATA_TABLE)
        check_expectation(l, r, expect);
    for (size_t i = 0; i < data_items(expect); i++)
        check_expectation(l, r, data_item(expect, i));
}

static void check_examples(struct loading *l, const struct rule *r)
{
    const struct data *examples = declared_table(l, r->declared, "examples", false);
    for (size_t i = 0; i < data_items(examples); i++)
        check_example(l, r, data_item(examples, i));
}

/* ---- the whole ---- */

static void say_code(struct loading *l, const struct rule *r, uint32_t line, const char *what)
{
    const struct data where = {.file = r->file, .line = line};
    loading_say(l, &where, FAULT_RULE_CODE, what);
}

/* Lua's message is "chunk:line: what"; only the last part is repeated. */
static void say_compile_error(struct loading *l, const struct rule *r, const char *message)
{
    const char *p = strstr(message, ".lua:");
    uint32_t line = 0;
    if (p)
        for (p += 5; *p >= '0' && *p <= '9'; p++)
            line = line * 10 + (uint32_t)(*p - '0');
    say_code(l, r, line, p && *p == ':' ? p + 2 : message);
}

static bool check_chunk(struct loading *l, struct rule *r, const char *code)
{
    lua_State *L = l->sandbox->L;
    bool good = sandbox_compile(l->sandbox, r->chunk, code, r->source_len) == LUA_OK;
    if (!good)
        say_compile_error(l, r, lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "out of memory");
    else {
        struct chunk_report report = chunk_globals(L, l->scratch);
        if (!report.sound)
            say_code(l, r, 0, "the compiled code cannot be looked at");
        if (report.crowded_line) {
            const struct data where = {.file = r->file, .line = report.crowded_line};
            loading_say(l, &where, FAULT_RULE_SIZE, "250");
        }
        check_globals(l, r, &report);
        r->compiled = sandbox_dump(l->sandbox, l->arena, &r->compiled_len);
    }
    lua_settop(L, 0);
    return good;
}

static size_t subject_names(lua_State *L, const char *names[NAMES])
{
    bind_subject_members(L);
    size_t count = names_of(L, names);
    lua_settop(L, 0);
    return count;
}

void rule_check(struct loading *l, struct rule *r)
{
    const char *names[NAMES];
    size_t before = l->count;
    arena_reset(l->scratch);
    check_examples(l, r);
    char *code = rule_source_code(r->source, r->source_len, l->scratch);
    if (!code || !check_chunk(l, r, code))
        return;
    const struct rule_calls *calls = rule_calls_read(code, r->source_len, l->scratch);
    if (!calls) {
        fault_set(loading_fault(l), FAULT_MEMORY);
        return;
    }
    if (calls->chain_line)
        say_code(l, r, calls->chain_line, "a chain of names is too long");
    check_placeholders(l, r, calls);
    rule_calls_check(l, r, calls, names, subject_names(l->sandbox->L, names));
    struct fault f = {.id = FAULT_NONE};
    if (l->count == before && judge_load_rule(l->sandbox, r, l->scratch, &f))
        *loading_fault(l) = f;
    lua_gc(l->sandbox->L, LUA_GCCOLLECT);
}
