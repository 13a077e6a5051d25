#include "language/normalise.h"

#include <string.h>
#include <utf8proc.h>

#include "base/text.h"

enum { CLUSTER = 32 /* code points of one character with its marks; what is longer is cut into two */ };

/* What was left out and is decided by the next character. */
struct pending {
    bool space;
    unsigned breaks; /* line feeds in a row */
    bool after_wide; /* the last character written is Japanese */
};

void normal_init(struct normal *n, struct arena *arena) {
    memset(n, 0, sizeof *n);
    n->arena = arena;
}

void normal_clear(struct normal *n) {
    n->len = 0;
    n->piece_count = 0;
    n->own = 0;
    n->failed = false;
}

static bool grow(struct normal *n, size_t more) {
    if (n->len + more < n->size) return true;
    size_t size = n->size + n->size / 2; /* what is left behind stays in the arena: no more than that */
    if (size < n->len + more + 256) size = n->len + more + 256;
    char *at = arena_alloc(n->arena, size);
    uint32_t *map = arena_array(n->arena, size, sizeof *map);
    if (!at || !map) {
        n->failed = true;
        return false;
    }
    if (n->len > 0) {
        memcpy(at, n->at, n->len);
        memcpy(map, n->map, n->len * sizeof *map);
    }
    n->at = at;
    n->map = map;
    n->size = size;
    return true;
}

bool normal_reserve(struct normal *n, size_t len) { return grow(n, len); }

static void put(struct normal *n, char c, size_t from) {
    if (!grow(n, 1)) return;
    n->at[n->len] = c;
    n->map[n->len++] = (uint32_t)from;
}

/* Writes the white space that stands before the next character, if any is wanted there. */
static void settle(struct normal *n, struct pending *p, bool wide, size_t from) {
    if (p->space) {
        bool first = n->len == n->pieces[n->piece_count - 1].start;
        if (!first && p->breaks > 1) put(n, '\n', from);
        else if (!first && !wide && !p->after_wide) put(n, ' ', from);
        p->space = false;
        p->breaks = 0;
    }
    p->after_wide = wide;
}

static bool is_wide(uint32_t c) { return c >= 0x2E80 && c < 0xFB00; }

/* Quotes, hyphens and spaces that NFKC leaves alone; 0: to be left out. */
static uint32_t plain(uint32_t c) {
    if (c >= 0x2018 && c <= 0x201B) return '\'';
    if (c >= 0x201C && c <= 0x201F) return '"';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
    if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF) return 0;
    if (c == 0x2028 || c == 0x2029) return '\n';
    return c;
}

static void put_code(struct normal *n, struct pending *p, uint32_t c, size_t from) {
    c = plain(c);
    if (c == 0) return;
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0x3000) {
        p->space = true;
        if (c == '\n') p->breaks++;
        return;
    }
    settle(n, p, is_wide(c), from);
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t len = utf8proc_encode_char(utf8proc_tolower((utf8proc_int32_t)c), bytes);
    for (utf8proc_ssize_t i = 0; i < len; i++) put(n, (char)bytes[i], from);
}

static bool joins(uint32_t c) {
    if (c == 0xFF9E || c == 0xFF9F) return true; /* half-width voicing marks */
    return utf8proc_get_property((utf8proc_int32_t)c)->combining_class != 0;
}

