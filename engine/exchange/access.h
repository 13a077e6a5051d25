/* What a file of sources, of deliveries or of notices permits on the network, and how patiently.
 *
 * Without a word of the file's only https and smtps (or smtp with STARTTLS) to public addresses are used. `allow` names
 * what may be reached besides: "http://files.lan:8080" permits plain http to that host and port, "smtp://mail.lan:25" mail
 * without TLS, and any entry permits its host to have a private address ("https://files.lan"). */
#ifndef KIJUN_EXCHANGE_ACCESS_H
#define KIJUN_EXCHANGE_ACCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/data.h"
#include "base/fault.h"
#include "exchange/url.h"

struct access {
    const char *const *allow;   /* scheme://host[:port] */
    size_t allow_count;
    bool allow_private;         /* of every host */
    const char *ca_file;        /* PEM; NULL: the authorities of the system */
    const char *pin;            /* "sha256//..." of the server's public key (CURLOPT_PINNEDPUBLICKEY); NULL: none */
    const char *proxy;          /* an address; "": none; NULL: that of the environment. The proxy then decides what is reached */
    int seconds;                /* for one attempt in all; 0: 60 */
    int attempts;               /* 0: 3 */
    int first_wait_ms;          /* doubled for each further attempt; 0: 1000 */
};

/* True if the address may be used at all; *private_too: its host may have a private address; *plain: without TLS. */
bool access_permits(const struct access *a, const struct url *u, bool *private_too, bool *plain);

/* The members allow, ca, pin, proxy, seconds, attempts and first_wait_ms of a file's table, each checked; paths are relative
 * to the file. Sets *out wholly. 0, or -1 with *f set. */
int access_read(const struct data *table, struct arena *arena, struct access *out, struct fault *f);

/* ---- for those who read such files ---- */

/* Refuses members that are not among `names` (ends with NULL), suggesting the nearest. */
int access_members(const struct data *table, const char *const *names, struct fault *f);
/* The fault for a member that makes no sense. Always -1. */
int access_wrong(const struct data *where, const char *key, const char *expected, struct fault *f);
/* A path as written in that file, made relative to the file's own folder; NULL when memory is out. */
const char *access_path(const struct data *text, struct arena *arena);
/* A secret: KEY_file names a file (its first line), KEY_env a variable of the environment. NULL in *out when neither stands
 * there. Missing, empty, or over 4,096 bytes is a fault, which does not show it. */
int access_secret(const struct data *table, const char *key, struct arena *arena, const char **out, struct fault *f);
/* The text of a member; `needed`: a fault when it is missing. Without control characters. */
int access_text(const struct data *table, const char *key, bool needed, const char **out, struct fault *f);
/* A whole number from least to most; *out stays when there is none. */
int access_number(const struct data *table, const char *key, int least, int most, int *out, struct fault *f);
/* A list of texts (or one text), in the arena. */
int access_texts(const struct data *table, const char *key, struct arena *arena, const char *const **out, size_t *count,
                 struct fault *f);

#endif
