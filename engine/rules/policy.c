/* Policies: plain data that says which rules apply to whom, with which parameters and grades. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/data_load.h"
#include "base/file.h"
#include "base/text.h"
#include "language/recognise.h"
#include "rules/loading.h"

struct chain {
    const struct data *policy[RULESET_CHAIN]; /* the one named on the command line first */
    const char *path[RULESET_CHAIN];
    size_t count;
};

/* ---- looking up ---- */

static const struct rule *find_rule(struct loading *l, const struct data *where, const char *id)
{
    const struct ruleset *s = l->set;
    for (size_t i = 0; i < s->rule_count; i++)
        if (!strcmp(s->rules[i]->info.id, id))
            return s->rules[i];
    const char **ids = arena_array(l->arena, s->rule_count + 1, sizeof *ids);
    for (size_t i = 0; ids && i < s->rule_count; i++)
        ids[i] = s->rules[i]->info.id;
    loading_unknown(l, where, FAULT_UNKNOWN_RULE, id, ids, ids ? s->rule_count : 0);
    return NULL;
}

static bool find_param(struct loading *l, const struct rule *r, const struct data *d, size_t *out)
{
    const struct rule_info *info = &r->info;
    for (size_t i = 0; i < info->param_count; i++)
        if (!strcmp(info->params[i].name, d->key)) {
            *out = i;
            return true;
        }
    const char **names = arena_array(l->arena, info->param_count + 1, sizeof *names);
    for (size_t i = 0; names && i < info->param_count; i++)
        names[i] = info->params[i].name;
    loading_unknown(l, d, FAULT_UNKNOWN_PARAM, d->key, names, names ? info->param_count : 0);
    return false;
}

/* ---- one entry of `rules` ---- */

static void read_params(struct loading *l, const struct data *params, struct change *c)
{
    size_t n = params ? params->as.table.named : 0;
    struct param_change *out = arena_array(l->arena, n + 1, sizeof *out);
    for (size_t i = 0; out && i < n; i++) {
        const struct data *d = &params->as.table.members[i];
        struct param_change *p = &out[c->param_count];
        if (find_param(l, c->rule, d, &p->param) && param_read(l, &c->rule->params[p->param], d->key, d, &p->value))
            c->param_count++;
    }
    c->params = out;
}

static void read_entry_grade(struct loading *l, const struct data *d, struct change *c)
{
    const char *text = declared_text(l, d, "grade", false), *names[GRADE_COUNT];
    for (int g = GRADE_OBSERVATION; g < GRADE_COUNT; g++) {
        names[g - 1] = grade_name((enum grade)g);
        if (text && !strcmp(names[g - 1], text))
            c->grade = (enum grade)g;
    }
    if (text && !c->grade)
        loading_unknown(l, data_get(d, "grade"), FAULT_UNKNOWN_TOKEN, text, names, GRADE_COUNT - 1);
}

static bool read_change(struct loading *l, const struct data *d, struct change *c)
{
    static const char *const known[] = {"params", "grade", "on", NULL};
    *c = (struct change){.file = loading_keep(l, d->file), .line = d->line};
    c->rule = find_rule(l, d, d->key);
    if (!c->rule)
        return false;
    if (d->type == DATA_BOOL) {
        c->sets_on = true;
        c->on = d->as.flag;
        return true;
    }
    if (d->type != DATA_TABLE) {
        loading_say(l, d, FAULT_DECLARE_TABLE, d->key);
        return false;
    }
    declared_fields(l, d, known);
    read_entry_grade(l, d, c);
    read_params(l, declared_table(l, d, "params", false), c);
    const struct data *on = data_get(d, "on");
    c->sets_on = on && on->type == DATA_BOOL;
    c->on = c->sets_on && on->as.flag;
    return true;
}

static void read_changes(struct loading *l, const struct data *rules, struct layer *layer)
{
    size_t n = rules ? rules->as.table.named : 0;
    struct change *changes = arena_array(l->arena, n + 1, sizeof *changes);
    for (size_t i = 0; changes && i < n; i++)
        layer->change_count += read_change(l, &rules->as.table.members[i], &changes[layer->change_count]);
    layer->changes = changes;
}

/* ---- `when` ---- */

static const char *const selector_names[] = {"tier", "kind", "country", "category", "stage", "asset", "supplier",
                                             "document"};

