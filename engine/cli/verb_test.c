/* `kijun test`: the examples inside the rules, run as tests; what they reach of the rules. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/text.h"
#include "cli/settings.h"
#include "report/author.h"
#include "rules/bench.h"
#include "rules/expect.h"

enum { JUNIT_BYTES = 64 * 1024 * 1024 };

struct tally {
    enum language language;
    bool quiet;
    size_t run;
    struct buffer *junit;       /* NULL: text */
    size_t outcomes, outcomes_reached, lines, lines_reached;
};

static void show_where(const char *file, uint32_t line)
{
    printf("%s:", file);
    if (line)
        printf("%u:", line);
    putchar(' ');
}

/* Where in a document it is, when that is told. */
static void show_line(uint32_t line, bool paragraph, enum language l)
{
    if (line && l == LANGUAGE_JA)
        printf(paragraph ? "(%u段落目)" : "(%u行目)", line);
    else if (line)
        printf(paragraph ? " (paragraph %u)" : " (line %u)", line);
}

static void show(void *context, const struct example_report *r)
{
    static const char *const form[LANGUAGE_COUNT] = {"expected", "期待"}, *const got[LANGUAGE_COUNT] = {"got", "結果"},
                             *const none[LANGUAGE_COUNT] = {"nothing", "指摘なし"};
    struct tally *t = context;
    enum language l = t->language;
    t->run++;
    if (t->junit)
        author_junit_example(t->junit, r, l);
    if (r->good || t->junit)
        return;
    show_where(r->file, r->line);
    printf("%s: %s%s%s %s", r->rule->id, r->document ? "" : r->name, r->document ? "" : ": ", form[l], r->expected ? r->expected : none[l]);
    show_line(r->expected_at, r->paragraph, l);
    printf(", %s %s", got[l], *r->got ? r->got : none[l]);
    show_line(r->got_at, r->paragraph, l);
    printf("%s%s\n", r->text[l][0] ? ": " : "", r->text[l]);
}

static void show_mistake(void *context, const struct fault *f)
{
    struct tally *t = context;
    t->run++;
    if (t->junit)
        author_junit_mistake(t->junit, f, t->language);
    else
        tell_fault(stdout, f, t->language);
}

/* ---- coverage ---- */

static void show_fault(const struct tally *t, struct fault *f, const char *file, uint32_t line)
{
    char text[1024];
    fault_where(f, file, line);
    fault_text(f, t->language, text, sizeof text);
    puts(text);
}

static void show_missed_lines(const struct tally *t, const struct rule_coverage *c)
{
    for (size_t i = 0, end; i < c->missed_count; i = end) {
        struct fault f = {0};
        char first[16], last[16];
        end = i + 1;
        while (end < c->missed_count && c->missed[end] == c->missed[end - 1] + 1)
            end++;
        snprintf(first, sizeof first, "%u", c->missed[i]);
        snprintf(last, sizeof last, "%u", c->missed[end - 1]);
        if (end == i + 1)
            fault_set(&f, FAULT_UNCOVERED_LINE, c->rule->id, first);
        else
            fault_set(&f, FAULT_UNCOVERED_LINES, c->rule->id, first, last);
        show_fault(t, &f, c->file, c->missed[i]);
    }
}

static void show_coverage(void *context, const struct rule_coverage *c)
{
    struct tally *t = context;
    t->outcomes += c->outcome_count;
    t->outcomes_reached += c->outcomes_reached;
    t->lines += c->line_count;
    t->lines_reached += c->lines_reached;
    for (size_t i = 0; i < c->outcome_count; i++) {
        struct fault f = {0};
        if (c->outcomes[i].reached)
            continue;
        fault_set(&f, FAULT_UNCOVERED_OUTCOME, c->rule->id, c->outcomes[i].name);
        show_fault(t, &f, c->file, c->outcomes[i].line);
    }
    show_missed_lines(t, c);
}

/* Rounded down: 100.0 means all. */
static void show_share(const char *what, size_t part, size_t whole)
{
    size_t share = whole ? part * 1000 / whole : 1000;
    printf("%s %zu/%zu (%zu.%zu %%)", what, part, whole, share / 10, share % 10);
}

static void show_sums(const struct tally *t)
{
    static const char *const outcomes[LANGUAGE_COUNT] = {"outcomes", "判定"}, *const lines[LANGUAGE_COUNT] = {"lines", "行"};
    show_share(outcomes[t->language], t->outcomes_reached, t->outcomes);
    printf(", ");
    show_share(lines[t->language], t->lines_reached, t->lines);
    printf("\n");
}

