#include "base/json_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

struct reader {
    const char *name, *at, *end;
    uint32_t line;
    int depth;
    struct arena *arena;
    struct fault *f;
};

/* Members and items while their number is not known. */
struct list {
    struct data *at;
    size_t count, room;
};

static bool read_value(struct reader *r, struct data *out);

static bool expected(struct reader *r, const char *what)
{
    fault_where(r->f, r->name, r->line);
    fault_set(r->f, FAULT_JSON_SYNTAX, what);
    return false;
}

static bool no_memory(struct reader *r)
{
    fault_where(r->f, r->name, r->line);
    fault_set(r->f, FAULT_MEMORY);
    return false;
}

static void skip(struct reader *r)
{
    for (; r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\r' || *r->at == '\n'); r->at++)
        r->line += *r->at == '\n';
}

static bool take(struct reader *r, char c)
{
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static bool take_word(struct reader *r, const char *word)
{
    size_t n = strlen(word);
    if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0)
        return expected(r, "a value");
    r->at += n;
    return true;
}

/* ---- texts ---- */

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static bool read_unit(struct reader *r, uint32_t *out)
{
    *out = 0;
    if (r->end - r->at < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(*r->at++);
        if (digit < 0)
            return false;
        *out = *out << 4 | (uint32_t)digit;
    }
    return true;
}

static void put_character(struct buffer *b, uint32_t c)
{
    if (c < 0x80)
        buffer_putc(b, (char)c);
    else if (c < 0x800) {
        buffer_putc(b, (char)(0xc0 | c >> 6));
        buffer_putc(b, (char)(0x80 | (c & 0x3f)));
    } else {
        if (c < 0x10000)
            buffer_putc(b, (char)(0xe0 | c >> 12));
        else {
            buffer_putc(b, (char)(0xf0 | c >> 18));
            buffer_putc(b, (char)(0x80 | (c >> 12 & 0x3f)));
        }
        buffer_putc(b, (char)(0x80 | (c >> 6 & 0x3f)));
        buffer_putc(b, (char)(0x80 | (c & 0x3f)));
    }
}

/* \u: two units of UTF-16 may be one character; half of one alone, and NUL, are none. */
static bool read_escaped_unit(struct reader *r, struct buffer *b)
{
    uint32_t c, low;
    if (!read_unit(r, &c))
        return false;
    if (c >= 0xd800 && c < 0xdc00) {
        if (!take(r, '\\') || !take(r, 'u') || !read_unit(r, &low) || low < 0xdc00 || low > 0xdfff)
            return false;
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    } else if (c == 0 || (c >= 0xdc00 && c <= 0xdfff)) {
        return false;
    }
    put_character(b, c);
    return true;
}

static bool read_escape(struct reader *r, struct buffer *b)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (r->at == r->end)
        return false;
    if (take(r, 'u'))
        return read_escaped_unit(r, b);
    const char *found = memchr(from, *r->at, sizeof from - 1);
    if (found)
        buffer_putc(b, to[found - from]);
    r->at++;
    return found != NULL;
}

static bool read_characters(struct reader *r, struct buffer *b)
{
    while (r->at < r->end && *r->at != '"') {
        const char *from = r->at;
        while (r->at < r->end && *r->at != '"' && *r->at != '\\' && (unsigned char)*r->at >= 0x20)
            r->at++;
        buffer_add(b, from, (size_t)(r->at - from));
        if (r->at < r->end && (unsigned char)*r->at < 0x20)
            return expected(r, "\\n, \\t or \\u for a control character");
        if (take(r, '\\') && !read_escape(r, b))
            return expected(r, "an escape that there is");
    }
    return take(r, '"') ? true : expected(r, "\"");
}

static bool read_text(struct reader *r, const char **out, size_t *len)
{
    struct buffer b;
    r->at++;
    buffer_init(&b, (size_t)(r->end - r->at) + 1);
    bool good = read_characters(r, &b);
    if (good && !text_is_utf8(b.len ? b.at : "", b.len))
        good = expected(r, "UTF-8");
    char *copy = good && !b.failed ? arena_copy(r->arena, b.len ? b.at : "", b.len) : NULL;
    *out = copy;
    *len = b.len;
    buffer_free(&b);
    return good && !copy ? no_memory(r) : good;
}

/* ---- numbers ---- */

static bool digits(struct reader *r)
{
    const char *from = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        r->at++;
    return r->at > from;
}

