#include "language/vocabulary.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/support.h"

enum { FAULTS = 8 };

/* Members stand in ascending order of their keys, as data.h asks. */
#define TEXT_OF(name, words, at_line) \
    {.type = DATA_TEXT, .key = (name), .file = "words.lua", .line = (at_line), .as.text = {(words), sizeof(words) - 1}}
#define TABLE_OF(name, list, names, count) \
    {.type = DATA_TABLE, .key = (name), .file = "words.lua", .line = 1, .as.table = {(list), (names), (count), NULL}}

struct bench {
    struct vocabulary *vocabulary;
    struct fault faults[FAULTS];
    size_t count;
};

static void compile(struct bench *b, const struct data *root)
{
    memset(b, 0, sizeof *b);
    b->vocabulary = vocabulary_compile(&root, 1, b->faults, FAULTS, &b->count);
}

/* A vocabulary whose one type "audit" has this list of phrases as its `sure`. */
static void compile_phrase(struct bench *b, struct data *phrase)
{
    struct data title[] = {TEXT_OF("en", "Audit", 2), TEXT_OF("ja", "監査", 2)};
    struct data body[] = {TABLE_OF("sure", phrase, 0, 1), TABLE_OF("title", title, 2, 0)};
    struct data types[] = {TABLE_OF("audit", body, 2, 0)};
    struct data members[] = {TABLE_OF("types", types, 1, 0)};
    const struct data root = TABLE_OF(NULL, members, 1, 0);
    compile(b, &root);
}

static void is_refused(struct bench *b, const char *name, uint32_t line, const char *part)
{
    char text[1024];
    cr_expect_null(b->vocabulary);
    cr_assert_eq(b->count, 1, "%zu faults", b->count);
    cr_expect_str_eq(fault_name(b->faults[0].id), name);
    cr_expect_eq(b->faults[0].line, line);
    cr_expect_str_eq(b->faults[0].file, "words.lua");
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        fault_text(&b->faults[0], (enum language)language, text, sizeof text);
        has_text(text, part);
    }
}

Test(vocabulary, a_type_with_a_phrase_is_compiled_with_its_titles)
{
    struct bench b;
    struct data phrase = TEXT_OF(NULL, "right to audit", 3);
    compile_phrase(&b, &phrase);
    cr_assert_eq(b.count, 0);
    cr_assert_not_null(b.vocabulary);
    cr_expect_str_eq(vocabulary_clause_types(b.vocabulary)[0], "audit");
    cr_expect_null(vocabulary_clause_types(b.vocabulary)[1]);
    cr_expect_str_eq(vocabulary_title(b.vocabulary, "audit", LANGUAGE_JA), "監査");
    cr_expect_eq(vocabulary_type_index(b.vocabulary, "audits"), NO_INDEX);
    cr_expect_null(vocabulary_terms(b.vocabulary, "audits"));
    cr_expect_eq(vocabulary_term_type(b.vocabulary, "audit", "every"), VALUE_NONE);
    vocabulary_free(b.vocabulary);
}

Test(vocabulary, a_misspelt_name_is_refused_with_the_one_that_was_meant)
{
    struct bench b;
    struct data none = {0};
    struct data members[] = {TABLE_OF("typse", &none, 0, 0)};
    const struct data root = TABLE_OF(NULL, members, 1, 0);
    compile(&b, &root);
    is_refused(&b, "vocabulary-name", 1, "types");
}

Test(vocabulary, a_set_that_is_not_there_is_refused)
{
    struct bench b;
    struct data phrase = TEXT_OF(NULL, "{nobody} audits", 7);
    compile_phrase(&b, &phrase);
    is_refused(&b, "vocabulary-set", 7, "nobody");
}

Test(vocabulary, a_phrase_that_is_no_text_is_refused)
{
    struct bench b;
    struct data phrase = {.type = DATA_INT, .file = "words.lua", .line = 9, .as.integer = 4};
    compile_phrase(&b, &phrase);
    is_refused(&b, "vocabulary-form", 9, "sure");
}

Test(vocabulary, an_empty_phrase_is_refused)
{
    struct bench b;
    struct data phrase = TEXT_OF(NULL, "", 5);
    compile_phrase(&b, &phrase);
    cr_expect_null(b.vocabulary);
    cr_expect_eq(b.count, 1);
    cr_expect_eq(b.faults[0].line, 5);
}

