/* s, the subject: the supplier's profile and all its documents. And p, the parameters in force. */
#include "rules/bind.h"

#include <string.h>

enum { MEMBER_FIELD = 0, MEMBER_LIST = 1000, MEMBER_ROOTS = 2000, MEMBER_MERGED = 3000, MEMBER_OWN = 4000 };

/* ---- lists of documents ---- */

struct roots { const char *name; size_t offset; };
static const struct roots roots[] = {
    {"questionnaires", offsetof(struct subject, questionnaires)}, {"responses", offsetof(struct subject, responses)},
    {"audits", offsetof(struct subject, audits)}, {"incident_logs", offsetof(struct subject, incident_logs)},
    {"service_records", offsetof(struct subject, service_records)}, {"contracts", offsetof(struct subject, contracts)},
    {NULL, 0}};

/* One kind of record, gathered over all documents of a kind. */
struct merged { const char *name; size_t roots, list; };
static const struct merged merged[] = {
    {"incidents", offsetof(struct subject, incident_logs), offsetof(struct incident_log, incidents)},
    {"measures", offsetof(struct subject, service_records), offsetof(struct service_record, measures)},
    {"reviews", offsetof(struct subject, service_records), offsetof(struct service_record, reviews)},
    {"nonconformities", offsetof(struct subject, audits), offsetof(struct audit, nonconformities)},
    {NULL, 0, 0}};

static const struct list *list_at(const void *base, size_t offset)
{
    return (const struct list *)(const void *)((const char *)base + offset);
}

/* Lists that are made once for a subject are kept under an address that stands for them. */
static bool kept(lua_State *L, const void *key)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_LISTS);
    if (lua_rawgetp(L, -1, key) != LUA_TNIL) {
        lua_remove(L, -2);
        return true;
    }
    lua_pop(L, 2);
    return false;
}

static void keep(lua_State *L, const void *key)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_LISTS);
    lua_pushvalue(L, -2);
    lua_rawsetp(L, -2, key);
    lua_pop(L, 1);
}

static void push_merged(lua_State *L, const struct subject *s, const struct merged *m)
{
    if (kept(L, m))
        return;
    const struct list *all = list_at(s, m->roots);
    size_t count = 0, n = 0;
    for (const struct node *root = all->first; root; root = root->next)
        count += list_at(root, m->list)->count;
    struct list_handle *l = push_items(L, ITEM_NODE, count, false);
    for (const struct node *root = all->first; root; root = root->next)
        for (const struct node *at = list_at(root, m->list)->first; at && n < count; at = at->next)
            l->at[n++] = at;
    keep(L, m);
}

static void push_contracts(lua_State *L, const struct list *contracts)
{
    if (kept(L, contracts))
        return;
    struct list_handle *l = push_items(L, ITEM_NODE, contracts->count, true);
    size_t n = 0;
    l->whole = true;
    for (const struct node *at = contracts->first; at && n < l->count; at = at->next)
        l->at[n++] = at;
    keep(L, contracts);
}

static void push_empty(lua_State *L)
{
    static const char no_profile = 0; /* its address stands for the empty list */
    if (kept(L, &no_profile))
        return;
    push_items(L, ITEM_NODE, 0, false);
    keep(L, &no_profile);
}

/* ---- what a subject itself has ---- */

static const struct subject *subject_of(lua_State *L)
{
    bind_check(L, 1, HANDLE_SUBJECT, "the subject");
    return judge_of(L)->subject;
}

static int subject_as_of(lua_State *L)
{
    struct tracked t = {.value = value_date(judge_of(L)->as_of), .moves = 1};
    push_tracked(L, &t);
    return 1;
}

static int subject_lone(lua_State *L)
{
    lua_pushboolean(L, judge_of(L)->subject->lone);
    return 1;
}

static int subject_risk(lua_State *L)
{
    struct judge *j = judge_of(L);
    int64_t most = 0;
    if (j->subject->supplier)
        LIST_EACH(struct risk, r, &j->subject->supplier->risks) {
            int64_t score = r->impact == COUNT_NONE || r->likelihood == COUNT_NONE ? 0 : r->impact * r->likelihood;
            judge_mark(j, &r->node, NULL, NULL, NULL);
            most = score > most ? score : most;
        }
    lua_pushinteger(L, most);
    return 1;
}

