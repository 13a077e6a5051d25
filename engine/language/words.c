#include "language/words.h"

#include <string.h>

#include "language/normalise.h"

/* True if no letter goes on before or after the `n` bytes at i. */
static bool is_whole(struct words t, size_t i, size_t n)
{
    bool before = i > 0 && normal_is_word(t.at[i - 1]) && normal_is_word(t.at[i]);
    return !before && !(i + n < t.len && normal_is_word(t.at[i + n]) && normal_is_word(t.at[i + n - 1]));
}

size_t words_at(struct words t, size_t i, const char *const *list)
{
    for (; i < t.len && *list; list++) {
        const char *word = *list;
        size_t n = 0;
        while (i + n < t.len && word[n] && word[n] == t.at[i + n])
            n++;
        if (!word[n] && is_whole(t, i, n))
            return n;
    }
    return 0;
}

size_t words_before(struct words t, size_t i, const char *const *list)
{
    for (; i > 0 && *list; list++) {
        size_t n = strlen(*list);
        if (n <= i && (*list)[n - 1] == t.at[i - 1] && memcmp(t.at + i - n, *list, n) == 0 && is_whole(t, i - n, n))
            return n;
    }
    return 0;
}

static inline uint8_t glance(const char *at, size_t second)
{
    return (uint8_t)((unsigned char)at[0] * 37U + (unsigned char)at[second]);
}

struct word_set word_set(const char *const *list)
{
    struct word_set s = {.list = list, .second = 2};
    for (const char *const *w = list; *w; w++)
        s.second = !(*w)[1] ? 0 : !(*w)[2] && s.second > 1 ? 1 : s.second;
    for (; *list; list++) {
        uint8_t h = glance(*list, s.second);
        s.bits[h >> 6] |= UINT64_C(1) << (h & 63);
    }
    return s;
}

size_t words_next(struct words t, size_t from, size_t to, const struct word_set *s, size_t *len)
{
    for (size_t i = from; i < to && i + s->second < t.len; i++) {
        uint8_t h = glance(t.at + i, s->second);
        if ((s->bits[h >> 6] >> (h & 63) & 1) && (*len = words_at(t, i, s->list)) > 0)
            return i;
        if ((unsigned char)t.at[i] >= 0xE0) /* no word begins inside of a character */
            i += 2;
    }
    *len = 0;
    return to;
}

size_t words_within(struct words t, size_t from, size_t to, const char *const *list)
{
    const struct word_set s = word_set(list);
    size_t len;
    for (size_t i = from; i < to; i++) {
        i = words_next(t, i, to, &s, &len);
        if (len > 0 && len <= to - i)
            return i;
    }
    return to;
}

const char *words_find(struct words t, size_t from, const char *word, size_t len)
{
    if ((unsigned char)word[0] < 0xE0 || len < 3) /* letters are all frequent */
        return memmem(t.at + from, t.len - from, word, len);
    for (size_t i = from; i + len <= t.len; i++) { /* the third byte is what tells kanji from one another */
        const char *p = memchr(t.at + i + 2, word[2], t.len - i - 2);
        if (!p)
            return NULL;
        i = (size_t)(p - t.at) - 2;
        if (len <= t.len - i && memcmp(t.at + i, word, len) == 0)
            return t.at + i;
    }
    return NULL;
}
