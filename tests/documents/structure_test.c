/* Clauses found in paragraphs. The texts go through text_read, a line or more a paragraph. */
#include "documents/structure.h"

#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdio.h>
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

/* ---- Japanese ---- */

Test(structure, a_heading_stands_on_the_line_of_its_article_before_or_behind_it)
{
    check("第1条（目的）\n委託する。\n第2条【期間】　1年とする。\n（監査）\n第3条　監査できる。\n第4条\n（協議）\n協議する。\n"
          "第5条　準拠法\n日本法による。\n",
          "第1条 [目的]\n  = 委託する。\n"
          "第2条 [期間]\n  = 1年とする。\n"
          "第3条 [監査]\n  = 監査できる。\n"
          "第4条 [協議]\n  = 協議する。\n"
          "第5条 [準拠法]\n  = 日本法による。\n");
}

Test(structure, paragraphs_and_items_nest_below_their_article)
{
    check("第1条（秘密保持）\n１　乙は開示しない。\n２　次の各号を除く。\n(1) 公知の情報\n(2) 次の情報\nイ　甲のもの\nロ　乙のもの\n"
          "３　本条は存続する。\n第2条（期間）\n1年とする。\n",
          "第1条 [秘密保持]\n"
          "  第1条第1項\n    = 乙は開示しない。\n"
          "  第1条第2項\n    = 次の各号を除く。\n"
          "    第1条第2項第1号\n      = 公知の情報\n"
          "    第1条第2項第2号\n      = 次の情報\n"
          "      第1条第2項第2号イ\n        = 甲のもの\n"
          "      第1条第2項第2号ロ\n        = 乙のもの\n"
          "  第1条第3項\n    = 本条は存続する。\n"
          "第2条 [期間]\n  = 1年とする。\n");
}

Test(structure, the_first_paragraph_of_an_article_may_carry_no_number)
{
    check("第1条（報告）\n乙は報告する。\n2　甲は確認する。\n3　費用は乙の負担とする。\n",
          "第1条 [報告]\n  = 乙は報告する。\n  第1条第2項\n    = 甲は確認する。\n  第1条第3項\n    = 費用は乙の負担とする。\n");
}

Test(structure, numbers_below_the_text_of_an_article_are_its_items)
{
    check("第1条（範囲）\n業務は次のとおりとする。\n１．開発\n２．保守\n第2条（期間）\n1年とする。\n",
          "第1条 [範囲]\n  = 業務は次のとおりとする。\n  第1条第1号\n    = 開発\n  第1条第2号\n    = 保守\n"
          "第2条 [期間]\n  = 1年とする。\n");
}

Test(structure, articles_count_through_chapters_and_stand_in_them)
{
    check("第1章　総則\n第1条（目的）\n委託する。\n第2章　監査\n第2条（監査権）\n監査できる。\n第2条の2（費用）\n乙が負担する。\n",
          "第1章 [総則]\n  第1条 [目的]\n    = 委託する。\n"
          "第2章 [監査]\n  第2条 [監査権]\n    = 監査できる。\n  第2条の2 [費用]\n    = 乙が負担する。\n");
}

Test(structure, a_reference_at_the_front_of_a_line_stays_prose)
{
    check("第1条（目的）\n委託する。\n第2条（解除）\n解除できる。\n第1条の規定は妨げられない。\n第2条第1項に定める場合を除く。\n",
          "第1条 [目的]\n  = 委託する。\n第2条 [解除]\n  = 解除できる。\n  = 第1条の規定は妨げられない。\n"
          "  = 第2条第1項に定める場合を除く。\n");
}

Test(structure, annexes_and_the_place_for_signatures_are_clauses_of_their_own)
{
    check("業務委託契約書\n第1条（目的）\n別紙1のとおり委託する。\n"
          "以上、本契約の成立を証するため、本書2通を作成し、各自1通を保有する。\n2026年4月1日\n甲　山川工業\n"
          "別紙1　業務の範囲\n第1条（対象）\n保守業務とする。\n附則\n本契約は締結の日から効力を生ずる。\n",
          "第1条 [目的]\n  = 別紙1のとおり委託する。\n"
          "署名欄\n  = 以上、本契約の成立を証するため、本書2通を作成し、各自1通を保有する。\n  = 2026年4月1日\n  = 甲　山川工業\n"
          "別紙1 [業務の範囲]\n  別紙1 第1条 [対象]\n    = 保守業務とする。\n"
          "附則\n  = 本契約は締結の日から効力を生ずる。\n");
}