/* The profile itself, for `at`. */
static int subject_supplier(lua_State *L)
{
    const struct supplier *p = judge_of(L)->subject->supplier;
    push_node(L, p ? &p->node : NULL);
    return 1;
}

static int subject_handles(lua_State *L)
{
    const struct subject *s = subject_of(L);
    const char *class = luaL_checkstring(L, 2);
    const struct asset *found = NULL;
    sandbox_charge(L, 1);
    if (s->supplier)
        LIST_EACH(struct asset, a, &s->supplier->assets)
            if (!found && a->class && !strcmp(a->class, class))
                found = a;
    if (found)
        judge_mark(judge_of(L), &found->node, bind_field(&kind_asset, "class"), NULL, NULL);
    lua_pushboolean(L, found != NULL);
    return 1;
}

/* The newest answer: of the response with the latest date; of those without a date or of one date, the last read. */
static int subject_answer(lua_State *L)
{
    const struct subject *s = subject_of(L);
    const char *question = luaL_checkstring(L, 2);
    const struct answer *newest = NULL;
    day when = DAY_NONE;
    LIST_EACH(struct response, r, &s->responses) {
        sandbox_charge(L, r->answers.count / 4 + 1);
        LIST_EACH(struct answer, a, &r->answers)
            if (a->question && *a->question == *question && !strcmp(a->question, question) && (!newest || r->date >= when)) {
                newest = a;
                when = r->date;
            }
    }
    if (newest)
        judge_mark(judge_of(L), &newest->node, NULL, NULL, NULL);
    push_node(L, newest ? &newest->node : NULL);
    return 1;
}

/* ---- what is looked for over all documents ---- */

/* Nodes that are gathered twice: counted, then put into a list of that size. */
struct gathering {
    struct list_handle *list; /* NULL: count only */
    size_t count;
};

static void gather(struct gathering *g, const struct node *n)
{
    if (g->list)
        g->list->at[g->count] = n;
    g->count++;
}

/* All measures of that name. */
static void gather_measures(struct gathering *g, const struct subject *s, const char *name)
{
    LIST_EACH(struct service_record, r, &s->service_records)
        LIST_EACH(struct measure, m, &r->measures)
            if (m->name && !strcmp(m->name, name))
                gather(g, &m->node);
}

static void gather_state(struct gathering *g, const struct list *evidence, const char *state)
{
    LIST_EACH(struct evidence, e, evidence)
        if (e->state && !strcmp(e->state, state))
            gather(g, &e->node);
}

/* All evidence whose file is in that state. */
static void gather_evidence(struct gathering *g, const struct subject *s, const char *state)
{
    LIST_EACH(struct response, r, &s->responses)
        LIST_EACH(struct answer, a, &r->answers)
            gather_state(g, &a->evidence, state);
    LIST_EACH(struct audit, a, &s->audits)
        gather_state(g, &a->evidence, state);
    LIST_EACH(struct service_record, r, &s->service_records) {
        gather_state(g, &r->evidence, state);
        LIST_EACH(struct review, v, &r->reviews)
            gather_state(g, &v->evidence, state);
    }
}

static int push_gathered(lua_State *L, void (*all)(struct gathering *, const struct subject *, const char *))
{
    const struct subject *s = subject_of(L);
    const char *wanted = luaL_checkstring(L, 2);
    struct gathering g = {0};
    all(&g, s, wanted);
    sandbox_charge(L, s->nodes / 16 + 1);
    g.list = push_items(L, ITEM_NODE, g.count, false);
    g.count = 0;
    all(&g, s, wanted);
    return 1;
}

static int subject_measured(lua_State *L)
{
    return push_gathered(L, gather_measures);
}

static int subject_evidence(lua_State *L)
{
    return push_gathered(L, gather_evidence);
}

/* Index of a member of `own` that says something else each time it is looked at, by the marks that it leaves. */
enum { OWN_RISK = 2 };
static const struct clause_members own[] = {
    {"as_of", subject_as_of, false}, {"lone", subject_lone, false}, {"risk", subject_risk, false},
    {"supplier", subject_supplier, false},
    {"handles", subject_handles, true}, {"answer", subject_answer, true},
    {"measured", subject_measured, true}, {"evidence", subject_evidence, true}, {NULL, NULL, false}};

/* ---- s.name ---- */

