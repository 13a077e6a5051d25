/* Dates as contracts write them, in normalised text: 2026年4月1日, 令和8年4月1日, 1 April 2026, april 1, 2026, 2026-04-01. */
#ifndef KIJUN_LANGUAGE_DATES_H
#define KIJUN_LANGUAGE_DATES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/value.h"

/* Reads the date whose first figure stands at i; what stands before it (令和, april) is part of it. false: there is none. */
bool date_at(const char *at, size_t len, size_t i, size_t *start, size_t *end, day *out);

#endif
