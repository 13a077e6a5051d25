#include "language/actors.h"

#include <stdlib.h>
#include <string.h>

#include "language/words.h"

enum {
    MODAL_REACH = 90,       /* bytes from a party to its "shall" */
    DEMAND_REACH = 40,      /* bytes from "may" to "require" */
    PASSIVE_REACH = 26,     /* bytes from "shall be" to "by the Supplier" */
    NAMED_REACH = 240,      /* bytes from 乙が to what it may do */
    GRANT_REACH = 45,       /* bytes from 甲が to what it grants */
    JOINED = 12             /* bytes between two parties that act together */
};

/* A place where a side is called by one of its names. */
struct mention {
    uint32_t start, end;
    uint8_t side;           /* enum duty; DUTY_UNSAID: "it" */
};

struct finder {
    struct reading *r;
    struct words t;
    struct word_set modals;
    struct mention *mentions;
    size_t count, size;
    struct actor *actors;
    size_t actor_count;
};

/* ---- where the parties are named ---- */

static void add_mention(struct finder *f, size_t start, size_t end, unsigned side)
{
    if (f->count == f->size) {
        size_t size = f->size * 2 + 32;
        struct mention *more = arena_array(f->r->arena, size, sizeof *more);
        if (!more)
            return;
        if (f->count)
            memcpy(more, f->mentions, f->count * sizeof *more);
        f->mentions = more;
        f->size = size;
    }
    f->mentions[f->count++] = (struct mention){(uint32_t)start, (uint32_t)end, (uint8_t)side};
}

/* True where the word belongs to a longer one: a sub-processor is no processor. */
static bool is_compound(struct words t, size_t start)
{
    static const char *const before[] = {"sub-", "sub ", "再", "co-", "third ", NULL};
    return words_before(t, start, before) > 0;
}

static void find_name(struct finder *f, const char *name, size_t len, unsigned side)
{
    const struct words t = f->t;
    for (size_t i = 0; i < t.len;) {
        const char *p = words_find(t, i, name, len);
        if (!p)
            return;
        size_t start = (size_t)(p - t.at), end = start + len;
        bool cut = (start > 0 && normal_is_word(t.at[start]) && normal_is_word(t.at[start - 1])) ||
                   (end < t.len && normal_is_word(t.at[end]) && normal_is_word(t.at[end - 1]));
        if (!cut && !is_compound(t, start))
            add_mention(f, start, end, side);
        i = end;
    }
}

static int by_place(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end != y->end ? (x->end > y->end ? -1 : 1) : (int)y->side - (int)x->side;
}

/* True if nothing but an "and" stands between the two: they act together. */
static bool is_joined(struct words t, const struct mention *a, const struct mention *b)
{
    static const char *const joins[] = {" and ", " or ", " nor ", " and the ", " or the ", " nor the ", "及び", "および", "並びに", "又は",
                                        "または", "と", "、", "・", "若しくは", "もしくは", ""};
    size_t len = b->start - a->end;
    for (size_t i = 0; len <= JOINED && i < sizeof joins / sizeof joins[0]; i++)
        if (strlen(joins[i]) == len && memcmp(t.at + a->end, joins[i], len) == 0)
            return true;
    return false;
}

/* Of names that overlap the first and longest stays; sides that are joined by "and" become one. */
static void settle_mentions(struct finder *f)
{
    size_t kept = 0;
    if (f->count == 0)
        return;
    qsort(f->mentions, f->count, sizeof *f->mentions, by_place);
    for (size_t i = 0; i < f->count; i++) {
        const struct mention m = f->mentions[i];
        struct mention *last = kept ? &f->mentions[kept - 1] : NULL;
        if (last && m.start < last->end)
            continue;
        if (last && m.side && last->side && is_joined(f->t, last, &m)) {
            last->end = m.end;
            last->side |= m.side;
            continue;
        }
        f->mentions[kept++] = m;
    }
    f->count = kept;
}

