/* Texts in which a page or more was put into one line. */
#include <criterion/criterion.h>

#include "contract_support.h"
#include "support/support.h"

static void check(const char *text, const char *title, const char *expected)
{
    struct reading_test r;
    text_contract(&r, text);
    same_text(outline(&r), expected);
    cr_assert_str_eq(r.contract->title ? r.contract->title : "-", title);
    reading_end(&r);
}

Test(text_split, clauses_in_one_line_are_told_by_what_they_count_on_from)
{
    check("1. Security. 1.1 Access. Access is limited to staff. 1.2 Backup. Data is backed up as section 1.1. Access says. 2. "
          "Term. One year.\n",
          "-",
          "1 [Security]\n  1.1 [Access]\n    = Access is limited to staff.\n"
          "  1.2 [Backup]\n    = Data is backed up as section 1.1. Access says.\n2 [Term]\n  = One year.\n");
}

Test(text_split, a_number_that_does_not_count_on_stays_in_its_sentence)
{
    check("1. Fees. The fee is in list 7. 9. Smith Street is the address of Provider and stays so. 2. Term. The term is one "
          "year from now on.\n",
          "-",
          "1 [Fees]\n  = The fee is in list 7. 9. Smith Street is the address of Provider and stays so.\n"
          "2 [Term]\n  = The term is one year from now on.\n");
}

Test(text_split, letters_behind_a_full_stop_are_items_and_inside_a_sentence_are_not)
{
    check("1. Duties. Provider shall (a) keep logs and (b) keep them safe for the time agreed. (a) Logs are kept. (b) Logs are "
          "safe.\n\n2. Term. One year.\n",
          "-",
          "1 [Duties]\n  = Provider shall (a) keep logs and (b) keep them safe for the time agreed.\n"
          "  1(a)\n    = Logs are kept.\n  1(b)\n    = Logs are safe.\n2 [Term]\n  = One year.\n");
}

Test(text_split, a_wide_gap_is_a_line_break)
{
    check("ARTICLE I   SECURITY     Section 1.1 Access. Access is limited.     Section 1.2 Backup. Data is backed up.\n", "-",
          "ARTICLE I [SECURITY]\n  Section 1.1 [Access]\n    = Access is limited.\n"
          "  Section 1.2 [Backup]\n    = Data is backed up.\n");
}

Test(text_split, a_title_at_the_front_of_the_text_is_taken_off)
{
    check("Exhibit 10.3 SERVICES AGREEMENT This Services Agreement is made between the parties.\n\n1. Term. One year.\n\n2. Fee. "
          "Ten.\n",
          "SERVICES AGREEMENT",
          "Preamble\n  = Exhibit 10.3\n  = This Services Agreement is made between the parties.\n1 [Term]\n  = One year.\n"
          "2 [Fee]\n  = Ten.\n");
}

Test(text_split, a_running_head_does_not_hide_the_number_behind_it)
{
    check("SERVICES AGREEMENT\n\n\n\n\n\nContract No. 12-34 of Provider 1. Term. One year.\n\n\n\n\n\nContract No. 12-34 of Provider 2. "
          "Fee. Ten.\n\n\n\n\n\nContract No. 12-34 of Provider 3. Audit. Once a year.\n",
          "SERVICES AGREEMENT",
          "Preamble\n  = Contract No. 12-34 of Provider\n1 [Term]\n  = One year.\n  = Contract No. 12-34 of Provider\n"
          "2 [Fee]\n  = Ten.\n  = Contract No. 12-34 of Provider\n3 [Audit]\n  = Once a year.\n");
}

Test(text_split, a_table_of_contents_in_one_line_makes_no_clauses)
{
    check("SERVICES AGREEMENT\n\nTABLE OF CONTENTS   1. Services   2   2. Security   4   2.1 Access   5   3. Term   7\n\n1. Services. "
          "Provider serves Customer with care and does so every day of the year, at the places that Customer names in writing and "
          "at the times agreed.\n\n2. Security. 2.1 Access. Access is limited.\n",
          "SERVICES AGREEMENT",
          "1 [Services]\n  = Provider serves Customer with care and does so every day of the year, at the places that Customer "
          "names in writing and at the times agreed.\n2 [Security]\n  2.1 [Access]\n    = Access is limited.\n");
}

Test(text_split, contents_in_one_line_with_the_title_and_the_foot_of_a_page_are_no_clauses)
{
    check("SERVICES AGREEMENT CONTENTS Article 1 Definitions 1 Article 2 Services 2 Article 3 Secrecy 4 Article 4 Term 6\n\n"
          "Article 4 Term 6 ii\n\nARTICLE 1 DEFINITIONS\n\n1.1 Words have their meaning.\n\nARTICLE 2 SERVICES\n\n2.1 Supplier "
          "shall serve.\n",
          "SERVICES AGREEMENT",
          "ARTICLE 1 [DEFINITIONS]\n  1.1\n    = Words have their meaning.\nARTICLE 2 [SERVICES]\n  2.1\n    = Supplier shall serve.\n");
}

Test(text_split, pieces_know_the_line_they_stand_in)
{
    struct reading_test r;
    text_contract(&r, "1. Security. Access is limited to those who need\nit for their work. 2. Term. One year.\n");
    cr_assert_eq(r.contract->clauses.count, 2);
    cr_assert_eq(r.contract->clauses.first->line, 1);
    cr_assert_eq(r.contract->clauses.last->line, 2);
    reading_end(&r);
}