Test(structure, kanji_numerals_count_like_digits)
{
    check("第一条　次のものを委託する。\n一　開発\n二　保守\n第二条　期間は一年とする。\n",
          "第一条\n  = 次のものを委託する。\n  第一条第1号\n    = 開発\n  第一条第2号\n    = 保守\n第二条\n  = 期間は一年とする。\n");
}

Test(structure, a_list_item_that_is_a_noun_is_no_heading)
{
    check("第1条（対象）\n次のものを対象とする。\n(1) 個人情報\n(2) 再委託\n第2条（期間）\n1年とする。\n",
          "第1条 [対象]\n  = 次のものを対象とする。\n  第1条第1号\n    = 個人情報\n  第1条第2号\n    = 再委託\n"
          "第2条 [期間]\n  = 1年とする。\n");
}

Test(structure, special_conditions_count_without_a_unit)
{
    check("個人情報取扱特記事項\n（秘密の保持）\n第１　乙は知らせてはならない。\n（再委託）\n第２　乙は委託してはならない。\n２　甲が承諾したとき"
          "を除く。\n",
          "第1 [秘密の保持]\n  = 乙は知らせてはならない。\n第2 [再委託]\n  = 乙は委託してはならない。\n"
          "  第2第2項\n    = 甲が承諾したときを除く。\n");
}

Test(structure, roman_parts_hold_numbered_clauses_and_these_hyphened_ones)
{
    check("Ⅰ．総則\n１．目的\n本書の目的とする。\nⅡ．対策\n１．管理\n1-1 権限を見直す。\n1-2 記録を残す。\n２．報告\n24時間以内とする。\n",
          "Ⅰ [総則]\n  Ⅰ.1 [目的]\n    = 本書の目的とする。\n"
          "Ⅱ [対策]\n  Ⅱ.1 [管理]\n    1-1\n      = 権限を見直す。\n    1-2\n      = 記録を残す。\n"
          "  Ⅱ.2 [報告]\n    = 24時間以内とする。\n");
}

Test(structure, a_table_of_contents_ends_where_its_numbers_begin_anew)
{
    check("業務委託契約書\n目　次\n第1条（目的）……………1\n第2条（監査）・・・・・　２\n第3条（期間）\t3\n別紙1　特記事項\n"
          "第1条（目的）\n委託する。\n第2条（監査）\n監査できる。\n第3条（期間）\n1年とする。\n別紙1　特記事項\n第1　守る。\n",
          "第1条 [目的]\n  = 委託する。\n第2条 [監査]\n  = 監査できる。\n第3条 [期間]\n  = 1年とする。\n別紙1 [特記事項]\n  別紙1 第1\n    = 守る。\n");
    check("SERVICES AGREEMENT\n\nContents\n\n1. Services\n2. Audit\n3. Term\n\n1. Services\n\nSupplier shall serve.\n\n2. Audit\n\n"
          "Customer may audit.\n\n3. Term\n\nOne year.\n",
          "1 [Services]\n  = Supplier shall serve.\n2 [Audit]\n  = Customer may audit.\n3 [Term]\n  = One year.\n");
}

Test(structure, a_line_that_only_says_contents_takes_nothing_with_it)
{
    check("SERVICES AGREEMENT\n\nContents\n\n1. Supplier shall keep the contents of the parcel.\n\n2. Customer pays.\n",
          "Preamble\n  = Contents\n1\n  = Supplier shall keep the contents of the parcel.\n2\n  = Customer pays.\n");
}

Test(structure, supplementary_provisions_may_be_spaced)
{
    check("第1条（目的）\n委託する。\n附　則\n１　この契約は、公布の日から施行する。\n２　従前の契約は、廃止する。\n",
          "第1条 [目的]\n  = 委託する。\n附則\n  附則 1\n    = この契約は、公布の日から施行する。\n  附則 2\n    = 従前の契約は、廃止する。\n");
}

Test(structure, kanji_count_paragraphs_where_the_first_has_no_number)
{
    check("第一条（再委託）\n　乙は再委託しない。\n二　費用は乙が負担する。\n三　第一項の例外は次のとおりとする。\n　一　印刷\n　二　運送\n第二条（期間）\n一年とする。\n",
          "第一条 [再委託]\n  = 乙は再委託しない。\n  第一条第2項\n    = 費用は乙が負担する。\n  第一条第3項\n    = 第一項の例外は次のとおりとする。\n"
          "    第一条第3項第1号\n      = 印刷\n    第一条第3項第2号\n      = 運送\n第二条 [期間]\n  = 一年とする。\n");
}