static void find_mentions(struct finder *f, const struct parties *p)
{
    const struct scan *s = &f->r->scan;
    for (size_t i = 0; i < s->fired_count; i++) {
        const struct phrase *phrase = &f->r->v->phrases[s->fired[i].phrase];
        if (phrase->use == USE_ROLE && !is_compound(f->t, s->fired[i].start))
            add_mention(f, s->fired[i].start, s->fired[i].end, phrase->value);
    }
    for (size_t i = 0; i < p->count; i++)
        find_name(f, p->names[i].at, p->names[i].len, p->names[i].side);
    if (f->count > 0)
        find_name(f, "it", 2, DUTY_UNSAID);
    settle_mentions(f);
}

/* ---- Japanese ---- */

static const char *const people[] = {"の役職員", "の従業員", "の従業者", "の役員", "の担当者", "の使用人", "の従事者", "の社員", "の作業者", NULL};

/* 甲が書面により承諾したもの: as 甲の承諾, it is the other side that acts upon it. */
static bool is_granting(struct words t, size_t i)
{
    static const char *const grants[] = {"承諾し", "承認し", "同意し", "許可し", "許諾し", "了承し", "認めた", "認める", "指定し", "指定する", NULL};
    size_t to = t.len - i > GRANT_REACH ? i + GRANT_REACH : t.len;
    const char *stop = memmem(t.at + i, to - i, "。", 3);
    if (stop)
        to = (size_t)(stop - t.at);
    return words_within(t, i, to, grants) < to;
}

static bool japanese_how(struct words t, size_t i, uint8_t *how)
{
    static const char *const topic[] = {"は", "においては", "としては", "にあっては", "も", "側は", NULL};
    static const char *const towards[] = {"に対し", "へ", "宛", "の承諾", "の承認", "の同意", "の許諾", "の許可", "の指示", "の求め", "の請求", "の要求",
                                          "の要請", "の監査", "の検査", "の調査", "の立入", "の事前の", "の書面", "から要求", "から求め", "の了承",
                                          "の指定する", NULL};
    static const char *const agent[] = {"により", "によって", "の責任", "の費用", "の負担", NULL};
    static const char *const neither[] = {"に代わ", "における", "に帰", "に生じ", "に与え", "に属", "に関", "に係", NULL};
    static const char *const to[] = {"に", NULL};
    i += words_at(t, i, people);
    if (words_at(t, i, topic) && !words_at(t, i, (const char *const[]){"もしくは", "もの", NULL}))
        *how = ACTOR_SUBJECT;
    else if (words_at(t, i, (const char *const[]){"が", NULL}))
        *how = is_granting(t, i) ? ACTOR_TOWARDS : ACTOR_NAMED;
    else if (words_at(t, i, agent))
        *how = ACTOR_AGENT;
    else if (words_at(t, i, towards) || (words_at(t, i, to) && !words_at(t, i, neither)))
        *how = ACTOR_TOWARDS;
    else
        return false;
    return true;
}

/* Whether the subject is allowed to, or may demand it of the other: told by the end of what it says. */
static void japanese_mood(struct words t, size_t from, size_t to, struct actor *a)
{
    static const char *const may[] = {"ことができる", "ことができ、", "できる", "できます", "権利を有", "ことを妨げない", "してもよい", "ができるもの", NULL};
    static const char *const demand[] = {"求めることができ", "請求することができ", "要求することができ", "請求できる", "要求できる",
                                         "させることができ", "指示することができ", "要請することができ", "求められる", "を求める権利", NULL};
    a->demands = words_within(t, from, to, demand) < to;
    a->may = a->demands || words_within(t, from, to, may) < to;
}

/* ---- English ---- */

static const char *const active[] = {"liable", "responsible", "required", "obliged", "obligated", "bound", "prohibited", "solely",
                                     "fully", "primarily", "in default", "under", NULL};
