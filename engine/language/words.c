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
    for (; *list; list++) {
        size_t n = strlen(*list);
        if (i <= t.len && n <= t.len - i && memcmp(t.at + i, *list, n) == 0 && is_whole(t, i, n))
            return n;
    }
    return 0;
}

size_t words_before(struct words t, size_t i, const char *const *list)
{
    for (; *list; list++) {
        size_t n = strlen(*list);
        if (n <= i && memcmp(t.at + i - n, *list, n) == 0 && is_whole(t, i - n, n))
            return n;
    }
    return 0;
}

size_t words_within(struct words t, size_t from, size_t to, const char *const *list)
{
    size_t best = to;
    for (; *list; list++) {
        size_t n = strlen(*list);
        for (size_t i = from; i < best;) {
            const char *p = memmem(t.at + i, best - i, *list, n);
            if (!p)
                break;
            i = (size_t)(p - t.at);
            if (is_whole(t, i, n))
                best = i;
            else
                i++;
        }
    }
    return best;
}
