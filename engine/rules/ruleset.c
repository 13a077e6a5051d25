/* Loading a policy with all that it needs, and working out what is in force for one subject. */
#include <stdlib.h>
#include <string.h>

#include "rules/judge.h"
#include "rules/loading.h"

/* ---- indexing ---- */

static int by_id(const void *a, const void *b)
{
    const struct rule *x = *(const struct rule *const *)a, *y = *(const struct rule *const *)b;
    int order = strcmp(x->info.id, y->info.id);
    return order ? order : strcmp(x->info.pack, y->info.pack);
}

static void compile_vocabulary(struct loading *l)
{
    struct ruleset *s = l->set;
    const struct data *parts[RULESET_PACKS];
    size_t count = 0, found = 0;
    for (size_t i = 0; i < s->pack_count; i++)
        if (s->packs[i].vocabulary)
            parts[count++] = s->packs[i].vocabulary;
    size_t room = l->count < l->max ? l->max - l->count : 0;
    struct fault *faults = room ? &l->faults[l->count] : &l->spare;
    s->vocabulary = l->aside == l->arena ? vocabulary_compile(parts, count, faults, room ? room : 1, &found)
                                         : vocabulary_compile_into(l->arena, parts, count, faults, room ? room : 1, &found);
    l->count += found;
}

static void refuse_twins(struct loading *l)
{
    struct ruleset *s = l->set;
    for (size_t i = 1; i < s->rule_count; i++)
        if (*s->rules[i]->info.id && !strcmp(s->rules[i - 1]->info.id, s->rules[i]->info.id))
            loading_say(l, s->rules[i]->declared, FAULT_RULE_TWICE, s->rules[i]->info.id);
}

void ruleset_index(struct loading *l)
{
    struct ruleset *s = l->set;
    size_t total = 0;
    compile_vocabulary(l);
    for (size_t i = 0; i < s->pack_count; i++)
        total += s->packs[i].rule_count;
    s->rules = arena_array(l->arena, total + 1, sizeof *s->rules);
    s->infos = arena_array(l->arena, total + 1, sizeof *s->infos);
    s->pack_infos = arena_array(l->arena, s->pack_count + 1, sizeof *s->pack_infos);
    if (!s->rules || !s->infos || !s->pack_infos) {
        fault_set(loading_fault(l), FAULT_MEMORY);
        return;
    }
    for (size_t i = 0; i < s->pack_count; i++) {
        s->pack_infos[i] = s->packs[i].info;
        for (size_t k = 0; k < s->packs[i].rule_count; k++) {
            rule_load(l, &s->packs[i].rules[k]);
            s->rules[s->rule_count++] = &s->packs[i].rules[k];
        }
    }
    qsort(s->rules, s->rule_count, sizeof *s->rules, by_id);
    for (size_t i = 0; i < s->rule_count; i++) {
        s->rules[i]->index = i;
        s->infos[i] = &s->rules[i]->info;
    }
    refuse_twins(l);
}

static void check_rules(struct loading *l)
{
    struct fault f = {.id = FAULT_NONE};
    l->sandbox = judge_sandbox(JUDGE_MEMORY, &f);
    l->scratch = arena_new(RULESET_ARENA);
    if (!l->sandbox || !l->scratch)
        fault_set(loading_fault(l), FAULT_MEMORY);
    else
        for (size_t i = 0; l->set->vocabulary && i < l->set->rule_count; i++)
            rule_check(l, l->set->rules[i]);
    sandbox_free(l->sandbox);
    arena_free(l->scratch);
}

/* ---- life ---- */

