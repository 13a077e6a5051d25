/* What will bite later: a sound rule has nothing, and each change to it is found, with its line and what to do. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/lint.h"
#include "rules/world.h"

static const char sound[] =
    "return rule { id = \"sound\", grade = \"major\",\n"
    "  title = { en = \"Within {hours} hours\", ja = \"{hours}時間以内\" },\n"                        /* 2 */
    "  why = { en = \"Time counts.\", ja = \"時間が重要です。\" },\n"                                /* 3 */
    "  controls = { \"House R-1\", \"House R-2\" },\n"                                               /* 4 */
    "  params = {\n"
    "    hours = integer { default = 24, doc = { en = \"the most hours\", ja = \"時間数の上限\" } },\n" /* 6 */
    "    tier = choice { default = \"critical\", values = { \"critical\", \"standard\" }, doc = { en = \"the tier\", ja = \"階層\" } },\n"
    "  },\n"
    "  messages = {\n"
    "    missing = { en = \"No clause\", ja = \"条項がありません\", advice = { en = \"Add it.\", ja = \"追加してください。\" } },\n" /* 10 */
    "    late = { en = \"{found} is late\", ja = \"{found}では遅すぎます\", advice = { en = \"Agree.\", ja = \"合意してください。\" } },\n"
    "  },\n"
    "  check = function(s, p)\n"
    "    local clause = s.contracts:clause \"incident-report\"\n"                                    /* 14 */
    "    if not clause then return fail \"missing\" end\n"
    "    local within = clause:duration \"report-within\"\n"                                         /* 16 */
    "    if within > hours(p.hours) and s.tier == p.tier then\n"                                     /* 17 */
    "      return fail(\"late\", { at = within, found = within })\n"
    "    end\n"
    "    if s:answer \"restore-test\" then return pass() end\n"                                      /* 20 */
    "    return pass { at = within }\n"
    "  end,\n"
    "  examples = {\n"
    "    { name = \"none\", expect = \"fail:missing\", document = [[<contract xmlns=\"urn:kijun:1\" id=\"a\" kind=\"services\" title=\"A\" status=\"executed\" effective=\"2025-04-01\"/>]] },\n" /* 24 */
    "    { name = \"late\", expect = \"fail:late\", document = [[@D@72@E@]] },\n"                    /* 25 */
    "    { name = \"good\", expect = \"pass\", document = [[@D@12@E@]] },\n"                         /* 26 */
    "    { name = \"asked\", expect = \"pass\", document = [[@D@12@E@ @R@]] },\n"                    /* 27 */
    "  } }\n";

static const char manifest[] =
    "return pack {\n  name = \"test\", version = \"1.2.0\", engine = \">=1.0 <2.0\",\n"
    "  date = \"2026-01-01\", licence = \"X\", jurisdiction = \"any\",\n"
    "  languages = { \"en\", \"ja\" }, title = { en = \"Test\", ja = \"試験\" },\n"
    "  standards = { House = { \"R-1\", \"R-2\" } },\n" /* 5 */
    "  questions = { \"restore-test\" },\n}\n";          /* 6 */

static const char start[] = "<dossier xmlns=\"urn:kijun:1\"><supplier id=\"a\" name=\"A\" tier=\"critical\" kind=\"company\" "
    "country=\"JP\"/><contract id=\"c\" kind=\"services\" title=\"C\" status=\"executed\" effective=\"2025-04-01\">"
    "<clause number=\"1\" type=\"incident-report\"><text>Incidents.</text><duration name=\"report-within\" value=\"PT";
static const char end[] = "H\"/></clause></contract>";
static const char response[] = "<response id=\"r\" date=\"2026-01-01\"><answer question=\"restore-test\" flag=\"true\"/></response>";

