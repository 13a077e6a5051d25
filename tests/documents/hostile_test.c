/* XML that is written to harm: each is refused, or read, in time and memory that its size explains. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "load_support.h"
#include "support/support.h"

/* The sanitizers need several times as much of everything. */
#ifdef __SANITIZE_ADDRESS__
enum { SCALE = 5 };
#else
enum { SCALE = 1 };
#endif
enum { MEGABYTE = 1024 * 1024, BIG = 15 * MEGABYTE / SCALE, MANY = 190000 / SCALE };
enum { MEMORY_MOST = 256 * MEGABYTE, SECONDS_MOST = 2 };

#define HEAD "<contract" NS " kind=\"nda\" title=\"x\">"
#define TEXT HEAD "<clause number=\"1\"><text>"
#define TAIL "</text></clause></contract>"

/* A document made of a start, a piece many times, and an end. */
struct attack {
    const char *what, *start, *piece, *end;
    size_t times;
    const char *fault; /* "none": it is read */
};

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double used_seconds(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return seconds(u.ru_utime) + seconds(u.ru_stime);
}

/* Makes a document in memory that is never freed: it is called in a process that ends after it. */
typedef void make_document(const void *spec, struct buffer *out);

/* Makes and loads a document in a process of its own, whose time and memory are looked at. */
static enum fault_id load_alone(make_document *make, const void *spec)
{
    struct loaded l;
    struct buffer b;
    buffer_init(&b, (size_t)64 * MEGABYTE);
    make(spec, &b);
    cr_assert_not(b.failed);
    load_bytes(&l, b.at ? b.at : "", b.len);
    enum fault_id id = l.fault.id;
    bool whole = l.status == 0 ? id == FAULT_NONE : l.subject && !l.subject->contracts.count;
    loaded_end(&l);
    return whole ? id : FAULT_COUNT;
}

static void expect(const char *what, make_document *make, const void *spec, const char *fault)
{
    struct rusage used;
    enum fault_id id = FAULT_COUNT;
    int status = 0, ends[2];
    cr_assert_eq(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        id = load_alone(make, spec);
        _exit(write(ends[1], &id, sizeof id) != (ssize_t)sizeof id);
    }
    cr_assert_gt(child, 0);
    cr_assert_eq(wait4(child, &status, 0, &used), child);
    /* Of the processor: the tests share their machine. */
    double took = seconds(used.ru_utime) + seconds(used.ru_stime);
    cr_expect_lt(took, SECONDS_MOST, "%s took %.2f s", what, took);
    cr_expect_lt((size_t)used.ru_maxrss * 1024, (size_t)MEMORY_MOST, "%s needed %ld KB", what, used.ru_maxrss);
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%s ended with status %d", what, status);
    cr_assert_eq(read(ends[0], &id, sizeof id), (ssize_t)sizeof id);
    cr_expect_str_eq(fault_name(id), fault, "%s: %s", what, fault_name(id));
    close(ends[0]);
    close(ends[1]);
}

static void make_attack(const void *spec, struct buffer *out)
{
    const struct attack *a = spec;
    size_t piece = strlen(a->piece), len = piece * a->times;
    buffer_puts(out, a->start);
    char *to = len ? buffer_space(out, len) : NULL;
    for (size_t i = 0; to && i < a->times; i++)
        memcpy(to + i * piece, a->piece, piece);
    buffer_added(out, len);
    buffer_puts(out, a->end);
}

static void attack(const struct attack *a)
{
    expect(a->what, make_attack, a, a->fault);
}

#define ATTACKS(table) \
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
        attack(&table[i])

/* ---- entities and document types: whatever they hold, they are not looked at ---- */

