/* Versions of packs and of the interface that they need: MAJOR.MINOR.PATCH (semver.org 2.0.0, without pre-release and build
 * parts, which rule packs do not use) and ranges of them. */
#ifndef KIJUN_BASE_SEMVER_H
#define KIJUN_BASE_SEMVER_H

#include <stdbool.h>
#include <stdint.h>

struct semver {
    uint32_t part[3]; /* major, minor, patch */
};

/* "1.2.3"; with `short_form` also "1.2" and "1", the missing parts being 0. */
bool semver_parse(const char *text, bool short_form, struct semver *out);
int semver_compare(const struct semver *a, const struct semver *b);
/* A range is one or more of >=, >, <=, <, = with a version, all of which must hold: ">=1.0 <2.0". */
bool semver_range_valid(const char *range);
bool semver_within(const struct semver *v, const char *range);

#endif
