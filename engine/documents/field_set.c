/* Attribute values: their lexical forms, checked and converted. The XSD states the same forms as patterns. */
#include "documents/field_set.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* [a-z][a-z0-9-]{0,63} */
static bool is_token(const char *at, size_t len)
{
    if (len == 0 || len > FIELD_NAME_BYTES || !is_small(*at))
        return false;
    for (size_t i = 1; i < len; i++)
        if (!is_small(at[i]) && !is_digit(at[i]) && at[i] != '-')
            return false;
    return true;
}

/* [A-Za-z0-9][A-Za-z0-9._-]{0,63} */
static bool is_id(const char *at, size_t len)
{
    if (len == 0 || len > FIELD_NAME_BYTES)
        return false;
    for (size_t i = 0; i < len; i++) {
        bool letter = is_small(at[i]) || is_capital(at[i]) || is_digit(at[i]);
        if (!letter && (i == 0 || (at[i] != '.' && at[i] != '_' && at[i] != '-')))
            return false;
    }
    return true;
}

static bool are_capitals(const char *at, size_t len, size_t wanted)
{
    if (len != wanted)
        return false;
    for (size_t i = 0; i < len; i++)
        if (!is_capital(at[i]))
            return false;
    return true;
}

static bool is_sha256(const char *at, size_t len)
{
    if (len != 64)
        return false;
    for (size_t i = 0; i < len; i++)
        if (!is_digit(at[i]) && !(at[i] >= 'a' && at[i] <= 'f'))
            return false;
    return true;
}

/* The number of characters in valid UTF-8. */
static size_t characters(const char *at, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)at[i] & 0xC0) != 0x80;
    return n;
}

static bool is_short_text(const char *at, size_t len)
{
    return len > 0 && (len <= FIELD_TEXT_CHARACTERS || characters(at, len) <= FIELD_TEXT_CHARACTERS);
}

/* A relative path that stays where it starts: no empty part, no "." or "..", no '\'. */
static bool is_inner_path(const char *at, size_t len)
{
    const char *end = at + len;
    if (memchr(at, '\\', len))
        return false;
    for (const char *part = at; part <= end; ) {
        const char *slash = memchr(part, '/', (size_t)(end - part));
        size_t n = (size_t)((slash ? slash : end) - part);
        if (n == 0 || (n == 1 && part[0] == '.') || (n == 2 && part[0] == '.' && part[1] == '.'))
            return false;
        part += n + 1;
    }
    return true;
}

/* White space to single blanks, in place. */
static void collapse(char *at, size_t len)
{
    char *to = at;
    for (size_t i = 0; i < len; i++) {
        bool blank = is_blank(at[i]);
        if (!blank || (i + 1 < len && !is_blank(at[i + 1])))
            *to++ = blank ? ' ' : at[i];
    }
    *to = '\0';
}

/* True if collapsing would change it. */
static bool has_wild_space(const char *at, size_t len)
{
    size_t i = 0;
    /* Mostly it would not: eight bytes without a control, and no blank beside a blank. */
    for (uint64_t w, next; i + sizeof w < len; i += sizeof w) {
        const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
        memcpy(&w, at + i, sizeof w);
        memcpy(&next, at + i + 1, sizeof next);
        uint64_t control = (w - ones * ' ') & ~w, blanks = (w ^ ones * ' ') | (next ^ ones * ' ');
        if ((control | ((blanks - ones) & ~blanks)) & high)
            break;
    }
    for (; i < len; i++)
        if ((unsigned char)at[i] < ' ' || (at[i] == ' ' && i + 1 < len && is_blank(at[i + 1])))
            return true;
    return false;
}

static enum set_result set_copy(struct arena *a, const char **out, const char *at, size_t len, bool good)
{
    if (!good)
        return SET_BAD;
    char *copy = arena_copy(a, at, len);
    if (!copy)
        return SET_NO_MEMORY;
    *out = copy;
    return SET_OK;
}

static enum set_result set_text(struct arena *a, const char **out, const char *at, size_t len)
{
    if (!has_wild_space(at, len))
        return set_copy(a, out, at, len, is_short_text(at, len));
    char *copy = arena_copy(a, at, len);
    if (!copy)
        return SET_NO_MEMORY;
    collapse(copy, len);
    if (!is_short_text(copy, strlen(copy)))
        return SET_BAD;
    *out = copy;
    return SET_OK;
}

/* A known token is the table's own string: no copy. */
static enum set_result set_token(struct arena *a, const char **out, const struct field *f, const char *at, size_t len)
{
    for (const char *const *t = f->tokens; t && *t; t++)
        if (**t == *at && strncmp(*t, at, len) == 0 && (*t)[len] == '\0') {
            *out = *t;
            return SET_OK;
        }
    bool any = !f->tokens || (f->flags & FIELD_OPEN);
    return set_copy(a, out, at, len, any && is_token(at, len));
}