static void push_profile_field(lua_State *L, const struct supplier *p, const struct field *f)
{
    if (!p) {
        lua_pushnil(L);
        return;
    }
    judge_mark(judge_of(L), &p->node, f, NULL, NULL);
    struct value v = node_value(&p->node, f);
    push_value(L, &v);
}

static int push_by_code(lua_State *L, const struct subject *s, lua_Integer code)
{
    const struct supplier *p = s->supplier;
    if (code >= MEMBER_OWN)
        return own[code - MEMBER_OWN].function(L);
    if (code >= MEMBER_MERGED)
        push_merged(L, s, &merged[code - MEMBER_MERGED]);
    else if (code >= MEMBER_ROOTS) {
        const struct list *list = list_at(s, roots[code - MEMBER_ROOTS].offset);
        if (list == &s->contracts)
            push_contracts(L, list);
        else
            push_list(L, list);
    } else if (code < MEMBER_LIST)
        push_profile_field(L, p, &kind_supplier.fields[code]);
    else if (p)
        push_list(L, node_list(&p->node, &kind_supplier.children[code - MEMBER_LIST]));
    else
        push_empty(L);
    return 1;
}

/* A look at a field, or at the risks, is noted as evidence of the running rule: it may not go past us. */
static bool is_noted(lua_Integer code)
{
    return code < MEMBER_LIST || code == MEMBER_OWN + OWN_RISK;
}

/* What is not in the subject's table of members yet: puts it there, so that the next look costs no call. */
static int subject_index(lua_State *L)
{
    const struct subject *s = judge_of(L)->subject;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    lua_pushvalue(L, 2);
    int type = lua_rawget(L, lua_upvalueindex(1));
    lua_Integer code = type == LUA_TNUMBER ? lua_tointeger(L, 3) : MEMBER_OWN;
    if (type == LUA_TNUMBER)
        push_by_code(L, s, code);
    else if (type != LUA_TFUNCTION)
        return sandbox_no_such(L, "the subject", name, lua_upvalueindex(1));
    if (!is_noted(code)) {
        lua_pushvalue(L, 2);
        lua_pushvalue(L, -2);
        lua_rawset(L, 1);
    }
    return 1;
}

void bind_start_subject(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_SUBJECT);
    lua_createtable(L, 0, 16);
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_MEMBERS);
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

void bind_subject_members(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_MEMBERS);
    lua_getfield(L, -1, "__index");
    lua_getupvalue(L, -1, 1);
}

static int subject_tostring(lua_State *L)
{
    lua_pushstring(L, subject_of(L)->id);
    return 1;
}

static void set_code(lua_State *L, const char *name, lua_Integer code)
{
    luaL_gsub(L, name, "-", "_");
    lua_pushinteger(L, code);
    lua_rawset(L, -3);
}

void bind_open_subject(lua_State *L)
{
    static const luaL_Reg metamethods[] = {{"__tostring", subject_tostring}, {NULL, NULL}};
    bind_metatable(L, REF_SUBJECT, metamethods);
    lua_createtable(L, 0, 1); /* the metatable of each subject's table of members */
    lua_newtable(L);
    for (int i = 0; kind_supplier.fields[i].name; i++)
        set_code(L, kind_supplier.fields[i].name, MEMBER_FIELD + i);
    for (int i = 0; kind_supplier.children[i].kind; i++)
        set_code(L, kind_supplier.children[i].list, MEMBER_LIST + i);
    for (int i = 0; roots[i].name; i++)
        set_code(L, roots[i].name, MEMBER_ROOTS + i);
    for (int i = 0; merged[i].name; i++)
        set_code(L, merged[i].name, MEMBER_MERGED + i);
    for (int i = 0; own[i].name; i++)
        if (own[i].method) {
            lua_pushcfunction(L, own[i].function);
            lua_setfield(L, -2, own[i].name);
        } else
            set_code(L, own[i].name, MEMBER_OWN + i);
    lua_pushcclosure(L, subject_index, 1);
    lua_setfield(L, -2, "__index");
    lua_rawseti(L, LUA_REGISTRYINDEX, REF_MEMBERS);
    lua_pop(L, 1);
    bind_start_subject(L);
    bind_new(L, sizeof(enum handle_type), HANDLE_SUBJECT, REF_SUBJECT);
    lua_rawseti(L, LUA_REGISTRYINDEX, REF_THE_SUBJECT);
}

void push_subject(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_THE_SUBJECT);
}
