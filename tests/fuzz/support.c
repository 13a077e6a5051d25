#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/data_load.h"
#include "base/text.h"

enum { DUMP_BYTES = 256 * 1024 * 1024, ZIP_BYTES = 64 * 1024 * 1024 };

void fuzz_assert(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "this must hold: %s\n", what);
    abort();
}

struct arena *fuzz_arena(void)
{
    static struct arena *arena;
    if (!arena)
        arena = arena_new(LOAD_ARENA_BYTES);
    fuzz_assert(arena != NULL, "there is memory");
    arena_reset(arena);
    return arena;
}

static void check_model(const struct subject *s)
{
    struct buffer out;
    buffer_init(&out, DUMP_BYTES);
    dump_subject(s, &out);
    fuzz_assert(!out.failed, "the model can be shown");
    fuzz_assert(text_is_utf8(out.at, out.len), "every text is UTF-8");
    buffer_free(&out);
}

static struct loader *fuzz_loader(void)
{
    static struct loader *loader;
    if (!loader)
        loader = loader_new();
    fuzz_assert(loader != NULL, "there is memory");
    return loader;
}

void fuzz_mapping(const char *text)
{
    static struct arena *arena;
    struct fault f = {0};
    if (arena)
        return;
    arena = arena_new(MAPPING_ARENA);
    const struct data *d = data_read("mapping.lua", text, strlen(text), false, arena, &f);
    fuzz_assert(d && loader_mapping(fuzz_loader(), d, &f) == 0, "the mapping of the target is one");
}

struct subject *fuzz_document(const char *name, const uint8_t *at, size_t len)
{
    struct loader *loader = fuzz_loader();
    struct arena *arena = fuzz_arena();
    struct subject *s = NULL;
    struct fault f = {0};
    int status = loader_memory(loader, arena, name, (const char *)at, len, &s, &f);
    fuzz_assert((status == 0) == (f.id == FAULT_NONE), "a fault or a document");
    fuzz_assert(s != NULL, "a subject, whatever it holds");
    for (const struct document *d = s->documents; d; d = d->next)
        fuzz_assert(d->fault.id == FAULT_NONE || d->root == NULL, "no half documents");
    if (status != 0)
        return NULL;
    fault_clear(&f);
    if (loader_finish(loader, arena, s, &f) != 0)
        fuzz_assert(f.id != FAULT_NONE, "a fault is named");
    check_model(s);
    return s;
}

/* ---- archives ---- */

static uint32_t crc32_of(const char *at, size_t len)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        crc ^= (unsigned char)at[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xEDB88320) : 0);
    }
    return ~crc;
}

static void put(struct buffer *out, uint32_t n, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        buffer_putc(out, (char)(n >> 8 * i & 0xFF));
}

/* What the local header and the entry of the directory have in common (APPNOTE 4.3.7, 4.3.12). */
static void put_common(struct buffer *out, const struct fuzz_member *m)
{
    put(out, 20, 2); /* version needed */
    put(out, 0, 2);  /* flags */
    put(out, 0, 2);  /* stored */
    put(out, 0x00210000, 4); /* 1980-01-01 */
    put(out, crc32_of(m->at, m->len), 4);
    put(out, (uint32_t)m->len, 4);
    put(out, (uint32_t)m->len, 4);
    put(out, (uint32_t)strlen(m->name), 2);
    put(out, 0, 2);  /* extra */
}

void fuzz_zip(struct buffer *out, const struct fuzz_member *members, size_t count)
{
    uint32_t offsets[64], start = 0;
    fuzz_assert(count <= sizeof offsets / sizeof *offsets, "few members");
    buffer_init(out, ZIP_BYTES);
    for (size_t i = 0; i < count; i++) {
        offsets[i] = (uint32_t)out->len;
        put(out, 0x04034B50, 4);
        put_common(out, &members[i]);
        buffer_puts(out, members[i].name);
        buffer_add(out, members[i].at, members[i].len);
    }
    start = (uint32_t)out->len;
    for (size_t i = 0; i < count; i++) {
        put(out, 0x02014B50, 4);
        put(out, 20, 2); /* made by */
        put_common(out, &members[i]);
        put(out, 0, 2);  /* comment */
        put(out, 0, 4);  /* disk, internal attributes */
        put(out, 0, 4);  /* external attributes */
        put(out, offsets[i], 4);
        buffer_puts(out, members[i].name);
    }
    uint32_t size = (uint32_t)out->len - start;
    put(out, 0x06054B50, 4);
    put(out, 0, 4);
    put(out, (uint32_t)count, 2);
    put(out, (uint32_t)count, 2);
    put(out, size, 4);
    put(out, start, 4);
    put(out, 0, 2);
    fuzz_assert(!out->failed, "the archive fits");
}

size_t fuzz_members(const uint8_t *bytes, size_t len, struct fuzz_member *out, size_t most)
{
    static const char mark[] = "==== ";
    const char *at = (const char *)bytes, *end = at + len;
    struct arena *arena = fuzz_arena();
    size_t count = 0;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t line = (size_t)((stop ? stop : end) - at);
        if (line > sizeof mark && memcmp(at, mark, sizeof mark - 1) == 0 && count < most) {
            size_t name = line - (sizeof mark - 1);
            char *copy = arena_copy(arena, at + sizeof mark - 1, name < 200 ? name : 200);
            fuzz_assert(copy != NULL, "there is memory");
            out[count++] = (struct fuzz_member){copy, stop ? stop + 1 : end, 0};
        } else if (count > 0) {
            out[count - 1].len = (size_t)((stop ? stop + 1 : end) - out[count - 1].at);
        }
        at = stop ? stop + 1 : end;
    }
    return count;
}
