/* `kijun baseline write|check`: a pipeline fails for what is new, not for what it has known all along. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "batch/run.h"
#include "cli/baseline.h"
#include "cli/log.h"
#include "cli/settings.h"

#define STANDARD_FILE ".kijun-baseline"

struct comparing {
    const struct command *c;
    const char *path;
    struct baseline known;
    struct buffer line;         /* the one that is being handed over in pieces */
    struct buffer kept;         /* the file as it is to be */
    bool writes;                /* everything found is known from now on */
    enum grade fail_on;
    uint64_t found, fresh, failing; /* fresh: not known; failing: those that fail the check */
    uint64_t gone;              /* known, and not found any more */
    bool errors, open;          /* something could not be read or judged; something new waits for a person to decide */
    struct fault fault;
};

static bool is_ja(const struct comparing *k)
{
    return k->c->language == LANGUAGE_JA;
}

static enum grade grade_named(const char *name)
{
    enum grade g = GRADE_NONE;
    while (g < GRADE_COUNT && strcmp(grade_name(g), name) != 0)
        g++;
    return g;
}

static void say_row(const char *what, const struct baseline_row *row)
{
    const char *const *c = row->column;

    printf("%s  %s  %s:%s  %s%s%s\n", what, c[BASELINE_GRADE], c[BASELINE_DOCUMENT], c[BASELINE_LINE], c[BASELINE_RULE],
           *c[BASELINE_RULE] ? "/" : "", c[BASELINE_MESSAGE]);
    printf("      %s\n", c[BASELINE_TEXT]);
}

/* What could not be read or judged is never taken for known: nobody has seen what is in it. */
static void take_finding(struct comparing *k, const struct baseline_row *row)
{
    const char *grade = row->column[BASELINE_GRADE];
    if (strcmp(grade, outcome_name(OUTCOME_ERROR)) == 0) {
        k->errors = true;
        say_row(is_ja(k) ? "エラー" : "error", row);
        return;
    }
    struct known *known = baseline_find(&k->known, row->column[BASELINE_FINGERPRINT]);
    k->found++;
    if (known || k->writes)
        baseline_add(&k->kept, row);
    if (known)
        known->seen = true;
    if (known || k->writes)
        return;
    k->fresh++;
    if (strcmp(grade, outcome_name(OUTCOME_INDETERMINATE)) == 0)
        k->open = true;
    else
        k->failing += grade_named(grade) >= k->fail_on;
    say_row(is_ja(k) ? "新規" : "new", row);
}

static void take_line(struct comparing *k)
{
    struct baseline_row row;
    if (k->line.failed)
        fault_set(&k->fault, FAULT_MEMORY);
    else if (k->line.len && baseline_split(k->line.at, BASELINE_COLUMNS, &row))
        take_finding(k, &row);
    buffer_clear(&k->line);
}

/* Reports come in pieces that need not end with a line. */
static void take(void *context, const struct report_format *format, const char *at, size_t len, bool last)
{
    struct comparing *k = context;
    (void)format, (void)last;
    while (len) {
        const char *end = memchr(at, '\n', len);
        size_t n = end ? (size_t)(end - at) : len;
        buffer_add(&k->line, at, n);
        if (end) {
            take_line(k);
            n++;
        }
        at += n;
        len -= n;
    }
}

static void say_fixed(struct comparing *k)
{
    for (size_t i = 0; i < k->known.count; i++) {
        const char *const *c = k->known.all[i].row.column;
        if (k->known.all[i].seen)
            continue;
        k->gone++;
        printf("%s  %s  %s  %s/%s\n", is_ja(k) ? "解消" : "fixed", c[BASELINE_GRADE], c[BASELINE_SUPPLIER], c[BASELINE_RULE],
               c[BASELINE_MESSAGE]);
    }
}

