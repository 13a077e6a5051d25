/* `kijun letters`: a request for corrective action for each supplier with findings. Looks at the register for due dates, and
 * writes nothing to it. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "batch/run.h"
#include "cli/letterhead.h"
#include "cli/log.h"
#include "cli/settings.h"
#include "rules/due.h"

enum { LETTERHEAD_ARENA = 2 * 1024 * 1024 };

struct letters {
    struct run_options run;
    const struct report_format *formats[SETTINGS_FORMATS + 1];
    struct letterhead head;
};

static int read_settings(const struct command *c, struct letters *k, struct arena *arena, struct fault *f)
{
    k->run = (struct run_options){.paths = (const char *const *)c->arguments, .formats = k->formats, .looks = true,
                                  .since = DAY_NONE, .at = (instant)time(NULL),
                                  .report = {.language = c->language, .audience = AUDIENCE_SUPPLIER, .letterhead = &k->head}};
    k->run.out = c->values[OPTION_OUT] ? c->values[OPTION_OUT] : "letters";
    k->run.ledger = c->values[OPTION_REGISTER] ? c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
    if (setting_as_of(c, &k->run.as_of, f) < 0 || setting_jobs(c, &k->run.workers, f) < 0 ||
        setting_deadline(c, &k->run.deadline, f) < 0 || setting_formats(c, "letter", k->formats, f) < 0)
        return -1;
    return letterhead_read(c, arena, &k->head, f);
}

static void say_where(const struct command *c, const char *out)
{
    bool ja = c->language == LANGUAGE_JA;
    if (!c->values[OPTION_QUIET])
        printf("%s%s%s\n", ja ? "依頼書を " : "The letters are in ", out, ja ? "/suppliers/ に作成しました。" : "/suppliers/.");
}

static int write_letters(const struct command *c, struct letters *k, const struct ruleset *rules)
{
    struct run_outcome out;
    k->run.rules = rules;
    k->run.report.policy = ruleset_policy(rules);
    k->run.report.due = ruleset_due(rules);
    k->run.report.pack_count = ruleset_packs(rules, &k->run.report.packs);
    run_execute(&k->run, &out);
    int code = run_exit_code(&out, GRADE_COUNT);
    if (out.fault.id)
        log_fault(LEVEL_ERROR, &out.fault, c->language);
    else
        say_where(c, k->run.out);
    run_free(&out);
    return code;
}

int verb_letters(const struct command *c)
{
    struct fault f = {0};
    struct letters k = {.run = {0}};
    struct arena *arena = arena_new(LETTERHEAD_ARENA);
    int code;
    if (!arena)
        fault_set(&f, FAULT_MEMORY);
    if (!arena || read_settings(c, &k, arena, &f) < 0) {
        arena_free(arena);
        return fail_with(&f, c->language);
    }
    struct ruleset *rules = load_policy(c, &code);
    if (rules)
        code = write_letters(c, &k, rules);
    ruleset_free(rules);
    arena_free(arena);
    return code;
}
