/* What the parts of `kijun pack` share. Each action returns 0, or -1 with *f set. */
#ifndef KIJUN_CLI_PACK_VERBS_H
#define KIJUN_CLI_PACK_VERBS_H

#include "base/buffer.h"
#include "cli/command.h"

/* The n-th argument; NULL: not given. */
const char *pack_argument(const struct command *c, size_t n);
/* A fault: the action needs this. */
int pack_needs(const struct command *c, const char *what, struct fault *f);
/* Writes a new file; one that is there already is left alone. */
int pack_write_new(const char *path, const struct buffer *b, unsigned mode, struct fault *f);

/* Writes a file, over an old one too. */
int pack_write(const char *path, const struct buffer *b, struct fault *f);
/* Reads a file, or fetches it over HTTPS; at most `cap` bytes. Call buffer_free in any case. */
int pack_read_whole(const struct command *c, const char *path, size_t cap, struct buffer *out, struct fault *f);

/* For authors (pack_author.c). */
int pack_new(const struct command *c, struct fault *f);
int pack_definitions(const struct command *c, struct fault *f);
int pack_build(const struct command *c, struct fault *f);

/* For customers (pack_client.c). */
int pack_install(const struct command *c, struct fault *f);
int pack_update(const struct command *c, struct fault *f);
int pack_lock(const struct command *c, struct fault *f);
int pack_verify(const struct command *c, struct fault *f);
int pack_list(const struct command *c, struct fault *f);
int pack_remove(const struct command *c, struct fault *f);
int pack_trust(const struct command *c, struct fault *f);
int pack_revoke(const struct command *c, struct fault *f);

#endif
