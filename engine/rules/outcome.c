/* From what a check returned to findings, with their texts filled in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "rules/bind.h"
#include "rules/sandbox_order.h"

enum { TEXT_BYTES = 4000, RELATED = 20 };

struct finding *judge_finding(struct judge *j)
{
    struct findings *all = &j->findings;
    if (all->count == all->room) {
        size_t room = all->room ? all->room * 2 : 64;
        struct finding *more = realloc(all->at, room * sizeof *more);
        if (!more)
            return NULL;
        all->at = more;
        all->room = room;
    }
    memset(&all->at[all->count], 0, sizeof *all->at);
    return &all->at[all->count++];
}

enum grade outcome_grade(const struct rule *r, const struct message_info *m, enum grade policy)
{
    if (!m || !m->grade)
        return policy ? policy : r->info.grade;
    /* A message keeps its own grade, but a policy that lowers the rule lowers all of it. */
    return policy && policy < m->grade ? policy : m->grade;
}

/* ---- filling texts ---- */

/* The value for a placeholder: what was passed to fail, then the parameters. */
static const struct value *placeholder(const struct judge *j, const struct finding *f, const char *name, size_t len)
{
    if (len == 5 && !memcmp(name, "found", 5) && f->found.type)
        return &f->found;
    if (len == 8 && !memcmp(name, "expected", 8) && f->expected.type)
        return &f->expected;
    for (size_t i = 0; i < f->argument_count; i++)
        if (strlen(f->arguments[i].name) == len && !memcmp(f->arguments[i].name, name, len))
            return &f->arguments[i].value;
    for (size_t i = 0; i < j->rule->info.param_count; i++)
        if (strlen(j->rule->info.params[i].name) == len && !memcmp(j->rule->info.params[i].name, name, len))
            return &j->setting->params[i]->value;
    return NULL;
}

/* The text with every {name} replaced; raises for a name that nothing fills. */
static const char *fill(lua_State *L, const struct finding *f, const char *text, enum language language)
{
    struct judge *j = judge_of(L);
    char out[TEXT_BYTES];
    struct buffer b;
    buffer_init_fixed(&b, out, sizeof out);
    while (*text) {
        size_t plain = strcspn(text, "{");
        buffer_add(&b, text, plain);
        text += plain;
        size_t len = *text ? strcspn(text + 1, "}") : 0;
        if (!*text || !text[1 + len])
            break;
        const struct value *v = placeholder(j, f, text + 1, len);
        if (!v) {
            lua_pushlstring(L, text + 1, len);
            luaL_error(L, "message '%s' needs {%s}, which was not given", f->message, lua_tostring(L, -1));
        } else
            value_write_words(&b, v, language);
        text += len + 2;
    }
    if (b.failed)
        luaL_error(L, "the text of message '%s' becomes too long", f->message);
    const char *copy = arena_copy(j->arena, b.at ? b.at : "", b.len);
    if (!copy)
        luaL_error(L, "not enough memory");
    return copy;
}

/* ---- fields of an outcome ---- */

/* The place of the value at `index`, and its identity. false when it is no place. */
static bool read_place(lua_State *L, int index, struct place *out, struct identity *id)
{
    struct judge *j = judge_of(L);
    const struct node_handle *n = bind_test(L, index, HANDLE_NODE);
    const struct term_handle *t = bind_test(L, index, HANDLE_TERM);
    const struct passage_handle *p = bind_test(L, index, HANDLE_PASSAGE);
    if (!t)
        t = bind_test(L, index, HANDLE_CONTRADICTION);
    if (n) {
        *out = place_of_node(j, n->node, true);
        if (n->asked)
            out->type = arena_copy(j->arena, n->asked, strlen(n->asked));
        identity_of_node(j, id, n->node, n->asked);
    } else if (t) {
        *out = place_of_term(j, t->term, t->clause);
        identity_of_node(j, id, &t->clause->node, NULL);
        identity_of_words(j, id, t->term->name, strlen(t->term->name));
        judge_mark(j, &t->clause->node, NULL, t->term->name, t->term);
    } else if (p) {
        size_t len = 0;
        const char *words = span_words(&p->span, p->clause, 400, &len);
        *out = place_of_span(j, &p->span, p->clause);
        identity_of_node(j, id, &p->clause->node, NULL);
        if (words)
            identity_of_words(j, id, words, len);
    } else
        return false;
    if (n)
        judge_mark(j, n->node, NULL, NULL, NULL);
    return true;
}

/* The nodes at the top of the stack, a list or a table. */
static void read_related(lua_State *L, struct finding *f)
{
    struct judge *j = judge_of(L);
    struct place *all = arena_array(j->arena, RELATED, sizeof *all);
    struct identity ignored;
    int list = lua_gettop(L);
    if (!all)
        luaL_error(L, "not enough memory");
    identity_start(&ignored, "", "", "");
    if (read_place(L, list, &all[0], &ignored))
        f->related_count = 1;
    else if (lua_istable(L, list) || bind_test(L, list, HANDLE_LIST))
        for (lua_Integer i = 1; f->related_count < RELATED && lua_geti(L, list, i) != LUA_TNIL; i++) {
            if (!read_place(L, -1, &all[f->related_count], &ignored))
                luaL_error(L, "'related' holds a %s; nodes, terms and passages are expected", bind_word(L, -1));
            f->related_count++;
            lua_settop(L, list);
        }
    else
        luaL_error(L, "'related' is a %s; a list is expected", bind_word(L, list));
    lua_settop(L, list);
    f->related = all;
}

