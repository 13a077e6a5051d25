/* The texts that cells share: pieces joined, the reading aids (ふりがな) left out. */
#include <string.h>

#include "base/text.h"
#include "documents/decode.h"
#include "documents/markup.h"
#include "documents/xlsx_parts.h"

struct reading {
    struct workbook *book;
    struct buffer text;
    bool in_text;           /* <t> */
    int aside;              /* inside <rPh> */
};

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* _x000D_ stands for a character that XML cannot hold or would change; returns it, -1 when this is no such thing. */
static int32_t escaped(const char *at, size_t len)
{
    int32_t c = 0;
    if (len < 7 || at[0] != '_' || at[1] != 'x' || at[6] != '_')
        return -1;
    for (size_t i = 2; i < 6; i++) {
        if (hex(at[i]) < 0)
            return -1;
        c = c * 16 + hex(at[i]);
    }
    return c >= 0xD800 && c < 0xE000 ? 0xFFFD : c;
}

const char *xlsx_text(struct arena *a, const char *at, size_t len, size_t *out_len)
{
    struct buffer b;
    buffer_init(&b, len + 1);
    for (size_t i = 0; i < len; i++) {
        int32_t c = escaped(at + i, len - i);
        if (c >= 0) {
            i += 6;
            decode_put(&b, c == '\n' || c == '\t' ? (uint32_t)c : c < ' ' ? ' ' : (uint32_t)c);
        } else
            buffer_putc(&b, at[i]);
    }
    *out_len = b.len;
    const char *copy = b.failed ? NULL : arena_copy(a, b.at ? b.at : "", b.len);
    buffer_free(&b);
    return copy;
}

static bool add_string(struct reading *r)
{
    struct workbook *w = r->book;
    if (w->string_count == w->string_room) {
        size_t room = w->string_room ? 2 * w->string_room : 256;
        struct xlsx_text *more = arena_array(w->arena, room, sizeof *more);
        if (!more) {
            fault_set(w->fault, FAULT_DOCUMENT_MEMORY);
            return false;
        }
        if (w->string_count)
            memcpy(more, w->strings, w->string_count * sizeof *more);
        w->strings = more;
        w->string_room = room;
    }
    struct xlsx_text *s = &w->strings[w->string_count++];
    s->at = r->text.failed ? NULL : xlsx_text(w->arena, r->text.at ? r->text.at : "", r->text.len, &s->len);
    if (!s->at)
        fault_set(w->fault, r->text.failed ? FAULT_SHEET_TEXT : FAULT_DOCUMENT_MEMORY);
    buffer_clear(&r->text);
    return s->at != NULL;
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    r->aside += markup_is(tag, SPACE_SHEET, "rPh");
    r->in_text = !r->aside && markup_is(tag, SPACE_SHEET, "t");
    return true;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    r->aside -= markup_is(tag, SPACE_SHEET, "rPh");
    r->in_text = false;
    return !markup_is(tag, SPACE_SHEET, "si") || add_string(r);
}

static bool on_text(void *context, const char *at, size_t len)
{
    struct reading *r = context;
    if (r->in_text)
        buffer_add(&r->text, at, len);
    return true;
}

int xlsx_strings(struct workbook *w)
{
    struct reading r = {.book = w};
    const struct markup_reader reader = {on_open, on_close, on_text, &r};
    if (!*w->strings_part || !package_has(w->package, w->strings_part))
        return 0;
    if (package_read(w->package, w->strings_part, &w->bytes, w->fault) != 0)
        return -1;
    buffer_init(&r.text, SHEET_TEXT);
    int status = markup_read(&reader, w->strings_part, w->bytes.at, w->bytes.len, w->fault);
    buffer_free(&r.text);
    return status;
}
