/* Rule packs: the manifest, the vocabulary, and which rule files there are. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/data_load.h"
#include "base/file.h"
#include "base/reason.h"
#include "base/semver.h"
#include "base/version.h"
#include "rules/loading.h"

#define TEXT_OF_(x) #x
#define TEXT_OF(x) TEXT_OF_(x)

/* ---- content hash: over the names and the bytes of all files of the pack, in order ---- */

struct content {
    struct loading *l;
    const char *part[2 + 2 * RULESET_RULES + 4];
    size_t count;
};

static void add_content(struct content *c, const char *name, const char *bytes)
{
    if (c->count + 2 <= sizeof c->part / sizeof *c->part) {
        c->part[c->count++] = name;
        c->part[c->count++] = bytes;
    }
}

/* The file's text in the arena; NULL with a fault noted. */
static const char *read_source(struct loading *l, const char *path, size_t cap, size_t *len)
{
    struct buffer b;
    struct fault f = {.id = FAULT_NONE};
    buffer_init(&b, cap);
    const char *text = NULL;
    inputs_note(l->inputs, path);
    if (file_read(AT_FDCWD, path, path, cap, &b, &f))
        *loading_fault(l) = f;
    else if (!(text = arena_copy(l->aside, b.at ? b.at : "", b.len)))
        fault_set(loading_fault(l), FAULT_MEMORY);
    *len = b.len;
    buffer_free(&b);
    return text;
}

static const struct data *read_data(struct content *c, const char *path, const char *name, bool functions, size_t cap,
                                    struct arena *arena, const char **source, size_t *len)
{
    struct fault f = {.id = FAULT_NONE};
    *source = read_source(c->l, path, cap, len);
    if (!*source)
        return NULL;
    add_content(c, name, *source);
    const struct data *d = data_read(path, *source, *len, functions, arena, &f);
    if (!d)
        *loading_fault(c->l) = f;
    return d;
}

/* ---- the rule files ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names that end in .lua, sorted; *count of them. An absent folder has none. */
static const char **list_rules(struct loading *l, const char *folder, size_t *count)
{
    const char **names = arena_array(l->aside, RULESET_RULES + 1, sizeof *names);
    inputs_note(l->inputs, folder);
    DIR *d = opendir(folder);
    *count = 0;
    if (!d && errno != ENOENT) {
        struct fault *f = loading_fault(l);
        fault_set(f, FAULT_FILE_OPEN, reason_of(errno));
        fault_where(f, folder, 0);
    }
    for (struct dirent *e; d && names && (e = readdir(d));) {
        size_t len = strlen(e->d_name);
        if (e->d_name[0] == '.' || len < 5 || strcmp(e->d_name + len - 4, ".lua"))
            continue;
        if (*count == RULESET_RULES) {
            fault_set(loading_fault(l), FAULT_LIMIT, "rules/*.lua", TEXT_OF(1000));
            break;
        }
        if (!(names[*count] = arena_copy(l->arena, e->d_name, len)))
            break;
        ++*count;
    }
    if (d)
        closedir(d);
    if (names)
        qsort(names, *count, sizeof *names, by_name);
    return names;
}

static void read_rules(struct content *c, struct pack *p, const char *folder)
{
    struct loading *l = c->l;
    const char *rules_folder = arena_format(l->arena, "%s/rules", folder);
    size_t count;
    const char **names = rules_folder ? list_rules(l, rules_folder, &count) : NULL;
    p->rules = names ? arena_array(l->arena, count + 1, sizeof *p->rules) : NULL;
    for (size_t i = 0; p->rules && i < count; i++) {
        struct rule *r = &p->rules[p->rule_count];
        r->pack = p;
        r->file = arena_format(l->arena, "%s/%s", rules_folder, names[i]);
        r->chunk = arena_format(l->arena, "@%s/rules/%s", p->info.name, names[i]);
        if (!r->file || !r->chunk)
            continue;
        r->declared = read_data(c, r->file, names[i], true, RULE_FILE_BYTES, l->aside, &r->source, &r->source_len);
        p->rule_count += r->declared != NULL;
    }
}

/* ---- the manifest ---- */

static void check_range(struct loading *l, const struct data *where, const char *name, const char *version,
                        const char *range)
{
    struct semver v;
    if (!semver_range_valid(range))
        loading_say(l, where, FAULT_DECLARE_FORM, range, "\">=1.0 <2.0\"");
    else if (semver_parse(version, true, &v) && !semver_within(&v, range))
        loading_say(l, where, FAULT_PACK_VERSION, name, version, range);
}

