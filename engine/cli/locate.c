/* Finds policies and rule packs, and loads them. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/settings.h"
#include "packs/store.h"

enum { FAULTS = 100 };

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
    return fault_set(f, FAULT_POLICY_NOT_FOUND, name);
}

/* Where packs are looked for: --packs, ../rules beside the policy, the shipped ones. */
static void pack_folders(const struct command *c, const char *policy, char beside[SETTINGS_PATH],
                         char ours[SETTINGS_PATH], const char *installed, const char *out[SETTINGS_FOLDERS])
{
    size_t n = 0;
    if (c->values[OPTION_PACKS])
        out[n++] = c->values[OPTION_PACKS];
    const char *slash = strrchr(policy, '/');
    int len = slash ? snprintf(beside, SETTINGS_PATH, "%.*s/../rules", (int)(slash - policy), policy)
                    : snprintf(beside, SETTINGS_PATH, "../rules");
    if (len > 0 && len < SETTINGS_PATH && access(beside, F_OK) == 0)
        out[n++] = beside;
    if (shipped("rules", ours))
        out[n++] = ours;
    if (access(installed, F_OK) == 0)
        out[n++] = installed;
    out[n] = NULL;
}

struct ruleset *load_policy(const struct command *c, int *code)
{
    char policy[SETTINGS_PATH], beside[SETTINGS_PATH], ours[SETTINGS_PATH], home[SETTINGS_PATH] = "";
    char installed[SETTINGS_PATH + 8];
    const char *folders[SETTINGS_FOLDERS];
    struct fault f = {0};
    if (find_policy(c, policy, &f) < 0) {
        *code = fail_with(&f, c->language);
        return NULL;
    }
    struct fault homeless = {0};
    bool has_home = pack_home(home, &homeless) == 0;
    store_folder(home, installed, sizeof installed);
    if (has_home && access(installed, F_OK) == 0 && verify_installed(&f) < 0) {
        *code = fail_with(&f, c->language);
        return NULL;
    }
    pack_folders(c, policy, beside, ours, installed, folders);
    struct fault *faults = calloc(FAULTS, sizeof *faults);
    size_t count = 0;
    struct ruleset *rules = faults ? ruleset_load(policy, folders, faults, FAULTS, &count) : NULL;
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
