/* What editors are told of the rule interface is what rules can do. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/definitions.h"
#include "rules/world.h"

static struct buffer made_by(int (*make)(struct buffer *, struct fault *))
{
    struct fault f = {.id = FAULT_NONE};
    struct buffer b;
    buffer_init(&b, 1 << 20);
    int result = make(&b, &f);
    cr_assert_eq(result, 0, "%s: %s %s", fault_name(f.id), f.arg[0], f.arg[1]);
    return b;
}

Test(definitions, every_name_that_rules_can_use_is_described_and_every_described_name_is_there)
{
    struct buffer b = made_by(definitions_luals);
    static const char *const some[] = {
        "---@meta\n", "\nhours = nil\n", "---@class kijun.Subject\n", "---@field handles fun(self: kijun.Subject, class: string): boolean",
        "---@field my_number? boolean", "---@class kijun.asset_list\n---@field [integer] kijun.asset\n",
        "---@field find fun(self, wanted: table|fun(item: kijun.clause): any): kijun.clause?",
        "---@field where fun(self, wanted: table|fun(item: kijun.clause): any): kijun.clause_list"};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        cr_expect(strstr(b.at, some[i]), "%s", some[i]);
    buffer_free(&b);
}

Test(definitions, luacheck_knows_the_names_that_rules_can_use)
{
    struct buffer b = made_by(definitions_luacheck);
    FILE *f = fopen(".luacheckrc", "r");
    char ours[4096] = "";
    cr_assert_not_null(f);
    cr_assert(fread(ours, 1, sizeof ours - 1, f) > 0);
    fclose(f);
    /* The project's own rules are checked with the same names. */
    cr_expect_str_eq(b.at, ours);
    buffer_free(&b);
}

/* The members of terms, passages and contradictions, which are in no table: each is read once. */
Test(definitions, what_terms_and_passages_are_said_to_have_can_be_read)
{
    static const struct { const char *class, *name; } rows[] = {
#define INTERFACE(class, name, type, doc) {class, name},
#include "rules/interface.def"
#undef INTERFACE
    };
    struct world *w = world_new(NULL);
    char body[2000] = "local c = s.contracts:clause \"incident-report\"\nlocal term = c:duration \"report-within\"\n"
                      "local passage = c:says \"without delay\"\nlocal n = 0\n";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].class, "term") || !strcmp(rows[i].class, "passage"))
            snprintf(body + strlen(body), sizeof body - strlen(body), "if %s.%s ~= nil then n = n + 1 end\n", rows[i].class,
                     rows[i].name);
    snprintf(body + strlen(body), sizeof body - strlen(body), "return n >= 6 and pass() or fail \"bad\"\n");
    world_check(w, "members", body);
    bool good = world_load(w, NULL);
    world_show(w);
    cr_assert(good);
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect_eq(world_judgement(r, "members")->outcome, OUTCOME_PASS, "%s",
                 world_finding(r, "members") ? world_finding(r, "members")->text[0] : "");
    world_free(w);
}
