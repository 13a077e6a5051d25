#include "exchange/address.h"

#include <arpa/inet.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct range {
    unsigned char bytes[16];
    int bits;
};

/* IANA IPv4 special-purpose address registry: the ranges that are not globally reachable. */
static const struct range closed4[] = {
    { { 0 }, 8 },               { { 10 }, 8 },              { { 100, 64 }, 10 },        { { 127 }, 8 },
    { { 169, 254 }, 16 },       { { 172, 16 }, 12 },        { { 192, 0, 0 }, 24 },      { { 192, 0, 2 }, 24 },
    { { 192, 88, 99 }, 24 },    { { 192, 168 }, 16 },       { { 198, 18 }, 15 },        { { 198, 51, 100 }, 24 },
    { { 203, 0, 113 }, 24 },    { { 224 }, 4 },             { { 240 }, 4 },
};

/* Only 2000::/3 is given out for the internet (RFC 4291); these ranges within it are not reachable either. */
static const struct range closed6[] = {
    { { 0x20, 0x01, 0x00, 0x00 }, 23 }, { { 0x20, 0x01, 0x0d, 0xb8 }, 32 }, { { 0x3f, 0xff }, 20 },
};

static bool within(const unsigned char *address, const struct range *r)
{
    int whole = r->bits / 8, rest = r->bits % 8;
    if (memcmp(address, r->bytes, (size_t)whole) != 0)
        return false;
    return rest == 0 || (address[whole] ^ r->bytes[whole]) >> (8 - rest) == 0;
}

static bool in_any(const unsigned char *address, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (within(address, &ranges[i]))
            return true;
    return false;
}

static bool public4(const unsigned char address[4])
{
    return !in_any(address, closed4, sizeof closed4 / sizeof *closed4);
}

static bool public6(const unsigned char a[16])
{
    static const struct range mapped = { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff }, 96 };
    static const struct range nat64 = { { 0, 0x64, 0xff, 0x9b }, 96 };
    static const struct range six_to_four = { { 0x20, 0x02 }, 16 };
    if (within(a, &mapped) || within(a, &nat64))
        return public4(a + 12);
    if (within(a, &six_to_four))
        return public4(a + 2);
    return a[0] >> 5 == 1 && !in_any(a, closed6, sizeof closed6 / sizeof *closed6);
}

bool address_is_public(const char *text)
{
    unsigned char address[16];
    if (inet_pton(AF_INET, text, address) == 1)
        return public4(address);
    return inet_pton(AF_INET6, text, address) == 1 && public6(address);
}
