/* The snippets in rules/README.md are what they say: a manifest, a rule and a policy that load. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/world.h"

static char *read_all(const char *name)
{
    FILE *f = fopen(name, "r");
    cr_assert_not_null(f);
    char *text = calloc(1, 1 << 20);
    cr_assert(fread(text, 1, (1 << 20) - 1, f) > 0);
    fclose(f);
    return text;
}

/* The code block of the page that holds this text; the caller frees it. */
static char *snippet(const char *page, const char *holds)
{
    for (const char *p = page; (p = strstr(p, "```lua\n")); p++) {
        const char *end = strstr(p + 7, "```\n"), *found = strstr(p, holds);
        if (end && found && found < end)
            return strndup(p + 7, (size_t)(end - p - 7));
    }
    cr_assert_fail("the page has no snippet with %s", holds);
    return NULL;
}

Test(readme, the_rule_and_the_manifest_load_as_they_stand)
{
    char *page = read_all("rules/README.md"), *rule = snippet(page, "id = \"incident-report-within\",\n  grade"), *pack = snippet(page, "name = \"iso27001\", version");
    struct world *w = world_new(NULL);
    world_write(w, "packs/core/pack.lua", "return pack { name = \"core\", version = \"1.0.0\", engine = \">=1.0\", "
                "languages = { \"en\", \"ja\" }, title = { en = \"C\", ja = \"C\" } }\n");
    world_write(w, "packs/core/vocabulary.lua", "return vocabulary { types = {} }\n");
    world_write(w, "packs/iso27001/pack.lua", pack);
    world_write(w, "packs/iso27001/rules/incident-report-within.lua", rule);
    world_write(w, "policies/page.lua", "return policy { packs = { \"test\", \"iso27001\" } }\n");
    bool good = world_load(w, "page");
    world_show(w);
    cr_assert(good);
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect_str_eq(world_finding(r, "incident-report-within")->text[0], "Reports within 72 hours; required: 24 hours");
    world_free(w);
    free(rule);
    free(pack);
    free(page);
}

Test(readme, the_policy_loads_with_the_shipped_packs)
{
    char *page = read_all("rules/README.md"), *policy = snippet(page, "name = \"standard\",\n");
    struct world *w = world_new(NULL);
    char path[256];
    static const char *const folders[] = {"rules", NULL};
    snprintf(path, sizeof path, "%s/policies/page.lua", w->folder);
    world_write(w, "policies/page.lua", policy);
    struct ruleset *r = ruleset_load(path, folders, w->faults, WORLD_FAULTS, &w->fault_count);
    world_show(w);
    cr_assert_not_null(r);
    cr_expect_str_eq(ruleset_policy(r), "standard");
    ruleset_free(r);
    world_free(w);
    free(policy);
    free(page);
}

/* The row of the page on this clause type, without its first two columns; the caller frees it. */
static char *terms_of(const char *page, const char *type)
{
    char start[128];
    snprintf(start, sizeof start, "\n| `%s` | ", type);
    const char *row = strstr(page, start), *third = row ? strstr(row + strlen(start), " | ") : NULL;
    return third ? strndup(third + 3, strcspn(third + 3, "\n")) : NULL;
}

Test(readme, the_table_of_clause_types_names_all_types_and_terms_of_the_core_vocabulary)
{
    static const char *const folders[] = {"rules", NULL};
    char *page = read_all("rules/README.md");
    struct fault faults[10];
    size_t count;
    struct ruleset *r = ruleset_load_pack("rules/core", folders, faults, 10, &count);
    cr_assert_not_null(r);
    const struct vocabulary *v = ruleset_vocabulary(r);
    for (const char *const *type = vocabulary_clause_types(v); *type; type++) {
        char *row = terms_of(page, *type);
        cr_expect_not_null(row, "the page does not list the clause type '%s'", *type);
        for (const char *const *term = row ? vocabulary_terms(v, *type) : NULL; term && *term; term++) {
            char wanted[128];
            snprintf(wanted, sizeof wanted, "`%s` ", *term);
            cr_expect(strstr(row, wanted), "the page does not list the term '%s' of '%s'", *term, *type);
        }
        free(row);
    }
    ruleset_free(r);
    free(page);
}
