/* What examples reach of a rule, counted by hand. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "rules/examples.h"
#include "rules/world.h"

static const char rule_text[] =
    "local function grade(n)\n"                                        /* 1 */
    "  if n > 2 then\n"                                                /* 2 */
    "    return \"many\"\n"                                            /* 3 */
    "  end\n"
    "  return \"few\"\n"                                               /* 5 */
    "end\n"
    "return rule { id = \"covered\", grade = \"major\",\n"
    "  title = { en = \"T\", ja = \"題\" }, controls = { \"ISO/IEC 27001:2022 A.5.20\" },\n"
    "  messages = {\n"
    "    few = { en = \"Few\", ja = \"少\" },\n"                       /* 10 */
    "    many = { en = \"Many\", ja = \"多\" },\n"                     /* 11 */
    "  },\n"
    "  check = function(s)\n"                                          /* 13 */
    "    if s.tier == \"critical\" then\n"                             /* 14 */
    "      return fail(grade(#s.assets), {\n"                          /* 15 */
    "        at = s.supplier,\n"                                       /* 16 */
    "      })\n"
    "    else\n"
    "      return pass()\n"                                            /* 19 */
    "    end\n"
    "  end,\n"
    "  examples = {\n%s  } }\n";

static const char few[] = "    { name = \"few\", expect = \"fail:few\", document = [[<dossier xmlns=\"urn:kijun:1\">"
    "<supplier id=\"a\" name=\"A\" tier=\"critical\" kind=\"company\" country=\"JP\"/></dossier>]] },\n";
static const char passing[] = "    { name = \"good\", expect = \"pass\", document = [[<dossier xmlns=\"urn:kijun:1\">"
    "<supplier id=\"a\" name=\"A\" tier=\"standard\" kind=\"company\" country=\"JP\"/></dossier>]] },\n";

struct seen {
    size_t rules, examples;
    char text[400]; /* "many@11 pass@13 lines 3 19 of 7": what was not reached */
    size_t lines, reached;
};

static void keep(void *context, const struct rule_coverage *c)
{
    struct seen *s = context;
    s->rules++;
    s->lines = c->line_count;
    s->reached = c->lines_reached;
    for (size_t i = 0; i < c->outcome_count; i++)
        if (!c->outcomes[i].reached)
            snprintf(s->text + strlen(s->text), sizeof s->text - strlen(s->text), "%s@%u ", c->outcomes[i].name,
                     c->outcomes[i].line);
    for (size_t i = 0; i < c->missed_count; i++)
        snprintf(s->text + strlen(s->text), sizeof s->text - strlen(s->text), "%u ", c->missed[i]);
}

static void count(void *context, const struct example_report *r)
{
    ((struct seen *)context)->examples++;
    cr_expect(r->good, "%s: %s", r->name, r->got);
}

static struct seen measure(const char *examples)
{
    struct seen s = {.rules = 0};
    struct fault f = {.id = FAULT_NONE};
    const struct example_run run = {.each = count, .covered = keep, .context = &s};
    char text[4000];
    struct world *w = world_new(NULL);
    snprintf(text, sizeof text, rule_text, examples);
    world_rule(w, "covered", text);
    bool good = world_load(w, NULL);
    world_show(w);
    cr_assert(good);
    cr_expect_eq(examples_run(w->rules, &run, &f), 0);
    world_free(w);
    return s;
}

Test(coverage, without_examples_nothing_is_reached_and_ends_of_functions_do_not_count)
{
    struct seen s = measure("");
    cr_expect_eq(s.rules, 1);
    cr_expect_eq(s.lines, 7);
    cr_expect_eq(s.reached, 0);
    cr_expect_str_eq(s.text, "few@10 many@11 pass@13 2 3 5 14 15 16 19 ");
}

Test(coverage, an_example_reaches_its_outcome_and_the_lines_that_lead_there)
{
    struct seen s = measure(few);
    cr_expect_eq(s.examples, 1);
    cr_expect_str_eq(s.text, "many@11 pass@13 3 19 ");
}

Test(coverage, what_several_examples_reach_adds_up)
{
    char both[sizeof few + sizeof passing];
    snprintf(both, sizeof both, "%s%s", few, passing);
    struct seen s = measure(both);
    cr_expect_eq(s.examples, 2);
    cr_expect_eq(s.reached, 6);
    cr_expect_str_eq(s.text, "many@11 3 ");
}
