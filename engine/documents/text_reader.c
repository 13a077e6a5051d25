/* Plain text: lines become paragraphs, page furniture goes, and structure.c finds the clauses. */
#include "documents/build.h"
#include "documents/structure.h"
#include "documents/text_decode.h"
#include "documents/text_lines.h"

enum { SCRATCH_BYTES = 4 * LOAD_FILE_BYTES };

static int read_lines(struct builder *b, const char *at, size_t len, bool remarks)
{
    struct paragraphs lines = {.arena = arena_new(SCRATCH_BYTES)}, list = {.arena = lines.arena};
    if (!list.arena)
        return build_no_memory(b, 0);
    int status;
    if (!text_paragraphs(&lines, at, len, remarks) || !text_split(&lines, &list))
        status = build_no_memory(b, 0);
    else if (list.count == 0)
        status = fault_set(&b->document->fault, FAULT_TEXT_EMPTY);
    else
        status = structure_build(b, &list);
    arena_free(list.arena);
    return status;
}

int text_read(struct decoder *d, struct builder *b, const char *at, size_t len, bool remarks)
{
    struct buffer text;
    int status = -1;
    buffer_init(&text, 4 * LOAD_FILE_BYTES); /* a byte of Shift_JIS becomes three at most */
    if (text_decode(d, at, len, &text, &b->document->fault))
        status = text.failed ? build_no_memory(b, 0) : read_lines(b, text.len ? text.at : "", text.len, remarks);
    if (status != 0)
        fault_where(&b->document->fault, b->document->shown, 0);
    buffer_free(&text);
    return status;
}
