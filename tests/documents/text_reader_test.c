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

Test(text_reader, a_number_with_its_unit_goes_on_with_the_line_before)
{
    check("1. Incidents. Supplier shall report an incident within twenty-four\n(24) hours, and mend its cause not later than\n10 days after.\n"
          "\n2. Term. One year.\n",
          "1 [Incidents]\n  = Supplier shall report an incident within twenty-four\n(24) hours, and mend its cause not later than\n10 days after.\n"
          "2 [Term]\n  = One year.\n");
    check("第1条（報告）\n乙は、情報の漏えいを知ったときは、発覚後\n24時間以内に甲に報告する。\n第2条（期間）\n1年とする。\n",
          "第1条 [報告]\n  = 乙は、情報の漏えいを知ったときは、発覚後\n24時間以内に甲に報告する。\n第2条 [期間]\n  = 1年とする。\n");
}

Test(text_reader, lines_are_counted_from_one_in_every_convention)
{
    static const char *const texts[] = {"SERVICE TERMS\n\n1. Term.\n\nOne year.\n",
                                        "SERVICE TERMS\r\n\r\n1. Term.\r\n\r\nOne year.\r\n",
                                        "SERVICE TERMS\r\r1. Term.\r\rOne year.\r"};
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

Test(text_reader, bytes_that_are_no_text_are_an_error)
{
    check_fault("\x81\x81\x8D\x9D\xFF\xFE\x81 \x90", "text-encoding");
    struct reading_test r;
    text_contract_n(&r, "abc\0\xFF", 5);
    cr_assert_str_eq(fault_of(&r), "text-encoding");
    reading_end(&r);
}

static void check_bytes(const char *at, size_t len, const char *expected)
{
    struct reading_test r;
    text_contract_n(&r, at, len);
    same_text(outline(&r), expected);
    reading_end(&r);
}

#define BYTES(text) text, sizeof text - 1

Test(text_reader, japanese_is_read_in_the_encodings_that_it_comes_in)
{
    static const char expected[] = "第1条 [目的]\n  = 委託する。\n";
    check_bytes(BYTES("\x91\xe6" "1" "\x8f\xf0\x81\x69\x96\xda\x93\x49\x81\x6a\n\x88\xcf\x91\xf5\x82\xb7\x82\xe9\x81\x42\n"),
                expected);
    check_bytes(BYTES("\xc2\xe8" "1" "\xbe\xf2\xa1\xca\xcc\xdc\xc5\xaa\xa1\xcb\n\xb0\xd1\xc2\xf7\xa4\xb9\xa4\xeb\xa1\xa3\n"),
                expected);
    check_bytes(BYTES("\xff\xfe\x2c\x7b" "1\0" "\x61\x67\x08\xff\xee\x76\x84\x76\x09\xff\n\0\xd4\x59\x17\x8a\x59\x30\x8b"
                      "\x30\x02\x30\n\0"),
                expected);
}

Test(text_reader, western_quotes_of_windows_are_read)
{
    check_bytes(BYTES("1. Term. The \x93" "Term\x94 is Provider\x92s.\n\n2. Fee. Ten.\n"),
                "1 [Term]\n  = The “Term” is Provider’s.\n2 [Fee]\n  = Ten.\n");
}

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