/* ---- English ---- */

Test(structure, articles_sections_and_letters_nest)
{
    check("ARTICLE I\n\nDEFINITIONS\n\n1.1 Terms have these meanings.\n\nARTICLE II\n\nSECURITY\n\n2.1 Access. Access is "
          "limited.\n\n(a) to staff;\n\n(i) with training; and\n\n(ii) with a need;\n\n(b) to auditors.\n\n2.2 Backup. Data is "
          "backed up daily.\n",
          "ARTICLE I [DEFINITIONS]\n  1.1\n    = Terms have these meanings.\n"
          "ARTICLE II [SECURITY]\n  2.1 [Access]\n    = Access is limited.\n"
          "    2.1(a)\n      = to staff;\n"
          "      2.1(a)(i)\n        = with training; and\n"
          "      2.1(a)(ii)\n        = with a need;\n"
          "    2.1(b)\n      = to auditors.\n"
          "  2.2 [Backup]\n    = Data is backed up daily.\n");
}

Test(structure, numbers_without_a_dot_head_clauses_that_go_on)
{
    check("1 Services\n\n1.1 Provider serves.\n\n2 Security\n\n2.1 Provider keeps logs.\n\n30 Days after the end, data is "
          "deleted.\n",
          "1 [Services]\n  1.1\n    = Provider serves.\n2 [Security]\n  2.1\n    = Provider keeps logs.\n"
          "    = 30 Days after the end, data is deleted.\n");
}

Test(structure, roman_numerals_head_clauses)
{
    check("I. SECURITY\n\nA. Access is limited.\n\nB. Data is backed up.\n\nII. TERM\n\nOne year.\n",
          "I [SECURITY]\n  I.A\n    = Access is limited.\n  I.B\n    = Data is backed up.\nII [TERM]\n  = One year.\n");
}

Test(structure, run_in_headings_end_at_their_full_stop)
{
    check("1. Audit. Customer may audit Provider once a year.\n\n2. Incident Notice: Provider tells Customer within 24 "
          "hours.\n\n3. The parties agree on fees. They are paid monthly.\n\n4. SUBPROCESSORS\n\nNone is engaged without "
          "consent.\n",
          "1 [Audit]\n  = Customer may audit Provider once a year.\n"
          "2 [Incident Notice]\n  = Provider tells Customer within 24 hours.\n"
          "3\n  = The parties agree on fees. They are paid monthly.\n"
          "4 [SUBPROCESSORS]\n  = None is engaged without consent.\n");
}

Test(structure, the_letter_i_after_h_is_a_letter_and_before_ii_a_numeral)
{
    check("1. List.\n\n(f) six\n\n(g) seven\n\n(h) eight\n\n(i) nine\n\n(j) ten\n\n2. Other.\n\n(a) first\n\n(i) one\n\n(ii) two\n\n(b) "
          "second\n",
          "1 [List]\n  1(f)\n    = six\n  1(g)\n    = seven\n  1(h)\n    = eight\n  1(i)\n    = nine\n  1(j)\n    = ten\n"
          "2 [Other]\n  2(a)\n    = first\n    2(a)(i)\n      = one\n    2(a)(ii)\n      = two\n  2(b)\n    = second\n");
}

Test(structure, references_amounts_and_initials_at_the_front_of_a_line_are_prose)
{
    check("1. Lists.\n\nA. One\n\nB. Two\n\n2. Term. One year.\n",
          "1 [Lists]\n  1.A\n    = One\n  1.B\n    = Two\n2 [Term]\n  = One year.\n");
    check("1. Fees.\n\nSection 4.2 shall survive.\n\n2.5 million yen are paid.\n\nA. Smith signs for Provider.\n\n2. Term.\n\n"
          "One year.\n",
          "1 [Fees]\n  = Section 4.2 shall survive.\n  = 2.5 million yen are paid.\n  = A. Smith signs for Provider.\n"
          "2 [Term]\n  = One year.\n");
}

Test(structure, exhibits_hold_their_own_numbers)
{
    check("SERVICES AGREEMENT\n\n1. Services. Provider serves.\n\n2. Term. One year.\n\nIN WITNESS WHEREOF, the parties "
          "sign.\n\nExhibit A\n\nSecurity\n\n1. Access. Access is limited.\n\n1.1 Passwords are long.\n",
          "1 [Services]\n  = Provider serves.\n2 [Term]\n  = One year.\n"
          "Signatures\n  = IN WITNESS WHEREOF, the parties sign.\n"
          "Exhibit A [Security]\n  Exhibit A, 1 [Access]\n    = Access is limited.\n"
          "    Exhibit A, 1.1\n      = Passwords are long.\n");
}

