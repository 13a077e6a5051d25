/* The reader of OpenDocument texts: the bytes are the file, a package or a flat one. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    fuzz_document("x.odt", at, len);
    return 0;
}
