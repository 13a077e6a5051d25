/* Whether the documents of a subject name files as evidence. */
#include "batch/evidence_named.h"

#include "documents/resolve.h"

static void note_file(struct evidence *e, void *named)
{
    bool *any = named;
    *any = *any || e->file;
}

bool names_evidence(const struct subject *s)
{
    bool any = false;
    evidence_each(s, note_file, &any);
    return any;
}