Test(structure, numbered_parties_before_the_first_clause_are_preamble)
{
    check("NON-DISCLOSURE AGREEMENT\n\nBetween\n\n(1) Yamakawa Ltd; and\n\n(2) Umino KK.\n\n1. Purpose. To talk.\n\n2. Term. One "
          "year.\n",
          "Preamble\n  = Between\n  = (1) Yamakawa Ltd; and\n  = (2) Umino KK.\n1 [Purpose]\n  = To talk.\n2 [Term]\n"
          "  = One year.\n");
}

/* ---- both in one file ---- */

Test(structure, a_contract_in_two_languages_is_read_in_both)
{
    check("SERVICE AGREEMENT\n\nBetween Yamakawa Ltd (\"Customer\") and Umino KK (\"Provider\").\n\nARTICLE 1 SERVICES\n\n1.1 Provider "
          "serves.\n\nIN WITNESS WHEREOF, the parties sign.\n\nBy: ____\n\n業務委託契約書\n\n本契約は山川と海野の間で締結する。\n\n第1条"
          "（業務）\n\n受託者は本業務を誠実に行い、その結果を委託者に報告するものとする。\n",
          "前文\n  = Between Yamakawa Ltd (\"Customer\") and Umino KK (\"Provider\").\n"
          "ARTICLE 1 [SERVICES]\n  1.1\n    = Provider serves.\n"
          "署名欄\n  = IN WITNESS WHEREOF, the parties sign.\n  = By: ____\n"
          "[1] [業務委託契約書]\n  = 本契約は山川と海野の間で締結する。\n"
          "第1条 [業務]\n  = 受託者は本業務を誠実に行い、その結果を委託者に報告するものとする。\n");
}

/* ---- without numbers ---- */

Test(structure, headings_alone_make_clauses_when_nothing_is_numbered)
{
    check("Provider keeps the data secure and tells nobody.\n\nCONFIDENTIALITY\n\nNothing is disclosed.\n\nTERM\n\nOne year.\n",
          "Preamble\n  = Provider keeps the data secure and tells nobody.\n[1] [CONFIDENTIALITY]\n  = Nothing is disclosed.\n"
          "[2] [TERM]\n  = One year.\n");
    check("【秘密保持】\n開示しない。\n【期間】\n1年とする。\n",
          "[1] [秘密保持]\n  = 開示しない。\n[2] [期間]\n  = 1年とする。\n");
}

Test(structure, text_without_any_structure_is_one_clause)
{
    check("We keep what you tell us to ourselves.\n\nWe do so for a year.\n",
          "1\n  = We keep what you tell us to ourselves.\n  = We do so for a year.\n");
}

Test(structure, a_table_of_contents_is_left_out)
{
    check("SERVICES AGREEMENT\n\n1. Services .......... 2\n\n2. Term .......... 3\n\n1. Services. Provider serves.\n\n2. Term. One "
          "year.\n",
          "1 [Services]\n  = Provider serves.\n2 [Term]\n  = One year.\n");
    check("業務委託契約書\n第1条　目的……………1\n第2条　期間……………2\n第1条（目的）\n委託する。\n第2条（期間）\n1年とする。\n",
          "第1条 [目的]\n  = 委託する。\n第2条 [期間]\n  = 1年とする。\n");
}

/* ---- title, parties, definitions ---- */

static void check_head(const char *text, const char *title, const char *kind, const char *language)
{
    struct reading_test r;
    text_contract(&r, text);
    cr_assert_not_null(r.contract);
    cr_expect_str_eq(r.contract->title ? r.contract->title : "-", title);
    cr_expect_str_eq(r.contract->kind ? r.contract->kind : "-", kind);
    cr_expect_str_eq(r.contract->language, language);
    reading_end(&r);
}

