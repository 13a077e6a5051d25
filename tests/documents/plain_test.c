/* What is read without libxml2, and what says that it cannot be. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "documents/load.h"
#include "load_support.h"

static bool plain(const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/kijun-plain-%s", P_tmpdir, name);
    FILE *f = fopen(path, "wb");
    cr_assert(f && fputs(text, f) >= 0 && fclose(f) == 0);
    const char *const paths[] = {path, NULL};
    bool is = loader_plain(paths);
    remove(path);
    return is;
}

Test(plain, one_file_of_utf8_xml_or_text_needs_nothing_to_be_ready)
{
    cr_expect(plain("a.xml", CLAUSE("<text>あ</text>")));
    cr_expect(plain("b.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>" CLAUSE("")));
    cr_expect(plain("c.txt", "第1条(目的)\n"));
    cr_expect_not(plain("d.xml", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" CLAUSE("")));
    cr_expect_not(plain("e.xml", "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>"));
    cr_expect_not(plain("f.html", "<html><body>&eacute;</body></html>"));
    cr_expect_not(plain("g.docx", "PK\x03\x04 word/"));
    cr_expect_not(plain("h.txt", "\xFF\xFE"));
    const char *const two[] = {"fixtures/templates/services-en.xml", "fixtures/templates/services-ja.xml", NULL};
    cr_expect_not(loader_plain(two));
    cr_expect(loader_plain(two + 1));
}

static bool lacks(struct loader *l, struct arena *a, const char *text)
{
    struct subject *s = NULL;
    struct fault f = {.id = FAULT_NONE};
    char path[256];
    snprintf(path, sizeof path, "%s/kijun-lacks.xml", P_tmpdir);
    FILE *file = fopen(path, "wb");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
    arena_reset(a);
    loader_subject(l, a, path, true, &s, &f);
    remove(path);
    return loader_lacks(l);
}

Test(plain, a_plain_loader_says_what_it_lacks)
{
    struct loader *quick = loader_new_plain(), *full = loader_new();
    struct arena *a = arena_new(LOAD_ARENA_BYTES);
    cr_assert(quick && full && a);
    cr_expect_not(lacks(quick, a, CLAUSE("<text>a</text>")));
    cr_expect(lacks(quick, a, CLAUSE("<text>a<?b?></text>")));
    cr_expect(lacks(quick, a, CLAUSE("<text>a")), "what is wrong is said by libxml2");
    cr_expect_not(lacks(quick, a, CLAUSE("<text>a</text>")), "it is about the last subject");
    cr_expect_not(lacks(full, a, CLAUSE("<text>a<?b?></text>")));
    cr_expect_not(lacks(full, a, CLAUSE("<text>a")));
    loader_free(quick);
    loader_free(full);
    arena_free(a);
}
