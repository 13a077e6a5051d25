/* What many suppliers add up to, and that it stays within its bounds. */
#include "report/portfolio.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/support.h"

/* ---- lists of dates ---- */

static void offer(struct dated_list *l, day when, const char *supplier)
{
    struct dated d = {.when = when, .other = DAY_NONE, .supplier = supplier};
    cr_assert(dated_offer(l, &d));
}

Test(dated, the_soonest_are_kept_in_their_order_and_all_are_counted)
{
    struct dated_list l;
    cr_assert(dated_init(&l, 3, false));
    char id[16];
    for (int i = 0; i < 50; i++) {
        snprintf(id, sizeof id, "s%d", i);
        offer(&l, (i * 37) % 50, id);
    }
    dated_finish(&l);
    cr_assert(l.count == 3 && l.total == 50);
    for (day i = 0; i < 3; i++) cr_assert_eq(l.items[i].when, i);
    dated_free(&l);
}

Test(dated, the_latest_can_be_kept_instead)
{
    struct dated_list l;
    cr_assert(dated_init(&l, 2, true));
    for (day i = 0; i < 9; i++) offer(&l, i, "s");
    dated_finish(&l);
    cr_assert(l.items[0].when == 8 && l.items[1].when == 7);
    dated_free(&l);
}

Test(dated, one_day_is_ordered_by_supplier_whatever_the_order_of_coming)
{
    struct dated_list l;
    cr_assert(dated_init(&l, 9, false));
    offer(&l, 5, "c"), offer(&l, 5, "a"), offer(&l, 5, "b");
    dated_finish(&l);
    same_text(l.items[0].supplier, "a");
    same_text(l.items[2].supplier, "c");
    dated_free(&l);
}

/* ---- facts made by hand: the same bytes as a worker writes ---- */

static struct buffer bytes;

static void put_fact(enum fact_kind kind, const char *text, day day0, const int64_t *numbers)
{
    unsigned char head[3] = {(unsigned char)kind, text ? 1 : 0, 0};
    for (int i = 0; numbers && i < FACT_NUMBERS; i++) head[2] |= (unsigned char)((numbers[i] != COUNT_NONE) << (FACT_DAYS + i));
    head[2] |= (unsigned char)(day0 != DAY_NONE);
    buffer_add(&bytes, (const char *)head, 3);
    if (text) {
        uint16_t len = (uint16_t)strlen(text);
        buffer_add(&bytes, (const char *)&len, sizeof len);
        buffer_add(&bytes, text, strlen(text) + 1);
    }
    if (day0 != DAY_NONE) buffer_add(&bytes, (const char *)&day0, sizeof day0);
    for (int i = 0; numbers && i < FACT_NUMBERS; i++)
        if (numbers[i] != COUNT_NONE) buffer_add(&bytes, (const char *)&numbers[i], sizeof numbers[i]);
}

static void subcontractor(const char *name, int64_t depth)
{
    const int64_t numbers[FACT_NUMBERS] = {depth, 0, COUNT_NONE};
    put_fact(FACT_SUBCONTRACTOR, name, DAY_NONE, numbers);
}

static void add(struct chains *c, const char *id)
{
    struct run_row row = {.supplier = id, .facts = bytes.at, .facts_len = bytes.len};
    cr_assert(chains_add(c, &row));
    buffer_clear(&bytes);
}

static struct chains chains;

static void begin(void)
{
    buffer_init(&bytes, 1 << 20);
    cr_assert(chains_init(&chains));
}

static void end(void)
{
    buffer_free(&bytes);
    chains_free(&chains);
}

TestSuite(chains, .init = begin, .fini = end);

Test(chains, one_firm_under_several_names_is_one_node)
{
    subcontractor("株式会社 かえで監視", 0);
    add(&chains, "a");
    subcontractor("かえで監視(株)", 0);
    add(&chains, "b");
    subcontractor("Mekong Support Co., Ltd.", 0), subcontractor("MEKONG SUPPORT", 0), subcontractor("Zinc", 0);
    add(&chains, "c");
    subcontractor("Z", 0);
    add(&chains, "d");
    cr_assert_eq(chains.node_count, 4, "a word that ends like a legal form is none");
    cr_assert_eq(chains.nodes[0].suppliers, 2);
    cr_assert_eq(chains.nodes[1].suppliers, 1, "a supplier counts once however often it names a firm");
}

Test(chains, a_firm_down_the_chain_counts_for_the_supplier_at_its_head)
{
    subcontractor("One", 0), subcontractor("Deep", 1);
    add(&chains, "a");
    subcontractor("Two", 0), subcontractor("Deep", 1);
    add(&chains, "b");
    cr_assert_eq(chains.node_count, 3);
    cr_assert(chains.nodes[1].suppliers == 2 && chains.nodes[1].depth == 1);
    cr_assert_eq(chains.link_count, 4);
}