/* ---- --bench ---- */

enum { BENCH_SHOWN = 20 };

/* Nothing tested is not a pass. */
static int nothing_to_run(const struct command *c, const char *rule)
{
    struct fault f = {0};
    fault_set(&f, FAULT_NO_EXAMPLES, rule ? rule : c->count ? c->arguments[0] : "");
    return fail_with(&f, c->language);
}

static int bench(const struct command *c, const struct ruleset *rules, const char *rule)
{
    static const char *const heads[LANGUAGE_COUNT] = {"   mean us    most us     bytes  rule\n",
                                                      "平均(マイクロ秒) 最大 バイト 規則\n"};
    struct rule_cost *costs = NULL;
    struct fault f = {0};
    long count = bench_run(rules, rule, &costs, &f);
    if (count < 0)
        return fail_with(&f, c->language);
    if (count == 0) {
        free(costs);
        return nothing_to_run(c, rule);
    }
    fputs(heads[c->language], stdout);
    for (long i = 0; i < count && i < BENCH_SHOWN; i++)
        printf("%10.1f %10.1f %9zu  %s\n", (double)costs[i].nanoseconds / 1000, (double)costs[i].slowest / 1000,
               costs[i].memory, costs[i].rule->id);
    free(costs);
    return EXIT_CLEAN;
}

/* ---- --update ---- */

static void show_lines(const char *sign, const char *lines)
{
    for (const char *at = lines; *at; at += strcspn(at, "\n") + 1)
        printf("%s%.*s\n", sign, (int)strcspn(at, "\n"), at);
}

static void show_change(const struct expect_change *change)
{
    printf("%s:%u\n", change->file, change->line);
    show_lines("-", change->old_lines);
    show_lines("+", change->new_lines);
}

/* A person says so, here or by --yes. */
static bool agreed(const struct command *c)
{
    static const char *const ask[LANGUAGE_COUNT] = {"Write this? [y/N] ", "書き込みますか? [y/N] "},
                             *const how[LANGUAGE_COUNT] = {"Nothing was written; --yes writes it.",
                                                           "書き込んでいません。--yes を付けると書き込みます。"};
    char answer[16] = "";
    if (c->values[OPTION_YES])
        return true;
    if (!isatty(STDIN_FILENO)) {
        puts(how[c->language]);
        return false;
    }
    fputs(ask[c->language], stdout);
    fflush(stdout);
    return fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
}

static int write_file(const struct expect_file *file, struct fault *f)
{
    char folder[SETTINGS_PATH];
    const char *slash = strrchr(file->path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - file->path + 1) : 1, slash ? file->path : ".");
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        fault_where(f, file->path, 0);
        return fault_set(f, FAULT_OUTPUT, reason_of(errno));
    }
    int result = file_write(fd, slash ? slash + 1 : file->path, file->text, file->len, f);
    close(fd);
    return result;
}

static int update(const struct command *c, const struct ruleset *rules, const char *rule)
{
    static const char *const left[LANGUAGE_COUNT] = {
        "wrong and left alone: an error is never what a rule should do; comments in Word files are changed by hand",
        "件の誤った例は変更しません(エラーは期待すべき判定ではありません。Word文書のコメントは手で修正してください)"};
    struct expect_update u;
    struct fault f = {0};
    int result = expect_find(rules, rule, &u, &f);
    for (size_t i = 0; result == 0 && i < u.change_count; i++)
        show_change(&u.changes[i]);
    if (result == 0 && u.left)
        printf("%zu %s\n", u.left, left[c->language]);
    bool write = result == 0 && u.change_count && agreed(c);
    for (size_t i = 0; write && result == 0 && i < u.file_count; i++)
        result = write_file(&u.files[i], &f);
    bool clean = result == 0 && !u.left && (write || !u.change_count);
    expect_free(&u);
    return result < 0 ? fail_with(&f, c->language) : clean ? EXIT_CLEAN : EXIT_FINDINGS;
}

/* ---- the verb ---- */

/* [PACK] [RULE]: one argument alone is a pack when there is one of this name, else a rule of the policy. */
static struct ruleset *load(const struct command *c, const char **rule, int *code)
{
    char folder[SETTINGS_PATH];
    bool pack = c->count && find_pack(c, c->arguments[0], folder);
    *rule = c->count == 2 ? c->arguments[1] : c->count && !pack ? c->arguments[0] : NULL;
    if (pack)
        return load_pack(c, folder, code);
    if (c->count < 2)
        return load_policy(c, code);
    struct fault f = {0};
    no_such_pack(c->arguments[0], &f);
    *code = fail_with(&f, c->language);
    return NULL;
}