static const char *const allowed[] = {"entitled", "permitted", "allowed", "free", "authorized", "authorised", "able", NULL};

/* What follows "be" or "is": a duty, a permission, or something that is done to the subject. */
static void english_state(struct words t, size_t i, struct actor *a)
{
    if (words_at(t, i, allowed))
        a->may = true;
    else if (!words_at(t, i, active))
        a->how = ACTOR_TOWARDS;
}

/* "may ... require": the other side has to. */
static bool demands(struct words t, size_t from, size_t to)
{
    static const char *const verbs[] = {"request", "require", "demand", "ask", "direct", "instruct", "call upon", "claim", "seek", "recover",
                                        NULL};
    size_t end = from + DEMAND_REACH < to ? from + DEMAND_REACH : to;
    return words_within(t, from, end, verbs) < end;
}

/* Reads on from a modal verb of `len` bytes at i. */
static void english_mood(struct words t, size_t i, size_t len, size_t to, struct actor *a)
{
    static const char *const may[] = {"may", "can", NULL};
    static const char *const is[] = {"is", "are", NULL};
    static const char *const has[] = {"has", "have", "reserves", NULL};
    static const char *const be[] = {" be ", " not be ", " also be ", " at all times be ", " only be ", NULL};
    static const char *const rights[] = {" have the right", " have the option", " have access", " have the opportunity",
                                         " have the authority", NULL};
    size_t end = i + len, n;
    if ((n = words_at(t, i, is)) > 0)
        english_state(t, i + n + 1, a);
    else if (words_at(t, i, has))
        a->may = true;
    else if ((n = words_at(t, end, be)) > 0)
        english_state(t, end + n, a);
    else if (words_at(t, end, (const char *const[]){" receive", " hear from", NULL}))
        a->how = ACTOR_TOWARDS;
    else
        a->may = (words_at(t, i, may) && !words_at(t, end, (const char *const[]){" not", "not", NULL})) ||
                 words_at(t, end, rights) > 0;
    a->demands = a->may && demands(t, end, to);
}

static const char *const modals[] = {"shall", "must", "will", "may", "can", "cannot", "agree", "agrees", "undertakes",
                                     "undertake", "covenants", "warrants", "is required", "is obliged", "is obligated",
                                     "is responsible", "is liable", "is entitled", "is permitted", "is allowed", "is prohibited",
                                     "is bound", "are required", "has the right", "has the option", "have the right",
                                     "reserves the right", "is free", NULL};

/* The modal verb of the party whose name ends at `from`: its place, and its bytes at *len; `to` when there is none. */
static size_t english_modal(const struct finder *f, size_t from, size_t to, size_t *len)
{
    const struct words t = f->t;
    size_t end = from + MODAL_REACH < to ? from + MODAL_REACH : to;
    for (size_t i = from; i < end; i++)
        if (t.at[i] == ';' || t.at[i] == '"')
            end = i;
    for (size_t i = from; i < end; i++) {
        i = words_next(t, i, end + 1 < t.len ? end + 1 : t.len, &f->modals, len);
        if (*len > 0 && i > from && t.at[i - 1] == ' ')
            return i;
    }
    return to;
}

/* The bytes of the word before i and of the space between, if it is one of the list; 0: it is not. */
static size_t word_before(struct words t, size_t i, const char *const *list)
{
    size_t start = i;
    if (i < 2 || t.at[i - 1] != ' ')
        return 0;
    while (--start > 0 && normal_is_word(t.at[start - 1]))
        ;
    size_t n = words_at(t, start, list) + 1;
    return n > 1 && n == i - start ? n : 0;
}

