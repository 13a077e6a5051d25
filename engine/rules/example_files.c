#include "rules/example_files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"

struct reading {
    struct arena *arena;
    struct example_file *file;      /* in hand */
    const struct remark *remark;    /* in hand */
    example_mistake *mistake;
    void *context;
};

/* ---- what is wrong ---- */

static void tell(struct reading *g, struct fault *f)
{
    g->file->mistakes++;
    if (g->mistake)
        g->mistake(g->context, f);
}

#define SAY(g, ...)                                                                                      \
    do {                                                                                                 \
        struct fault fault_ = {.id = FAULT_NONE};                                                        \
        fault_set(&fault_, __VA_ARGS__);                                                                 \
        fault_where(&fault_, example_file_path((g)->file, (g)->remark, (g)->arena), (g)->remark->line); \
        tell(g, &fault_);                                                                                \
    } while (0)

static void say_unknown(struct reading *g, enum fault_id id, enum fault_id near_id, const char *name,
                        const char *const *known, size_t count)
{
    const char *near = text_suggest(name, known, count);
    if (near)
        SAY(g, near_id, name, near);
    else
        SAY(g, id, name);
}

/* ---- words of a remark ---- */

static const char *skip(const char *at)
{
    return at + strspn(at, " \t,");
}

/* The next word; NULL at the end. */
static const char *take(struct reading *g, const char **at)
{
    const char *word = skip(*at);
    size_t len = strcspn(word, " \t,");
    *at = word + len;
    return len ? arena_copy(g->arena, word, len) : NULL;
}

static const struct rule *find_rule(struct reading *g, const char *id)
{
    const struct pack *p = g->file->pack;
    const char *ids[RULESET_RULES];
    for (size_t i = 0; i < p->rule_count; i++) {
        ids[i] = p->rules[i].info.id;
        if (strcmp(ids[i], id) == 0)
            return &p->rules[i];
    }
    say_unknown(g, FAULT_EXAMPLE_RULE, FAULT_EXAMPLE_RULE_NEAR, id, ids, p->rule_count);
    return NULL;
}

static bool good_outcome(struct reading *g, const char *name, size_t len)
{
    const char *names[OUTCOME_COUNT];
    char given[64];
    size_t count = 0;
    for (int o = 0; o < OUTCOME_COUNT; o++) {
        const char *known = outcome_name((enum outcome)o);
        if (o == OUTCOME_ERROR || o == OUTCOME_WAIVED) /* never what a rule should do; no waiver is in force here */
            continue;
        if (strlen(known) == len && memcmp(known, name, len) == 0)
            return true;
        names[count++] = known;
    }
    snprintf(given, sizeof given, "%.*s", (int)len, name);
    say_unknown(g, FAULT_UNKNOWN_TOKEN, FAULT_UNKNOWN_TOKEN_NEAR, given, names, count);
    return false;
}

static bool good_message(struct reading *g, const struct rule *r, const char *message)
{
    const char *ids[256];
    size_t count = 0;
    for (size_t i = 0; i < r->info.message_count && count < sizeof ids / sizeof *ids; i++) {
        if (strcmp(r->info.messages[i].id, message) == 0)
            return true;
        ids[count++] = r->info.messages[i].id;
    }
    say_unknown(g, FAULT_UNKNOWN_MESSAGE, FAULT_UNKNOWN_MESSAGE_NEAR, message, ids, count);
    return false;
}

/* ---- directives ---- */

/* The rule that a remark without one speaks of: the only one that judges the document, as the remarks above say. */
static const struct rule *only_rule(const struct example_file *e)
{
    if (e->limited)
        return e->rule_count == 1 ? e->rules[0] : NULL;
    return e->pack->rule_count == 1 ? &e->pack->rules[0] : NULL;
}

static bool is_outcome(const char *word)
{
    size_t len = strcspn(word, ":");
    for (int o = 0; o < OUTCOME_COUNT; o++)
        if (strlen(outcome_name((enum outcome)o)) == len && memcmp(outcome_name((enum outcome)o), word, len) == 0)
            return true;
    return false;
}

static void read_expect(struct reading *g, const char *at)
{
    struct example_file *e = g->file;
    const char *id = take(g, &at), *after = at, *outcome = take(g, &at), *rest = skip(at);
    const struct rule *only = id && !outcome && is_outcome(id) ? only_rule(e) : NULL;
    if (only) {
        outcome = id;
        at = after;
    }
    if (!id || !outcome || *rest) {
        SAY(g, FAULT_EXAMPLE_FORM, g->remark->text, "expect: audit-right fail:missing");
        return;
    }
    const struct rule *r = only ? only : find_rule(g, id);
    size_t len = strcspn(outcome, ":");
    if (!r || !good_outcome(g, outcome, len) || (outcome[len] && !good_message(g, r, outcome + len + 1)))
        return;
    if (e->expected_count < EXAMPLE_EXPECTED)
        e->expected[e->expected_count++] = (struct expectation){r, outcome, g->remark, (size_t)(at - g->remark->text) - strlen(outcome),
                                                                strlen(outcome)};
}

static void read_rules(struct reading *g, const char *at)
{
    struct example_file *e = g->file;
    size_t before = e->rule_count;
    for (const char *id; (id = take(g, &at)) != NULL;) {
        const struct rule *r = find_rule(g, id);
        if (r && e->rule_count < e->pack->rule_count)
            e->rules[e->rule_count++] = r;
    }
    e->limited = true;
    if (e->rule_count == before && !e->mistakes)
        SAY(g, FAULT_EXAMPLE_FORM, g->remark->text, "rules: audit-right, incident-report-within");
}

