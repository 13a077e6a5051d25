#include "language/normalise.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/support.h"

static void becomes(const char *text, const char *expected)
{
    struct arena *arena = arena_new(1 << 20);
    struct normal n;
    cr_assert_not_null(arena);
    normal_init(&n, arena);
    normal_add(&n, NULL, text, strlen(text));
    normal_end(&n);
    cr_expect_not(n.failed);
    same_text(n.at, expected);
    arena_free(arena);
}

Test(normalise, letters_become_lower_case_and_half_width)
{
    becomes("The SUPPLIER", "the supplier");
    becomes("ＩＳＯ２７００１", "iso27001");
    becomes("É", "é");
}

Test(normalise, half_width_kana_join_their_voicing_marks)
{
    becomes("ﾃﾞｰﾀ", "データ");
    becomes("テ\u3099ータ", "データ");
}

Test(normalise, white_space_collapses_and_vanishes_beside_japanese)
{
    becomes("  within \t 24\nhours ", "within 24 hours");
    becomes("委　託 先", "委託先");
    becomes("委託\n先", "委託先");
    becomes("24 時間", "24時間");
}

Test(normalise, an_empty_line_stays_as_one_line_feed)
{
    becomes("one\n\n\ntwo", "one\ntwo");
}

Test(normalise, quotes_and_hyphens_become_plain)
{
    becomes("\u201Cdays\u2019 notice\u201D", "\"days' notice\"");
    becomes("sub\u2010processor", "sub-processor");
}

Test(normalise, characters_that_show_nothing_are_left_out)
{
    becomes("au\u00ADdit", "audit");
    becomes("監\u200B査", "監査");
}

Test(normalise, each_broken_byte_becomes_a_replacement_sign)
{
    becomes("a\xFF" "b\xE3\x81", "a\uFFFDb\uFFFD\uFFFD");
}

Test(normalise, the_way_back_leads_to_the_words_as_they_were_written)
{
    static const char text[] = "報告は２４ 時間以内";
    struct arena *arena = arena_new(1 << 20);
    struct normal n;
    cr_assert_not_null(arena);
    normal_init(&n, arena);
    normal_add(&n, NULL, text, sizeof text - 1);
    normal_end(&n);
    const char *at = strstr(n.at, "24時間");
    cr_assert_not_null(at);
    size_t start = (size_t)(at - n.at);
    struct span s = normal_span(&n, start, start + strlen("24時間"));
    cr_expect_eq(s.start, strlen("報告は"));
    cr_expect_eq(s.len, strlen("２４ 時間"));
    arena_free(arena);
}

Test(normalise, a_span_over_two_pieces_ends_with_the_first)
{
    struct arena *arena = arena_new(1 << 20);
    struct normal n;
    cr_assert_not_null(arena);
    normal_init(&n, arena);
    normal_add(&n, NULL, "Audit", 5);
    normal_add(&n, NULL, "Yearly", 6);
    normal_end(&n);
    same_text(n.at, "audit\nyearly");
    struct span s = normal_span(&n, 2, n.len);
    cr_expect_eq(s.start, 2);
    cr_expect_eq(s.len, 3);
    cr_expect_eq(normal_source(&n, 6), 'Y');
    cr_expect_eq(normal_source(&n, n.len), '\0');
    cr_expect_eq(normal_span(&n, n.len, n.len + 1).len, 0);
    arena_free(arena);
}

Test(normalise, a_cleared_text_starts_anew)
{
    struct arena *arena = arena_new(1 << 20);
    struct normal n;
    cr_assert_not_null(arena);
    normal_init(&n, arena);
    normal_add(&n, NULL, "first", 5);
    normal_end(&n);
    normal_clear(&n);
    normal_add(&n, NULL, "second", 6);
    normal_end(&n);
    same_text(n.at, "second");
    cr_expect_eq(n.piece_count, 1);
    arena_free(arena);
}

Test(normalise, an_exhausted_arena_is_told_and_not_written_past)
{
    enum { LONG = 64 * 1024 };
    static char text[LONG];
    struct arena *arena = arena_new(16 * 1024);
    struct normal n;
    cr_assert_not_null(arena);
    memset(text, 'a', sizeof text);
    normal_init(&n, arena);
    normal_add(&n, NULL, text, sizeof text);
    cr_expect(n.failed);
    cr_expect_leq(n.len, n.size);
    arena_free(arena);
}
