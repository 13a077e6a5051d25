/* Rule packs as archives: the bytes are the file when they begin like one, else its members (lines "==== NAME"). */
#include "fuzz.h"

#include <string.h>

#include "packs/archive.h"

enum { MOST = 40 };

static void open_archive(const char *at, size_t len)
{
    struct archive *a = NULL;
    const struct archive_file *files;
    struct fault f = {0};
    int status = archive_open("x.kpack", at, len, &a, &f);
    fuzz_assert((status == 0) == (f.id == FAULT_NONE), "an archive or a fault");
    size_t count = status == 0 ? archive_files(a, &files) : 0;
    for (size_t i = 0; i < count; i++) {
        fuzz_assert(archive_name_good(files[i].name), "names stay inside the pack");
        fuzz_assert(i == 0 || strcmp(files[i - 1].name, files[i].name) < 0, "names are in order, each once");
        fuzz_assert(archive_find(a, files[i].name) == &files[i], "what is listed is found");
    }
    if (status == 0)
        archive_close(a);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    if (len >= 2 && memcmp(at, "PK", 2) == 0) {
        open_archive((const char *)at, len);
        return 0;
    }
    struct fuzz_member members[MOST];
    size_t count = fuzz_members(at, len, members, MOST);
    struct buffer file;
    fuzz_zip(&file, members, count);
    open_archive(file.at, file.len);
    buffer_free(&file);
    return 0;
}
