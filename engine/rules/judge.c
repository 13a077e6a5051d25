/* Judging: every rule on one subject, each under its budgets, from the same image for every subject. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/load.h"
#include "rules/bind.h"
#include "rules/rule_source.h"

enum {
    LOAD_INSTRUCTIONS = 1000000,         /* of the top level of one rule file */
    SUBJECT_INSTRUCTIONS = 5 * JUDGE_INSTRUCTIONS, /* of all rules on one subject */
    BYTES_A_TICK = 64 * 1024,            /* of a subject that are surely read within a tick */
    ENGINE_JUDGEMENTS = 3
};

/* ---- loading the rules into the state ---- */

static int open_bindings(lua_State *L)
{
    static const int tables[] = {REF_RULES, REF_NODES, REF_LISTS, REF_CLAUSES};
    bind_open(L);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        lua_newtable(L);
        lua_rawseti(L, LUA_REGISTRYINDEX, tables[i]);
    }
    return 0;
}

/* Takes check and applies out of the table that the rule file returned. */
static int keep_rule(lua_State *L)
{
    lua_Integer index = lua_tointeger(L, 2);
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_RULES);
    if (lua_getfield(L, 1, "check") != LUA_TFUNCTION)
        return luaL_error(L, "check is no function");
    lua_rawseti(L, 3, RULE_SLOTS * index + RULE_CHECK);
    if (lua_getfield(L, 1, "applies") == LUA_TNIL) {
        lua_pop(L, 1);
        lua_pushboolean(L, 0);
    }
    lua_rawseti(L, 3, RULE_SLOTS * index + RULE_APPLIES);
    return 0;
}

int judge_load_rule(struct sandbox *s, const struct rule *r, struct arena *scratch, struct fault *f)
{
    char *code = r->compiled ? NULL : rule_source_code(r->source, r->source_len, scratch);
    if (!r->compiled && !code)
        return fault_set(f, FAULT_MEMORY);
    sandbox_begin(s, LOAD_INSTRUCTIONS);
    int status = code ? sandbox_compile(s, r->chunk, code, r->source_len)
                      : sandbox_undump(s, r->chunk, r->compiled, r->compiled_len);
    if (status == LUA_OK)
        status = sandbox_call(s, 0, 1);
    if (status == LUA_OK) {
        lua_pushcfunction(s->L, keep_rule);
        lua_insert(s->L, -2);
        lua_pushinteger(s->L, (lua_Integer)r->index);
        status = sandbox_call(s, 2, 0);
    }
    if (status != LUA_OK) {
        const char *why = lua_type(s->L, -1) == LUA_TSTRING ? lua_tostring(s->L, -1) : "not enough memory";
        fault_set(f, FAULT_RULE_CODE, why);
        fault_where(f, r->file, 0);
    }
    lua_settop(s->L, 0);
    return status == LUA_OK ? 0 : -1;
}

struct sandbox *judge_sandbox(size_t memory, struct fault *f)
{
    struct sandbox *s = sandbox_new(memory, f);
    if (!s)
        return NULL;
    lua_pushcfunction(s->L, open_bindings);
    if (lua_pcall(s->L, 0, 0, 0) == LUA_OK)
        return s;
    fault_set(f, FAULT_MEMORY);
    sandbox_free(s);
    return NULL;
}

/* The usual parameters of the rule, ready in the image. */
static int keep_usual_params(lua_State *L)
{
    keep_params(L);
    return 0;
}

static int load_one(struct judge *j, const struct rule *r, struct arena *scratch, struct fault *f)
{
    if (judge_load_rule(j->sandbox, r, scratch, f))
        return -1;
    j->rule = r;
    j->setting = &j->usual[r->index];
    lua_pushcfunction(j->sandbox->L, keep_usual_params);
    return sandbox_call(j->sandbox, 0, 0) == LUA_OK ? 0 : fault_set(f, FAULT_MEMORY);
}

