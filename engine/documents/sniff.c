/* Telling files apart by their content. Names only break ties that content leaves: plain text has no mark of its own. */
#include "documents/sniff.h"

#include <string.h>
#include <strings.h>

#include "documents/load.h"

enum { HEAD_BYTES = 4096 };

bool name_ends(const char *name, const char *extension)
{
    size_t n = strlen(name), e = strlen(extension);
    return n >= e && strcasecmp(name + n - e, extension) == 0;
}

static bool starts(const char *at, size_t len, const char *with, size_t n)
{
    return len >= n && memcmp(at, with, n) == 0;
}

static bool holds(const char *at, size_t len, const char *what)
{
    return memmem(at, len, what, strlen(what)) != NULL;
}

/* The head of a file as bytes that can be compared with ASCII: without a mark, UTF-16 narrowed. */
static size_t plain_head(const char *at, size_t len, char *out)
{
    bool big = starts(at, len, "\xFE\xFF", 2), little = starts(at, len, "\xFF\xFE", 2);
    size_t n = 0, i = big || little ? 2 : starts(at, len, "\xEF\xBB\xBF", 3) ? 3 : 0;
    if (!big && !little) {
        n = len - i < HEAD_BYTES ? len - i : HEAD_BYTES;
        memcpy(out, at + i, n);
        return n;
    }
    for (i += big; i < len && n < HEAD_BYTES; i += 2)
        out[n++] = at[i];
    return n;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ':' || (unsigned char)c >= 0x80;
}

/* Behind blanks, processing instructions and comments: where the first tag starts. `end` when there is none. */
static const char *first_tag(const char *at, const char *end)
{
    for (;;) {
        while (at < end && is_blank(*at))
            at++;
        size_t len = (size_t)(end - at);
        const char *close = starts(at, len, "<?", 2) ? "?>" : starts(at, len, "<!--", 4) ? "-->" : NULL;
        if (!close)
            return at;
        const char *stop = memmem(at + 2, len - 2, close, strlen(close));
        if (!stop)
            return end;
        at = stop + strlen(close);
    }
}

static bool is_tag(const char *at, const char *end, const char *tag)
{
    size_t n = strlen(tag);
    return (size_t)(end - at) > n && strncasecmp(at, tag, n) == 0 && !is_name_char(at[n]);
}

static bool root_is(const char *at, const char *end, const char *name)
{
    const char *stop = at + 1;
    while (stop < end && is_name_char(*stop))
        stop++;
    const char *colon = memchr(at + 1, ':', (size_t)(stop - at - 1));
    const char *local = colon ? colon + 1 : at + 1;
    return (size_t)(stop - local) == strlen(name) && memcmp(local, name, strlen(name)) == 0;
}

static bool is_ucs4(const char *at, size_t len)
{
    return starts(at, len, "\x00\x00\xFE\xFF", 4) || starts(at, len, "\xFF\xFE\x00\x00", 4) ||
           starts(at, len, "\x00\x00\x00<", 4) || starts(at, len, "<\x00\x00\x00", 4);
}

/* Encodings that start an XML document but are not read: the reader refuses them by name. */
static bool is_odd_xml(const char *at, size_t len)
{
    return is_ucs4(at, len) || starts(at, len, "\x4C\x6F\xA7\x94", 4) || starts(at, len, "\x00<", 2) ||
           starts(at, len, "<\x00", 2);
}

/* Text of other kinds, in which a '<' at the front says nothing. */
static bool may_start_with_tag(const char *name)
{
    static const char *const extensions[] = { ".txt", ".md", ".html", ".htm", ".xhtml", ".svg", ".eml", ".log", ".csv" };
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (name_ends(name, extensions[i]))
            return true;
    return false;
}

static bool has_extension(const char *name, const char *const *extensions)
{
    for (; *extensions; extensions++)
        if (name_ends(name, *extensions))
            return true;
    return false;
}

static const char *const pages[] = { ".html", ".htm", ".xhtml", NULL };

/* A report that this program wrote is a page, but no contract. */
static bool is_report(const char *head, size_t n)
{
    return holds(head, n, "<meta name=\"generator\" content=\"kijun ");
}

/* A page says that it is one. */
static bool is_page(const char *tag, const char *end)
{
    return is_tag(tag, end, "<!doctype html") || is_tag(tag, end, "<html");
}

