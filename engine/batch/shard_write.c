/* Writing the record of a shard, a supplier at a time as they are finished. */
#include <string.h>

#include "batch/output.h"
#include "batch/shard.h"

enum { PENDING = 64 * 1024, PIECE = 256 * 1024, PENDING_MOST = 4 * 1024 * 1024 };

static int drain(struct shard_writer *w, size_t most, struct fault *f)
{
    if (w->out.failed)
        return fault_set(f, FAULT_MEMORY);
    if (w->out.len <= most)
        return 0;
    int result = output_add(w->output, w->out.at, w->out.len, f);
    w->written += w->out.len;
    buffer_clear(&w->out);
    return result;
}

int shard_clear(struct output *o, const struct share *share, struct fault *f)
{
    return output_remove(o, false, "run", "shard", f) < 0 || (share_splits(share) && output_names(o, f) < 0) ? -1 : 0;
}

int shard_begin(struct shard_writer *w, struct output *output, const struct run_options *o, const struct past *past,
                const char *mapping, struct fault *f)
{
    struct buffer head;
    if (output_begin(output, SHARD_FILE, f) < 0)
        return -1;
    *w = (struct shard_writer){.output = output};
    buffer_init(&w->out, PENDING_MOST);
    buffer_init(&head, SHARD_IDENTITY);
    pairs_add(&head, "record", SHARD_RECORD);
    shard_identity(o, past, mapping, &head);
    if (head.failed)
        w->out.failed = true;
    else
        frame_write(&w->out, FRAME_HEAD, head.at, head.len);
    buffer_free(&head);
    return drain(w, 0, f);
}

/* In pieces, for a frame has a cap and a report has another. */
static int put_part(struct shard_writer *w, const char *at, size_t len, struct fault *f)
{
    while (len) {
        size_t n = len < PIECE ? len : PIECE;
        frame_write(&w->out, FRAME_PART, at, n);
        if (drain(w, PENDING, f) < 0)
            return -1;
        at += n;
        len -= n;
    }
    return 0;
}

int shard_take(struct shard_writer *w, const struct entry *e, struct fault *f)
{
    struct entry sizes = *e;
    for (size_t i = 0; i < e->part_count; i++)
        sizes.at[i] = NULL;
    entry_write(&sizes, &w->out);
    w->count++;
    for (size_t i = 0; i < e->part_count; i++)
        if (e->at[i] && put_part(w, e->at[i], e->sizes[i], f) < 0)
            return -1;
    return drain(w, PENDING, f);
}

int shard_end(struct shard_writer *w, const struct buffer *seen, struct fault *f)
{
    uint64_t place = w->written + w->out.len;
    if (seen->failed)
        w->out.failed = true;
    else
        frame_write(&w->out, FRAME_DONE, seen->at, seen->len);
    buffer_add(&w->out, (const char *)&place, sizeof place);
    int result = drain(w, 0, f) < 0 ? -1 : output_end(w->output, f);
    buffer_free(&w->out);
    w->output = NULL;
    return result;
}

void shard_drop(struct shard_writer *w)
{
    if (!w->output)
        return;
    output_drop(w->output);
    buffer_free(&w->out);
    w->output = NULL;
}
