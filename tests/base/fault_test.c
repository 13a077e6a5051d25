#include "base/fault.h"

#include <errno.h>
#include <string.h>

#include "base/reason.h"
#include "base/text.h"
#include "support/fail_malloc.h"
#include "support/support.h"

TestSuite(fault);

struct texts {
    const char *name, *text[LANGUAGE_COUNT], *advice[LANGUAGE_COUNT];
};

static const struct texts rows[] = {
    {0},
#define FAULT(id, class, name, en, ja, advice_en, advice_ja) {name, {en, ja}, {advice_en, advice_ja}},
#include "base/fault.def"
#undef FAULT
};

static char out[1024];

Test(fault, says_where_and_what_in_both_languages)
{
    struct fault f = {0};
    cr_assert_eq(fault_set(&f, FAULT_FILE_SIZE, "2000", "1000"), -1);
    fault_where(&f, "contracts/a.xml", 12);
    size_t len = fault_text(&f, LANGUAGE_EN, out, sizeof out);
    same_text(out, "contracts/a.xml:12: the file has 2000 bytes; at most 1000 are read");
    cr_assert_eq(len, strlen(out));
    fault_text(&f, LANGUAGE_JA, out, sizeof out);
    same_text(out, "contracts/a.xml:12: ファイルが 2000 バイトあります(上限 1000)");
    fault_message(&f, LANGUAGE_EN, out, sizeof out);
    same_text(out, "the file has 2000 bytes; at most 1000 are read");
    fault_advice(&f, LANGUAGE_EN, out, sizeof out);
    same_text(out, "split the document");
    cr_assert_str_eq(fault_name(f.id), "file-size");
    cr_assert_eq(fault_class(f.id), FAULT_CLASS_INPUT);
}

Test(fault, without_a_line_only_the_file_is_named)
{
    struct fault f = {0};
    fault_set(&f, FAULT_FILE_KIND);
    fault_text(&f, LANGUAGE_EN, out, sizeof out);
    same_text(out, "not a regular file");
    fault_where(&f, "a.xml", 0);
    fault_text(&f, LANGUAGE_EN, out, sizeof out);
    same_text(out, "a.xml: not a regular file");
}

Test(fault, the_first_fault_and_the_first_place_stay)
{
    struct fault f = {0};
    fault_set(&f, FAULT_MEMORY);
    fault_set(&f, FAULT_OUTPUT, "x");
    cr_assert_eq(f.id, FAULT_MEMORY);
    fault_where(&f, NULL, 3);
    fault_where(&f, "first", 1);
    fault_where(&f, "second", 2);
    cr_assert_str_eq(f.file, "first");
    cr_assert_eq(f.line, 1);
    fault_clear(&f);
    cr_assert_eq(f.id, FAULT_NONE);
    fault_set(&f, FAULT_OUTPUT, "x");
    cr_assert_eq(f.id, FAULT_OUTPUT);
    cr_assert_str_eq(f.file, "");
}

Test(fault, untrusted_arguments_cannot_move_the_cursor_or_turn_the_text)
{
    struct fault f = {0};
    fault_set(&f, FAULT_OUTPUT, "a\x1b[2J\nb\x7f\xC2\x85\u202E\u2066\xff委");
    cr_assert_str_eq(f.arg[0], "a?[2J?b?????委");
    fault_where(&f, "x\ny", 1);
    cr_assert_str_eq(f.file, "x?y");
}

Test(fault, placeholders_in_an_argument_are_not_filled)
{
    struct fault f = {0};
    fault_set(&f, FAULT_LIMIT, "{1}{0}", "%s%n");
    fault_text(&f, LANGUAGE_EN, out, sizeof out);
    same_text(out, "{1}{0} is over the limit of %s%n");
}

Test(fault, long_arguments_are_cut_between_characters)
{
    struct fault f = {0};
    char text[1000];
    for (size_t i = 0; i + 3 < sizeof text; i += 3)
        memcpy(text + i, "委", 4);
    fault_set(&f, FAULT_OUTPUT, text, "b", "c", "d");
    cr_assert_eq(strlen(f.arg[0]), (FAULT_ARG_SIZE - 1) / 3 * 3);
    cr_assert(text_is_utf8(f.arg[0], strlen(f.arg[0])));
    cr_assert_str_eq(f.arg[3], "d");
}

