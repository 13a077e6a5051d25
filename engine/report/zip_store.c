/* A ZIP archive whose files are stored, not compressed: written in a confined worker, into memory, with bytes that depend on
 * the files alone (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). */
#include <string.h>

#include "report/letter.h"

enum { VERSION = 20, UTF8_NAMES = 1 << 11, FIRST_DATE = 1 << 5 | 1 /* 1980-01-01, the first that ZIP can say */ };

/* CRC-32 of ISO 3309 (4.4.7). */
static uint32_t checksum(const char *at, size_t len)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        crc ^= (unsigned char)at[i];
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xEDB88320) : 0);
    }
    return ~crc;
}

static void put(struct buffer *out, uint32_t n, int bytes)
{
    for (int i = 0; i < bytes; i++) buffer_putc(out, (char)(n >> 8 * i & 0xFF));
}

/* What the header of a file and its entry in the directory have in common. */
static void common(struct buffer *out, const struct zip_part *p)
{
    put(out, VERSION, 2), put(out, UTF8_NAMES, 2), put(out, 0, 2); /* stored */
    put(out, 0, 2), put(out, FIRST_DATE, 2);
    put(out, checksum(p->at, p->len), 4);
    put(out, (uint32_t)p->len, 4), put(out, (uint32_t)p->len, 4);
    put(out, (uint32_t)strlen(p->name), 2), put(out, 0, 2);
}

void zip_store(struct buffer *out, const struct zip_part *parts, size_t count)
{
    enum { MOST = 16 };
    size_t start = out->len;
    uint32_t offsets[MOST];
    if (count > MOST) count = MOST;
    for (size_t i = 0; i < count; i++) {
        offsets[i] = (uint32_t)(out->len - start);
        put(out, 0x04034B50, 4);
        common(out, &parts[i]);
        buffer_puts(out, parts[i].name);
        buffer_add(out, parts[i].at, parts[i].len);
    }
    uint32_t directory = (uint32_t)(out->len - start);
    for (size_t i = 0; i < count; i++) {
        put(out, 0x02014B50, 4), put(out, VERSION, 2);
        common(out, &parts[i]);
        put(out, 0, 2), put(out, 0, 2), put(out, 0, 2), put(out, 0, 4);
        put(out, offsets[i], 4);
        buffer_puts(out, parts[i].name);
    }
    uint32_t size = (uint32_t)(out->len - start) - directory;
    put(out, 0x06054B50, 4), put(out, 0, 2), put(out, 0, 2);
    put(out, (uint32_t)count, 2), put(out, (uint32_t)count, 2);
    put(out, size, 4), put(out, directory, 4), put(out, 0, 2);
}