/* The words that a selector may name, from the schema; NULL: any. */
static const char *const *selector_tokens(enum selector_name name)
{
    const struct kind *k = name == SELECT_ASSET ? &kind_asset : name == SELECT_DOCUMENT ? &kind_contract : &kind_supplier;
    const char *field = name == SELECT_ASSET ? "class" : name == SELECT_DOCUMENT ? "kind" : selector_names[name];
    const struct field *f = name == SELECT_SUPPLIER ? NULL : kind_field(k, field);
    return f && !(f->flags & FIELD_OPEN) ? f->tokens : NULL;
}

/* As in profiles: ISO 3166-1 alpha-2. Another word would select nobody. */
static void check_countries(struct loading *l, const struct data *d, const struct selector *s)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (size_t i = 0; i < s->count; i++)
        if (strlen(s->any[i]) != 2 || strspn(s->any[i], letters) != 2)
            loading_say(l, d, FAULT_DECLARE_FORM, s->any[i], "\"JP\"");
}

static void check_tokens(struct loading *l, const struct data *d, const struct selector *s)
{
    const char *const *tokens = selector_tokens(s->name);
    size_t count = 0;
    if (s->name == SELECT_COUNTRY)
        check_countries(l, d, s);
    while (tokens && tokens[count])
        count++;
    for (size_t i = 0; count && i < s->count; i++) {
        size_t t = 0;
        while (t < count && strcmp(tokens[t], s->any[i]))
            t++;
        if (t == count)
            loading_unknown(l, d, FAULT_UNKNOWN_TOKEN, s->any[i], tokens, count);
    }
}

static void read_when(struct loading *l, const struct data *entry, struct layer *layer)
{
    const struct data *when = declared_table(l, entry, "when", true);
    size_t n = when ? when->as.table.named : 0;
    struct selector *out = arena_array(l->arena, n + 1, sizeof *out);
    for (size_t i = 0; out && i < n; i++) {
        const struct data *d = &when->as.table.members[i];
        int name = 0;
        while (name < SELECT_COUNT && strcmp(selector_names[name], d->key))
            name++;
        if (name == SELECT_COUNT) {
            loading_unknown(l, d, FAULT_UNKNOWN_FIELD, d->key, selector_names, SELECT_COUNT);
            continue;
        }
        struct selector *s = &out[layer->selector_count++];
        s->name = (enum selector_name)name;
        s->any = declared_list(l, when, d->key, &s->count);
        check_tokens(l, d, s);
    }
    if (when && !n)
        loading_say(l, when, FAULT_DECLARE_MISSING, "tier, kind, country ...");
    layer->selectors = out;
}

/* ---- `only` ---- */

/* A layer that switches everything off but these rules. */
static void read_only(struct loading *l, const struct data *policy, struct layer *layer)
{
    const struct data *only = declared_table(l, policy, "only", false);
    const struct ruleset *s = l->set;
    struct change *changes = arena_array(l->arena, s->rule_count + 1, sizeof *changes);
    if (!only || !changes)
        return;
    const char *file = loading_keep(l, only->file);
    for (size_t i = 0; i < s->rule_count; i++)
        changes[i] = (struct change){.rule = s->rules[i], .sets_on = true, .file = file, .line = only->line};
    for (size_t i = 0; i < data_items(only); i++) {
        const struct data *item = data_item(only, i);
        const struct rule *r = item->type == DATA_TEXT ? find_rule(l, item, item->as.text.at) : NULL;
        if (r)
            changes[r->index].on = true;
        else if (item->type != DATA_TEXT)
            loading_say(l, item, FAULT_DECLARE_TEXT, "only");
    }
    layer->changes = changes;
    layer->change_count = s->rule_count;
}

/* ---- waivers ---- */

/* What is accepted is accepted until a day on which somebody looks at it again. */
static bool read_expiry(struct loading *l, const struct data *d, day *out)
{
    const char *text = declared_text(l, d, "expires", true);
    *out = DAY_NONE;
    if (!text || value_parse_date(text, strlen(text), out))
        return text != NULL;
    loading_say(l, data_get(d, "expires"), FAULT_DECLARE_FORM, text, "\"2027-03-31\"");
    return false;
}

/* Notes a name that is not among those known. */
static void check_name(struct loading *l, const struct data *where, enum fault_id id, const char *name,
                       const char *const *known, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(known[i], name))
            return;
    loading_unknown(l, where, id, name, known, count);
}

static void check_message(struct loading *l, const struct data *d, const struct waiver *w)
{
    const struct rule_info *info = &w->rule->info;
    const char **ids = arena_array(l->arena, info->message_count + 1, sizeof *ids);
    for (size_t i = 0; ids && i < info->message_count; i++)
        ids[i] = info->messages[i].id;
    if (ids)
        check_name(l, data_get(d, "message"), FAULT_UNKNOWN_MESSAGE, w->message, ids, info->message_count);
}

