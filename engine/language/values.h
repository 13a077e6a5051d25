/* Commitments in numbers, read from normalised text: lengths of time, frequencies, percentages, amounts, dates; and what was
 * left open. */
#ifndef KIJUN_LANGUAGE_VALUES_H
#define KIJUN_LANGUAGE_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/value.h"
#include "language/vocabulary.h"

struct found_value {
    struct value value;     /* duration, interval, percent, amount or date */
    unsigned mode;          /* of a duration: enum time_mode; 0 when its words do not say */
    uint32_t start, end;    /* bytes of the normalised text */
};

/* Finds the first value at or after `from`; false when there is none. Continue at found->end. */
bool values_next(const char *at, size_t len, size_t from, struct found_value *found);

/* A place left open: ◯時間, ____, [TBD], 【　】. The same way of asking. */
bool blanks_next(const char *at, size_t len, size_t from, uint32_t *start, uint32_t *end);

#endif
