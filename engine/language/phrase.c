#include "language/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "language/normalise.h"

struct reader {
    const char *at;                 /* next sign */
    const struct data *const *sets;
    size_t set_count;
    struct arena *arena;
    enum phrase_error error;
    const char *where;
    int depth;
};

static void fail(struct reader *r, enum phrase_error error, const char *where) {
    if (r->error != PHRASE_FINE) return;
    r->error = error;
    r->where = where;
}

/* ---- sets of strings ---- */

static bool add_string(struct reader *r, struct literals *l, const char *at, size_t len) {
    if (l->count >= PHRASE_LITERALS || len > PHRASE_BYTES) {
        fail(r, PHRASE_TOO_LARGE, r->at);
        return false;
    }
    /* Room doubles: a power of two is full. */
    if ((l->count & (l->count - 1)) == 0) {
        const char **bigger = arena_array(r->arena, l->count ? l->count * 2 : 1, sizeof *bigger);
        if (!bigger) {
            fail(r, PHRASE_MEMORY, r->at);
            return false;
        }
        if (l->count) memcpy(bigger, l->at, l->count * sizeof *bigger);
        l->at = bigger;
    }
    const char *copy = arena_copy(r->arena, at, len);
    if (!copy) {
        fail(r, PHRASE_MEMORY, r->at);
        return false;
    }
    l->at[l->count++] = copy;
    return true;
}

/* Every string of `l` followed by every string of `tail`. */
static void append_product(struct reader *r, struct literals *l, const struct literals *tail) {
    struct literals made = { 0 };
    for (size_t i = 0; i < l->count; i++)
        for (size_t k = 0; k < tail->count; k++) {
            char both[PHRASE_BYTES * 2 + 1];
            size_t a = strlen(l->at[i]), b = strlen(tail->at[k]);
            memcpy(both, l->at[i], a);
            memcpy(both + a, tail->at[k], b);
            if (!add_string(r, &made, both, a + b)) return;
        }
    *l = made;
}

static void append_all(struct reader *r, struct literals *l, const struct literals *more) {
    for (size_t i = 0; i < more->count; i++)
        if (!add_string(r, l, more->at[i], strlen(more->at[i]))) return;
}

/* ---- grammar ---- */

static struct literals read_choice(struct reader *r, char end);

/* {name}: the words of a set, each of which may use the same signs. */
static struct literals read_set(struct reader *r) {
    struct literals found = { 0 };
    const char *name = r->at;
    size_t len = strcspn(name, "}");
    char key[64];
    if (name[len] != '}' || len == 0 || len >= sizeof key) {
        fail(r, PHRASE_SYNTAX, name);
        return found;
    }
    memcpy(key, name, len);
    key[len] = '\0';
    bool known = false;
    for (size_t i = 0; i < r->set_count; i++) {
        const struct data *set = data_get(r->sets[i], key);
        for (size_t n = 0; set && n < data_items(set); n++) {
            const struct data *word = data_item(set, n);
            if (word->type != DATA_TEXT) continue;
            struct reader inner = *r;
            inner.at = word->as.text.at;
            inner.depth++;
            struct literals words = { 0 };
            if (inner.depth > PHRASE_DEPTH) fail(r, PHRASE_TOO_LARGE, name);
            else words = read_choice(&inner, '\0');
            if (inner.error != PHRASE_FINE) fail(r, inner.error, inner.where);
            append_all(r, &found, &words);
            known = true;
        }
    }
    if (!known) fail(r, PHRASE_UNKNOWN_SET, name);
    r->at = name + len + 1;
    return found;
}

static bool at_gap(const char *at) { return at[0] == '.' && at[1] == '.'; }

/* Plain signs up to the next special one. */
static struct literals read_plain(struct reader *r) {
    struct literals one = { 0 };
    char text[PHRASE_BYTES + 1];
    size_t len = 0;
    while (*r->at && !strchr("()[]{}|&!", *r->at) && !at_gap(r->at)) {
        if (*r->at == '\\' && r->at[1]) r->at++;
        if (len == PHRASE_BYTES) {
            fail(r, PHRASE_TOO_LARGE, r->at);
            return one;
        }
        text[len++] = *r->at++;
    }
    add_string(r, &one, text, len);
    return one;
}

static struct literals read_bracket(struct reader *r, char end) {
    struct literals inner = { 0 };
    if (++r->depth > PHRASE_DEPTH) {
        fail(r, PHRASE_TOO_LARGE, r->at);
        return inner;
    }
    inner = read_choice(r, end);
    if (*r->at == end) r->at++;
    else fail(r, PHRASE_SYNTAX, r->at);
    r->depth--;
    return inner;
}

/* Signs one after the other, up to | or the end of the bracket, a gap or &. */
static struct literals read_sequence(struct reader *r) {
    struct literals all = { 0 };
    add_string(r, &all, "", 0);
    while (r->error == PHRASE_FINE && *r->at && !strchr(")]|&", *r->at) && !at_gap(r->at)) {
        struct literals next = { 0 };
        char c = *r->at;
        if (c == '(' || c == '[' || c == '{') r->at++;
        if (c == '(') next = read_bracket(r, ')');
        else if (c == '[') {
            next = read_bracket(r, ']');
            add_string(r, &next, "", 0);
        } else if (c == '{') next = read_set(r);
        else if (c == '}' || c == '!') fail(r, PHRASE_SYNTAX, r->at);
        else next = read_plain(r);
        append_product(r, &all, &next);
    }
    return all;
}

