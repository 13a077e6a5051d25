/* Installed rule packs: signed archives, and the folders that the engine loads them from.
 *
 *     STORE/packs/NAME/             the files of the version in use
 *     STORE/archives/NAME.kpack     the archive that was installed, and .minisig, its signature
 *     STORE/seen/NAME               the highest version ever installed, against rollback
 *     STORE/sources/NAME            where it was installed from
 *
 * (In a name, '/' is written '+' here.) Nothing is loaded from a store before store_verify has held every folder
 * against its signed archive. */
#ifndef KIJUN_PACKS_STORE_H
#define KIJUN_PACKS_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/value.h"
#include "packs/trust.h"

enum { STORE_NAME = 64, STORE_VERSION = 32 };

/* What a pack is called; what its signature must say too. */
struct pack_name {
    char name[STORE_NAME];      /* "acme/banking" */
    char version[STORE_VERSION];
};

/* Name and version from the manifest inside an archive or a folder. */
int pack_name_of_archive(const char *shown, const char *at, size_t len, struct pack_name *out, struct fault *f);
int pack_name_of_folder(const char *folder, struct pack_name *out, struct fault *f);
/* The trusted comment that a pack's signature carries: "kijun pack acme/banking 1.2.0". */
void pack_comment(const struct pack_name *p, char out[160]);

/* Checks an archive and its signature without installing: signed by a trusted key, for this name and version. */
int store_check(const struct trust *trust, const char *shown, const char *at, size_t len, const char *signature,
                size_t signature_len, struct pack_name *out, struct fault *f);
/* Installs an archive when a trusted key signed it, the signature is for this name and version, and no higher version
 * was installed before (unless `rollback`). The version in use changes at once or not at all. *out says what it is. */
int store_install(const char *store, const struct trust *trust, const char *shown, const char *at, size_t len,
                  const char *signature, size_t signature_len, bool rollback, struct pack_name *out, struct fault *f);
/* Takes an installed pack away. What its highest version was stays known. */
int store_remove(const char *store, const char *name, struct fault *f);
/* Where a pack was installed from, as it was named then: kept for updates and lock files. "" when that is not known. */
int store_remember_source(const char *store, const char *name, const char *source, struct fault *f);
void store_source(const char *store, const char *name, char *out, size_t size);
/* The archive beside `source` that holds the highest version of this pack, higher than the one given; "" when there is none. */
void store_newest(const char *source, const struct pack_name *have, char *out, size_t size);
/* The lock file of everything that is installed, in byte order of names. */
int store_lock(const char *store, struct buffer *out, struct fault *f);
/* Holds every installed pack against its signature and its archive. 0 also for a store that is not there. */
int store_verify(const char *store, const struct trust *trust, struct fault *f);
/* Calls `each` for every installed pack, by name. */
int store_list(const char *store, bool (*each)(void *context, const struct pack_name *p, const char *folder),
               void *context, struct fault *f);
/* The folder that packs are loaded from: STORE/packs. */
void store_folder(const char *store, char *out, size_t size);

#endif
