#include "base/text.h"

struct range {
    uint32_t first, last;
    unsigned char columns;
};

/* Where a character takes no column or two: combining marks and the classes W and F of Unicode's East Asian Width
 * (UAX #11), as far as contracts and names use them. Ascending. */
static const struct range ranges[] = {
    {0x0000, 0x001F, 0},   {0x007F, 0x009F, 0},   {0x0300, 0x036F, 0},     {0x1100, 0x115F, 2},
    {0x200B, 0x200F, 0},   {0x2028, 0x202E, 0},   {0x2060, 0x2064, 0},     {0x2066, 0x206F, 0},
    {0x20D0, 0x20F0, 0},   {0x231A, 0x231B, 2},   {0x2329, 0x232A, 2},     {0x23E9, 0x23EC, 2},
    {0x25FD, 0x25FE, 2},   {0x2614, 0x2615, 2},   {0x26A1, 0x26A1, 2},     {0x2705, 0x2705, 2},
    {0x274C, 0x274C, 2},   {0x2795, 0x2797, 2},   {0x2E80, 0x2E99, 2},     {0x2E9B, 0x2EF3, 2},
    {0x2F00, 0x2FD5, 2},   {0x2FF0, 0x2FFB, 2},   {0x3000, 0x3029, 2},     {0x302A, 0x302D, 0},
    {0x302E, 0x303E, 2},   {0x3041, 0x3096, 2},   {0x3099, 0x309A, 0},     {0x309B, 0x30FF, 2},
    {0x3105, 0x312F, 2},   {0x3131, 0x318E, 2},   {0x3190, 0x31E3, 2},     {0x31F0, 0x321E, 2},
    {0x3220, 0x3247, 2},   {0x3250, 0x4DBF, 2},   {0x4E00, 0xA48C, 2},     {0xA490, 0xA4C6, 2},
    {0xA960, 0xA97C, 2},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},     {0xFE00, 0xFE0F, 0},
    {0xFE10, 0xFE19, 2},   {0xFE20, 0xFE2F, 0},   {0xFE30, 0xFE6B, 2},     {0xFEFF, 0xFEFF, 0},
    {0xFF01, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},   {0x1B000, 0x1B2FB, 2},   {0x1F200, 0x1F265, 2},
    {0x1F300, 0x1F64F, 2}, {0x1F680, 0x1F6FC, 2}, {0x1F900, 0x1F9FF, 2},   {0x20000, 0x3FFFD, 2},
    {0xE0100, 0xE01EF, 0},
};

static size_t columns_of(uint32_t c)
{
    if ((c >= 0x4E00 && c <= 0xA48C) || (c >= 0x3041 && c <= 0x3096)) /* what most of a Japanese text is made of */
        return 2;
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else if (c < ranges[middle].first)
            high = middle;
        else
            return ranges[middle].columns;
    }
    return 1;
}

size_t text_columns(const char *at, size_t len)
{
    size_t columns = 0;
    uint32_t c;
    for (size_t n; len; at += n, len -= n) {
        n = 1;
        if (*at >= ' ' && *at <= '~') {
            columns++;
            continue;
        }
        n = text_next(at, len, &c);
        columns += columns_of(c);
    }
    return columns;
}
