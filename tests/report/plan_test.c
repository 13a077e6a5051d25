/* A plan keeps its promises: who must be in is in, no month holds too many, and the same seed gives the same plan. */
#include "report/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/facts.h"
#include "support/support.h"

enum { MANY = 60 };

static struct run_row rows[MANY];
static char ids[MANY][16];
static struct run_report report;
static size_t at;
static struct plan plan;
static struct plan_options options;

static const struct run_row *next(void *context)
{
    (void)context;
    return at < report.supplier_count ? &rows[at++] : NULL;
}

static void rewind_rows(void *context)
{
    (void)context;
    at = 0;
}

static void begin(void)
{
    for (int i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "s%02d", i);
        rows[i] = (struct run_row){.supplier = ids[i], .tier = "standard", .risk_score = 1 + i % 6, .impact = 1, .likelihood = 1 + i % 5};
    }
    report = (struct run_report){.as_of = day_of(2026, 4, 1), .next = next, .rewind = rewind_rows, .supplier_count = MANY};
    options = (struct plan_options){.capacity = 2, .months = 12, .sample = 25, .seed = "2026"};
}

static void end(void)
{
    plan_free(&plan);
}

TestSuite(plan, .init = begin, .fini = end);

static const struct plan_entry *entry(const char *id)
{
    for (size_t i = 0; i < plan.count; i++)
        if (strcmp(plan.entries[i].supplier, id) == 0) return &plan.entries[i];
    return NULL;
}

/* One fact of an audit as a worker writes it: its planned day, or the day it was held. */
static void audit_fact(struct run_row *row, char *room, day planned, day performed)
{
    unsigned char head[3] = {FACT_AUDIT, 0, (unsigned char)((planned != DAY_NONE) | (performed != DAY_NONE) << 1)};
    size_t len = 3;
    memcpy(room, head, 3);
    if (planned != DAY_NONE) memcpy(room + len, &planned, sizeof planned), len += sizeof planned;
    if (performed != DAY_NONE) memcpy(room + len, &performed, sizeof performed), len += sizeof performed;
    row->facts = room;
    row->facts_len = len;
}

Test(plan, the_top_risks_are_always_in)
{
    rows[40].risk_score = 25;
    rows[41].risk_score = 20;
    rows[42].risk_score = 12;
    options.capacity = 1, options.months = 1, options.sample = 100;
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    cr_assert_eq(entry("s40")->basis, BASIS_TOP_RISK);
    cr_assert_eq(entry("s41")->basis, BASIS_TOP_RISK);
    cr_assert_eq(entry("s42")->basis, BASIS_TOP_RISK);
    cr_assert_eq(plan.in_time, 1, "no month holds more than its capacity");
    cr_assert_eq(plan.count, 3, "and who found no room is still shown");
    cr_assert_neq(entry("s40")->when, DAY_NONE);
}

Test(plan, no_month_holds_more_than_its_capacity_and_all_days_are_working_days)
{
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    cr_assert_eq(plan.count, 24);
    int used[400] = {0};
    for (size_t i = 0; i < plan.count; i++) {
        int year, month, dom;
        day_split(plan.entries[i].when, &year, &month, &dom);
        cr_assert_leq(++used[(year - 2026) * 12 + month], 2);
        cr_assert_lt((plan.entries[i].when + 3) % 7, 5, "neither Saturday nor Sunday");
        cr_assert(plan.entries[i].when > report.as_of && plan.entries[i].when <= plan.last);
    }
}

static size_t sampled(char *out, size_t size)
{
    size_t n = 0;
    out[0] = '\0';
    for (int i = 0; i < MANY; i++) {
        const struct plan_entry *e = entry(ids[i]);
        if (e && e->basis == BASIS_SAMPLE) n++, snprintf(out + strlen(out), size - strlen(out), "%s ", ids[i]);
    }
    return n;
}

