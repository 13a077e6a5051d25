/* Nodes of the document model: fields and lists by name, driven by the schema tables. */
#include "rules/bind.h"

#include <string.h>

/* What a name of a node stands for, as the integer in its kind's table of members. */
enum { MEMBER_FIELD = 0, MEMBER_LIST = 1000, MEMBER_COMMON = 2000, MEMBER_CLAUSE = 3000, NAME = 64 };
enum common { COMMON_TEXT, COMMON_PARENT, COMMON_DOCUMENT, COMMON_LINE, COMMON_CONTRACT };

static const char *const common_names[] = {"text", "parent", "document", "line", "contract", NULL};

/* "my-number" is my_number in Lua. false when it does not fit. */
static bool lua_name(const char *name, char out[NAME])
{
    size_t len = strlen(name);
    if (len >= NAME)
        return false;
    for (size_t i = 0; i <= len; i++)
        out[i] = name[i] == '-' ? '_' : name[i];
    return true;
}

const struct field *bind_field(const struct kind *k, const char *name)
{
    char own[NAME];
    for (const struct field *f = k->fields; f->name; f++)
        if (f->name[0] == name[0] && lua_name(f->name, own) && !strcmp(own, name))
            return f;
    return NULL;
}

const struct field *bind_plain_field(const struct kind *k, const char *name)
{
    for (int i = 0; k == &kind_clause && clause_members[i].name; i++)
        if (!strcmp(clause_members[i].name, name))
            return NULL;
    return bind_field(k, name);
}

bool node_name(const struct node *n, struct value *out)
{
    for (const struct field *f = n->kind->fields; f->name; f++)
        if (f->flags & FIELD_IDENTITY) {
            *out = node_value(n, f);
            if (out->type != VALUE_NONE)
                return true;
        }
    return false;
}

/* ---- pushing ---- */

static void new_node(lua_State *L, const struct node *n, const char *asked)
{
    struct node_handle *h = lua_newuserdatauv(L, sizeof *h, 0);
    *h = (struct node_handle){HANDLE_NODE, n, asked};
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, n->kind) == LUA_TNIL)
        luaL_error(L, "a %s is no node for rules", n->kind->name);
    lua_setmetatable(L, -2);
}

void push_clause(lua_State *L, const struct clause *c, const char *asked)
{
    new_node(L, &c->node, asked);
}

void push_node(lua_State *L, const struct node *n)
{
    if (!n) {
        lua_pushnil(L);
        return;
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_NODES);
    if (lua_rawgeti(L, -1, n->ordinal) == LUA_TNIL) {
        lua_pop(L, 1);
        new_node(L, n, NULL);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, n->ordinal);
    }
    lua_remove(L, -2);
}

static void push_field(lua_State *L, const struct node *n, const struct field *f)
{
    judge_mark(judge_of(L), n, f, NULL, NULL);
    struct value v = node_value(n, f);
    push_value(L, &v);
}

/* All prose of a list of prose nodes, a line break between two. */
void push_prose(lua_State *L, const struct list *text)
{
    if (text->count == 1) {
        const struct prose *p = (const struct prose *)text->first;
        sandbox_charge(L, p->len);
        lua_pushlstring(L, p->at, p->len);
        return;
    }
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    LIST_EACH(struct prose, p, text) {
        if (&p->node != text->first)
            luaL_addchar(&b, '\n');
        sandbox_charge(L, p->len);
        luaL_addlstring(&b, p->at, p->len);
    }
    luaL_pushresult(&b);
}

static void push_text(lua_State *L, const struct node *n)
{
    const struct child *text = kind_child(n->kind, "text");
    if (n->kind->prose) {
        const struct prose *p = (const struct prose *)n;
        sandbox_charge(L, p->len);
        lua_pushlstring(L, p->at, p->len);
    } else if (text)
        push_prose(L, node_list(n, text));
    else
        lua_pushnil(L);
}

static void push_common(lua_State *L, const struct node *n, enum common which)
{
    switch (which) {
    case COMMON_TEXT:
        push_text(L, n);
        break;
    case COMMON_PARENT:
        push_node(L, n->parent);
        break;
    case COMMON_DOCUMENT:
        lua_pushstring(L, n->document ? n->document->file : NULL);
        break;
    case COMMON_LINE:
        lua_pushinteger(L, n->line);
        break;
    case COMMON_CONTRACT: {
        const struct contract *c = node_contract(n);
        push_node(L, c ? &c->node : NULL);
        break;
    }
    }
}

