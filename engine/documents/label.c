#include "documents/label.h"

#include <string.h>

#include "documents/label_parts.h"
#include "documents/scan.h"

/* What makes "2 ..." an amount or a date and not a number: the counter word right behind it. */
static const char *const counters[] = {
    "年", "月", "日", "時", "分", "秒", "円", "%", "％", "個", "名", "件", "回", "号", "条", "項", "章", "部", "通",
    "者", "社", "人", "枚", "箇", "か", "カ", "ヶ", "ケ", "ヵ", "週", "営業", "万", "億", "千", "百", "つ", "台", "本",
    "次", "度", "倍", "割", "番", "階", "室", "丁", "級", "種", "泊", "歳", "点", "行", "頁", "ページ", "分の", NULL};

uint32_t label_value(const struct label *l)
{
    return l->depth ? l->parts[l->depth - 1] : 0;
}

/* Goes past what may stand between a label and its text. */
static void separators(struct scan *s)
{
    for (;;) {
        scan_spaces(s);
        if (!scan_skip(s, '.') && !scan_skip(s, ':') && !scan_skip(s, 0x3001) && !scan_skip(s, 0xFF0E) &&
            !scan_skip(s, '-'))
            return;
    }
}

static bool finish(struct label *out, const char *at, const struct scan *after_label)
{
    struct scan s = *after_label;
    out->written = (size_t)(s.at - at);
    separators(&s);
    out->len = (size_t)(s.at - at);
    return true;
}

/* (a) [1] （ア） <1>: any counter between brackets. */
static bool in_brackets(struct scan *s, struct label *out)
{
    struct scan copy = *s;
    uint32_t open = scan_next(&copy);
    uint32_t close = open == '(' ? ')' : open == 0x3014 ? 0x3015 : 0;
    if (!close)
        return false;
    size_t padding = scan_spaces(&copy);
    if (!label_counter(&copy, out))
        return false;
    padding += scan_spaces(&copy);
    bool letter = out->style >= LABEL_LOWER;
    if (!scan_skip(&copy, close) || (padding > 0 && letter)) /* "( x )" is a box that was ticked */
        return false;
    out->shape = SHAPE_PAREN;
    /* "(1)及び(2)に定める" names items, it is none. */
    static const char *const going_on[] = {"及び", "又は", "から", "の", "に", "を", "は", "が", "、", "，", ",", NULL};
    struct scan rest = copy;
    uint32_t c = scan_peek(&rest);
    if (scan_any(&rest, going_on) && !scan_any(&rest, (const char *const[]){"にじ", "には", "はじ", NULL}))
        return false;
    out->sure = c != ';' && c != '.';
    *s = copy;
    return true;
}

/* 1-2　text, in Japanese: a range or a telephone number goes on otherwise. */
static bool hyphened_number(struct scan *s, struct label *out)
{
    struct scan copy = *s;
    uint32_t n;
    if (!scan_digits(&copy, 2, &n) || n == 0)
        return false;
    out->parts[out->depth++] = n;
    while (out->depth < LABEL_PARTS && scan_skip(&copy, '-')) {
        if (!scan_digits(&copy, 2, &n) || n == 0)
            return false;
        out->parts[out->depth++] = n;
    }
    struct scan rest = copy;
    if (out->depth < 2 || !(scan_spaces(&rest) || scan_skip(&rest, '.')) || !scan_is_japanese(scan_peek(&rest)))
        return false;
    out->style = LABEL_DECIMAL;
    out->shape = SHAPE_BARE;
    out->sure = true;
    *s = copy;
    return true;
}

/* 4.2.1 with or without a dot behind it. */
static bool dotted_number(struct scan *s, struct label *out)
{
    struct scan copy = *s;
    uint32_t n;
    if (!scan_digits(&copy, 3, &n) || n == 0)
        return false;
    out->parts[out->depth++] = n;
    for (struct scan next = copy; out->depth < LABEL_PARTS && (scan_skip(&next, '.') || scan_skip(&next, 0x30FB)) &&
                                  scan_digits(&next, 3, &n); copy = next)
        out->parts[out->depth++] = n;
    if (out->depth < 2)
        return false;
    bool dot = scan_skip(&copy, '.');
    uint32_t c = scan_peek(&copy);
    if (copy.at != copy.end && c != ' ' && !scan_is_upper(c) && !(scan_is_japanese(c) && !scan_any(&copy, counters)))
        return false;
    struct scan rest = copy;
    scan_spaces(&rest);
    out->style = LABEL_DECIMAL;
    out->shape = dot ? SHAPE_DOT : SHAPE_BARE;
    out->sure = !scan_is_lower(scan_peek(&rest));
    *s = copy;
    return true;
}

/* a. 4) ア． 四、 and in front of Japanese a bare "2　". */
static bool counter_with_mark(struct scan *s, struct label *out)
{
    struct scan copy = *s;
    if (!label_counter(&copy, out))
        return false;
    struct scan rest = copy;
    bool half = scan_skip(&rest, ')'), dot = !half && (scan_skip(&rest, '.') || scan_skip(&rest, 0xFF0E));
    bool comma = !half && !dot && out->style == LABEL_KANJI && scan_skip(&rest, 0x3001);
    bool colon = !half && !dot && !comma && out->style == LABEL_DECIMAL && scan_skip(&rest, ':');
    bool marked = half || dot || comma || colon;
    bool apart = scan_spaces(&rest) > 0, end = rest.at == rest.end;
    uint32_t c = scan_peek(&rest);
    bool japanese = scan_is_japanese(c) || c == '(' || c == 0x300C;
    bool letter = out->style != LABEL_DECIMAL && out->style != LABEL_KANJI && out->style != LABEL_KANA;
    if (!marked && (letter || (!apart && !japanese)))
        return false;
    if (marked && !apart && !end && !japanese && !scan_is_upper(c))
        return false;
    if (!marked && !apart && (out->style != LABEL_DECIMAL || scan_any(&rest, counters)))
        return false;
    out->shape = half ? SHAPE_HALF : marked ? SHAPE_DOT : SHAPE_BARE;
    out->sure = half || (marked && !letter && !scan_is_lower(c));
    if (!marked && out->style == LABEL_DECIMAL) {
        if (japanese)
            out->style = LABEL_PARAGRAPH;
        else if (!scan_is_upper(c))
            return false;
    }
    *s = copy;
    if (marked)
        scan_next(s);
    return true;
}

bool label_read(const char *at, size_t len, struct label *out)
{
    static bool (*const readers[])(struct scan *, struct label *) = {
        label_japanese, label_english, label_enclosed, in_brackets, dotted_number, hyphened_number, counter_with_mark};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        struct scan s = scan_text(at, len);
        memset(out, 0, sizeof *out);
        if (readers[i](&s, out)) {
            if (readers[i] == label_enclosed)
                out->sure = true;
            return finish(out, at, &s);
        }
    }
    memset(out, 0, sizeof *out);
    return false;
}

void label_computed(const char *label, struct label *out)
{
    size_t len = strlen(label);
    struct scan s = scan_text(label, len);
    if (!label_read(label, len, out)) {
        memset(out, 0, sizeof *out);
        if (!label_counter(&s, out)) {
            out->style = LABEL_DECIMAL;
            out->depth = 1;
        }
    }
    out->sure = true;
    out->written = out->len = 0;
}
