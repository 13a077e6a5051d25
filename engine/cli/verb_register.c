/* `kijun register`: the history of nonconformities, for people. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/register.h"
#include "cli/settings.h"
#include "register/reply.h"

/* Where the register is: --register, or the environment. */
static const char *register_path(const struct command *c)
{
    return c->values[OPTION_REGISTER] ? c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
}

static const char *argument(const struct command *c, size_t n)
{
    return n < c->count ? c->arguments[n] : NULL;
}

static int needs(const struct command *c, const char *what, struct fault *f)
{
    return fault_set(f, FAULT_REGISTER_NEEDS, c->arguments[0], what);
}

/* ---- what people do ---- */

static int change(const struct command *c, struct ledger *l, enum ledger_action action, const char *text,
                  struct fault *f)
{
    const char *who = c->values[OPTION_WHO] ? c->values[OPTION_WHO] : getenv("USER");
    struct ledger_change change = {.finding = argument(c, 1), .action = action, .who = who, .at = (instant)time(NULL),
                                   .text = text, .due = DAY_NONE, .as_of = DAY_NONE};
    if (!change.finding)
        return needs(c, "FINDING", f);
    if (setting_day(c, OPTION_DUE, &change.due, f) < 0)
        return -1;
    return setting_day(c, OPTION_AS_OF, &change.as_of, f) < 0 ? -1 : ledger_change(l, &change, f);
}

static int do_change(const struct command *c, struct ledger *l, struct fault *f)
{
    return change(c, l, action_named(c->arguments[0]), c->values[OPTION_TEXT], f);
}

static int do_assign(const struct command *c, struct ledger *l, struct fault *f)
{
    return argument(c, 2) ? change(c, l, ACTION_ASSIGN, argument(c, 2), f) : needs(c, "PERSON", f);
}

static int do_re_audit(const struct command *c, struct ledger *l, struct fault *f)
{
    const char *came = argument(c, 2) ? argument(c, 2) : "";
    enum ledger_action action = action_named(came);
    if (action != ACTION_EFFECTIVE && action != ACTION_NOT_EFFECTIVE)
        return needs(c, "effective|not-effective", f);
    return change(c, l, action, c->values[OPTION_TEXT], f);
}

/* ---- reading and keeping ---- */

static int do_list(const struct command *c, struct ledger *l, struct fault *f)
{
    return register_list(c, l, f);
}

static int do_history(const struct command *c, struct ledger *l, struct fault *f)
{
    return register_history(c, l, argument(c, 1), f);
}

static int do_show(const struct command *c, struct ledger *l, struct fault *f)
{
    return argument(c, 1) ? register_show(c, l, argument(c, 1), f) : needs(c, "FINDING", f);
}

static int do_verify(const struct command *c, struct ledger *l, struct fault *f)
{
    static const char *const sound[LANGUAGE_COUNT] = {"The register is sound.", "不適合台帳に問題はありません。"};
    if (ledger_verify(l, f) != 0)
        return -1;
    puts(sound[c->language]);
    return 0;
}

static int do_backup(const struct command *c, struct ledger *l, struct fault *f)
{
    return argument(c, 1) ? ledger_backup(l, argument(c, 1), f) : needs(c, "FILE", f);
}

/* ---- by mail ---- */

static int do_export(const struct command *c, struct ledger *l, struct fault *f)
{
    struct buffer out;
    if (!argument(c, 1))
        return needs(c, "SUPPLIER", f);
    buffer_init(&out, REPLY_BYTES);
    int result = reply_write(l, argument(c, 1), &out, f);
    if (result == 0)
        fwrite(out.at, 1, out.len, stdout);
    buffer_free(&out);
    return result;
}

static void say_taken(const struct command *c, const struct reply *r, const struct reply_outcome *o)
{
    printf(c->language == LANGUAGE_JA ? "%s: 記録 %u 件、記録済み %u 件、対応不要 %u 件、未記入 %u 件\n"
                                      : "%s: %u recorded, %u known before, %u no longer needed, %u without a reply\n",
           r->supplier, o->recorded, o->known, o->settled, o->empty);
}

static int import_bytes(const struct command *c, struct ledger *l, const struct buffer *in, struct arena *arena,
                        struct fault *f)
{
    const char *who = c->values[OPTION_WHO] ? c->values[OPTION_WHO] : getenv("USER");
    struct reply reply;
    struct reply_outcome outcome;
    if (reply_read(argument(c, 1), in->at ? in->at : "", in->len, arena, &reply, f) != 0 ||
        reply_take(l, &reply, who, (instant)time(NULL), &outcome, f) != 0)
        return -1;
    say_taken(c, &reply, &outcome);
    return 0;
}

static int do_import(const struct command *c, struct ledger *l, struct fault *f)
{
    struct buffer in;
    if (!argument(c, 1))
        return needs(c, "FILE", f);
    struct arena *arena = arena_new(4 * REPLY_BYTES);
    buffer_init(&in, REPLY_BYTES);
    int result = arena ? file_read(AT_FDCWD, argument(c, 1), argument(c, 1), REPLY_BYTES, &in, f)
                       : fault_set(f, FAULT_MEMORY);
    if (result == 0)
        result = import_bytes(c, l, &in, arena, f);
    buffer_free(&in);
    arena_free(arena);
    return result;
}

static const struct sub_verb {
    const char *name;
    enum ledger_mode mode;
    int (*run)(const struct command *c, struct ledger *l, struct fault *f);
} sub_verbs[] = {
    {"runs", LEDGER_READ, register_runs},
    {"export", LEDGER_READ, do_export},
    {"import", LEDGER_WRITE, do_import},
    {"list", LEDGER_READ, do_list},       {"show", LEDGER_READ, do_show},      {"history", LEDGER_READ, do_history},
    {"note", LEDGER_WRITE, do_change},    {"cause", LEDGER_WRITE, do_change},  {"plan", LEDGER_WRITE, do_change},
    {"done", LEDGER_WRITE, do_change},    {"reaudit", LEDGER_WRITE, do_re_audit},
    {"assign", LEDGER_WRITE, do_assign},  {"verify", LEDGER_READ, do_verify},  {"backup", LEDGER_READ, do_backup},
};

enum { SUB_VERBS = sizeof sub_verbs / sizeof *sub_verbs };

static const struct sub_verb *find(const char *name, struct fault *f)
{
    const char *names[SUB_VERBS];
    for (size_t i = 0; i < SUB_VERBS; i++) {
        if (strcmp(sub_verbs[i].name, name) == 0)
            return &sub_verbs[i];
        names[i] = sub_verbs[i].name;
    }
    const char *near = text_suggest(name, names, SUB_VERBS);
    if (near)
        fault_set(f, FAULT_VERB_NEAR, name, near);
    else
        fault_set(f, FAULT_VERB_UNKNOWN, name);
    return NULL;
}

int verb_register(const struct command *c)
{
    struct fault f = {0};
    struct ledger *l = NULL;
    const struct sub_verb *v = find(c->arguments[0], &f);
    const char *path = register_path(c);
    int result = v ? 0 : -1;
    if (v && !path)
        result = fault_set(&f, FAULT_REGISTER_WHERE);
    if (result == 0)
        result = ledger_open(path, v->mode, &l, &f);
    if (result == 0)
        result = v->run(c, l, &f);
    ledger_close(l);
    return result == 0 ? EXIT_CLEAN : fail_with(&f, c->language);
}
