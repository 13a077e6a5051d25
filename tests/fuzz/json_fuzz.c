/* The JSON writer: the bytes say what is written, and whatever that is, it must read as JSON (RFC 8259). */
#include "fuzz.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"

enum { OUTPUT_BYTES = 16 * 1024 * 1024, DEPTH = 40 };

struct reader {
    const char *at, *end;
};

static bool value(struct reader *r, int depth);

static void blanks(struct reader *r)
{
    while (r->at < r->end && strchr(" \n\r\t", *r->at))
        r->at++;
}

static bool mark(struct reader *r, char c)
{
    blanks(r);
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static bool escape(struct reader *r)
{
    if (r->at < r->end && strchr("\"\\/bfnrt", *r->at)) {
        r->at++;
        return true;
    }
    if (r->end - r->at < 5 || *r->at != 'u' || strspn(r->at + 1, "0123456789abcdefABCDEF") < 4)
        return false;
    r->at += 5;
    return true;
}

static bool string(struct reader *r)
{
    if (!mark(r, '"'))
        return false;
    while (r->at < r->end && *r->at != '"') {
        if ((unsigned char)*r->at < 0x20)
            return false;
        if (*r->at++ == '\\' && !escape(r))
            return false;
    }
    return mark(r, '"');
}

static bool word(struct reader *r)
{
    static const char *const words[] = {"null", "true", "false"};
    for (size_t i = 0; i < 3; i++)
        if ((size_t)(r->end - r->at) >= strlen(words[i]) && memcmp(r->at, words[i], strlen(words[i])) == 0) {
            r->at += strlen(words[i]);
            return true;
        }
    const char *start = r->at;
    r->at += r->at < r->end && *r->at == '-';
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        r->at++;
    return r->at > start;
}

static bool several(struct reader *r, char close, bool keys, int depth)
{
    if (mark(r, close))
        return true;
    do {
        if (keys && !(string(r) && mark(r, ':')))
            return false;
        if (!value(r, depth + 1))
            return false;
    } while (mark(r, ','));
    return mark(r, close);
}

static bool value(struct reader *r, int depth)
{
    blanks(r);
    if (depth > 2 * DEPTH || r->at == r->end)
        return false;
    if (mark(r, '{'))
        return several(r, '}', true, depth);
    if (mark(r, '['))
        return several(r, ']', false, depth);
    return *r->at == '"' ? string(r) : word(r);
}

/* What is being written: a stack of brackets. */
struct writing {
    struct json json;
    char brackets[DEPTH];
    int depth;
};

static void write_one(struct writing *w, uint8_t what, const char *text, size_t len)
{
    struct json *j = &w->json;
    if (w->depth > 0 && what % 8 == 0) {
        json_close(j, w->brackets[--w->depth] == '{' ? '}' : ']');
        return;
    }
    if (w->depth > 0 && w->brackets[w->depth - 1] == '{')
        json_key(j, "key");
    if (what % 8 < 3 && w->depth < DEPTH) {
        w->brackets[w->depth] = what & 16 ? '{' : '[';
        json_open(j, w->brackets[w->depth++]);
    } else if (what % 8 < 6) {
        json_text_n(j, text, len);
    } else if (what % 8 == 6) {
        json_int(j, (int64_t)((uint64_t)what << 56));
    } else {
        json_bool(j, what & 16);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    struct writing w = {.depth = 0};
    struct buffer out;
    buffer_init(&out, OUTPUT_BYTES);
    json_init(&w.json, &out, len > 0 && at[0] & 1);
    json_open(&w.json, '[');
    for (size_t i = 0; i + 1 < len;) {
        size_t text = at[i + 1] % 32 < len - i - 2 ? at[i + 1] % 32 : len - i - 2;
        write_one(&w, at[i], (const char *)at + i + 2, text);
        i += 2 + text;
    }
    while (w.depth > 0)
        json_close(&w.json, w.brackets[--w.depth] == '{' ? '}' : ']');
    json_close(&w.json, ']');
    buffer_putc(&out, '\n');
    struct reader r = {out.at, out.at + out.len};
    bool reads = !out.failed && text_is_utf8(out.at, out.len) && value(&r, 0);
    blanks(&r);
    fuzz_assert(reads && r.at == r.end, "what was written reads as JSON");
    buffer_free(&out);
    return 0;
}
