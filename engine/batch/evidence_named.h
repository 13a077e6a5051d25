#ifndef KIJUN_BATCH_EVIDENCE_NAMED_H
#define KIJUN_BATCH_EVIDENCE_NAMED_H

#include <stdbool.h>

#include "documents/model.h"

/* True if evidence is named by its file. Beside a single document such files lie outside of what its stamp covers. */
bool names_evidence(const struct subject *s);

#endif
