#include <string.h>

#include "base/text.h"

/* Longer words are not compared: no name of ours is, and the work stays bounded whatever a user types. */
enum { LONGEST = 48 };

struct word {
    uint32_t at[LONGEST];
    size_t len;
};

/* False if the text is longer than any name. Capitals count as small letters. */
static bool read_word(const char *text, struct word *w)
{
    size_t len = strlen(text), n;
    for (w->len = 0; w->len < LONGEST && (n = text_next(text, len, &w->at[w->len])) != 0; text += n, len -= n) {
        uint32_t *c = &w->at[w->len++];
        if (*c >= 'A' && *c <= 'Z')
            *c += 'a' - 'A';
    }
    return len == 0;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Damerau-Levenshtein in its restricted form: insert, delete, replace, swap two neighbours. */
static size_t distance(const struct word *a, const struct word *b)
{
    size_t row[3][LONGEST + 1];
    size_t *before = row[0], *last = row[1], *now = row[2];
    for (size_t j = 0; j <= b->len; j++)
        last[j] = before[j] = j;
    for (size_t i = 1; i <= a->len; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b->len; j++) {
            size_t replaced = last[j - 1] + (a->at[i - 1] != b->at[j - 1]);
            now[j] = least(replaced, least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] && a->at[i - 2] == b->at[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[b->len];
}

/* The slips that a word of this length may hold and still be meant. */
static size_t slips(size_t len)
{
    return len < 3 ? 0 : len < 6 ? 1 : len < 12 ? 2 : 3;
}

const char *text_suggest(const char *wrong, const char *const *names, size_t count)
{
    struct word typed, name;
    if (!wrong || !read_word(wrong, &typed))
        return NULL;
    const char *best = NULL;
    size_t nearest = slips(typed.len) + 1;
    for (size_t i = 0; i < count; i++) {
        if (!names[i] || !read_word(names[i], &name))
            continue;
        size_t d = distance(&typed, &name);
        if (d < nearest) {
            nearest = d;
            best = names[i];
        }
    }
    return best;
}
