/* One report of the whole run, joined from the fragments that suppliers left: in the order of supplier id, whatever the
 * order in which they were judged. */
#include <string.h>

#include "batch/state.h"

enum { FRAGMENT_BYTES = 64 * 1024 * 1024, JOINED_BYTES = 16 * 1024 * 1024 }; /* what may stand around the fragments */

struct joining {
    struct run_state *s;
    const struct report_format *format;
    bool any;       /* a fragment that is not empty was written */
    bool inside;    /* of a fragment: its next piece follows at once */
};

static int put(struct joining *j, const char *at, size_t len, bool last)
{
    struct run_state *s = j->s;
    if (s->output)
        return output_add(s->output, at, len, &s->fault);
    s->o->show(s->o->show_context, j->format, at, len, last);
    return 0;
}

static int take_fragment(void *context, size_t format, const char *at, size_t len, bool last)
{
    struct joining *j = context;
    (void)format;
    if (!j->inside && j->any && len && put(j, j->format->between, strlen(j->format->between), false) < 0)
        return -1;
    j->inside = !last;
    j->any = j->any || len;
    return len ? put(j, at, len, false) : 0;
}

typedef void around(const struct run_report *r, const struct report_options *o, struct buffer *out);

static int put_around(struct joining *j, around *write, const struct run_report *r, bool last)
{
    struct run_state *s = j->s;
    struct buffer b;
    buffer_init(&b, JOINED_BYTES);
    write(r, &s->o->report, &b);
    int failed = b.failed ? fault_set(&s->fault, FAULT_REPORT_SIZE, "16 MiB") : put(j, b.at ? b.at : "", b.len, last);
    buffer_free(&b);
    return failed;
}

/* ---- made of fragments as a whole ---- */

struct folding {
    struct joining *j;
    void *state;
    struct buffer piece;    /* of the fragment in hand */
    bool failed;            /* what was drained could not be written */
};

static int fold_fragment(void *context, size_t format, const char *at, size_t len, bool last)
{
    struct folding *g = context;
    (void)format;
    buffer_add(&g->piece, at, len);
    if (g->piece.failed)
        return fault_set(&g->j->s->fault, FAULT_REPORT_SIZE, "64 MiB");
    if (!last)
        return 0;
    g->j->format->fold->take(g->state, g->piece.at ? g->piece.at : "", g->piece.len);
    buffer_clear(&g->piece);
    return 0;
}

static void drain_folded(void *context, struct buffer *out)
{
    struct folding *g = context;
    if (!g->failed && !out->failed)
        g->failed = put(g->j, out->at, out->len, false) < 0;
    buffer_clear(out);
}

static int fold_report(struct joining *j, const struct run_report *r, size_t format)
{
    struct run_state *s = j->s;
    struct folding g = {.j = j, .state = j->format->fold->start(r, &s->o->report, &s->fault)};
    struct buffer out;
    if (!g.state)
        return -1;
    buffer_init(&g.piece, FRAGMENT_BYTES);
    buffer_init(&out, JOINED_BYTES);
    int failed = kept_each(s, s->joined[format], fold_fragment, &g);
    if (j->format->fold->end(g.state, &out, drain_folded, &g, &s->fault) < 0 || g.failed)
        failed = -1;
    if (failed == 0)
        failed = put(j, out.at ? out.at : "", out.len, true);
    buffer_free(&out);
    buffer_free(&g.piece);
    return failed;
}

static int join_fragments(struct joining *j, const struct run_report *r, size_t format)
{
    if (put_around(j, j->format->begin, r, false) < 0 || kept_each(j->s, j->s->joined[format], take_fragment, j) < 0)
        return -1;
    return put_around(j, j->format->end, r, true);
}

int join_report(struct run_state *s, const struct run_report *r, size_t format)
{
    struct joining j = {.s = s, .format = s->o->formats[format]};
    if (s->output && output_run_begin(s->output, j.format->extension, &s->fault) < 0)
        return -1;
    if ((j.format->fold ? fold_report(&j, r, format) : join_fragments(&j, r, format)) < 0)
        return -1;
    return s->output ? output_end(s->output, &s->fault) : 0;
}
