/* The reader of workbooks: the bytes are the file, so that the archive itself is tried, or (when they are no archive) its parts,
 * told apart by lines "==== NAME", so that mutations reach what is inside. */
#include "fuzz.h"

#include <string.h>

enum { PARTS = 16 };

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    struct fuzz_member parts[PARTS];
    struct buffer file;
    fuzz_mapping("return { { sheet = \"回答\", date = \"表紙!B3\", columns = { question = \"質問番号\", answer = \"回答\", comment = \"補足\", "
                 "evidence = \"証跡\", evidence_kind = \"証跡の種類\", evidence_date = \"証跡の日付\" } }, { header = 1, date = \"2026-02-10\", "
                 "columns = { question = \"A\", answer = \"B\" } } }");
    if (len > 1 && memcmp(at, "PK", 2) == 0) {
        fuzz_document("x.xlsx", at, len);
        return 0;
    }
    size_t count = fuzz_members(at, len, parts, PARTS);
    fuzz_zip(&file, parts, count);
    /* The members are in the arena that reading takes: the archive holds all that is needed of them. */
    fuzz_document("x.xlsx", (const uint8_t *)file.at, file.len);
    buffer_free(&file);
    return 0;
}
