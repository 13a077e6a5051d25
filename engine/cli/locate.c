/* Finds policies and rule packs, and loads them. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/settings.h"
#include "packs/store.h"
#include "rules/image.h"

enum { FAULTS = 1000 };

/* The folder `name` of what is shipped: in the source tree (build/<mode>/kijun), or installed (bin/kijun and share/kijun). */
static bool shipped(const char *name, char out[SETTINGS_PATH])
{
    static const char *const ways[] = {"../..", "../share/kijun"};
    char exe[SETTINGS_PATH];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n <= 0)
        return false;
    exe[n] = '\0';
    *strrchr(exe, '/') = '\0';
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char path[2 * SETTINGS_PATH];
        snprintf(path, sizeof path, "%s/%s/%s", exe, ways[i], name);
        char *real = realpath(path, NULL);
        bool fits = real && strlen(real) < SETTINGS_PATH;
        if (fits)
            memcpy(out, real, strlen(real) + 1);
        free(real);
        if (fits)
            return true;
    }
    return false;
}

/* A file that exists is taken; a bare name may be that of a shipped policy. */
static int find_policy(const struct command *c, char out[SETTINGS_PATH], struct fault *f)
{
    const char *given = c->values[OPTION_POLICY];
    const char *name = given ? given : "standard";
    char folder[SETTINGS_PATH];
    if (given && strlen(given) < SETTINGS_PATH && access(given, F_OK) == 0) {
        memcpy(out, given, strlen(given) + 1);
        return 0;
    }
    if (!strchr(name, '/') && shipped("policies", folder)) {
        size_t n = strlen(name);
        const char *ending = n > 4 && strcmp(name + n - 4, ".lua") == 0 ? "" : ".lua";
        int len = snprintf(out, SETTINGS_PATH, "%s/%s%s", folder, name, ending);
        if (len > 0 && len < SETTINGS_PATH && access(out, F_OK) == 0)
            return 0;
    }
    char near[FOLDER_SUGGESTION];
    if (!strchr(name, '/') && shipped("policies", folder) && folder_suggest(folder, ".lua", name, near))
        return fault_set(f, FAULT_POLICY_NOT_FOUND_NEAR, name, near);
    return fault_set(f, FAULT_POLICY_NOT_FOUND, name);
}

/* Where packs are looked for, in this order. */
struct places {
    char beside[2][SETTINGS_PATH];  /* near to the policy, or to the pack */
    char shipped[SETTINGS_PATH], installed[SETTINGS_PATH + 8];
    const char *folders[SETTINGS_FOLDERS]; /* NULL-terminated */
    size_t count;
};

static void look_in(struct places *p, const char *folder)
{
    if (folder[0] && access(folder, F_OK) == 0)
        p->folders[p->count++] = folder;
}

/* The folder of what is installed; "" when there is none. */
static void installed_folder(char out[SETTINGS_PATH + 8])
{
    struct fault homeless = {0};
    char home[SETTINGS_PATH] = "";
    out[0] = '\0';
    if (pack_home(home, &homeless) == 0)
        store_folder(home, out, SETTINGS_PATH + 8);
    if (out[0] && access(out, F_OK) != 0)
        out[0] = '\0';
}

static void find_places(const struct command *c, struct places *p)
{
    if (c->values[OPTION_PACKS])
        p->folders[p->count++] = c->values[OPTION_PACKS];
    look_in(p, p->beside[0]);
    look_in(p, p->beside[1]);
    if (shipped("rules", p->shipped))
        look_in(p, p->shipped);
    installed_folder(p->installed);
    look_in(p, p->installed);
    p->folders[p->count] = NULL;
}

/* `folder` is that of a policy or a pack, without its last part; "../x" when it has none. */
static void place_beside(char out[SETTINGS_PATH], const char *path, const char *rest)
{
    const char *slash = strrchr(path, '/');
    int len = slash ? snprintf(out, SETTINGS_PATH, "%.*s/%s", (int)(slash - path), path, rest)
                    : snprintf(out, SETTINGS_PATH, "%s", rest);
    if (len < 0 || len >= SETTINGS_PATH)
        out[0] = '\0';
}

typedef struct ruleset *loader_of(const char *path, const char *const *folders, struct fault *faults, size_t max,
                                  size_t *count);

/* Nothing installed is loaded before its signature was checked. */
static struct ruleset *load(const struct command *c, loader_of *loads, const char *path, struct places *p, int *code)
{
    struct fault f = {0};
    find_places(c, p);
    if (p->installed[0] && verify_installed(&f) < 0) {
        *code = fail_with(&f, c->language);
        return NULL;
    }
    struct fault *faults = calloc(FAULTS, sizeof *faults);
    size_t count = 0;
    struct ruleset *rules = faults ? loads(path, p->folders, faults, FAULTS, &count) : NULL;
    *code = EXIT_USAGE;
    if (!faults) {
        fault_set(&f, FAULT_MEMORY);
        *code = fail_with(&f, c->language);
    }
    for (size_t i = 0; !rules && i < count && i < FAULTS; i++) {
        int one = fail_with(&faults[i], c->language);
        *code = one > *code ? one : *code;
    }
    free(faults);
    return rules;
}

