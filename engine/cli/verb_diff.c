/* `kijun diff A B`: two contracts, read and compared in a confined worker as documents always are; or two runs, by the reports
 * that they left. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "cli/diff.h"
#include "cli/inspect.h"
#include "cli/summary.h"
#include "report/diff.h"

enum { DIFF_BYTES = 256 * 1024 * 1024 };

struct diffing {
    const struct command *c;
    enum diff_format format;
    const struct vocabulary *vocabulary;
    day as_of;
    struct arena *before;       /* of the earlier subject and of the comparison, in the worker */
    struct buffer out;
    bool compared, weakened;
};

static bool is_file(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 && S_ISREG(s.st_mode);
}

/* ---- in the worker ---- */

static bool prepare(struct inspection *i)
{
    struct diffing *k = i->own;
    k->before = arena_new((size_t)3 * LOAD_ARENA_BYTES);
    return k->before != NULL;
}

static const struct contract *only_contract(struct inspection *i, const struct subject *s, const char *path)
{
    char count[32];
    for (const struct document *d = s->documents; d; d = d->next)
        if (d->fault.id && !i->fault.id)
            i->fault = d->fault;
    if (s->contracts.count == 1)
        return (const struct contract *)s->contracts.first;
    snprintf(count, sizeof count, "%u", s->contracts.count);
    fault_set(&i->fault, FAULT_DIFF_CONTRACTS, count);
    fault_where(&i->fault, path, 0);
    return NULL;
}

static void write_comparison(const struct diffing *k, const struct comparison *c, struct arena *arena, struct buffer *out)
{
    static contracts_writer *const writers[] = {[DIFF_TEXT] = contracts_text, [DIFF_JSON] = contracts_json, [DIFF_HTML] = contracts_html};
    const struct diff_options o = {.language = k->c->language, .before = k->c->arguments[0], .after = k->c->arguments[1],
                                   .color = summary_color(stdout) && !k->c->values[OPTION_OUT], .vocabulary = k->vocabulary};
    buffer_putc(out, c->weakened ? 'w' : '-');
    writers[k->format](c, &o, arena, out);
}

/* When the later one was read: the earlier one is read as well, and both are compared. Done over when the room for the answer was
 * too small. */
static void compare(struct inspection *i, struct buffer *out)
{
    struct diffing *k = i->own;
    const char *path = k->c->arguments[0];
    struct subject *earlier = NULL;
    if (!i->subject || strcmp(i->path, k->c->arguments[1]) != 0)
        return;
    arena_reset(k->before);
    if (loader_subject(i->loader, k->before, path, is_file(path), &earlier, &i->fault) < 0)
        return;
    const struct contract *a = only_contract(i, earlier, path), *b = only_contract(i, i->subject, i->path);
    struct reading *before = a && b ? reading_new(k->vocabulary, earlier, k->as_of, NULL, k->before) : NULL;
    struct reading *after = before ? reading_new(k->vocabulary, i->subject, k->as_of, NULL, i->arena) : NULL;
    const struct comparison *c = after ? compare_contracts(before, a, after, b, k->vocabulary, k->before) : NULL;
    if (c)
        write_comparison(k, c, k->before, out);
    if (c && c->cut) {
        fault_set(&i->fault, FAULT_DIFF_CUT, "4096");
        fault_where(&i->fault, i->path, 0);
    } else if (a && b && !c) {
        fault_set(&i->fault, FAULT_DOCUMENT_MEMORY);
        fault_where(&i->fault, path, 0);
    }
}

/* ---- in the supervisor ---- */

static void keep(struct inspection *i, const char *at, size_t len)
{
    struct diffing *k = i->own;
    if (!len)
        return;
    k->compared = true;
    k->weakened = at[0] == 'w';
    buffer_clear(&k->out);
    buffer_add(&k->out, at + 1, len - 1);
}

