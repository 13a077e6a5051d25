/* `kijun lint`: what is no mistake yet, and will bite later. */
#include <stdio.h>

#include "cli/settings.h"
#include "rules/lint.h"

static int show(const struct command *c, struct lint *found)
{
    static const char *const none[LANGUAGE_COUNT] = {"nothing found", "指摘はありません"},
                             *const some[LANGUAGE_COUNT] = {"found", "件の指摘があります"};
    lint_sort(found);
    for (size_t i = 0; i < found->count; i++)
        tell_fault(stdout, &found->at[i], c->language);
    if (found->count)
        printf("%zu %s\n", found->count, some[c->language]);
    else if (!c->values[OPTION_QUIET])
        puts(none[c->language]);
    return found->count ? EXIT_FINDINGS : EXIT_CLEAN;
}

int verb_lint(const struct command *c)
{
    char folder[SETTINGS_PATH];
    struct fault f = {0};
    struct lint found = {0};
    int code;
    if (!find_pack(c, c->arguments[0], folder)) {
        fault_set(&f, FAULT_PACK_UNKNOWN, c->arguments[0]);
        return fail_with(&f, c->language);
    }
    struct ruleset *rules = load_pack(c, folder, &code);
    if (!rules)
        return code;
    code = lint_rules(rules, &found, &f) < 0 ? fail_with(&f, c->language) : show(c, &found);
    lint_free(&found);
    ruleset_free(rules);
    return code;
}
