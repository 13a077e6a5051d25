#include "exchange/url.h"

#include <criterion/criterion.h>
#include <string.h>

#include "exchange/access.h"

Test(url, is_taken_apart)
{
    struct url u;
    cr_assert(url_parse("HTTPS://Files.Example.ORG:8443/a/b?c", &u));
    cr_assert_str_eq(u.scheme, "https");
    cr_assert_str_eq(u.host, "files.example.org");
    cr_assert_eq(u.port, 8443);
    cr_assert_str_eq(u.path, "/a/b?c");
    cr_assert(url_parse("https://[2001:DB8::1]/x", &u));
    cr_assert_str_eq(u.host, "2001:db8::1");
    cr_assert(url_parse("smtps://mail.example.org", &u));
    cr_assert_eq(u.port, 465);
    cr_assert_str_eq(u.path, "");
}

Test(url, that_two_readers_could_take_differently_is_none)
{
    static const char *const wrong[] = {
        "", "https:", "https://", "https:///x", "ftp://x/", "file:///etc/passwd", "//x/", "https://u:p@x/", "https://x@y/",
        "https://x\\@y/", "https://x y/", "https://x/a b", "https://x/\r\nHost: y", "https://x:0/", "https://x:65536/",
        "https://x:/", "https://x:1a/", "https://[::1/", "https://[x]/", "https://ex\xc3\xa4mple/", "https://x%00.y/", "https://a,b/",
    };
    struct url u;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_expect_not(url_parse(wrong[i], &u), "%s", wrong[i]);
}

Test(url, of_a_host_shows_no_path)
{
    struct url u;
    char shown[URL_HOST + 32];
    cr_assert(url_parse("https://hooks.example.org/T0KEN?x=secret", &u));
    url_show_host(&u, shown);
    cr_assert_str_eq(shown, "https://hooks.example.org");
    cr_assert(url_parse("https://[::1]:8443/T0KEN", &u));
    url_show_host(&u, shown);
    cr_assert_str_eq(shown, "https://[::1]:8443");
}

Test(url, names_of_files_stay_below_their_folder)
{
    static const char *const good[] = { "a", "a/b.xml", "契約書/基本契約書.docx", "a b.txt", "com/nul-byte.txt", "console.txt" };
    static const char *const bad[] = {
        "", "/", "/etc/passwd", "..", "a/../b", "../x", "a/..", "a//b", "a/", ".", "a/./b", ".hidden", "a/.ssh/x", "a\\b", "c:x",
        "a\nb", "\x1b[2J", "\xff\xfe", "nul", "NUL.txt", "a/con", "Aux.xml", "com1", "LPT9.doc", "x.", "x ", "a*b", "a|b", "<a>",
    };
    char large[1200];
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_expect(url_safe_name(good[i]), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_not(url_safe_name(bad[i]), "%s", bad[i]);
    memset(large, 'a', sizeof large);
    large[201] = '\0';
    cr_assert_not(url_safe_name(large));
    large[200] = '\0';
    cr_assert(url_safe_name(large));
    for (int i = 0; i < 1199; i++)
        large[i] = i % 2 ? '/' : 'a';
    large[1199] = '\0';
    cr_assert_not(url_safe_name(large));
}

Test(url, escapes_are_undone_and_done)
{
    char text[] = "%E5%A5%91%e7%B4%84 a%2Fb", broken[] = "a%2", nul[] = "a%00b", no[] = "%zz";
    char encoded[64];
    struct buffer b;
    cr_assert(url_decode(text));
    cr_assert_str_eq(text, "契約 a/b");
    cr_assert_not(url_decode(broken));
    cr_assert_not(url_decode(nul));
    cr_assert_not(url_decode(no));
    buffer_init_fixed(&b, encoded, sizeof encoded);
    url_encode(&b, "a/b c+~", 7, true);
    cr_assert_str_eq(encoded, "a/b%20c%2B~");
    buffer_clear(&b);
    url_encode(&b, "a/b", 3, false);
    cr_assert_str_eq(encoded, "a%2Fb");
}

static bool permits(const struct access *a, const char *text, bool *private_too, bool *plain)
{
    struct url u;
    return url_parse(text, &u) && access_permits(a, &u, private_too, plain);
}

Test(access, permits_only_what_is_safe_or_named)
{
    static const char *const allow[] = { "http://files.lan:8080", "https://10.0.0.1", "smtp://mail.lan:25" };
    const struct access none = { .proxy = "" }, some = { .allow = allow, .allow_count = 3, .proxy = "" };
    bool private_too, plain;
    cr_assert(permits(&none, "https://x/", &private_too, &plain));
    cr_assert(!private_too && !plain);
    cr_assert_not(permits(&none, "http://x/", &private_too, &plain));
    cr_assert(permits(&none, "smtp://x", &private_too, &plain));
    cr_assert_not(plain, "STARTTLS is required");
    cr_assert(permits(&some, "http://files.lan:8080/x", &private_too, &plain));
    cr_assert(private_too && plain);
    cr_assert_not(permits(&some, "http://files.lan/x", &private_too, &plain), "another port");
    cr_assert_not(permits(&some, "http://other.lan:8080/x", &private_too, &plain));
    cr_assert_not(permits(&some, "http://10.0.0.1/x", &private_too, &plain));
    cr_assert(permits(&some, "https://10.0.0.1:444/x", &private_too, &plain));
    cr_assert(private_too && !plain);
    cr_assert(permits(&some, "https://files.lan.evil.example/x", &private_too, &plain));
    cr_assert_not(private_too);
    cr_assert(permits(&some, "smtp://mail.lan:25", &private_too, &plain) && plain);
}