static struct literals read_choice(struct reader *r, char end) {
    struct literals all = read_sequence(r);
    while (r->error == PHRASE_FINE && *r->at == '|') {
        r->at++;
        struct literals more = read_sequence(r);
        append_all(r, &all, &more);
    }
    if (*r->at != end) fail(r, PHRASE_SYNTAX, r->at);
    return all;
}

/* ---- normal form ---- */

/* The literal as it will stand in normalised text; false if nothing is left of it. */
static bool normalise(struct reader *r, const char **literal) {
    struct normal n;
    normal_init(&n, r->arena);
    normal_add(&n, NULL, *literal, strlen(*literal));
    normal_end(&n);
    if (n.failed) {
        fail(r, PHRASE_MEMORY, r->at);
        return false;
    }
    *literal = n.at;
    return n.len > 0 && strcmp(n.at, "*") != 0;
}

static int by_bytes(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* Without the spaces around a gap. */
static const char *trimmed(struct reader *r, const char *text)
{
    while (*text == ' ')
        text++;
    size_t len = strlen(text);
    if (len == 0 || text[len - 1] != ' ')
        return text;
    while (len && text[len - 1] == ' ')
        len--;
    const char *copy = arena_copy(r->arena, text, len);
    if (!copy)
        fail(r, PHRASE_MEMORY, r->at);
    return copy ? copy : "";
}

/* "agree* to": a star inside a literal stands for the usual endings of a word. */
static void expand_stars(struct reader *r, struct literals *l)
{
    static const char *const endings[] = {"", "s", "es", "d", "ed", "ing", NULL};
    for (size_t i = 0; i < l->count && r->error == PHRASE_FINE; i++) {
        const char *text = l->at[i], *star = *text ? strchr(text + 1, '*') : NULL;
        size_t len = strlen(text);
        if (!star || star[1] == '\0')
            continue;
        for (const char *const *e = endings; *e; e++) {
            char made[PHRASE_BYTES + 4];
            size_t head = (size_t)(star - text), tail = len - head - 1, n = strlen(*e);
            memcpy(made, text, head);
            memcpy(made + head, *e, n);
            memcpy(made + head + n, star + 1, tail);
            if (!add_string(r, l, made, head + n + tail))
                return;
        }
        l->at[i] = l->at[l->count - 1]; /* spelled out: the last form stands twice, and is kept once */
        i--;
    }
}

/* Normalised, sorted, each once. A step that can be empty says nothing and is refused. */
static void finish_step(struct reader *r, struct literals *l) {
    size_t kept = 0;
    for (size_t i = 0; i < l->count; i++)
        l->at[i] = trimmed(r, l->at[i]);
    expand_stars(r, l);
    for (size_t i = 0; i < l->count && r->error == PHRASE_FINE; i++)
        if (!normalise(r, &l->at[i])) fail(r, PHRASE_EMPTY, r->at);
    if (r->error != PHRASE_FINE || l->count == 0) return;
    qsort(l->at, l->count, sizeof *l->at, by_bytes);
    for (size_t i = 0; i < l->count; i++)
        if (kept == 0 || strcmp(l->at[kept - 1], l->at[i]) != 0) l->at[kept++] = l->at[i];
    l->count = kept;
}

/* ".." is short, "..." long, "..90" ninety bytes. */
static uint16_t read_gap(struct reader *r) {
    r->at += 2;
    if (*r->at == '.') {
        r->at++;
        return GAP_LONG;
    }
    unsigned bytes = 0;
    while (*r->at >= '0' && *r->at <= '9' && bytes < 2000) bytes = bytes * 10 + (unsigned)(*r->at++ - '0');
    return (uint16_t)(bytes ? bytes : GAP_SHORT);
}

static void skip_spaces(struct reader *r) {
    while (*r->at == ' ') r->at++;
}

static void read_part(struct reader *r, struct phrase_part *part) {
    skip_spaces(r);
    if (*r->at == '!') {
        part->negated = true;
        r->at++;
    }
    uint16_t gap = 0;
    for (;;) {
        if (part->step_count == PHRASE_STEPS) {
            fail(r, PHRASE_TOO_LARGE, r->at);
            return;
        }
        struct phrase_step *step = &part->steps[part->step_count++];
        step->gap = gap;
        step->literals = read_sequence(r);
        while (r->error == PHRASE_FINE && *r->at == '|') {
            r->at++;
            struct literals more = read_sequence(r);
            append_all(r, &step->literals, &more);
        }
        finish_step(r, &step->literals);
        if (r->error != PHRASE_FINE || !at_gap(r->at)) return;
        gap = read_gap(r);
    }
}

enum phrase_error phrase_read(const char *text, const struct data *const *sets, size_t set_count, struct arena *arena,
                              struct phrase_tree *out, const char **where) {
    struct reader r = { .at = text, .sets = sets, .set_count = set_count, .arena = arena };
    memset(out, 0, sizeof *out);
    for (;;) {
        if (out->part_count == PHRASE_PARTS) fail(&r, PHRASE_TOO_LARGE, r.at);
        else read_part(&r, &out->parts[out->part_count++]);
        if (r.error != PHRASE_FINE || *r.at != '&') break;
        r.at++;
    }
    if (r.error == PHRASE_FINE && *r.at) fail(&r, PHRASE_SYNTAX, r.at);
    if (r.error == PHRASE_FINE && out->parts[0].negated) fail(&r, PHRASE_SYNTAX, text);
    *where = r.where ? r.where : text;
    return r.error;
}
