#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "batch/output.h"

enum { KEPT = 160, HASH_DIGITS = 16 };

static bool plain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

/* Letters of other scripts stay readable; marks that are invisible or turn the direction of text do not. */
static bool readable(uint32_t c)
{
    return c >= 0xa1 && !(c >= 0x2000 && c <= 0x206f) && c != 0xfeff && !(c >= 0xfff0 && c <= 0xffff) && c < 0xe0000 &&
           !(c >= 0xe000 && c <= 0xf8ff) && c != 0x3000 && c != 0xad;
}

/* Copies what may stand in a file name and puts '_' for the rest; true if nothing was changed. */
static bool copy_safe(const char *id, size_t len, char *out)
{
    bool same = true, utf8 = text_is_utf8(id, len);
    size_t n = 0;
    for (size_t i = 0; i < len;) {
        uint32_t c = (unsigned char)id[i];
        size_t step = utf8 ? text_next(id + i, len - i, &c) : 1;
        bool good = c < 0x80 ? plain((unsigned char)c) : utf8 && readable(c);
        if (n + step > KEPT) {
            same = false;
            break;
        }
        if (good)
            memcpy(out + n, id + i, step);
        else
            out[n] = '_';
        n += good ? step : 1;
        same = same && good;
        i += step;
    }
    out[n] = '\0';
    if (out[0] == '.' || !n) {
        out[0] = '_';
        out[n ? n : 1] = '\0';
        same = false;
    }
    return same;
}

void report_base_name(const char *id, char out[REPORT_NAME])
{
    size_t len = strlen(id);
    if (copy_safe(id, len, out))
        return;
    struct hash h = hash_bytes(id, len);
    char hex[33];
    hash_hex(&h, hex);
    size_t n = strlen(out);
    out[n] = '~';
    memcpy(out + n + 1, hex, HASH_DIGITS);
    out[n + 1 + HASH_DIGITS] = '\0';
}