static int load_rules(struct judge *j, bool all, struct fault *f)
{
    static const struct subject nobody = {.id = NULL};
    struct arena *scratch = arena_new(1024 * 1024);
    j->own = arena_new(16 * 1024 * 1024);
    j->words = arena_new(16 * 1024 * 1024);
    j->usual = j->own ? ruleset_settings(j->rules, &nobody, j->own) : NULL;
    int status = scratch && j->usual && j->words ? 0 : fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; !status && i < j->rules->rule_count; i++) {
        const struct rule *r = j->rules->rules[i];
        if (!(all ? ruleset_ever_on(j->rules, r) : ruleset_can_be_on(j->rules, r)))
            continue;
        status = load_one(j, r, scratch, f);
        arena_reset(scratch);
    }
    arena_free(scratch);
    return status;
}

static struct judge *make_judge(const struct ruleset *r, bool all, struct fault *f)
{
    struct judge *j = calloc(1, sizeof *j);
    if (!j) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    j->rules = r;
    j->judgements = calloc(r->rule_count + ENGINE_JUDGEMENTS, sizeof *j->judgements);
    j->memo = memo_new();
    j->sandbox = j->judgements && j->memo ? judge_sandbox(JUDGE_MEMORY, f) : NULL;
    if (j->sandbox)
        j->sandbox->owner = j;
    if (!j->sandbox || load_rules(j, all, f) || !sandbox_freeze(j->sandbox)) {
        fault_set(f, FAULT_MEMORY); /* the first fault stays */
        judge_free(j);
        return NULL;
    }
    return j;
}

struct judge *judge_new(const struct ruleset *r, struct fault *f)
{
    return make_judge(r, false, f);
}

struct judge *judge_new_for_examples(const struct ruleset *r, struct fault *f)
{
    return make_judge(r, true, f);
}

void judge_free(struct judge *j)
{
    if (!j)
        return;
    sandbox_free(j->sandbox);
    memo_free(j->memo);
    arena_free(j->own);
    arena_free(j->words);
    free(j->judgements);
    free(j->findings.at);
    free(j);
}

/* ---- one rule ---- */

/* Runs protected. Leaves the outcome of the running rule as an integer; OUTCOME_COUNT when it applies and lacks a
 * document. */
static int run_rule(lua_State *L)
{
    struct judge *j = judge_of(L);
    struct judgement *judgement = &j->judgements[j->judgement_count];
    lua_Integer index = RULE_SLOTS * (lua_Integer)j->rule->index;
    push_subject(L);
    push_params(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_RULES);
    if (lua_rawgeti(L, 3, index + RULE_APPLIES) == LUA_TFUNCTION) {
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_call(L, 2, 1);
        if (!lua_toboolean(L, -1)) {
            judge_reason(j, judgement, ENGINE_CONCERNS);
            lua_pushinteger(L, OUTCOME_NOT_APPLICABLE);
            return 1;
        }
    }
    if (j->lacking) {
        lua_pushinteger(L, OUTCOME_COUNT);
        return 1;
    }
    lua_rawgeti(L, 3, index + RULE_CHECK);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_call(L, 2, 1);
    lua_pushinteger(L, outcome_collect(L, -1, judgement));
    return 1;
}

/* Fresh tables for the handles of this subject. */
static int start_subject(lua_State *L)
{
    uint32_t nodes = judge_of(L)->subject->nodes;
    lua_createtable(L, nodes < LOAD_NODES ? (int)nodes : LOAD_NODES, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, REF_NODES);
    lua_createtable(L, 0, 32);
    lua_rawseti(L, LUA_REGISTRYINDEX, REF_LISTS);
    lua_createtable(L, 0, 64);
    lua_rawseti(L, LUA_REGISTRYINDEX, REF_CLAUSES);
    bind_start_subject(L);
    return 0;
}

static bool restore(struct judge *j, bool counted, int64_t instructions)
{
    sandbox_restore(j->sandbox, counted, instructions);
    sandbox_begin(j->sandbox, JUDGE_INSTRUCTIONS);
    lua_pushcfunction(j->sandbox->L, start_subject);
    return sandbox_call(j->sandbox, 0, 0) == LUA_OK;
}

static bool same_words(struct judge *j, struct judgement *judgement, enum outcome o, enum engine_message m,
                       const char *word)
{
    const char *words[LANGUAGE_COUNT] = {word, word};
    return outcome_engine(j, judgement, o, m, words);
}

