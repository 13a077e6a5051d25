#include "base/fault.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/reason.h"
#include "base/text.h"

struct row {
    const char *name;
    enum fault_class class;
    const char *message[LANGUAGE_COUNT];
    const char *advice[LANGUAGE_COUNT];
};

static const struct row rows[FAULT_COUNT] = {
    [FAULT_NONE] = {"none", FAULT_CLASS_ENGINE, {"no fault", "異常はありません"}, {"", ""}},
#define FAULT(id, class, name, en, ja, advice_en, advice_ja)                                                           \
    [FAULT_##id] = {name, FAULT_CLASS_##class, {en, ja}, {advice_en, advice_ja}},
#include "base/fault.def"
#undef FAULT
};

static const struct row *row_of(enum fault_id id)
{
    return &rows[id < FAULT_COUNT ? id : FAULT_NONE];
}

/* True for what could move a terminal's cursor or turn the direction of the text around it: C0, C1, the line
 * separators and the bidirectional controls of Unicode (UAX #9). */
static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200E || c == 0x200F || c == 0x061C;
}

/* Copies text that may be untrusted; what does not fit is left out, whole characters at a time. */
static void copy_shown(char *out, size_t size, const char *text)
{
    size_t used = 0, len = strlen(text), n;
    uint32_t c;
    for (; (n = text_next(text, len, &c)) != 0; text += n, len -= n) {
        bool bad = is_control(c) || !text_char(text, len);
        size_t add = bad ? 1 : n;
        if (used + add >= size)
            break;
        if (bad)
            out[used] = '?';
        else
            memcpy(out + used, text, n);
        used += add;
    }
    out[used] = '\0';
}

int fault_set_(struct fault *f, enum fault_id id, ...)
{
    if (f->id != FAULT_NONE)
        return -1;
    f->id = id;
    va_list list;
    va_start(list, id);
    for (int i = 0; i < FAULT_ARGS; i++) {
        const char *arg = va_arg(list, const char *);
        if (!arg)
            break;
        copy_shown(f->arg[i], FAULT_ARG_SIZE, arg);
    }
    va_end(list);
    return -1;
}

void fault_where(struct fault *f, const char *file, uint32_t line)
{
    if (f->file[0] || !file)
        return;
    copy_shown(f->file, FAULT_PLACE_SIZE, file);
    f->line = line;
}

void fault_clear(struct fault *f)
{
    f->id = FAULT_NONE;
    f->line = 0;
    f->file[0] = '\0';
    for (int i = 0; i < FAULT_ARGS; i++)
        f->arg[i][0] = '\0';
}

const char *fault_name(enum fault_id id)
{
    return row_of(id)->name;
}

enum fault_class fault_class(enum fault_id id)
{
    return row_of(id)->class;
}

/* The caller's memory, of which the last byte is the NUL's; `len` goes on counting beyond it. */
struct line {
    char *at;
    size_t size;
    size_t len;
};

static void add(struct line *l, const char *text, size_t len)
{
    if (l->len < l->size) {
        size_t room = l->size - l->len - 1;
        memcpy(l->at + l->len, text, len < room ? len : room);
    }
    l->len += len;
}

/* How many of `len` bytes end with a whole character. */
static size_t whole(const char *at, size_t len)
{
    size_t last = len;
    while (last && len - last < 4 && ((unsigned char)at[last - 1] & 0xC0) == 0x80)
        last--;
    if (last)
        last--;
    return text_char(at + last, len - last) == len - last ? len : last;
}

static size_t finish(struct line *l)
{
    if (l->size && l->len < l->size)
        l->at[l->len] = '\0';
    else if (l->size)
        l->at[whole(l->at, l->size - 1)] = '\0';
    return l->len;
}

/* Copies a row's text with {0} .. {3} filled in; a reason of the system in the language of the text. */
static void fill(struct line *l, const struct fault *f, const char *text, enum language language)
{
    while (*text) {
        size_t plain = strcspn(text, "{");
        add(l, text, plain);
        text += plain;
        if (!*text)
            break;
        bool hole = text[1] >= '0' && text[1] < '0' + FAULT_ARGS && text[2] == '}';
        const char *word = hole ? reason_in(f->arg[text[1] - '0'], language) : text;
        add(l, word, hole ? strlen(word) : 1);
        text += hole ? 3 : 1;
    }
}

static void add_place(struct line *l, const struct fault *f)
{
    if (!f->file[0])
        return;
    add(l, f->file, strlen(f->file));
    if (f->line) {
        char digits[16];
        struct buffer number;
        buffer_init_fixed(&number, digits, sizeof digits);
        buffer_int(&number, f->line);
        add(l, ":", 1);
        add(l, number.at, number.len);
    }
    add(l, ": ", 2);
}

static enum language known(enum language language)
{
    return language < LANGUAGE_COUNT ? language : LANGUAGE_EN;
}

size_t fault_text(const struct fault *f, enum language language, char *out, size_t size)
{
    struct line l = {out, size, 0};
    add_place(&l, f);
    fill(&l, f, row_of(f->id)->message[known(language)], language);
    return finish(&l);
}

size_t fault_message(const struct fault *f, enum language language, char *out, size_t size)
{
    struct line l = {out, size, 0};
    fill(&l, f, row_of(f->id)->message[known(language)], language);
    return finish(&l);
}

size_t fault_advice(const struct fault *f, enum language language, char *out, size_t size)
{
    struct line l = {out, size, 0};
    fill(&l, f, row_of(f->id)->advice[known(language)], language);
    return finish(&l);
}