/* `load` reads the policy or the pack at `path`. */
static struct ruleset *load_with(void (*load)(struct loading *, const char *), const char *path,
                                 const char *const *pack_folders, struct fault *faults, size_t max_faults,
                                 size_t *fault_count)
{
    struct loading *l = calloc(1, sizeof *l);
    struct ruleset *s = calloc(1, sizeof *s);
    *fault_count = 0;
    if (l && s)
        s->arena = arena_new(RULESET_ARENA);
    if (s && s->arena)
        s->packs = arena_array(s->arena, RULESET_PACKS, sizeof *s->packs);
    if (!l || !s || !s->packs) {
        if (max_faults)
            fault_set(&faults[0], FAULT_MEMORY);
        *fault_count = 1;
        free(l);
        ruleset_free(s);
        return NULL;
    }
    *l = (struct loading){.set = s, .arena = s->arena, .aside = s->arena, .folders = pack_folders, .faults = faults, .max = max_faults};
    load(l, path);
    check_rules(l);
    *fault_count = l->count < max_faults ? l->count : max_faults;
    bool good = !l->count && s->vocabulary;
    free(l);
    if (good)
        return s;
    ruleset_free(s);
    return NULL;
}

struct ruleset *ruleset_load(const char *policy_file, const char *const *pack_folders, struct fault *faults,
                             size_t max_faults, size_t *fault_count)
{
    return load_with(policy_load, policy_file, pack_folders, faults, max_faults, fault_count);
}

struct ruleset *ruleset_load_pack(const char *folder, const char *const *pack_folders, struct fault *faults,
                                  size_t max_faults, size_t *fault_count)
{
    return load_with(pack_load_folder, folder, pack_folders, faults, max_faults, fault_count);
}

/* What only the loading needs is not part of an image. */
static void forget_declarations(struct ruleset *s)
{
    for (size_t i = 0; i < s->pack_count; i++) {
        struct pack *p = &s->packs[i];
        p->declared = p->vocabulary = NULL;
        for (size_t k = 0; k < p->rule_count; k++) {
            p->rules[k].declared = NULL;
            p->rules[k].source = NULL;
        }
    }
}

struct ruleset *ruleset_load_into(struct arena *arena, struct arena *aside, struct inputs *inputs,
                                  const char *policy_file, const char *const *pack_folders)
{
    struct loading *l = calloc(1, sizeof *l);
    struct ruleset *s = arena_alloc(arena, sizeof *s);
    if (s)
        s->packs = arena_array(arena, RULESET_PACKS, sizeof *s->packs);
    bool good = l && s && s->packs;
    if (good) {
        *l = (struct loading){.set = s, .arena = arena, .aside = aside, .inputs = inputs, .folders = pack_folders};
        policy_load(l, policy_file);
        check_rules(l);
        good = !l->count && s->vocabulary && !arena_failed(arena);
        forget_declarations(s);
        for (size_t i = 0; i < s->due.tier_count; i++)
            s->due.tiers[i].tier = loading_keep(l, s->due.tiers[i].tier);
    }
    free(l);
    return good ? s : NULL;
}

void ruleset_free(struct ruleset *r)
{
    if (!r)
        return;
    if (r->image.at) {
        image_drop(r->image);
        return;
    }
    vocabulary_free(r->vocabulary);
    arena_free(r->arena);
    free(r);
}

struct hash ruleset_content(const struct ruleset *r)
{
    char text[RULESET_PACKS + 1][33];
    const char *part[RULESET_PACKS + 1];
    hash_hex(&r->policies, text[0]);
    part[0] = text[0];
    for (size_t i = 0; i < r->pack_count; i++) {
        hash_hex(&r->packs[i].info.content, text[i + 1]);
        part[i + 1] = text[i + 1];
    }
    return hash_parts(part, r->pack_count + 1);
}

const char *ruleset_policy(const struct ruleset *r)
{
    return r->name;
}

const struct vocabulary *ruleset_vocabulary(const struct ruleset *r)
{
    return r->vocabulary;
}

size_t ruleset_rules(const struct ruleset *r, const struct rule_info *const **out)
{
    *out = r->infos;
    return r->rule_count;
}

size_t ruleset_packs(const struct ruleset *r, const struct pack_info **out)
{
    *out = r->pack_infos;
    return r->pack_count;
}

/* ---- what is in force for a subject ---- */

bool ruleset_ever_on(const struct ruleset *set, const struct rule *r)
{
    if (r->pack->chosen)
        return true;
    for (size_t i = 0; i < set->layer_count; i++)
        for (size_t k = 0; k < set->layers[i].change_count; k++)
            if (set->layers[i].changes[k].rule == r && set->layers[i].changes[k].on)
                return true;
    return false;
}