/* Places of the clauses between which a person must decide. */
static void relate_candidates(struct judge *j, struct finding *f)
{
    const struct ending *e = &j->ending;
    size_t count = e->candidate_count < 5 ? e->candidate_count : 5;
    struct place *places = arena_array(j->arena, count, sizeof *places);
    for (size_t i = 0; places && i < count; i++)
        places[i] = place_of_node(j, &e->candidates[i]->clause->node, true);
    f->related = places;
    f->related_count = places ? count : 0;
    if (places && count)
        f->place = places[0];
}

/* What a binding ended the rule with; the name of a clause type is said in words. */
static bool ending_words(struct judge *j, struct judgement *judgement)
{
    const struct ending *e = &j->ending;
    const struct vocabulary *v = ruleset_vocabulary(j->rules);
    const char *words[LANGUAGE_COUNT];
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        const char *title = e->message == ENGINE_UNSURE ? vocabulary_title(v, e->word, (enum language)l) : NULL;
        words[l] = title ? title : e->word;
    }
    return outcome_engine(j, judgement, e->outcome, e->message, words);
}

/* What went wrong while the rule ran: an ending by a binding, a budget, the memory, or an error of its own. */
static enum outcome ended(struct judge *j, struct judgement *judgement, int status)
{
    lua_State *L = j->sandbox->L;
    const char *why = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "an error without a text";
    judge_forget(j, judgement->first_finding);
    judgement->finding_count = 0;
    memset(judgement->reason, 0, sizeof judgement->reason);
    judgement->message = NULL;
    if (j->ending.message && j->ending.outcome == OUTCOME_NOT_APPLICABLE) {
        judge_reason(j, judgement, j->ending.message);
        return OUTCOME_NOT_APPLICABLE;
    }
    if (j->ending.message) {
        if (ending_words(j, judgement))
            relate_candidates(j, &j->findings.at[j->findings.count - 1]);
        return j->ending.outcome;
    }
    if (j->sandbox->end)
        outcome_engine(j, judgement, OUTCOME_ERROR, ENGINE_BUDGET, NULL);
    else if (status == LUA_ERRMEM)
        outcome_engine(j, judgement, OUTCOME_ERROR, ENGINE_MEMORY, NULL);
    else {
        char text[300];
        snprintf(text, sizeof text, "%s", why);
        same_words(j, judgement, OUTCOME_ERROR, ENGINE_RULE, text);
    }
    return OUTCOME_ERROR;
}

static bool call_rule(struct judge *j, struct judgement *judgement)
{
    struct sandbox *s = j->sandbox;
    j->ending = (struct ending){.message = ENGINE_NONE};
    sandbox_begin(s, JUDGE_INSTRUCTIONS);
    lua_pushcfunction(s->L, run_rule);
    int status = sandbox_call(s, 0, 1);
    if (s->end == SANDBOX_SLOW)
        return false;
    if (status == LUA_OK)
        judgement->outcome = (enum outcome)lua_tointeger(s->L, -1);
    else
        judgement->outcome = ended(j, judgement, status);
    if (judgement->outcome == OUTCOME_COUNT) {
        judgement->outcome = OUTCOME_INDETERMINATE;
        outcome_engine(j, judgement, OUTCOME_INDETERMINATE, ENGINE_NEEDS, j->lacking);
    }
    lua_settop(s->L, 0);
    /* What a rule left behind in memory is no burden for the next. */
    if (status == LUA_ERRMEM || s->end)
        restore(j, s->counted, s->subject_instructions);
    return true;
}

/* ---- evidence ---- */

static void fill_evidence(struct judge *j, const struct mark *m, struct evidence_item *e)
{
    const struct clause *c = m->node && m->node->kind == &kind_clause ? (const struct clause *)m->node : NULL;
    e->declared = true;
    if (!m->node) {
        e->place.what = "clause";
        e->place.name = m->name;
        return;
    }
    if (m->term && c) {
        e->place = place_of_term(j, m->term, c);
        e->declared = m->term->declared;
        if (m->term->state == TERM_STATED)
            e->value = judge_copy(j, &m->term->value);
    } else
        e->place = place_of_node(j, m->node, false);
    if (m->name)
        e->field = arena_copy(j->arena, m->name, strlen(m->name));
    if (m->field) {
        struct value v = node_value(m->node, m->field);
        e->field = m->field->name;
        e->value = judge_copy(j, &v);
    }
}

