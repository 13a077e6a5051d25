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

static bool is_web_page(const char *at, const char *end)
{
    static const char *const pages[] = { "<html", "<svg", "<!doctype html" };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        size_t n = strlen(pages[i]);
        if ((size_t)(end - at) > n && strncasecmp(at, pages[i], n) == 0 && !is_name_char(at[n]))
            return true;
    }
    return false;
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

static enum sniffed sniff_xml(const char *name, const char *at, size_t len)
{
    char head[HEAD_BYTES];
    size_t n = plain_head(at, len, head);
    const char *end = head + n, *tag = first_tag(head, end);
    bool ours = holds(head, n, KIJUN_NAMESPACE);
    if (!ours && !starts(head, n, "<?xml", 5) && may_start_with_tag(name))
        return SNIFF_OTHER;
    if (tag == end)
        return tag > head && *head == '<' ? SNIFF_XML : SNIFF_OTHER;
    if (*tag != '<' || is_web_page(tag, end))
        return SNIFF_OTHER;
    if (ours && root_is(tag, end, "supplier"))
        return SNIFF_SUPPLIER;
    return ours && root_is(tag, end, "dossier") ? SNIFF_DOSSIER : SNIFF_XML;
}

static bool is_word(const char *name, const char *at, size_t len)
{
    static const char *const extensions[] = { ".docx", ".docm", ".dotx", ".dotm" };
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (name_ends(name, extensions[i]))
            return true;
    return starts(at, len, "PK\x03\x04", 4) && holds(at, len, "word/");
}

static bool contract_like(const char *name, const char *at, size_t len)
{
    static const char *const extensions[] = { ".pdf", ".doc", ".odt", ".rtf" };
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (name_ends(name, extensions[i]))
            return true;
    return starts(at, len, "%PDF-", 5) || starts(at, len, "{\\rtf", 5);
}

enum sniffed load_sniff(const char *name, const char *at, size_t len)
{
    if (is_word(name, at, len))
        return SNIFF_WORD;
    if (name_ends(name, ".xml") && len < 2)
        return SNIFF_XML;
    enum sniffed xml = is_odd_xml(at, len) ? SNIFF_XML : sniff_xml(name, at, len);
    if (xml != SNIFF_OTHER)
        return xml;
    if (name_ends(name, ".txt"))
        return SNIFF_TEXT;
    return name_ends(name, ".xml") ? SNIFF_XML : contract_like(name, at, len) ? SNIFF_UNREAD : SNIFF_OTHER;
}

bool sniff_native(const char *at, size_t len)
{
    char head[HEAD_BYTES];
    return holds(head, plain_head(at, len, head), KIJUN_NAMESPACE);
}
