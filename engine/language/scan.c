#include "language/scan.h"

#include <string.h>

bool scan_init(struct scan *s, const struct vocabulary *v, struct arena *arena)
{
    *s = (struct scan){.v = v, .arena = arena};
    s->atoms = arena_array(arena, v->atom_count + 1, sizeof *s->atoms);
    s->touched = arena_array(arena, SCAN_HITS, sizeof *s->touched);
    s->hits = arena_array(arena, SCAN_HITS, sizeof *s->hits);
    return s->atoms && s->touched && s->hits;
}

/* ---- sentences ---- */

static void add_end(struct scan *s, size_t end)
{
    if (s->sentence_count == s->sentence_size) {
        size_t size = s->sentence_size * 2 + 64;
        uint32_t *ends = arena_array(s->arena, size, sizeof *ends);
        if (!ends)
            return;
        if (s->sentence_count)
            memcpy(ends, s->ends, s->sentence_count * sizeof *ends);
        s->ends = ends;
        s->sentence_size = size;
    }
    s->ends[s->sentence_count++] = (uint32_t)end;
}

/* Words that end in a full stop without ending a sentence. */
static bool is_abbreviation(const char *at, size_t len)
{
    static const char *const words[] = {"no",  "nos", "inc", "corp", "ltd",  "co",  "art", "sec", "mr", "ms", "mrs", "dr", "st",
                                        "etc", "vs",  "e.g", "i.e",  "para", "cl",  "fig", "jr",  "sr", "approx", "ref"};
    if (len == 1 && at[0] >= 'a' && at[0] <= 'z')
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == len && memcmp(words[i], at, len) == 0)
            return true;
    return false;
}

/* A sentence that speaks of the case before it is read together with it: "In such event ...", この場合、... */
static bool goes_on(const struct normal *n, size_t at)
{
    static const char *const words[] = {"この場合", "その場合", "かかる場合", "これらの場合", "in such event", "in such case",
                                        "in that event", "in that case", "in any such event"};
    while (at < n->len && n->at[at] == ' ')
        at++;
    if (at < n->len && (n->at[at] == ')' || strncmp(n->at + at, "」", 3) == 0)) /* (以下「甲」という。)は */
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strncmp(n->at + at, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

/* True if the full stop at `dot` ends a sentence that began at `start`. */
static bool stops(const struct normal *n, size_t start, size_t dot)
{
    if (dot + 2 >= n->len || n->at[dot + 1] != ' ')
        return dot + 1 >= n->len || n->at[dot + 1] == '\n' || (unsigned char)n->at[dot + 1] >= 0xE3;
    size_t word = dot;
    while (word > start && n->at[word - 1] != ' ' && n->at[word - 1] != '(')
        word--;
    if (is_abbreviation(n->at + word, dot - word))
        return false;
    bool number = dot > word;
    for (size_t i = word; i < dot; i++)
        number = number && ((n->at[i] >= '0' && n->at[i] <= '9') || n->at[i] == '.');
    if (number && word <= start + 1)
        return false; /* the number of a section */
    char next = normal_source(n, dot + 2);
    return next < 'a' || next > 'z';
}

static void find_sentences(struct scan *s)
{
    static const bool signs[256] = {['\n'] = true, ['.'] = true, ['?'] = true, ['!'] = true, [0xE3] = true};
    const struct normal *n = s->text;
    const char *at = n->at;
    size_t start = 0, len = n->len;
    s->sentence_count = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)at[i];
        size_t end = 0;
        if (!signs[c] && i - start < SCAN_SENTENCE)
            continue;
        if (c == '\n')
            end = i + 1 == n->own ? 0 : i + 1; /* the lead-in is part of the first sentence */
        else if (c == 0xE3 && i + 2 < n->len && memcmp(n->at + i, "。", 3) == 0)
            end = goes_on(n, i + 3) ? 0 : i + 3;
        else if ((c == '.' || c == '?' || c == '!') && stops(n, start, i))
            end = goes_on(n, i + 1) ? 0 : i + 1;
        else if (i - start >= SCAN_SENTENCE && (c == ' ' || i - start >= SCAN_SENTENCE + 100) && (c & 0xC0) != 0x80)
            end = i;
        if (end > start) {
            add_end(s, end);
            start = end;
            i = end - 1;
        }
    }
    if (start < n->len || s->sentence_count == 0)
        add_end(s, n->len);
}

