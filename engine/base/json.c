#include "base/json.h"

#include <string.h>

#include "base/text.h"

void json_init(struct json *j, struct buffer *out, bool pretty)
{
    *j = (struct json){.out = out, .pretty = pretty};
}

static void new_line(struct json *j)
{
    if (!j->pretty)
        return;
    buffer_putc(j->out, '\n');
    for (int i = 0; i < j->depth; i++)
        buffer_add(j->out, "  ", 2);
}

/* What stands between this item and the one before it. */
static void before_item(struct json *j)
{
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->depth == 0)
        return;
    if (j->started[j->depth - 1])
        buffer_putc(j->out, ',');
    j->started[j->depth - 1] = true;
    new_line(j);
}

void json_open(struct json *j, char bracket)
{
    before_item(j);
    if (j->depth >= JSON_DEPTH) {
        j->out->failed = true;
        return;
    }
    buffer_putc(j->out, bracket);
    j->started[j->depth++] = false;
}

void json_close(struct json *j, char bracket)
{
    if (j->depth <= 0) {
        j->out->failed = true;
        return;
    }
    bool any = j->started[--j->depth];
    if (any)
        new_line(j);
    buffer_putc(j->out, bracket);
}

/* RFC 8259, section 7: what must be escaped. */
static void escaped(struct buffer *out, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    static const char *const named[] = {['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n",   ['\f'] = "\\f",
                                        ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\"};
    if (c < sizeof named / sizeof *named && named[c]) {
        buffer_add(out, named[c], 2);
        return;
    }
    char code[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    buffer_add(out, code, sizeof code);
}

/* How many bytes at the front can be copied as they are. */
static size_t plain(const char *at, size_t len)
{
    size_t i = 0;
    while (i < len) {
        unsigned char c = (unsigned char)at[i];
        if (c < 0x20 || c == '"' || c == '\\')
            break;
        size_t n = c < 0x80 ? 1 : text_char(at + i, len - i);
        if (!n)
            break;
        i += n;
    }
    return i;
}

static void quoted(struct buffer *out, const char *at, size_t len)
{
    buffer_putc(out, '"');
    while (len) {
        size_t n = plain(at, len);
        buffer_add(out, at, n);
        at += n;
        len -= n;
        if (!len)
            break;
        if ((unsigned char)*at < 0x80)
            escaped(out, (unsigned char)*at);
        else
            buffer_add(out, "\xEF\xBF\xBD", 3);
        at++;
        len--;
    }
    buffer_putc(out, '"');
}

void json_key(struct json *j, const char *key)
{
    before_item(j);
    quoted(j->out, key, strlen(key));
    buffer_add(j->out, ": ", j->pretty ? 2 : 1);
    j->after_key = true;
}

void json_text_n(struct json *j, const char *at, size_t len)
{
    before_item(j);
    quoted(j->out, at, len);
}

void json_text(struct json *j, const char *text)
{
    if (text)
        json_text_n(j, text, strlen(text));
    else
        json_null(j);
}

void json_int(struct json *j, int64_t n)
{
    before_item(j);
    buffer_int(j->out, n);
}

void json_bool(struct json *j, bool b)
{
    before_item(j);
    buffer_puts(j->out, b ? "true" : "false");
}

void json_null(struct json *j)
{
    before_item(j);
    buffer_add(j->out, "null", 4);
}

void json_put_text(struct json *j, const char *key, const char *text)
{
    json_key(j, key);
    json_text(j, text);
}

void json_put_int(struct json *j, const char *key, int64_t n)
{
    json_key(j, key);
    json_int(j, n);
}

void json_put_bool(struct json *j, const char *key, bool b)
{
    json_key(j, key);
    json_bool(j, b);
}
