/* The reader of the XML in packages: what it takes by itself must be what libxml2 makes of it. */
#include "fuzz.h"

#include <string.h>

#include "documents/markup_log.h"

enum { LOG_BYTES = 256 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    struct buffer quick, left;
    buffer_init(&quick, LOG_BYTES);
    buffer_init(&left, LOG_BYTES);
    if (markup_log((const char *)at, len, &quick)) {
        markup_log_left((const char *)at, len, &left);
        fuzz_assert(quick.len == left.len && memcmp(quick.at, left.at, quick.len) == 0, "both ways give the same");
    }
    buffer_free(&quick);
    buffer_free(&left);
    return 0;
}
