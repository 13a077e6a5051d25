#include "rules/definitions.h"

#include <stdlib.h>
#include <string.h>

#include "documents/schema.h"
#include "rules/bind.h"
#include "rules/judge.h"

enum { NAMES = 256, NAME = 64, KINDS = 64 };

static const struct row {
    const char *class, *name, *type, *doc;
} rows[] = {
#define INTERFACE(class, name, type, doc) {class, name, type, doc},
#include "rules/interface.def"
#undef INTERFACE
};

enum { ROWS = sizeof rows / sizeof *rows };

struct writer {
    struct buffer *out;
    struct fault *f;
    lua_State *L;
    const struct kind *kinds[KINDS]; /* written so far, or to be written */
    size_t kind_count;
};

static const struct row *find_row(const char *class, const char *name)
{
    for (size_t i = 0; i < ROWS; i++)
        if (!strcmp(rows[i].class, class) && !strcmp(rows[i].name, name))
            return &rows[i];
    return NULL;
}

/* ---- what the sandbox has ---- */

struct names {
    const char *at[NAMES];
    size_t count;
};

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The text keys of the table on top of the stack, in order; pops it. They live as long as the state. */
static void take_names(lua_State *L, struct names *out)
{
    out->count = 0;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING && out->count < NAMES)
            out->at[out->count++] = lua_tostring(L, -2);
    lua_pop(L, 1);
    qsort(out->at, out->count, sizeof *out->at, by_bytes);
}

static void global_names(lua_State *L, struct names *out)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, SANDBOX_REF_GLOBALS);
    take_names(L, out);
}

/* The metatable on top of the stack has an __index whose first upvalue is the table of members. Pops it. */
static void member_names(lua_State *L, struct names *out)
{
    lua_getfield(L, -1, "__index");
    lua_getupvalue(L, -1, 1);
    take_names(L, out);
    lua_pop(L, 2);
}

static void ref_names(lua_State *L, int ref, struct names *out)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, ref);
    member_names(L, out);
}

/* The names of a library, which is a frozen view. */
static void library_names(lua_State *L, const char *library, struct names *out)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, SANDBOX_REF_GLOBALS);
    lua_getfield(L, -1, library);
    lua_getmetatable(L, -1);
    lua_getfield(L, -1, "__index");
    take_names(L, out);
    lua_pop(L, 3);
}

static bool has(const struct names *n, const char *name)
{
    for (size_t i = 0; i < n->count; i++)
        if (!strcmp(n->at[i], name))
            return true;
    return false;
}

/* ---- writing ---- */

static int drifted(struct writer *w, const char *class, const char *name)
{
    return fault_set(w->f, FAULT_INTERFACE, *class ? class : "global", name);
}

/* No row describes what is not there. */
static int check_rows(struct writer *w, const char *class, const struct names *n)
{
    for (size_t i = 0; i < ROWS; i++)
        if (!strcmp(rows[i].class, class) && !has(n, rows[i].name))
            return drifted(w, class, rows[i].name);
    return 0;
}

/* The type with T and L, standing alone, as those of a list of this class. */
static void write_type(struct buffer *out, const char *type, const char *item, const char *list)
{
    for (const char *at = type; *at; at++) {
        bool alone = (at == type || strchr(" (:", at[-1])) && (!at[1] || strchr("?),|", at[1]));
        if (item && alone && (*at == 'T' || *at == 'L'))
            buffer_puts(out, *at == 'T' ? item : list);
        else
            buffer_putc(out, *at);
    }
}

static void write_field(struct buffer *out, const struct row *r, const char *item, const char *list)
{
    buffer_printf(out, "---@field %s ", r->name);
    write_type(out, r->type, item, list);
    buffer_printf(out, " %s\n", r->doc);
}

static int write_library(struct writer *w, const char *library)
{
    struct names n;
    library_names(w->L, library, &n);
    buffer_printf(w->out, "\n---@class kijun.%s\n", library);
    for (size_t i = 0; i < n.count; i++) {
        const struct row *r = find_row(library, n.at[i]);
        if (!r)
            return drifted(w, library, n.at[i]);
        write_field(w->out, r, NULL, NULL);
    }
    buffer_printf(w->out, "\n---@type kijun.%s\n%s = nil\n", library, library);
    return check_rows(w, library, &n);
}

