/* The reader of Akoma Ntoso. What has no such root is put into one, so that mutations stay with its reader. */
#include "fuzz.h"

#include <string.h>

enum { MOST = 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    static const char open[] = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">";
    if (memmem(at, len, "akomaNtoso", strlen("akomaNtoso"))) {
        fuzz_document("x.xml", at, len);
        return 0;
    }
    struct buffer file;
    buffer_init(&file, MOST);
    buffer_puts(&file, open);
    buffer_add(&file, (const char *)at, len);
    buffer_puts(&file, "</akomaNtoso>");
    fuzz_document("x.xml", (const uint8_t *)file.at, file.len);
    buffer_free(&file);
    return 0;
}
