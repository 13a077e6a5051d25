#include "report/wrap.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "report/escape.h"

/* May not start a line. */
static bool closes(uint32_t c)
{
    static const uint32_t list[] = {
        0x2019, 0x201D, 0x2026, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3041, 0x3043,
        0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3,
        0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D,
        0xFF5D, 0xFF61, 0xFF63};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i] == c) return true;
    return c && c < 0x80 && strchr(")]},.:;!?%", (int)c);
}

/* May not end a line. */
static bool opens(uint32_t c)
{
    static const uint32_t list[] = {0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B, 0xFF5B};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i] == c) return true;
    return c && c < 0x80 && strchr("([{", (int)c);
}

/* What is known of the character that ends at a place in the text. */
struct left {
    uint32_t c;
    size_t columns;
};

static bool may_break(struct left a, struct left b)
{
    if (a.c == ' ') return true;
    if (a.columns < 2 && b.columns < 2) return false; /* within a word */
    if (a.c >= '0' && a.c <= '9') return false;       /* a number stays with its unit */
    return !closes(b.c) && !opens(a.c) && b.c != ' ';
}

/* The bytes of one line: as many as fit, cut at the last place that allows it. */
static size_t line_of(const char *at, size_t len, size_t room)
{
    struct left before = {0};
    size_t used = 0, good = 0, i = 0;
    while (i < len && at[i] != '\n') {
        struct left now;
        bool bad;
        size_t n = escape_next(at + i, len - i, &now.c, &bad);
        now.columns = text_columns(at + i, n);
        if (i && may_break(before, now)) good = i;
        if (used + now.columns > room && now.c != ' ') return good ? good : i ? i : n;
        used += now.columns;
        before = now;
        i += n;
    }
    return i;
}

void wrap(struct buffer *out, const char *text, size_t len, const char *first, const char *rest, size_t columns)
{
    const char *indent = first;
    size_t i = 0;
    do {
        size_t taken = text_columns(indent, strlen(indent));
        size_t n = line_of(text + i, len - i, columns > taken + 8 ? columns - taken : 8);
        size_t shown = n;
        while (shown && text[i + shown - 1] == ' ') shown--;
        buffer_puts(out, indent);
        buffer_add(out, text + i, shown);
        buffer_putc(out, '\n');
        i += n;
        if (i < len && text[i] == '\n') i++;
        else while (i < len && text[i] == ' ') i++;
        indent = rest;
    } while (i < len);
}
