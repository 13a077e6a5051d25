/* Which rules are in force and where each of their settings came from; and why one rule decided as it did. */
#ifndef KIJUN_REPORT_EXPLAIN_H
#define KIJUN_REPORT_EXPLAIN_H

#include "base/buffer.h"
#include "rules/explain.h"

/* All rules, as text or JSON. */
void effective_write_text(const struct effective *all, size_t count, enum language l, struct buffer *out);
void effective_write_json(const struct effective *all, size_t count, struct buffer *out);
/* One rule in full; with `r` (NULL: none) also what it read of this subject and what it came to. */
void explain_write(const struct effective *e, const struct result *r, enum language l, struct buffer *out);

#endif
