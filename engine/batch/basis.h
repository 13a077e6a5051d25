/* All that a supplier's result depends on besides its documents and the day: two runs with one basis may share results. */
#ifndef KIJUN_BATCH_BASIS_H
#define KIJUN_BATCH_BASIS_H

#include "base/hash.h"
#include "batch/run.h"
#include "register/past.h"

/* Policy, packs, formats, language, audience, version, and the mapping of spreadsheets (its hash, "": none): the same on every machine. */
struct hash basis_of(const struct run_options *o, const char *mapping);
/* The program and the libraries that it was started with. Another build may judge otherwise, so that nothing is taken over
 * from it; results of one version may still be merged. */
struct hash basis_build(void);
/* What of the register the reports of this run depend on, in words; "" without one. */
void basis_history(const struct run_options *o, const struct past *past, char *out, size_t size);
/* The names of the formats, joined by commas; false when they do not fit. */
bool basis_formats(const struct report_format *const *formats, char *out, size_t size);
/* True if a report of this run names the day on which it was judged. */
bool basis_dated(const struct report_format *const *formats);

#endif