static void say_sum(const struct comparing *k)
{
    unsigned long long found = k->found, fresh = k->fresh, gone = k->gone;
    if (k->writes)
        printf(is_ja(k) ? "%s: 指摘 %llu 件を既知として記録しました\n" : "%s: %llu findings are known from now on\n", k->path,
               found);
    else
        printf(is_ja(k) ? "既知 %llu 件、新規 %llu 件、解消 %llu 件 (%s)\n" : "%llu known, %llu new, %llu fixed (%s)\n",
               found - fresh, fresh, gone, k->path);
}

/* The file takes only what a whole run has shown: else findings that were not looked at would seem fixed. */
static int refuse(struct comparing *k, int code)
{
    fault_set(&k->fault, FAULT_BASELINE_INCOMPLETE);
    fault_where(&k->fault, k->path, 0);
    log_fault(LEVEL_ERROR, &k->fault, k->c->language);
    return code ? code : EXIT_INCOMPLETE;
}

static int keep(struct comparing *k, bool ratchet)
{
    if (k->kept.failed)
        return fault_set(&k->fault, FAULT_REPORT_SIZE, "64 MiB");
    return k->writes || (k->gone && !ratchet) ? file_write_path(k->path, k->kept.at, k->kept.len, &k->fault) : 0;
}

/* `code`: why the run did not come to its end; 0. */
static int settle(struct comparing *k, int code)
{
    bool ratchet = k->c->values[OPTION_RATCHET] != NULL;
    if (k->fault.id)
        return fail_with(&k->fault, k->c->language);
    if (code || k->errors)
        return refuse(k, code);
    if (!k->writes)
        say_fixed(k);
    say_sum(k);
    if (keep(k, ratchet) < 0)
        return fail_with(&k->fault, k->c->language);
    if (k->open)
        return EXIT_INCOMPLETE;
    return k->failing || (ratchet && k->gone) ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int compare(struct comparing *k, struct run_options *run)
{
    int code;
    struct run_outcome out;
    struct ruleset *rules = load_policy(k->c, &code);
    if (!rules)
        return code;
    run->rules = rules;
    run->report.policy = ruleset_policy(rules);
    run_execute(run, &out);
    code = out.fault.id || out.report.interrupted ? run_exit_code(&out, GRADE_COUNT) : 0;
    if (out.fault.id)
        log_fault(LEVEL_ERROR, &out.fault, k->c->language);
    run_free(&out);
    ruleset_free(rules);
    return settle(k, code);
}

static int read_settings(struct comparing *k, struct run_options *run)
{
    const struct command *c = k->c;
    struct fault *f = &k->fault;
    k->path = c->values[OPTION_BASELINE] ? c->values[OPTION_BASELINE] : STANDARD_FILE;
    k->writes = strcmp(c->arguments[0], "write") == 0;
    if (!k->writes && strcmp(c->arguments[0], "check") != 0)
        return fault_set(f, FAULT_VERB_UNKNOWN, c->arguments[0]);
    if (setting_as_of(c, &run->as_of, f) < 0 || setting_jobs(c, &run->workers, f) < 0 ||
        setting_deadline(c, &run->deadline, f) < 0 || setting_fail_on(c, &k->fail_on, f) < 0)
        return -1;
    baseline_begin(&k->kept);
    return k->writes ? 0 : baseline_read(k->path, &k->known, f);
}

int verb_baseline(const struct command *c)
{
    const struct report_format *formats[] = {report_format_named("baseline"), NULL};
    struct comparing k = {.c = c};
    struct run_options run = {.paths = (const char *const *)c->arguments + 1, .formats = formats, .since = DAY_NONE,
                              .report.language = c->language, .show = take, .show_context = &k};
    buffer_init(&k.line, BASELINE_BYTES);
    buffer_init(&k.kept, BASELINE_BYTES);
    int code = read_settings(&k, &run) < 0 ? fail_with(&k.fault, c->language) : compare(&k, &run);
    baseline_free(&k.known);
    buffer_free(&k.line);
    buffer_free(&k.kept);
    return code;
}