static void read_as_of(struct reading *g, const char *at)
{
    const char *date = take(g, &at);
    day when;
    if (date && !*skip(at) && value_parse_date(date, strlen(date), &when))
        g->file->as_of = date;
    else
        SAY(g, FAULT_EXAMPLE_FORM, g->remark->text, "as-of: 2026-04-01");
}

static const struct directive {
    const char *name;
    void (*read)(struct reading *g, const char *at);
} directives[] = {{"expect", read_expect}, {"rules", read_rules}, {"as-of", read_as_of}};

enum { DIRECTIVES = sizeof directives / sizeof *directives };

/* A remark that begins with a word and a colon may be one that was misspelt; all others are for people. */
static void read_remark(struct reading *g)
{
    const char *text = g->remark->text, *names[DIRECTIVES];
    size_t len = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
    if (!len || text[len] != ':')
        return;
    char *name = arena_copy(g->arena, text, len);
    for (size_t i = 0; name && i < DIRECTIVES; i++) {
        names[i] = directives[i].name;
        if (strcmp(name, names[i]) == 0) {
            directives[i].read(g, text + len + 1);
            return;
        }
    }
    const char *near = name ? text_suggest(name, names, DIRECTIVES) : NULL;
    if (near)
        SAY(g, FAULT_UNKNOWN_TOKEN_NEAR, name, near);
}

/* ---- files ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in PACK/examples, sorted: what is hidden or a page about the examples is left out. NULL when memory is out. */
static const char **list(struct arena *arena, const char *folder, size_t *count)
{
    const char **names = arena_array(arena, EXAMPLE_FILES, sizeof *names);
    DIR *d = names ? opendir(folder) : NULL;
    *count = 0;
    for (struct dirent *e; d && *count < EXAMPLE_FILES && (e = readdir(d));)
        if (e->d_name[0] != '.' && strncmp(e->d_name, "README", 6) != 0)
            names[(*count)++] = arena_copy(arena, e->d_name, strlen(e->d_name));
    if (d)
        closedir(d);
    if (names && !arena_failed(arena))
        qsort(names, *count, sizeof *names, by_text);
    return names;
}

static bool is_folder(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

static bool begin(struct reading *g, const struct pack *p, const char *folder, const char *name)
{
    struct example_file *e = g->file;
    *e = (struct example_file){.name = name, .as_of = "2026-04-01", .pack = p};
    e->path = arena_format(g->arena, "%s/%s", folder, name);
    e->rules = arena_array(g->arena, p->rule_count + 1, sizeof *e->rules);
    e->expected = arena_array(g->arena, EXAMPLE_EXPECTED, sizeof *e->expected);
    e->folder = e->path && is_folder(e->path);
    return e->path && e->rules && e->expected;
}

static bool read_one(struct reading *g, const struct pack *p, const char *folder, const char *name)
{
    struct remarks all;
    struct fault f = {.id = FAULT_NONE};
    if (!begin(g, p, folder, name))
        return false;
    if (remarks_read(g->file->path, g->arena, &all, &f) < 0) {
        tell(g, &f);
        all.count = 0;
    }
    for (size_t i = 0; i < all.count; i++) {
        g->remark = &all.at[i];
        read_remark(g);
    }
    return !arena_failed(g->arena);
}

static const char *folder_of(const struct pack *p, struct arena *arena)
{
    const char *slash = strrchr(p->file, '/');
    return arena_format(arena, "%.*s/examples", slash ? (int)(slash - p->file) : 1, slash ? p->file : ".");
}

int example_files_load(const struct ruleset *r, struct arena *arena, example_mistake *mistake, void *context,
                       struct example_files *out, struct fault *f)
{
    struct reading g = {.arena = arena, .mistake = mistake, .context = context};
    *out = (struct example_files){0, arena_array(arena, EXAMPLE_FILES, sizeof *out->at)};
    bool good = out->at != NULL;
    for (size_t i = 0; good && i < r->pack_count; i++) {
        size_t count;
        const char *folder = r->packs[i].chosen ? folder_of(&r->packs[i], arena) : NULL;
        const char **names = folder ? list(arena, folder, &count) : NULL;
        good = !r->packs[i].chosen || names;
        for (size_t k = 0; good && names && k < count && out->count < EXAMPLE_FILES; k++) {
            g.file = &out->at[out->count++];
            good = read_one(&g, &r->packs[i], folder, names[k]);
        }
    }
    return good && !arena_failed(arena) ? 0 : fault_set(f, FAULT_MEMORY);
}

/* ---- asking ---- */

bool example_file_asks(const struct example_file *e, const struct rule *r)
{
    if (!e->limited)
        return r->pack == e->pack;
    for (size_t i = 0; i < e->rule_count; i++)
        if (e->rules[i] == r)
            return true;
    return example_file_expects(e, r, 0) != NULL;
}

const struct expectation *example_file_expects(const struct example_file *e, const struct rule *r, size_t n)
{
    for (size_t i = 0; i < e->expected_count; i++)
        if (e->expected[i].rule == r && n-- == 0)
            return &e->expected[i];
    return NULL;
}

const char *example_file_path(const struct example_file *e, const struct remark *r, struct arena *arena)
{
    const char *path = e->folder ? arena_format(arena, "%s/%s", e->path, r->file) : e->path;
    return path ? path : e->path;
}
