/* Bringing clause numbers to one form. */
#include "documents/clause_number.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { PART_BYTES = 32, NUMBER_MOST = 99999 };

struct key {
    char *out;
    size_t len;
    char part[PART_BYTES];      /* letters of the part in hand */
    size_t part_len;
    uint32_t number, digits;    /* number of the part in hand: kanji numerals add up */
    bool has_number, joined;    /* joined: the next part belongs to the last one, with '-' */
};

/* The value of a numeral; 10, 100 and 1000 are multipliers; UINT32_MAX for anything else. */
static uint32_t numeral(uint32_t c)
{
    static const uint32_t kanji[] = { 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D };
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 0xFF10 && c <= 0xFF19)
        return c - 0xFF10;
    for (uint32_t i = 0; i < 10; i++)
        if (kanji[i] == c)
            return i;
    return c == 0x5341 ? 10 : c == 0x767E ? 100 : c == 0x5343 ? 1000 : UINT32_MAX;
}

static void put(struct key *k, const char *at, size_t len)
{
    if (k->len + len + 2 > CLAUSE_KEY_BYTES)
        return;
    if (k->len > 0)
        k->out[k->len++] = k->joined ? '-' : '.';
    memcpy(k->out + k->len, at, len);
    k->len += len;
}

static bool is_filler(const char *part)
{
    static const char *const words[] = { "article", "art", "section", "sec", "clause", "paragraph", "para", "no" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], part) == 0)
            return true;
    return false;
}

/* Ends the part in hand. */
static void flush(struct key *k)
{
    char text[16];
    bool wrote = k->has_number || k->part_len;
    if (k->has_number) {
        int n = snprintf(text, sizeof text, "%u", (unsigned)(k->number + k->digits));
        put(k, text, (size_t)n);
    } else if (k->part_len) {
        k->part[k->part_len] = '\0';
        wrote = !is_filler(k->part);
        if (wrote)
            put(k, k->part, k->part_len);
    }
    if (wrote)
        k->joined = false;
    k->has_number = false;
    k->number = k->digits = 0;
    k->part_len = 0;
}

static void add_numeral(struct key *k, uint32_t n)
{
    if (k->part_len)
        flush(k);
    k->has_number = true;
    if (k->number == NUMBER_MOST)
        return;
    if (n < 10)
        k->digits = k->digits * 10 + n;
    else
        k->number += (k->digits ? k->digits : 1) * n;
    if (n >= 10)
        k->digits = 0;
    if (k->digits + k->number > NUMBER_MOST) {
        k->digits = 0;
        k->number = NUMBER_MOST;
    }
}

/* Blanks, full stops, brackets, and 第 条 項 号 章 節. */
static bool separates(uint32_t c)
{
    static const uint32_t marks[] = { ' ', '.', ',', '(', ')', 0x3000, 0xFF0E, 0xFF08, 0xFF09, 0x7B2C, 0x6761, 0x9805,
                                      0x53F7, 0x7AE0, 0x7BC0 };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == c)
            return true;
    return false;
}

size_t clause_key(const char *number, char out[CLAUSE_KEY_BYTES])
{
    struct key k = { .out = out };
    size_t left = strlen(number), n;
    uint32_t c;
    for (; (n = text_next(number, left, &c)) != 0; number += n, left -= n) {
        uint32_t value = numeral(c);
        if (value != UINT32_MAX) {
            add_numeral(&k, value);
        } else if (separates(c) || c == '-' || c == 0x306E) { /* の: 第7条の2 */
            flush(&k);
            k.joined |= !separates(c) && k.len > 0;
        } else {
            if (k.has_number)
                flush(&k);
            if (k.part_len + n < PART_BYTES) {
                memcpy(k.part + k.part_len, number, n);
                if (c >= 'A' && c <= 'Z')
                    k.part[k.part_len] = (char)(c + 'a' - 'A');
                k.part_len += n;
            }
        }
    }
    flush(&k);
    out[k.len] = '\0';
    return k.len;
}
