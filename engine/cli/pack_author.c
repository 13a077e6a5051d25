/* `kijun pack new`, `definitions`, `build`: what an author of rule packs does before a pack is signed. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
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
    if (comes_with_kijun(strrchr(name, '/') ? strrchr(name, '/') + 1 : name))
        return fault_set(f, FAULT_PACK_NAME_SHIPPED, strrchr(name, '/') ? strrchr(name, '/') + 1 : name);
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

/* A pack that does not load is not built: its customers would find out. 0, or the exit code after the mistakes were told. */
static int try_to_load(const struct command *c, const char *folder)
{
    int code = EXIT_CLEAN;
    struct ruleset *rules = load_pack(c, folder, &code);
    ruleset_free(rules);
    return rules ? EXIT_CLEAN : code;
}

int pack_build(const struct command *c, struct fault *f)
{
    struct pack_name name;
    struct buffer b;
    char path[MADE_NAME];
    const char *given = pack_argument(c, 1);
    char folder[SETTINGS_PATH];
    if (!given || !*given || strlen(given) >= sizeof folder)
        return pack_needs(c, "FOLDER", f);
    size_t len = strlen(given);
    while (len > 1 && given[len - 1] == '/')
        len--;
    snprintf(folder, sizeof folder, "%.*s", (int)len, given);
    if (!is_pack(folder))
        return no_such_pack(folder, f);
    if (pack_name_of_folder(folder, &name, f) < 0 || lock_check(folder, f) < 0)
        return -1;
    int code = try_to_load(c, folder);
    if (code != EXIT_CLEAN)
        return code;
    snprintf(path, sizeof path, "%s-%s.kpack", name.name, name.version);
    for (char *at = path; *at; at++)
        if (*at == '/')
            *at = '-';
    buffer_init(&b, ARCHIVE_BYTES);
    int result = archive_build(folder, &b, f);
    const char *to = c->values[OPTION_OUT] ? c->values[OPTION_OUT] : path;
    if (result == 0 && !file_holds(AT_FDCWD, to, b.at, b.len)) /* built again it may stand there */
        result = pack_write_new(to, &b, 0644, f);
    if (result == 0)
        result = lock_write(folder, f);
    if (result == 0)
        puts(to);
    buffer_free(&b);
    return result;
}
