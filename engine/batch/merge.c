/* Joining what shards came to into what one run would have written: their suppliers are taken as if they had been judged here,
 * and the rest is done as in any run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "batch/shards_parts.h"
#include "batch/state.h"

enum { SEEN_BYTES = 4 * DISCOVER_PATH, TORN_MEMORY = 1024 * 1024 };

/* ---- a shard, when it ends ---- */

static void add_count(struct buffer *out, const char *name, uint64_t n)
{
    char text[32];
    snprintf(text, sizeof text, "%llu", (unsigned long long)n);
    pairs_add(out, name, text);
}

static void describe_whole(const struct run_state *s, struct buffer *out)
{
    char hex[33];
    const char *first;
    struct hash shelves = discovery_shelves(s->discovery);
    hash_hex(&shelves, hex);
    pairs_add(out, "shelves", hex);
    add_count(out, "suppliers", s->shard.count);
    add_count(out, "links", discovery_links(s->discovery, &first));
    pairs_add(out, "first-link", first);
    add_count(out, "unread", discovery_unread(s->discovery, &first));
    pairs_add(out, "first-unread", first);
    add_count(out, "sheets", discovery_sheets(s->discovery, &first));
    pairs_add(out, "first-sheet", first);
    pairs_add(out, "unconfined", pool_unconfined(s->pool) ? "yes" : "no");
}

int end_shard(struct run_state *s, const struct run_report *r)
{
    struct buffer seen;
    if (!s->shard.output)
        return 0;
    if (r->interrupted) {
        shard_drop(&s->shard);
        return 0;
    }
    buffer_init(&seen, SEEN_BYTES);
    describe_whole(s, &seen);
    int result = shard_end(&s->shard, &seen, &s->fault);
    buffer_free(&seen);
    return result;
}

/* ---- all of them, joined ---- */

/* What stood beside the suppliers then, for the manifest. */
static void take_mapping(struct run_state *s, const struct pairs *head)
{
    const char *mapping = pairs_value(head, "mapping");
    if (mapping && strlen(mapping) == sizeof s->mapping_hash - 1)
        memcpy(s->mapping_hash, mapping, sizeof s->mapping_hash);
}

int check_shards(struct run_state *s)
{
    struct buffer b;
    struct pair here;
    const char *there = NULL;
    const struct shard *first = s->o->shards->first;
    buffer_init(&b, SHARD_IDENTITY);
    shard_basis(s->o, s->past, &b);
    struct pairs own = {b.at, b.len}, theirs = {first->head.at, first->head.len};
    if (b.failed)
        fault_set(&s->fault, FAULT_MEMORY);
    else if (shard_differs(&own, &theirs, &here, &there)) {
        fault_set(&s->fault, FAULT_SHARD_MERGE_DIFFERS, here.name, there ? there : "?", here.value);
        fault_where(&s->fault, first->folder, 0);
    }
    take_mapping(s, &theirs);
    buffer_free(&b);
    return s->fault.id ? -1 : 0;
}

/* The record may say what it likes: its row is checked as that of a worker is. */
static int take_supplier(struct run_state *s, const struct shard *from, const struct entry *e)
{
    struct part parts[POOL_PARTS] = {0};
    struct row row;
    char path[DISCOVER_PATH];
    struct job_note note = {.stamp.unsettled = true, .folder = e->kind == ENTRY_FOLDER, .sniffed = e->sniffed};
    for (size_t i = 0; i < e->part_count; i++)
        parts[i] = (struct part){e->at[i], e->sizes[i]};
    if (e->part_count != 1 + s->format_count + (s->items ? 1 : 0) ||
        !row_read(parts[0].at, parts[0].len, s->rule_count, &row)) {
        fault_set(&s->fault, FAULT_SHARD_DAMAGED);
        fault_where(&s->fault, from->folder, 0);
        return -1;
    }
    for (size_t i = 0; i < e->key_len; i++)
        path[i] = e->key[i] ? e->key[i] : '/';
    path[e->key_len] = '\0';
    collect_whole(s, &row, path, &note, parts, e->part_count);
    return s->fault.id ? -1 : 0;
}