static const struct attack entities[] = {
    { "billion laughs", "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" TEXT, "&c;", TAIL, 1000, "xml-doctype" },
    { "quadratic blow-up", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">]>" TEXT, "&a;",
      TAIL, 50000, "xml-doctype" },
    { "entity in an attribute", "<!DOCTYPE x [<!ENTITY a \"b\">]><contract" NS " kind=\"nda\" title=\"", "&a;", "\"/>", 1000,
      "xml-doctype" },
    { "parameter entity", "<!DOCTYPE x [<!ENTITY % a \"<!ENTITY b 'c'>\"> ", "%a;", "]>" HEAD "</contract>", 100, "xml-doctype" },
    { "entity loop", "<!DOCTYPE x [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" TEXT, "&a;", TAIL, 1, "xml-doctype" },
    { "external entity, file", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" TEXT, "&a;", TAIL, 1, "xml-doctype" },
    { "external entity, http", "<!DOCTYPE x [<!ENTITY a SYSTEM \"http://127.0.0.1:9/x\">]>" TEXT, "&a;", TAIL, 1, "xml-doctype" },
    { "external document type", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" TEXT, "", TAIL, 0, "xml-doctype" },
    { "external parameter entity", "<!DOCTYPE x [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>" TEXT, "", TAIL, 0, "xml-doctype" },
    { "XInclude", HEAD "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>", "", "</contract>",
      0, "xml-namespace" },
    { "undeclared entity", TEXT, "&a;", TAIL, BIG / 3, "xml-entity" },
    { "deep content model", "<!DOCTYPE x [<!ELEMENT x ", "(", "]>", BIG, "xml-doctype" },
    { "wide content model", "<!DOCTYPE x [<!ELEMENT x (a", "|b", ")>]>", BIG / 2, "xml-doctype" },
    { "many declarations", "<!DOCTYPE x [", "<!ELEMENT a ANY>", "]>", BIG / 16, "xml-doctype" },
    { "many IDs", "<!DOCTYPE x [<!ATTLIST a b ID #IMPLIED>]><x>", "<a b=\"c\"/>", "</x>", 100000, "xml-doctype" },
    { "default attributes", "<!DOCTYPE x [<!ATTLIST a ", "b CDATA \"c\" ", ">]>", BIG / 12, "xml-doctype" },
};

Test(hostile, entities_and_document_types_are_refused_unread)
{
    ATTACKS(entities);
}

/* ---- size ---- */

static const struct attack sizes[] = {
    { "depth 65", HEAD, "<clause number=\"1\">", "", 65, "xml-depth" },
    { "depth 257", HEAD, "<clause number=\"1\">", "", 257, "xml-depth" },
    { "depth 800,000", HEAD, "<clause number=\"1\">", "", 800000, "xml-depth" },
    { "huge text", TEXT, "x", TAIL, BIG, "none" },
    { "huge attribute", "<contract" NS " kind=\"nda\" title=\"", "x", "\"/>", BIG, "xml-tag" },
    { "long attribute", "<contract" NS " kind=\"nda\" title=\"", "x", "\"/>", 15000, "xml-value" },
    { "huge element name", "<", "n", "/>", BIG, "xml-tag" },
    { "huge attribute name", "<contract ", "n", "=\"\"/>", BIG, "xml-tag" },
    { "huge namespace", "<contract xmlns=\"", "n", "\"/>", BIG, "xml-tag" },
    { "huge prefix", "<", "n", ":contract/>", BIG, "xml-tag" },
    { "huge comment", HEAD "<!--", "x", "--></contract>", BIG, "none" },
    { "many comments", HEAD, "<!--x-->", "</contract>", BIG / 8, "none" },
    { "huge CDATA", TEXT "<![CDATA[", "x", "]]>" TAIL, 9 * MEGABYTE / SCALE, "none" },
    { "many CDATA", TEXT, "<![CDATA[x]]>", TAIL, BIG / 13, "none" },
    { "huge instruction", "<?a ", "x", "?>" HEAD "</contract>", 15 * MEGABYTE, "xml-malformed" },
    { "many instructions", HEAD, "<?a?>", "</contract>", BIG / 5, "none" },
    { "huge white space", HEAD, " ", "</contract>", BIG, "none" },
    { "many children", HEAD "<clause number=\"1\">", "<text/>", "</clause></contract>", 300000, "too-many-nodes" },
    { "many documents", "<dossier" NS ">", "<service-record/>", "</dossier>", 150000, "document-memory" },
    { "too large a file", TEXT, "x", TAIL, 17 * MEGABYTE, "file-size" },
    { "many lines", HEAD, "\n", "</contract>", BIG, "none" },
};

Test(hostile, size_is_bounded)
{
    ATTACKS(sizes);
}

/* ---- complexity: more work than the size shows ---- */

static const struct attack complexities[] = {
    { "references", TEXT, "&#x3042;", TAIL, BIG / 8, "none" },
    { "references in an attribute", "<contract" NS " kind=\"nda\" title=\"", "&#65;", "\"/>", 1900, "none" },
    { "ampersands", HEAD, "&", "", BIG, "xml-ampersand" },
    { "angle brackets", HEAD, "<", "", BIG, "xml-malformed" },
    { "broken comments", HEAD, "<!-- -- -->", "", BIG / 110, "xml-malformed" },
    { "broken sections", HEAD, "]]>", "", BIG / 3, "xml-malformed" },
    { "declarations again", HEAD, "<?xml version=\"1.0\"?>", "", BIG / 21, "xml-malformed" },
    { "unclosed quotes", HEAD, "<clause number='", "", BIG / 16, "xml-malformed" },
    { "one attribute many times", "<contract" NS, " kind=\"nda\"", "/>", 1400, "xml-attributes" },
    { "end tags", HEAD, "</x>", "", BIG / 4, "xml-tags" },
    { "carriage returns", TEXT, "\r", TAIL, BIG, "none" },
    { "broken lines in prose", TEXT, "a \n ", TAIL, BIG / 4, "none" },
};

Test(hostile, work_is_bounded)
{
    ATTACKS(complexities);
}

/* A document whose pieces differ: each '#' is the number of the piece. */
static void make_numbered(const void *spec, struct buffer *out)
{
    const struct attack *a = spec;
    buffer_puts(out, a->start);
    for (size_t i = 0; i < a->times; i++)
        for (const char *c = a->piece; *c; c++)
            *c == '#' ? buffer_int(out, (long long)i) : buffer_putc(out, *c);
    buffer_puts(out, a->end);
}

static void numbered(const char *what, const char *start, const char *piece, size_t times, const char *end,
                     const char *fault)
{
    struct attack a = { what, start, piece, end, times, fault };
    expect(what, make_numbered, &a, fault);
}

Test(hostile, many_attributes_and_names_are_bounded)
{
    numbered("40,000 attributes", "<contract" NS, " a#=\"\"", 40000, "/>", "xml-tag");
    numbered("attributes just below the cap on a tag", "<contract" NS, " a#=\"\"", 1600, "/>", "xml-attributes");
    numbered("300 attributes", "<contract" NS, " a#=\"\"", 300, "/>", "xml-attributes");
    numbered("65 attributes", "<contract" NS, " a#=\"\"", 65, "/>", "xml-attributes");
    numbered("many tags with many attributes", HEAD, "<clause b#='' a='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m=''/>",
             100000, "</contract>", "xml-attribute");
    numbered("20,000 namespaces", "<contract" NS, " xmlns:a#=\"b\"", 20000, "/>", "xml-tag");
    numbered("1,000 namespaces", "<contract" NS, " xmlns:a#=\"b\"", 1000, "/>", "xml-attributes");
    numbered("namespaces down the tree", "", "<a#:dossier xmlns:a#=\"urn:kijun:1\">", 1000, "", "xml-root");
    numbered("unique names", HEAD, "<n#/>", 500000, "</contract>", "xml-element");
    numbered("unique clauses", HEAD, "<clause number=\"#\"/>", MANY, "</contract>", "none");
    numbered("unique terms", HEAD "<clause number=\"1\">", "<flag name=\"a#\" value=\"1\"/>", MANY, "</clause></contract>", "none");
    numbered("contracts with ids", "<dossier" NS ">", "<contract kind=\"nda\" title=\"x\" id=\"c#\"/>", 20000, "</dossier>", "none");
    numbered("a chain of amendments", "<dossier" NS "><contract kind=\"nda\" title=\"x\" id=\"c0\"/>",
             "<contract kind=\"amendment\" title=\"x\" id=\"d#\" amends=\"c0\"/>", 20000, "</dossier>", "none");
}

/* ---- encoding ---- */

struct bytes {
    const char *what, *at;
    size_t len;
    const char *fault;
};
static void make_bytes(const void *spec, struct buffer *out)
{
    const struct bytes *b = spec;
    buffer_add(out, b->at, b->len);
}

#define BYTES(what, text, fault) { what, text, sizeof text - 1, fault }
#define DECLARED(name) "<?xml version=\"1.0\" encoding=\"" name "\"?>"

static const struct bytes encodings[] = {
    BYTES("bad UTF-8 in text", TEXT "\xC3\x28" TAIL, "xml-character"),
    BYTES("overlong UTF-8", TEXT "\xC0\xAF" TAIL, "xml-character"),
    BYTES("surrogate in UTF-8", TEXT "\xED\xA0\x80" TAIL, "xml-character"),
    BYTES("cut UTF-8", TEXT "\xE3\x81" TAIL, "xml-character"),
    BYTES("bad UTF-8 in an attribute", "<contract" NS " kind=\"nda\" title=\"\xFF\"/>", "xml-character"),
    BYTES("bad UTF-8 in a comment", HEAD "<!--\xFF--></contract>", "xml-character"),
    BYTES("bad UTF-8 in CDATA", TEXT "<![CDATA[\xFF]]>" TAIL, "xml-character"),
    BYTES("bad UTF-8 in an instruction", "<?a \xFF?>" HEAD "</contract>", "xml-character"),
    BYTES("bad UTF-8 in a name", "<contr\xFF" "act/>", "xml-character"),
    BYTES("NUL in text", TEXT "a\0b" TAIL, "xml-character"),
    BYTES("NUL after the end", HEAD "</contract>\0", "xml-character"),
    BYTES("NUL and more after the end", HEAD "</contract>\0<x/>", "xml-character"),
    BYTES("control character", TEXT "\x01" TAIL, "xml-character"),
    BYTES("reference to NUL", TEXT "&#0;" TAIL, "xml-character"),
    BYTES("reference to a surrogate", TEXT "&#xD800;" TAIL, "xml-character"),
    BYTES("reference beyond Unicode", TEXT "&#x110000;" TAIL, "xml-character"),
    BYTES("U+FFFE", TEXT "\xEF\xBF\xBE" TAIL, "xml-character"),
    BYTES("UTF-7", DECLARED("UTF-7") HEAD "</contract>", "encoding"),
    BYTES("EBCDIC by name", DECLARED("EBCDIC-US") HEAD "</contract>", "encoding"),
    BYTES("EBCDIC", "\x4C\x6F\xA7\x94\x93\x40", "encoding"),
    BYTES("UCS-4", "\0\0\0<\0\0\0a", "encoding"),
    BYTES("UCS-4 with a mark", "\xFF\xFE\0\0<\0\0\0", "encoding"),
    BYTES("ISO-2022-JP", DECLARED("ISO-2022-JP") HEAD "</contract>", "encoding"),
    BYTES("unknown", DECLARED("x-mine") HEAD "</contract>", "encoding"),
    BYTES("a long name", DECLARED("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") HEAD, "encoding"),
    BYTES("UTF-16 by name only", DECLARED("UTF-16") HEAD "</contract>", "encoding-conflict"),
    BYTES("a mark against the declaration", "\xEF\xBB\xBF" DECLARED("Shift_JIS") HEAD "</contract>", "encoding-conflict"),
    BYTES("UTF-16 without a mark", "\0<\0a\0/\0>", "encoding"),
    BYTES("cut UTF-16", "\xFF\xFE<\0a", "encoding-bytes"),
    BYTES("half a pair in UTF-16", "\xFE\xFF\0<\xD8\0\0a\0/\0>", "encoding-bytes"),
    BYTES("not ASCII", DECLARED("US-ASCII") TEXT "\xE3\x81\x82" TAIL, "encoding-bytes"),
    BYTES("bad Shift_JIS", DECLARED("Shift_JIS") TEXT "\x81\xFF" TAIL, "encoding-bytes"),
    BYTES("bad EUC-JP", DECLARED("EUC-JP") TEXT "\xA4" TAIL, "encoding-bytes"),
};

Test(hostile, encodings_are_a_list_and_bytes_are_checked)
{
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
        expect(encodings[i].what, make_bytes, &encodings[i], encodings[i].fault);
}

/* ---- form ---- */

static const struct bytes forms[] = {
    BYTES("empty", "", "document-empty"),
    BYTES("white space", " \r\n\t", "document-empty"),
    BYTES("a mark only", "\xEF\xBB\xBF", "document-empty"),
    BYTES("a declaration only", "<?xml version=\"1.0\"?>", "xml-malformed"),
    BYTES("truncated in a tag", "<contract" NS " kind=\"nd", "xml-malformed"),
    BYTES("truncated in text", TEXT "abc", "xml-truncated"),
    BYTES("truncated in an end tag", TEXT "abc</tex", "xml-malformed"),
    BYTES("text after the end", HEAD "</contract>junk", "xml-trailing"),
    BYTES("a second root", HEAD "</contract>" HEAD "</contract>", "xml-trailing"),
    BYTES("an attribute twice", "<contract" NS " kind=\"nda\" kind=\"sla\" title=\"x\"/>", "xml-twice"),
    BYTES("an attribute twice by namespace", "<a:x xmlns:a=\"u\" xmlns:b=\"u\" a:c=\"\" b:c=\"\"/>", "xml-twice"),
    BYTES("an unbound prefix", "<a:contract/>", "xml-prefix"),
    BYTES("an unbound prefix of an attribute", "<contract" NS " a:kind=\"nda\" title=\"x\"/>", "xml-prefix"),
    BYTES("two colons", "<a:b:contract xmlns:a=\"urn:kijun:1\"/>", "xml-names"),
    BYTES("xml bound to another name", "<contract" NS " xmlns:xml=\"urn:x\"/>", "xml-names"),
    BYTES("an empty prefix", "<contract xmlns:a=\"\"/>", "xml-names"),
    BYTES("XML 2.0", "<?xml version=\"2.0\"?>" HEAD "</contract>", "xml-malformed"),
    BYTES("wrong namespace", "<contract xmlns=\"urn:kijun:9\" kind=\"nda\" title=\"x\"/>", "xml-namespace"),
    BYTES("no namespace", "<contract kind=\"nda\" title=\"x\"/>", "xml-namespace"),
    BYTES("wrong root", "<clause" NS " number=\"1\"/>", "xml-root"),
    BYTES("gzip", "\x1F\x8B\x08\0\0\0\0\0\0\3", "xml-character"),
    BYTES("xz", "\xFD" "7zXZ\0\0\4", "xml-character"),
};

Test(hostile, malformed_documents_are_refused)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        expect(forms[i].what, make_bytes, &forms[i], forms[i].fault);
}

Test(hostile, each_byte_cut_off_a_document_makes_it_unacceptable)
{
    const char whole[] = "<?xml version=\"1.0\"?><contract" NS " kind=\"nda\" title=\"題\"><clause number=\"1\">"
                         "<text>a&amp;b<![CDATA[c]]></text><flag name=\"x\" value=\"1\"/></clause></contract>";
    for (size_t len = 0; len < sizeof whole - 1; len++) {
        struct loaded l;
        load_bytes(&l, whole, len);
        cr_expect_eq(l.status, -1, "accepted: %.*s", (int)len, whole);
        loaded_end(&l);
    }
}

/* ---- the files of others, where they are ---- */

static void read_file(const char *path)
{
    struct loaded l;
    double start = used_seconds();
    load_path(&l, path, true);
    cr_expect_lt(used_seconds() - start, SECONDS_MOST, "%s", path);
    cr_expect_eq(l.subject->contracts.count, 0, "%s was accepted", path);
    loaded_end(&l);
}

static size_t read_folder(const char *path)
{
    size_t count = 0;
    DIR *d = opendir(path);
    for (const struct dirent *e; d && (e = readdir(d)) != NULL; ) {
        char inner[1024];
        if (e->d_name[0] == '.')
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
        if (e->d_type == DT_DIR) {
            count += read_folder(inner);
        } else {
            read_file(inner);
            count++;
        }
    }
    if (d)
        closedir(d);
    return count;
}

Test(hostile, files_that_broke_other_programs_are_refused)
{
    const char *corpora = getenv("KIJUN_CORPORA");
    char path[1024];
    snprintf(path, sizeof path, "%s/hostile-xml", corpora ? corpora : "../shared/corpora");
    if (access(path, R_OK) != 0)
        cr_skip_test("%s is not here (set KIJUN_CORPORA)", path);
    cr_expect_gt(read_folder(path), 20);
}
