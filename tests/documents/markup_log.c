#include "markup_log.h"

#include <stdlib.h>
#include <string.h>

#include "documents/markup_reading.h"

struct log {
    struct buffer *out;
    bool in_text;
};

static void end_text(struct log *l)
{
    if (l->in_text)
        buffer_puts(l->out, "|\n");
    l->in_text = false;
}

static void put_tag(struct log *l, const char *what, const struct markup_tag *tag)
{
    end_text(l);
    buffer_printf(l->out, "%s %d {%s}%s line %u", what, (int)tag->space, tag->uri ? tag->uri : "", tag->name, (unsigned)tag->line);
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct log *l = context;
    const char *const *a = tag->attributes;
    put_tag(l, "open", tag);
    for (int i = 0; i < tag->attribute_count; i++, a += MARKUP_ATTRIBUTE_FIELDS) {
        buffer_printf(l->out, " {%s}%s=", a[2] ? a[2] : "", a[0]);
        buffer_add(l->out, a[3], (size_t)(a[4] - a[3]));
    }
    buffer_puts(l->out, "\n");
    return true;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    put_tag(context, "close", tag);
    buffer_puts(((struct log *)context)->out, "\n");
    return true;
}

static bool on_text(void *context, const char *at, size_t len)
{
    struct log *l = context;
    if (!l->in_text)
        buffer_puts(l->out, "text |");
    l->in_text = true;
    buffer_add(l->out, at, len);
    return true;
}

bool markup_log(const char *at, size_t len, struct buffer *out)
{
    struct log l = {.out = out};
    struct fault f = {0};
    const struct markup_reader reader = {on_open, on_close, on_text, &l};
    int status = markup_read(&reader, "part", at, len, &f);
    end_text(&l);
    if (f.id == FAULT_PART_ATTRIBUTES)
        buffer_clear(out);
    buffer_printf(out, "%d fault %d %s %s %s\n", status, (int)f.id, f.arg[0], f.arg[1], f.arg[2]);
    return f.id != FAULT_PART_ENCODING;
}

void markup_log_left(const char *at, size_t len, struct buffer *out)
{
    static const char instruction[] = "<?x?>";
    const size_t n = sizeof instruction - 1;
    static const char mark[] = "\xEF\xBB\xBF", declaration[] = "<?xml";
    size_t front = len >= 3 && memcmp(at, mark, 3) == 0 ? 3 : 0;
    if (len - front > 5 && memcmp(at + front, declaration, 5) == 0) {
        const char *end = memchr(at, '>', len);
        if (!end || end[-1] != '?') { /* no declaration: it is left to libxml2 as it is */
            markup_log(at, len, out);
            return;
        }
        front = (size_t)(end + 1 - at);
    }
    char *copy = malloc(len + n);
    if (!copy)
        abort();
    memcpy(copy, at, front);
    memcpy(copy + front, instruction, n);
    memcpy(copy + front + n, at + front, len - front);
    markup_log(copy, len + n, out);
    free(copy);
}
