/* Word and text under failing allocations and small arenas: a fault, never a crash, a leak or half a contract. */
#include <criterion/criterion.h>
#include <string.h>

#include "contract_support.h"
#include "documents/decode.h"
#include "support/fail_malloc.h"

struct source {
    const char *at;
    size_t len;
    size_t arena;               /* bytes that the subject may use */
    struct decoder *decoder;    /* NULL: a Word file */
    uint32_t clauses;           /* that a whole contract has */
};

static int attempt(void *context)
{
    struct source *s = context;
    struct arena *arena = arena_new(s->arena);
    if (!arena)
        return -1;
    struct subject subject = {0};
    struct document document = {.file = "a", .shown = "a"};
    struct builder b = {arena, &subject, &document};
    int status = s->decoder ? text_read(s->decoder, &b, s->at, s->len, false) : word_read(&b, s->at, s->len);
    cr_assert_eq(status == 0, document.fault.id == FAULT_NONE);
    cr_assert_eq(status == 0, subject.contracts.count == 1, "half a contract was left");
    if (status == 0)
        cr_assert_eq(((struct contract *)subject.contracts.first)->clauses.count, s->clauses, "a contract lacks clauses");
    arena_free(arena);
    return status;
}

static const char text[] = "業務委託契約書\n山川（以下「甲」という。）と海野（以下「乙」という。）は契約する。\n第1条（目的）\n委託する。\n(1) 開発\n"
                           "第2条（定義）\n「秘密」とは、非公知のものをいう。\n第3条（期間）\n1年とする。\n";

Test(contract_memory, text_survives_each_allocation_that_fails)
{
    struct source s = {text, strlen(text), LOAD_ARENA_BYTES, decoder_new(), 4};
    cr_assert_not_null(s.decoder);
    cr_assert_gt(fail_every_malloc(attempt, &s, 200), 3);
    decoder_free(s.decoder);
}

Test(contract_memory, word_survives_each_allocation_that_fails)
{
    struct buffer file;
    make_word(&file, P("契約書") N(1, 0, "（目的）") P("委託する。") "<w:tbl><w:tr><w:tc>" P("a") "</w:tc><w:tc>" P("b")
                     "</w:tc></w:tr></w:tbl>" N(1, 0, "（期間）") P("1年とする。"),
              NULL, LIST(0, LEVEL(0, "decimal", "第%1条")) NUM(1, 0));
    struct source s = {file.at, file.len, LOAD_ARENA_BYTES, NULL, 2};
    cr_assert_gt(fail_every_malloc(attempt, &s, 500), 5);
    buffer_free(&file);
}

Test(contract_memory, an_arena_of_any_size_is_enough_or_a_fault)
{
    struct source s = {text, strlen(text), 0, decoder_new(), 4};
    int failed = 0, whole = 0;
    for (s.arena = 16; s.arena < 8000; s.arena += 16) {
        int status = attempt(&s);
        failed += status != 0;
        whole += status == 0;
    }
    cr_assert_gt(failed, 10);
    cr_assert_gt(whole, 10);
    decoder_free(s.decoder);
}
