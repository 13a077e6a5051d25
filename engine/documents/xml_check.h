/* One look at all bytes of a document before it is read: whether they are characters that XML allows, and which signs occur at
 * all that would have to be looked for again and again. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_XML_CHECK_H
#define KIJUN_DOCUMENTS_XML_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/* What occurs somewhere. */
enum xml_sign { XML_SIGN_AMPERSAND = 1, XML_SIGN_RETURN = 2, XML_SIGN_BRACKET = 4 /* ']' */ };

/* True if `at` is UTF-8 of nothing but characters of XML 1.0; *signs are those that occur, more than that if it is false. */
bool xml_check(const char *at, size_t len, unsigned *signs);
/* The length of the reference at `at` if it is to one of the five entities of XML, which *c is then; 0 for any other. */
size_t xml_entity(const char *at, const char *end, char *c);

#endif