/* The text with the first `from` replaced by `to`; freed by the caller. */
static char *with(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    cr_assert_not_null(at, "%s", from);
    size_t size = strlen(text) + strlen(to) + 1;
    char *out = malloc(size);
    cr_assert_not_null(out);
    snprintf(out, size, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    return out;
}

static char *replace_all(char *text, const char *from, const char *to)
{
    while (strstr(text, from)) {
        char *next = with(text, from, to);
        free(text);
        text = next;
    }
    return text;
}

/* The documents of the examples put in. */
static char *filled(const char *text)
{
    char *out = replace_all(strdup(text), "@D@", start);
    out = replace_all(out, "@E@ @R@", "H\"/></clause></contract>@R@</dossier>");
    out = replace_all(out, "@R@", response);
    char closing[200];
    snprintf(closing, sizeof closing, "%s</dossier>", end);
    return replace_all(out, "@E@", closing);
}

/* "name@line words;" for each finding. */
static char *findings(const char *rule, const char *pack)
{
    struct world *w = world_new(NULL);
    struct lint found = {.at = NULL};
    struct fault f = {.id = FAULT_NONE};
    static char out[8000];
    char *text = filled(rule);
    out[0] = '\0';
    world_write(w, "packs/test/pack.lua", pack);
    world_rule(w, "sound", text);
    free(text);
    bool good = world_load(w, NULL);
    world_show(w);
    cr_assert(good);
    cr_assert_eq(lint_rules(w->rules, &found, &f), 0);
    lint_sort(&found);
    for (size_t i = 0; i < found.count; i++) {
        char words[600];
        fault_message(&found.at[i], LANGUAGE_EN, words, sizeof words);
        snprintf(out + strlen(out), sizeof out - strlen(out), "%s@%u %s; ", fault_name(found.at[i].id),
                 (unsigned)found.at[i].line, words);
    }
    lint_free(&found);
    world_free(w);
    return out;
}

Test(lint, a_sound_rule_has_nothing)
{
    cr_expect_str_eq(findings(sound, manifest), "");
}

static const struct {
    const char *from, *to; /* in the rule */
    const char *found;     /* name@line and some words */
} changes[] = {
    {"{ name = \"none\"", "{ name = \"nothing\", expect = \"pass\", document = [[@D@13@E@]] }, --", "uncovered-outcome@10 sound: no example has the outcome 'missing'"},
    {"\"fail:late\"", "\"pass\"", "example-wrong@25 sound: the example 'late' expects pass, but gets fail:late"},
    {"name = \"asked\"", "name = \"good\"", "example-twice@27 sound: two examples are called 'good'"},
    {"@E@ @R@", "@E@", "example-same@27 sound: the example 'asked' repeats 'good'"},
    {"    late = {", "    other = { en = \"O\", ja = \"他\" },\n    late = {", "message-unused@11 sound: no code gives the message 'other'"},
    {"    hours =", "    more = flag { default = true, doc = { en = \"m\", ja = \"他\" } },\n    hours =", "parameter-unused@6 sound: no code reads the parameter 'more'"},
    {"hours(p.hours)", "hours(24)", "parameter-unused@6 sound: no code reads the parameter 'hours'"},
    {"hours(p.hours)", "hours(p[\"hours\"])", ""},
    {"  why = { en = \"Time counts.\", ja = \"時間が重要です。\" },\n", "\n", "unexplained@1 sound: 'why' is missing"},
    {", doc = { en = \"the most hours\", ja = \"時間数の上限\" }", "", "unexplained@6 sound: 'params.hours.doc' is missing"},
    {", advice = { en = \"Agree.\", ja = \"合意してください。\" }", "", "advice-missing@11 sound: the message 'late' does not say what to do"},
    {"advice = { en = \"Agree.\"", "audience = \"internal\", advice = { en = \"Agree.\"", ""},
    {"ja = \"条項がありません\"", "ja = \"No clause\"", "translation@10 sound: 'missing' is not translated into ja"},
    {"ja = \"{hours}時間以内\"", "ja = \"時間内\"", "placeholder-differs@2 sound: 'title' has the placeholder {hours} in one language only"},
    {"House R-2", "House R-3", "control-unknown@4 sound: the control 'House R-3' is not in 'standards' of pack.lua: did you mean"},
    {"House R-2", "House R-3", "control-unserved@5 no rule serves the control 'House R-2'"},
    {"House R-2", "House R-1", "control-twice@4 sound: the control 'House R-1' is named twice"},
    {"s:answer \"restore-test\"", "s.risk > 3", "question-unused@6 no rule asks the question 'restore-test'"},
    {"within > hours(p.hours)", "within ~= 24", "unlike-types@17 sound: a value is compared with a number"},
    {"within > hours(p.hours)", "within ~= p.hours", "unlike-types@17 sound: a value is compared with a number"},
    {"within > hours(p.hours)", "p.hours ~= days(2)", "unlike-types@17 sound: a number is compared with a value"},
    {"within > hours(p.hours)", "s.as_of ~= \"2026-04-01\"", "unlike-types@17 sound: a value is compared with a text"},
    {"within > hours(p.hours)", "s.lone ~= \"no\"", "unlike-types@17 sound: true or false is compared with a text"},
    {"within > hours(p.hours)", "s.risk ~= \"high\"", "unlike-types@17 sound: a number is compared with a text"},
    {"within > hours(p.hours)", "within ~= nil", ""},
    {"within > hours(p.hours)", "within ~= hours(12)", ""},
    {"s.tier == p.tier", "s.tier == \"critcal\" and p.tier", "word-unknown@17 sound: tier is never 'critcal': did you mean 'critical'?"},
    {"s.tier == p.tier", "s.assets:none { access = \"proces\" } and p.tier", "word-unknown@17 sound: access is never 'proces': did you mean 'process'?"},
    {"      return fail(\"late\"", "      if s.risk > 100 then\n        return pass()\n      end\n      return fail(\"late\"", "uncovered-line@19 sound: no example runs line 19"},
};

Test(lint, each_change_that_will_bite_is_found_with_its_line)
{
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char *text = with(sound, changes[i].from, changes[i].to);
        const char *found = findings(text, manifest);
        bool good = *changes[i].found ? strstr(found, changes[i].found) != NULL
                                      : !strstr(found, "unlike") && (!strstr(found, "unused") || strstr(changes[i].to, "within ~="));
        cr_expect(good, "%s -> %s: expected %s, found %s", changes[i].from, changes[i].to, changes[i].found, found);
        free(text);
    }
}

Test(lint, a_message_need_not_say_again_that_its_rule_is_internal)
{
    char *rule = with(sound, "grade = \"major\"", "grade = \"major\", audience = \"internal\"");
    char *text = with(rule, "advice = { en = \"Agree.\"", "audience = \"internal\", advice = { en = \"Agree.\"");
    const char *found = findings(text, manifest);
    cr_expect(strstr(found, "audience-twice@11 sound: the message 'late' is internal, and so is its rule"), "%s", found);
    free(text);
    free(rule);
}

Test(lint, a_manifest_says_of_when_it_is_and_under_what_licence)
{
    char *pack = with(manifest, "date = \"2026-01-01\", licence = \"X\", jurisdiction = \"any\",", "");
    const char *found = findings(sound, pack);
    cr_expect(strstr(found, "manifest@1 pack.lua does not say its 'date'"), "%s", found);
    cr_expect(strstr(found, "'licence'") && strstr(found, "'jurisdiction'"), "%s", found);
    free(pack);
    pack = with(manifest, "languages = { \"en\", \"ja\" }", "languages = { \"en\" }");
    found = findings(sound, pack);
    cr_expect(strstr(found, "language-unused@10 sound: 'missing' has a text in ja"), "%s", found);
    free(pack);
}
