/* The reader of Word files: the bytes are the file, so that the archive itself is tried. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    fuzz_document("x.docx", at, len);
    return 0;
}
