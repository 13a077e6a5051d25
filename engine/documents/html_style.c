#include <string.h>
#include <strings.h>

#include "documents/html.h"

static bool is(struct html_piece p, const char *word)
{
    return p.at && p.len == strlen(word) && strncasecmp(p.at, word, p.len) == 0;
}

static bool starts(struct html_piece p, const char *word)
{
    return p.len >= strlen(word) && strncasecmp(p.at, word, strlen(word)) == 0;
}

static struct html_piece trimmed(const char *at, const char *end)
{
    while (at < end && (unsigned char)*at <= ' ')
        at++;
    while (end > at && (unsigned char)end[-1] <= ' ')
        end--;
    return (struct html_piece){at, (size_t)(end - at)};
}

const char *html_list_format(struct html_piece p)
{
    static const struct { const char *name, *format; } types[] = {
        {"1", "decimal"}, {"a", "lowerLetter"}, {"A", "upperLetter"}, {"i", "lowerRoman"}, {"I", "upperRoman"}};
    static const struct { const char *name, *format; } styles[] = {
        {"none", "none"},                {"disc", "bullet"},              {"circle", "bullet"},
        {"square", "bullet"},            {"decimal", "decimal"},          {"decimal-leading-zero", "decimalZero"},
        {"lower-alpha", "lowerLetter"},  {"lower-latin", "lowerLetter"},  {"upper-alpha", "upperLetter"},
        {"upper-latin", "upperLetter"},  {"lower-roman", "lowerRoman"},   {"upper-roman", "upperRoman"},
        {"katakana", "aiueo"},           {"hiragana", "aiueo"},           {"katakana-iroha", "iroha"},
        {"hiragana-iroha", "iroha"},     {"cjk-decimal", "ideographDigital"}, {"cjk-ideographic", "japaneseCounting"},
        {"japanese-informal", "japaneseCounting"}, {"japanese-formal", "japaneseLegal"},
        {"cjk-heavenly-stem", "ideographTraditional"}, {"cjk-earthly-branch", "ideographZodiac"}};
    for (size_t i = 0; p.at && i < sizeof types / sizeof *types; i++)
        if (p.len == 1 && *p.at == *types[i].name)
            return types[i].format;
    for (size_t i = 0; p.at && i < sizeof styles / sizeof *styles; i++)
        if (is(p, styles[i].name))
            return styles[i].format;
    return NULL;
}

int64_t html_integer(struct html_piece v, int64_t otherwise)
{
    enum { MOST = 1000000 };
    int64_t n = 0;
    size_t i = 0;
    if (!v.at)
        return otherwise;
    v = trimmed(v.at, v.at + v.len);
    bool minus = v.len > 0 && *v.at == '-';
    for (i = minus; i < v.len && v.at[i] >= '0' && v.at[i] <= '9' && n <= MOST; i++)
        n = n * 10 + (v.at[i] - '0');
    if (i == (size_t)minus || n > MOST)
        return otherwise;
    return minus ? -n : n;
}

/* list-style: none inside */
static void read_list_style(struct html_look *look, struct html_piece value)
{
    for (const char *at = value.at, *end = at + value.len; at < end;) {
        const char *stop = at;
        while (stop < end && *stop != ' ')
            stop++;
        const char *format = stop > at + 1 ? html_list_format((struct html_piece){at, (size_t)(stop - at)}) : NULL;
        if (format)
            look->list = format;
        at = stop + (stop < end);
    }
}

static void read_property(struct html_look *look, struct html_piece name, struct html_piece value)
{
    if ((is(name, "display") && starts(value, "none")) || (is(name, "visibility") && starts(value, "hidden")) ||
        (is(name, "mso-hide") && starts(value, "all")))
        look->hidden = true;
    else if (is(name, "font-weight"))
        look->bold = starts(value, "bold") || (value.len >= 3 && *value.at >= '6' && *value.at <= '9');
    else if (is(name, "text-align"))
        look->centred = starts(value, "center");
    else if (is(name, "list-style") || is(name, "list-style-type"))
        read_list_style(look, value);
}

struct html_look html_look_of(const struct html_attributes *a)
{
    struct html_look look = {.bold = -1, .hidden = a->hidden.at && !is(a->hidden, "until-found"),
                             .centred = is(a->align, "center")};
    const char *at = a->style.at, *end = at ? at + a->style.len : NULL;
    while (at && at < end) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        stop = stop ? stop : end;
        const char *colon = memchr(at, ':', (size_t)(stop - at));
        if (colon)
            read_property(&look, trimmed(at, colon), trimmed(colon + 1, stop));
        at = stop + (stop < end);
    }
    return look;
}
