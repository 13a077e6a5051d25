#include "language/matcher.h"

#include <criterion/criterion.h>
#include <string.h>

enum { HITS = 64 };

struct hits {
    size_t count;
    struct { uint32_t literal; size_t end; } at[HITS];
};

struct bench {
    struct arena *arena, *scratch;
    struct matcher *matcher;
};

static void keep(void *context, uint32_t literal, size_t end)
{
    struct hits *h = context;
    cr_assert_lt(h->count, HITS);
    h->at[h->count].literal = literal;
    h->at[h->count++].end = end;
}

/* A matcher of the words up to NULL: the n-th has the number n. */
static void set_up(struct bench *b, const char *const *words)
{
    b->arena = arena_new(1 << 20);
    b->scratch = arena_new(1 << 20);
    cr_assert(b->arena && b->scratch);
    b->matcher = matcher_new(b->arena, b->scratch);
    cr_assert_not_null(b->matcher);
    for (uint32_t i = 0, id; words[i]; i++) {
        cr_assert(matcher_add(b->matcher, words[i], strlen(words[i]), true, &id));
        cr_assert_eq(id, i);
    }
    cr_assert(matcher_seal(b->matcher));
    arena_free(b->scratch); /* no longer needed: the sanitizer watches */
}

static struct hits scan(const struct bench *b, const char *text)
{
    struct hits h = {0};
    matcher_scan(b->matcher, text, strlen(text), keep, &h);
    return h;
}

static void has_hit(const struct hits *h, size_t n, uint32_t literal, size_t end)
{
    cr_assert_lt(n, h->count);
    cr_expect_eq(h->at[n].literal, literal, "hit %zu is literal %u", n, h->at[n].literal);
    cr_expect_eq(h->at[n].end, end, "hit %zu ends at %zu", n, h->at[n].end);
}

Test(matcher, literals_within_literals_are_found_longer_first)
{
    static const char *const words[] = {"subcontractor", "contract", "tractor", "or", NULL};
    struct bench b;
    set_up(&b, words);
    struct hits h = scan(&b, "subcontractor");
    cr_assert_eq(h.count, 4);
    has_hit(&h, 0, 1, 11);
    has_hit(&h, 1, 0, 13);
    has_hit(&h, 2, 2, 13);
    has_hit(&h, 3, 3, 13);
    arena_free(b.arena);
}

Test(matcher, occurrences_that_overlap_are_all_found)
{
    static const char *const words[] = {"aa", NULL};
    struct bench b;
    set_up(&b, words);
    struct hits h = scan(&b, "aaaa");
    cr_assert_eq(h.count, 3);
    has_hit(&h, 0, 0, 2);
    has_hit(&h, 2, 0, 4);
    arena_free(b.arena);
}

Test(matcher, a_broken_off_literal_leads_on_to_another)
{
    static const char *const words[] = {"再委託先", "委託契約", NULL};
    struct bench b;
    set_up(&b, words);
    struct hits h = scan(&b, "再委託契約");
    cr_assert_eq(h.count, 1);
    has_hit(&h, 0, 1, strlen("再委託契約"));
    arena_free(b.arena);
}

Test(matcher, every_byte_can_be_part_of_a_literal)
{
    static const char *const words[] = {"\x01\xFF", "\xFF", NULL};
    struct bench b;
    set_up(&b, words);
    struct hits h = scan(&b, "\x01\xFF\x01");
    cr_assert_eq(h.count, 2);
    has_hit(&h, 0, 0, 2);
    has_hit(&h, 1, 1, 2);
    arena_free(b.arena);
}

Test(matcher, a_text_without_the_literals_has_no_hits)
{
    static const char *const words[] = {"audit", NULL};
    struct bench b;
    set_up(&b, words);
    cr_expect_eq(scan(&b, "").count, 0);
    cr_expect_eq(scan(&b, "audi audi aud it").count, 0);
    arena_free(b.arena);
}

Test(matcher, a_matcher_without_literals_finds_nothing)
{
    static const char *const words[] = {NULL};
    struct bench b;
    set_up(&b, words);
    cr_expect_eq(matcher_count(b.matcher), 0);
    cr_expect_eq(scan(&b, "anything").count, 0);
    arena_free(b.arena);
}

Test(matcher, the_same_bytes_have_the_same_number)
{
    struct arena *arena = arena_new(1 << 20), *scratch = arena_new(1 << 20);
    cr_assert(arena && scratch);
    struct matcher *m = matcher_new(arena, scratch);
    uint32_t first, again;
    cr_assert_not_null(m);
    cr_assert(matcher_add(m, "audit", 5, true, &first));
    cr_assert(matcher_add(m, "audit", 5, true, &again));
    cr_expect_eq(first, again);
    cr_expect_eq(matcher_count(m), 1);
    arena_free(scratch);
    arena_free(arena);
}

Test(matcher, an_empty_literal_is_refused)
{
    struct arena *arena = arena_new(1 << 20), *scratch = arena_new(1 << 20);
    cr_assert(arena && scratch);
    struct matcher *m = matcher_new(arena, scratch);
    uint32_t id;
    cr_assert_not_null(m);
    cr_expect_not(matcher_add(m, "", 0, true, &id));
    arena_free(scratch);
    arena_free(arena);
}

Test(matcher, a_literal_is_looked_for_where_words_begin_unless_it_was_added_for_inside_of_them)
{
    static const char text[] = "subcontract act pactum, contract";
    struct arena *arena = arena_new(1 << 20), *scratch = arena_new(1 << 20);
    struct matcher *m = matcher_new(arena, scratch);
    uint32_t act, contract, pact;
    cr_assert(matcher_add(m, "act", 3, false, &act));
    cr_assert(matcher_add(m, "contract", 8, true, &contract));
    cr_assert(matcher_add(m, "pact", 4, false, &pact));
    cr_assert(matcher_seal(m));
    struct hits h = {0};
    matcher_scan(m, text, strlen(text), keep, &h);
    cr_assert_eq(h.count, 4);
    has_hit(&h, 0, contract, 11);
    has_hit(&h, 1, act, 15);
    has_hit(&h, 2, pact, 20);
    has_hit(&h, 3, contract, 32);
    arena_free(arena);
    arena_free(scratch);
}

Test(matcher, a_literal_behind_a_hyphen_or_a_japanese_word_begins_a_word)
{
    static const char text[] = "non-audit 再audit";
    struct arena *arena = arena_new(1 << 20), *scratch = arena_new(1 << 20);
    struct matcher *m = matcher_new(arena, scratch);
    uint32_t id;
    cr_assert(matcher_add(m, "audit", 5, false, &id) && matcher_seal(m));
    struct hits h = {0};
    matcher_scan(m, text, strlen(text), keep, &h);
    cr_expect_eq(h.count, 2);
    arena_free(arena);
    arena_free(scratch);
}
