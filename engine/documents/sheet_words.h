/* What people type into a cell where a value is asked for: はい, 2026/1/15, 令和8年1月15日, 24時間, quarterly. Only whole texts
 * that leave no doubt become values; everything else stays words. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_SHEET_WORDS_H
#define KIJUN_DOCUMENTS_SHEET_WORDS_H

#include "base/value.h"

enum { WORDS_SIZE = 256 }; /* what is longer is no word that stands for a value */

/* The text with full-width letters and digits narrowed, ASCII in small letters, white space single and none at the ends;
 * false with "" when it does not fit. */
bool words_fold(const char *at, size_t len, char out[WORDS_SIZE]);

/* Each takes a folded text; false, leaving *out alone, when it is no such value. */
bool words_flag(const char *folded, bool *out);
bool words_not_applicable(const char *folded);
bool words_date(const char *folded, day *out);
bool words_count(const char *folded, int64_t *out);
bool words_percent(const char *folded, fixed *out);
bool words_duration(const char *folded, struct duration *out);
bool words_interval(const char *folded, struct duration *out);

#endif
