#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

enum { RENDERED_CAP = 512 * 1024 * 1024 };

static const struct pack_info packs[] = {
    {.name = "core", .version = "1.0.0", .folder = "rules/core", .title = {"Core vocabulary", "基本語彙"},
     .content = {{0xc0, 0xff, 0xee, 1, 2, 3}}},
    {.name = "iso27001", .version = "1.0.0", .folder = "rules/iso27001",
     .title = {"Supplier security under ISO/IEC 27001", "ISO/IEC 27001に基づく委託先管理"},
     .content = {{0xab, 0xad, 0x1d, 0xea, 5, 6}}}};

struct report_options options_in(enum language l, enum audience a)
{
    return (struct report_options){.language = l, .audience = a, .policy = "standard", .packs = packs, .pack_count = 2};
}

struct buffer rendered(const char *format, const struct result *r, enum language l, enum audience a)
{
    struct report_options o = options_in(l, a);
    struct buffer b;
    o.history = r->history != NULL;
    buffer_init(&b, RENDERED_CAP);
    report_format_named(format)->supplier(r, &o, &b);
    cr_assert(!b.failed);
    return b;
}

struct buffer rendered_run(const char *format, const struct run_report *r, enum language l, enum audience a)
{
    struct report_options o = options_in(l, a);
    struct buffer b;
    buffer_init(&b, RENDERED_CAP);
    report_format_named(format)->run(r, &o, &b);
    cr_assert(!b.failed);
    return b;
}

static void append(struct buffer *to, const struct buffer *from)
{
    if (from->len) buffer_add(to, from->at, from->len);
}

struct buffer joined(const char *format, const struct result *const *results, size_t count, enum language l,
                     enum audience a)
{
    const struct report_format *f = report_format_named(format);
    struct report_options o = options_in(l, a);
    struct run_fixture *run = run_new(count);
    struct buffer all;
    bool any = false;
    o.history = results[0]->history != NULL;
    buffer_init(&all, RENDERED_CAP);
    f->begin(run_of(run), &o, &all);
    for (size_t i = 0; i < count; i++) {
        struct buffer one = rendered(format, results[i], l, a);
        if (any && one.len) buffer_puts(&all, f->between);
        any = any || one.len;
        append(&all, &one);
        buffer_free(&one);
    }
    f->end(run_of(run), &o, &all);
    run_forget(run);
    cr_assert_not(all.failed);
    return all;
}

