/* The reader of native XML: the bytes are a file. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    fuzz_document("x.xml", at, len);
    return 0;
}
