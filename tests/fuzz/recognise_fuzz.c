/* The recogniser, with the vocabulary that is shipped: the bytes are the text of a contract. */
#include "fuzz.h"

#include "base/data_load.h"
#include "base/text.h"
#include "documents/schema.h"
#include "language/recognise.h"

enum { OUTPUT_BYTES = 512 * 1024 * 1024, VOCABULARY_BYTES = 64 * 1024 * 1024 };

static struct vocabulary *vocabulary(void)
{
    static struct vocabulary *v;
    if (v)
        return v;
    struct fault f = {0};
    size_t faults = 0;
    struct arena *arena = arena_new(VOCABULARY_BYTES);
    const struct data *d = data_load("rules/core/vocabulary.lua", arena, &f);
    fuzz_assert(d != NULL, "run from the top of the project");
    v = vocabulary_compile(&d, 1, &f, 1, &faults);
    fuzz_assert(v != NULL, "the shipped vocabulary is right");
    arena_free(arena);
    return v;
}

/* Words are quoted from the text that they are in. */
static void check_clause(struct reading *r, const struct clause *c)
{
    const struct read_term *terms;
    const struct span *spans;
    const struct clause_reading *reading = reading_clause(r, c);
    for (size_t i = 0; reading && i < reading->type_count; i++) {
        size_t len;
        span_words(&reading->types[i].words, c, 200, &len);
        fuzz_assert(len <= 200, "quotes are cut");
    }
    reading_terms(r, c, &terms);
    reading_contradictions(r, c, &terms);
    reading_mistyped(r, c);
    reading_vague(r, c, &spans);
    reading_blanks(r, c, &spans);
    LIST_EACH(struct clause, child, &c->clauses)
        check_clause(r, child);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    struct subject *s = fuzz_document("x.txt", at, len);
    static struct memo *memo;
    static struct arena *arena;
    if (!memo) {
        memo = memo_new();
        arena = arena_new(LOAD_ARENA_BYTES);
    }
    fuzz_assert(memo && arena, "there is memory");
    arena_reset(arena);
    struct reading *r = s ? reading_new(vocabulary(), s, 20000, memo, arena) : NULL;
    if (!r)
        return 0;
    LIST_EACH(struct contract, k, &s->contracts)
        LIST_EACH(struct clause, c, &k->clauses)
            check_clause(r, c);
    for (int format = RECOGNISE_TEXT; format <= RECOGNISE_HTML; format++) {
        struct buffer out;
        buffer_init(&out, OUTPUT_BYTES);
        recognise_write(r, s, (enum recognise_format)format, LANGUAGE_JA, &out);
        fuzz_assert(out.failed || text_is_utf8(out.at, out.len), "what is shown is UTF-8");
        buffer_free(&out);
    }
    return 0;
}