static int push_by_code(lua_State *L, const struct node *n, lua_Integer code)
{
    if (code >= MEMBER_CLAUSE)
        return clause_members[code - MEMBER_CLAUSE].function(L);
    if (code >= MEMBER_COMMON)
        push_common(L, n, (enum common)(code - MEMBER_COMMON));
    else if (code >= MEMBER_LIST)
        push_list(L, node_list(n, &n->kind->children[code - MEMBER_LIST]));
    else
        push_field(L, n, &n->kind->fields[code]);
    return 1;
}

/* __index; upvalue 1: the table of members, a code or a method by name. */
static int node_index(lua_State *L)
{
    const struct node_handle *h = lua_touserdata(L, 1); /* only nodes have this metamethod, out of reach of rules */
    lua_pushvalue(L, 2);
    switch (lua_rawget(L, lua_upvalueindex(1))) {
    case LUA_TNUMBER:
        return push_by_code(L, h->node, lua_tointeger(L, 3));
    case LUA_TFUNCTION:
        return 1;
    default:
        break;
    }
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return sandbox_no_such(L, h->node->kind->name, name, lua_upvalueindex(1));
}

static int node_tostring(lua_State *L)
{
    const struct node_handle *h = bind_check(L, 1, HANDLE_NODE, "a node");
    struct value name;
    if (node_name(h->node, &name) && name.type == VALUE_TEXT)
        lua_pushlstring(L, name.as.text.at, name.as.text.len);
    else
        lua_pushstring(L, h->node->kind->name);
    return 1;
}

/* ---- metatables ---- */

static void set_code(lua_State *L, const char *name, lua_Integer code)
{
    lua_pushinteger(L, code);
    lua_setfield(L, -2, name);
}

/* Leaves the table of members of a kind on the stack. Earlier rows yield to later ones of the same name. */
static void make_members(lua_State *L, const struct kind *k)
{
    char name[NAME];
    lua_newtable(L);
    for (int i = 0; common_names[i]; i++) {
        bool wanted = i == COMMON_TEXT ? k->prose || kind_child(k, "text") : i != COMMON_CONTRACT || k == &kind_clause;
        if (wanted)
            set_code(L, common_names[i], MEMBER_COMMON + i);
    }
    for (int i = 0; k->children[i].kind; i++)
        if (strcmp(k->children[i].list, "text"))
            set_code(L, k->children[i].list, MEMBER_LIST + i);
    for (int i = 0; k->fields[i].name; i++)
        if (lua_name(k->fields[i].name, name))
            set_code(L, name, MEMBER_FIELD + i);
    for (int i = 0; k == &kind_clause && clause_members[i].name; i++)
        if (clause_members[i].method) {
            lua_pushcfunction(L, clause_members[i].function);
            lua_setfield(L, -2, clause_members[i].name);
        } else
            set_code(L, clause_members[i].name, MEMBER_CLAUSE + i);
}

static void open_kind(lua_State *L, const struct kind *k)
{
    static const luaL_Reg metamethods[] = {
        {"__tostring", node_tostring}, {"__lt", value_less}, {"__le", value_less_equal}, {"__eq", value_same},
        {"__concat", value_concat}, {NULL, NULL}};
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, k) != LUA_TNIL) {
        lua_pop(L, 1);
        return;
    }
    lua_pop(L, 1);
    lua_newtable(L);
    luaL_setfuncs(L, metamethods, 0);
    make_members(L, k);
    lua_pushcclosure(L, node_index, 1);
    lua_setfield(L, -2, "__index");
    lua_rawsetp(L, LUA_REGISTRYINDEX, k);
    for (const struct child *c = k->children; c->kind; c++)
        open_kind(L, c->kind);
}

void bind_open_nodes(lua_State *L)
{
    for (const struct kind *const *k = kind_roots; *k; k++)
        open_kind(L, *k);
    for (const struct kind *const *k = kind_terms; *k; k++)
        open_kind(L, *k);
}