/* PnD, and nothing else: what may be counted in business days. */
static bool is_days(const char *at, size_t len)
{
    for (size_t i = 1; i + 1 < len; i++)
        if (!is_digit(at[i]))
            return false;
    return len > 2 && at[0] == 'P' && at[len - 1] == 'D';
}

/* "P3D business" are three business days: the canonical form of value_write. Returns the length of the part before the
 * word, 0 if it is not there. */
static size_t before_business(const char *at, size_t len)
{
    static const char word[] = "business";
    size_t n = sizeof word - 1, left = len;
    if (len <= n || memcmp(at + len - n, word, n) != 0)
        return 0;
    for (left -= n; left > 0 && is_blank(at[left - 1]); )
        left--;
    return left < len - n ? left : 0;
}

static bool parse_duration(const char *at, size_t len, struct duration *out)
{
    size_t days = before_business(at, len);
    if (days && !is_days(at, days))
        return false;
    if (!value_parse_duration(at, days ? days : len, out))
        return false;
    out->business = days > 0;
    return true;
}

static bool parse_positive(const char *at, size_t len, fixed most, fixed *out)
{
    fixed n;
    if (!value_parse_number(at, len, &n) || *at == '-' || n > most)
        return false;
    *out = n;
    return true;
}

static enum set_result set_flag(tri *out, const char *at, size_t len)
{
    bool yes;
    if (!value_parse_bool(at, len, &yes))
        return SET_BAD;
    *out = yes ? TRI_YES : TRI_NO;
    return SET_OK;
}

static enum set_result set_count(int64_t *out, const struct field *f, const char *at, size_t len)
{
    int64_t n;
    if (!value_parse_count(at, len, &n) || n < f->min || n > f->max)
        return SET_BAD;
    *out = n;
    return SET_OK;
}

static enum set_result done(bool ok)
{
    return ok ? SET_OK : SET_BAD;
}

/* The value of a term element: the element's name says the type. */
static enum set_result set_value(struct arena *a, struct value *v, enum value_type type, const char *at, size_t len)
{
    enum set_result r = SET_BAD;
    switch (type) {
    case VALUE_DURATION: r = done(parse_duration(at, len, &v->as.duration)); break;
    case VALUE_INTERVAL: r = done(value_parse_duration(at, len, &v->as.duration)); break;
    case VALUE_PERCENT: r = done(parse_positive(at, len, 100 * FIXED_ONE, &v->as.number)); break;
    case VALUE_AMOUNT: r = done(parse_positive(at, len, INT64_MAX, &v->as.amount.number)); break;
    case VALUE_COUNT: r = done(value_parse_count(at, len, &v->as.count)); break;
    case VALUE_DATE: r = done(value_parse_date(at, len, &v->as.date)); break;
    case VALUE_BOOL: r = done(value_parse_bool(at, len, &v->as.flag)); break;
    case VALUE_TEXT:
        r = set_copy(a, &v->as.text.at, at, len, is_token(at, len));
        v->as.text.len = len;
        break;
    case VALUE_NONE: case VALUE_NUMBER: case VALUE_INSTANT: case VALUE_TYPES: break;
    }
    if (r == SET_OK)
        v->type = type;
    return r;
}

static enum set_result set_currency(struct value *v, const char *at, size_t len)
{
    if (!are_capitals(at, len, 3))
        return SET_BAD;
    memcpy(v->as.amount.currency, at, 3);
    v->as.amount.currency[3] = '\0';
    return SET_OK;
}

enum set_result field_set(struct arena *a, struct node *n, const struct field *f, const char *at, size_t len)
{
    void *to = (char *)n + f->offset;
    for (; len > 0 && is_blank(*at); at++)
        len--;
    while (len > 0 && is_blank(at[len - 1]))
        len--;
    if (len == 0)
        return SET_BAD;
    switch (f->type) {
    case FIELD_TEXT: return set_text(a, to, at, len);
    case FIELD_TOKEN: return set_token(a, to, f, at, len);
    case FIELD_ID: return set_copy(a, to, at, len, is_id(at, len));
    case FIELD_COUNTRY: return set_copy(a, to, at, len, are_capitals(at, len, 2));
    case FIELD_SHA256: return set_copy(a, to, at, len, is_sha256(at, len));
    case FIELD_FILE: return is_inner_path(at, len) ? set_text(a, to, at, len) : SET_BAD;
    case FIELD_TRI: return set_flag(to, at, len);
    case FIELD_DATE: return done(value_parse_date(at, len, to));
    case FIELD_INSTANT: return done(value_parse_instant(at, len, to));
    case FIELD_COUNT: return set_count(to, f, at, len);
    case FIELD_PERCENT: return done(parse_positive(at, len, 100 * FIXED_ONE, to));
    case FIELD_DURATION: return done(parse_duration(at, len, to));
    case FIELD_INTERVAL: return done(value_parse_duration(at, len, to));
    case FIELD_VALUE: return set_value(a, to, n->kind->term, at, len);
    case FIELD_CURRENCY: return set_currency(to, at, len);
    }
    return SET_BAD;
}
