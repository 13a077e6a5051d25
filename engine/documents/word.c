/* Word files: from the package to the paragraphs, and from these to a contract. */
#include <string.h>

#include "documents/build.h"
#include "documents/margin.h"
#include "documents/package.h"
#include "documents/structure.h"
#include "documents/word_body.h"
#include "documents/word_package.h"

enum { SCRATCH_BYTES = 4 * LOAD_FILE_BYTES };

struct word_reading {
    struct package *package;
    struct word_parts parts;
    struct buffer bytes;        /* of the part in hand */
    struct word_styles styles;
    struct numbering numbering;
    struct paragraphs list;
    struct fault *fault;
};

static int read_styles(struct word_reading *r)
{
    if (!*r->parts.styles || !package_has(r->package, r->parts.styles))
        return 0;
    if (package_read(r->package, r->parts.styles, &r->bytes, r->fault) != 0)
        return -1;
    return word_styles_read(&r->styles, r->parts.styles, r->bytes.at, r->bytes.len, r->fault);
}

static int read_numbering(struct word_reading *r)
{
    int status = 0;
    if (*r->parts.numbering && package_has(r->package, r->parts.numbering)) {
        status = package_read(r->package, r->parts.numbering, &r->bytes, r->fault);
        if (status == 0)
            status = word_numbering_read(&r->numbering, r->parts.numbering, r->bytes.at, r->bytes.len, r->fault);
    }
    numbering_seal(&r->numbering, word_style_num, &r->styles);
    return status;
}

static int read_package(struct word_reading *r)
{
    if (word_package_find(r->package, &r->parts, &r->bytes, r->fault) != 0 || read_styles(r) != 0 ||
        read_numbering(r) != 0 || package_read(r->package, r->parts.document, &r->bytes, r->fault) != 0)
        return -1;
    return word_body_read(&r->list, &r->styles, &r->numbering, r->parts.document, r->bytes.at, r->bytes.len, r->fault);
}

/* Everything but the package in an arena of its own, which is gone when the contract stands. */
static int read_all(struct word_reading *r, struct builder *b)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES);
    if (!scratch)
        return build_no_memory(b, 0);
    r->styles.arena = r->numbering.arena = r->list.arena = scratch;
    buffer_init(&r->bytes, LOAD_FILE_BYTES + PACKAGE_CHUNK);
    int status = read_package(r);
    buffer_free(&r->bytes);
    if (status == 0 && r->list.count == 0)
        status = fault_set(r->fault, FAULT_TEXT_EMPTY);
    if (status == 0)
        status = structure_build(b, &r->list);
    arena_free(scratch);
    return status;
}

static int read_comments(struct word_reading *r)
{
    if (read_package(r) != 0)
        return -1;
    if (!*r->parts.comments || !package_has(r->package, r->parts.comments))
        return 0;
    if (package_read(r->package, r->parts.comments, &r->bytes, r->fault) != 0)
        return -1;
    return word_comments_read(r->list.margin, r->parts.comments, r->bytes.at, r->bytes.len, r->fault);
}

int word_margin(const char *at, size_t len, struct margin *out, struct fault *f)
{
    struct word_reading r = {.fault = f, .list.margin = out};
    struct arena *scratch = arena_new(SCRATCH_BYTES);
    int status = scratch ? word_package_sniff(at, len, f) : fault_set(f, FAULT_DOCUMENT_MEMORY);
    if (status == 0) {
        r.styles.arena = r.numbering.arena = r.list.arena = scratch;
        r.package = package_open(at, len, f);
        buffer_init(&r.bytes, LOAD_FILE_BYTES + PACKAGE_CHUNK);
        status = r.package ? read_comments(&r) : -1;
        buffer_free(&r.bytes);
    }
    package_close(r.package);
    arena_free(scratch);
    return status;
}

int word_read(struct builder *b, const char *at, size_t len)
{
    struct word_reading r = {.fault = &b->document->fault};
    int status = -1;
    if (word_package_sniff(at, len, r.fault) == 0 && (r.package = package_open(at, len, r.fault)) != NULL)
        status = read_all(&r, b);
    package_close(r.package);
    if (status != 0)
        fault_where(r.fault, b->document->shown, 0);
    return status;
}