/* A sentence or a part of it begins here: "Supplier notifies" is then what Supplier does. */
static bool is_opening(struct words t, size_t start, size_t sentence)
{
    static const char *const openers[] = {"and", "or", "then", "that", "if", "when", "where", "once", "should", "unless", "whenever", NULL};
    static const char *const article[] = {"the", "each", "either", NULL};
    start -= word_before(t, start, article);
    if (start <= sentence + 1 || t.at[start - 1] == '\n')
        return true;
    return t.at[start - 1] == ' ' && (strchr(",;:)", t.at[start - 2]) || word_before(t, start, openers) > 0);
}

/* Things of a party are not the party: "Customer Data must". */
static bool is_thing(struct words t, size_t i)
{
    static const char *const things[] = {" data", " information", " content", " material", " materials", " property", " systems", " system",
                                         " premises", " confidential", " personal", " records", " account", " accounts", " network",
                                         " assets", " equipment", " facility", " facilities", " products", " services", " software",
                                         " fees", " policies", " policy", " materials", " records", " requirements", " sites", NULL};
    static const char *const staff[] = {"'s employees", "'s personnel", "'s staff", "'s agents", "'s representatives", "'s obligation",
                                        "'s duty to", "'s affiliates", "'s obligations", "'ll", "'ve", "'re", "'d", NULL};
    return words_at(t, i, things) > 0 || (i < t.len && t.at[i] == '\'' && !words_at(t, i, staff));
}

/* "Supplier reports": a verb in the present without a modal. */
static bool is_present(struct words t, size_t i)
{
    static const char *const never[] = {"is", "was", "has", "does", "its", "this", "systems", "as", NULL};
    if (i >= t.len || t.at[i] != ' ' || words_at(t, i + 1, never))
        return false;
    size_t end = ++i;
    while (end < t.len && normal_is_word(t.at[end]))
        end++;
    return end - i > 3 && t.at[end - 1] == 's' && t.at[end - 2] != 's';
}

/* "We process", "you keep": a verb in the present that ends like any other. */
static bool is_we_or_you(struct words t, const struct mention *m)
{
    static const char *const plural[] = {"we", "you", NULL};
    return m->end < t.len && t.at[m->end] == ' ' && words_at(t, m->start, plural) == m->end - m->start;
}

/* "Supplier guarantees that the Service will be available": what follows is said of something else. */
static bool is_saying(struct words t, size_t i)
{
    if (!is_present(t, i))
        return false;
    for (i++; normal_is_word(t.at[i]);)
        i++;
    return words_at(t, i, (const char *const[]){" that", NULL}) > 0;
}

static bool english_how(const struct finder *f, const struct mention *m, size_t sentence, size_t to, struct actor *a)
{
    const struct words t = f->t;
    static const char *const article[] = {"the", "such", "each", "any", "said", "that", NULL};
    static const char *const by[] = {"by", NULL};
    static const char *const towards[] = {"to", "notify", "notifies", "inform", "informs", "advise", "advises", "alert",
                                          "alerts", "permit", "permits", "allow", "allows", "indemnify", "tell", "tells",
                                          "let", "lets", "give", "gives", "send", "sends", NULL};
    static const char *const aside[] = {"from", "for", "with", "on", "upon", "against", "under", "between", "than", NULL};
    size_t before = m->start - word_before(t, m->start, article), len = 0;
    static const char *const burden[] = {"'s responsibility", "'s sole responsibility", "'s obligation", "'s duty to", "'s duty is", NULL};
    if (words_at(t, m->end, burden))
        return true;
    if (is_thing(t, m->end))
        return false;
    if (word_before(t, before, by)) {
        size_t from = before > sentence + PASSIVE_REACH ? before - PASSIVE_REACH : sentence;
        static const char *const passive[] = {"be", "is", "are", NULL};
        a->how = ACTOR_AGENT;
        a->may = words_within(t, from, before, (const char *const[]){"may be", "can be", NULL}) < before;
        return words_within(t, from, before, passive) < before;
    }
    if (word_before(t, before, towards)) {
        a->how = ACTOR_TOWARDS;
        return true;
    }
    if (word_before(t, before, aside))
        return false;
    bool opening = is_opening(t, m->start, sentence);
    if (opening && is_saying(t, m->end))
        return true;
    if (words_at(t, m->end, (const char *const[]){"'ll", NULL}))
        return true;
    size_t modal = english_modal(f, m->end, to, &len);
    if (modal < to)
        english_mood(t, modal, len, to, a);
    else if (!opening || !(is_present(t, m->end) || is_we_or_you(t, m)))
        return false;
    else if (words_at(t, m->end, (const char *const[]){" receives", NULL}))
        a->how = ACTOR_TOWARDS;
    return true;
}