static int run(const struct command *c, const struct ruleset *rules, const char *rule)
{
    struct tally t = {.language = c->language, .quiet = c->values[OPTION_QUIET] != NULL};
    struct example_run wanted = {.rule = rule, .each = show, .mistake = show_mistake, .context = &t};
    struct fault f = {0};
    if (c->values[OPTION_COVERAGE])
        wanted.covered = show_coverage;
    long wrong = examples_run(rules, &wanted, &f);
    if (wrong < 0)
        return fail_with(&f, c->language);
    if (t.run == 0)
        return nothing_to_run(c, rule);
    if (wanted.covered)
        show_sums(&t);
    if (!t.quiet)
        printf(c->language == LANGUAGE_JA ? "合格 %zu件、不合格 %ld件\n" : "%zu passed, %ld failed\n", t.run - (size_t)wrong, wrong);
    return wrong ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* A rule that is named has to be there. */
static int check_rule(const struct command *c, const struct ruleset *rules, const char *rule)
{
    const enum fault_id id = c->count == 2 ? FAULT_TEST_RULE : FAULT_TEST_UNKNOWN;
    const struct rule_info *const *all;
    struct fault f = {0};
    size_t count = ruleset_rules(rules, &all);
    const char **ids = calloc(count + 1, sizeof *ids);
    bool found = !ids;
    for (size_t i = 0; ids && i < count; i++) {
        ids[i] = all[i]->id;
        found = found || strcmp(ids[i], rule) == 0;
    }
    const char *near = found ? NULL : text_suggest(rule, ids, count);
    if (near)
        fault_set(&f, (enum fault_id)(id + 1), rule, near);
    else if (!found && (id == FAULT_TEST_RULE || (no_such_pack(rule, &f), f.id != FAULT_PACK_UNKNOWN_NEAR))) {
        fault_clear(&f);
        fault_set(&f, id, rule);
    }
    free(ids);
    return found ? EXIT_CLEAN : fail_with(&f, c->language);
}

/* The same as JUnit XML. */
static int run_junit(const struct command *c, const struct ruleset *rules, const char *rule)
{
    struct buffer out;
    struct tally t = {.language = c->language, .junit = &out};
    struct example_run wanted = {.rule = rule, .each = show, .mistake = show_mistake, .context = &t};
    struct fault f = {0};
    buffer_init(&out, JUNIT_BYTES);
    author_junit_begin(&out, c->count ? c->arguments[0] : "kijun");
    long wrong = examples_run(rules, &wanted, &f);
    author_junit_end(&out);
    if (wrong >= 0 && t.run && out.failed)
        wrong = fault_set(&f, FAULT_MEMORY);
    int code = wrong < 0 ? fail_with(&f, c->language) : !t.run ? nothing_to_run(c, rule) : wrong ? EXIT_FINDINGS : EXIT_CLEAN;
    if (wrong >= 0 && t.run)
        fputs(out.at, stdout);
    buffer_free(&out);
    return code;
}

/* What is printed: text, or JUnit where nothing but the examples is asked for. -1: neither, told. */
static int wants_junit(const struct command *c)
{
    const char *format = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "text";
    bool alone = !c->values[OPTION_COVERAGE] && !c->values[OPTION_BENCH] && !c->values[OPTION_UPDATE];
    struct fault f = {0};
    if (strcmp(format, "text") == 0)
        return 0;
    if (strcmp(format, "junit") == 0 && alone)
        return 1;
    fault_set(&f, FAULT_OPTION_CHOICE, "format", format, alone ? "text, junit" : "text");
    fail_with(&f, c->language);
    return -1;
}

int verb_test(const struct command *c)
{
    const char *rule;
    int code;
    int junit = wants_junit(c);
    if (junit < 0)
        return EXIT_USAGE;
    struct ruleset *rules = load(c, &rule, &code);
    if (rules && rule && (code = check_rule(c, rules, rule)) != EXIT_CLEAN) {
        ruleset_free(rules);
        return code;
    }
    if (rules && c->values[OPTION_BENCH])
        code = bench(c, rules, rule);
    else if (rules && c->values[OPTION_UPDATE])
        code = update(c, rules, rule);
    else if (rules)
        code = junit ? run_junit(c, rules, rule) : run(c, rules, rule);
    ruleset_free(rules);
    return code;
}