bool cache_folder(char out[SETTINGS_PATH])
{
    const char *own = getenv("KIJUN_CACHE"), *caches = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    int len = 0;
    if (own && *own)
        len = strcmp(own, "off") ? snprintf(out, SETTINGS_PATH, "%s", own) : 0;
    else if (caches && caches[0] == '/')
        len = snprintf(out, SETTINGS_PATH, "%s/kijun", caches);
    else if (home && home[0] == '/')
        len = snprintf(out, SETTINGS_PATH, "%s/.cache/kijun", home);
    return len > 0 && len < SETTINGS_PATH;
}

static struct ruleset *load_kept(const char *path, const char *const *folders, struct fault *faults, size_t max,
                                 size_t *count)
{
    char cache[SETTINGS_PATH];
    return ruleset_load_kept(cache_folder(cache) ? cache : NULL, path, folders, faults, max, count);
}

static struct ruleset *load_policy_with(const struct command *c, loader_of *loads, int *code)
{
    char policy[SETTINGS_PATH];
    struct fault f = {0};
    struct places *p = calloc(1, sizeof *p);
    if (!p || find_policy(c, policy, &f) < 0) {
        fault_set(&f, FAULT_MEMORY); /* the first fault stays */
        *code = fail_with(&f, c->language);
        free(p);
        return NULL;
    }
    place_beside(p->beside[0], policy, "../rules");
    place_beside(p->beside[1], policy, ".");
    struct ruleset *rules = load(c, loads, policy, p, code);
    free(p);
    return rules;
}

struct ruleset *load_policy(const struct command *c, int *code)
{
    return load_policy_with(c, ruleset_load, code);
}

struct ruleset *load_policy_to_judge(const struct command *c, int *code)
{
    return load_policy_with(c, load_kept, code);
}

/* ---- packs ---- */

bool is_pack(const char *folder)
{
    char path[SETTINGS_PATH + 16];
    int len = snprintf(path, sizeof path, "%s/pack.lua", folder);
    return len > 0 && (size_t)len < sizeof path && access(path, R_OK) == 0;
}

static bool pack_below(const char *folder, const char *name, char out[SETTINGS_PATH])
{
    int len = snprintf(out, SETTINGS_PATH, "%s/%s", folder, name);
    return folder[0] && len > 0 && len < SETTINGS_PATH && is_pack(out);
}

bool find_pack(const struct command *c, const char *argument, char folder[SETTINGS_PATH])
{
    char ours[SETTINGS_PATH] = "", installed[SETTINGS_PATH + 8];
    size_t len = strlen(argument);
    while (len > 1 && argument[len - 1] == '/')
        len--;
    if (len == 0 || len >= SETTINGS_PATH)
        return false;
    memcpy(folder, argument, len);
    folder[len] = '\0';
    if (is_pack(folder))
        return true;
    if (c->values[OPTION_PACKS] && pack_below(c->values[OPTION_PACKS], argument, folder))
        return true;
    if (argument[0] == '.' || argument[0] == '/')
        return false;
    if (shipped("rules", ours) && pack_below(ours, argument, folder))
        return true;
    installed_folder(installed);
    return pack_below(installed, argument, folder);
}

bool comes_with_kijun(const char *name)
{
    char folder[SETTINGS_PATH], path[SETTINGS_PATH];
    return shipped("rules", folder) && pack_below(folder, name, path);
}

int no_such_pack(const char *argument, struct fault *f)
{
    char folder[SETTINGS_PATH + 8], near[FOLDER_SUGGESTION], path[SETTINGS_PATH];
    for (int i = 0; i < 2; i++) {
        if (i == 0 && !shipped("rules", folder))
            continue;
        if (i == 1)
            installed_folder(folder);
        if (folder[0] && folder_suggest(folder, "", argument, near) && pack_below(folder, near, path))
            return fault_set(f, FAULT_PACK_UNKNOWN_NEAR, argument, near);
    }
    return fault_set(f, FAULT_PACK_UNKNOWN, argument);
}

struct ruleset *load_pack(const struct command *c, const char *folder, int *code)
{
    struct places *p = calloc(1, sizeof *p);
    if (!p) {
        struct fault f = {0};
        fault_set(&f, FAULT_MEMORY);
        *code = fail_with(&f, c->language);
        return NULL;
    }
    place_beside(p->beside[0], folder, ".");      /* acme/banking beside core */
    place_beside(p->beside[1], folder, "..");     /* banking in acme, which is beside core */
    struct ruleset *rules = load(c, ruleset_load_pack, folder, p, code);
    free(p);
    return rules;
}

struct ruleset *load_named_pack(const struct command *c, char folder[SETTINGS_PATH], int *code)
{
    struct fault f = {0};
    if (find_pack(c, c->arguments[0], folder))
        return load_pack(c, folder, code);
    no_such_pack(c->arguments[0], &f);
    *code = fail_with(&f, c->language);
    return NULL;
}
