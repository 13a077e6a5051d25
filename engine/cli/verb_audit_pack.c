/* `kijun audit-pack`: what a surveillance audit asks for, from the portfolio and the register. Writes nothing to the register. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "batch/run.h"
#include "cli/settings.h"
#include "report/audit_pack.h"

enum { PACK_BYTES = 256 * 1024 * 1024 };

static int read_run(const struct command *c, struct run_options *run, day *since, struct fault *f)
{
    static const struct report_format *const none[] = {NULL};
    *run = (struct run_options){.paths = (const char *const *)c->arguments, .formats = none, .facts = true, .looks = true,
                                .since = DAY_NONE, .report.language = c->language};
    run->ledger = c->values[OPTION_REGISTER] ? c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
    run->at = (instant)time(NULL);
    if (!run->ledger || !c->values[OPTION_SINCE])
        return fault_set(f, FAULT_REGISTER_NEEDS, "audit-pack", run->ledger ? "--since DATE" : "--register FILE");
    if (access(run->ledger, F_OK) != 0) { /* looking at it would make an empty one */
        fault_where(f, run->ledger, 0);
        return fault_set(f, FAULT_FILE_OPEN, reason_of(errno));
    }
    if (setting_day(c, OPTION_SINCE, since, f) < 0 || setting_as_of(c, &run->as_of, f) < 0 || setting_jobs(c, &run->workers, f) < 0)
        return -1;
    if (*since >= run->as_of)
        return fault_set(f, FAULT_OPTION_CHOICE, "since", c->values[OPTION_SINCE], "a day before --as-of");
    return setting_deadline(c, &run->deadline, f);
}

static int write_file(const struct pack_file *file, const struct audit_pack *p, struct ledger *l, const struct report_options *o,
                      int folder, struct fault *f)
{
    struct buffer b;
    buffer_init(&b, PACK_BYTES);
    int failed = file->write(p, l, o, &b, f);
    if (failed == 0 && b.failed)
        failed = fault_set(f, FAULT_REPORT_SIZE, "256 MiB");
    if (failed == 0)
        failed = file_write(folder, file->name, b.at ? b.at : "", b.len, f);
    buffer_free(&b);
    return failed;
}

static int write_files(const char *out, const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct fault *f)
{
    if (file_make_folder(out, f) < 0)
        return -1;
    int folder = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC), failed = 0;
    if (folder < 0) {
        fault_where(f, out, 0);
        return fault_set(f, FAULT_OUTPUT, reason_of(errno));
    }
    /* The page names the totals of the tables: it comes last, so that it never stands beside older ones. */
    for (const struct pack_file *file = pack_files + 1; failed == 0 && file->name; file++)
        failed = write_file(file, p, l, o, folder, f);
    if (failed == 0)
        failed = write_file(pack_files, p, l, o, folder, f);
    if (failed == 0)
        failed = file_sync_folder(folder, out, f);
    close(folder);
    return failed;
}

static int make_pack(const struct command *c, const struct run_report *r, const char *register_file, day since,
                     const struct report_options *o, struct fault *f)
{
    const char *out = c->values[OPTION_OUT] ? c->values[OPTION_OUT] : "audit-pack";
    struct audit_pack pack = {0};
    struct ledger *l = NULL;
    int failed = ledger_open(register_file, LEDGER_READ, &l, f);
    if (failed == 0)
        failed = audit_pack_make(r, l, since, &pack, f);
    if (failed == 0)
        failed = write_files(out, &pack, l, o, f);
    if (failed == 0 && !c->values[OPTION_QUIET])
        printf("%s/%s\n", out, pack_files->name);
    if (failed == 0 && pack.unsound.id) { /* the pack says it, too */
        *f = pack.unsound;
        failed = -1;
    }
    audit_pack_free(&pack);
    ledger_close(l);
    return failed;
}

int verb_audit_pack(const struct command *c)
{
    struct fault f = {0};
    struct run_options run;
    struct run_outcome out;
    day since;
    int code;
    if (read_run(c, &run, &since, &f) < 0)
        return fail_with(&f, c->language);
    struct ruleset *rules = load_policy(c, &code);
    if (!rules)
        return code;
    run.rules = rules;
    run.report.policy = ruleset_policy(rules);
    run.report.pack_count = ruleset_packs(rules, &run.report.packs);
    run_execute(&run, &out);
    code = run_exit_code(&out, GRADE_COUNT);
    f = out.fault;
    if (!f.id)
        make_pack(c, &out.report, run.ledger, since, &run.report, &f);
    run_free(&out);
    ruleset_free(rules);
    return f.id ? fail_with(&f, c->language) : code;
}
