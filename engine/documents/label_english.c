/* Labels with a word in English: Article IV, Section 4.2, Exhibit A. */
#include "documents/label_parts.h"

enum { ANNEX_TITLE_MOST = 160 }; /* bytes of a line that may be the title of an annex */

static const struct { const char *word; enum label_style style; } words[] = {
    {"article", LABEL_ARTICLE},   {"section", LABEL_SECTION}, {"sec.", LABEL_SECTION},       {"clause", LABEL_SECTION},
    {"part", LABEL_PART},         {"chapter", LABEL_CHAPTER}, {"exhibit", LABEL_ANNEX},      {"schedule", LABEL_ANNEX},
    {"annex", LABEL_ANNEX},       {"annexure", LABEL_ANNEX},  {"appendix", LABEL_ANNEX},     {"attachment", LABEL_ANNEX},
    {"addendum", LABEL_ANNEX},
};

static bool spelled_number(struct scan *s, uint32_t *out)
{
    static const char *const names[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                        "eighteen", "nineteen", "twenty"};
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
        if (scan_word_any_case(s, names[i])) {
            *out = i + 1;
            return true;
        }
    return false;
}

/* 4.2.1, IV, Four, and for an annex also A, A-1, 1-2. */
static bool number(struct scan *s, struct label *out)
{
    uint32_t n;
    if (scan_digits(s, 3, &n)) {
        out->parts[out->depth++] = n;
        for (;;) {
            struct scan copy = *s;
            if (out->depth == LABEL_PARTS || !(scan_skip(&copy, '.') || scan_skip(&copy, '-')) ||
                !scan_digits(&copy, 3, &n))
                return true;
            out->parts[out->depth++] = n;
            *s = copy;
        }
    }
    struct scan copy = *s;
    uint32_t c = scan_next(&copy), after = scan_peek(&copy);
    bool letter = out->style == LABEL_ANNEX && c >= 'A' && c <= 'Z' && c != 'I' && !scan_is_upper(after) &&
                  !scan_is_lower(after);
    if (letter) {
        *s = copy;
        out->parts[out->depth++] = c - 'A' + 1;
        if (scan_skip(&copy, '-') && scan_digits(&copy, 3, &n)) {
            out->parts[out->depth++] = n;
            *s = copy;
        }
        return true;
    }
    if (!label_roman(s, true, &n) && !spelled_number(s, &n))
        return false;
    out->parts[out->depth++] = n;
    return true;
}

/* After "Section 4.2": punctuation, the end, or a new text that begins with a capital. */
static bool stands_alone(struct scan s, bool *sure)
{
    uint32_t c = scan_peek(&s);
    bool punctuation = c == '.' || c == ':' || c == '-' || c == ')';
    if (punctuation)
        scan_next(&s);
    if (s.at == s.end) {
        *sure = true;
        return true;
    }
    if (c == ',' || c == ';' || (!scan_spaces(&s) && !(punctuation && scan_is_upper(scan_peek(&s)))))
        return false;
    c = scan_peek(&s);
    *sure = scan_is_upper(c) || (punctuation && (c == '"' || c == 0x201C));
    if (s.at == s.end)
        *sure = true;
    return !scan_is_lower(c) && c != ',' && c != ';' && c != '(' ? true : punctuation && !scan_is_lower(c);
}

/* A line that begins with "Exhibit A": its own heading, not a sentence about it. */
static bool annex_alone(const struct scan *s)
{
    struct scan rest = *s;
    if (rest.end - rest.at > ANNEX_TITLE_MOST)
        return false;
    return rest.at == rest.end || rest.end[-1] != '.';
}

bool label_english(struct scan *s, struct label *out)
{
    struct scan copy = *s;
    if (scan_skip(&copy, 0xA7)) { /* § */
        scan_skip(&copy, 0xA7);
        out->style = LABEL_SECTION;
    }
    for (size_t i = 0; out->style == LABEL_NONE && i < sizeof words / sizeof *words; i++) {
        uint32_t first = scan_peek(&copy);
        if (scan_is_upper(first) && scan_word_any_case(&copy, words[i].word))
            out->style = words[i].style;
    }
    if (out->style == LABEL_NONE)
        return false;
    scan_spaces(&copy);
    scan_skip(&copy, '"');
    bool bare_annex = out->style == LABEL_ANNEX && copy.at == copy.end;
    if (!bare_annex && (!number(&copy, out) || !stands_alone(copy, &out->sure)))
        return false;
    scan_skip(&copy, '"');
    if (out->style == LABEL_ANNEX) {
        if (!annex_alone(&copy))
            return false;
        out->sure = true;
    }
    if (out->depth == 0)
        out->parts[out->depth++] = 0;
    *s = copy;
    return true;
}