static int take_next(struct run_state *s, struct shard_reader *r, struct sorter *torn)
{
    struct entry e;
    int got = shard_next(r, s->o->formats, &e, &s->fault);
    if (got <= 0)
        return got;
    if (take_supplier(s, r->shard, &e) < 0)
        return -1;
    if (r->torn[0] && sorter_add(torn, e.id, strlen(e.id), r->torn, strlen(r->torn) + 1, &s->fault) < 0)
        return -1;
    s->done++;
    if (s->o->progress)
        s->o->progress(s->o->progress_context, s->done, s->done, false);
    return output_poll(s->output, &s->fault) < 0 ? -1 : 1;
}

static int take_shard(struct run_state *s, const struct shard *shard, struct sorter *torn)
{
    struct shard_reader *r = calloc(1, sizeof *r);
    if (!r)
        return fault_set(&s->fault, FAULT_MEMORY);
    int got = shard_reader_open(r, shard, &s->fault);
    if (got == 0)
        do
            got = s->o->stop && *s->o->stop ? 0 : take_next(s, r, torn);
        while (got > 0);
    shard_reader_close(r);
    free(r);
    return got;
}

/* A report may be another than was written for one supplier only where several have its id: then a last word was written in
 * its place, as will be here. */
static int check_torn(struct run_state *s, struct sorter *torn)
{
    struct sorted bad, row;
    int more = 1, got;
    uint64_t count = 0;
    bool any = false;
    while ((got = sorter_next(torn, &bad, &s->fault)) > 0) {
        while (more > 0 && (!any || entry_key_compare(row.key, row.key_len, bad.key, bad.key_len) < 0)) {
            more = sorter_next(s->rows, &row, &s->fault);
            any = more > 0;
            count = 0;
        }
        while (more > 0 && entry_key_compare(row.key, row.key_len, bad.key, bad.key_len) == 0) {
            count++;
            more = sorter_next(s->rows, &row, &s->fault);
        }
        if (count < 2) {
            fault_set(&s->fault, FAULT_SHARD_REPORT);
            fault_where(&s->fault, bad.at, 0);
            return -1;
        }
    }
    return got < 0 ? -1 : sorter_rewind(s->rows, &s->fault);
}

static uint64_t number_in(const struct shard *s, const char *name)
{
    struct pairs end = {s->end.at, s->end.len};
    const char *text = pairs_value(&end, name);
    return text ? strtoull(text, NULL, 10) : 0;
}

/* What was passed over, as one run would say it. */
static void add_passed(const struct run_state *s, struct run_outcome *out, enum fault_id id, const char *name,
                       const char *first_name)
{
    const struct shards *all = s->o->shards;
    const char *first = NULL;
    uint64_t count = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        struct pairs end = {all->at[i]->end.at, all->at[i]->end.len};
        uint64_t n = number_in(all->at[i], name);
        const char *path = pairs_value(&end, first_name);
        if (n && path && (!first || strcmp(path, first) < 0))
            first = path;
        count += n;
    }
    note_passed(out, id, count, first);
}

static void add_joined_notes(const struct run_state *s, struct run_outcome *out)
{
    const struct shards *all = s->o->shards;
    bool unconfined = false;
    add_passed(s, out, FAULT_FOLDER_LINK, "links", "first-link");
    add_passed(s, out, FAULT_FILES_UNREAD, "unread", "first-unread");
    add_passed(s, out, FAULT_SHEETS_UNREAD, "sheets", "first-sheet");
    for (uint32_t i = 0; i < all->count; i++) {
        struct pairs end = {all->at[i]->end.at, all->at[i]->end.len};
        const char *told = pairs_value(&end, "unconfined");
        unconfined = unconfined || (told && strcmp(told, "yes") == 0);
    }
    if (unconfined)
        fault_set(&out->notes[out->note_count++], FAULT_WORKER_UNCONFINED);
}

bool join_shards(struct run_state *s, struct run_outcome *out)
{
    const struct shards *all = s->o->shards;
    struct sorter *torn = sorter_new(TORN_MEMORY);
    int got = torn ? 0 : fault_set(&s->fault, FAULT_MEMORY);
    for (uint32_t i = 0; got == 0 && i < all->count && !(s->o->stop && *s->o->stop); i++)
        got = take_shard(s, all->at[i], torn);
    out->report.interrupted = s->o->stop && *s->o->stop;
    if (got == 0 && !out->report.interrupted)
        check_torn(s, torn);
    sorter_free(torn);
    add_joined_notes(s, out);
    return out->report.interrupted || s->fault.id;
}
