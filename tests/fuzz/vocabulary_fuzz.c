/* Vocabularies: whatever parses as data is compiled, and a compiled one reads a text. */
#include "fuzz.h"

#include <string.h>

#include "base/data_load.h"
#include "language/recognise.h"

enum { FAULTS = 8, OUTPUT_BYTES = 64 * 1024 * 1024 };

static void read_with(const struct vocabulary *v)
{
    static const char text[] = "第1条（秘密保持）\n乙は、秘密情報を第三者に開示してはならない。\n第2条（報告）\n"
                               "乙は、事故を知ったときは24時間以内に甲に報告する。年1回、金10万円、99.9%。\n";
    struct subject *s = fuzz_document("x.txt", (const uint8_t *)text, strlen(text));
    struct arena *arena = arena_new(LOAD_ARENA_BYTES);
    struct reading *r = s && arena ? reading_new(v, s, 20000, NULL, arena) : NULL;
    struct buffer out;
    buffer_init(&out, OUTPUT_BYTES);
    if (r)
        recognise_write(r, s, RECOGNISE_JSON, LANGUAGE_EN, &out);
    buffer_free(&out);
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    struct fault faults[FAULTS] = {{0}};
    struct fault f = {0};
    size_t count = 0;
    const struct data *d = data_read("vocabulary.lua", (const char *)at, len, false, fuzz_arena(), &f);
    if (!d)
        return 0;
    struct vocabulary *v = vocabulary_compile(&d, 1, faults, FAULTS, &count);
    fuzz_assert((v == NULL) == (count > 0), "a vocabulary or its mistakes");
    if (v)
        read_with(v);
    vocabulary_free(v);
    return 0;
}
