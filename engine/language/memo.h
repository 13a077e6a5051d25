/* What was read in a text, remembered for the next clause with the same text.
 *
 * Contracts of one customer share most of their wording, and reading words is the dearest step of all. What is kept is
 * a pure function of vocabulary and text, so that a remembered reading is the same as a new one; the text itself is
 * compared, not a hash alone. Nothing of a subject is kept but the text of the clause. One memo belongs to one thread
 * and one vocabulary. Private to the language floor but for memo_new and memo_free (recognise.h). */
#ifndef KIJUN_LANGUAGE_MEMO_H
#define KIJUN_LANGUAGE_MEMO_H

#include "language/reading.h"

enum {
    MEMO_BYTES = 6 * 1024 * 1024,   /* for everything; when it is full it is emptied */
    MEMO_SLOTS = 8192,              /* a power of two */
    MEMO_TEXT = 64 * 1024           /* longer clauses are not kept */
};

/* Fills what reading_scanned fills, if this text is known. false: it is not, or there is no memo. */
bool memo_recall(struct reading *r, const struct clause *c, struct clause_state *state);
/* Keeps what was read. The text is that of the last memo_recall. */
void memo_keep(struct reading *r, const struct clause *c, const struct clause_state *state);

#endif