Test(chains, a_child_without_a_parent_is_left_out)
{
    subcontractor("Orphan", 3), subcontractor("One", 0), subcontractor("Far", 5);
    add(&chains, "a");
    cr_assert_eq(chains.node_count, 1);
}

Test(chains, what_the_caps_leave_no_room_for_is_counted)
{
    char name[32];
    for (int s = 0; s < 50; s++) {
        for (int i = 0; i < 100; i++) {
            snprintf(name, sizeof name, "Firm %d", s * 100 + i);
            subcontractor(name, 0);
        }
        snprintf(name, sizeof name, "s%d", s);
        add(&chains, name);
    }
    cr_assert_eq(chains.node_count, CHAIN_NODES);
    cr_assert_eq(chains.left_out, 5000 - CHAIN_NODES);
}

/* ---- a run ---- */

struct rows {
    const struct run_row *rows;
    size_t count, at;
};

static const struct run_row *next(void *context)
{
    struct rows *r = context;
    return r->at < r->count ? &r->rows[r->at++] : NULL;
}

static void rewind_rows(void *context)
{
    ((struct rows *)context)->at = 0;
}

static void certificate(const char *name, day expires)
{
    put_fact(FACT_CERTIFICATE, name, expires, NULL);
}

Test(portfolio, dates_fall_into_thirty_sixty_and_ninety_days)
{
    static struct portfolio p;
    day as_of = day_of(2026, 4, 1);
    buffer_init(&bytes, 1 << 16);
    static const int left[] = {-1, 0, 30, 31, 60, 61, 90, 91};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) certificate("ISO", as_of + left[i]);
    struct run_row row = {.supplier = "a", .tier = "critical", .facts = bytes.at, .facts_len = bytes.len};
    struct rows rows = {&row, 1, 0};
    struct run_report r = {.as_of = as_of, .next = next, .rewind = rewind_rows, .rows = &rows, .supplier_count = 1};
    cr_assert(portfolio_gather(&r, &p));
    cr_assert(p.expired == 1 && p.within_30 == 2 && p.within_60 == 2 && p.within_90 == 2);
    cr_assert_eq(p.expiring.total, 7);
    cr_assert_eq(p.tiers[TIER_CRITICAL].suppliers, 1);
    portfolio_free(&p);
    buffer_free(&bytes);
}

Test(portfolio, a_control_takes_the_worst_outcome_of_its_rules)
{
    static struct portfolio p;
    static const char *const a[] = {"X 1", "X 10"}, *const b[] = {"X 1", "X 2"};
    static const struct rule_info infos[] = {{.id = "a", .control_count = 2, .controls = a}, {.id = "b", .control_count = 2, .controls = b}};
    const struct run_rule rules[] = {{.rule = &infos[0]}, {.rule = &infos[1]}};
    static const unsigned char outcomes[] = {OUTCOME_FAIL, OUTCOME_PASS};
    struct run_row row = {.supplier = "a", .by_rule = outcomes};
    struct rows rows = {&row, 1, 0};
    struct run_report r = {.as_of = 20000, .next = next, .rewind = rewind_rows, .rows = &rows, .supplier_count = 1,
                           .rule_count = 2, .rules = rules};
    cr_assert(portfolio_gather(&r, &p));
    cr_assert_eq(p.control_count, 3);
    same_text(p.controls[1].name, "X 2"); /* in the order of their numbers */
    cr_assert(p.controls[0].fail == 1 && p.controls[0].conform == 0 && p.controls[0].rules == 2);
    cr_assert(p.controls[1].conform == 1 && p.controls[2].fail == 1);
    portfolio_free(&p);
}

Test(portfolio, downtime_follows_from_availability_and_the_days_it_is_given_for)
{
    static struct portfolio p;
    p = (struct portfolio){.as_of = day_of(2026, 4, 1)};
    for (int i = 0; i < PORTFOLIO_MONTHS + PORTFOLIO_AHEAD; i++)
        p.months[i] = (struct month_sum){.first = day_add_months(day_of(2026, 4, 1), i - PORTFOLIO_MONTHS + 1), .least = COUNT_NONE};
    struct fact f = {.kind = FACT_MEASURE, .text = {"uptime"}, .day = {day_of(2026, 1, 1), day_of(2026, 2, 28)},
                     .number = {99 * FIXED_ONE, COUNT_NONE, COUNT_NONE}};
    portfolio_measure(&p, &f);
    const struct month_sum *january = &p.months[PORTFOLIO_MONTHS - 4], *february = &p.months[PORTFOLIO_MONTHS - 3];
    cr_assert_eq(january->down, 31 * 864);
    cr_assert_eq(february->down, 28 * 864);
    cr_assert_eq(february->least, 99 * FIXED_ONE);
    cr_assert_eq(p.months[PORTFOLIO_MONTHS - 2].uptimes, 0);
}
