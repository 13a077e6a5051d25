#include "exchange/mime.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/hash.h"

static char room[8192];

static struct buffer fresh(void)
{
    struct buffer b;
    buffer_init_fixed(&b, room, sizeof room);
    return b;
}

static const char *header(const char *value)
{
    struct buffer b = fresh();
    mime_header(&b, "Subject", value);
    return b.at;
}

Test(mime, plain_headers_stay_plain)
{
    cr_assert_str_eq(header("3 new"), "Subject: 3 new\r\n");
}

Test(mime, other_headers_are_encoded_words)
{
    cr_assert_str_eq(header("基準"), "Subject: =?UTF-8?B?5Z+65rqW?=\r\n");
    cr_assert_str_eq(header("a =?b?= c"), "Subject: =?UTF-8?B?YSA9P2I/PSBj?=\r\n");
}

Test(mime, no_header_begins_another)
{
    cr_assert_null(strstr(header("x\r\nBcc: victim@example.org"), "\r\nBcc"));
}

/* Each word by itself is well-formed UTF-8 of at most 75 characters. */
Test(mime, words_cut_no_character)
{
    char value[600];
    struct buffer text;
    buffer_init_fixed(&text, value, sizeof value);
    for (int i = 0; i < 40; i++)
        buffer_puts(&text, i % 3 ? "契" : "a契");
    const char *h = header(value);
    int words = 0;
    for (const char *line = h; *line; line = strchr(line, '\n') + 1)
        cr_assert_leq(strchr(line, '\r') - line, 76);
    for (const char *p = strstr(h, "=?UTF-8?B?"); p; p = strstr(p + 2, "=?UTF-8?B?")) {
        unsigned char bytes[64];
        char digits[128];
        size_t len;
        const char *end = strstr(p + 10, "?=");
        cr_assert_leq(end + 2 - p, 75);
        memcpy(digits, p + 10, (size_t)(end - p) - 10);
        digits[end - p - 10] = '\0';
        cr_assert(hash_from_base64(digits, bytes, sizeof bytes, &len));
        for (size_t i = 0; i < len;) {
            size_t n = bytes[i] < 0x80 ? 1 : 3;
            cr_assert_leq(i + n, len);
            cr_assert(n == 1 || (bytes[i] == 0xe5 && bytes[i + 1] == 0xa5));
            i += n;
        }
        words++;
    }
    cr_assert_gt(words, 2);
}

Test(mime, knows_addresses)
{
    static const char *const good[] = { "a@b.example", "監査部 <audit@example.org>", "a.b+c@x-y.example", "A \"B\" <a@b>" };
    static const char *const bad[] = {
        "", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "x\n <a@b>", "<a@b", "<a@b> x", "a@b, c@d", "a..b@c", ".a@b", "a@.b",
        "a@b..c", "a@b.", "a@-b", "\xff <a@b>", "a@[127.0.0.1]", "<>", "a\x7f <a@b>",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_expect(mime_is_address(good[i]), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_not(mime_is_address(bad[i]), "%s", bad[i]);
    char bare[320];
    mime_bare_address("監査部 <audit@example.org>", bare);
    cr_assert_str_eq(bare, "audit@example.org");
}

Test(mime, lists_of_addresses_are_folded)
{
    static const char *const to[] = { "監 <a@example.org>", "b@example.org" };
    struct buffer b = fresh();
    mime_addresses(&b, "To", to, 2);
    cr_assert_str_eq(b.at, "To: =?UTF-8?B?55uj?=\r\n <a@example.org>,\r\n b@example.org\r\n");
}

Test(mime, dates_are_of_rfc_5322)
{
    struct buffer b = fresh();
    mime_date(&b, 1775035800); /* date -d @1775035800 -u -R */
    cr_assert_str_eq(b.at, "Wed, 01 Apr 2026 09:30:00 +0000");
    buffer_clear(&b);
    mime_date(&b, 0);
    cr_assert_str_eq(b.at, "Thu, 01 Jan 1970 00:00:00 +0000");
}

Test(mime, bodies_are_short_lines_of_ascii)
{
    char body[2000];
    struct buffer b = fresh();
    memset(body, 'x', sizeof body);
    memcpy(body, "From here\n.\n= \t\n", 16);
    mime_text(&b, "text/plain", body, sizeof body);
    cr_assert(strstr(b.at, "quoted-printable\r\n\r\n=46rom here\r\n=2E\r\n=3D =09\r\nxxx"));
    for (const char *line = b.at; *line;) {
        size_t n = strcspn(line, "\r");
        cr_assert_leq(n, 76);
        cr_assert(strncmp(line + n, "\r\n", 2) == 0);
        line += n + 2;
    }
    buffer_clear(&b);
    mime_text(&b, "text/plain", "契約\n", 7);
    cr_assert(strstr(b.at, "base64\r\n\r\n5aWR57SECg==\r\n"));
}
