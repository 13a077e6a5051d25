#include "cli/session.h"

#include <signal.h>
#include <unistd.h>

#include "cli/log.h"
#include "cli/metrics.h"
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
    for (size_t i = 0; i < out->note_count; i++)
        log_fault(LEVEL_WARNING, &out->notes[i], c->language);
    bool fits = !(log_is_json() && shows); /* among lines of JSON nothing else stands */
    if (fits && !quiet && !one && !out->locked && (out->report.supplier_count || out->report.interrupted))
        summary_write(to, &s);
    fflush(stdout);
    if (out->fault.id)
        log_fault(LEVEL_ERROR, &out->fault, c->language);
}

/* Beside the summary, for who follows a run by its messages. */
static void log_begin(const struct session *k)
{
    const struct report_options *r = &k->run->report;
    const struct command *c = k->command;
    bool ja = c->language == LANGUAGE_JA;
    if (c->config)
        log_event(LEVEL_DEBUG, "config", NULL, ja ? "設定ファイル: %s" : "config file: %s", c->config);
    log_event(LEVEL_DEBUG, "policy", NULL, ja ? "方針: %s" : "policy: %s", r->policy);
    for (size_t i = 0; i < r->pack_count; i++)
        log_event(LEVEL_DEBUG, "pack", NULL, ja ? "規則パック: %s %s" : "rule pack: %s %s", r->packs[i].name, r->packs[i].version);
    if (k->run->out)
        log_event(LEVEL_DEBUG, "output", NULL, ja ? "報告書フォルダー: %s" : "folder of reports: %s", k->run->out);
    for (size_t i = 0; k->outputs && i < k->outputs->count; i++)
        if (k->outputs->places[i].path)
            log_event(LEVEL_DEBUG, "output", NULL, ja ? "報告書: %s" : "report: %s", k->outputs->places[i].path);
    const struct log_number numbers[] = {{"workers", (uint64_t)k->run->workers}, {NULL, 0}};
    log_event(LEVEL_INFO, "run-started", numbers, ja ? "判定を開始します(プロセス数 %d)" : "judging begins with %d workers", k->run->workers);
}

static void log_end(const struct session *k, const struct progress *progress, const struct run_outcome *out, int code)
{
    const struct run_report *r = &out->report;
    const struct log_number numbers[] = {
        {"suppliers", r->supplier_count}, {"clean", r->clean}, {"with_findings", r->with_findings}, {"incomplete", r->incomplete},
        {"major", r->grades[GRADE_MAJOR]}, {"minor", r->grades[GRADE_MINOR]}, {"observation", r->grades[GRADE_OBSERVATION]},
        {"milliseconds", (uint64_t)progress_elapsed(progress)}, {"exit_code", (uint64_t)code}, {NULL, 0}};
    log_event(LEVEL_INFO, "run-finished", numbers,
              k->command->language == LANGUAGE_JA ? "%llu 件を判定しました(終了コード %d)" : "judged %llu subjects (exit code %d)",
              (unsigned long long)r->supplier_count, code);
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
    progress_start(&progress, counts(run) ? run->paths : nothing, run->out, s->command->values[OPTION_QUIET] || log_is_json(),
                   s->command->language);
    run->progress = progress_show;
    run->progress_context = &progress;
    run->stop = &stop;
    catch_signals();
    log_begin(s);
    run_execute(run, &out);
    progress_end(&progress);
    if (s->outputs && !out.fault.id && outputs_end(s->outputs, &out.report, &out.fault) < 0)
        out.output_failed = true;
    say_outcome(s, &progress, &out);
    int code = run_exit_code(&out, s->fail_on);
    code = metrics_end(s->command, (struct metrics){.started = run->at, .elapsed = progress_elapsed(&progress), .policy = run->report.policy,
                                                    .run = &out, .code = code});
    log_end(s, &progress, &out, code);
    run_free(&out);
    return code;
}
