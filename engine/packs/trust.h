/* Whose signatures count: the public keys in a folder, less those that were revoked.
 *
 * Keys are minisign public key files named *.pub; `revoked` lists key ids, one a line. A key that is rotated is added
 * while the old one stays until its packs are gone; a key that was stolen is revoked. */
#ifndef KIJUN_PACKS_TRUST_H
#define KIJUN_PACKS_TRUST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/signature.h"

enum { TRUST_KEYS = 64, TRUST_REVOKED = 1024 };

struct trust {
    struct public_key keys[TRUST_KEYS];
    char names[TRUST_KEYS][64]; /* the files they came from */
    size_t count;
    char revoked[TRUST_REVOKED][17]; /* ids; the first of a longer list. None of their keys is among `keys` */
    size_t revoked_count;
};

/* A folder that is not there holds no keys. A key that cannot be read is a fault, not skipped. */
int trust_load(const char *folder, struct trust *out, struct fault *f);
bool trust_revoked(const struct trust *t, const char *id);
/* Copies the key file into the folder under its own id. A key that was revoked is refused. */
int trust_add(const char *folder, const char *key_file, char id[17], struct fault *f);
/* Adds the id (16 hex digits) to the revoked ones. */
int trust_revoke(const char *folder, const char *id, struct fault *f);

#endif