static void check_clause(struct loading *l, const struct data *d, const struct waiver *w)
{
    const char *const *types = l->set->vocabulary ? vocabulary_clause_types(l->set->vocabulary) : NULL;
    size_t count = 0;
    while (types && types[count])
        count++;
    if (types)
        check_name(l, data_get(d, "clause"), FAULT_UNKNOWN_CLAUSE, w->clause, types, count);
}

static bool read_waiver(struct loading *l, const struct data *d, struct waiver *w)
{
    static const char *const known[] = {"rule", "supplier", "reason", "approver", "expires", "message", "clause", NULL};
    if (d->type != DATA_TABLE) {
        loading_say(l, d, FAULT_DECLARE_TABLE, "waivers");
        return false;
    }
    declared_fields(l, d, known);
    const char *rule = declared_text(l, d, "rule", true);
    w->rule = rule ? find_rule(l, data_get(d, "rule"), rule) : NULL;
    w->supplier = declared_text(l, d, "supplier", true);
    w->info.reason = declared_text(l, d, "reason", true);
    w->info.approver = declared_text(l, d, "approver", true);
    w->message = declared_text(l, d, "message", false);
    w->clause = declared_text(l, d, "clause", false);
    if (w->rule && w->message)
        check_message(l, d, w);
    if (w->clause)
        check_clause(l, d, w);
    return read_expiry(l, d, &w->info.expires) && w->rule && w->supplier && w->info.reason && w->info.approver;
}

static void read_waivers(struct loading *l, const struct data *policy)
{
    const struct data *list = declared_table(l, policy, "waivers", false);
    size_t n = data_items(list), have = l->set->waiver_count;
    struct waiver *all = arena_array(l->arena, have + n + 1, sizeof *all);
    if (!all)
        return;
    if (have)
        memcpy(all, l->set->waivers, have * sizeof *all);
    for (size_t i = 0; i < n; i++)
        have += read_waiver(l, data_item(list, i), &all[have]);
    l->set->waivers = all;
    l->set->waiver_count = have;
}

/* ---- the chain ---- */

static struct layer *add_layer(struct loading *l, const char *policy)
{
    struct ruleset *s = l->set;
    struct layer *all = arena_array(l->arena, s->layer_count + 1, sizeof *all);
    if (!all)
        return NULL;
    if (s->layer_count)
        memcpy(all, s->layers, s->layer_count * sizeof *all);
    s->layers = all;
    all[s->layer_count].policy = policy;
    return &all[s->layer_count++];
}

static void read_layers(struct loading *l, const struct data *policy, const char *name)
{
    struct layer *layer;
    if (data_get(policy, "only") && (layer = add_layer(l, name)))
        read_only(l, policy, layer);
    if ((layer = add_layer(l, name)))
        read_changes(l, declared_table(l, policy, "rules", false), layer);
    const struct data *entries = declared_table(l, policy, "for_suppliers", false);
    for (size_t i = 0; i < data_items(entries); i++) {
        static const char *const known[] = {"when", "rules", NULL};
        const struct data *entry = data_item(entries, i);
        if (entry->type != DATA_TABLE) {
            loading_say(l, entry, FAULT_DECLARE_TABLE, "for_suppliers");
            continue;
        }
        declared_fields(l, entry, known);
        if (!(layer = add_layer(l, name)))
            return;
        read_when(l, entry, layer);
        read_changes(l, declared_table(l, entry, "rules", true), layer);
    }
    read_waivers(l, policy);
    due_read(l, policy, &l->set->due);
}

/* "policies/standard.lua" for `standard` beside "policies/mine.lua". */
static const char *beside(struct loading *l, const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    return arena_format(l->arena, "%.*s%s.lua", slash ? (int)(slash - path + 1) : 0, path, name);
}

/* The folder of policies that is shipped with a folder of packs. */
static const char *policies_beside(struct loading *l, const char *packs)
{
    const char *slash = strrchr(packs, '/');
    return slash ? arena_format(l->arena, "%.*s/policies", (int)(slash - packs), packs) : NULL;
}

/* A policy that another extends and that is not there. */
static void say_no_base(struct loading *l, const struct data *extends, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = extends->as.text.at;
    const char *folder = slash ? arena_copy(l->arena, path, (size_t)(slash - path)) : ".";
    char near[FOLDER_SUGGESTION];
    bool found = folder && folder_suggest(folder, ".lua", name, near);
    for (const char *const *f = l->folders; *f && !found; f++) {
        const char *policies = policies_beside(l, *f);
        found = policies && folder_suggest(policies, ".lua", name, near);
    }
    if (found)
        loading_say(l, extends, FAULT_POLICY_NOT_FOUND_NEAR, name, near);
    else
        loading_say(l, extends, FAULT_POLICY_NOT_FOUND, name);
}

