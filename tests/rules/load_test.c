/* Every mistake in a pack is found when it loads: with its file, its line, and the name that was meant. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "rules/world.h"

/* A sound rule, with places where a mistake can be put. */
static const char sound[] =
    "return rule {\n"                                                                             /* 1 */
    "  id = \"late\", grade = \"major\",\n"                                                       /* 2 */
    "  title = { en = \"Within {hours} hours\", ja = \"{hours}時間以内\" },\n"                    /* 3 */
    "  controls = { \"ISO/IEC 27001:2022 A.5.20\" },\n"                                           /* 4 */
    "  params = { hours = integer { default = 24, min = 1, max = 720 } },\n"                      /* 5 */
    "  needs = { \"contract\" },\n"                                                               /* 6 */
    "  messages = { late = { en = \"{found} {hours}\", ja = \"{found}\" } },\n"                   /* 7 */
    "  applies = function(s, p) return s.assets:any() end,\n"                                     /* 8 */
    "  check = function(s, p)\n"                                                                  /* 9 */
    "    local clause = s.contracts:clause \"incident-report\"\n"                                 /* 10 */
    "    if not clause then return pass() end\n"                                                  /* 11 */
    "    local within = clause:duration \"report-within\"\n"                                      /* 12 */
    "    if within and within > hours(p.hours) then return fail(\"late\", { found = within }) end\n" /* 13 */
    "    return pass()\n"                                                                         /* 14 */
    "  end,\n"                                                                                    /* 15 */
    "  examples = { { name = \"a\", expect = \"pass\", document = [[<x/>]] } },\n"                /* 16 */
    "}\n";

struct mistake {
    const char *what, *from, *to; /* replaced in the sound rule */
    const char *fault;
    uint32_t line;
    const char *words;
};

