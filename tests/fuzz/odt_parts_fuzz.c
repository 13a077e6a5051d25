/* The parts of an OpenDocument text: the input is a text in which lines "==== NAME" begin them. */
#include "fuzz.h"

#include <string.h>

enum { MOST = 12 };

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    static const char kind[] = "application/vnd.oasis.opendocument.text";
    struct fuzz_member members[MOST + 1] = {{"mimetype", kind, sizeof kind - 1}};
    size_t count = 1 + fuzz_members(at, len, members + 1, MOST);
    struct buffer file;
    fuzz_zip(&file, members, count);
    fuzz_document("x.odt", (const uint8_t *)file.at, file.len);
    buffer_free(&file);
    return 0;
}
