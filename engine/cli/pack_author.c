/* `kijun pack new`, `definitions`, `build`: what an author of rule packs does before a pack is signed. */
#include <stdio.h>
#include <string.h>

#include "cli/pack_verbs.h"
#include "cli/settings.h"
#include "packs/archive.h"
#include "packs/lock.h"
#include "packs/scaffold.h"
#include "packs/store.h"

enum { MADE_NAME = 512 };

static void say_next(const struct command *c, const char *folder)
{
    static const char *const ready[LANGUAGE_COUNT] = {"The pack is ready. Next:", "パックを作成しました。次の手順:"};
    printf("%s\n\n  kijun test %s\n  kijun lint %s\n  kijun doc %s\n", ready[c->language], folder, folder, folder);
}

/* The tables of a new pack's README.md, from its rule. What hinders that (the packs that it requires are not found) is said, and the
 * pack is there all the same. */
static int make_tables(const struct command *c, const char *folder, struct fault *f)
{
    int code;
    struct ruleset *rules = load_pack(c, folder, &code);
    int result = rules ? renew_pack_page(rules, folder, f) : 0;
    ruleset_free(rules);
    return result;
}

/* OWNER/NAME becomes a folder of that name, here or in --out. */
int pack_new(const struct command *c, struct fault *f)
{
    char folder[SETTINGS_PATH], date[16];
    const char *name = pack_argument(c, 1), *out = c->values[OPTION_OUT];
    struct buffer text;
    day today;
    if (!name)
        return pack_needs(c, "OWNER/NAME", f);
    if (setting_as_of(c, &today, f) < 0)
        return -1;
    int len = snprintf(folder, sizeof folder, "%s%s%s", out ? out : "", out ? "/" : "", name);
    if (len < 0 || (size_t)len >= sizeof folder)
        return pack_needs(c, "OWNER/NAME", f);
    buffer_init_fixed(&text, date, sizeof date);
    struct value v = {.type = VALUE_DATE, .as.date = today};
    value_write(&text, &v);
    if (scaffold_make(folder, name, date, f) < 0 || make_tables(c, folder, f) < 0)
        return -1;
    if (!c->values[OPTION_QUIET])
        say_next(c, folder);
    return 0;
}

int pack_definitions(const struct command *c, struct fault *f)
{
    const char *folder = pack_argument(c, 1);
    return folder ? scaffold_definitions(folder, f) : pack_needs(c, "FOLDER", f);
}

int pack_build(const struct command *c, struct fault *f)
{
    struct pack_name name;
    struct buffer b;
    char path[MADE_NAME];
    if (!pack_argument(c, 1))
        return pack_needs(c, "FOLDER", f);
    if (pack_name_of_folder(pack_argument(c, 1), &name, f) < 0)
        return -1;
    if (lock_check(pack_argument(c, 1), f) < 0)
        return -1;
    snprintf(path, sizeof path, "%s-%s.kpack", name.name, name.version);
    for (char *at = path; *at; at++)
        if (*at == '/')
            *at = '-';
    buffer_init(&b, ARCHIVE_BYTES);
    int result = archive_build(pack_argument(c, 1), &b, f);
    const char *to = c->values[OPTION_OUT] ? c->values[OPTION_OUT] : path;
    if (result == 0)
        result = pack_write_new(to, &b, 0644, f);
    if (result == 0)
        result = lock_write(pack_argument(c, 1), f);
    if (result == 0)
        puts(to);
    buffer_free(&b);
    return result;
}
