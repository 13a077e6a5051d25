/* `kijun check`: a run, what a person reads of it, and the exit code. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "batch/run.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "cli/settings.h"
#include "cli/summary.h"
#include "rules/due.h"

/* The only static state that changes: a signal handler can reach nothing else. */
static volatile sig_atomic_t stop;

static void on_signal(int signal)
{
    (void)signal;
    if (stop < 2)
        stop++;
}

static void catch_signals(void)
{
    struct sigaction a = {.sa_handler = on_signal};
    sigemptyset(&a.sa_mask);
    sigaction(SIGINT, &a, NULL);
    sigaction(SIGTERM, &a, NULL);
    sigaction(SIGHUP, &a, NULL);
}

struct check {
    const struct command *c;
    struct run_options run;
    struct outputs outputs;
    enum grade fail_on;
    struct progress progress;
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
    k->run.stop = &stop;
    k->run.ledger = c->values[OPTION_REGISTER] ? c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
    k->run.re_audit = c->values[OPTION_RE_AUDIT] != NULL;
    k->run.at = (instant)time(NULL);
    k->run.full = c->values[OPTION_FULL] != NULL;
    k->run.resume = c->values[OPTION_RESUME] != NULL;
    k->run.report.history = k->run.ledger != NULL;
    if (outputs_choose(c, k->run.paths, &k->outputs, f) < 0)
        return -1;
    k->run.out = k->outputs.folder;
    if (setting_since(c, k->run.ledger != NULL, &k->run.since, f) < 0 || run_day(k, f) < 0 ||
        setting_fail_on(c, &k->fail_on, f) < 0 ||
        setting_jobs(c, &k->run.workers, f) < 0 || setting_deadline(c, &k->run.deadline, f) < 0 ||
        setting_audience(c, &k->run.report.audience, f) < 0)
        return -1;
    return outputs_begin(&k->outputs, &k->run, f);
}

static void say_outcome(struct check *k, const struct run_outcome *out)
{
    const struct command *c = k->c;
    bool quiet = c->values[OPTION_QUIET] != NULL;
    /* Reports on standard output may be read by a program: everything else then goes beside them. */
    FILE *to = k->outputs.shows ? stderr : stdout;
    bool one = k->outputs.shows && !k->outputs.asked;
    struct summary s = {.run = out, .options = &k->run, .language = c->language, .color = summary_color(to),
                        .elapsed = isatty(fileno(to)) ? progress_elapsed(&k->progress) : -1};
    for (size_t i = 0; i < out->note_count && !quiet; i++)
        tell_fault(stderr, &out->notes[i], c->language);
    if (!quiet && !one && !out->locked && (out->report.supplier_count || out->report.interrupted))
        summary_write(to, &s);
    fflush(stdout);
    if (out->fault.id)
        tell_fault(stderr, &out->fault, c->language);
}

static int check(struct check *k, const struct ruleset *rules)
{
    struct run_outcome out;
    k->run.rules = rules;
    k->run.report.policy = ruleset_policy(rules);
    k->run.report.due = ruleset_due(rules);
    k->run.report.pack_count = ruleset_packs(rules, &k->run.report.packs);
    progress_start(&k->progress, k->run.paths, k->run.out, k->c->values[OPTION_QUIET] != NULL, k->c->language);
    k->run.progress = progress_show;
    k->run.progress_context = &k->progress;
    catch_signals();
    run_execute(&k->run, &out);
    progress_end(&k->progress);
    if (!out.fault.id && outputs_end(&k->outputs, &out.report, &out.fault) < 0)
        out.output_failed = true;
    say_outcome(k, &out);
    int code = run_exit_code(&out, k->fail_on);
    run_free(&out);
    return code;
}

int verb_check(const struct command *c)
{
    struct check k = {.c = c};
    struct fault f = {0};
    int code;
    if (read_settings(&k, &f) < 0) {
        outputs_drop(&k.outputs);
        return fail_with(&f, c->language);
    }
    struct ruleset *rules = load_policy_to_judge(c, &code);
    if (rules)
        code = check(&k, rules);
    ruleset_free(rules);
    outputs_drop(&k.outputs);
    return code;
}
