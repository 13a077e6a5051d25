/* On whom a duty lies, as rules see it. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "rules/world.h"

static const char words[] =
    "return vocabulary { roles = { supplier = { \"provider\" }, customer = { \"client\" }, both = { \"each party\" } },\n"
    "  types = { [\"backup\"] = { title = { en = \"Backup\", ja = \"Backup\" }, owes = \"supplier\", sure = { \"backups\" },\n"
    "    denies = { \"need not .. backups\" }, terms = { kept = { type = \"duration\", near = { \"kept\" } } } } } }\n";

static enum outcome judge(const char *clauses, const char *body)
{
    struct world *w = world_new(words);
    char document[2048], check[512];
    snprintf(check, sizeof check, "%s return fail('bad')", body);
    world_check(w, "asked", check);
    bool good = world_load(w, "default");
    world_show(w);
    cr_assert(good);
    snprintf(document, sizeof document,
             "<contract xmlns=\"urn:kijun:1\" id=\"c\" kind=\"services\" title=\"T\" status=\"executed\" effective=\"2025-04-01\">"
             "<party role=\"supplier\" name=\"Borealis Limited\" alias=\"Borealis\"/>"
             "<party role=\"customer\" name=\"Acme Corporation\" alias=\"Acme\"/>%s</contract>", clauses);
    enum outcome outcome = world_judgement(world_judge(w, document, "2026-04-01"), "asked")->outcome;
    world_free(w);
    return outcome;
}

#define CLAUSE(words) "<clause number=\"1\"><text>" words "</text></clause>"
#define OWED_BY(side) "if s.contracts:clause('backup').owed_by == " side " then return pass {} end"

Test(duty, is_known_from_the_one_who_acts)
{
    cr_expect_eq(judge(CLAUSE("Borealis shall make backups."), OWED_BY("'supplier'")), OUTCOME_PASS);
    cr_expect_eq(judge(CLAUSE("The Provider makes backups."), OWED_BY("'supplier'")), OUTCOME_PASS);
    cr_expect_eq(judge(CLAUSE("Each party shall make backups."), OWED_BY("'both'")), OUTCOME_PASS);
    cr_expect_eq(judge(CLAUSE("There are backups."), OWED_BY("nil")), OUTCOME_PASS);
}

Test(duty, of_the_wrong_side_does_not_count_and_can_be_asked_for)
{
    static const char absent[] = "if not s.contracts:clause 'backup' then return pass {} end";
    static const char seen[] = "local l = s.contracts:clauses_with 'misdirected' "
                               "for c in l:each() do if c.owed_by == 'customer' then return pass { at = c } end end";
    cr_expect_eq(judge(CLAUSE("Acme shall make backups."), absent), OUTCOME_PASS);
    cr_expect_eq(judge(CLAUSE("The Client makes backups."), absent), OUTCOME_PASS);
    cr_expect_eq(judge(CLAUSE("Acme shall make backups."), seen), OUTCOME_PASS);
    cr_expect_eq(judge(CLAUSE("Borealis shall make backups."), seen), OUTCOME_FAIL);
}

Test(duty, that_the_words_deny_is_none)
{
    cr_expect_eq(judge(CLAUSE("Borealis need not make backups."), "if not s.contracts:clause 'backup' then return pass {} end"),
                 OUTCOME_PASS);
}

Test(duty, gives_no_term_where_it_lies_on_the_wrong_side)
{
    static const char both[] = CLAUSE("Acme shall make backups; they are kept 3 days. Borealis shall make backups; they are kept 9 days.");
    cr_expect_eq(judge(both, "if s.contracts:clause('backup'):duration('kept') == days(9) then return pass {} end"), OUTCOME_PASS);
}

Test(duty, that_is_declared_beats_the_words)
{
    static const char declared[] = "<clause number=\"1\" type=\"backup\" party=\"customer\"><text>Borealis shall make backups.</text></clause>";
    cr_expect_eq(judge(declared, "if not s.contracts:clause 'backup' then return pass {} end"), OUTCOME_PASS);
}
