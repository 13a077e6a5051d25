/* Labels with a word in Japanese: 第3条の2, 別紙1, 附則. */
#include <string.h>

#include "documents/label_parts.h"

/* What a sentence goes on with after it has named an article: then it is a reference and no heading. */
static const char *const going_on[] = {
    "の", "に", "を", "は", "が", "と", "へ", "で", "も", "や", "、", "，", "及", "および", "又", "または", "若しく",
    "並び", "ならび", "から", "まで", "乃至", "ないし", "第", "各", "但", "ただし", "所定", "規定", "記載", "等", "以下",
    "以降", "前", "後", "本文", "」", "』", "）", ")", "・", "～", "〜", "違反", NULL};
/* The same after a space, where an ordinary sentence may begin. */
static const char *const going_on_apart[] = {
    "に定め", "に基", "に規定", "の規定", "の定め", "に従", "により", "に違反", "を準用", "及び", "又は", "から第", NULL};

static bool number(struct scan *s, uint32_t *out)
{
    scan_spaces(s);
    return scan_digits(s, 4, out) || scan_kanji_number(s, out);
}

static enum label_style unit(struct scan *s)
{
    static const struct { const char *word; enum label_style style; } units[] = {
        {"編", LABEL_PART}, {"部", LABEL_PART}, {"章", LABEL_CHAPTER}, {"節", LABEL_DIVISION},
        {"款", LABEL_SUBDIVISION}, {"条", LABEL_ARTICLE}, {"項", LABEL_PARAGRAPH},
    };
    struct scan after = *s;
    scan_spaces(&after);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (scan_word(&after, units[i].word)) {
            *s = after;
            return units[i].style;
        }
    return LABEL_NONE;
}

/* 第3条の2の3: each の with a number goes one deeper. */
static void branches(struct scan *s, struct label *out)
{
    while (out->depth < LABEL_PARTS) {
        struct scan copy = *s;
        uint32_t n;
        if (!scan_word(&copy, "の") || !(scan_digits(&copy, 3, &n) || scan_kanji_number(&copy, &n)))
            return;
        out->parts[out->depth++] = n;
        *s = copy;
    }
}

/* True if what follows is a text of its own and not the rest of a sentence. */
static bool stands_alone(struct scan s, bool *apart)
{
    *apart = scan_spaces(&s) > 0;
    if (s.at == s.end)
        *apart = true;
    return !scan_any(&s, *apart ? going_on_apart : going_on);
}

static bool numbered(struct scan *s, struct label *out)
{
    uint32_t n;
    if (!scan_word(s, "第") || !number(s, &n) || n == 0)
        return false;
    out->style = unit(s);
    uint32_t c = scan_peek(s);
    if (out->style == LABEL_NONE && (c == ' ' || c == '(' || c == 0x3010)) /* 第１　基本的事項, in special conditions */
        out->style = LABEL_ARTICLE;
    if (out->style == LABEL_NONE)
        return false;
    out->parts[0] = n;
    out->depth = 1;
    if (out->style == LABEL_ARTICLE)
        branches(s, out);
    bool apart;
    if (!stands_alone(*s, &apart))
        return false;
    c = scan_peek(s);
    out->sure = apart || c == '(' || c == '.' || c == ':' || c == 0x3010 || c == 0x3014 || c == '[';
    return true;
}

/* 附則, or 附　則 as it is often set: two characters with spaces between them. */
static bool spaced_word(struct scan *s, const char *word)
{
    struct scan copy = *s;
    uint32_t c;
    for (struct scan w = scan_text(word, strlen(word)); (c = scan_next(&w)) != 0;) {
        if (!scan_skip(&copy, c))
            return false;
        if (w.at < w.end)
            scan_spaces(&copy);
    }
    *s = copy;
    return true;
}

/* 別紙1, 別表第2, 附則: alone on the line, or followed by its title in brackets or after a space. */
static bool annex(struct scan *s, struct label *out)
{
    static const char *const words[] = {"別紙", "別表", "別添", "別記", "附則", "付則", "附属書", "付属書", "添付書類"};
    size_t i = 0, count = sizeof words / sizeof *words;
    uint32_t first = scan_peek(s);
    if (first != 0x5225 && first != 0x9644 && first != 0x4ED8 && first != 0x6DFB) /* 別 附 付 添 */
        return false;
    while (i < count && !spaced_word(s, words[i]))
        i++;
    if (i == count)
        return false;
    scan_word(s, "第");
    uint32_t n = 0, c;
    struct scan copy = *s;
    if (number(&copy, &n) || label_roman(&copy, true, &n))
        *s = copy;
    else if ((c = scan_peek(s)) >= 'A' && c <= 'Z')
        n = scan_next(s) - 'A' + 1;
    c = scan_peek(s);
    if (s->at != s->end && c != ' ' && c != '(' && c != 0x3010 && c != 0x3014 && c != ':' && c != 0x300C)
        return false;
    bool apart;
    if (!stands_alone(*s, &apart) || s->end - s->at > 120)
        return false;
    out->style = LABEL_ANNEX;
    out->parts[0] = n;
    out->depth = 1;
    out->sure = true;
    return true;
}

bool label_japanese(struct scan *s, struct label *out)
{
    out->japanese = true;
    struct scan copy = *s;
    if (numbered(&copy, out) || (copy = *s, annex(&copy, out))) {
        *s = copy;
        return true;
    }
    out->japanese = false;
    return false;
}