Test(vocabulary, a_type_without_a_title_in_both_languages_is_refused)
{
    struct bench b;
    struct data title[] = {TEXT_OF("en", "Audit", 2)};
    struct data body[] = {TABLE_OF("title", title, 1, 0)};
    struct data types[] = {TABLE_OF("audit", body, 1, 0)};
    struct data members[] = {TABLE_OF("types", types, 1, 0)};
    const struct data root = TABLE_OF(NULL, members, 1, 0);
    compile(&b, &root);
    is_refused(&b, "vocabulary-form", 1, "title");
}

Test(vocabulary, a_threshold_out_of_range_is_refused)
{
    struct bench b;
    struct data members[] = {{.type = DATA_INT, .key = "sure", .file = "words.lua", .line = 4, .as.integer = 0}};
    const struct data root = TABLE_OF(NULL, members, 1, 0);
    compile(&b, &root);
    is_refused(&b, "vocabulary-form", 4, "1000");
}

/* A vocabulary with one word for a frequency. */
static void compile_frequency(struct bench *b, const struct data *every)
{
    struct data entry[] = {*every, TEXT_OF(NULL, "quarterly", 6)};
    struct data list[] = {TABLE_OF(NULL, entry, 1, 1)};
    struct data members[] = {TABLE_OF("frequencies", list, 0, 1)};
    const struct data root = TABLE_OF(NULL, members, 1, 0);
    compile(b, &root);
}

Test(vocabulary, quarterly_can_be_a_word_for_three_months)
{
    struct bench b;
    struct data every = TEXT_OF("every", "P3M", 6);
    compile_frequency(&b, &every);
    cr_assert_not_null(b.vocabulary);
    cr_assert_eq(b.vocabulary->value_count, 1);
    cr_expect_eq(b.vocabulary->values[0].every.months, 3);
    cr_assert_eq(b.vocabulary->phrase_count, 1);
    cr_expect_eq(b.vocabulary->phrases[0].use, USE_INTERVAL);
    vocabulary_free(b.vocabulary);
}

Test(vocabulary, a_frequency_that_is_no_duration_is_refused)
{
    struct bench b;
    struct data every = TEXT_OF("every", "3 months", 6);
    compile_frequency(&b, &every);
    is_refused(&b, "vocabulary-form", 1, "frequencies");
}

Test(vocabulary, all_mistakes_are_reported_and_none_beyond_the_room_is_written)
{
    struct data none = {0};
    struct data members[] = {TABLE_OF("aaaa", &none, 0, 0), TABLE_OF("bbbb", &none, 0, 0), TABLE_OF("cccc", &none, 0, 0)};
    const struct data root = TABLE_OF(NULL, members, 3, 0), *pack = &root;
    struct fault faults[3] = {0};
    size_t count = 0;
    cr_expect_null(vocabulary_compile(&pack, 1, faults, 2, &count));
    cr_expect_geq(count, 2);
    cr_expect_neq(faults[1].id, FAULT_NONE);
    cr_expect_eq(faults[2].id, FAULT_NONE);
}

Test(vocabulary, more_phrases_than_it_holds_are_refused_each)
{
    enum { PHRASES = VOCABULARY_PHRASES + FAULTS + 2 };
    static struct data phrases[PHRASES];
    static char words[PHRASES][16];
    struct data title[] = {TEXT_OF("en", "Audit", 2), TEXT_OF("ja", "監査", 2)};
    struct data body[] = {TABLE_OF("sure", phrases, 0, PHRASES), TABLE_OF("title", title, 2, 0)};
    struct data types[] = {TABLE_OF("audit", body, 2, 0)};
    struct data members[] = {TABLE_OF("types", types, 1, 0)};
    const struct data root = TABLE_OF(NULL, members, 1, 0);
    for (size_t i = 0; i < PHRASES; i++) {
        int len = snprintf(words[i], sizeof words[i], "word%zu", i);
        phrases[i] = (struct data){.type = DATA_TEXT, .file = "words.lua", .line = 3, .as.text = {words[i], (size_t)len}};
    }
    struct bench b;
    compile(&b, &root);
    cr_expect_null(b.vocabulary);
    cr_expect_eq(b.count, PHRASES - VOCABULARY_PHRASES);
    cr_expect_eq(b.faults[FAULTS - 1].id, FAULT_VOCABULARY_LARGE);
}
