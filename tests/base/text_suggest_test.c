#include <string.h>

#include "base/text.h"
#include "support/support.h"

TestSuite(text_suggest);

static const char *const names[] = {"check", "explain", "report", "report-within", "dump", "init", "test", "委託先"};
enum { COUNT = sizeof names / sizeof *names };

static void meant(const char *wrong, const char *expected)
{
    const char *found = text_suggest(wrong, names, COUNT);
    if (!expected)
        cr_assert_null(found, "%s: suggests %s", wrong, found);
    else
        same_text(found, expected);
}

Test(text_suggest, slips_of_the_hand_are_understood)
{
    meant("chekc", "check");
    meant("chek", "check");
    meant("checkk", "check");
    meant("xheck", "check");
    meant("explian", "explain");
    meant("reprot-witin", "report-within");
    meant("CHECK", "check");
    meant("Dmup", "dump");
    meant("委託元", "委託先");
}

Test(text_suggest, other_words_are_not_taken_for_slips)
{
    meant("serve", NULL);
    meant("x", NULL);
    meant("", NULL);
    meant("in", NULL);
    meant("list", NULL);
    meant("within", NULL);
    cr_assert_null(text_suggest(NULL, names, COUNT));
    cr_assert_null(text_suggest("check", names, 0));
    cr_assert_null(text_suggest("check", (const char *const[]){NULL}, 1));
}

Test(text_suggest, the_nearest_wins_and_the_first_of_equals)
{
    static const char *const near[] = {"patches", "patched", "patch"};
    same_text(text_suggest("patc", near, 3), "patch");
    same_text(text_suggest("patchez", near, 3), "patches");
}

Test(text_suggest, a_word_of_any_length_is_safe)
{
    char word[5000];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    cr_assert_null(text_suggest(word, names, COUNT));
    const char *longs[] = {word};
    cr_assert_null(text_suggest("aaaa", longs, 1));
    word[48] = '\0';
    same_text(text_suggest(word, longs, 1), word);
}