/* Layers that choose their subjects may or may not apply: both is followed. */
bool ruleset_can_be_on(const struct ruleset *set, const struct rule *r)
{
    bool on = r->pack->chosen;
    for (size_t i = 0; i < set->layer_count; i++)
        for (size_t k = 0; k < set->layers[i].change_count; k++) {
            const struct change *c = &set->layers[i].changes[k];
            if (c->rule == r && c->sets_on)
                on = c->on || (on && set->layers[i].selector_count > 0);
        }
    return on;
}

static bool is_one_of(const struct selector *s, const char *text)
{
    for (size_t i = 0; text && i < s->count; i++)
        if (!strcmp(s->any[i], text))
            return true;
    return false;
}

static bool has_asset(const struct selector *s, const struct supplier *p)
{
    if (p)
        LIST_EACH(struct asset, a, &p->assets)
            if (is_one_of(s, a->class))
                return true;
    return false;
}

/* A lone contract is selected by its kind, or as a template also by its status. */
static bool is_document(const struct selector *s, const struct subject *subject)
{
    if (subject->lone)
        LIST_EACH(struct contract, c, &subject->contracts)
            if (is_one_of(s, c->kind) || is_one_of(s, c->status))
                return true;
    return false;
}

static bool selects(const struct selector *s, const struct subject *subject)
{
    const struct supplier *p = subject->supplier;
    switch (s->name) {
    case SELECT_TIER:
        return p && is_one_of(s, p->tier);
    case SELECT_KIND:
        return p && is_one_of(s, p->kind);
    case SELECT_COUNTRY:
        return p && is_one_of(s, p->country);
    case SELECT_CATEGORY:
        return p && is_one_of(s, p->category);
    case SELECT_STAGE:
        return p && is_one_of(s, p->stage);
    case SELECT_ASSET:
        return has_asset(s, p);
    case SELECT_SUPPLIER:
        return is_one_of(s, subject->id);
    case SELECT_DOCUMENT:
        return is_document(s, subject);
    case SELECT_COUNT:
        break;
    }
    return false;
}

static bool layer_applies(const struct layer *l, const struct subject *s)
{
    for (size_t i = 0; i < l->selector_count; i++)
        if (!selects(&l->selectors[i], s))
            return false;
    return true;
}

static void apply(const struct change *c, struct rule_setting *s)
{
    if (c->sets_on) {
        s->on = c->on;
        s->on_origin = c;
    }
    if (c->grade) {
        s->grade = c->grade;
        s->grade_origin = c;
    }
    for (size_t i = 0; i < c->param_count; i++) {
        s->params[c->params[i].param] = &c->params[i].value;
        s->origins[c->params[i].param] = c;
    }
}

struct rule_setting *ruleset_settings(const struct ruleset *r, const struct subject *s, struct arena *arena)
{
    size_t params = 0;
    for (size_t i = 0; i < r->rule_count; i++)
        params += r->rules[i]->info.param_count;
    struct rule_setting *all = arena_array(arena, r->rule_count + 1, sizeof *all);
    const struct param_value **values = arena_array(arena, params + 1, sizeof *values);
    const struct change **origins = arena_array(arena, params + 1, sizeof *origins);
    if (!all || !values || !origins)
        return NULL;
    for (size_t i = 0; i < r->rule_count; i++) {
        const struct rule *rule = r->rules[i];
        all[i] = (struct rule_setting){.on = rule->pack->chosen, .params = values, .origins = origins};
        for (size_t k = 0; k < rule->info.param_count; k++)
            *values++ = &rule->params[k].standard;
        origins += rule->info.param_count;
    }
    for (size_t i = 0; i < r->layer_count; i++)
        if (layer_applies(&r->layers[i], s))
            for (size_t k = 0; k < r->layers[i].change_count; k++)
                apply(&r->layers[i].changes[k], &all[r->layers[i].changes[k].rule->index]);
    return all;
}