static bool is_library(const char *name)
{
    return !strcmp(name, "math") || !strcmp(name, "table") || !strcmp(name, "string");
}

static int write_globals(struct writer *w)
{
    struct names n;
    global_names(w->L, &n);
    for (size_t i = 0; i < n.count; i++) {
        if (is_library(n.at[i])) {
            if (write_library(w, n.at[i]))
                return -1;
            continue;
        }
        const struct row *r = find_row("", n.at[i]);
        if (!r)
            return drifted(w, "", n.at[i]);
        buffer_printf(w->out, "\n---%s\n---@type %s\n%s = nil\n", r->doc, r->type, r->name);
    }
    return check_rows(w, "", &n);
}

/* "incident_log" for the kind incident-log. */
static void kind_class(const struct kind *k, char out[NAME])
{
    size_t i = 0;
    for (; k->name[i] && i < NAME - 1; i++)
        out[i] = k->name[i] == '-' ? '_' : k->name[i];
    out[i] = '\0';
}

static void want_kind(struct writer *w, const struct kind *k)
{
    for (size_t i = 0; i < w->kind_count; i++)
        if (w->kinds[i] == k)
            return;
    if (w->kind_count < KINDS)
        w->kinds[w->kind_count++] = k;
}

static const char *field_type(const struct field *f)
{
    switch (f->type) {
    case FIELD_TEXT: case FIELD_TOKEN: case FIELD_ID: case FIELD_COUNTRY: case FIELD_SHA256: case FIELD_FILE:
    case FIELD_CURRENCY:
        return "string";
    case FIELD_TRI:
        return "boolean";
    case FIELD_COUNT:
        return "integer";
    default:
        return "kijun.Value";
    }
}

static bool lua_name_is(const char *xml, const char *lua)
{
    size_t i = 0;
    for (; xml[i]; i++)
        if ((xml[i] == '-' ? '_' : xml[i]) != lua[i])
            return false;
    return !lua[i];
}

/* A list of the kind, or of several kinds under one name. */
static void write_child(struct writer *w, const struct kind *k, const struct child *c)
{
    char class[NAME];
    bool several = false;
    for (const struct child *o = k->children; o->kind; o++)
        several = several || (o != c && !strcmp(o->list, c->list));
    kind_class(c->kind, class);
    want_kind(w, c->kind);
    if (several)
        buffer_printf(w->out, "---@field %s kijun.Node_list\n", c->list);
    else
        buffer_printf(w->out, "---@field %s kijun.%s_list %s\n", c->list, class, c->kind->doc[LANGUAGE_EN]);
}

static bool write_from_schema(struct writer *w, const struct kind *k, const char *name)
{
    for (const struct field *f = k->fields; f->name; f++)
        if (lua_name_is(f->name, name)) {
            buffer_printf(w->out, "---@field %s%s %s %s\n", name, f->flags & FIELD_REQUIRED ? "" : "?", field_type(f),
                          f->doc[LANGUAGE_EN]);
            return true;
        }
    for (const struct child *c = k->children; c->kind; c++)
        if (!strcmp(c->list, name)) {
            write_child(w, k, c);
            return true;
        }
    return false;
}

static int write_list(struct writer *w, const char *list, const char *item)
{
    struct names n;
    ref_names(w->L, REF_LIST, &n);
    buffer_printf(w->out, "\n---@class %s\n---@field [integer] %s\n", list, item);
    for (size_t i = 0; i < n.count; i++) {
        const struct row *r = find_row("list", n.at[i]);
        if (!r)
            return drifted(w, "list", n.at[i]);
        write_field(w->out, r, item, list);
    }
    return check_rows(w, "list", &n);
}

