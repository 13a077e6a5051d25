/* Why the system refused, in words of both languages that do not depend on the locale. */
#ifndef KIJUN_BASE_REASON_H
#define KIJUN_BASE_REASON_H

#include "base/language.h"

/* The English words for an errno: "no such file or directory". Never NULL; valid for the whole run. */
const char *reason_of(int number);
/* The same reason in another language; `reason` itself when it is no reason of ours. */
const char *reason_in(const char *reason, enum language language);

#endif
