/* Changing the remarks of example documents to what really comes about. Private to expect.c. */
#ifndef KIJUN_RULES_EXPECT_EDITS_H
#define KIJUN_RULES_EXPECT_EDITS_H

#include "rules/example_files.h"
#include "rules/expect.h"

struct expect_edits;

/* No edits yet; in the arena of the update. NULL: out of memory. */
struct expect_edits *expect_edits(struct expect_update *out);
/* Notes what a report about a document, which is not good, calls for. */
void expect_document(struct expect_edits *x, const struct example_report *e);
/* Adds the changes and the files as they are to be to the update. false: out of memory. */
bool expect_edits_apply(struct expect_edits *x);

#endif
