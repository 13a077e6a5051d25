/* `kijun lint`: what is no mistake yet, and will bite later. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/settings.h"
#include "packs/lock.h"
#include "report/author.h"
#include "report/doc.h"
#include "rules/lint.h"

enum { PAGE_BYTES = 4 * 1024 * 1024 };

/* What to do is said once for all findings of a kind. */
static void show_one(const struct command *c, const struct lint *found, size_t n)
{
    char text[2048];
    size_t i = 0;
    while (i < n && found->at[i].id != found->at[n].id)
        i++;
    if (i == n) {
        tell_fault(stdout, &found->at[n], c->language);
        return;
    }
    fault_text(&found->at[n], c->language, text, sizeof text);
    printf("kijun: %s\n", text);
}

static int show(const struct command *c, struct lint *found)
{
    static const char *const none[LANGUAGE_COUNT] = {"nothing found", "指摘はありません"},
                             *const some[LANGUAGE_COUNT] = {"found", "件の指摘があります"};
    lint_sort(found);
    for (size_t i = 0; i < found->count; i++)
        show_one(c, found, i);
    if (found->count)
        printf("%zu %s\n", found->count, some[c->language]);
    else if (!c->values[OPTION_QUIET])
        puts(none[c->language]);
    return found->count ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* The README.md of the pack: that it is there, and that what is made from the rules is as they are. */
static int lint_page(const struct ruleset *rules, const char *folder, struct lint *found, struct fault *f)
{
    char path[SETTINGS_PATH + 16];
    struct buffer page;
    snprintf(path, sizeof path, "%s/README.md", folder);
    if (access(path, F_OK) != 0) {
        struct fault *missing = lint_add(found);
        fault_set(missing, FAULT_LINT_PAGE);
        fault_where(missing, folder, 0);
        return 0;
    }
    buffer_init(&page, PAGE_BYTES);
    int result = file_read(AT_FDCWD, path, path, PAGE_BYTES, &page, f);
    if (result == 0)
        doc_stale(rules, path, page.at ? page.at : "", found);
    buffer_free(&page);
    return result;
}

/* Content that changed under a version that was built. */
static void lint_version(const char *folder, struct lint *found)
{
    struct fault f = {0};
    if (lock_check(folder, &f) < 0)
        *lint_add(found) = f;
}

static int show_json(const struct command *c, struct lint *found)
{
    struct buffer out;
    struct fault f = {0};
    lint_sort(found);
    buffer_init(&out, PAGE_BYTES);
    author_lint_json(found, c->language, &out);
    int code = out.failed ? (fault_set(&f, FAULT_MEMORY), fail_with(&f, c->language)) : found->count ? EXIT_FINDINGS : EXIT_CLEAN;
    if (!out.failed)
        fputs(out.at, stdout);
    buffer_free(&out);
    return code;
}

int verb_lint(const struct command *c)
{
    char folder[SETTINGS_PATH];
    struct fault f = {0};
    struct lint found = {0};
    int code;
    const char *format = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "text";
    if (strcmp(format, "text") != 0 && strcmp(format, "json") != 0) {
        fault_set(&f, FAULT_OPTION_CHOICE, "format", format, "text, json");
        return fail_with(&f, c->language);
    }
    struct ruleset *rules = load_named_pack(c, folder, &code);
    if (!rules)
        return code;
    lint_version(folder, &found);
    bool done = lint_rules(rules, &found, &f) == 0 && lint_page(rules, folder, &found, &f) == 0;
    code = !done ? fail_with(&f, c->language) : *format == 'j' ? show_json(c, &found) : show(c, &found);
    lint_free(&found);
    ruleset_free(rules);
    return code;
}