static struct value read_shown(lua_State *L, const char *name)
{
    struct value v;
    if (!bind_shown(L, -1, &v))
        luaL_error(L, "'%s' is a %s and cannot be shown", name, bind_word(L, -1));
    return judge_copy(judge_of(L), &v);
}

static void add_argument(lua_State *L, struct finding *f, const char *name, size_t room)
{
    struct judge *j = judge_of(L);
    struct argument *all = (struct argument *)(void *)(uintptr_t)f->arguments;
    if (!all)
        f->arguments = all = arena_array(j->arena, room, sizeof *all);
    const char *copy = arena_copy(j->arena, name, strlen(name));
    if (!all || !copy)
        luaL_error(L, "not enough memory");
    else
        all[f->argument_count++] = (struct argument){copy, read_shown(L, name)};
}

/* Reads the table of fields at `fields` into the finding. */
static void read_fields(lua_State *L, int fields, struct finding *f, struct identity *id)
{
    order_keys(L, fields);
    int keys = lua_gettop(L);
    size_t count = lua_rawlen(L, keys);
    for (lua_Integer i = 1; i <= (lua_Integer)count; i++) {
        lua_rawgeti(L, keys, i);
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "the fields of an outcome have names");
        const char *name = lua_tostring(L, -1);
        lua_pushvalue(L, -1);
        lua_rawget(L, fields);
        if (!strcmp(name, "at")) {
            if (!read_place(L, -1, &f->place, id))
                luaL_error(L, "'at' is a %s; a node, a term or a passage is expected", bind_word(L, -1));
        } else if (!strcmp(name, "related"))
            read_related(L, f);
        else if (!strcmp(name, "found"))
            f->found = read_shown(L, name);
        else if (!strcmp(name, "expected"))
            f->expected = read_shown(L, name);
        else
            add_argument(L, f, name, count);
        lua_settop(L, keys);
    }
    lua_settop(L, keys - 1);
}

/* ---- outcomes ---- */

static void finish_texts(lua_State *L, struct finding *f, const struct message_info *m)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        f->text[l] = fill(L, f, m->text[l], (enum language)l);
        f->advice[l] = m->advice[l] ? fill(L, f, m->advice[l], (enum language)l) : NULL;
    }
}

/* Findings of one rule that would have one fingerprint are told apart by their order. */
static struct hash fingerprint(struct judge *j, struct identity *id, const struct finding *f, size_t first)
{
    struct hash h = hash_parts(id->part, id->count);
    char ordinal[16];
    size_t same = 0;
    for (size_t i = first; &j->findings.at[i] < f; i++)
        if (!memcmp(&j->findings.at[i].fingerprint, &h, sizeof h)) {
            snprintf(ordinal, sizeof ordinal, "%zu", ++same);
            size_t last = id->count < IDENTITY_PARTS ? id->count : IDENTITY_PARTS - 1;
            id->part[last] = ordinal;
            h = hash_parts(id->part, last + 1);
            i = first - 1; /* look again from the first: the new one may be taken too */
        }
    return h;
}

/* Makes a finding of the outcome at the top. */
static void add_finding(lua_State *L, const struct outcome_handle *h, struct judgement *judgement)
{
    struct judge *j = judge_of(L);
    const struct rule *rule = j->rule;
    struct finding local = {.outcome = h->outcome, .message = h->message->id}, *f = &local;
    struct identity id;
    identity_start(&id, j->subject->id, rule->info.id, f->message);
    f->own_grade = outcome_grade(rule, h->message, GRADE_NONE);
    f->grade = outcome_grade(rule, h->message, j->setting->grade);
    int top = lua_gettop(L);
    if (lua_getiuservalue(L, top, 1) == LUA_TTABLE)
        read_fields(L, top + 1, f, &id);
    lua_settop(L, top);
    finish_texts(L, f, h->message);
    struct finding *kept = judge_finding(j);
    if (!kept) {
        luaL_error(L, "not enough memory");
        return;
    }
    *kept = local;
    kept->judgement = (uint32_t)(judgement - j->judgements);
    kept->fingerprint = fingerprint(j, &id, kept, judgement->first_finding);
    judgement->finding_count++;
}

static int severity(enum outcome o)
{
    static const int order[OUTCOME_COUNT] = {[OUTCOME_NOT_APPLICABLE] = 0, [OUTCOME_PASS] = 1, [OUTCOME_WAIVED] = 2,
                                             [OUTCOME_INDETERMINATE] = 3, [OUTCOME_FAIL] = 4, [OUTCOME_ERROR] = 5};
    return order[o];
}

