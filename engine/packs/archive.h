/* A rule pack as one file (.kpack): a ZIP whose bytes depend on the pack's contents alone, so that building it twice,
 * anywhere, gives the same file and the same signature holds.
 *
 * An archive is untrusted until its signature is checked, and read with care even then: names stay inside the pack,
 * sizes are counted while unpacking, and nothing but plain files comes out of it. */
#ifndef KIJUN_PACKS_ARCHIVE_H
#define KIJUN_PACKS_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"

/* Every cap on packs, in one place. */
enum {
    ARCHIVE_FILES = 2000,
    ARCHIVE_FILE_BYTES = 4 * 1024 * 1024,
    ARCHIVE_BYTES = 32 * 1024 * 1024,    /* all files of a pack together, and the archive itself */
    ARCHIVE_NAME_BYTES = 200,
    ARCHIVE_DEPTH = 8
};

/* Packs a folder: every file below it in byte order of its name; names that begin with '.' are left out, and
 * so is pack.lock (packs/lock.h). */
int archive_build(const char *folder, struct buffer *out, struct fault *f);

/* The files of a pack in memory, in byte order of their names. */
struct archive_file {
    const char *name;   /* "rules/audit-right.lua" */
    const char *at;
    size_t len;
};
struct archive;

/* Unpacks into memory. `name` names it in messages. */
int archive_open(const char *name, const char *at, size_t len, struct archive **out, struct fault *f);
void archive_close(struct archive *a);
size_t archive_files(const struct archive *a, const struct archive_file **out);
const struct archive_file *archive_find(const struct archive *a, const char *name); /* NULL: not in it */
/* Writes the files below `folder`, which must not exist yet; whole or not at all. */
int archive_extract(const struct archive *a, const char *folder, struct fault *f);
/* True (0) when the folder holds exactly these files; else -1 and *f names the first that differs. */
int archive_same(const struct archive *a, const char *folder, struct fault *f);
/* A name that may stand in a pack: relative, plain characters, no part that begins with '.', not too deep. */
bool archive_name_good(const char *name);

#endif
