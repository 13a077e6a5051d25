/* Remembered readings are the same as new ones: over every shipped contract, in any order, however full the memo. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/data_load.h"
#include "documents/load.h"
#include "language/recognise.h"
#include "support/support.h"

struct reader {
    struct arena *words, *arena;
    struct vocabulary *vocabulary;
    struct loader *loader;
    struct memo *memo;
};

static struct reader reader_make(void)
{
    struct fault f = {0}, faults[4];
    size_t count = 0;
    struct reader r = {.words = arena_new(16 << 20), .arena = arena_new(LOAD_ARENA_BYTES), .loader = loader_new(),
                       .memo = memo_new()};
    const struct data *core = data_load("rules/core/vocabulary.lua", r.words, &f);
    cr_assert_not_null(core, "%s", fault_name(f.id));
    r.vocabulary = vocabulary_compile(&core, 1, faults, 4, &count);
    cr_assert_not_null(r.vocabulary);
    return r;
}

static void reader_drop(struct reader *r)
{
    memo_free(r->memo);
    loader_free(r->loader);
    vocabulary_free(r->vocabulary);
    arena_free(r->arena);
    arena_free(r->words);
}

/* Everything that is recognised in one file, as JSON that the caller frees. */
static char *read_file(struct reader *r, const char *path, struct memo *memo)
{
    struct subject *s = NULL;
    struct fault f = {0};
    struct buffer out;
    day as_of = day_of(2026, 4, 1);
    buffer_init(&out, 16 << 20);
    arena_reset(r->arena);
    cr_assert_eq(loader_subject(r->loader, r->arena, path, true, &s, &f), 0, "%s: %s", path, fault_name(f.id));
    struct reading *reading = reading_new(r->vocabulary, s, as_of, memo, r->arena);
    recognise_write(reading, s, RECOGNISE_JSON, LANGUAGE_EN, &out);
    cr_assert_not(out.failed);
    return out.at;
}

static const char *const contracts[] = {
    "fixtures/templates/services-en.xml",
    "fixtures/templates/services-en.docx",
    "fixtures/templates/services-en.txt",
    "fixtures/templates/services-ja.xml",
    "fixtures/templates/services-ja.docx",
    "fixtures/templates/services-ja.txt",
};

enum { CONTRACTS = sizeof contracts / sizeof *contracts };

Test(memo, gives_for_every_shipped_contract_what_reading_it_anew_gives)
{
    struct reader r = reader_make();
    for (int round = 0; round < 3; round++)
        for (int i = 0; i < CONTRACTS; i++) {
            char *anew = read_file(&r, contracts[i], NULL), *again = read_file(&r, contracts[i], r.memo);
            same_text(again, anew);
            free(anew);
            free(again);
        }
    reader_drop(&r);
}

/* Headings decide, too: the same words under another title are another clause. */
Test(memo, does_not_take_a_clause_for_another_with_the_same_words)
{
    static const char *const headings[] = {"Audit", "Confidentiality", "Backup", "Audit"};
    struct reader r = reader_make();
    struct folder d;
    char path[1024], text[1024];
    folder_make(&d);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        snprintf(text, sizeof text, "<contract xmlns=\"urn:kijun:1\" kind=\"services\" title=\"T\"><clause number=\"1\" "
                 "heading=\"%s\"><text>The Supplier does so promptly, and at least once a year.</text></clause>"
                 "</contract>", headings[i]);
        folder_put(&d, "c.xml", text);
        folder_path(&d, "c.xml", path);
        char *anew = read_file(&r, path, NULL), *again = read_file(&r, path, r.memo);
        same_text(again, anew);
        free(anew);
        free(again);
    }
    folder_remove(&d);
    reader_drop(&r);
}

Test(memo, that_is_full_starts_anew_and_stays_right)
{
    struct reader r = reader_make();
    struct folder d;
    char path[1024], clause[512];
    folder_make(&d);
    folder_path(&d, "c.xml", path);
    for (int contract = 0; contract < 60; contract++) {
        struct buffer b;
        buffer_init(&b, 4 << 20);
        buffer_puts(&b, "<contract xmlns=\"urn:kijun:1\" kind=\"services\" title=\"T\">");
        for (int i = 0; i < 400; i++) {
            snprintf(clause, sizeof clause, "<clause number=\"%d\" heading=\"Incident %d-%d\"><text>The Supplier reports "
                     "every incident of kind %d to the Customer within %d hours by e-mail.</text></clause>", i + 1,
                     contract, i, i, contract + i + 1);
            buffer_puts(&b, clause);
        }
        buffer_puts(&b, "</contract>");
        folder_put_n(&d, "c.xml", b.at, b.len);
        char *again = read_file(&r, path, r.memo);
        if (contract % 20 == 19) {
            char *anew = read_file(&r, path, NULL);
            same_text(again, anew);
            free(anew);
        }
        free(again);
        buffer_free(&b);
    }
    folder_remove(&d);
    reader_drop(&r);
}

/* Who owes a duty depends on what the contract calls its parties: the same words, other parties, another duty. */
Test(memo, heeds_the_names_of_the_parties_that_the_words_name)
{
    static const struct { const char *customer, *supplier; } parties[] = {
        {"Acme", "Beta"}, {"Gamma", "Delta"}, {"Beta", "Acme"}, {"Acme", "Epsilon"}, {"Acme", "Beta"}, {"Gamma", "Delta"}};
    struct reader r = reader_make();
    struct folder d;
    char path[1024], text[1024], *first = NULL;
    folder_make(&d);
    folder_path(&d, "c.xml", path);
    for (size_t i = 0; i < sizeof parties / sizeof *parties; i++) {
        snprintf(text, sizeof text, "<contract xmlns=\"urn:kijun:1\" kind=\"services\" title=\"T\">"
                 "<party role=\"customer\" name=\"%s\"/><party role=\"supplier\" name=\"%s\"/>"
                 "<clause number=\"1\" heading=\"Incidents\"><text>Beta shall report every security incident to Acme "
                 "within 24 hours.</text></clause></contract>", parties[i].customer, parties[i].supplier);
        folder_put(&d, "c.xml", text);
        char *anew = read_file(&r, path, NULL), *again = read_file(&r, path, r.memo);
        same_text(again, anew);
        if (i == 2)
            cr_expect_str_neq(anew, first, "the duty of the customer reads like that of the supplier");
        if (i == 0)
            first = strdup(anew);
        free(anew);
        free(again);
    }
    free(first);
    folder_remove(&d);
    reader_drop(&r);
}