static void load_required(struct loading *l, const struct data *requires)
{
    for (size_t i = 0; requires && i < requires->as.table.named; i++) {
        const struct data *want = &requires->as.table.members[i];
        struct pack *p = pack_load(l, want, want->key);
        if (p && want->type == DATA_TEXT)
            check_range(l, want, want->key, p->info.version, want->as.text.at);
        else if (p)
            loading_say(l, want, FAULT_DECLARE_TEXT, want->key);
    }
}

static void read_languages(struct loading *l, const struct data *manifest, struct pack *p)
{
    size_t count;
    const char *const *names = declared_list(l, manifest, "languages", &count);
    static const char *const known[] = {"en", "ja"};
    if (!count)
        loading_say(l, manifest, FAULT_DECLARE_MISSING, "languages");
    for (size_t i = 0; i < count; i++) {
        enum language language = language_of(names[i]);
        if (language == LANGUAGE_COUNT)
            loading_unknown(l, manifest, FAULT_UNKNOWN_TOKEN, names[i], known, 2);
        else
            p->languages[language] = true;
    }
}

/* Texts for the documentation, each in every language of the pack. */
static void read_caveats(struct loading *l, const struct data *manifest, const struct pack *p)
{
    const struct data *all = declared_table(l, manifest, "caveats", false);
    const char *words[LANGUAGE_COUNT];
    if (all && all->as.table.named)
        loading_say(l, all, FAULT_DECLARE_FORM, "caveats", "{ { en = \"...\", ja = \"...\" }, ... }");
    for (size_t i = 0; i < data_items(all); i++) {
        const struct data *item = data_item(all, i);
        if (item->type == DATA_TABLE)
            declared_words_of(l, item, "caveats", p->languages, words);
        else
            loading_say(l, item, FAULT_DECLARE_TABLE, "caveats");
    }
}

static void read_manifest(struct loading *l, struct pack *p, const char *name)
{
    static const char *const known[] = {"name", "version", "engine", "requires", "languages", "date", "jurisdiction",
                                        "licence", "title", "why", "standards", "questions", "caveats", NULL};
    const struct data *d = p->declared;
    declared_fields(l, d, known);
    const char *own = declared_text(l, d, "name", true);
    if (own && strcmp(own, name))
        loading_say(l, data_get(d, "name"), FAULT_DECLARE_FORM, own, name);
    struct semver v;
    p->info.version = declared_text(l, d, "version", true);
    if (p->info.version && !semver_parse(p->info.version, false, &v))
        loading_say(l, data_get(d, "version"), FAULT_DECLARE_FORM, p->info.version, "\"1.0.0\"");
    if (!p->info.version)
        p->info.version = "0.0.0";
    const char *date = declared_text(l, d, "date", false);
    day ignored;
    if (date && !value_parse_date(date, strlen(date), &ignored))
        loading_say(l, data_get(d, "date"), FAULT_DECLARE_FORM, date, "\"2026-11-01\"");
    const char *engine = declared_text(l, d, "engine", true);
    if (engine)
        check_range(l, data_get(d, "engine"), "engine", TEXT_OF(KIJUN_API_MAJOR) "." TEXT_OF(KIJUN_API_MINOR), engine);
    read_languages(l, d, p);
    declared_words(l, d, "title", p->languages, true, p->info.title);
    read_caveats(l, d, p);
    load_required(l, declared_table(l, d, "requires", false));
}

/* ---- finding and loading ---- */

static bool exists(struct loading *l, const char *path)
{
    inputs_note(l->inputs, path);
    return access(path, R_OK) == 0;
}

/* `folder/name` if a pack is there, else NULL. */
static const char *pack_below(struct loading *l, const char *folder, const char *name)
{
    const char *path = arena_format(l->arena, "%s/%s", folder, name);
    const char *manifest = path ? arena_format(l->arena, "%s/pack.lua", path) : NULL;
    return manifest && exists(l, manifest) ? path : NULL;
}

static const char *find_folder(struct loading *l, const char *name)
{
    if (l->own_name && !strcmp(l->own_name, name))
        return l->own_folder;
    for (const char *const *f = l->folders; *f; f++) {
        const char *folder = pack_below(l, *f, name);
        if (folder)
            return folder;
    }
    return NULL;
}