/* ---- all of them ---- */

/* "it" is the party of which the sentence spoke last as the one that acts. */
static bool resolve(struct finder *f, struct mention *m, uint8_t acting)
{
    size_t len = 0;
    if (m->side != DUTY_UNSAID)
        return true;
    m->side = acting;
    return acting != DUTY_UNSAID && english_modal(f, m->end, m->end + 20 < f->t.len ? m->end + 20 : f->t.len, &len) < f->t.len;
}

static void add_actor(struct finder *f, size_t i, size_t sentence, size_t sentence_end, uint32_t index)
{
    struct mention *m = &f->mentions[i];
    size_t to = i + 1 < f->count && f->mentions[i + 1].start < sentence_end && f->mentions[i + 1].side ? f->mentions[i + 1].start
                                                                                                       : sentence_end;
    struct actor a = {.sentence = index, .start = m->start, .end = m->end, .side = m->side};
    bool japanese = m->end < f->t.len && (unsigned char)f->t.at[m->end] >= 0xE3;
    if (japanese ? !japanese_how(f->t, m->end, &a.how) : !english_how(f, m, sentence, to, &a))
        return;
    f->actors[f->actor_count++] = a;
}

/* What a Japanese subject may do is said up to where the next subject begins, or the sentence ends. */
static void find_moods(struct finder *f)
{
    const struct scan *s = &f->r->scan;
    size_t limit = f->t.len;
    uint32_t sentence = UINT32_MAX;
    for (size_t i = f->actor_count; i-- > 0;) {
        struct actor *a = &f->actors[i];
        if (a->sentence != sentence)
            limit = s->ends[a->sentence];
        sentence = a->sentence;
        bool japanese = a->end < f->t.len && (unsigned char)f->t.at[a->end] >= 0xE3;
        if (japanese && a->how == ACTOR_NAMED)
            japanese_mood(f->t, a->end, limit - a->end > NAMED_REACH ? a->end + NAMED_REACH : limit, a);
        if (a->how != ACTOR_SUBJECT)
            continue;
        if (japanese)
            japanese_mood(f->t, a->end, limit, a);
        limit = a->start;
    }
}

size_t actors_find(struct reading *r, const struct parties *p, struct actor **out)
{
    struct finder f = {.r = r, .t = {r->body.at, r->body.len}};
    const struct scan *s = &r->scan;
    find_mentions(&f, p);
    if (f.count > 0)
        f.modals = word_set(modals);
    f.actors = f.count ? arena_array(r->arena, f.count, sizeof *f.actors) : NULL;
    *out = f.actors;
    if (!f.actors)
        return 0;
    uint8_t acting = DUTY_UNSAID;
    uint32_t sentence = 0, start = 0;
    for (size_t i = 0; i < f.count; i++) {
        struct mention *m = &f.mentions[i];
        while (sentence + 1 < s->sentence_count && m->start >= s->ends[sentence]) {
            start = s->ends[sentence++];
            acting = DUTY_UNSAID;
        }
        if (!resolve(&f, m, acting))
            continue;
        if (is_opening(f.t, m->start, start) && !is_thing(f.t, m->end))
            acting = m->side;
        add_actor(&f, i, start, s->ends[sentence], sentence);
    }
    find_moods(&f);
    return f.actor_count;
}
