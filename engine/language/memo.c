#include "language/memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "language/parties.h"

#define PIECE_HEADING UINT32_MAX
#define PIECE_LEAD_IN (UINT32_MAX - 1)   /* the sentence above a list, in the prose of the clause above */

/* Stands in the memo's memory: this, the text, the arrays of the state, then for each span the piece it lies in. */
struct kept {
    uint64_t hash;
    size_t bytes;               /* of the arrays, as restore lays them out */
    size_t text_len, word_type_count, cue_count, value_count, blank_count, vague_count, actor_count;
    const char *text;
    const char *body, *names;   /* the normalised words, and those of the parties' names that occur in them */
    size_t body_len, names_len;
    const struct read_type *word_types;
    const struct cue *cues;
    const struct placed_value *values;
    const struct placed_blank *blanks;
    const struct span *vague, *blank_spans;
    const struct actor *actors;
    const uint32_t *pieces;
};

struct memo {
    struct kept *slots[MEMO_SLOTS];
    struct buffer text;         /* everything that the reading of a clause depends on, but for the parties' names */
    struct buffer names;        /* of the parties that occur in a clause, with their sides */
    uint64_t hash;              /* of `text` */
    size_t used;
    _Alignas(16) char at[MEMO_BYTES];
};

struct memo *memo_new(void)
{
    struct memo *m = malloc(sizeof *m);
    if (!m)
        return NULL;
    memset(m->slots, 0, sizeof m->slots);
    m->used = 0;
    buffer_init(&m->text, MEMO_TEXT);
    buffer_init(&m->names, MEMO_TEXT);
    return m;
}

void memo_free(struct memo *m)
{
    if (m) {
        buffer_free(&m->text);
        buffer_free(&m->names);
    }
    free(m);
}

/* ---- the text that decides ---- */

static void add_text(struct buffer *b, char what, const char *at, size_t len)
{
    uint64_t n = len;
    buffer_putc(b, what);
    buffer_add(b, (const char *)&n, sizeof n);
    buffer_add(b, at, len);
}

/* Not for secrets and not against an enemy: who makes two texts collide gains nothing, because texts are compared. */
static uint64_t hash_text(const char *at, size_t len)
{
    uint64_t h = len * UINT64_C(0x9e3779b97f4a7c15), word;
    for (; len >= sizeof word; at += sizeof word, len -= sizeof word) {
        memcpy(&word, at, sizeof word);
        h = (h ^ word) * UINT64_C(0xff51afd7ed558ccd);
        h ^= h >> 32;
    }
    word = 0;
    memcpy(&word, at, len);
    h = (h ^ word) * UINT64_C(0xc4ceb9fe1a85ec53);
    return h ^ h >> 29;
}

static bool describe(struct reading *r, const struct clause *c)
{
    struct memo *m = r->memo;
    buffer_clear(&m->text);
    buffer_putc(&m->text, c->clauses.count ? 'S' : '-');
    if (c->heading)
        add_text(&m->text, 'H', c->heading, strlen(c->heading));
    LIST_EACH(struct prose, p, &c->text)
        add_text(&m->text, 'T', p->at, p->len);
    for (const struct node *n = c->node.parent; is_clause(n); n = n->parent) {
        const char *heading = ((const struct clause *)n)->heading;
        if (heading)
            add_text(&m->text, 'P', heading, strlen(heading));
    }
    const struct prose *above = reading_above(c);
    if (above)
        add_text(&m->text, 'L', above->at, above->len);
    if (m->text.failed)
        return false;
    m->hash = hash_text(m->text.at, m->text.len);
    return true;
}

/* Who acts in a clause depends on the names of the parties that occur in its words, and on no others: one text is read
 * alike for many suppliers. In the order of the names, as they are looked for. */
static bool find_names(struct reading *r, const struct clause *c, const char *body, size_t len)
{
    struct buffer *names = &r->memo->names;
    const struct parties *p = parties_of(r, c);
    buffer_clear(names);
    for (size_t i = 0; i < p->count; i++)
        if (len && memmem(body, len, p->names[i].at, p->names[i].len)) {
            add_text(names, 'N', p->names[i].at, p->names[i].len);
            buffer_putc(names, (char)('0' + p->names[i].side));
        }
    return !names->failed;
}

