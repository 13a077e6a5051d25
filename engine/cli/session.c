#include "cli/session.h"

#include <signal.h>
#include <unistd.h>

#include "cli/progress.h"
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

static void say_outcome(const struct session *k, const struct progress *progress, const struct run_outcome *out)
{
    const struct command *c = k->command;
    bool quiet = c->values[OPTION_QUIET] != NULL;
    /* Reports on standard output may be read by a program: everything else then goes beside them. */
    bool shows = k->outputs && k->outputs->shows, one = shows && !k->outputs->asked;
    FILE *to = shows ? stderr : stdout;
    struct summary s = {.run = out, .options = k->run, .language = c->language, .color = summary_color(to),
                        .elapsed = isatty(fileno(to)) ? progress_elapsed(progress) : -1};
    for (size_t i = 0; i < out->note_count && !quiet; i++)
        tell_fault(stderr, &out->notes[i], c->language);
    if (!quiet && !one && !out->locked && (out->report.supplier_count || out->report.interrupted))
        summary_write(to, &s);
    fflush(stdout);
    if (out->fault.id)
        tell_fault(stderr, &out->fault, c->language);
}

/* How many there will be is known only where all are looked for. */
static bool counts(const struct run_options *o)
{
    return !share_splits(&o->share) && !o->shards;
}

int session_run(const struct session *s, const struct ruleset *rules)
{
    static const char *const nothing[] = {NULL};
    struct run_outcome out;
    struct progress progress;
    struct run_options *run = s->run;
    run->rules = rules;
    run->report.policy = ruleset_policy(rules);
    run->report.due = ruleset_due(rules);
    run->report.pack_count = ruleset_packs(rules, &run->report.packs);
    progress_start(&progress, counts(run) ? run->paths : nothing, run->out, s->command->values[OPTION_QUIET] != NULL,
                   s->command->language);
    run->progress = progress_show;
    run->progress_context = &progress;
    run->stop = &stop;
    catch_signals();
    run_execute(run, &out);
    progress_end(&progress);
    if (s->outputs && !out.fault.id && outputs_end(s->outputs, &out.report, &out.fault) < 0)
        out.output_failed = true;
    say_outcome(s, &progress, &out);
    int code = run_exit_code(&out, s->fail_on);
    run_free(&out);
    return code;
}
