/* What a shard says of itself, and in what two shards of one run may not differ. */
#include <stdlib.h>
#include <string.h>

#include "base/version.h"
#include "batch/basis.h"
#include "batch/shard.h"

#define COMPARED "" /* the name of the mark behind what is compared */
#define NONE "none"

/* ---- pairs ---- */

void pairs_add(struct buffer *out, const char *name, const char *value)
{
    buffer_add(out, name, strlen(name) + 1);
    buffer_add(out, value, strlen(value) + 1);
}

bool pairs_hold(const struct pairs *p)
{
    size_t texts = 0;
    for (size_t i = 0; i < p->len; i++)
        texts += p->at[i] == '\0';
    return texts % 2 == 0 && (!p->len || p->at[p->len - 1] == '\0');
}

bool pairs_next(const struct pairs *p, size_t *place, struct pair *out)
{
    if (*place >= p->len)
        return false;
    out->name = p->at + *place;
    out->value = out->name + strlen(out->name) + 1;
    *place = (size_t)(out->value - p->at) + strlen(out->value) + 1;
    return true;
}

const char *pairs_value(const struct pairs *p, const char *name)
{
    struct pair one;
    for (size_t place = 0; pairs_next(p, &place, &one);)
        if (strcmp(one.name, name) == 0)
            return one.value;
    return NULL;
}

bool shard_differs(const struct pairs *a, const struct pairs *b, struct pair *here, const char **there)
{
    for (size_t place = 0; pairs_next(a, &place, here) && *here->name;) {
        *there = pairs_value(b, here->name);
        if (!*there || strcmp(here->value, *there) != 0)
            return true;
    }
    return false;
}

/* ---- the values ---- */

static void add_day(struct buffer *out, const char *name, day d)
{
    char text[32] = NONE;
    struct buffer b;
    struct value v = value_date(d);
    if (d != DAY_NONE) {
        buffer_init_fixed(&b, text, sizeof text);
        value_write(&b, &v);
    }
    pairs_add(out, name, text);
}

static void add_packs(struct buffer *out, const struct report_options *o)
{
    buffer_add(out, "packs", sizeof "packs");
    for (size_t i = 0; i < o->pack_count; i++) {
        char hex[33];
        hash_hex(&o->packs[i].content, hex);
        buffer_printf(out, "%s%s %s (%.12s)", i ? ", " : "", o->packs[i].name, o->packs[i].version, hex);
    }
    buffer_putc(out, '\0');
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What the user named, in any order: as it stands when it is one, else their number, the first, and a hash of all. */
static void add_inputs(struct buffer *out, const char *const *paths)
{
    size_t count = 0;
    while (paths[count])
        count++;
    const char **sorted = calloc(count + 1, sizeof *sorted);
    if (!sorted) {
        out->failed = true;
        return;
    }
    memcpy(sorted, paths, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_paths);
    struct hash all = hash_parts(sorted, count);
    char hex[33];
    hash_hex(&all, hex);
    buffer_add(out, "inputs", sizeof "inputs");
    if (count == 1)
        buffer_puts(out, sorted[0]);
    else if (count)
        buffer_printf(out, "%zu (%.12s): %s ...", count, hex, sorted[0]);
    buffer_putc(out, '\0');
    free(sorted);
}

static void add_number(struct buffer *out, const char *name, uint32_t n)
{
    char text[16];
    struct buffer b;
    buffer_init_fixed(&b, text, sizeof text);
    buffer_int(&b, n);
    pairs_add(out, name, text);
}

void shard_basis(const struct run_options *o, const struct past *past, struct buffer *out)
{
    char formats[512] = "", rules[33], history[96];
    struct hash content = ruleset_content(o->rules);
    hash_hex(&content, rules);
    basis_formats(o->formats, formats, sizeof formats);
    basis_history(o, past, history, sizeof history);
    history[strcspn(history, " ")] = '\0';
    pairs_add(out, "program", KIJUN_VERSION);
    add_day(out, "as-of", o->as_of);
    pairs_add(out, "policy", o->report.policy);
    add_packs(out, &o->report);
    pairs_add(out, "rules", rules);
    pairs_add(out, "format", formats);
    pairs_add(out, "lang", language_name(o->report.language));
    pairs_add(out, "audience", o->report.audience == AUDIENCE_SUPPLIER ? "supplier" : "internal");
    pairs_add(out, "register", past ? history : NONE);
    add_day(out, "since", o->since);
    pairs_add(out, "re-audit", o->re_audit ? "yes" : "no");
}

void shard_identity(const struct run_options *o, const struct past *past, const char *mapping, struct buffer *out)
{
    add_number(out, "shards", o->share.count);
    shard_basis(o, past, out);
    add_inputs(out, o->paths);
    pairs_add(out, "mapping", *mapping ? mapping : NONE);
    pairs_add(out, COMPARED, "");
    add_number(out, "number", o->share.number);
    pairs_add(out, "first", o->paths[0] ? o->paths[0] : "");
    pairs_add(out, "asked-policy", o->asked_policy ? o->asked_policy : "");
    pairs_add(out, "asked-packs", o->asked_packs ? o->asked_packs : "");
}