/* Clauses have more than their schema says, and some of it otherwise. */
static int write_member(struct writer *w, const struct kind *k, const char *name)
{
    const struct row *r = k == &kind_clause ? find_row("clause", name) : NULL;
    if (!r && write_from_schema(w, k, name))
        return 0;
    if (!r)
        r = find_row("node", name);
    if (!r)
        return drifted(w, k->name, name);
    write_field(w->out, r, NULL, NULL);
    return 0;
}

static int write_kind(struct writer *w, const struct kind *k)
{
    char class[NAME], item[NAME + 8], list[NAME + 16];
    struct names n;
    kind_class(k, class);
    if (lua_rawgetp(w->L, LUA_REGISTRYINDEX, k) != LUA_TTABLE)
        return drifted(w, k->name, "metatable");
    member_names(w->L, &n);
    buffer_printf(w->out, "\n---%s\n---@class kijun.%s: kijun.Node\n", k->doc[LANGUAGE_EN], class);
    for (size_t i = 0; i < n.count; i++)
        if (write_member(w, k, n.at[i]))
            return -1;
    if (k == &kind_clause && check_rows(w, "clause", &n))
        return -1;
    snprintf(item, sizeof item, "kijun.%s", class);
    snprintf(list, sizeof list, "kijun.%s_list", class);
    return write_list(w, list, item);
}

static int write_subject(struct writer *w)
{
    struct names n;
    ref_names(w->L, REF_MEMBERS, &n);
    buffer_puts(w->out, "\n---The supplier that is judged, with its documents.\n---@class kijun.Subject\n");
    for (size_t i = 0; i < n.count; i++) {
        const struct row *r = find_row("subject", n.at[i]);
        if (r)
            write_field(w->out, r, NULL, NULL);
        else if (!write_from_schema(w, &kind_supplier, n.at[i]))
            return drifted(w, "subject", n.at[i]);
    }
    return check_rows(w, "subject", &n);
}

static int write_contracts(struct writer *w)
{
    struct names n;
    ref_names(w->L, REF_CONTRACTS, &n);
    buffer_puts(w->out, "\n---@class kijun.Contracts: kijun.contract_list\n");
    for (size_t i = 0; i < n.count; i++) {
        const struct row *r = find_row("contracts", n.at[i]);
        if (r)
            write_field(w->out, r, NULL, NULL);
        else if (!find_row("list", n.at[i]))
            return drifted(w, "contracts", n.at[i]);
    }
    return check_rows(w, "contracts", &n);
}

/* Their __index is no table: what they have is tried by a test. */
static void write_described(struct writer *w, const char *class, const char *title)
{
    buffer_printf(w->out, "\n---@class kijun.%s\n", title);
    for (size_t i = 0; i < ROWS; i++)
        if (!strcmp(rows[i].class, class))
            write_field(w->out, &rows[i], NULL, NULL);
}

static const char head[] =
    "---@meta\n"
    "-- What rules can call and read. Made by `kijun pack definitions` from the program itself; do not edit.\n"
    "\n---A text in every language of the pack.\n---@alias kijun.Words { en?: string, ja?: string }\n"
    "\n---A length of time, date, share, amount or number: compares with its like, dates move by lengths of time.\n"
    "---@class kijun.Value\n"
    "---@operator add(any): kijun.Value\n---@operator sub(any): kijun.Value\n---@operator mul(integer): kijun.Value\n"
    "\n---What a check returns: one, or a list of them.\n---@class kijun.Outcome\n"
    "\n---@class kijun.Message\n---@field en? string\n---@field ja? string\n---@field grade? \"major\"|\"minor\"|\"observation\"\n"
    "---@field advice? kijun.Words\n---@field audience? \"internal\"\n"
    "\n---@class kijun.Example\n---@field name string\n---@field expect string|string[]\n---@field document string\n"
    "---@field params? table\n---@field as_of? string\n---@field evidence? table<string, \"present\"|\"missing\"|\"altered\">\n"
    "\n---@class kijun.Rule\n---@field id string\n---@field grade \"major\"|\"minor\"|\"observation\"\n"
    "---@field title kijun.Words\n---@field why? kijun.Words\n---@field controls string[]\n---@field audience? \"internal\"\n"
    "---@field params? table<string, any>\n---@field needs? string[]\n---@field alone? string[]\n"
    "---@field applies? fun(s: kijun.Subject, p: table<string, any>): any\n---@field messages table<string, kijun.Message>\n"
    "---@field check fun(s: kijun.Subject, p: table<string, any>): kijun.Outcome|kijun.Outcome[]\n"
    "---@field examples? kijun.Example[]\n"
    "\n---@type fun(manifest: table): table\npack = nil\n\n---@type fun(policy: table): table\npolicy = nil\n"
    "\n---@type fun(vocabulary: table): table\nvocabulary = nil\n"
    "\n---@class kijun.Node\n";