/* ---- spans: a pointer to prose in a subject, the number of a piece in the memo ---- */

static uint32_t piece_of(const struct clause *c, const struct prose *prose)
{
    uint32_t n = 0;
    LIST_EACH(struct prose, p, &c->text) {
        if (p == prose)
            return n;
        n++;
    }
    return prose && prose == reading_above(c) ? PIECE_LEAD_IN : PIECE_HEADING;
}

static const struct prose *piece_at(const struct clause *c, uint32_t piece)
{
    uint32_t n = 0;
    if (piece == PIECE_LEAD_IN)
        return reading_above(c);
    LIST_EACH(struct prose, p, &c->text)
        if (n++ == piece)
            return p;
    return NULL;
}

static size_t count_spans(const struct clause_state *s)
{
    return s->word_type_count + s->cue_count + s->value_count + 2 * s->blank_count + s->vague_count;
}

typedef void span_visitor(void *context, struct span *span);

/* Every span of a state, always in the same order. */
static void each_span(struct clause_state *s, span_visitor *visit, void *context)
{
    struct read_type *types = (struct read_type *)(uintptr_t)s->word_types;
    struct cue *cues = (struct cue *)(uintptr_t)s->cues;
    struct placed_value *values = (struct placed_value *)(uintptr_t)s->values;
    struct placed_blank *blanks = (struct placed_blank *)(uintptr_t)s->blanks;
    struct span *vague = (struct span *)(uintptr_t)s->vague, *blank_spans = (struct span *)(uintptr_t)s->blank_spans;
    for (size_t i = 0; i < s->word_type_count; i++)
        visit(context, &types[i].words);
    for (size_t i = 0; i < s->cue_count; i++)
        visit(context, &cues[i].span);
    for (size_t i = 0; i < s->value_count; i++)
        visit(context, &values[i].span);
    for (size_t i = 0; i < s->blank_count; i++)
        visit(context, &blanks[i].span);
    for (size_t i = 0; i < s->blank_count; i++)
        visit(context, &blank_spans[i]);
    for (size_t i = 0; i < s->vague_count; i++)
        visit(context, &vague[i]);
}

struct pieces {
    const struct clause *clause;
    uint32_t *at;
    const uint32_t *from;
};

static void note_piece(void *context, struct span *span)
{
    struct pieces *p = context;
    *p->at++ = piece_of(p->clause, span->prose);
}

static void set_piece(void *context, struct span *span)
{
    struct pieces *p = context;
    span->prose = piece_at(p->clause, *p->from++);
}

/* ---- keeping ---- */

static size_t padded(size_t size)
{
    return (size + 15) & ~(size_t)15;
}

static void *take(struct memo *m, size_t size)
{
    size_t room = padded(size);
    if (room > MEMO_BYTES - m->used)
        return NULL;
    void *at = m->at + m->used;
    m->used += room;
    return at;
}

static const void *take_copy(struct memo *m, const void *from, size_t count, size_t size)
{
    void *at = take(m, count * size);
    return at && count ? memcpy(at, from, count * size) : at;
}

