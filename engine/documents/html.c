/* Web pages: decoded, taken apart, and structure.c finds the clauses. Nothing that a page points to is fetched. */
#include "documents/html.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "documents/build.h"
#include "documents/structure.h"
#include "documents/text_decode.h"

enum { SCRATCH_BYTES = 4 * LOAD_FILE_BYTES, HEAD_BYTES = 4096, CHARSET_SIZE = 32 };

/* What the page says of its encoding: charset=... of a meta element. "" when it says nothing. */
static void declared(const char *at, size_t len, char out[CHARSET_SIZE])
{
    static const char word[] = "charset=";
    const char *end = at + (len < HEAD_BYTES ? len : HEAD_BYTES);
    size_t n = 0;
    for (; end - at >= (ptrdiff_t)sizeof word; at++)
        if (strncasecmp(at, word, sizeof word - 1) == 0)
            break;
    if (end - at >= (ptrdiff_t)sizeof word) {
        at += sizeof word - 1;
        at += *at == '"' || *at == '\'';
        while (at < end && n + 1 < CHARSET_SIZE && ((unsigned char)*at | 0x20) > ' ' && !strchr("\"'/>; ", *at))
            out[n++] = *at++;
    }
    out[n] = '\0';
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcasecmp(name, *names) == 0)
            return true;
    return false;
}

/* By its mark or form, by what it says of itself when it is no UTF-8, or as a plain text is read. */
static bool decode_page(struct decoder *d, const char *at, size_t len, struct buffer *out, struct fault *f)
{
    static const char *const shift_jis[] = {"shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms932", NULL};
    static const char *const euc[] = {"euc-jp", "x-euc-jp", NULL};
    static const char *const guessed[] = {"", "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii",
                                          "iso-8859-1", "latin1", "windows-1252", "cp1252", "x-user-defined", NULL};
    char name[CHARSET_SIZE];
    declared(at, len, name);
    bool marked = len >= 2 && (memcmp(at, "\xFE\xFF", 2) == 0 || memcmp(at, "\xFF\xFE", 2) == 0);
    bool escapes = memmem(at, len, "\x1B$", 2) != NULL; /* ISO-2022-JP */
    if (!marked && (escapes || !text_is_utf8(at, len))) {
        if (is_one_of(name, shift_jis))
            return decode_text(d, ENCODING_SHIFT_JIS, at, len, out, f);
        if (is_one_of(name, euc))
            return decode_text(d, ENCODING_EUC_JP, at, len, out, f);
        if (escapes || !is_one_of(name, guessed)) {
            fault_set(f, FAULT_ENCODING, escapes && !*name ? "ISO-2022-JP" : name);
            return false;
        }
    }
    return text_decode(d, at, len, out, f);
}

static int read_page(struct builder *b, const char *at, size_t len)
{
    struct paragraphs list = {.arena = arena_new(SCRATCH_BYTES)};
    struct fault *f = &b->document->fault;
    int status = -1;
    if (!list.arena)
        return build_no_memory(b, 0);
    if (memchr(at, '\0', len))
        fault_set(f, FAULT_HTML_CHARACTER);
    else if (html_paragraphs(&list, at, len, f))
        status = list.count ? structure_build(b, &list) : fault_set(f, FAULT_TEXT_EMPTY);
    arena_free(list.arena);
    return status;
}

int html_read(struct decoder *d, struct builder *b, const char *at, size_t len)
{
    struct buffer text;
    int status = -1;
    buffer_init(&text, 4 * LOAD_FILE_BYTES);
    if (decode_page(d, at, len, &text, &b->document->fault))
        status = text.failed ? build_no_memory(b, 0) : read_page(b, text.len ? text.at : "", text.len);
    if (status != 0)
        fault_where(&b->document->fault, b->document->shown, b->document->fault.line);
    buffer_free(&text);
    return status;
}
