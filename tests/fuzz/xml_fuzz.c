/* The reader of native XML: the bytes are a file. What is read the quick way must be what libxml2 makes of it. */
#include "fuzz.h"

#include <string.h>

enum { DUMP_BYTES = 256 * 1024 * 1024, FILE_BYTES = 1024 * 1024 };

/* A processing instruction leaves a document to libxml2, and moves no line: in front, or behind where a declaration is first. */
static void put_left(struct buffer *out, const char *at, size_t len)
{
    static const char instruction[] = "<?x?>", declaration[] = "<?xml";
    bool declared = len >= sizeof declaration - 1 && memcmp(at, declaration, sizeof declaration - 1) == 0;
    buffer_init(out, FILE_BYTES);
    buffer_puts(out, declared ? "" : instruction);
    buffer_add(out, at, len);
    buffer_puts(out, declared ? instruction : "");
    fuzz_assert(!out->failed, "the file fits");
}

static void dump(const struct subject *s, struct buffer *out)
{
    buffer_init(out, DUMP_BYTES);
    dump_subject(s, out);
    fuzz_assert(!out->failed, "the model can be shown");
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    struct buffer quick, left, file;
    const struct subject *s = fuzz_document("x.xml", at, len);
    if (!s || memchr(at, '\0', len) || at[0] != '<') /* in UTF-8, without a byte order mark */
        return 0;
    if (!s->documents || s->documents->format != FORMAT_XML) /* its content told another format */
        return 0;
    dump(s, &quick);
    put_left(&file, (const char *)at, len);
    s = fuzz_document("x.xml", (const uint8_t *)file.at, file.len);
    fuzz_assert(s != NULL, "an instruction changes nothing");
    dump(s, &left);
    fuzz_assert(quick.len == left.len && memcmp(quick.at, left.at, quick.len) == 0, "both readers give the same");
    buffer_free(&quick);
    buffer_free(&left);
    buffer_free(&file);
    return 0;
}
