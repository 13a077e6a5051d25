/* Running out of memory while rules are loaded and judged is an answer, and leaks nothing. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/fail_malloc.h"
#include "rules/world.h"

static struct world *w;

static int attempt(void *context)
{
    char path[256], packs[256];
    const char *folders[] = {packs, NULL};
    struct fault faults[4] = {{.id = FAULT_NONE}}, f = {.id = FAULT_NONE};
    size_t count = 0;
    (void)context;
    snprintf(path, sizeof path, "%s/policies/default.lua", w->folder);
    snprintf(packs, sizeof packs, "%s/packs", w->folder);
    struct ruleset *r = ruleset_load(path, folders, faults, 4, &count);
    if (!r) {
        cr_expect_gt(count, 0);
        return -1;
    }
    struct judge *j = judge_new(r, &f);
    if (!j) {
        cr_expect_neq(f.id, FAULT_NONE);
        ruleset_free(r);
        return -1;
    }
    judge_free(j);
    ruleset_free(r);
    return 0;
}

Test(memory, every_allocation_of_loading_may_fail)
{
    w = world_new(NULL);
    world_check(w, "rule", "return pass()");
    cr_expect_gt(fail_every_malloc(attempt, NULL, 20000), 5);
    world_free(w);
}

Test(memory, a_result_that_does_not_fit_is_no_result)
{
    w = world_new(NULL);
    world_check(w, "rule", "return fail('bad', { at = s.contracts:clause 'audit-right', x = s.name })");
    cr_assert(world_load(w, NULL));
    struct fault f = {.id = FAULT_NONE};
    struct subject *s = NULL;
    cr_assert(!loader_memory(w->loader, w->subject_arena, "a.xml", world_dossier, strlen(world_dossier), &s, &f));
    cr_assert(!loader_finish(w->loader, w->subject_arena, s, &f));
    size_t judged = 0;
    for (size_t cap = 64; cap < 64 * 1024; cap += cap / 4) {
        struct arena *small = arena_new(cap);
        cr_assert_not_null(small);
        const struct result *r = judge_subject(w->judge, s, NULL, "a", 20500, w->subject_arena, small);
        judged += r && world_finding(r, "rule");
        cr_expect(!r || r->incomplete || world_finding(r, "rule"), "%zu bytes: neither judged nor incomplete", cap);
        arena_free(small);
    }
    cr_expect_gt(judged, 0);
    world_free(w);
}