static struct pack *find_loaded(const struct loading *l, const char *name)
{
    for (size_t i = 0; i < l->set->pack_count; i++)
        if (!strcmp(l->set->packs[i].info.name, name))
            return &l->set->packs[i];
    return NULL;
}

static void read_pack(struct loading *l, struct pack *p, const char *folder, const char *name)
{
    struct content *c = arena_alloc(l->aside, sizeof *c);
    const char *vocabulary = arena_format(l->arena, "%s/vocabulary.lua", folder), *source;
    size_t len;
    if (!c || !vocabulary)
        return;
    c->l = l;
    p->declared = read_data(c, p->file, "pack.lua", false, DATA_FILE_BYTES, l->aside, &source, &len);
    if (!p->declared || !declared_tag(l, p->declared, "pack"))
        return;
    read_manifest(l, p, name);
    if (exists(l, vocabulary))
        p->vocabulary = read_data(c, vocabulary, "vocabulary.lua", false, DATA_FILE_BYTES, l->aside, &source, &len);
    read_rules(c, p, folder);
    if (!p->rule_count && !p->vocabulary)
        loading_say(l, p->declared, FAULT_PACK_NOTHING);
    p->info.content = hash_parts(c->part, c->count);
}

static bool is_open(const struct loading *l, const char *name)
{
    for (size_t i = 0; i < l->open_count; i++)
        if (!strcmp(l->open_packs[i], name))
            return true;
    return false;
}

/* The near name is looked for in every folder of packs; of acme/banking in acme. */
static void say_missing(struct loading *l, const struct data *where, const char *name)
{
    const char *slash = strrchr(name, '/');
    int owner = slash ? (int)(slash - name) : 0;
    for (const char *const *f = l->folders; *f; f++) {
        const char *folder = arena_format(l->arena, "%s/%.*s", *f, owner, name);
        char last[FOLDER_SUGGESTION];
        const char *near = folder && folder_suggest(folder, "", slash ? slash + 1 : name, last)
                               ? arena_format(l->arena, "%.*s%s%s", owner, name, slash ? "/" : "", last) : NULL;
        if (near && pack_below(l, *f, near)) {
            loading_say(l, where, FAULT_PACK_MISSING_NEAR, name, near);
            return;
        }
    }
    loading_say(l, where, FAULT_PACK_MISSING, name, *l->folders ? *l->folders : "");
}

struct pack *pack_load(struct loading *l, const struct data *where, const char *name)
{
    struct pack *p = find_loaded(l, name);
    if (p || !declared_pack_name(l, where, name))
        return p;
    if (is_open(l, name) || l->open_count == LOADING_DEPTH) {
        loading_say(l, where, FAULT_PACK_CYCLE, name);
        return NULL;
    }
    const char *folder = find_folder(l, name);
    if (!folder) {
        say_missing(l, where, name);
        return NULL;
    }
    struct pack read = {.info = {.name = arena_copy(l->arena, name, strlen(name)), .folder = folder},
                        .file = arena_format(l->arena, "%s/pack.lua", folder)};
    if (!read.info.name || !read.file || l->set->pack_count == RULESET_PACKS) {
        fault_set(loading_fault(l), read.info.name ? FAULT_LIMIT : FAULT_MEMORY, "packs", TEXT_OF(64));
        return NULL;
    }
    l->open_packs[l->open_count++] = read.info.name;
    read_pack(l, &read, folder, name);
    l->open_count--;
    if (!read.declared || l->set->pack_count == RULESET_PACKS)
        return NULL;
    struct pack *place = &l->set->packs[l->set->pack_count++];
    *place = read;
    for (size_t i = 0; i < place->rule_count; i++)
        place->rules[i].pack = place;
    return place;
}

void pack_load_folder(struct loading *l, const char *folder)
{
    struct fault f = {.id = FAULT_NONE};
    const char *path = arena_format(l->arena, "%s/pack.lua", folder);
    const struct data *manifest = path ? data_load(path, l->arena, &f) : NULL;
    const char *name = manifest && declared_tag(l, manifest, "pack") ? declared_text(l, manifest, "name", true) : NULL;
    if (!manifest) {
        fault_set(&f, FAULT_MEMORY);
        *loading_fault(l) = f;
    }
    if (!name)
        return;
    l->own_name = l->set->name = name;
    l->own_folder = arena_copy(l->arena, folder, strlen(folder));
    struct pack *p = l->own_folder ? pack_load(l, data_get(manifest, "name"), name) : NULL;
    if (p)
        p->chosen = true;
    ruleset_index(l);
}
