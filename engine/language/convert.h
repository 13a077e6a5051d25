/* A contract in prose as native XML: what was recognised is declared, with the words that it was recognised by, for a
 * person to correct and keep.
 *
 * Declared is only what changes no answer: types and terms are put into a copy, the copy is read, and whatever then reads
 * differently is taken back and said in a comment instead. So the file is judged as what it was made from, and converting
 * it again changes nothing. */
#ifndef KIJUN_LANGUAGE_CONVERT_H
#define KIJUN_LANGUAGE_CONVERT_H

#include "language/recognise.h"

/* Writes `s` as native XML. `copy` is the same subject, read again into `arena`: it is changed. `title` is for contracts
 * that have none. False when memory was out; the output alone has failed when it had too little room. */
bool convert_write(const struct vocabulary *v, const struct subject *s, struct subject *copy, day as_of,
                   const char *title, enum language language, struct arena *arena, struct buffer *out);

#endif
