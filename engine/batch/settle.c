/* When all results are in: rows in order, one per supplier, and what they add up to. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "batch/state.h"
#include "batch/totals.h"

/* Suppliers that share one id, read one after the other. */
struct group {
    char *id;
    struct buffer first;        /* the row of the first in byte order of path */
    char *first_path, *second_path;
    uint64_t count;
};

static void group_clear(struct group *g)
{
    free(g->id);
    free(g->first_path);
    free(g->second_path);
    g->id = g->first_path = g->second_path = NULL;
    buffer_clear(&g->first);
    g->count = 0;
}

/* Puts `path` among the two first ones, whatever the order in which they come. */
static bool group_add_path(struct group *g, const char *path)
{
    char *copy = strdup(path);
    if (!copy)
        return false;
    if (!g->first_path || strcmp(copy, g->first_path) < 0) {
        free(g->second_path);
        g->second_path = g->first_path;
        g->first_path = copy;
    } else if (!g->second_path || strcmp(copy, g->second_path) < 0) {
        free(g->second_path);
        g->second_path = copy;
    } else {
        free(copy);
    }
    return true;
}

static bool group_add(struct group *g, const struct row *row, const struct sorted *k)
{
    if (!g->count) {
        g->id = strdup(row->row.supplier);
        buffer_add(&g->first, k->at, k->len);
    }
    g->count++;
    return g->id && !g->first.failed && group_add_path(g, row->row.path ? row->row.path : "");
}

/* What became of suppliers with one id stands for nothing in later runs: their reports have one name. */
static int spoil(struct run_state *s, const struct group *g, const struct row *row)
{
    if (!s->notebook)
        return 0;
    if (g->count == 1 && notebook_spoil(s->notebook, g->first_path, &s->fault) < 0)
        return -1;
    return notebook_spoil(s->notebook, row->row.path ? row->row.path : "", &s->fault);
}

static int add_settled(struct run_state *s, struct run_report *report, const char *at, size_t len)
{
    struct row row;
    if (!row_read(at, len, s->rule_count, &row))
        return fault_set(&s->fault, FAULT_FILE_READ, "rows");
    totals_add(report, s->totals, &row);
    return records_add(s->settled, at, len, &s->fault);
}

/* Two suppliers with one id: whose contract is whose cannot be told, so that neither is judged. */
static int settle_duplicates(struct run_state *s, struct run_report *report, const struct group *g)
{
    struct fault why = {0};
    struct part parts[POOL_PARTS];
    size_t count;
    char number[32];
    struct buffer b;
    buffer_init_fixed(&b, number, sizeof number);
    buffer_int(&b, (long long)g->count);
    fault_set(&why, FAULT_DUPLICATE_SUPPLIER, g->id, number, g->second_path);
    fault_where(&why, g->first_path, 0);
    if (render_fault(s, g->id, g->first_path, &why, parts, &count) < 0)
        return -1;
    if (keep_reports(s, g->id, g->first_path, parts, count, true) < 0)
        return -1;
    return add_settled(s, report, parts[0].at, parts[0].len);
}

static int settle_group(struct run_state *s, struct run_report *report, struct group *g)
{
    int failed = 0;
    if (g->count == 1)
        failed = add_settled(s, report, g->first.at, g->first.len);
    else if (g->count > 1)
        failed = settle_duplicates(s, report, g);
    group_clear(g);
    return failed;
}

enum { TWINS = 1 };

/* The next row of the sorted ones. 1, 0 at their end, -1. */
static int next_sorted(struct run_state *s, struct sorted *k, struct row *row)
{
    int got = sorter_next(s->rows, k, &s->fault);
    return got > 0 && !row_read(k->at, k->len, s->rule_count, row) ? fault_set(&s->fault, FAULT_FILE_READ, "rows") : got;
}

/* Adds up the sorted rows as they stand. TWINS when there are suppliers that share an id. */
static int add_sorted(struct run_state *s, struct run_report *report, struct buffer *last)
{
    struct sorted k;
    struct row row;
    int got;
    while ((got = next_sorted(s, &k, &row)) > 0) {
        if (last->len && strcmp(last->at, row.row.supplier) == 0)
            return TWINS;
        buffer_clear(last);
        buffer_add(last, row.row.supplier, strlen(row.row.supplier) + 1);
        if (last->failed)
            return fault_set(&s->fault, FAULT_MEMORY);
        totals_add(report, s->totals, &row);
    }
    return got;
}

/* The same with such suppliers: all that is settled is written anew. */
static int settle_all(struct run_state *s, struct run_report *report, struct group *g)
{
    struct sorted k;
    struct row row;
    int got;
    while ((got = next_sorted(s, &k, &row)) > 0) {
        if (g->count && strcmp(g->id, row.row.supplier) != 0 && settle_group(s, report, g) < 0)
            return -1;
        if (g->count && spoil(s, g, &row) < 0)
            return -1;
        if (!group_add(g, &row, &k))
            return fault_set(&s->fault, FAULT_MEMORY);
    }
    return got < 0 ? -1 : settle_group(s, report, g);
}

static int settle_again(struct run_state *s, struct run_report *report)
{
    struct group g = {0};
    s->settled = records_new(ROWS_MEMORY);
    if (!s->settled)
        return fault_set(&s->fault, FAULT_MEMORY);
    totals_clear(report, s->totals, s->rule_count);
    buffer_init(&g.first, RECORD_BYTES);
    int result = sorter_rewind(s->rows, &s->fault) == 0 ? settle_all(s, report, &g) : -1;
    group_clear(&g);
    buffer_free(&g.first);
    return result;
}

int settle_rows(struct run_state *s, struct run_report *report)
{
    struct buffer last; /* the id before */
    buffer_init(&last, RECORD_BYTES);
    int result = add_sorted(s, report, &last);
    buffer_free(&last);
    if (result == TWINS)
        result = settle_again(s, report);
    s->is_settled = result == 0;
    settled_rewind(s);
    return result < 0 || s->fault.id ? -1 : 0;
}

int settled_bytes(struct run_state *s, const char **at, size_t *len)
{
    struct sorted k;
    if (!s->is_settled)
        return 0;
    if (s->settled)
        return records_next(s->settled, at, len, &s->fault);
    int got = sorter_next(s->rows, &k, &s->fault);
    if (got > 0) {
        *at = k.at;
        *len = k.len;
    }
    return got;
}

const struct run_row *settled_next(void *state)
{
    struct run_state *s = state;
    const char *at;
    size_t len;
    struct row row;
    if (settled_bytes(s, &at, &len) <= 0 || !row_read(at, len, s->rule_count, &row))
        return NULL;
    s->row = row.row;
    report_base_name(s->row.supplier, s->row_report);
    s->row.report = s->row_report;
    row_outcomes(&row, s->rule_count, s->row_outcomes);
    s->row.by_rule = s->row_outcomes;
    return &s->row;
}

void settled_rewind(void *state)
{
    struct run_state *s = state;
    if (s->settled)
        records_rewind(s->settled);
    else if (s->is_settled)
        sorter_rewind(s->rows, &s->fault);
}
