/* What a file is, from what it holds. Private to the documents floor; load_sniff is its public face. */
#ifndef KIJUN_DOCUMENTS_SNIFF_H
#define KIJUN_DOCUMENTS_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

/* True if the name ends like this: ".txt"; capitals do not matter. */
bool name_ends(const char *name, const char *extension);
/* True if the bytes hold our namespace: an XML document that is meant for us, right or wrong. */
bool sniff_native(const char *at, size_t len);

#endif