int python(const struct buffer *b, const char *program, const char *argument)
{
    char folder[] = "/tmp/kijun-python-XXXXXX", path[64], command[4096];
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/input", folder);
    FILE *f = fopen(path, "wb");
    cr_assert_not_null(f);
    cr_assert_eq(fwrite(b->at, 1, b->len, f), b->len);
    cr_assert_eq(fclose(f), 0);
    snprintf(command, sizeof command, "python3 -c '%s' %s < %s; code=$?; rm -r %s; exit $code", program, argument, path,
             folder);
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* ---- expected files ---- */

static void update(const char *path, const struct buffer *b)
{
    FILE *f = fopen(path, "wb");
    cr_assert_not_null(f, "%s", path);
    cr_assert_eq(fwrite(b->at, 1, b->len, f), b->len);
    cr_assert_eq(fclose(f), 0);
}

void matches_expected(const char *name, const struct buffer *b)
{
    char path[256];
    snprintf(path, sizeof path, "tests/report/expected/%s", name);
    if (getenv("KIJUN_UPDATE")) {
        update(path, b);
        return;
    }
    FILE *f = fopen(path, "rb");
    cr_assert_not_null(f, "%s is missing: run the tests with KIJUN_UPDATE=1 and look at the difference", path);
    char *expected = calloc(1, b->len + 2);
    size_t n = fread(expected, 1, b->len + 1, f);
    fclose(f);
    size_t same = 0;
    while (same < n && same < b->len && expected[same] == b->at[same]) same++;
    bool equal = n == b->len && same == n;
    free(expected);
    cr_assert(equal, "%s differs at byte %zu: ...%.60s", path, same, b->at + (same > 20 ? same - 20 : 0));
}

/* ---- a run of any size ---- */

enum { FIXTURE_RULES = 3 };

struct run_fixture {
    struct run_report report;
    uint64_t at;
    struct run_row row;
    char id[32], name[96], path[64], base[64];
    struct run_rule rules[FIXTURE_RULES];
};

/* Every number follows from n: the seventh of ten is unreadable, others have findings by their last digit. */
static void make_row(struct run_fixture *f, uint64_t n)
{
    static const char *const tiers[] = {"critical", "important", "standard", "low"};
    static const char *const names[] = {"青葉ソリューションズ株式会社", "みなと情報サービス", "Northwind Cloud Ltd",
                                        "株式会社北斗精機", "Acme <Hosting> & Co"};
    struct run_row *row = &f->row;
    *row = (struct run_row){.supplier = f->id, .name = f->name, .path = f->path, .report = f->base,
                            .tier = tiers[n % 4], .country = n % 3 ? "JP" : "DE"};
    snprintf(f->id, sizeof f->id, "s-%07llu", (unsigned long long)n);
    snprintf(f->name, sizeof f->name, "%s %llu", names[n % 5], (unsigned long long)n);
    snprintf(f->path, sizeof f->path, "portfolio/s-%07llu", (unsigned long long)n);
    snprintf(f->base, sizeof f->base, "s-%07llu", (unsigned long long)n);
    if (n % 10 == 7) {
        row->incomplete = true;
        fault_set(&row->fault, FAULT_FILE_KIND);
        fault_where(&row->fault, f->path, 0);
        return;
    }
    row->impact = (int64_t)(n % 5 + 1);
    row->likelihood = (int64_t)(n / 5 % 5 + 1);
    row->risk_score = row->impact * row->likelihood;
    row->grades[GRADE_MAJOR] = (uint32_t)(n % 4 == 1);
    row->grades[GRADE_MINOR] = (uint32_t)(n % 3);
    row->outcomes[OUTCOME_FAIL] = row->grades[GRADE_MAJOR] + row->grades[GRADE_MINOR];
    row->outcomes[OUTCOME_INDETERMINATE] = n % 10 == 3;
    row->outcomes[OUTCOME_PASS] = 40 - row->outcomes[OUTCOME_FAIL];
    row->incomplete = n % 10 == 3;
    if (!f->report.has_history) return;
    row->changes.last[CHANGE_NEW] = row->grades[GRADE_MAJOR];
    row->changes.last[CHANGE_STILL] = row->grades[GRADE_MINOR];
    row->changes.last[CHANGE_FIXED] = n % 2;
    row->changes.since[CHANGE_BACK] = n % 3;
    row->changes.overdue = n % 4 == 2;
}

static const struct run_row *next_row(void *rows)
{
    struct run_fixture *f = rows;
    if (f->at >= f->report.supplier_count) return NULL;
    make_row(f, f->at++);
    return &f->row;
}

static void rewind_rows(void *rows)
{
    ((struct run_fixture *)rows)->at = 0;
}

static void add_up(struct run_fixture *f)
{
    struct run_report *r = &f->report;
    rewind_rows(f);
    for (const struct run_row *row; (row = next_row(f)) != NULL;) {
        uint32_t findings = 0;
        for (int i = 0; i < OUTCOME_COUNT; i++) r->outcomes[i] += row->outcomes[i];
        for (int i = 0; i < GRADE_COUNT; i++) r->grades[i] += row->grades[i], findings += row->grades[i];
        r->risk_matrix[row->impact][row->likelihood]++;
        for (int i = 0; i < CHANGE_COUNT; i++) {
            r->changes.last[i] += row->changes.last[i];
            r->changes.since[i] += row->changes.since[i];
        }
        r->changes.overdue += row->changes.overdue;
        if (row->incomplete) r->incomplete++;
        else if (findings) r->with_findings++;
        else r->clean++;
    }
}

static struct run_fixture *make_run(uint64_t count, bool told)
{
    struct run_fixture *f = calloc(1, sizeof *f);
    cr_assert_not_null(f);
    const struct result *rich = rich_result();
    static const size_t chosen[FIXTURE_RULES] = {5, 11, 8};
    for (size_t i = 0; i < FIXTURE_RULES; i++) f->rules[i].rule = rich->judgements[chosen[i]].rule;
    f->rules[0].outcomes[OUTCOME_FAIL] = 3, f->rules[0].findings = 4;
    f->rules[1].outcomes[OUTCOME_FAIL] = 7, f->rules[1].findings = 7;
    f->rules[2].outcomes[OUTCOME_INDETERMINATE] = 2;
    f->report = (struct run_report){.as_of = rich->as_of, .next = next_row, .rewind = rewind_rows, .rows = f,
                                    .supplier_count = count, .rule_count = FIXTURE_RULES, .rules = f->rules,
                                    .has_history = told, .last_run = rich->as_of - 1, .since = rich->as_of - 90};
    add_up(f);
    return f;
}

struct run_fixture *run_new(uint64_t count)
{
    return make_run(count, false);
}

struct run_fixture *run_told(uint64_t count)
{
    return make_run(count, true);
}

const struct run_report *run_of(const struct run_fixture *f)
{
    return &f->report;
}

void run_forget(struct run_fixture *f)
{
    free(f);
}