/* JSON's numbers, of which ours are those without an exponent that fit. */
static bool read_number(struct reader *r, struct data *out)
{
    char copy[40];
    const char *from = r->at;
    bool whole = true;
    take(r, '-');
    if (!digits(r))
        return expected(r, "a value");
    if (take(r, '.')) {
        whole = false;
        if (!digits(r))
            return expected(r, "a digit");
    }
    size_t len = (size_t)(r->at - from);
    if (len >= sizeof copy || (r->at < r->end && (*r->at | 32) == 'e'))
        return expected(r, "a number of at most 39 digits");
    memcpy(copy, from, len);
    copy[len] = '\0';
    char *point = strchr(copy, '.');
    if (point && strlen(point) > 5)
        point[5] = '\0';
    out->type = whole ? DATA_INT : DATA_NUMBER;
    bool negative = copy[0] == '-';
    if (whole) {
        char *end;
        out->as.integer = strtoll(copy, &end, 10);
        return true;
    }
    if (!value_parse_number(copy + negative, strlen(copy + negative), &out->as.number))
        return expected(r, "a number in range");
    out->as.number = negative ? -out->as.number : out->as.number;
    return true;
}

/* ---- objects and lists ---- */

static struct data *list_add(struct list *l)
{
    if (l->count == l->room) {
        size_t room = l->room ? 2 * l->room : 8;
        struct data *at = realloc(l->at, room * sizeof *at);
        if (!at)
            return NULL;
        l->at = at;
        l->room = room;
    }
    l->at[l->count] = (struct data){0};
    return &l->at[l->count++];
}

static int by_key(const void *a, const void *b)
{
    const struct data *x = a, *y = b;
    return strcmp(x->key, y->key);
}

static bool read_member(struct reader *r, struct list *l, bool object)
{
    struct data d = {0};
    size_t len;
    skip(r);
    if (object) {
        if (r->at == r->end || *r->at != '"')
            return expected(r, "a name");
        if (!read_text(r, &d.key, &len))
            return false;
        skip(r);
        if (!take(r, ':'))
            return expected(r, ":");
    }
    const char *key = d.key;
    if (!read_value(r, &d))
        return false;
    struct data *to = list_add(l);
    if (!to)
        return no_memory(r);
    *to = d;
    to->key = key;
    return true;
}

static bool keep_list(struct reader *r, struct list *l, bool object, struct data *out)
{
    if (object && l->count)
        qsort(l->at, l->count, sizeof *l->at, by_key);
    for (size_t i = 1; object && i < l->count; i++)
        if (strcmp(l->at[i].key, l->at[i - 1].key) == 0)
            return expected(r, "each name once");
    out->type = DATA_TABLE;
    out->as.table.members = l->count ? arena_duplicate(r->arena, l->at, l->count * sizeof *l->at) : NULL;
    out->as.table.named = object ? l->count : 0;
    out->as.table.items = object ? 0 : l->count;
    out->as.table.tag = NULL;
    return l->count && !out->as.table.members ? no_memory(r) : true;
}

static bool read_members(struct reader *r, struct list *l, bool object)
{
    char end = object ? '}' : ']';
    skip(r);
    if (take(r, end))
        return true;
    do {
        if (!read_member(r, l, object))
            return false;
        skip(r);
    } while (take(r, ','));
    return take(r, end) ? true : expected(r, object ? ", or }" : ", or ]");
}

static bool read_list(struct reader *r, bool object, struct data *out)
{
    struct list l = {0};
    if (++r->depth > JSON_READ_DEPTH)
        return expected(r, "no more than 64 levels");
    r->at++;
    bool good = read_members(r, &l, object) && keep_list(r, &l, object, out);
    free(l.at);
    r->depth--;
    return good;
}

static bool read_value(struct reader *r, struct data *out)
{
    skip(r);
    out->file = r->name;
    out->line = r->line;
    if (r->at == r->end)
        return expected(r, "a value");
    switch (*r->at) {
    case '{': return read_list(r, true, out);
    case '[': return read_list(r, false, out);
    case '"': out->type = DATA_TEXT; return read_text(r, &out->as.text.at, &out->as.text.len);
    case 't': out->type = DATA_BOOL; out->as.flag = true; return take_word(r, "true");
    case 'f': out->type = DATA_BOOL; out->as.flag = false; return take_word(r, "false");
    case 'n': out->type = DATA_NULL; return take_word(r, "null");
    default: return read_number(r, out);
    }
}

const struct data *json_read(const char *name, const char *at, size_t len, struct arena *arena, struct fault *f)
{
    struct reader r = {.name = arena_copy(arena, name, strlen(name)), .at = at, .end = at + len, .line = 1, .arena = arena, .f = f};
    struct data *root = arena_alloc(arena, sizeof *root);
    if (!root || !r.name) {
        no_memory(&r);
        return NULL;
    }
    *root = (struct data){0};
    if (!read_value(&r, root))
        return NULL;
    skip(&r);
    if (r.at < r.end) {
        expected(&r, "nothing more");
        return NULL;
    }
    return root;
}
