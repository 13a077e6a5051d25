/* Clause numbers in all the ways in which they are written. */
#include <criterion/criterion.h>
#include <string.h>

#include "documents/clause_number.h"

static void expect(const char *number, const char *key)
{
    char out[CLAUSE_KEY_BYTES];
    size_t len = clause_key(number, out);
    cr_expect_str_eq(out, key, "%s gives %s", number, out);
    cr_expect_eq(len, strlen(out));
}

Test(clause_number, japanese_numbers_are_read)
{
    expect("第7条", "7");
    expect("第７条", "7");
    expect("第七条", "7");
    expect("第十条", "10");
    expect("第十二条", "12");
    expect("第二十条", "20");
    expect("第二十三条", "23");
    expect("第百二条", "102");
    expect("第三百四十五条", "345");
    expect("第一〇条", "10");
    expect("第千条", "1000");
    expect("第7条第2項", "7.2");
    expect("第7条第2項第3号", "7.2.3");
    expect("第7条の2", "7-2");
    expect("第七条の二第三項", "7-2.3");
    expect("別紙1", "別紙.1");
}

Test(clause_number, english_numbers_are_read)
{
    expect("7", "7");
    expect("7.", "7");
    expect("7.2", "7.2");
    expect("Article 7", "7");
    expect("ARTICLE 7.2", "7.2");
    expect("Section 7(a)(ii)", "7.a.ii");
    expect("(a)", "a");
    expect("Annex 1", "annex.1");
    expect("Clause No. 12", "12");
    expect("7-2", "7-2");
    expect("A", "a");
    expect("B2", "b.2");
}

Test(clause_number, odd_numbers_do_no_harm)
{
    expect("", "");
    expect("   ", "");
    expect("-", "");
    expect("99999999999999999999", "99999");
    expect("第千千千千条", "4000");
    char longest[2000], out[CLAUSE_KEY_BYTES];
    memset(longest, 'x', sizeof longest - 1);
    for (size_t i = 10; i < sizeof longest - 1; i += 11)
        longest[i] = '.';
    longest[sizeof longest - 1] = '\0';
    cr_expect_lt(clause_key(longest, out), sizeof out);
}