uint32_t scan_sentence_of(const struct scan *s, uint32_t offset)
{
    size_t low = 0, high = s->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->ends[middle] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* ---- phrases ---- */

struct chain { uint32_t start, end; };

static bool hidden(const struct scan *s, uint16_t type, const struct scan_hit *h)
{
    for (size_t i = 0; i < s->decoy_count; i++)
        if (s->decoys[i].type == type && h->start < s->decoys[i].end && h->end > s->decoys[i].start)
            return true;
    return false;
}

/* The longest way so far that this hit can follow; NULL if none. */
static const struct chain *before(const struct chain *from, size_t count, const struct scan_hit *h, uint16_t gap)
{
    const struct chain *best = NULL;
    for (size_t i = 0; i < count; i++)
        if (from[i].end <= h->start && h->start - from[i].end <= gap && (!best || from[i].end > best->end))
            best = &from[i];
    return best;
}

static bool match_part(const struct scan *s, const struct part *part, uint16_t type, struct chain *out)
{
    struct chain lists[2][SCAN_CHAIN];
    size_t count = 0;
    if (part->step_count == 0)
        return false;
    for (uint32_t k = 0; k < part->step_count; k++) {
        const struct step *step = &s->v->steps[part->first_step + k];
        const struct scan_atom *atom = &s->atoms[step->atom];
        struct chain *to = lists[k & 1];
        const struct chain *from = lists[(k & 1) ^ 1];
        size_t made = 0;
        if (atom->stamp != s->stamp)
            return false;
        for (uint32_t h = atom->first; h && made < SCAN_CHAIN; h = s->hits[h].next) {
            const struct scan_hit *hit = &s->hits[h];
            const struct chain *way = k ? before(from, count, hit, step->gap) : NULL;
            if ((k && !way) || (s->decoy_count && hidden(s, type, hit)))
                continue;
            to[made++] = (struct chain){k ? way->start : hit->start, hit->end};
        }
        if (made == 0)
            return false;
        count = made;
    }
    *out = lists[(part->step_count - 1) & 1][0];
    return true;
}

/* True if every step of the phrase was seen in the sentence. */
static inline bool is_possible(const struct scan *s, const struct phrase *p)
{
    const struct step *step = &s->v->steps[p->first_step];
    for (unsigned i = 0; i < p->steps_needed; i++)
        if (s->atoms[step[i].atom].stamp != s->stamp)
            return false;
    return true;
}

static bool match_parts(const struct scan *s, const struct phrase *p, struct chain *out)
{
    *out = (struct chain){UINT32_MAX, 0};
    for (uint32_t i = p->first_part; i < p->first_part + p->part_count; i++) {
        const struct part *part = &s->v->parts[i];
        struct chain c = {UINT32_MAX, 0};
        bool found = match_part(s, part, p->use == USE_DECOY ? NO_INDEX : p->type, &c);
        if (found == part->negated)
            return false;
        if (part->negated)
            continue;
        if (c.start < out->start)
            out->start = c.start;
        if (c.end > out->end)
            out->end = c.end;
    }
    return true;
}

static inline bool match_phrase(const struct scan *s, const struct phrase *p, struct chain *out)
{
    return is_possible(s, p) && match_parts(s, p, out);
}

static void add_fired(struct scan *s, uint32_t phrase, struct chain c)
{
    if (s->fired_count == s->fired_size) {
        size_t size = s->fired_size * 2 + 64;
        struct fired *fired = arena_array(s->arena, size, sizeof *fired);
        if (!fired)
            return;
        if (s->fired_count)
            memcpy(fired, s->fired, s->fired_count * sizeof *fired);
        s->fired = fired;
        s->fired_size = size;
    }
    s->fired[s->fired_count++] = (struct fired){phrase, (uint32_t)s->sentence, c.start, c.end};
}

/* Every place of a vague word or a frequency counts, not only the first in the sentence. */
static void fire_each(struct scan *s, uint32_t phrase, const struct phrase *p)
{
    const struct part *part = &s->v->parts[p->first_part];
    if (p->part_count > 1 || part->step_count > 1) {
        struct chain c;
        if (match_phrase(s, p, &c))
            add_fired(s, phrase, c);
        return;
    }
    const struct scan_atom *atom = &s->atoms[s->v->steps[part->first_step].atom];
    for (uint32_t h = atom->first; h; h = s->hits[h].next)
        add_fired(s, phrase, (struct chain){s->hits[h].start, s->hits[h].end});
}

static void try_decoy(struct scan *s, uint32_t index)
{
    const struct phrase *p = &s->v->phrases[index];
    struct chain c;
    if (s->decoy_count < SCAN_DECOYS && match_phrase(s, p, &c))
        s->decoys[s->decoy_count++] = (struct scan_decoy){p->type, c.start, c.end};
}

static void try_phrase(struct scan *s, uint32_t index)
{
    const struct phrase *p = &s->v->phrases[index];
    struct chain c;
    if (p->use == USE_VAGUE || p->use == USE_INTERVAL || p->use == USE_ROLE || p->use == USE_EVENT)
        fire_each(s, index, p);
    else if (match_phrase(s, p, &c))
        add_fired(s, index, c);
}

static void end_sentence(struct scan *s)
{
    for (size_t i = 0; i < s->touched_count; i++) {
        const struct atom *a = &s->v->atoms[s->touched[i]];
        for (uint32_t k = 0; k < a->counts[CLASS_DECOY]; k++)
            try_decoy(s, s->v->phrase_refs[a->first_phrase + k]);
    }
    for (size_t i = 0; i < s->touched_count; i++) {
        const struct atom *a = &s->v->atoms[s->touched[i]];
        bool heading = s->kind == TEXT_HEADING;
        uint32_t from = a->first_phrase + a->counts[CLASS_DECOY] + (heading ? 0U : a->counts[CLASS_HEADING]);
        uint32_t to = from + a->counts[heading ? CLASS_HEADING : CLASS_BODY];
        for (uint32_t k = from; k < to; k++)
            try_phrase(s, s->v->phrase_refs[k]);
    }
    s->touched_count = 0;
    s->hit_count = 1; /* 0 ends a list */
    s->decoy_count = 0;
    s->stamp++;
    s->sentence++;
}

/* ---- words ---- */

static void touch(struct scan *s, uint32_t ref, uint32_t start, uint32_t end)
{
    uint32_t atom = ref >> MEMBER_SHIFT;
    struct scan_atom *a = &s->atoms[atom];
    if (s->hit_count == SCAN_HITS)
        return;
    uint32_t hit = (uint32_t)s->hit_count++;
    s->hits[hit] = (struct scan_hit){start, end, 0};
    if (a->stamp == s->stamp) {
        s->hits[a->last].next = hit;
    } else {
        a->stamp = s->stamp;
        a->first = hit;
        if (ref & MEMBER_KEYED)
            s->touched[s->touched_count++] = atom;
    }
    a->last = hit;
}

static void on_hit(void *context, uint32_t literal, size_t end)
{
    struct scan *s = context;
    const struct literal *l = &s->v->literals[literal];
    const char *at = s->text->at;
    size_t start = end - l->len;
    while (s->sentence + 1 < s->sentence_count && end > s->ends[s->sentence])
        end_sentence(s);
    bool cut_before = start > 0 && normal_is_word(at[start]) && normal_is_word(at[start - 1]);
    bool cut_after = end < s->text->len && normal_is_word(at[end - 1]) && normal_is_word(at[end]);
    if ((cut_before && !(l->open & MEMBER_OPEN_BEFORE)) || (cut_after && !(l->open & MEMBER_OPEN_AFTER)))
        return; /* the middle of a longer word */
    for (uint32_t i = l->first[s->kind]; i < l->first[s->kind + 1]; i++) {
        uint32_t ref = s->v->atom_refs[i];
        if ((cut_before && !(ref & MEMBER_OPEN_BEFORE)) || (cut_after && !(ref & MEMBER_OPEN_AFTER)))
            continue;
        touch(s, ref, (uint32_t)start, (uint32_t)end);
    }
}

void scan_run(struct scan *s, const struct normal *text, enum text_kind kind)
{
    s->text = text;
    s->kind = kind;
    s->fired_count = 0;
    s->sentence = 0;
    s->touched_count = 0;
    s->hit_count = 1;
    s->decoy_count = 0;
    s->stamp++;
    find_sentences(s);
    matcher_scan(s->v->matcher, text->at, text->len, on_hit, s);
    while (s->sentence < s->sentence_count)
        end_sentence(s);
}
