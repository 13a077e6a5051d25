/* Between the run and its notebook: an entry for each supplier that was judged, and what an entry stands for when its supplier
 * did not change. */
#include <stdlib.h>
#include <string.h>

#include "batch/basis.h"
#include "batch/records.h"
#include "batch/state.h"

static const struct report_format *format_of(const struct run_state *s, size_t part)
{
    return s->renders && part >= 1 && part <= s->format_count ? s->o->formats[part - 1] : NULL;
}

/* Reports that are files are not kept a second time. */
static bool is_kept(const struct run_state *s, size_t part)
{
    const struct report_format *format = format_of(s, part);
    return !format || format->begin;
}

int remember(struct run_state *s, const struct row *row, const char *path, const struct job_note *note,
             const struct part *parts, size_t count)
{
    struct entry_key key;
    if (!s->notebook)
        return 0;
    entry_key(&key, path);
    struct entry e = {.key = key.at, .key_len = key.len, .stamp = note->stamp, .as_of = s->o->as_of, .from = row->from,
                      .until = row->until, .kind = note->folder ? ENTRY_FOLDER : ENTRY_FILE, .sniffed = note->sniffed,
                      .usable = row->lasting && !note->stamp.unsettled, .id = row->row.supplier, .part_count = count,
                      .names = note->names, .names_len = note->names_len};
    for (size_t i = 0; i < count; i++) {
        e.sizes[i] = (uint32_t)parts[i].len;
        e.at[i] = is_kept(s, i) ? parts[i].at : NULL;
    }
    struct entry shared = e; /* what joins shards makes no report anew */
    shared.part_count -= s->keeps_results;
    if (s->shard.output && shard_take(&s->shard, &shared, &s->fault) < 0)
        return -1;
    buffer_clear(&s->entry);
    entry_write(&e, &s->entry);
    if (s->entry.len + e.key_len > RECORD_BYTES) {
        /* More than what joins entries can sort: noted without what it came to, and judged again in the next run. */
        e.usable = false;
        memset(e.at, 0, sizeof e.at);
        buffer_clear(&s->entry);
        entry_write(&e, &s->entry);
    }
    if (s->entry.failed)
        return fault_set(&s->fault, FAULT_MEMORY);
    return output_entry(s->output, s->entry.at, s->entry.len, &s->fault);
}

/* True if the entry has the parts that this run needs. */
static bool is_whole(const struct run_state *s, const struct entry *e)
{
    if (e->part_count != parts_expected(s))
        return false;
    for (size_t i = 0; i < e->part_count; i++)
        if (is_kept(s, i) && !e->at[i])
            return false;
    return true;
}

/* The reports of a subject whose result is known are made anew. */
static bool renew(struct run_state *s, const struct found *found)
{
    const struct entry *e = found->known;
    size_t last = e->part_count - 1;
    const struct part row = {e->at[0], e->sizes[0]}, kept = {e->at[last], e->sizes[last]};
    struct job job = {.path = found->path, .lone = found->lone,
                      .note = {.stamp = found->stamp, .folder = found->folder, .sniffed = found->sniffed,
                               .names = e->names, .names_len = (uint16_t)e->names_len}};
    return collect_renewed(s, &job, &row, &kept);
}

bool recall(struct run_state *s, const struct found *found)
{
    const struct entry *e = found->known;
    struct part parts[POOL_PARTS];
    struct row row;
    if (!e || !entry_holds(e, s->o->as_of) || !is_whole(s, e))
        return false;
    if (s->keeps_results)
        return renew(s, found);
    if (!notebook_has_reports(s->notebook, e) || !row_read(e->at[0], e->sizes[0], s->rule_count, &row))
        return false;
    for (size_t i = 0; i < e->part_count; i++)
        parts[i] = (struct part){e->at[i], e->sizes[i]};
    if (known_keep(notebook_known(s->notebook)) < 0)
        return fault_set(&s->fault, FAULT_MEMORY), true;
    collect_recalled(s, &row, found->path, parts, e->part_count);
    if (s->shard.output)
        shard_take(&s->shard, e, &s->fault);
    return true;
}

int run_resume_day(const char *out, day *as_of, struct fault *f)
{
    return notebook_resume_day(out, as_of, f);
}

int notebook_begin(struct run_state *s)
{
    struct known_head head;
    known_head_init(&head);
    head.basis = basis_of(s->o, s->mapping_hash);
    head.build = basis_build();
    head.as_of = s->o->as_of;
    if (share_splits(&s->o->share)) {
        head.shard = s->o->share.number;
        head.shards = s->o->share.count;
    }
    s->keeps_results = s->past || basis_dated(s->o->formats); /* history tells the age of a finding */
    if (!basis_formats(s->o->formats, head.formats, sizeof head.formats))
        return fault_set(&s->fault, FAULT_LIMIT, "formats", "255");
    buffer_init(&s->entry, 2 * FRAME_MOST);
    s->notebook = notebook_open(s->output, &head, s->o->full, s->o->resume, &s->fault);
    return s->notebook ? 0 : -1;
}
