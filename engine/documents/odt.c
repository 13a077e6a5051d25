/* OpenDocument texts (ISO/IEC 26300): a package (.odt) or one flat XML file (.fodt), to paragraphs, and from these to a
 * contract. */
#include <string.h>

#include "documents/build.h"
#include "documents/margin.h"
#include "documents/odt_body.h"
#include "documents/package.h"
#include "documents/structure.h"

enum { SCRATCH_BYTES = 4 * LOAD_FILE_BYTES };

struct odt_reading {
    struct package *package; /* NULL: a flat file */
    struct buffer bytes;     /* of the part in hand */
    struct odt_styles styles;
    struct paragraphs list;
    struct fault *fault;
};

static bool holds(const struct buffer *b, const char *what)
{
    return b->len > 0 && memmem(b->at, b->len, what, strlen(what)) != NULL;
}

/* What the package says that it is: a text, and not encrypted. */
static int check_kind(struct odt_reading *r)
{
    static const char kind[] = "application/vnd.oasis.opendocument.text";
    if (package_has(r->package, "mimetype")) {
        if (package_read(r->package, "mimetype", &r->bytes, r->fault) != 0)
            return -1;
        if (r->bytes.len < sizeof kind - 1 || memcmp(r->bytes.at, kind, sizeof kind - 1) != 0)
            return fault_set(r->fault, FAULT_ODT_NONE);
    }
    if (package_has(r->package, "META-INF/manifest.xml")) {
        if (package_read(r->package, "META-INF/manifest.xml", &r->bytes, r->fault) != 0)
            return -1;
        if (holds(&r->bytes, ":encryption-data"))
            return fault_set(r->fault, FAULT_WORD_PASSWORD);
    }
    return package_has(r->package, "content.xml") ? 0 : fault_set(r->fault, FAULT_ODT_NONE);
}

static int read_part(struct odt_reading *r, enum odt_part which, const char *name)
{
    if (package_read(r->package, name, &r->bytes, r->fault) != 0)
        return -1;
    return odt_part_read(&r->list, &r->styles, which, name, r->bytes.at ? r->bytes.at : "", r->bytes.len, r->fault);
}

static int read_package(struct odt_reading *r)
{
    if (check_kind(r) != 0)
        return -1;
    if (package_has(r->package, "styles.xml") && read_part(r, ODT_PART_STYLES, "styles.xml") != 0)
        return -1;
    return read_part(r, ODT_PART_CONTENT, "content.xml");
}

/* All in an arena of its own, which is gone when the contract stands. */
static int read_text(struct odt_reading *r, struct arena *scratch, const char *name, const char *at, size_t len)
{
    r->styles.arena = r->list.arena = scratch;
    buffer_init(&r->bytes, LOAD_FILE_BYTES + PACKAGE_CHUNK);
    int status = r->package ? read_package(r)
                            : odt_part_read(&r->list, &r->styles, ODT_PART_CONTENT, name, at, len, r->fault);
    buffer_free(&r->bytes);
    return status;
}

static int read_all(struct odt_reading *r, struct builder *b, const char *at, size_t len)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES);
    if (!scratch)
        return build_no_memory(b, 0);
    int status = read_text(r, scratch, b->document->file, at, len);
    if (status == 0 && r->list.count == 0)
        status = fault_set(r->fault, FAULT_TEXT_EMPTY);
    if (status == 0)
        status = structure_build(b, &r->list);
    arena_free(scratch);
    return status;
}

/* Opens the package if it is none flat. */
static bool open_file(struct odt_reading *r, const char *at, size_t len)
{
    bool packed = len >= 2 && memcmp(at, "PK", 2) == 0, flat = len >= 1 && (*at == '<' || *at == '\xEF');
    if (!packed && !flat)
        fault_set(r->fault, FAULT_ODT_ZIP);
    return flat || (packed && (r->package = package_open(at, len, r->fault)) != NULL);
}

int odt_margin(const char *at, size_t len, struct margin *out, struct fault *f)
{
    struct odt_reading r = {.fault = f, .list.margin = out};
    struct arena *scratch = arena_new(SCRATCH_BYTES);
    int status = scratch ? 0 : fault_set(f, FAULT_DOCUMENT_MEMORY);
    if (status == 0)
        status = open_file(&r, at, len) ? read_text(&r, scratch, "content.xml", at, len) : -1;
    package_close(r.package);
    arena_free(scratch);
    return status;
}

int odt_read(struct builder *b, const char *at, size_t len)
{
    struct odt_reading r = {.fault = &b->document->fault};
    int status = open_file(&r, at, len) ? read_all(&r, b, at, len) : -1;
    package_close(r.package);
    if (status != 0)
        fault_where(r.fault, b->document->shown, 0);
    return status;
}