static const struct mistake mistakes[] = {
    {"an unknown grade", "grade = \"major\"", "grade = \"majr\"", "unknown-word", 2, "did you mean 'major'"},
    {"an unknown audience", "grade = \"major\",", "grade = \"major\", audience = \"intern\",", "unknown-word", 2,
     "did you mean 'internal'"},
    {"an unknown audience of a message", "ja = \"{found}\"", "ja = \"{found}\", audience = \"supplier\"", "unknown-word", 7, "supplier"},
    {"no grade", "grade = \"major\",", "", "declare-missing", 1, "grade"},
    {"an unknown field", "needs =", "need =", "unknown-field", 6, "did you mean 'needs'"},
    {"an unknown need", "\"contract\" },", "\"contrat\" },", "unknown-word", 6, "did you mean 'contract'"},
    {"an unknown kind of contract", "needs =", "alone = { \"servces\" }, needs =", "unknown-word", 6, "did you mean 'services'"},
    {"a title in one language", ", ja = \"{hours}時間以内\"", "", "declare-language", 3, "ja"},
    {"a message in one language", ", ja = \"{found}\"", "", "declare-language", 7, "ja"},
    {"a placeholder of the title", "Within {hours}", "Within {hour}", "unknown-placeholder", 3, "did you mean 'hours'"},
    {"a placeholder that no call fills", "\"{found} {hours}\"", "\"{foundd} {hours}\"", "unknown-placeholder", 13, "foundd"},
    {"no control", "\"ISO/IEC 27001:2022 A.5.20\"", "", "declare-missing", 4, "controls"},
    {"a control of the wrong form", "\"ISO/IEC 27001:2022 A.5.20\"", "\"A.5.20\"", "declare-form", 4, "A.5.20"},
    {"a default out of range", "default = 24", "default = 1000", "parameter-range", 5, "1000"},
    {"a default of the wrong type", "default = 24", "default = \"24\"", "parameter-type", 5, "whole number"},
    {"no default", "default = 24, ", "", "declare-missing", 5, "default"},
    {"an unknown kind of parameter", "integer {", "integr {", "data-name", 5, "did you mean 'integer'"},
    {"an undeclared parameter", "hours(p.hours)", "hours(p.hour)", "unknown-parameter", 13, "did you mean 'hours'"},
    {"an undeclared message", "fail(\"late\"", "fail(\"lat\"", "unknown-message", 13, "did you mean 'late'"},
    {"an unknown global", "hours(p.hours)", "hour(p.hours)", "unknown-global", 13, "did you mean 'hours'"},
    {"a global of Lua that rules have not", "return pass() end", "return os.exit() end", "unknown-global", 11, "'os'"},
    {"a global that is set", "local within", "within", "rule-global", 12, "within"},
    {"an unknown clause type", "clause \"incident-report\"", "clause \"incident-reprt\"", "unknown-clause-type", 10,
     "did you mean 'incident-report'"},
    {"an unknown term", "duration \"report-within\"", "duration \"report-withn\"", "unknown-term", 12,
     "did you mean 'report-within'"},
    {"a term of another type", "duration \"report-within\"", "flag \"report-within\"", "unknown-term", 12, "report-within"},
    {"a term of another clause", "duration \"report-within\"", "interval \"frequency\"", "unknown-term", 12, "frequency"},
    {"an unknown question", "return pass() end", "return s:answer \"restor-test\" end", "unknown-question", 11,
     "did you mean 'restore-test'"},
    {"an unknown name of the subject", "s.assets:any()", "s.asets:any()", "unknown-field", 8, "did you mean 'assets'"},
    {"an unknown asset class", "s.assets:any()", "s:handles \"personal-dat\"", "unknown-word", 8,
     "did you mean 'personal-data'"},
    {"a wrong pattern", "s.assets:any()", "match(s.id, \"(a\")", "pattern", 8, "parenthesis"},
    {"a syntax error in a function", "then return pass() end", "then return pass( end", "rule-code", 11, "unexpected"},
    {"a missing check", "check = function", "chek = function", "declare-missing", 1, "check"},
    {"a check that is no function", "check = function(s, p)", "check = 1, applies2 = function(s, p)", "declare-function", 9,
     "check"},
    {"an id that is not the file's name", "id = \"late\"", "id = \"later\"", "rule-file-name", 2, "later"},
    {"an id of the wrong form", "id = \"late\"", "id = \"Late!\"", "declare-form", 2, "Late!"},
    {"an expectation of no outcome", "expect = \"pass\"", "expect = \"pas\"", "unknown-word", 16, "did you mean 'pass'"},
    {"an expected message that is not there", "expect = \"pass\"", "expect = \"fail:lte\"", "unknown-message", 16, "lte"},
    {"an example without document", ", document = [[<x/>]]", "", "declare-missing", 16, "document"},
    {"evidence in a state that is none", "expect = \"pass\"", "evidence = { a = \"alterd\" }, expect = \"pass\"", "unknown-word", 16,
     "did you mean 'altered'"},
    {"a text not closed", "[[<x/>]]", "[[<x/>", "data-syntax", 16, "expected"},
    {"a key given twice", "needs =", "grade = \"minor\", needs =", "data-twice", 6, "grade"},
    {"a declaration that is computed", "needs = { \"contract\" }", "needs = { s.x }", "data-name", 6, "'s'"},
    {"another constructor", "return rule {", "return policy {", "declare-tag", 1, "rule"},
};

/* The sound rule with the first `from` replaced by `to`. */
static void write_mistake(struct world *w, const struct mistake *m)
{
    char text[4096];
    const char *at = strstr(sound, m->from);
    cr_assert_not_null(at, "%s", m->what);
    snprintf(text, sizeof text, "%.*s%s%s", (int)(at - sound), sound, m->to, at + strlen(m->from));
    world_rule(w, "late", text);
}

Test(load, a_sound_rule_has_no_mistake)
{
    struct world *w = world_new(NULL);
    world_rule(w, "late", sound);
    bool good = world_load(w, NULL);
    world_show(w);
    cr_expect(good);
    world_free(w);
}

Test(load, each_mistake_in_a_rule_is_reported_with_its_line_and_what_was_meant)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const struct mistake *m = &mistakes[i];
        struct world *w = world_new(NULL);
        write_mistake(w, m);
        cr_expect_not(world_load(w, NULL), "%s", m->what);
        bool found = world_has_fault(w, m->fault, m->line, m->words);
        cr_expect(found, "%s: no %s at line %u with \"%s\"", m->what, m->fault, (unsigned)m->line, m->words);
        if (!found)
            world_show(w);
        world_free(w);
    }
}

/* The one rule of a pack with this change to it; *w is to be freed. */
static const struct rule_info *changed_rule(const struct mistake *change, struct world **w)
{
    const struct rule_info *const *rules;
    *w = world_new(NULL);
    write_mistake(*w, change);
    bool good = world_load(*w, NULL);
    world_show(*w);
    cr_assert(good);
    cr_assert_eq(ruleset_rules((*w)->rules, &rules), 1);
    return rules[0];
}

