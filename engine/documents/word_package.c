#include "documents/word_package.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "documents/markup.h"

enum { TYPE_SIZE = 256 };

int word_package_sniff(const char *at, size_t len, struct fault *f)
{
    static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", pdf[] = "%PDF-";
    /* A password turns a .docx into an OLE file with a stream of this name, in UTF-16. */
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    if (len >= sizeof ole - 1 && memcmp(at, ole, sizeof ole - 1) == 0)
        return fault_set(f, memmem(at, len, encrypted, sizeof encrypted - 1) ? FAULT_WORD_PASSWORD : FAULT_WORD_OLD);
    if (len >= sizeof pdf - 1 && memcmp(at, pdf, sizeof pdf - 1) == 0)
        return fault_set(f, FAULT_WORD_PDF);
    if (len < 4 || memcmp(at, "PK", 2) != 0)
        return fault_set(f, FAULT_ZIP_NONE);
    return 0;
}

static bool ends_in(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* ---- relationships ---- */

struct relations {
    const char *base;        /* folder of the part that they belong to, with '/' at its end; "" for the root */
    struct word_parts *parts;
    bool root;
    struct fault *fault;
};

static bool open_relation(void *context, const struct markup_tag *tag)
{
    struct relations *r = context;
    char type[TYPE_SIZE], target[PACKAGE_NAME_SIZE], mode[16];
    if (!markup_is(tag, SPACE_RELATIONSHIPS, "Relationship") ||
        !markup_value(tag, SPACE_NONE, "Type", type, sizeof type) ||
        !markup_value(tag, SPACE_NONE, "Target", target, sizeof target))
        return true;
    if (markup_value(tag, SPACE_NONE, "TargetMode", mode, sizeof mode) && strcasecmp(mode, "External") == 0)
        return true;
    char *out = NULL;
    if (r->root && ends_in(type, "/officeDocument"))
        out = r->parts->document;
    else if (!r->root && ends_in(type, "/styles"))
        out = r->parts->styles;
    else if (!r->root && ends_in(type, "/numbering"))
        out = r->parts->numbering;
    else if (!r->root && ends_in(type, "/comments"))
        out = r->parts->comments;
    if (out && !*out && !package_target(r->base, target, out))
        *out = '\0';
    return true;
}

static bool close_nothing(void *context, const struct markup_tag *tag)
{
    (void)context, (void)tag;
    return true;
}

static int read_relations(struct package *p, const char *name, struct relations *r, struct buffer *bytes)
{
    struct markup_reader reader = {open_relation, close_nothing, NULL, r};
    if (package_read(p, name, bytes, r->fault) != 0)
        return -1;
    return markup_read(&reader, name, bytes->at, bytes->len, r->fault);
}

/* ---- content types ---- */

struct types {
    const char *document;
    bool word;
};

static bool open_type(void *context, const struct markup_tag *tag)
{
    struct types *t = context;
    char part[PACKAGE_NAME_SIZE], type[TYPE_SIZE];
    if (!markup_value(tag, SPACE_NONE, "ContentType", type, sizeof type))
        return true;
    bool word = strstr(type, "wordprocessingml") || strstr(type, "ms-word");
    bool main = ends_in(type, "main+xml");
    if (markup_is(tag, SPACE_CONTENT_TYPES, "Override") && markup_value(tag, SPACE_NONE, "PartName", part, sizeof part) &&
        strcasecmp(part + (*part == '/'), t->document) == 0)
        t->word = word && main;
    else if (markup_is(tag, SPACE_CONTENT_TYPES, "Default") && word && main)
        t->word = true;
    return true;
}

static int check_type(struct package *p, const char *document, struct buffer *bytes, struct fault *f)
{
    static const char name[] = "[Content_Types].xml";
    struct types types = {document, false};
    struct markup_reader reader = {open_type, close_nothing, NULL, &types};
    if (package_read(p, name, bytes, f) != 0 || markup_read(&reader, name, bytes->at, bytes->len, f) != 0)
        return -1;
    return types.word ? 0 : fault_set(f, FAULT_WORD_NONE);
}

/* word/document.xml has its relationships in word/_rels/document.xml.rels. */
static int follow_document(struct package *p, struct word_parts *out, struct buffer *bytes, struct fault *f)
{
    char base[PACKAGE_NAME_SIZE], name[PACKAGE_NAME_SIZE + 16];
    const char *slash = strrchr(out->document, '/');
    size_t len = slash ? (size_t)(slash + 1 - out->document) : 0;
    memcpy(base, out->document, len);
    base[len] = '\0';
    int length = snprintf(name, sizeof name, "%s_rels/%s.rels", base, out->document + len);
    if (length < 0 || (size_t)length >= sizeof name || !package_has(p, name))
        return 0;
    struct relations r = {.base = base, .parts = out, .fault = f};
    return read_relations(p, name, &r, bytes);
}

int word_package_find(struct package *p, struct word_parts *out, struct buffer *bytes, struct fault *f)
{
    memset(out, 0, sizeof *out);
    if (!package_has(p, "[Content_Types].xml"))
        return fault_set(f, FAULT_WORD_NONE);
    struct relations root = {.base = "", .parts = out, .root = true, .fault = f};
    if (read_relations(p, "_rels/.rels", &root, bytes) != 0)
        return -1;
    if (!*out->document)
        return fault_set(f, FAULT_WORD_NONE);
    if (check_type(p, out->document, bytes, f) != 0)
        return -1;
    return follow_document(p, out, bytes, f);
}
