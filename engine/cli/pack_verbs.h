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

/* For authors (pack_author.c). */
int pack_new(const struct command *c, struct fault *f);
int pack_definitions(const struct command *c, struct fault *f);
int pack_build(const struct command *c, struct fault *f);

#endif
