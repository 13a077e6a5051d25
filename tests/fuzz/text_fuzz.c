/* The reader of plain text, its encodings included. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    fuzz_document("x.txt", at, len);
    return 0;
}