/* The place that a pass names comes first in the evidence. */
/* Where a requirement holds is noted as evidence; no finding needs the place itself. */
static bool mark_place(lua_State *L, int index)
{
    struct judge *j = judge_of(L);
    const struct node_handle *n = bind_test(L, index, HANDLE_NODE);
    const struct term_handle *t = bind_test(L, index, HANDLE_TERM);
    const struct passage_handle *p = bind_test(L, index, HANDLE_PASSAGE);
    if (!t)
        t = bind_test(L, index, HANDLE_CONTRADICTION);
    if (n)
        judge_mark(j, n->node, NULL, NULL, NULL);
    else if (t)
        judge_mark(j, &t->clause->node, NULL, t->term->name, t->term);
    else if (p)
        judge_mark(j, &p->clause->node, NULL, NULL, NULL);
    return n || t || p;
}

static void mark_pass(lua_State *L, int top)
{
    if (lua_getiuservalue(L, top, 1) == LUA_TTABLE && lua_getfield(L, -1, "at") != LUA_TNIL && !mark_place(L, -1))
        luaL_error(L, "'at' is a %s; a node, a term or a passage is expected", bind_word(L, -1));
    lua_settop(L, top);
}

static void reason_of(lua_State *L, const struct outcome_handle *h, struct judgement *judgement)
{
    struct finding f = {.message = h->message->id};
    struct identity id;
    int top = lua_gettop(L);
    identity_start(&id, "", "", "");
    if (lua_getiuservalue(L, top, 1) == LUA_TTABLE)
        read_fields(L, top + 1, &f, &id);
    lua_settop(L, top);
    judgement->message = f.message;
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        judgement->reason[l] = fill(L, &f, h->message->text[l], (enum language)l);
}

/* The outcome at the top of the stack. */
static enum outcome collect_one(lua_State *L, struct judgement *judgement)
{
    const struct outcome_handle *h = bind_test(L, -1, HANDLE_OUTCOME);
    struct judge *j = judge_of(L);
    if (!h)
        return (enum outcome)luaL_error(L, "check returned a %s; pass, fail, indeterminate or not_applicable is expected",
                                        bind_word(L, -1));
    if (h->outcome == OUTCOME_PASS)
        mark_pass(L, lua_gettop(L));
    else if (h->outcome == OUTCOME_NOT_APPLICABLE)
        reason_of(L, h, judgement);
    else if (judgement->finding_count < JUDGE_FINDINGS) {
        add_finding(L, h, judgement);
        if (h->outcome == OUTCOME_INDETERMINATE && !judgement->reason[0]) {
            judgement->message = h->message->id;
            memcpy(judgement->reason, j->findings.at[j->findings.count - 1].text, sizeof judgement->reason);
        }
    }
    return h->outcome;
}

enum outcome outcome_collect(lua_State *L, int index, struct judgement *judgement)
{
    index = lua_absindex(L, index);
    if (!lua_istable(L, index)) {
        lua_pushvalue(L, index);
        return collect_one(L, judgement);
    }
    enum outcome worst = OUTCOME_NOT_APPLICABLE;
    lua_Integer n = 0;
    while (lua_geti(L, index, n + 1) != LUA_TNIL) {
        enum outcome o = collect_one(L, judgement);
        worst = severity(o) > severity(worst) ? o : worst;
        lua_settop(L, index);
        n++;
    }
    lua_settop(L, index);
    if (!n)
        luaL_error(L, "check returned an empty list; an outcome is expected");
    if (n > JUDGE_FINDINGS && judgement->finding_count == JUDGE_FINDINGS) {
        static const char *const most[LANGUAGE_COUNT] = {"200", "200"};
        outcome_engine(judge_of(L), judgement, OUTCOME_ERROR, ENGINE_FINDINGS, most);
        worst = OUTCOME_ERROR;
    }
    return worst;
}

bool outcome_engine(struct judge *j, struct judgement *judgement, enum outcome outcome, enum engine_message message,
                    const char *const word[LANGUAGE_COUNT])
{
    struct finding *f = judge_finding(j);
    struct identity id;
    if (!f)
        return false;
    const char *name = engine_message_name(message);
    f->judgement = (uint32_t)(judgement - j->judgements);
    f->outcome = outcome;
    f->message = name;
    f->own_grade = judgement->rule->grade;
    f->grade = j->rule ? outcome_grade(j->rule, NULL, j->setting->grade) : judgement->rule->grade;
    bool good = true;
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        f->text[l] = engine_message_text(message, (enum language)l, word ? word[l] : NULL, j->arena);
        f->advice[l] = engine_message_advice(message, (enum language)l);
        good = good && f->text[l];
    }
    if (outcome == OUTCOME_INDETERMINATE) {
        judgement->message = name;
        memcpy(judgement->reason, f->text, sizeof judgement->reason);
    }
    identity_start(&id, j->subject ? j->subject->id : "", judgement->rule->id, name);
    if (word && word[LANGUAGE_EN] && message != ENGINE_RULE)
        identity_of_words(j, &id, word[LANGUAGE_EN], strlen(word[LANGUAGE_EN]));
    f->fingerprint = fingerprint(j, &id, f, judgement->first_finding);
    judgement->finding_count++;
    return good;
}
