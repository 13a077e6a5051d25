/* Lock files: which packs, in which versions, with which bytes in every file. A data-only Lua file:
 *
 *     return lock { packs = {
 *       { name = "acme/banking", version = "1.2.0", source = "...", archive = "<hash>",
 *         files = { ["pack.lua"] = "<hash>", ... } },
 *     } }
 *
 * Two of them are kept. An author's pack.lock, beside pack.lua, says what the version was when it was last built: other
 * content under the same version is a mistake. A customer's kijun.lock says what is installed, so that another machine can
 * install the same. Hashes are BLAKE2b of 16 bytes, in hex. */
#ifndef KIJUN_PACKS_LOCK_H
#define KIJUN_PACKS_LOCK_H

#include "base/arena.h"
#include "base/buffer.h"
#include "packs/archive.h"
#include "packs/store.h"

enum { LOCK_BYTES = 4 * 1024 * 1024 };
#define LOCK_OF_PACK "pack.lock"    /* never part of an archive */
#define LOCK_OF_STORE "kijun.lock"

struct locked_file { const char *name, *hash; };

struct locked {
    const char *name, *version;
    const char *source, *archive;   /* NULL in an author's lock */
    size_t file_count;
    const struct locked_file *files; /* by name */
};

/* Reads a lock file; everything is in `arena`. 0, or -1 with *f set. */
int lock_read(const char *path, struct arena *arena, const struct locked **out, size_t *count, struct fault *f);
/* Writes one, pack by pack. `source` and the bytes of the archive may be NULL. */
void lock_begin(struct buffer *out);
void lock_add(struct buffer *out, const struct pack_name *name, const char *source, const char *archive, size_t len,
              const struct archive_file *files, size_t count);
void lock_end(struct buffer *out);

/* True if these are the locked files, byte for byte; else *differs is the first that is not. */
bool lock_same(const struct locked *l, const struct archive_file *files, size_t count, const char **differs);

/* ---- an author's ---- */

/* That the content of the pack in this folder is that of its pack.lock, or its version is higher; a pack without one has not
 * been built yet. 0, or -1 with *f set: what changed, and which version to give it. */
int lock_check(const char *folder, struct fault *f);
/* Writes pack.lock as the pack is now. */
int lock_write(const char *folder, struct fault *f);

#endif
