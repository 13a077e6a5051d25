#include "base/semver.h"

#include <string.h>

enum { DIGITS = 9 };

/* Reads a number without leading zeros; NULL when there is none. */
static const char *number(const char *at, uint32_t *out)
{
    uint32_t n = 0;
    int digits = 0;
    if (*at == '0' && at[1] >= '0' && at[1] <= '9')
        return NULL;
    for (; *at >= '0' && *at <= '9'; at++, digits++) {
        if (digits == DIGITS)
            return NULL;
        n = n * 10 + (uint32_t)(*at - '0');
    }
    *out = n;
    return digits ? at : NULL;
}

/* The end of the version at `at`, or NULL. */
static const char *version(const char *at, bool short_form, struct semver *out)
{
    *out = (struct semver){ { 0, 0, 0 } };
    for (int i = 0; i < 3; i++) {
        at = number(at, &out->part[i]);
        if (!at)
            return NULL;
        if (i == 2)
            break;
        if (*at != '.')
            return short_form ? at : NULL;
        at++;
    }
    return at;
}

bool semver_parse(const char *text, bool short_form, struct semver *out)
{
    struct semver v;
    const char *end = version(text, short_form, &v);
    if (!end || *end)
        return false;
    *out = v;
    return true;
}

int semver_compare(const struct semver *a, const struct semver *b)
{
    for (int i = 0; i < 3; i++)
        if (a->part[i] != b->part[i])
            return a->part[i] < b->part[i] ? -1 : 1;
    return 0;
}

enum relation { AT_LEAST, ABOVE, AT_MOST, BELOW, EXACTLY };

/* The next condition of a range; the text after it, or NULL when there is no proper one. */
static const char *condition(const char *at, enum relation *relation, struct semver *bound)
{
    static const struct { const char *sign; enum relation relation; } signs[] = {
        { ">=", AT_LEAST }, { "<=", AT_MOST }, { ">", ABOVE }, { "<", BELOW }, { "=", EXACTLY }
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i].sign);
        if (strncmp(at, signs[i].sign, n) != 0)
            continue;
        *relation = signs[i].relation;
        at = version(at + n, true, bound);
        return at && (*at == ' ' || *at == '\0') ? at + strspn(at, " ") : NULL;
    }
    return NULL;
}

static bool holds(const struct semver *v, enum relation relation, const struct semver *bound)
{
    int order = semver_compare(v, bound);
    switch (relation) {
    case AT_LEAST: return order >= 0;
    case ABOVE: return order > 0;
    case AT_MOST: return order <= 0;
    case BELOW: return order < 0;
    default: return order == 0;
    }
}

bool semver_range_valid(const char *range)
{
    enum relation relation;
    struct semver bound;
    if (!*range)
        return false;
    while (range && *range)
        range = condition(range, &relation, &bound);
    return range != NULL;
}

bool semver_within(const struct semver *v, const char *range)
{
    enum relation relation;
    struct semver bound;
    if (!semver_range_valid(range))
        return false;
    while (*range) {
        range = condition(range, &relation, &bound);
        if (!holds(v, relation, &bound))
            return false;
    }
    return true;
}