Test(structure, the_title_names_the_kind_of_contract)
{
    check_head("業務委託基本契約書（案）\n第1条（目的）\n委託する。\n", "業務委託基本契約書（案）", "master", "ja");
    check_head("秘密保持契約書\n第1条（目的）\n委託する。\n", "秘密保持契約書", "nda", "ja");
    check_head("業務委託に関する秘密保持契約書\n第1条（目的）\n委託する。\n", "業務委託に関する秘密保持契約書", "nda", "ja");
    check_head("業務委託及び秘密保持契約書\n第1条（目的）\n委託する。\n", "業務委託及び秘密保持契約書", "services", "ja");
    check_head("業務委託契約書（秘密保持特約付）\n第1条（目的）\n委託する。\n", "業務委託契約書（秘密保持特約付）", "services", "ja");
    check_head("秘密保持契約書（業務委託用）\n第1条（目的）\n委託する。\n", "秘密保持契約書（業務委託用）", "nda", "ja");
    check_head("CONSULTING AND CONFIDENTIALITY AGREEMENT\n1. Purpose\nThe parties study a product.\n",
               "CONSULTING AND CONFIDENTIALITY AGREEMENT", "-", "en");
    check_head("CONFIDENTIALITY AND NON-DISCLOSURE AGREEMENT\n1. Purpose\nThe parties study a product.\n",
               "CONFIDENTIALITY AND NON-DISCLOSURE AGREEMENT", "nda", "en");
    check_head("TRANSLATION AGREEMENT\n1. Purpose\nThe Supplier translates.\n", "TRANSLATION AGREEMENT", "-", "en");
    check_head("Service Levels Agreement\n1. Purpose\nThe service runs.\n", "Service Levels Agreement", "sla", "en");
    check_head("守秘義務契約書\n第1条（目的）\n委託する。\n", "守秘義務契約書", "nda", "ja");
    check_head("NON DISCLOSURE AGREEMENT\n1. Purpose\nThe parties study a product.\n", "NON DISCLOSURE AGREEMENT", "nda", "en");
    check_head("個人情報の取扱いに関する覚書\n第1条（目的）\n委託する。\n", "個人情報の取扱いに関する覚書", "dpa", "ja");
    check_head("Draft of May\n\nMUTUAL NON-DISCLOSURE AGREEMENT\n\n1. Purpose. To talk.\n", "MUTUAL NON-DISCLOSURE AGREEMENT",
               "nda", "en");
    check_head("1. Purpose. To talk.\n\n2. Term. One year.\n", "-", "-", "en");
}

static void check_parties(const char *text, const char *expected)
{
    struct reading_test r;
    text_contract(&r, text);
    cr_assert_not_null(r.contract);
    buffer_clear(&r.text);
    LIST_EACH(struct party, p, &r.contract->parties)
        buffer_printf(&r.text, "%s is %s, %s\n", p->alias, p->name ? p->name : "-", p->role ? p->role : "-");
    same_text(r.text.at ? r.text.at : "", expected);
    reading_end(&r);
}

Test(structure, parties_are_who_the_preamble_gives_an_alias)
{
    check_parties("業務委託契約書\n委託者 山川工業株式会社（以下「甲」という。）と受託者 海野システム株式会社（以下、「乙」という。）は、以下の"
                  "とおり契約（以下「本契約」という。）を締結する。\n第1条（委託）\n甲は本業務を乙に委託する。\n",
                  "甲 is 山川工業株式会社, customer\n乙 is 海野システム株式会社, supplier\n");
    check_parties("SERVICES AGREEMENT\n\nThis Agreement (the \"Agreement\") is made between Yamakawa Ltd, a company "
                  "of Japan (\"Customer\"), and Umino KK (the \"Provider\").\n\n1. Services. Provider serves.\n",
                  "Customer is Yamakawa Ltd, customer\nProvider is Umino KK, supplier\n");
}

Test(structure, names_end_where_their_description_begins)
{
    check_parties("NON-DISCLOSURE AGREEMENT\n\nThis Agreement (the \"Agreement\") is made by and between the Office of Harbours (the "
                  "\"Office\"), Yamakawa Systems, Inc., its subsidiaries and affiliates (\"Yamakawa\") and ________, whose address is "
                  "________ (hereinafter referred to as \"the Vendor\").\n\n1. Purpose. To talk.\n",
                  "Office is Office of Harbours, -\nYamakawa is Yamakawa Systems, Inc., -\nVendor is ________, supplier\n");
}

Test(structure, who_entrusts_decides_which_party_is_the_customer)
{
    check_parties("業務委託契約書\n海野（以下「甲」という。）と山川（以下「乙」という。）は契約する。\n第1条（委託）\n乙は本業務を甲に委託し、"
                  "甲はこれを受託する。\n",
                  "甲 is 海野, supplier\n乙 is 山川, customer\n");
    check_parties("秘密保持契約書\n海野（以下「甲」という。）と山川（以下「乙」という。）は契約する。\n第1条（秘密）\n開示しない。\n",
                  "甲 is 海野, -\n乙 is 山川, -\n");
}

