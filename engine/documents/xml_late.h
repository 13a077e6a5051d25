/* libxml2, which is loaded when it is first needed. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_XML_LATE_H
#define KIJUN_DOCUMENTS_XML_LATE_H

#include <stdbool.h>

/* Makes libxml2 ready, and keeps it from loading anything by itself: to be called before its first use, in a confined
 * process also before confinement. False when it cannot be had. */
bool xml_ready(void);

#endif
