#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "language/normalise.h"
#include "language/values.h"

/* The blanks in a text, each checked to lie after the one before. */
static int blanks_in(const char *text)
{
    struct arena *arena = arena_new(1 << 20);
    struct normal n;
    uint32_t start, end;
    int count = 0;
    cr_assert_not_null(arena);
    normal_init(&n, arena);
    normal_add(&n, NULL, text, strlen(text));
    normal_end(&n);
    for (size_t from = 0; blanks_next(n.at, n.len, from, &start, &end); from = end, count++) {
        cr_assert_geq(start, from, "%s", text);
        cr_assert_gt(end, start, "%s", text);
        cr_assert_leq(end, n.len, "%s", text);
    }
    arena_free(arena);
    return count;
}

static void open_in(const char *text, int expected)
{
    int count = blanks_in(text);
    cr_expect_eq(count, expected, "%s: %d blanks, expected %d", text, count, expected);
}

Test(blanks, a_ring_in_place_of_a_number_is_left_open)
{
    open_in("委託先は◯時間以内に報告する。", 1);
    open_in("上限は○○円とし、●日以内に支払う。", 2);
}

Test(blanks, a_line_to_write_on_is_left_open)
{
    open_in("within ____ hours", 1);
    open_in("the fee is ........ yen", 1);
}

Test(blanks, leader_dots_before_a_page_number_are_not_left_open)
{
    open_in("general terms ........ 12", 0);
}

Test(blanks, brackets_that_ask_for_words_are_left_open)
{
    open_in("within [TBD] hours", 1);
    open_in("the supplier, [insert name], agrees", 1);
    open_in("担当者:【　】", 1);
    open_in("所在地:【要記入】", 1);
    open_in("[●] days", 1);
}

Test(blanks, brackets_with_words_of_their_own_are_not_left_open)
{
    open_in("the supplier [as defined above] agrees", 0);
    open_in("【重要】必ず確認する。", 0);
    open_in("the supplier()", 0);
}

Test(blanks, placeholders_count_only_as_words_of_their_own)
{
    open_in("by TBD at the latest", 1);
    open_in("XX days", 1);
    open_in("maxxx days", 0);
}

Test(blanks, a_date_without_numbers_is_left_open)
{
    open_in("令和　年　月　日", 1);
    open_in("年月日を記載する。", 0);
}

Test(blanks, a_zero_within_a_kanji_number_is_not_left_open)
{
    open_in("保存期間は三〇日とする。", 0);
}

Test(blanks, plain_sentences_have_none)
{
    open_in("", 0);
    open_in("The supplier reports within 24 hours.", 0);
    open_in("委託先は24時間以内に報告する。", 0);
}

Test(blanks, an_open_bracket_at_the_end_is_not_looked_beyond)
{
    static const char text[] = "report [tb";
    uint32_t start, end;
    char *copy = malloc(sizeof text - 1);
    cr_assert_not_null(copy);
    memcpy(copy, text, sizeof text - 1);
    cr_expect_not(blanks_next(copy, sizeof text - 1, 0, &start, &end));
    free(copy);
}

/* `count` times the words; each place in the text used to be followed to the end of the text. */
static int blanks_in_many(const char *words, size_t count)
{
    size_t len = strlen(words);
    char *text = malloc(count * len + 1);
    uint32_t start, end = 0;
    int found = 0;
    cr_assert_not_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * len, words, len);
    text[count * len] = '\0';
    while (blanks_next(text, count * len, end, &start, &end))
        found++;
    free(text);
    return found;
}

Test(blanks, the_dots_of_a_leader_are_not_followed_from_each_of_them, .timeout = 60)
{
    cr_expect_eq(blanks_in_many(". ", 500000), 0);
    cr_expect_eq(blanks_in_many("...... ", 150000), 150000);
}
