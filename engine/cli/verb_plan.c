/* `kijun plan`: whom to audit, when and how. Looks at the register if there is one, and writes nothing to it. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "batch/run.h"
#include "cli/settings.h"
#include "report/plan.h"

enum { CAPACITY = 4, MONTHS = 12, SAMPLE = 10, PLAN_BYTES = 256 * 1024 * 1024 };

static int read_options(const struct command *c, struct plan_options *o, struct fault *f)
{
    o->capacity = CAPACITY;
    o->months = MONTHS;
    o->sample = SAMPLE;
    o->seed = c->values[OPTION_SEED] ? c->values[OPTION_SEED] : "";
    if (setting_number(c, OPTION_CAPACITY, 1, PLAN_CAPACITY_MOST, &o->capacity, f) < 0 ||
        setting_number(c, OPTION_MONTHS, 1, PLAN_MONTHS_MOST, &o->months, f) < 0)
        return -1;
    return setting_number(c, OPTION_SAMPLE, 0, 100, &o->sample, f);
}

static const struct plan_format *format_of(const struct command *c, struct fault *f)
{
    const char *name = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "text";
    for (const struct plan_format *p = plan_formats; p->name; p++)
        if (strcmp(p->name, name) == 0)
            return p;
    fault_set(f, FAULT_OPTION_CHOICE, "format", name, "text, csv, json, ics");
    return NULL;
}

static int write_plan(const struct command *c, const struct run_report *r, const struct plan_options *o,
                      const struct plan_format *format, struct fault *f)
{
    struct plan plan;
    struct buffer b;
    if (plan_make(r, o, &plan) < 0)
        return r->supplier_count > PLAN_SUPPLIERS ? fault_set(f, FAULT_LIMIT, "suppliers", "200000")
                                                  : fault_set(f, FAULT_MEMORY);
    buffer_init(&b, PLAN_BYTES);
    format->write(&plan, c->language, &b);
    int failed = b.failed ? fault_set(f, FAULT_REPORT_SIZE, "256 MiB") : 0;
    if (!failed && b.len && (fwrite(b.at, 1, b.len, stdout) != b.len || fflush(stdout) != 0))
        failed = fault_set(f, FAULT_OUTPUT, "stdout");
    buffer_free(&b);
    plan_free(&plan);
    return failed;
}

static int read_run(const struct command *c, struct run_options *run, struct fault *f)
{
    static const struct report_format *const none[] = {NULL};
    *run = (struct run_options){.paths = (const char *const *)c->arguments, .formats = none, .facts = true, .looks = true,
                                .since = DAY_NONE, .report.language = c->language};
    run->ledger = c->values[OPTION_REGISTER] ? c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
    run->at = (instant)time(NULL);
    if (setting_as_of(c, &run->as_of, f) < 0 || setting_jobs(c, &run->workers, f) < 0)
        return -1;
    return setting_deadline(c, &run->deadline, f);
}

int verb_plan(const struct command *c)
{
    struct fault f = {0};
    struct plan_options o;
    struct run_options run;
    struct run_outcome out;
    int code;
    const struct plan_format *format = format_of(c, &f);
    if (!format || read_options(c, &o, &f) < 0 || read_run(c, &run, &f) < 0)
        return fail_with(&f, c->language);
    struct ruleset *rules = load_policy(c, &code);
    if (!rules)
        return code;
    run.rules = rules;
    run_execute(&run, &out);
    code = run_exit_code(&out, GRADE_COUNT);
    f = out.fault;
    if (!f.id)
        write_plan(c, &out.report, &o, format, &f);
    run_free(&out);
    ruleset_free(rules);
    return f.id ? fail_with(&f, c->language) : code;
}
