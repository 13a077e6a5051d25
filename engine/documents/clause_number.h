/* Clause numbers as they are compared: 第七条, 第7条, "Article 7" and "7." are one. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_CLAUSE_NUMBER_H
#define KIJUN_DOCUMENTS_CLAUSE_NUMBER_H

#include <stddef.h>

enum { CLAUSE_KEY_BYTES = 128 };

/* The parts of a number joined by '.', digits in ASCII, words such as "Article" and 第 dropped: "第7条第2項" and "7.2" are
 * "7.2", "第7条の2" is "7-2", "(a)" is "a". What does not fit is cut. Returns the length. */
size_t clause_key(const char *number, char out[CLAUSE_KEY_BYTES]);

#endif
