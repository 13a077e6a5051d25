/* libzip, which is loaded when it is first needed. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_ZIP_LATE_H
#define KIJUN_DOCUMENTS_ZIP_LATE_H

#include <stdbool.h>

/* Loads it for later calls, in a process that will be confined. False when it cannot be had. */
bool zip_ready(void);

#endif