Test(structure, definitions_are_recorded_and_stay_in_their_clause)
{
    struct reading_test r;
    text_contract(&r, "1. Definitions.\n\n\"Data\" means what Customer hands over.\n\n2. Term. One year.\n");
    const struct definition *d = (const struct definition *)r.contract->definitions.first;
    cr_assert_eq(r.contract->definitions.count, 1);
    cr_assert_str_eq(d->term, "Data");
    same_text(outline(&r), "1 [Definitions]\n  = \"Data\" means what Customer hands over.\n2 [Term]\n  = One year.\n");
    reading_end(&r);
    text_contract(&r, "第1条（定義）\n「秘密情報」とは、開示された情報をいう。\n");
    cr_assert_str_eq(((const struct definition *)r.contract->definitions.first)->term, "秘密情報");
    reading_end(&r);
}

/* ---- nothing is lost ---- */

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u; /* Numerical Recipes, chapter 7.1 */
    return *state >> 16;
}

/* Lines put together from pieces that look like numbers, headings and references, each with a word of its own. */
static void random_contract(struct buffer *out, uint32_t seed, unsigned lines)
{
    static const char *const fronts[] = {"第%u条（", "第%u条　", "%u. ", "%u.%u ", "（%u）", "(a) ", "(i) ", "イ　", "①", "ARTICLE %u ",
                                         "Section %u.%u ", "（", "", "", "別紙%u　", "Exhibit A ", "A. ", "2　", "第%u条に定める",
                                         "Section %u shall ", "以上、本契約の成立を証するため、各自1通を保有する。", "【"};
    static const char *const ends[] = {"）", "。", ".", "", "】", ") and ", ": ", ". 4.2 Next. "};
    buffer_init(out, 1 << 20);
    for (unsigned i = 0; i < lines; i++) {
        char line[256];
        uint32_t r = next_random(&seed) % 9;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(line, sizeof line, fronts[next_random(&seed) % 22], r, r + 1);
#pragma GCC diagnostic pop
        buffer_printf(out, "%sword%uz%s\n%s", line, i, ends[next_random(&seed) % 8], r < 4 ? "\n" : "");
    }
}

Test(structure, every_word_of_any_text_is_in_some_clause_or_the_title)
{
    for (uint32_t seed = 1; seed <= 300; seed++) {
        struct buffer text;
        struct reading_test r;
        random_contract(&text, seed, 40);
        text_contract(&r, text.at);
        const char *shown = outline(&r);
        for (unsigned i = 0; i < 40; i++) {
            char word[16];
            snprintf(word, sizeof word, "word%uz", i);
            bool titled = r.contract->title && strstr(r.contract->title, word);
            cr_assert(titled || strstr(shown, word), "seed %u lost %s of\n%s\nin\n%s", seed, word, text.at, shown);
        }
        reading_end(&r);
        buffer_free(&text);
    }
}

/* ---- limits ---- */

Test(structure, nesting_is_capped_and_loses_no_text)
{
    static const char *const labels[] = {"1.", "(a)", "(i)", "(A)", "(I)", "(1)", "a)", "i)", "A)", "1)", "①", "一、",
                                         "（一）", "イ　", "（ア）"};
    struct buffer text;
    struct reading_test r;
    buffer_init(&text, 1 << 16);
    buffer_puts(&text, "1.1 first\n\n");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        buffer_printf(&text, "%s item%zu\n\n", labels[i], i);
    text_contract(&r, text.at);
    const char *shown = outline(&r);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        char item[16];
        snprintf(item, sizeof item, "item%zu", i);
        has_text(shown, item);
    }
    reading_end(&r);
    buffer_free(&text);
}

Test(structure, ten_thousand_clauses_take_no_longer_than_their_number)
{
    struct buffer text;
    struct reading_test r;
    buffer_init(&text, 1 << 24);
    for (int i = 1; i <= 900; i++) {
        buffer_printf(&text, "第%d条（項目）\n本文とする。\n", i);
        for (int k = 2; k <= 11; k++)
            buffer_printf(&text, "%d　項とする。\n", k);
    }
    text_contract(&r, text.at);
    cr_assert_eq(r.contract->clauses.count, 900);
    reading_end(&r);
    buffer_free(&text);
}