static int compare_files(struct diffing *k)
{
    const struct command *c = k->c;
    struct inspection i = {.c = c, .paths = (const char *const *)c->arguments, .own = k, .prepare = prepare, .write = compare, .show = keep};
    struct fault f = {0};
    int code;
    if (setting_as_of(c, &k->as_of, &f) < 0)
        return fail_with(&f, c->language);
    struct ruleset *rules = load_policy_to_judge(c, &code);
    if (!rules)
        return code;
    k->vocabulary = ruleset_vocabulary(rules);
    code = inspect(&i);
    if (!k->compared && code == EXIT_CLEAN) { /* a folder of several, each by itself */
        fault_set(&f, FAULT_DIFF_CONTRACTS, "*");
        fault_where(&f, c->arguments[1], 0);
        code = fail_with(&f, c->language);
    }
    ruleset_free(rules);
    return code;
}

static int compare_runs(struct diffing *k)
{
    static runs_writer *const writers[] = {[DIFF_TEXT] = runs_text, [DIFF_JSON] = runs_json, [DIFF_HTML] = runs_html};
    const struct command *c = k->c;
    const struct diff_options o = {.language = c->language, .before = c->arguments[0], .after = c->arguments[1],
                                   .color = summary_color(stdout) && !c->values[OPTION_OUT]};
    struct run_difference d = {0};
    struct fault f = {0};
    struct arena *arena = arena_new(DIFF_RUN_BYTES);
    if (!arena)
        fault_set(&f, FAULT_MEMORY);
    else if (runs_compare(c->arguments[0], c->arguments[1], arena, &d, &f) == 0)
        writers[k->format](&d, &o, &k->out);
    k->weakened = !f.id && (d.totals[RUN_NEW] || d.totals[RUN_WORSE]);
    k->compared = !f.id;
    int code = f.id ? fail_with(&f, c->language) : d.incomplete ? EXIT_INCOMPLETE : EXIT_CLEAN;
    arena_free(arena);
    return code;
}

static int read_format(struct diffing *k, struct fault *f)
{
    static const char *const names[] = {[DIFF_TEXT] = "text", [DIFF_JSON] = "json", [DIFF_HTML] = "html"};
    const char *given = k->c->values[OPTION_FORMAT], *name = given ? given : k->c->values[OPTION_HTML] ? "html" : "text";
    for (int i = DIFF_TEXT; i <= DIFF_HTML; i++)
        if (strcmp(names[i], name) == 0 && !(k->c->values[OPTION_HTML] && i != DIFF_HTML)) {
            k->format = (enum diff_format)i;
            return 0;
        }
    return fault_set(f, FAULT_OPTION_CHOICE, "format", name, k->c->values[OPTION_HTML] ? "html" : "text, json, html");
}

static int write_out(struct diffing *k, int code)
{
    struct fault f = {0};
    if (k->out.failed)
        fault_set(&f, FAULT_MEMORY);
    else if (k->compared && k->c->values[OPTION_OUT])
        file_write_path(k->c->values[OPTION_OUT], k->out.at, k->out.len, &f);
    else if (k->compared)
        fwrite(k->out.at, 1, k->out.len, stdout);
    if (f.id)
        return fail_with(&f, k->c->language);
    return code ? code : k->weakened ? EXIT_FINDINGS : EXIT_CLEAN;
}

int verb_diff(const struct command *c)
{
    struct diffing k = {.c = c};
    struct fault f = {0};
    bool runs[2] = {run_is_there(c->arguments[0]), run_is_there(c->arguments[1])};
    if (runs[0] != runs[1])
        fault_set(&f, FAULT_DIFF_KINDS, c->arguments[runs[0] ? 0 : 1], c->arguments[runs[0] ? 1 : 0]);
    if (f.id || read_format(&k, &f) < 0)
        return fail_with(&f, c->language);
    buffer_init(&k.out, DIFF_BYTES);
    int code = write_out(&k, runs[0] ? compare_runs(&k) : compare_files(&k));
    buffer_free(&k.out);
    return code;
}
