#include "contract_support.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "documents/decode.h"

enum { SHOWN_MOST = 1 << 20, FILE_MOST = 32 << 20 };

static void begin(struct reading_test *r)
{
    memset(r, 0, sizeof *r);
    r->arena = arena_new(LOAD_ARENA_BYTES);
    cr_assert_not_null(r->arena);
    r->document.file = r->document.shown = "contract";
    buffer_init(&r->text, SHOWN_MOST);
}

static void finish(struct reading_test *r, int status)
{
    r->status = status;
    r->contract = status == 0 ? (struct contract *)r->subject.contracts.first : NULL;
    cr_assert_eq(status == 0, r->document.fault.id == FAULT_NONE, "status and fault disagree");
    cr_assert_eq(status == 0, r->contract != NULL);
}

/* The bytes get a heap block of their own, so that reading past them is seen. */
static void run(struct reading_test *r, int (*read)(struct builder *, const char *, size_t), const char *at, size_t len)
{
    begin(r);
    char *copy = malloc(len ? len : 1);
    cr_assert_not_null(copy);
    memcpy(copy, at, len);
    struct builder b = {r->arena, &r->subject, &r->document};
    int status = read(&b, copy, len);
    free(copy);
    finish(r, status);
}


static int with_decoder(int (*read)(struct decoder *, struct builder *, const char *, size_t), struct builder *b,
                        const char *at, size_t len)
{
    struct decoder *d = decoder_new();
    cr_assert_not_null(d);
    int status = read(d, b, at, len);
    decoder_free(d);
    return status;
}

static int read_prose(struct decoder *d, struct builder *b, const char *at, size_t len)
{
    return text_read(d, b, at, len, false);
}

static int read_decoded(struct builder *b, const char *at, size_t len)
{
    return with_decoder(read_prose, b, at, len);
}

static int read_page(struct builder *b, const char *at, size_t len)
{
    return with_decoder(html_read, b, at, len);
}

static int read_akoma(struct builder *b, const char *at, size_t len)
{
    return with_decoder(akn_read, b, at, len);
}

void html_contract_n(struct reading_test *r, const char *text, size_t len)
{
    run(r, read_page, text, len);
}

void html_contract(struct reading_test *r, const char *text)
{
    html_contract_n(r, text, strlen(text));
}

void akn_contract(struct reading_test *r, const char *text)
{
    run(r, read_akoma, text, strlen(text));
}

void odt_contract(struct reading_test *r, const char *at, size_t len)
{
    run(r, odt_read, at, len);
}

void text_contract_n(struct reading_test *r, const char *text, size_t len)
{
    run(r, read_decoded, text, len);
}

void text_contract(struct reading_test *r, const char *text)
{
    text_contract_n(r, text, strlen(text));
}

void bytes_contract(struct reading_test *r, const char *at, size_t len)
{
    run(r, word_read, at, len);
}

void word_contract(struct reading_test *r, const char *body, const char *styles, const char *numbering)
{
    struct buffer file;
    make_word(&file, body, styles, numbering);
    bytes_contract(r, file.at, file.len);
    buffer_free(&file);
}

void reading_end(struct reading_test *r)
{
    buffer_free(&r->text);
    arena_free(r->arena);
}

static void show(struct buffer *out, const struct clause *c, int depth)
{
    buffer_printf(out, "%*s%s", depth * 2, "", c->number);
    if (c->heading)
        buffer_printf(out, " [%s]", c->heading);
    buffer_putc(out, '\n');
    LIST_EACH(struct prose, p, &c->text)
        buffer_printf(out, "%*s= %s\n", depth * 2 + 2, "", p->at);
    LIST_EACH(struct clause, child, &c->clauses)
        show(out, child, depth + 1);
}

const char *outline(struct reading_test *r)
{
    cr_assert_not_null(r->contract, "%s", fault_of(r));
    buffer_clear(&r->text);
    LIST_EACH(struct clause, c, &r->contract->clauses)
        show(&r->text, c, 0);
    return r->text.at ? r->text.at : "";
}

const char *fault_of(const struct reading_test *r)
{
    return fault_name(r->document.fault.id);
}

static void add_part(zip_t *zip, const struct part *part, bool deflate)
{
    zip_source_t *content = zip_source_buffer(zip, part->content, strlen(part->content), 0);
    zip_int64_t index = zip_file_add(zip, part->name, content, ZIP_FL_ENC_UTF_8);
    cr_assert_geq(index, 0);
    zip_set_file_compression(zip, (zip_uint64_t)index, deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 6);
}

void make_zip(struct buffer *out, const struct part *parts, bool deflate)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
    cr_assert_not_null(zip);
    zip_source_keep(source);
    for (; parts->name; parts++)
        add_part(zip, parts, deflate);
    cr_assert_eq(zip_close(zip), 0);
    zip_stat_t stat;
    cr_assert_eq(zip_source_stat(source, &stat), 0);
    buffer_init(out, FILE_MOST);
    char *to = buffer_space(out, stat.size);
    cr_assert_not_null(to);
    cr_assert_eq(zip_source_open(source), 0);
    cr_assert_eq(zip_source_read(source, to, stat.size), (zip_int64_t)stat.size);
    buffer_added(out, stat.size);
    zip_source_close(source);
    zip_source_free(source);
}

static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\""
    "/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    "\"/></Types>";
static const char root_relations[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\""
    "word/document.xml\"/></Relationships>";
static const char document_relations[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" "
    "Target=\"numbering.xml\"/></Relationships>";

static char *wrap(const char *element, const char *content)
{
    static const char others[] = " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                                 " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
                                 " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    struct buffer out;
    buffer_init(&out, FILE_MOST);
    buffer_puts(&out, "<w:");
    buffer_puts(&out, element);
    buffer_puts(&out, " xmlns:w=\"" WORD_NAMESPACE "\"");
    buffer_puts(&out, others);
    buffer_putc(&out, '>');
    buffer_puts(&out, content);
    buffer_puts(&out, "</w:");
    buffer_puts(&out, element);
    buffer_putc(&out, '>');
    cr_assert_not(out.failed);
    return out.at;
}

void make_word(struct buffer *out, const char *body, const char *styles, const char *numbering)
{
    struct buffer inner;
    buffer_init(&inner, FILE_MOST);
    buffer_puts(&inner, "<w:body>");
    buffer_puts(&inner, body);
    buffer_puts(&inner, "</w:body>");
    char *document = wrap("document", inner.at);
    char *styles_part = wrap("styles", styles ? styles : ""), *list_part = wrap("numbering", numbering ? numbering : "");
    const struct part parts[] = {{"[Content_Types].xml", types},
                                 {"_rels/.rels", root_relations},
                                 {"word/_rels/document.xml.rels", document_relations},
                                 {"word/document.xml", document},
                                 {styles ? "word/styles.xml" : "word/none1.xml", styles_part},
                                 {numbering ? "word/numbering.xml" : "word/none2.xml", list_part},
                                 {NULL, NULL}};
    make_zip(out, parts, true);
    free(document);
    free(styles_part);
    free(list_part);
    buffer_free(&inner);
}