static void add_evidence(struct judge *j, struct judgement *judgement)
{
    struct evidence_item *all = arena_array(j->arena, j->mark_count, sizeof *all);
    for (size_t i = 0; all && i < j->mark_count; i++)
        fill_evidence(j, &j->marks[i], &all[i]);
    judgement->evidence = all;
    judgement->evidence_count = all ? j->mark_count : 0;
}

static void add_parameters(struct judge *j, struct judgement *judgement)
{
    const struct rule_info *info = &j->rule->info;
    struct argument *all = arena_array(j->arena, info->param_count, sizeof *all);
    for (size_t i = 0; all && i < info->param_count; i++)
        all[i] = (struct argument){info->params[i].name, j->setting->params[i]->value};
    judgement->parameters = all;
    judgement->argument_count = all ? info->param_count : 0;
}

/* ---- one subject ---- */

static bool judge_rule(struct judge *j)
{
    struct judgement *judgement = &j->judgements[j->judgement_count];
    *judgement = (struct judgement){.rule = &j->rule->info, .first_finding = (uint32_t)j->findings.count};
    j->mark_count = 0;
    if (judge_has_needs(j, judgement) && !call_rule(j, judgement))
        return false;
    add_parameters(j, judgement);
    add_evidence(j, judgement);
    j->judgement_count++;
    return true;
}

/* All rules once. false: it took too long to go on without counting instructions. */
static bool attempt(struct judge *j, const struct rule_setting *settings, bool counted)
{
    j->judgement_count = 0;
    j->findings.count = 0;
    j->valid_from = j->valid_until = DAY_NONE;
    j->dated = false;
    if (!restore(j, counted, SUBJECT_INSTRUCTIONS))
        return j->sandbox->end != SANDBOX_SLOW;
    for (size_t i = 0; i < j->rules->rule_count; i++) {
        j->rule = j->rules->rules[i];
        j->setting = &settings[i];
        if (j->setting->on && !judge_rule(j))
            return false;
    }
    return true;
}

static bool judge_rules(struct judge *j, const struct rule_setting *settings)
{
    if (!settings)
        settings = ruleset_settings(j->rules, j->subject, j->scratch);
    j->sandbox->patience = (int)(arena_used(j->scratch) / BYTES_A_TICK);
    j->places = arena_array(j->scratch, j->subject->nodes + 1, sizeof *j->places);
    if (!settings || !j->places)
        return false;
    if (!attempt(j, settings, false))
        attempt(j, settings, true);
    sandbox_rest(j->sandbox);
    return true;
}

static void begin(struct judge *j, const struct subject *s, day as_of, struct arena *scratch, struct arena *arena)
{
    j->subject = s;
    j->reading = NULL;
    j->dated = false;
    j->as_of = as_of;
    j->valid_from = j->valid_until = DAY_NONE;
    j->scratch = scratch ? scratch : arena; /* a subject that could not be loaded may have none */
    j->arena = arena;
    j->places = NULL;
    j->last_document = NULL;
    j->rule = NULL;
    j->setting = NULL;
    j->judgement_count = 0;
    j->findings.count = 0;
}

const struct result *judge_with(struct judge *j, const struct subject *s, const struct fault *why, const char *path,
                                day as_of, const struct rule_setting *settings, struct arena *subject_arena,
                                struct arena *arena)
{
    struct result *r = arena_alloc(arena, sizeof *r);
    if (!r)
        return NULL;
    begin(j, s, as_of, subject_arena, arena);
    r->as_of = as_of;
    if (why && why->id)
        r->fault = *why;
    bool judged = s && !r->fault.id && judge_rules(j, settings);
    if (s && !r->fault.id && !judged)
        fault_set(&r->fault, FAULT_MEMORY);
    j->rule = NULL;
    j->setting = NULL;
    bool good = result_subject(j, r, path) && result_documents(j, r) && (!judged || result_waivers(j, r));
    return good && result_finish(j, r) ? r : NULL;
}

const struct result *judge_subject(struct judge *j, const struct subject *s, const struct fault *why, const char *path,
                                   day as_of, struct arena *subject_arena, struct arena *arena)
{
    return judge_with(j, s, why, path, as_of, NULL, subject_arena, arena);
}