static bool there(struct loading *l, const char *path)
{
    inputs_note(l->inputs, path);
    return access(path, F_OK) == 0;
}

/* The policy that another extends: beside it, or among those that are shipped, which lie in policies/ beside the folder of packs.
 * NULL after that was noted: there is none. */
static const char *find_base(struct loading *l, const struct data *extends, const char *from)
{
    const char *name = extends->as.text.at, *path = beside(l, from, name);
    if (path && there(l, path))
        return path;
    for (const char *const *f = l->folders; *f; f++) {
        const char *folder = policies_beside(l, *f);
        const char *other = folder ? arena_format(l->arena, "%s/%s.lua", folder, name) : NULL;
        if (other && there(l, other))
            return other;
    }
    if (path)
        say_no_base(l, extends, path);
    return NULL;
}

static bool seen(const struct chain *c, const char *path)
{
    for (size_t i = 0; i < c->count; i++)
        if (!strcmp(c->path[i], path))
            return true;
    return false;
}

/* Adds the text of a policy to the hash over all of them. */
static void add_content(struct loading *l, const char *path)
{
    struct buffer b;
    struct fault ignored = {.id = FAULT_NONE}; /* it was read a moment ago; what cannot be read now counts as empty */
    char above[33];
    buffer_init(&b, DATA_FILE_BYTES);
    file_read(AT_FDCWD, path, path, DATA_FILE_BYTES, &b, &ignored);
    hash_hex(&l->set->policies, above);
    const char *parts[] = {above, b.at};
    l->set->policies = hash_parts(parts, 2);
    buffer_free(&b);
}

static void read_chain(struct loading *l, const char *path, struct chain *c)
{
    static const char *const known[] = {"name", "title", "why", "extends", "packs", "rules", "only", "for_suppliers",
                                        "waivers", "due", "re_audit", NULL};
    while (path) {
        struct fault f = {.id = FAULT_NONE};
        inputs_note(l->inputs, path);
        const struct data *d = data_load(path, l->aside, &f);
        if (!d) {
            *loading_fault(l) = f;
            return;
        }
        add_content(l, path);
        if (!declared_tag(l, d, "policy"))
            return;
        declared_fields(l, d, known);
        c->policy[c->count] = d;
        c->path[c->count++] = path;
        const char *base = declared_text(l, d, "extends", false);
        if (!base || !declared_token(l, data_get(d, "extends"), base))
            return;
        path = find_base(l, data_get(d, "extends"), path);
        if (!path)
            return;
        if (seen(c, path) || c->count == RULESET_CHAIN) {
            loading_say(l, data_get(d, "extends"), FAULT_POLICY_CYCLE, base);
            return;
        }
    }
}

/* A file name without folder and extension. */
static const char *base_name(struct loading *l, const char *path)
{
    const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
    return arena_copy(l->arena, base, dot && dot > base ? (size_t)(dot - base) : strlen(base));
}

static void load_packs(struct loading *l, const struct data *policy)
{
    const struct data *packs = data_get(policy, "packs");
    size_t count;
    const char *const *names = declared_list(l, policy, "packs", &count);
    for (size_t i = 0; i < count; i++) {
        struct pack *p = pack_load(l, packs, names[i]);
        if (p)
            p->chosen = true;
    }
}

void policy_load(struct loading *l, const char *path)
{
    static const bool any_language[LANGUAGE_COUNT] = {false};
    struct chain *c = arena_alloc(l->aside, sizeof *c);
    const char *copy = arena_copy(l->arena, path, strlen(path));
    if (!c || !copy) {
        fault_set(loading_fault(l), FAULT_MEMORY);
        return;
    }
    read_chain(l, copy, c);
    if (!c->count)
        return;
    const char *name = declared_text(l, c->policy[0], "name", false);
    l->set->name = name ? name : base_name(l, copy);
    declared_words(l, c->policy[0], "title", any_language, false, l->set->title);
    for (size_t i = c->count; i > 0; i--)
        load_packs(l, c->policy[i - 1]);
    ruleset_index(l);
    l->set->due = due_terms_standard();
    if (!l->set->rule_count && !l->count)
        loading_say(l, c->policy[0], FAULT_POLICY_EMPTY);
    for (size_t i = c->count; i > 0; i--) {
        const char *own = declared_text(l, c->policy[i - 1], "name", false);
        read_layers(l, c->policy[i - 1], own ? own : base_name(l, c->path[i - 1]));
    }
}
