#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/delivery.h"
#include "exchange/notice.h"
#include "exchange/sources.h"

static struct arena *arena;
static char path[] = "/tmp/kijun-settings-XXXXXX";
static struct fault f;

static void start(void)
{
    arena = arena_new(16 << 20);
    cr_assert_geq(mkstemp(path), 0);
}

static void stop(void)
{
    arena_free(arena);
    remove(path);
}

TestSuite(settings, .init = start, .fini = stop);

static void put(const char *text)
{
    FILE *to = fopen(path, "w");
    cr_assert_not_null(to);
    cr_assert_geq(fputs(text, to), 0);
    cr_assert_eq(fclose(to), 0);
    fault_clear(&f);
}

Test(settings, samples_are_right)
{
    struct channels channels;
    struct sources sources;
    struct delivery delivery;
    static const char *const secrets[] = { "KIJUN_HOOK_SECRET", "KIJUN_MAIL_PASSWORD", "KIJUN_INTRANET_AUTHORIZATION" };
    for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
        setenv(secrets[i], "secret", 1);
    setenv("KIJUN_SLACK_URL", "https://hooks.slack.example/T0KEN", 1);
    setenv("KIJUN_TEAMS_URL", "https://teams.example/T0KEN", 1);
    cr_assert_eq(channels_read("fixtures/network/notices.lua", LANGUAGE_EN, arena, &channels, &f), 0, "%s %s", f.arg[0], f.arg[1]);
    cr_assert_eq(channels.count, 4);
    cr_assert_str_eq(channels.all[0].secret, "secret");
    cr_assert_eq(channels.all[1].grade, GRADE_MINOR);
    cr_assert_eq(channels.all[1].language, LANGUAGE_JA);
    cr_assert_eq(channels.all[2].changes, 1U << NOTICE_NEW | 1U << NOTICE_BACK | 1U << NOTICE_OVERDUE);
    cr_assert_eq(sources_read("fixtures/network/sources.lua", arena, &sources, &f), 0, "%s %s", f.arg[0], f.arg[1]);
    cr_assert_eq(sources.count, 4);
    cr_assert_eq(delivery_read("fixtures/network/delivery.lua", arena, &delivery, &f), 0, "%s %s", f.arg[0], f.arg[1]);
    cr_assert_eq(delivery.count, 2);
}

static enum fault_id notices(const char *members)
{
    char text[1024];
    struct channels c;
    snprintf(text, sizeof text, "return { channels = { { %s } } }", members);
    put(text);
    return channels_read(path, LANGUAGE_EN, arena, &c, &f) == 0 ? FAULT_NONE : f.id;
}

#define MAIL "name = 'm', kind = 'mail', server = 'smtps://m.example', from = 'a@b.example', "

Test(settings, of_notices_are_checked)
{
    cr_expect_eq(notices("name = 'h', kind = 'webhook', url = 'https://x.example/'"), FAULT_NONE);
    cr_expect_eq(notices("kind = 'webhook', url = 'https://x.example/'"), FAULT_ACCESS_VALUE, "no name");
    cr_expect_eq(notices("name = 'h', kind = 'pigeon'"), FAULT_ACCESS_VALUE);
    cr_expect_eq(notices("name = 'h', kind = 'webhook'"), FAULT_ACCESS_VALUE, "no address");
    cr_expect_eq(notices("name = 'h', kind = 'webhook', url = 'http://x.example/'"), FAULT_ACCESS_VALUE, "no TLS");
    cr_expect_eq(notices("name = 'h', kind = 'webhook', url = 'https://u:p@x.example/'"), FAULT_ACCESS_VALUE);
    cr_expect_eq(notices("name = 'h', kind = 'webhook', url_env = 'KIJUN_TEST_NOT_SET'"), FAULT_ACCESS_SECRET);
    cr_expect_eq(notices("name = 'h', kind = 'webhook', url = 'https://x.example/', secret = 'x'"), FAULT_ACCESS_MEMBER,
                 "no secret stands in the file");
    cr_expect_eq(notices("name = 'h', kind = 'webhook', url = 'https://x.example/', receipts = 'https://x.example/'"), FAULT_ACCESS_VALUE);
    cr_expect_eq(notices("name = 'h', kind = 'webhook', url = 'https://x.example/', changes = { 'newer' }"), FAULT_ACCESS_VALUE);
    cr_expect_eq(notices(MAIL "to = 'c@d.example'"), FAULT_NONE);
    cr_expect_eq(notices(MAIL), FAULT_ACCESS_VALUE, "to nobody");
    cr_expect_eq(notices(MAIL "to = { 'c@d.example, e@f.example' }"), FAULT_ACCESS_VALUE);
    cr_expect_eq(notices(MAIL "to = 'c@d.example', reply_to = 'x\\r\\nBcc: y@z'"), FAULT_ACCESS_VALUE);
    cr_expect_eq(notices(MAIL "to = 'c@d.example', password = 'x'"), FAULT_ACCESS_MEMBER);
}

Test(settings, a_secret_is_the_first_line_of_its_file)
{
    const char *secret;
    char text[256];
    static char table[] = "/tmp/kijun-settings-table-XXXXXX";
    struct channels c;
    cr_assert_geq(mkstemp(table), 0);
    FILE *to = fopen(table, "w");
    snprintf(text, sizeof text, "return { channels = { { name = 'h', kind = 'webhook', url = 'https://x.example/', secret_file = '%s' } } }", path);
    cr_assert(to && fputs(text, to) >= 0 && fclose(to) == 0);
    put("the secret\nsomething else\n");
    cr_assert_eq(channels_read(table, LANGUAGE_EN, arena, &c, &f), 0);
    secret = c.all[0].secret;
    cr_assert_str_eq(secret, "the secret");
    put("\n");
    cr_assert_eq(channels_read(table, LANGUAGE_EN, arena, &c, &f), -1);
    cr_assert_eq(f.id, FAULT_ACCESS_SECRET);
    put("tab\there");
    cr_assert_eq(channels_read(table, LANGUAGE_EN, arena, &c, &f), -1);
    remove(table);
}
