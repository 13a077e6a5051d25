/* What the core vocabulary recognises: tables of small cases beside the language floor, in our own words.
 *
 * tests/language/cases/TYPE.tsv: yes or no, then the text of a clause. TYPE.TERM.tsv: the value in its lexical form,
 * "vague", "blank" or "none". It stands with the rules because they read the vocabulary's file. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/load.h"
#include "language/recognise.h"
#include "rules/data_load.h"

enum { LINE = 4096 };

struct bench {
    struct arena *words, *arena;
    struct vocabulary *vocabulary;
    struct loader *loader;
};

static void set_up(struct bench *b)
{
    struct fault f = {0}, faults[4];
    size_t count;
    b->words = arena_new(64 << 20);
    b->arena = arena_new(16 << 20);
    b->loader = loader_new();
    const struct data *data = data_load("rules/core/vocabulary.lua", b->words, &f);
    cr_assert_not_null(data);
    b->vocabulary = vocabulary_compile(&data, 1, faults, 4, &count);
    cr_assert_not_null(b->vocabulary);
}

static void tear_down(struct bench *b)
{
    vocabulary_free(b->vocabulary);
    loader_free(b->loader);
    arena_free(b->arena);
    arena_free(b->words);
}

/* What is found in a contract of this one clause. */
static void look(struct bench *b, const char *type, const char *term, const char *text, char *out, size_t size)
{
    char xml[LINE + 256];
    struct subject *s = NULL;
    struct fault f = {0};
    const struct clause_reading *const *found;
    arena_reset(b->arena);
    int len = snprintf(xml, sizeof xml,
                       "<contract xmlns=\"urn:kijun:1\" "
                       "id=\"c\" kind=\"services\" title=\"T\" status=\"executed\" effective=\"2025-04-01\">"
                       "<clause number=\"1\"><text>%s</text></clause></contract>", text);
    cr_assert_eq(loader_memory(b->loader, b->arena, "c.xml", xml, (size_t)len, &s, &f), 0);
    cr_assert_eq(loader_finish(b->loader, b->arena, s, &f), 0);
    s->lone = true;
    struct reading *r = reading_new(b->vocabulary, s, day_of(2026, 4, 1), NULL, b->arena);
    size_t count = reading_find(r, type, &found);
    const struct read_term *read = count && term ? reading_term(r, found[0], type, term) : NULL;
    if (!term)
        snprintf(out, size, "%s", count ? "yes" : "no");
    else if (!read)
        snprintf(out, size, "none");
    else if (read->state != TERM_STATED)
        snprintf(out, size, "%s", read->state == TERM_VAGUE ? "vague" : "blank");
    else {
        struct buffer v;
        buffer_init_fixed(&v, out, size);
        value_write(&v, &read->value);
    }
}

static int walk_table(struct bench *b, const char *folder, const char *name)
{
    char path[512], type[64], line[LINE], got[128];
    int cases = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    snprintf(type, sizeof type, "%.*s", (int)strcspn(name, "."), name);
    char term[64];
    const char *rest = name + strcspn(name, ".") + 1;
    snprintf(term, sizeof term, "%.*s", (int)strcspn(rest, "."), rest);
    bool has_term = strcmp(term, "tsv") != 0;
    FILE *f = fopen(path, "r");
    cr_assert_not_null(f);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        char *text = strchr(line, '\t');
        cr_assert_not_null(text, "%s: no tab in '%s'", path, line);
        *text++ = '\0';
        look(b, type, has_term ? term : NULL, text, got, sizeof got);
        cr_expect_str_eq(got, line, "%s: expected %s, found %s: %s", name, line, got, text);
        cases++;
    }
    fclose(f);
    return cases;
}

Test(recognise_cases, the_core_vocabulary_tells_clauses_and_terms_from_their_decoys)
{
    struct bench b;
    static const char folder[] = "tests/language/cases";
    set_up(&b);
    DIR *d = opendir(folder);
    cr_assert_not_null(d);
    int cases = 0;
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        if (strstr(e->d_name, ".tsv"))
            cases += walk_table(&b, folder, e->d_name);
    closedir(d);
    tear_down(&b);
    cr_expect_geq(cases, 90);
}
