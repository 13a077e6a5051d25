/* The supervisor takes what came of each subject: it spools the row and writes the reports. */
#include <stdlib.h>
#include <string.h>

#include "batch/kept.h"
#include "batch/state.h"

/* Kept reports are cut into pieces of this size. */
enum { PIECE = 128 * 1024 };

int render_fault(struct run_state *s, const char *id, const char *path, const struct fault *why,
                 struct part parts[POOL_PARTS], size_t *count)
{
    uint32_t lens[POOL_PARTS];
    arena_reset(s->scratch);
    arena_reset(s->none);
    const struct result *made = judge_subject(s->judge, NULL, why, path, s->o->as_of, s->none, s->scratch);
    if (!made)
        return fault_set(&s->fault, FAULT_MEMORY);
    struct result r = *made;
    if (id)
        r.supplier = id;
    buffer_clear(&s->rendered);
    *count = render_result(s, &r, NULL, false, s->scratch, &s->rendered, lens);
    if (s->rendered.failed)
        return fault_set(&s->fault, FAULT_MEMORY);
    const char *at = s->rendered.at;
    for (size_t i = 0; i < *count; i++) {
        parts[i] = (struct part){at, lens[i]};
        at += lens[i];
    }
    return 0;
}

/* ---- reports without an output folder: kept, sorted, and shown at the end ---- */

/* Key: id, NUL, '0' for the last word on this id or '1', path, NUL, format, number of the piece. */
static int keep_piece(struct run_state *s, struct sorter *to, const char *id, bool final, const char *path, size_t format,
                      size_t piece, const char *at, size_t len)
{
    struct buffer key;
    char room[2 * DISCOVER_PATH + 64];
    buffer_init_fixed(&key, room, sizeof room);
    buffer_add(&key, id, strlen(id) + 1);
    buffer_putc(&key, final ? '0' : '1');
    buffer_add(&key, path, strlen(path) + 1);
    buffer_putc(&key, (char)('a' + format));
    buffer_printf(&key, "%08zu%c", piece, len > PIECE ? '+' : '.');
    if (key.failed)
        return fault_set(&s->fault, FAULT_PATH_LENGTH, "4095");
    return sorter_add(to, key.at, key.len, at, len > PIECE ? PIECE : len, &s->fault);
}

static int keep_report(struct run_state *s, struct sorter *to, const char *id, bool final, const char *path,
                       size_t format, const struct part *p)
{
    const char *at = p->at;
    size_t left = p->len;
    for (size_t piece = 0;; piece++) {
        if (keep_piece(s, to, id, final, path, format, piece, at, left) < 0)
            return -1;
        if (left <= PIECE)
            return 0;
        at += PIECE;
        left -= PIECE;
    }
}

int kept_each(struct run_state *s, struct sorter *kept, kept_function *take, void *context)
{
    struct sorted k;
    char *final = NULL; /* the id on which the last word was given */
    int got;
    while ((got = sorter_next(kept, &k, &s->fault)) > 0) {
        size_t id_len = strlen(k.key);
        bool is_final = k.key[id_len + 1] == '0';
        if (is_final && (!final || strcmp(final, k.key) != 0)) {
            free(final);
            final = strdup(k.key);
        }
        if (!is_final && final && strcmp(final, k.key) == 0)
            continue;
        const char *tail = k.key + id_len + 2 + strlen(k.key + id_len + 2) + 1;
        got = take(context, (size_t)(tail[0] - 'a'), k.at, k.len, k.key[k.key_len - 1] == '.');
        if (got < 0)
            break;
    }
    free(final);
    return got;
}

static int show_piece(void *context, size_t format, const char *at, size_t len, bool last)
{
    const struct run_state *s = context;
    s->o->show(s->o->show_context, s->o->formats[format], at, len, last);
    return 0;
}

int show_reports(struct run_state *s)
{
    return kept_each(s, s->shown, show_piece, s);
}

int keep_reports(struct run_state *s, const char *id, const char *path, const struct part *parts, size_t count,
                 bool final)
{
    char base[REPORT_NAME];
    if (!s->renders)
        return 0;
    report_base_name(id, base);
    for (size_t i = 1; i < count && i <= s->format_count; i++) {
        const char *extension = s->o->formats[i - 1]->extension;
        if (!parts[i].len && !s->o->formats[i - 1]->begin) { /* nothing to write to this supplier, now */
            if (s->output && output_remove(s->output, true, base, extension, &s->fault) < 0)
                return -1;
            continue;
        }
        struct sorter *kept = s->joined[i - 1] ? s->joined[i - 1] : s->output ? NULL : s->shown;
        int failed = kept ? keep_report(s, kept, id, final, path, i - 1, &parts[i])
                          : output_supplier(s->output, base, extension, parts[i].at, parts[i].len, &s->fault);
        if (failed)
            return -1;
    }
    return 0;
}

