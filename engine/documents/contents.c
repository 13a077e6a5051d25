#include "documents/contents.h"

#include <string.h>

#include "documents/label.h"
#include "documents/scan.h"

enum {
    TITLE_MOST = 60,    /* bytes of "TABLE OF CONTENTS" in its brackets */
    ENTRY_MOST = 160,   /* bytes of an entry */
    ENTRIES_LEAST = 2,
    ENTRIES_MOST = 400  /* paragraphs */
};

/* 目次, 目　次, 【目次】, Contents, TABLE OF CONTENTS: and nothing else. */
static bool is_title(const struct paragraph *p)
{
    static const char *const words[] = {"目次", "もくじ", "contents", "tableofcontents", NULL};
    char text[TITLE_MOST];
    size_t len = 0;
    if (p->len > TITLE_MOST - 4)
        return false;
    for (size_t i = 0; i < p->len; i++) {
        char c = p->at[i];
        bool wide = i + 2 < p->len && memcmp(p->at + i, "　", 3) == 0;
        if (wide)
            i += 2;
        else if (c != ' ' && c != '\t' && c != '\v' && c != '\n' && c != ':')
            text[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    text[len] = '\0';
    static const char *const brackets[][2] = {{"【", "】"}, {"［", "］"}, {"〔", "〕"}, {"＜", "＞"}, {"<", ">"}, {"[", "]"}, {"「", "」"}};
    const char *at = text;
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t before = strlen(brackets[i][0]), after = strlen(brackets[i][1]);
        if (len > before + after && memcmp(at, brackets[i][0], before) == 0 && memcmp(at + len - after, brackets[i][1], after) == 0) {
            text[len - after] = '\0';
            at += before;
            break;
        }
    }
    for (const char *const *w = words; *w; w++)
        if (strcmp(at, *w) == 0)
            return true;
    return false;
}

static bool is_entry(const struct paragraph *p)
{
    static const char *const ends[] = {"。", ";", "；"};
    if (p->len > ENTRY_MOST)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (p->len >= n && memcmp(p->at + p->len - n, ends[i], n) == 0)
            return false;
    }
    return true;
}

static bool same_label(const struct label *a, const struct paragraph *p)
{
    struct label b;
    if (p->label)
        label_computed(p->label, &b);
    else if (!label_read(p->at, p->len, &b))
        return false;
    if (a->style != b.style || a->depth != b.depth || a->japanese != b.japanese)
        return false;
    return memcmp(a->parts, b.parts, a->depth * sizeof a->parts[0]) == 0;
}

/* Where the first entry that carries a number comes again: there the text begins. 0: it does not. */
static size_t text_begins(const struct paragraph *p, size_t count, size_t title)
{
    struct label first = {.style = LABEL_NONE};
    size_t most = count - title > ENTRIES_MOST ? title + ENTRIES_MOST : count;
    for (size_t i = title + 1; i < most; i++) {
        if (first.style != LABEL_NONE && same_label(&first, &p[i]))
            return i;
        if (!is_entry(&p[i]))
            return 0;
        struct label l;
        if (first.style == LABEL_NONE && !p[i].contents && !p[i].label && label_read(p[i].at, p[i].len, &l))
            first = l;
    }
    return 0;
}

struct contents contents_find(const struct paragraph *p, size_t count)
{
    for (size_t i = 0; i < count && i < CONTENTS_REACH; i++) {
        if (!is_title(&p[i]))
            continue;
        size_t end = text_begins(p, count, i);
        if (end > i + ENTRIES_LEAST)
            return (struct contents){i, end};
    }
    return (struct contents){0, 0};
}
