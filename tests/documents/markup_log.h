/* What a reader of markup is given, as one text: for comparing the two ways in which it is read. */
#ifndef KIJUN_TESTS_DOCUMENTS_MARKUP_LOG_H
#define KIJUN_TESTS_DOCUMENTS_MARKUP_LOG_H

#include <stdbool.h>

#include "base/buffer.h"

/* Appends what a reader is given of the part, with lines, and the fault at its end. Text in pieces is one text. When a tag has
 * too many attributes there is the fault alone: who counts all of them first has given nothing by then. False: it was refused for
 * its encoding, unread. */
bool markup_log(const char *at, size_t len, struct buffer *out);
/* The same when libxml2 reads all of it: a processing instruction stands in front, which moves no line. The part was not
 * refused for its encoding. */
void markup_log_left(const char *at, size_t len, struct buffer *out);

#endif