/* ---- rows ---- */

size_t part_of_register(const struct run_state *s)
{
    return 1 + (s->renders ? s->format_count : 0);
}

size_t parts_expected(const struct run_state *s)
{
    return part_of_register(s) + (s->items ? 1 : 0) + (s->keeps_results ? 1 : 0);
}

static int take_row(struct run_state *s, const char *id, const struct part *parts)
{
    size_t item = part_of_register(s);
    if (sorter_add(s->rows, id, strlen(id), parts[0].at, parts[0].len, &s->fault) < 0)
        return -1;
    return s->items ? sorter_add(s->items, id, strlen(id), parts[item].at, parts[item].len, &s->fault) : 0;
}

void collect_whole(struct run_state *s, const struct row *row, const char *path, const struct job_note *note,
                   const struct part *parts, size_t count)
{
    const char *id = row->row.supplier;
    if (take_row(s, id, parts) == 0 && keep_reports(s, id, path, parts, count, false) == 0)
        remember(s, row, path, note, parts, count);
}

void collect_recalled(struct run_state *s, const struct row *row, const char *path, const struct part *parts, size_t count)
{
    const char *id = row->row.supplier;
    if (take_row(s, id, parts) < 0)
        return;
    for (size_t i = 1; i < count && i <= s->format_count; i++)
        if (s->joined[i - 1] && keep_report(s, s->joined[i - 1], id, false, path, i - 1, &parts[i]) < 0)
            return;
}

void collect_fault(struct run_state *s, const struct job *job, const struct fault *why)
{
    struct part parts[POOL_PARTS] = {0};
    struct row row;
    size_t count;
    if (render_fault(s, NULL, job->path, why, parts, &count) < 0)
        return;
    if (row_read(parts[0].at, parts[0].len, s->rule_count, &row))
        collect_whole(s, &row, job->path, &job->note, parts, count);
    else
        fault_set(&s->fault, FAULT_REPORT_SIZE, "256 KiB"); /* a text that no row can hold: never dropped unseen */
}

bool collect_renewed(struct run_state *s, const struct job *job, const struct part *row, const struct part *kept)
{
    uint32_t lens[POOL_PARTS];
    struct part parts[POOL_PARTS] = {0};
    struct row own;
    arena_reset(s->scratch);
    struct result *r = kept_read(kept->at, kept->len, s->rules, s->rule_count, s->scratch);
    if (!r || !row_read(row->at, row->len, s->rule_count, &own) || strcmp(r->supplier, own.row.supplier) != 0)
        return false;
    r->as_of = s->o->as_of;
    buffer_clear(&s->rendered);
    size_t count = render_again(s, r, row, s->scratch, &s->rendered, lens);
    const char *at = s->rendered.at;
    if (s->rendered.failed || count != parts_expected(s))
        return false;
    for (size_t i = 0; i < count; at += lens[i++])
        parts[i] = (struct part){at, lens[i]};
    if (!row_read(parts[0].at, parts[0].len, s->rule_count, &own))
        return false;
    collect_whole(s, &own, job->path, &job->note, parts, count);
    return true;
}

void collect_parts(struct run_state *s, const struct job *job, const struct part *parts, size_t count)
{
    /* The row is copied first: its worker could still change what is shared. */
    char *copy = count == parts_expected(s) && parts[0].len <= RECORD_BYTES / 2 ? malloc(parts[0].len + 1) : NULL;
    struct row row;
    if (copy) {
        memcpy(copy, parts[0].at, parts[0].len);
        if (row_read(copy, parts[0].len, s->rule_count, &row)) {
            struct part own[POOL_PARTS];
            memcpy(own, parts, count * sizeof *parts);
            own[0].at = copy;
            collect_whole(s, &row, job->path, &job->note, own, count);
            free(copy);
            return;
        }
    }
    free(copy);
    struct fault why = {0};
    fault_set(&why, FAULT_WORKER_CRASH, "?");
    fault_where(&why, job->path, 0);
    collect_fault(s, job, &why);
}
