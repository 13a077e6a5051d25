/* The reader of web pages, whatever encoding they are in. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    fuzz_document("x.html", at, len);
    return 0;
}
