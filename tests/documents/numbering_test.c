/* Numbers as Word computes them: formats, levels, restarts and overrides. */
#include <criterion/criterion.h>
#include <string.h>

#include "contract_support.h"
#include "documents/numbering.h"
#include "support/support.h"

static void check_format(const char *format, uint32_t value, const char *expected)
{
    char bytes[64];
    struct buffer out;
    buffer_init_fixed(&out, bytes, sizeof bytes);
    numbering_format(&out, format, value);
    cr_expect_str_eq(out.at ? out.at : "", expected, "%s of %u is '%s', not '%s'", format, value, out.at ? out.at : "",
                     expected);
}

Test(numbering, latin_formats)
{
    check_format("decimal", 12, "12");
    check_format("decimalZero", 7, "07");
    check_format("upperRoman", 1994, "MCMXCIV");
    check_format("lowerRoman", 4, "iv");
    check_format("upperLetter", 3, "C");
    check_format("lowerLetter", 28, "bb");
    check_format("ordinal", 1, "1st");
    check_format("ordinal", 12, "12th");
    check_format("ordinal", 22, "22nd");
    check_format("numberInDash", 3, "- 3 -");
}

Test(numbering, japanese_formats)
{
    check_format("decimalFullWidth", 12, "１２");
    check_format("decimalEnclosedCircle", 20, "⑳");
    check_format("decimalEnclosedCircle", 21, "㉑");
    check_format("decimalEnclosedCircle", 51, "51");
    check_format("decimalEnclosedParen", 3, "⑶");
    check_format("aiueo", 2, "イ");
    check_format("iroha", 2, "ロ");
    check_format("irohaFullWidth", 3, "ハ");
    check_format("japaneseCounting", 11, "十一");
    check_format("japaneseCounting", 203, "二百三");
    check_format("japaneseLegal", 12, "壱拾弐");
    check_format("ideographDigital", 10, "一〇");
    check_format("ideographTraditional", 2, "乙");
}

Test(numbering, unknown_formats_are_decimal_and_none_is_nothing)
{
    check_format("klingon", 3, "3");
    check_format(NULL, 3, "3");
    check_format("none", 3, "");
}

/* The labels of paragraphs, as "num/level" in order, joined by spaces. */
static void check_labels(struct numbering *n, const char *paragraphs, const char *expected)
{
    char labels[512], one[64];
    struct buffer all, label;
    buffer_init_fixed(&all, labels, sizeof labels);
    numbering_seal(n, NULL, NULL);
    for (const char *p = paragraphs; *p; p += p[3] ? 4 : 3) {
        struct numbering_num *num = numbering_find(n, (uint32_t)(p[0] - '0'));
        cr_assert_not_null(num);
        buffer_init_fixed(&label, one, sizeof one);
        if (all.len)
            buffer_putc(&all, ' ');
        buffer_puts(&all, numbering_count(num, (uint8_t)(p[2] - '0'), &label) ? label.at : "-");
    }
    same_text(all.at, expected);
}

static struct numbering_list *make_list(struct numbering *n, uint32_t id, const char *const *texts)
{
    struct numbering_list *l = numbering_add_list(n, id);
    cr_assert_not_null(l);
    for (size_t i = 0; texts[i]; i++)
        l->levels[i] = (struct numbering_level){.text = texts[i], .start = 1, .restart = -1};
    return l;
}

static const char *const decimal[] = {"%1.", "%1.%2", "%1.%2.%3", NULL};

Test(numbering, deeper_levels_begin_anew_below_a_higher_one)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    make_list(&n, 0, decimal);
    numbering_add_num(&n, 1, 0);
    check_labels(&n, "1/0 1/1 1/1 1/0 1/1 1/2 1/2 1/1 1/2", "1. 1.1 1.2 2. 2.1 2.1.1 2.1.2 2.2 2.2.1");
    arena_free(n.arena);
}

Test(numbering, a_level_whose_higher_one_never_came_counts_it_as_begun)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    make_list(&n, 0, decimal);
    numbering_add_num(&n, 1, 0);
    check_labels(&n, "1/1 1/1 1/0 1/1", "1.1 1.2 2. 2.1");
    arena_free(n.arena);
}

Test(numbering, a_level_can_count_on_through_higher_ones)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    struct numbering_list *l = make_list(&n, 0, (const char *const[]){"第%1章", "第%2条", NULL});
    l->levels[1].restart = 0;
    numbering_add_num(&n, 1, 0);
    check_labels(&n, "1/0 1/1 1/1 1/0 1/1", "第1章 第1条 第2条 第2章 第3条");
    arena_free(n.arena);
}

