/* The parser of data-only Lua, for declarations and for rule files. */
#include "fuzz.h"

#include "base/data_load.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    for (int functions = 0; functions < 2; functions++) {
        struct fault f = {0};
        const struct data *d = data_read("x.lua", (const char *)at, len, functions, fuzz_arena(), &f);
        fuzz_assert((d == NULL) == (f.id != FAULT_NONE), "data or a fault");
    }
    return 0;
}
