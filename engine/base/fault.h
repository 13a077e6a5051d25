/* What went wrong, where, and what to do about it: one value, in every language, without allocation.
 *
 * A fault is a row of fault.def plus up to four short arguments and a place. It owns copies of all it shows, so it
 * outlives the document and the arena it speaks of, and reporting out-of-memory allocates nothing. */
#ifndef KIJUN_BASE_FAULT_H
#define KIJUN_BASE_FAULT_H

#include <stddef.h>
#include <stdint.h>

#include "base/language.h"

enum fault_class {
    FAULT_CLASS_INPUT,  /* a document: the supplier has an error finding, exit 3 */
    FAULT_CLASS_USAGE,  /* wrong usage, policy or pack: exit 2 */
    FAULT_CLASS_OUTPUT, /* results could not be written: exit 4 */
    FAULT_CLASS_TRUST,  /* signature or trust: exit 5 */
    FAULT_CLASS_ENGINE  /* out of memory, a killed worker, a limit: exit 3 */
};

enum fault_id {
    FAULT_NONE = 0,
#define FAULT(id, class, name, en, ja, advice_en, advice_ja) FAULT_##id,
#include "base/fault.def"
#undef FAULT
    FAULT_COUNT
};

enum { FAULT_ARGS = 4, FAULT_ARG_SIZE = 160, FAULT_PLACE_SIZE = 512 };

struct fault {
    enum fault_id id;
    uint32_t line;                          /* 1-based; 0: no line */
    char file[FAULT_PLACE_SIZE];             /* as the user named it, relative where the user was relative; "" if none */
    char arg[FAULT_ARGS][FAULT_ARG_SIZE];   /* what {0} .. {3} in the row's texts stand for; cut at a UTF-8 boundary */
};

/* Sets *f from the row `id`; the arguments are strings, ended by NULL. Always returns -1, so that a caller can write
 * `return fault_set(f, FAULT_X, name);`. The first fault stays: setting an already set fault changes nothing.
 * Arguments may hold untrusted text: control characters are shown as '?'. */
#define fault_set(f, ...) fault_told_(fault_set_(f, __VA_ARGS__, (const char *)NULL))
int fault_set_(struct fault *f, enum fault_id id, ...) __attribute__((sentinel));
/* Lets compilers and analyzers see that fault_set is never 0. */
static inline int fault_told_(int told)
{
    (void)told;
    return -1;
}
/* Names the place of a fault; keeps a place already there. */
void fault_where(struct fault *f, const char *file, uint32_t line);
void fault_clear(struct fault *f);

/* The stable name ("xml-doctype") that reports and tests use. */
const char *fault_name(enum fault_id id);
enum fault_class fault_class(enum fault_id id);
/* Writes "file:line: message" (place when known) without the advice; returns the length that it would have. */
size_t fault_text(const struct fault *f, enum language language, char *out, size_t size);
/* Writes what to do about it; "" if the row has none. */
size_t fault_advice(const struct fault *f, enum language language, char *out, size_t size);
/* The message alone, without the place. */
size_t fault_message(const struct fault *f, enum language language, char *out, size_t size);

#endif