static enum sniffed sniff_xml(const char *name, const char *at, size_t len)
{
    char head[HEAD_BYTES];
    size_t n = plain_head(at, len, head);
    const char *end = head + n, *tag = first_tag(head, end);
    bool ours = holds(head, n, KIJUN_NAMESPACE);
    if (!ours && is_page(tag, end))
        return is_report(head, n) ? SNIFF_OTHER : SNIFF_HTML;
    bool elements = tag < end && *tag == '<';
    if (elements && root_is(tag, end, "akomaNtoso"))
        return SNIFF_AKOMA;
    if (elements && root_is(tag, end, "document") && holds(head, n, "urn:oasis:names:tc:opendocument:xmlns:office:1.0"))
        return SNIFF_ODT;
    if (!ours && !starts(head, n, "<?xml", 5) && may_start_with_tag(name))
        return SNIFF_OTHER;
    if (tag == end)
        return tag > head && *head == '<' ? SNIFF_XML : SNIFF_OTHER;
    if (*tag != '<' || is_tag(tag, end, "<svg"))
        return SNIFF_OTHER;
    if (ours && root_is(tag, end, "supplier"))
        return SNIFF_SUPPLIER;
    return ours && root_is(tag, end, "dossier") ? SNIFF_DOSSIER : SNIFF_XML;
}

/* Packages by the names of their first parts; an OpenDocument file begins with its kind. A file that has no mark at all is
 * what it is called: its reader says what is wrong with it. */
static enum sniffed sniff_package(const char *name, const char *at, size_t len)
{
    static const char *const word[] = { ".docx", ".docm", ".dotx", ".dotm", NULL };
    static const char *const odt[] = { ".odt", ".ott", NULL };
    /* The old and the other ones too: their reader says what to do. */
    static const char *const sheets[] = { ".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", NULL };
    bool packed = starts(at, len, "PK\x03\x04", 4);
    if (packed && holds(at, len, "mimetypeapplication/vnd.oasis.opendocument.text"))
        return SNIFF_ODT;
    if (packed && holds(at, len, "word/"))
        return SNIFF_WORD;
    if (packed && holds(at, len, "xl/workbook"))
        return SNIFF_XLSX;
    if (has_extension(name, word))
        return SNIFF_WORD;
    if (has_extension(name, sheets))
        return SNIFF_XLSX;
    return has_extension(name, odt) ? SNIFF_ODT : SNIFF_OTHER;
}

static bool contract_like(const char *name, const char *at, size_t len)
{
    static const char *const extensions[] = { ".pdf", ".doc", ".rtf" };
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (name_ends(name, extensions[i]))
            return true;
    return starts(at, len, "%PDF-", 5) || starts(at, len, "{\\rtf", 5);
}

/* "~$answers.xlsx" says who has the document open, and is gone when it is closed. */
static bool is_owner_file(const char *name)
{
    const char *slash = strrchr(name, '/');
    return strncmp(slash ? slash + 1 : name, "~$", 2) == 0;
}

enum sniffed load_sniff(const char *name, const char *at, size_t len)
{
    if (is_owner_file(name))
        return SNIFF_OTHER;
    bool packed = starts(at, len, "PK", 2);
    enum sniffed found = packed ? SNIFF_OTHER : is_odd_xml(at, len) ? SNIFF_XML : sniff_xml(name, at, len);
    if (found != SNIFF_OTHER)
        return found;
    if (name_ends(name, ".xml") && len < 2)
        return SNIFF_XML;
    found = sniff_package(name, at, len);
    if (found != SNIFF_OTHER)
        return found;
    if (has_extension(name, pages))
        return is_report(at, len < HEAD_BYTES ? len : HEAD_BYTES) ? SNIFF_OTHER : SNIFF_HTML;
    if (name_ends(name, ".txt"))
        return SNIFF_TEXT;
    if (name_ends(name, ".csv"))
        return SNIFF_CSV;
    return name_ends(name, ".xml") ? SNIFF_XML : contract_like(name, at, len) ? SNIFF_UNREAD : SNIFF_OTHER;
}

bool sniff_native(const char *at, size_t len)
{
    char head[HEAD_BYTES];
    return holds(head, plain_head(at, len, head), KIJUN_NAMESPACE);
}
