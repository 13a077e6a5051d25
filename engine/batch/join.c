/* One report of the whole run, joined from the fragments that suppliers left: in the order of supplier id, whatever the
 * order in which they were judged. */
#include <string.h>

#include "batch/state.h"

enum { JOINED_BYTES = 16 * 1024 * 1024 }; /* what may stand around the fragments */

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

int join_report(struct run_state *s, const struct run_report *r, size_t format)
{
    struct joining j = {.s = s, .format = s->o->formats[format]};
    if (s->output && output_run_begin(s->output, j.format->extension, &s->fault) < 0)
        return -1;
    if (put_around(&j, j.format->begin, r, false) < 0 || kept_each(s, s->joined[format], take_fragment, &j) < 0 ||
        put_around(&j, j.format->end, r, true) < 0)
        return -1;
    return s->output ? output_end(s->output, &s->fault) : 0;
}