Test(fault, more_arguments_than_it_holds_are_left_out)
{
    struct fault f = {0};
    fault_set(&f, FAULT_OUTPUT, "a", "b", "c", "d", "e");
    cr_assert_str_eq(f.arg[3], "d");
}

Test(fault, whatever_the_size_the_text_is_whole_characters_and_ended)
{
    struct fault f = {0};
    fault_set(&f, FAULT_FILE_SIZE, "2000", "1000");
    fault_where(&f, "契約/業務委託.xml", 4294967295u);
    char full[512];
    size_t len = fault_text(&f, LANGUAGE_JA, full, sizeof full);
    for (size_t size = 0; size <= len + 2; size++) {
        memset(out, 'X', sizeof out);
        cr_assert_eq(fault_text(&f, LANGUAGE_JA, out, size), len);
        cr_assert_eq(out[size], 'X');
        if (!size)
            continue;
        size_t n = strlen(out);
        cr_assert_lt(n, size);
        cr_assert_gt(n + 4, size < len + 1 ? size : len + 1);
        cr_assert(text_is_utf8(out, n));
        cr_assert_eq(memcmp(out, full, n), 0);
    }
}

Test(fault, out_of_memory_is_told_without_allocating)
{
    struct fault f = {0};
    fail_malloc_at(1);
    fault_set(&f, FAULT_MEMORY);
    fault_where(&f, "a.xml", 1);
    fault_text(&f, LANGUAGE_JA, out, sizeof out);
    cr_assert(!fail_malloc_end());
    same_text(out, "a.xml:1: メモリが不足しています");
}

static unsigned holes(const char *text)
{
    unsigned found = 0;
    for (; *text; text++)
        if (text[0] == '{') {
            cr_assert(text[1] >= '0' && text[1] < '0' + FAULT_ARGS && text[2] == '}', "odd placeholder in: %s", text);
            found |= 1u << (text[1] - '0');
        }
    return found;
}

Test(fault, every_row_says_the_same_in_both_languages)
{
    for (size_t i = 1; i < FAULT_COUNT; i++) {
        const struct texts *r = &rows[i];
        cr_assert_str_eq(fault_name((enum fault_id)i), r->name);
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            cr_assert(text_is_utf8(r->text[l], strlen(r->text[l])) && *r->text[l], "%s has no text", r->name);
        cr_assert_eq(holes(r->text[0]), holes(r->text[1]), "%s: other placeholders in ja", r->name);
        cr_assert_eq(holes(r->advice[0]) & ~holes(r->advice[1]), 0, "%s: advice differs", r->name);
        cr_assert_eq(!*r->advice[0], !*r->advice[1], "%s: advice in one language only", r->name);
    }
}

/* Rows of one name are variants of one fault ("did you mean ...?"): they stand together and are of one class. */
Test(fault, every_name_is_stable_in_form_and_means_one_fault)
{
    for (size_t i = 1; i < FAULT_COUNT; i++) {
        const char *name = rows[i].name;
        cr_assert_gt(strlen(name), 0);
        cr_assert_eq(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(name), "%s", name);
        bool variant = i > 1 && strcmp(name, rows[i - 1].name) == 0;
        if (variant)
            cr_assert_eq(fault_class((enum fault_id)i), fault_class((enum fault_id)(i - 1)), "%s", name);
        for (size_t k = 1; !variant && k < i; k++)
            cr_assert_str_neq(name, rows[k].name);
    }
}

Test(fault, an_unknown_number_or_language_is_harmless)
{
    cr_assert_str_eq(fault_name(FAULT_COUNT), "none");
    struct fault f = {.id = FAULT_MEMORY};
    fault_text(&f, LANGUAGE_COUNT, out, sizeof out);
    same_text(out, "out of memory");
}

Test(fault, reasons_of_the_system_are_told_in_the_language_of_the_message)
{
    struct fault f = {0};
    fault_set(&f, FAULT_FILE_OPEN, reason_of(ENOENT));
    fault_message(&f, LANGUAGE_EN, out, sizeof out);
    same_text(out, "cannot open the file: no such file or folder");
    fault_message(&f, LANGUAGE_JA, out, sizeof out);
    same_text(out, "ファイルを開けません: ファイルまたはフォルダーがありません");
}