/* One character with the marks that follow it, through NFKC. Returns the bytes taken. */
static size_t add_cluster(struct normal *n, struct pending *p, const char *at, size_t len, size_t offset) {
    utf8proc_int32_t codes[CLUSTER * 20];
    utf8proc_ssize_t count = 0;
    size_t used = 0;
    for (int i = 0; i < CLUSTER && used < len; i++) {
        uint32_t c;
        size_t step = text_next(at + used, len - used, &c);
        if (step == 0 || (i > 0 && !joins(c))) break;
        int last = 0;
        utf8proc_ssize_t room = (utf8proc_ssize_t)(sizeof codes / sizeof codes[0]) - count;
        utf8proc_ssize_t made = utf8proc_decompose_char((utf8proc_int32_t)c, codes + count, room,
                                                        UTF8PROC_COMPAT | UTF8PROC_COMPOSE, &last);
        if (made < 0 || made > room) break;
        count += made;
        used += step;
    }
    if (used == 0) return 1; /* not a character: left out */
    count = utf8proc_normalize_utf32(codes, count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    for (utf8proc_ssize_t i = 0; i < count; i++) put_code(n, p, (uint32_t)codes[i], offset);
    return used;
}

/* A run of plain ASCII: most of an English contract. Returns the bytes taken. */
static size_t add_ascii(struct normal *n, struct pending *p, const char *at, size_t len, size_t offset) {
    if (!grow(n, len + 2)) return len; /* what stands for white space takes no more than the white space */
    size_t i = 0;
    while (i < len && (unsigned char)at[i] < 0x80) {
        if ((unsigned char)at[i] <= ' ') {
            p->space = true;
            if (at[i] == '\n') p->breaks++;
            i++;
            continue;
        }
        if (p->space) settle(n, p, false, offset + i);
        p->after_wide = false;
        char *to = n->at + n->len;
        uint32_t *map = n->map + n->len;
        for (; i < len; i++) {
            char c = at[i]; /* bytes of other characters are negative */
            if (c > ' ') {
                *to++ = (c >= 'A' && c <= 'Z') ? (char)(c + ('a' - 'A')) : c;
                *map++ = (uint32_t)(offset + i);
            } else if (c == ' ' && i + 1 < len && at[i + 1] > ' ') { /* one space between two words: the most common case */
                *to++ = ' ';
                *map++ = (uint32_t)(offset + i + 1);
            } else {
                break;
            }
        }
        n->len = (size_t)(to - n->at);
    }
    return i;
}

/* True if the three bytes are kana or kanji that NFKC leaves alone whatever follows; voicing marks are looked for by
 * the caller. */
static bool is_plain_wide(const unsigned char *b) {
    if (b[0] >= 0xE4 && b[0] <= 0xE9) return true;                        /* U+4000 .. U+9FFF */
    if (b[0] != 0xE3) return false;
    if (b[1] == 0x80) return b[2] >= 0x81 && b[2] <= 0xB5;                /* 、。「」〇 */
    if (b[1] == 0x81 || b[1] == 0x83) return b[1] == 0x81 || b[2] < 0xBF; /* ぁ .. み, ム .. ヾ */
    return b[1] == 0x82 && (b[2] < 0x99 || b[2] > 0x9C);                  /* む .. ゖ, ゝ .. タ */
}

static bool voicing_follows(const unsigned char *b, size_t len) {
    if (len < 3) return false;
    return (b[0] == 0xE3 && b[1] == 0x82 && (b[2] == 0x99 || b[2] == 0x9A)) || b[0] == 0xCC || b[0] == 0xCD;
}

static size_t add_wide(struct normal *n, struct pending *p, const char *at, size_t len, size_t offset) {
    const unsigned char *b = (const unsigned char *)at;
    size_t i = 0;
    while (len - i >= 3 && is_plain_wide(b + i) && !voicing_follows(b + i + 3, len - i - 3)) i += 3;
    if (i == 0) return 0;
    settle(n, p, true, offset);
    if (!grow(n, i)) return len;
    memcpy(n->at + n->len, at, i);
    uint32_t *map = n->map + n->len;
    for (size_t k = 0; k < i; k += 3) map[k] = map[k + 1] = map[k + 2] = (uint32_t)(offset + k);
    n->len += i;
    return i;
}

void normal_add(struct normal *n, const struct prose *prose, const char *at, size_t len) {
    if (len > UINT32_MAX) len = UINT32_MAX;
    if (n->piece_count == n->piece_size) {
        size_t size = n->piece_size * 2 + 8;
        struct normal_piece *pieces = arena_array(n->arena, size, sizeof *pieces);
        if (!pieces) {
            n->failed = true;
            return;
        }
        if (n->piece_count > 0) memcpy(pieces, n->pieces, n->piece_count * sizeof *pieces);
        n->pieces = pieces;
        n->piece_size = size;
    }
    if (n->len > 0) put(n, '\n', 0);
    n->pieces[n->piece_count++] = (struct normal_piece){ prose, at, len, n->len };
    struct pending p = { 0 };
    for (size_t i = 0; i < len && !n->failed;) {
        size_t used;
        if ((unsigned char)at[i] < 0x80) used = add_ascii(n, &p, at + i, len - i, i);
        else if ((used = add_wide(n, &p, at + i, len - i, i)) == 0) used = add_cluster(n, &p, at + i, len - i, i);
        i += used;
    }
}

void normal_end(struct normal *n) {
    if (grow(n, 1)) n->at[n->len] = '\0';
}

static const struct normal_piece *piece_of(const struct normal *n, size_t at, size_t *end) {
    size_t low = 0, high = n->piece_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (n->pieces[middle].start <= at) low = middle;
        else high = middle;
    }
    *end = low + 1 < n->piece_count ? n->pieces[low + 1].start - 1 : n->len;
    return &n->pieces[low];
}

char normal_source(const struct normal *n, size_t at)
{
    size_t limit;
    if (n->piece_count == 0 || at >= n->len)
        return '\0';
    const struct normal_piece *piece = piece_of(n, at, &limit);
    return n->map[at] < piece->source_len ? piece->source[n->map[at]] : '\0';
}

struct span normal_span(const struct normal *n, size_t start, size_t end) {
    struct span s = { 0 };
    if (n->piece_count == 0 || start >= end || start >= n->len) return s;
    size_t limit;
    const struct normal_piece *piece = piece_of(n, start, &limit);
    if (end > limit) end = limit;
    if (end <= start) return s;
    s.prose = piece->prose;
    s.start = n->map[start];
    uint32_t last = n->map[end - 1], c;
    s.len = last - s.start + (uint32_t)text_next(piece->source + last, piece->source_len - last, &c);
    return s;
}