Test(load, a_rule_may_be_for_internal_use_only)
{
    static const struct mistake inner = {"", "grade = \"major\",", "grade = \"major\", audience = \"internal\",", "", 0, ""};
    struct world *w;
    cr_expect(changed_rule(&inner, &w)->internal);
    world_free(w);
}

Test(load, a_message_may_be_for_internal_use_only)
{
    static const struct mistake inner = {"", "ja = \"{found}\"", "ja = \"{found}\", audience = \"internal\"", "", 0, ""};
    struct world *w;
    const struct rule_info *r = changed_rule(&inner, &w);
    cr_expect(!r->internal && message_internal(r, "late"));
    cr_expect_not(message_internal(r, "engine:needs") || message_internal(r, NULL));
    world_free(w);
}

Test(load, all_mistakes_are_reported_at_once)
{
    struct world *w = world_new(NULL);
    world_rule(w, "a", "return rule { id = \"a\" }\n");
    world_rule(w, "b", "return rule { id = \"b\", grade = \"big\" }\n");
    cr_expect_not(world_load(w, NULL));
    cr_expect(world_has_fault(w, "declare-missing", 1, "rules/a.lua:1: 'check' is missing"));
    cr_expect(world_has_fault(w, "declare-missing", 1, "rules/a.lua:1: 'title' is missing"));
    cr_expect(world_has_fault(w, "unknown-word", 1, "rules/b.lua:1: 'big'"));
    world_free(w);
}

Test(load, code_in_front_of_the_rule_may_be_used_by_functions_but_not_by_the_declaration)
{
    struct world *w = world_new(NULL);
    world_rule(w, "a",
               "local limit = hours(24)\nlocal function late(t) return t > limit end\n"
               "return rule { id = \"a\", grade = \"minor\", title = { en = \"A\", ja = \"A\" },\n"
               "  controls = { \"X 1\" }, check = function(s) return late(hours(1)) and pass() or pass() end }\n");
    bool good = world_load(w, NULL);
    world_show(w);
    cr_expect(good);
    world_free(w);

    w = world_new(NULL);
    world_rule(w, "a",
               "local limit = hours(24)\nreturn rule { id = \"a\", grade = \"minor\", title = { en = \"A\", ja = \"A\" },\n"
               "  controls = { \"X 1\" }, params = limit, check = function(s) return pass() end }\n");
    cr_expect_not(world_load(w, NULL));
    cr_expect(world_has_fault(w, "data-code", 3, "limit"));
    world_free(w);
}

/* ---- packs ---- */

struct manifest {
    const char *what, *text, *fault;
    uint32_t line;
    const char *words;
};

#define MANIFEST(name, version, engine, more) \
    "return pack {\n  name = \"" name "\",\n  version = \"" version "\",\n  engine = \"" engine "\",\n" more \
    "  languages = { \"en\", \"ja\" }, title = { en = \"T\", ja = \"T\" } }\n"

static const struct manifest manifests[] = {
    {"another name", MANIFEST("tst", "1.0.0", ">=1.0", ""), "declare-form", 2, "tst"},
    {"a version of two parts", MANIFEST("test", "1.0", ">=1.0", ""), "declare-form", 3, "1.0"},
    {"a newer engine", MANIFEST("test", "1.0.0", ">=2.0", ""), "pack-version", 4, ">=2.0"},
    {"a range of the wrong form", MANIFEST("test", "1.0.0", "about 1", ""), "declare-form", 4, "about 1"},
    {"a missing pack", MANIFEST("test", "1.0.0", ">=1.0", "  requires = { other = \">=1.0\" },\n"), "pack-missing", 5, "other"},
    {"itself", MANIFEST("test", "1.0.0", ">=1.0", "  requires = { test = \">=1.0\" },\n"), "pack-cycle", 5, "test"},
    {"a path as name", MANIFEST("test", "1.0.0", ">=1.0", "  requires = { [\"../test\"] = \">=1.0\" },\n"), "declare-form", 5,
     "../test"},
    {"a pack by nearly its name", MANIFEST("test", "1.0.0", ">=1.0", "  requires = { tset = \">=1.0\" },\n"), "pack-missing", 5,
     "did you mean 'test'"},
    {"a day that is none", MANIFEST("test", "1.0.0", ">=1.0", "  date = \"2026-13-01\",\n"), "declare-form", 5, "2026-13-01"},
    {"a caveat in one language", MANIFEST("test", "1.0.0", ">=1.0", "  caveats = { { en = \"No advice.\" } },\n"), "declare-language", 5,
     "ja"},
    {"caveats that are one", MANIFEST("test", "1.0.0", ">=1.0", "  caveats = { en = \"No advice.\" },\n"), "declare-form", 5, "caveats"},
    {"an unknown language", "return pack { name = \"test\", version = \"1.0.0\", engine = \">=1.0\",\n"
     "languages = { \"e\" }, title = { en = \"T\" } }", "unknown-word", 1, "'e'"},
    {"code", "return pack { name = os.getenv(\"HOME\") }", "data-name", 1, "os"},
    {"a function", "return pack {\n name = function() end }", "data-function", 2, ""},
    {"a loop", "while true do end", "data-syntax", 1, "expected return, found while"},
};

