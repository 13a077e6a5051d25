#include "language/references.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "documents/load.h"

/* ---- numbers ---- */

static bool reads(const char *text, size_t taken, uint8_t count, uint32_t first, uint32_t second)
{
    struct path p;
    return path_read(text, strlen(text), &p) == taken && p.count == count && p.parts[0] == first &&
           (count < 2 || p.parts[1] == second);
}

Test(references, a_number_is_the_same_in_both_languages)
{
    cr_expect(reads("第5条第2項に従い", strlen("第5条第2項"), 2, 5, 2));
    cr_expect(reads("第十二条", strlen("第十二条"), 1, 12, 0));
    cr_expect(reads("section 5.2 applies", 11, 2, 5, 2));
    cr_expect(reads("article iv", 10, 1, 4, 0));
    cr_expect(reads("5.2", 3, 2, 5, 2));
}

Test(references, letters_and_branches_are_no_plain_numbers)
{
    struct path letter, branch;
    cr_expect_eq(path_read("2(a)", 4, &letter), 4);
    cr_expect_eq(letter.count, 2);
    cr_expect_geq(letter.parts[1], PATH_LETTER);
    cr_expect_eq(path_read("第3条の2", strlen("第3条の2"), &branch), strlen("第3条の2"));
    cr_expect_eq(branch.parts[1], PATH_BRANCH + 2);
}

Test(references, words_without_a_number_are_none)
{
    struct path p;
    cr_expect_eq(path_read("section headings", 16, &p), 0);
    cr_expect_eq(path_read("第三者", strlen("第三者"), &p), 0);
    cr_expect_eq(path_read("civil law", 9, &p), 0);
    cr_expect_eq(path_read("", 0, &p), 0);
}

/* ---- references ---- */

struct bench {
    struct arena *arena;
    struct loader *loader;
    struct vocabulary *vocabulary;
    struct reading *reading;
    struct subject *subject;
};

static void set_up(struct bench *b, const char *clauses)
{
    char xml[4096];
    struct fault f = {0}, faults[2];
    size_t count = 0;
    struct data types = {.type = DATA_TABLE, .key = "types", .file = "w", .line = 1};
    const struct data root = {.type = DATA_TABLE, .file = "w", .line = 1, .as.table = {&types, 0, 1, NULL}};
    const struct data *pack = &root;
    *b = (struct bench){.arena = arena_new(8 << 20), .loader = loader_new(), .vocabulary = vocabulary_compile(&pack, 1, faults, 2, &count)};
    int len = snprintf(xml, sizeof xml, "<contract xmlns=\"urn:kijun:1\" id=\"c\" kind=\"services\" title=\"T\" status=\"executed\" "
                       "effective=\"2025-04-01\">%s</contract>", clauses);
    cr_assert_eq(loader_memory(b->loader, b->arena, "c.xml", xml, (size_t)len, &b->subject, &f), 0);
    cr_assert_eq(loader_finish(b->loader, b->arena, b->subject, &f), 0);
    b->reading = reading_new(b->vocabulary, b->subject, day_of(2026, 4, 1), NULL, b->arena);
}

static void tear_down(struct bench *b)
{
    vocabulary_free(b->vocabulary);
    loader_free(b->loader);
    arena_free(b->arena);
}

static const struct clause *clause_at(const struct bench *b, int index, int below)
{
    const struct clause *c = (const struct clause *)((const struct contract *)b->subject->contracts.first)->clauses.first;
    while (index-- > 0)
        c = (const struct clause *)c->node.next;
    if (below < 0)
        return c;
    c = (const struct clause *)c->clauses.first;
    while (below-- > 0)
        c = (const struct clause *)c->node.next;
    return c;
}

/* The number of the clause that the only reference of this clause points to; "" for none, "-" for one to nothing. */
static const char *refers(struct bench *b, int index, int below)
{
    const struct reference *list;
    size_t count = reading_references(b->reading, clause_at(b, index, below), &list);
    cr_assert_leq(count, 1);
    return count == 0 ? "" : list[0].target ? list[0].target->number : "-";
}

Test(references, to_a_section_lead_to_its_clause)
{
    struct bench b;
    set_up(&b, "<clause number=\"1\"><text>As set out in Section 2.1.</text></clause><clause number=\"2\"><text>A.</text>"
               "<clause number=\"2.1\"><text>See Article 9.</text></clause><clause number=\"2.2\"><text>Under Section 1 of the "
               "Companies Act.</text></clause><clause number=\"2.3\"><text>As in section 2.1(c).</text></clause></clause>");
    cr_expect_str_eq(refers(&b, 0, -1), "2.1");
    cr_expect_str_eq(refers(&b, 1, 0), "-");
    cr_expect_str_eq(refers(&b, 1, 1), "");
    cr_expect_str_eq(refers(&b, 1, 2), "2.1");
    tear_down(&b);
}

Test(references, by_place_lead_to_the_neighbour)
{
    struct bench b;
    set_up(&b, "<clause number=\"第1条\"><text>次条の定めによる。</text></clause><clause number=\"第2条\"><text>第１条に従う。</text>"
               "<clause number=\"第2条第2項\"><text>前項の場合を除く。</text></clause><clause number=\"第2条第3項\"><text>第2項を準用する。"
               "</text></clause></clause><clause number=\"第3条\"><text>個人情報の保護に関する法律第2条による。</text></clause>"
               "<clause number=\"第4条\"><text>前条を準用する。</text></clause>");
    cr_expect_str_eq(refers(&b, 0, -1), "第2条");
    cr_expect_str_eq(refers(&b, 1, -1), "第1条");
    cr_expect_str_eq(refers(&b, 1, 0), "第2条");
    cr_expect_str_eq(refers(&b, 1, 1), "第2条第2項");
    cr_expect_str_eq(refers(&b, 2, -1), "");
    cr_expect_str_eq(refers(&b, 3, -1), "第3条");
    tear_down(&b);
}

/* ---- definitions ---- */

Test(references, a_defined_word_leads_to_its_definition)
{
    struct bench b;
    const struct defined *list;
    set_up(&b, "<clause number=\"1\"><text>\"Confidential Information\" means all that is marked so.</text></clause>"
               "<clause number=\"2\"><text>The work (the \"Services\") begins at once.</text></clause>"
               "<clause number=\"3\"><text>Confidential Information is kept while the Services last.</text></clause>"
               "<clause number=\"4\"><text>以下「本業務」という。</text></clause><clause number=\"5\"><text>本業務を行う。「引用」だけ。</text></clause>");
    cr_assert_eq(reading_defined(b.reading, clause_at(&b, 2, -1), &list), 2);
    cr_expect_eq(strncmp(list[0].term, "Confidential Information", list[0].words.len), 0);
    cr_expect_str_eq(list[0].clause->number, "1");
    cr_expect_str_eq(list[1].clause->number, "2");
    cr_assert_eq(reading_defined(b.reading, clause_at(&b, 4, -1), &list), 1);
    cr_expect_str_eq(list[0].clause->number, "4");
    cr_expect_eq(reading_defined(b.reading, clause_at(&b, 0, -1), &list), 0);
    tear_down(&b);
}