static bool fill(struct reading *r, struct kept *k, const struct clause *c, const struct clause_state *s)
{
    struct memo *m = r->memo;
    uint32_t *pieces = take(m, count_spans(s) * sizeof *pieces);
    *k = (struct kept){
        .hash = m->hash, .text_len = m->text.len, .word_type_count = s->word_type_count, .cue_count = s->cue_count,
        .value_count = s->value_count, .blank_count = s->blank_count, .vague_count = s->vague_count,
        .actor_count = s->actor_count, .pieces = pieces, .body_len = r->body.len, .names_len = m->names.len,
        .body = take_copy(m, r->body.at, r->body.len, 1),
        .names = take_copy(m, m->names.at, m->names.len, 1),
        .text = take_copy(m, m->text.at, m->text.len, 1),
        .word_types = take_copy(m, s->word_types, s->word_type_count, sizeof *s->word_types),
        .cues = take_copy(m, s->cues, s->cue_count, sizeof *s->cues),
        .values = take_copy(m, s->values, s->value_count, sizeof *s->values),
        .blanks = take_copy(m, s->blanks, s->blank_count, sizeof *s->blanks),
        .vague = take_copy(m, s->vague, s->vague_count, sizeof *s->vague),
        .actors = take_copy(m, s->actors, s->actor_count, sizeof *s->actors),
        .blank_spans = take_copy(m, s->blank_spans, s->blank_count, sizeof *s->blank_spans),
        .bytes = padded(s->word_type_count * sizeof *s->word_types) + padded(s->cue_count * sizeof *s->cues) +
                 padded(s->value_count * sizeof *s->values) + padded(s->blank_count * sizeof *s->blanks) +
                 padded(s->vague_count * sizeof *s->vague) + padded(s->blank_count * sizeof *s->blank_spans) +
                 padded(s->actor_count * sizeof *s->actors),
    };
    if (!pieces || !k->text || !k->word_types || !k->cues || !k->values || !k->blanks || !k->vague || !k->blank_spans || !k->actors ||
        !k->body || !k->names)
        return false;
    struct clause_state walk = *s;
    struct pieces p = {.clause = c, .at = pieces};
    each_span(&walk, note_piece, &p);
    return true;
}

void memo_keep(struct reading *r, const struct clause *c, const struct clause_state *state)
{
    struct memo *m = r->memo;
    if (!m || m->text.failed || arena_failed(r->arena) || !find_names(r, c, r->body.at, r->body.len)) /* a reading that ran out of memory is not whole */
        return;
    struct kept *k = take(m, sizeof *k);
    if (k && fill(r, k, c, state)) {
        m->slots[m->hash % MEMO_SLOTS] = k;
        return;
    }
    memset(m->slots, 0, sizeof m->slots);
    m->used = 0;
}

/* ---- recalling ---- */

/* Copies an array to the front of a block and moves the block on. */
static const void *give(char **block, const void *from, size_t count, size_t size)
{
    char *at = *block;
    memcpy(at, from, count * size);
    *block += padded(count * size);
    return at;
}

/* Everything in one block of the subject's arena: most clauses have little to remember. */
static bool restore(struct reading *r, const struct clause *c, const struct kept *k, struct clause_state *s)
{
    char *block = arena_alloc(r->arena, k->bytes);
    if (!block)
        return false;
    s->word_types = give(&block, k->word_types, k->word_type_count, sizeof *k->word_types);
    s->cues = give(&block, k->cues, k->cue_count, sizeof *k->cues);
    s->values = give(&block, k->values, k->value_count, sizeof *k->values);
    s->blanks = give(&block, k->blanks, k->blank_count, sizeof *k->blanks);
    s->vague = give(&block, k->vague, k->vague_count, sizeof *k->vague);
    s->blank_spans = give(&block, k->blank_spans, k->blank_count, sizeof *k->blank_spans);
    s->actors = give(&block, k->actors, k->actor_count, sizeof *k->actors);
    s->actor_count = k->actor_count;
    s->word_type_count = k->word_type_count;
    s->cue_count = k->cue_count;
    s->value_count = k->value_count;
    s->blank_count = k->blank_count;
    s->vague_count = k->vague_count;
    struct pieces p = {.clause = c, .from = k->pieces};
    each_span(s, set_piece, &p);
    return true;
}

bool memo_recall(struct reading *r, const struct clause *c, struct clause_state *state)
{
    struct memo *m = r->memo;
    if (!m || !describe(r, c))
        return false;
    const struct kept *k = m->slots[m->hash % MEMO_SLOTS];
    return k && k->hash == m->hash && k->text_len == m->text.len && memcmp(k->text, m->text.at, k->text_len) == 0 &&
           find_names(r, c, k->body, k->body_len) && k->names_len == m->names.len &&
           (!k->names_len || memcmp(k->names, m->names.at, k->names_len) == 0) && restore(r, c, k, state);
}
