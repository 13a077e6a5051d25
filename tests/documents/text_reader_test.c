/* Plain text: lines, wrapping, page furniture. */
#include <criterion/criterion.h>
#include <string.h>

#include "contract_support.h"
#include "support/support.h"

static void check(const char *text, const char *expected)
{
    struct reading_test r;
    text_contract(&r, text);
    same_text(outline(&r), expected);
    reading_end(&r);
}

static void check_fault(const char *text, const char *fault)
{
    struct reading_test r;
    text_contract(&r, text);
    cr_assert_str_eq(fault_of(&r), fault);
    reading_end(&r);
}

#define WIDE "Provider keeps the data of Customer in confidence and gives it to nobody who"

Test(text_reader, wrapped_lines_are_one_paragraph_that_keeps_its_line_breaks)
{
    check("1. Secrecy. " WIDE "\nhas no need to know it for the services that are\nagreed here in this contract.\n\n2. Term. One "
          "year.\n",
          "1 [Secrecy]\n  = " WIDE "\nhas no need to know it for the services that are\nagreed here in this contract.\n"
          "2 [Term]\n  = One year.\n");
}

Test(text_reader, wrapped_japanese_is_joined_too)
{
    check("第1条（報告）\n乙は、情報の漏えい、滅失又は毀損その他の事故が発生し、又はそのおそれがあること\nを知ったときは、二十四時間以内に甲に"
          "報告する。\n第2条（期間）\n1年とする。\n",
          "第1条 [報告]\n  = 乙は、情報の漏えい、滅失又は毀損その他の事故が発生し、又はそのおそれがあること\nを知ったときは、二十四時間以内に"
          "甲に報告する。\n第2条 [期間]\n  = 1年とする。\n");
}

Test(text_reader, lines_are_counted_from_one_in_every_convention)
{
    static const char *const texts[] = {"SERVICE TERMS\n\n1. Term.\n\nOne year.\n", "SERVICE TERMS\r\n\r\n1. Term.\r\n\r\nOne "
                                        "year.\r\n", "SERVICE TERMS\r\r1. Term.\r\rOne year.\r"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading_test r;
        text_contract(&r, texts[i]);
        const struct clause *c = (const struct clause *)r.contract->clauses.first;
        cr_expect_eq(c->node.line, 3, "text %zu: line %u", i, c->node.line);
        cr_expect_eq(c->text.first->line, 5);
        reading_end(&r);
    }
}

Test(text_reader, page_numbers_are_left_out_and_a_cut_sentence_is_mended)
{
    check("1. Secrecy. Provider keeps all of the data of Customer safe and\n\n\n- 2 -\n\n\ntells nobody.\n\nPage 3 of 9\n\n2. Term. "
          "One year.\n\n4\n",
          "1 [Secrecy]\n  = Provider keeps all of the data of Customer safe and\n\n\n\n\n\ntells nobody.\n2 [Term]\n  = One "
          "year.\n");
}

Test(text_reader, columns_made_of_spaces_are_drawn_together)
{
    check("1.     Term.      One\t\tyear.\n\n2. Fee. Ten.\n", "1 [Term]\n  = One year.\n2 [Fee]\n  = Ten.\n");
}

Test(text_reader, a_byte_order_mark_is_no_text) { check("\xEF\xBB\xBF第1条（目的）\n委託する。\n", "第1条 [目的]\n  = 委託する。\n"); }

Test(text_reader, nothing_and_white_space_are_errors)
{
    check_fault("", "text-empty");
    check_fault(" \n\t\n\f\n　\n", "text-empty");
}

Test(text_reader, bytes_that_are_no_text_are_an_error) { check_fault("abc \xC3\x28", "text-encoding"); }

Test(text_reader, a_line_of_a_million_brackets_is_read_in_time)
{
    size_t len = 1 << 20;
    struct reading_test r;
    struct buffer text;
    buffer_init(&text, 2 * len);
    for (size_t i = 0; i < len / 4; i++)
        buffer_puts(&text, "((\"以");
    text_contract(&r, text.at);
    cr_assert_eq(r.status, 0);
    reading_end(&r);
    buffer_free(&text);
}