Test(numbering, a_level_begins_anew_only_after_the_level_it_names)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    struct numbering_list *l = make_list(&n, 0, (const char *const[]){"%1", "%1.%2", "(%3)", NULL});
    l->levels[2].restart = 1;
    numbering_add_num(&n, 1, 0);
    check_labels(&n, "1/0 1/1 1/2 1/1 1/2 1/0 1/2", "1 1.1 (1) 1.2 (2) 2 (1)");
    arena_free(n.arena);
}

Test(numbering, two_nums_of_one_list_count_together_until_one_starts_anew)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    make_list(&n, 0, decimal);
    numbering_add_num(&n, 1, 0);
    numbering_add_num(&n, 2, 0);
    struct numbering_num *third = numbering_add_num(&n, 3, 0);
    third->overridden[0] = true;
    third->starts[0] = 5;
    check_labels(&n, "1/0 2/0 1/0 3/0 3/0 1/0", "1. 2. 3. 5. 6. 7.");
    arena_free(n.arena);
}

Test(numbering, a_num_may_define_a_level_itself)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    static struct numbering_level own = {.text = "(%1)", .format = "lowerLetter", .start = 3, .restart = -1};
    make_list(&n, 0, decimal);
    numbering_add_num(&n, 1, 0)->own[0] = &own;
    check_labels(&n, "1/0 1/0", "(c) (d)");
    arena_free(n.arena);
}

Test(numbering, legal_levels_show_all_numbers_in_decimal)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    struct numbering_list *l = make_list(&n, 0, (const char *const[]){"Article %1", "%1.%2", NULL});
    l->levels[0].format = "upperRoman";
    l->levels[1].legal = true;
    numbering_add_num(&n, 1, 0);
    check_labels(&n, "1/0 1/0 1/1", "Article I Article II 2.1");
    arena_free(n.arena);
}

Test(numbering, a_bullet_and_an_empty_text_show_no_label)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    struct numbering_list *l = make_list(&n, 0, (const char *const[]){"•", "", NULL});
    l->levels[0].format = "bullet";
    numbering_add_num(&n, 1, 0);
    check_labels(&n, "1/0 1/1", "- -");
    arena_free(n.arena);
}

Test(numbering, a_num_without_a_list_shows_no_label)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    numbering_add_num(&n, 1, 7);
    check_labels(&n, "1/0", "-");
    cr_assert_null(numbering_find(&n, 2));
    arena_free(n.arena);
}

static uint32_t linked(const void *context, const char *style)
{
    (void)context;
    return strcmp(style, "Outline") == 0 ? 2 : 0;
}

Test(numbering, a_list_can_take_its_levels_from_a_numbering_style)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    char one[32];
    struct buffer label;
    numbering_add_list(&n, 0)->style_link = "Outline";
    make_list(&n, 1, decimal);
    numbering_add_num(&n, 1, 0);
    numbering_add_num(&n, 2, 1);
    numbering_seal(&n, linked, NULL);
    buffer_init_fixed(&label, one, sizeof one);
    cr_assert(numbering_count(numbering_find(&n, 1), 0, &label));
    cr_assert_str_eq(label.at, "1.");
    arena_free(n.arena);
}

Test(numbering, a_style_that_stands_for_a_level_counts_at_it)
{
    struct numbering n = {.arena = arena_new(1 << 20)};
    struct numbering_list *l = make_list(&n, 0, decimal);
    l->levels[1].style = "Heading2";
    struct numbering_num *num = numbering_add_num(&n, 1, 0);
    numbering_seal(&n, NULL, NULL);
    cr_assert_eq(numbering_level_of_style(num, "Heading2", 0), 1);
    cr_assert_eq(numbering_level_of_style(num, "Other", 0), 0);
    arena_free(n.arena);
}

Test(numbering, an_exhausted_arena_is_told)
{
    struct numbering n = {.arena = arena_new(100)};
    cr_assert_null(numbering_add_list(&n, 0));
    arena_free(n.arena);
}

Test(numbering, overrides_and_own_levels_are_read_from_the_part)
{
    struct reading_test r;
    word_contract(&r, N(1, 0, "First thing.") N(2, 0, "Second thing.") N(2, 0, "Third thing."), NULL,
                  LIST(0, LEVEL(0, "decimal", "%1.")) NUM(1, 0)
                  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                  "w:val=\"4\"/></w:lvlOverride></w:num>");
    same_text(outline(&r), "1\n  = First thing.\n4\n  = Second thing.\n5\n  = Third thing.\n");
    reading_end(&r);
}
