/* Numbers as contracts write them, in normalised text: 1,000 / 99.9 / 二十四 / 一〇〇 / 5000万 / twenty-four (24). */
#ifndef KIJUN_LANGUAGE_NUMBER_H
#define KIJUN_LANGUAGE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/value.h"

/* Reads a number at the start of the text; returns the bytes taken, 0 when there is none. A number in words may be
 * followed by the same in figures in brackets, and the other way round: the figures are taken. */
size_t number_read(const char *at, size_t len, fixed *out);
/* False where no figure and no number word can begin: most words are told by their first letters. */
bool number_begins(const char *at, size_t len);

#endif
