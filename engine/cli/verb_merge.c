/* `kijun merge`: the shards of one run become what one run would have written. How they were run is taken from them; only the
 * policy and the register are looked for here, and must be what the shards had. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/value.h"
#include "batch/shards.h"
#include "cli/session.h"
#include "cli/settings.h"

struct merge {
    const struct command *c;
    struct run_options run;
    const struct report_format *formats[SETTINGS_FORMATS + 1];
    const char *paths[2];
    enum grade fail_on;
    struct shards *shards;
};

/* A day as a shard says it. */
static int told_day(const struct merge *m, const char *name, day *out, struct fault *f)
{
    const char *text = shards_say(m->shards, name);
    *out = DAY_NONE;
    if (strcmp(text, "none") == 0 || value_parse_date(text, strlen(text), out))
        return 0;
    fault_set(f, FAULT_SHARD_DAMAGED);
    fault_where(f, m->c->arguments[0], 0);
    return -1;
}

/* The reports are in the language of the shards, whatever that of messages is. */
static int take_options(struct merge *m, struct fault *f)
{
    struct run_options *run = &m->run;
    enum language language = language_of(shards_say(m->shards, "lang"));
    m->paths[0] = shards_say(m->shards, "first");
    run->paths = m->paths;
    run->formats = m->formats;
    run->shards = m->shards;
    run->workers = 1;
    run->at = (instant)time(NULL);
    run->report.language = language == LANGUAGE_COUNT ? LANGUAGE_EN : language;
    run->report.audience = strcmp(shards_say(m->shards, "audience"), "supplier") == 0 ? AUDIENCE_SUPPLIER : AUDIENCE_INTERNAL;
    run->report.history = run->ledger != NULL;
    run->re_audit = strcmp(shards_say(m->shards, "re-audit"), "yes") == 0;
    if (told_day(m, "as-of", &run->as_of, f) < 0 || told_day(m, "since", &run->since, f) < 0 ||
        setting_format_list(shards_say(m->shards, "format"), m->formats, f) < 0)
        return -1;
    run->report.pages = report_formats_have(m->formats, "html");
    return 0;
}

static int read_settings(struct merge *m, struct fault *f)
{
    const struct command *c = m->c;
    m->run.out = c->values[OPTION_OUT];
    m->run.ledger = c->values[OPTION_REGISTER] ? c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
    if (!m->run.out)
        return fault_set(f, FAULT_ARGUMENT_MISSING, "merge", "--out FOLDER");
    if (setting_fail_on(c, &m->fail_on, f) < 0)
        return -1;
    m->shards = shards_open((const char *const *)c->arguments, m->run.out, f);
    return m->shards ? take_options(m, f) : -1;
}

/* The policy is looked for where the shards found theirs, unless this command names it. */
static struct ruleset *load_rules(const struct merge *m, int *code)
{
    struct command c = *m->c;
    const char *policy = shards_say(m->shards, "asked-policy"), *packs = shards_say(m->shards, "asked-packs");
    if (!c.values[OPTION_POLICY] && *policy)
        c.values[OPTION_POLICY] = policy;
    if (!c.values[OPTION_PACKS] && *packs)
        c.values[OPTION_PACKS] = packs;
    return load_policy_to_judge(&c, code);
}

int verb_merge(const struct command *c)
{
    struct merge m = {.c = c};
    struct fault f = {0};
    int code;
    if (read_settings(&m, &f) < 0) {
        shards_close(m.shards);
        return fail_with(&f, c->language);
    }
    struct ruleset *rules = load_rules(&m, &code);
    if (rules) {
        struct session s = {.command = c, .run = &m.run, .fail_on = m.fail_on};
        code = session_run(&s, rules);
    }
    ruleset_free(rules);
    shards_close(m.shards);
    return code;
}