Test(plan, the_same_seed_draws_the_same_sample_and_another_one_another)
{
    char first[512], again[512], other[512];
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    cr_assert_eq(sampled(first, sizeof first), 5, "a quarter of the room that is left");
    plan_free(&plan);
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    sampled(again, sizeof again);
    plan_free(&plan);
    options.seed = "2027";
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    sampled(other, sizeof other);
    same_text(first, again);
    cr_assert_str_neq(first, other);
}

Test(plan, an_audit_that_is_planned_keeps_its_day_and_one_that_was_missed_comes_first)
{
    char planned[16], missed[16];
    audit_fact(&rows[5], planned, day_of(2026, 6, 10), DAY_NONE);
    audit_fact(&rows[6], missed, day_of(2026, 1, 10), DAY_NONE);
    options.capacity = 1;
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    cr_assert_eq(entry("s05")->when, day_of(2026, 6, 10));
    cr_assert_eq(entry("s05")->basis, BASIS_PLANNED);
    cr_assert_eq(entry("s06")->basis, BASIS_OVERDUE);
    same_text(plan.entries[0].supplier, "s06");
    cr_assert_eq(entry("s06")->due, day_of(2026, 1, 10));
}

Test(plan, points_are_the_sum_of_the_reasons_shown)
{
    rows[3].tier = "critical";
    rows[3].grades[GRADE_MAJOR] = 2;
    rows[3].changes.overdue = 1;
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    for (size_t i = 0; i < plan.count; i++) {
        int sum = 0;
        for (int r = 0; r < REASON_COUNT; r++) sum += plan.entries[i].reasons[r];
        cr_assert_eq(sum, plan.entries[i].points);
    }
    const struct plan_entry *e = entry("s03");
    cr_assert(e->reasons[REASON_TIER] == 10 && e->reasons[REASON_MAJOR] == 6 && e->reasons[REASON_FINDINGS_OVERDUE] == 2);
}

Test(plan, a_critical_supplier_never_seen_on_site_is_audited_on_site)
{
    rows[3].tier = "critical";
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    cr_assert_eq(entry("s03")->method, METHOD_ON_SITE);
    cr_assert_eq(entry("s05")->method, METHOD_PAPER);
}

static struct buffer written(const char *format, enum language l)
{
    struct buffer b;
    buffer_init(&b, 1 << 20);
    for (const struct plan_format *f = plan_formats; f->name; f++)
        if (strcmp(f->name, format) == 0) f->write(&plan, l, &b);
    cr_assert(b.len && !b.failed);
    return b;
}

/* RFC 5545: lines of at most 75 octets that end with CRLF, no character cut, commas and semicolons escaped. */
Test(plan, the_calendar_keeps_to_its_lines)
{
    rows[0].name = "とても長い名前の委託先、株式会社; コンマ,とセミコロンとバックスラッシュ\\と改行\nEND:VCALENDAR\r\nのある委託先";
    rows[0].risk_score = 25;
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    struct buffer b = written("ics", LANGUAGE_JA);
    size_t events = 0;
    for (const char *line = b.at, *end; *line; line = end + 2) {
        end = strstr(line, "\r\n");
        cr_assert_not_null(end);
        cr_assert_leq((size_t)(end - line), 75);
        cr_assert(((unsigned char)line[line[0] == ' '] & 0xC0) != 0x80, "a character is cut");
        events += strncmp(line, "BEGIN:VEVENT", 12) == 0;
        cr_assert(memchr(line, '\n', (size_t)(end - line)) == NULL);
    }
    cr_assert_eq(events, plan.in_time);
    cr_assert_not_null(strstr(b.at, "\\; "));
    cr_assert_eq(strncmp(b.at + b.len - 15, "END:VCALENDAR\r\n", 15), 0);
    buffer_free(&b);
}

Test(plan, a_name_is_no_formula_in_a_spreadsheet)
{
    rows[0].name = "=cmd|' /C calc'!A0 \"x\"";
    rows[0].risk_score = 25;
    cr_assert_eq(plan_make(&report, &options, &plan), 0);
    struct buffer b = written("csv", LANGUAGE_EN);
    cr_assert_not_null(strstr(b.at, "\"'=cmd|' /C calc'!A0 \"\"x\"\"\""));
    buffer_free(&b);
}
