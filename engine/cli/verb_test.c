/* `kijun test`: the examples inside the rules, run as tests. */
#include <string.h>

#include "cli/settings.h"
#include "rules/examples.h"

struct tally {
    enum language language;
    bool quiet;
    size_t run;
};

static void show(void *context, const struct example_report *r)
{
    static const char *const form[LANGUAGE_COUNT] = {"expected", "期待"}, *const got[LANGUAGE_COUNT] = {"got", "結果"};
    struct tally *t = context;
    t->run++;
    if (r->good)
        return;
    printf("%s:%u: %s: %s: %s %s, %s %s%s%s\n", r->file, r->line, r->rule->id, r->name, form[t->language], r->expected,
           got[t->language], r->got, r->text[0] ? ": " : "", r->text);
}

int verb_test(const struct command *c)
{
    struct tally t = {.language = c->language, .quiet = c->values[OPTION_QUIET] != NULL};
    struct fault f = {0};
    int code;
    struct ruleset *rules = load_policy(c, &code);
    if (!rules)
        return code;
    long wrong = examples_run(rules, c->count ? c->arguments[0] : NULL, show, &t, &f);
    ruleset_free(rules);
    if (wrong < 0)
        return fail_with(&f, c->language);
    if (t.run == 0) { /* nothing tested is not a pass */
        fault_set(&f, FAULT_NO_EXAMPLES, c->count ? c->arguments[0] : "");
        return fail_with(&f, c->language);
    }
    if (!t.quiet)
        printf("%zu passed, %ld failed\n", t.run - (size_t)wrong, wrong);
    return wrong ? EXIT_FINDINGS : EXIT_CLEAN;
}
