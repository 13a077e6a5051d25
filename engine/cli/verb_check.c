/* `kijun check`: a run, what a person reads of it, and the exit code. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "batch/run.h"
#include "cli/metrics.h"
#include "cli/outputs.h"
#include "cli/session.h"
#include "cli/settings.h"

struct check {
    const struct command *c;
    struct run_options run;
    struct outputs outputs;
    enum grade fail_on;
};

/* An interrupted run is resumed as of its own day. */
static int run_day(struct check *k, struct fault *f)
{
    const struct command *c = k->c;
    if (!k->run.resume)
        return setting_as_of(c, &k->run.as_of, f);
    if (!k->run.out)
        return fault_set(f, FAULT_OPTION_WITHOUT, "resume", "out");
    day left;
    if (run_resume_day(k->run.out, &left, f) < 0)
        return -1;
    k->run.as_of = left;
    return c->values[OPTION_AS_OF] ? setting_as_of(c, &k->run.as_of, f) : 0;
}

static int read_settings(struct check *k, struct fault *f)
{
    const struct command *c = k->c;
    k->run.paths = (const char *const *)c->arguments;
    k->run.report.language = c->language;
    k->run.ledger = c->values[OPTION_REGISTER] ? c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
    k->run.re_audit = c->values[OPTION_RE_AUDIT] != NULL;
    k->run.at = (instant)time(NULL);
    k->run.full = c->values[OPTION_FULL] != NULL;
    k->run.resume = c->values[OPTION_RESUME] != NULL;
    k->run.report.history = k->run.ledger != NULL;
    if (outputs_choose(c, k->run.paths, &k->outputs, f) < 0)
        return -1;
    k->run.out = k->outputs.folder;
    k->run.asked_policy = c->values[OPTION_POLICY];
    k->run.asked_packs = c->values[OPTION_PACKS];
    if (setting_shard(c, &k->run.share, f) < 0)
        return -1;
    if (share_splits(&k->run.share) && !k->run.out)
        return fault_set(f, FAULT_OPTION_WITHOUT, "shard", "out");
    k->run.report.pages = k->run.out && report_formats_have(k->outputs.formats, "html");
    if (setting_since(c, k->run.ledger != NULL, &k->run.since, f) < 0 || run_day(k, f) < 0 ||
        setting_fail_on(c, &k->fail_on, f) < 0 ||
        setting_jobs(c, &k->run.workers, f) < 0 || setting_deadline(c, &k->run.deadline, f) < 0 ||
        setting_audience(c, &k->run.report.audience, f) < 0)
        return -1;
    return outputs_begin(&k->outputs, &k->run, f);
}

int verb_check(const struct command *c)
{
    struct check k = {.c = c};
    struct fault f = {0};
    int code;
    if (read_settings(&k, &f) < 0) {
        outputs_drop(&k.outputs);
        return metrics_end(c, (struct metrics){.started = (instant)time(NULL), .code = fail_with(&f, c->language)});
    }
    struct ruleset *rules = load_policy_to_judge(c, &code);
    struct session s = {.command = c, .run = &k.run, .outputs = &k.outputs, .fail_on = k.fail_on};
    code = rules ? session_run(&s, rules) : metrics_end(c, (struct metrics){.started = k.run.at, .code = code});
    ruleset_free(rules);
    outputs_drop(&k.outputs);
    return code;
}