static int write_luals(struct writer *w)
{
    buffer_puts(w->out, head);
    for (size_t i = 0; i < ROWS; i++)
        if (!strcmp(rows[i].class, "node") && strcmp(rows[i].name, "contract") && strcmp(rows[i].name, "text"))
            write_field(w->out, &rows[i], NULL, NULL);
    write_described(w, "term", "Term: kijun.Value");
    write_described(w, "passage", "Passage");
    write_described(w, "contradiction", "Contradiction");
    if (write_list(w, "kijun.Node_list", "kijun.Node") || write_list(w, "kijun.Passages", "kijun.Passage") ||
        write_list(w, "kijun.Contradictions", "kijun.Contradiction"))
        return -1;
    for (const struct kind *const *k = kind_roots; *k; k++)
        want_kind(w, *k);
    for (size_t i = 0; i < w->kind_count; i++)
        if (write_kind(w, w->kinds[i]))
            return -1;
    return write_contracts(w) || write_subject(w) || write_globals(w) ? -1 : 0;
}

int definitions_luals(struct buffer *out, struct fault *f)
{
    struct sandbox *s = judge_sandbox(JUDGE_MEMORY, f);
    struct writer *w = calloc(1, sizeof *w);
    int result = -1;
    if (s && w) {
        *w = (struct writer){.out = out, .f = f, .L = s->L};
        result = write_luals(w);
    }
    if (result || out->failed)
        result = fault_set(f, FAULT_MEMORY); /* the first fault stays */
    free(w);
    sandbox_free(s);
    return result;
}

/* ---- luacheck ---- */

static void write_names(struct buffer *out, const struct names *n)
{
    size_t column = 100;
    for (size_t i = 0; i < n->count; i++) {
        if (is_library(n->at[i]))
            continue;
        buffer_puts(out, column + strlen(n->at[i]) > 90 ? "\n  " : " ");
        column = column + strlen(n->at[i]) > 90 ? 2 : column + 1;
        buffer_puts(out, n->at[i]);
        column += strlen(n->at[i]);
    }
}

int definitions_luacheck(struct buffer *out, struct fault *f)
{
    static const char *const libraries[] = {"math", "table", "string"};
    struct names n;
    struct sandbox *s = judge_sandbox(JUDGE_MEMORY, f);
    if (!s)
        return -1;
    buffer_puts(out, "-- What a rule, a policy or a vocabulary may name; everything else is a finding.\n"
                     "local function names(list)\n  local fields = {}\n"
                     "  for name in list:gmatch \"%S+\" do fields[name] = {} end\n  return fields\nend\n\n"
                     "local globals = names [[\n  pack policy vocabulary");
    global_names(s->L, &n);
    write_names(out, &n);
    buffer_puts(out, "\n]]\n");
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        library_names(s->L, libraries[i], &n);
        buffer_printf(out, "globals.%s = { fields = names [[", libraries[i]);
        write_names(out, &n);
        buffer_puts(out, "\n]] }\n");
    }
    buffer_puts(out, "\nstds.kijun = { read_globals = globals }\nstd = \"kijun\"\n"
                     "max_line_length = false -- a message in two languages is as long as it is\n");
    sandbox_free(s);
    return out->failed ? fault_set(f, FAULT_MEMORY) : 0;
}