Test(load, each_mistake_in_a_manifest_is_reported)
{
    for (size_t i = 0; i < sizeof manifests / sizeof *manifests; i++) {
        const struct manifest *m = &manifests[i];
        struct world *w = world_new(NULL);
        world_write(w, "packs/test/pack.lua", m->text);
        cr_expect_not(world_load(w, NULL), "%s", m->what);
        bool found = world_has_fault(w, m->fault, m->line, m->words);
        cr_expect(found, "%s", m->what);
        if (!found)
            world_show(w);
        world_free(w);
    }
}

Test(load, a_required_pack_of_a_fitting_version_gives_its_words_but_its_rules_stay_off)
{
    struct world *w = world_new(NULL);
    world_write(w, "packs/other/pack.lua",
                "return pack { name = \"other\", version = \"2.1.0\", engine = \">=1.0\", languages = { \"en\", \"ja\" },\n"
                "title = { en = \"O\", ja = \"O\" }, requires = { test = \">=1.2 <2.0\" } }\n");
    world_write(w, "packs/other/rules/own.lua",
                "return rule { id = \"own\", grade = \"minor\", title = { en = \"A\", ja = \"A\" }, controls = { \"X 1\" },\n"
                "  check = function(s) return s.contracts:clause \"audit-right\" and pass() or pass() end }\n");
    world_check(w, "base", "return pass()");
    world_write(w, "policies/other.lua", "return policy { packs = { \"other\" } }\n");
    bool good = world_load(w, "other");
    world_show(w);
    cr_assert(good);
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect_not_null(world_judgement(r, "own"));
    cr_expect_null(world_judgement(r, "base"));
    world_free(w);
}

Test(load, the_same_rule_id_in_two_packs_is_a_mistake)
{
    struct world *w = world_new(NULL);
    world_write(w, "packs/other/pack.lua",
                "return pack { name = \"other\", version = \"2.1.0\", engine = \">=1.0\", languages = { \"en\", \"ja\" },\n"
                "title = { en = \"O\", ja = \"O\" } }\n");
    world_check(w, "same", "return pass()");
    world_write(w, "packs/other/rules/same.lua",
                "return rule { id = \"same\", grade = \"minor\", title = { en = \"A\", ja = \"A\" }, controls = { \"X 1\" },\n"
                "  check = function(s) return pass() end }\n");
    world_write(w, "policies/both.lua", "return policy { packs = { \"test\", \"other\" } }\n");
    cr_expect_not(world_load(w, "both"));
    cr_expect(world_has_fault(w, "rule-twice", 0, "same"));
    world_free(w);
}

/* Beyond 255 constants Lua 5.4.4 compiles some expressions wrongly: such a function does not load. */
Test(load, a_function_with_very_many_constants_is_refused)
{
    struct world *w = world_new(NULL);
    struct buffer body;
    buffer_init(&body, 60000);
    buffer_puts(&body, "local t = {");
    for (int i = 0; i < 300; i++)
        buffer_printf(&body, "'k%d',", i);
    buffer_puts(&body, "} return #t > 1 and pass()");
    world_check(w, "large", body.at);
    buffer_free(&body);
    cr_expect_not(world_load(w, NULL));
    cr_expect(world_has_fault(w, "rule-size", 3, "250"));
    world_free(w);
}

Test(load, a_rule_file_is_capped)
{
    struct world *w = world_new(NULL);
    struct buffer text;
    buffer_init(&text, 100000);
    buffer_puts(&text, "return rule {}\n");
    while (text.len < 65 * 1024)
        buffer_puts(&text, "-- a long comment\n");
    world_rule(w, "large", text.at);
    buffer_free(&text);
    cr_expect_not(world_load(w, NULL));
    cr_expect(world_has_fault(w, "file-size", 0, "large.lua"));
    world_free(w);
}
