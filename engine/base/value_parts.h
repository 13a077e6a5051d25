/* How a duration is told in units, for the two writers of values. Private to base/. */
#ifndef KIJUN_BASE_VALUE_PARTS_H
#define KIJUN_BASE_VALUE_PARTS_H

#include "base/value.h"

enum part { PART_YEARS, PART_MONTHS, PART_DAYS, PART_HOURS, PART_MINUTES, PART_SECONDS, PART_COUNT };

/* Splits d into units as people choose them: unless it was promised in days, up to 72 hours are hours (24 hours, not
 * 1 day); under two hours are minutes (90 minutes); whole years are years, other months are months (18 months).
 * Intervals never turn days into hours: daily is a day. A duration of nothing is 0 seconds with every part 0. */
void value_parts(struct duration d, bool interval, int64_t parts[PART_COUNT]);

/* The fixed-point number in decimal: at least `least` decimals, no further zeros at the end, a comma every three
 * digits if `grouped`. */
void value_write_fixed(struct buffer *b, fixed n, int least, bool grouped);
/* A whole number with a comma every three digits. */
void value_write_grouped(struct buffer *b, int64_t n);

#endif
