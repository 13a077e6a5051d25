/* Plain text: lines become paragraphs, page furniture goes, and structure.c finds the clauses. */
#include <string.h>

#include "base/text.h"
#include "documents/build.h"
#include "documents/scan.h"
#include "documents/structure.h"
#include "documents/structure_parts.h"
#include "documents/text_lines.h"

enum { SCRATCH_BYTES = 4 * LOAD_FILE_BYTES };

int text_read(struct builder *b, const char *at, size_t len)
{
    static const char bom[] = "\xEF\xBB\xBF";
    if (len >= 3 && memcmp(at, bom, 3) == 0) {
        at += 3;
        len -= 3;
    }
    fault_where(&b->document->fault, b->document->shown, 0);
    if (!text_is_utf8(at, len))
        return fault_set(&b->document->fault, FAULT_TEXT_ENCODING);
    struct paragraphs lines = {.arena = arena_new(SCRATCH_BYTES)}, list = {.arena = lines.arena};
    if (!list.arena)
        return build_no_memory(b, 0);
    int status;
    if (!text_paragraphs(&lines, at, len) || !text_split(&lines, &list))
        status = build_no_memory(b, 0);
    else if (list.count == 0)
        status = fault_set(&b->document->fault, FAULT_TEXT_EMPTY);
    else
        status = structure_build(b, &list);
    arena_free(list.arena);
    return status;
}
