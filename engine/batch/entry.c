#include "batch/entry.h"

#include <string.h>

#include "batch/frame.h"

enum { KEPT = 1 };  /* of a part: its bytes follow */

struct fixed_part {
    uint64_t stamp_a, stamp_b;
    int32_t as_of, from, until;
    uint16_t key_len;
    uint8_t kind, sniffed, usable, part_count;
    uint16_t id_len, names_len;
};

struct fixed_size {
    uint32_t size, kept;
};

void entry_key(struct entry_key *k, const char *path)
{
    k->len = strnlen(path, sizeof k->at - 1);
    for (size_t i = 0; i < k->len; i++)
        k->at[i] = path[i] == '/' ? '\0' : path[i];
}

int entry_key_compare(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t n = a_len < b_len ? a_len : b_len;
    int order = n ? memcmp(a, b, n) : 0;
    return order ? order : (a_len > b_len) - (a_len < b_len);
}

static void write_parts(const struct entry *e, struct buffer *out)
{
    for (size_t i = 0; i < e->part_count; i++) {
        struct fixed_size s = {e->sizes[i], e->at[i] ? KEPT : 0};
        buffer_add(out, (const char *)&s, sizeof s);
    }
    for (size_t i = 0; i < e->part_count; i++)
        if (e->at[i])
            buffer_add(out, e->at[i], e->sizes[i]);
}

/* Parts that fit. What is too large is judged each time. */
static bool fits(const struct entry *e)
{
    size_t sum = sizeof(struct fixed_part) + e->key_len + strlen(e->id) + 1 + e->names_len;
    for (size_t i = 0; i < e->part_count; i++)
        sum += sizeof(struct fixed_size) + (e->at[i] ? e->sizes[i] : 0);
    return sum <= FRAME_MOST && e->part_count <= POOL_PARTS;
}

void entry_write(const struct entry *e, struct buffer *out)
{
    struct fixed_part p;
    bool whole = fits(e);
    memset(&p, 0, sizeof p); /* padding, too: equal entries are equal bytes */
    p.stamp_a = e->stamp.a;
    p.stamp_b = e->stamp.b;
    p.as_of = e->as_of;
    p.from = e->from;
    p.until = e->until;
    p.key_len = (uint16_t)e->key_len;
    p.kind = (uint8_t)e->kind;
    p.sniffed = e->sniffed;
    p.usable = e->usable && whole;
    p.part_count = whole ? (uint8_t)e->part_count : 0;
    p.id_len = (uint16_t)strnlen(e->id, UINT16_MAX);
    p.names_len = whole ? (uint16_t)e->names_len : 0;
    size_t opened = frame_open(out);
    buffer_add(out, (const char *)&p, sizeof p);
    buffer_add(out, e->key, e->key_len);
    buffer_add(out, e->id, p.id_len);
    buffer_putc(out, '\0');
    if (p.names_len)
        buffer_add(out, e->names, p.names_len);
    if (whole)
        write_parts(e, out);
    frame_close(out, opened, FRAME_ENTRY);
}

static bool read_parts(const char *at, size_t left, struct entry *out)
{
    size_t heads = out->part_count * sizeof(struct fixed_size);
    if (out->part_count > POOL_PARTS || left < heads)
        return false;
    const char *bytes = at + heads;
    left -= heads;
    for (size_t i = 0; i < out->part_count; i++) {
        struct fixed_size s;
        memcpy(&s, at + i * sizeof s, sizeof s);
        out->sizes[i] = s.size;
        out->at[i] = s.kept ? bytes : NULL;
        if (!s.kept)
            continue;
        if (left < s.size)
            return false;
        bytes += s.size;
        left -= s.size;
    }
    return left == 0;
}

bool entry_read(const char *at, size_t len, struct entry *out)
{
    struct fixed_part p;
    if (len < sizeof p)
        return false;
    memcpy(&p, at, sizeof p);
    size_t texts = (size_t)p.key_len + p.id_len + 1 + p.names_len;
    if (len - sizeof p < texts || p.key_len >= DISCOVER_PATH || p.kind > ENTRY_PLAIN)
        return false;
    const char *key = at + sizeof p;
    if (memchr(key + p.key_len, 0, (size_t)p.id_len + 1) != key + p.key_len + p.id_len)
        return false;
    const char *names = key + p.key_len + p.id_len + 1;
    if (p.names_len > STAMP_NAMES || (p.names_len && names[p.names_len - 1]))
        return false;
    *out = (struct entry){.key = key, .key_len = p.key_len, .stamp = {p.stamp_a, p.stamp_b, false}, .as_of = p.as_of,
                          .from = p.from, .until = p.until, .kind = (enum entry_kind)p.kind, .sniffed = p.sniffed,
                          .usable = p.usable != 0, .id = key + p.key_len, .part_count = p.part_count,
                          .names = names, .names_len = p.names_len};
    return read_parts(key + texts, len - sizeof p - texts, out);
}

bool entry_holds(const struct entry *e, day as_of)
{
    if (!e->usable)
        return false;
    return (e->from == DAY_NONE || e->from <= as_of) && (e->until == DAY_NONE || as_of < e->until);
}
