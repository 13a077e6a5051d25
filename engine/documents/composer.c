#include "documents/composer.h"

#include <string.h>

#include "documents/label.h"
#include "documents/load.h"
#include "documents/scan.h"

void composer_init(struct composer *c, struct paragraphs *list)
{
    memset(c, 0, sizeof *c);
    c->list = list;
    for (size_t i = 0; i < COMPOSER_NEST; i++)
        buffer_init(&c->drafts[i].text, LOAD_FILE_BYTES * 2);
}

void composer_free(struct composer *c)
{
    for (size_t i = 0; i < COMPOSER_NEST; i++)
        buffer_free(&c->drafts[i].text);
}

struct draft *composer_draft(struct composer *c)
{
    struct draft *d = &c->drafts[c->nest];
    return d->open ? d : NULL;
}

bool composer_begin(struct composer *c, uint32_t line)
{
    struct draft *d = &c->drafts[c->nest];
    if (!composer_end(c) || !paragraph_add(c->list, line))
        return false;
    buffer_clear(&d->text);
    d->open = true;
    d->slot = c->list->count - 1;
    d->lead = 0;
    d->lead_ended = false;
    d->space = SPACE_NOT;
    d->about = c->list->at[d->slot];
    return true;
}

/* The number of an empty paragraph usually counts for nothing but the line above a heading: "ARTICLE IV". */
static bool keeps_label(const struct paragraph *p)
{
    struct label l;
    return p->label && (p->len > 0 || (label_read(p->label, strlen(p->label), &l) && l.style == LABEL_ARTICLE));
}

bool composer_end(struct composer *c)
{
    struct draft *d = composer_draft(c);
    if (!d)
        return true;
    d->open = false;
    struct paragraph *p = &c->list->at[d->slot];
    const char *at = d->text.at ? d->text.at : "";
    size_t len = d->text.len, whole = len;
    *p = d->about;
    if (d->text.failed || !paragraph_text(c->list, p, at, len))
        return false;
    scan_trim(&at, &len);
    size_t front = d->text.at ? (size_t)(at - d->text.at) : 0, lead = d->lead > front ? d->lead - front : 0;
    p->lead = (uint32_t)(lead > len || d->lead >= whole ? len : lead);
    if (!c->numbers && !keeps_label(p))
        p->label = NULL;
    if (p->len == 0 && !p->label && d->slot + 1 == c->list->count) {
        c->list->count--;
        return true;
    }
    return paragraph_breaks(c->list, d->slot);
}

bool composer_enter(struct composer *c)
{
    if (c->nest + 1 == COMPOSER_NEST)
        return false;
    c->nest++;
    return true;
}

bool composer_leave(struct composer *c)
{
    if (!composer_end(c))
        return false;
    if (c->nest > 0)
        c->nest--;
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The space that is due before the text that follows. */
static void add_space(struct draft *d, const char *at, size_t len)
{
    if (d->space == SPACE_NOT)
        return;
    bool broken = d->space == SPACE_BROKEN;
    d->space = SPACE_NOT;
    if (d->text.len == 0 || is_blank(d->text.at[d->text.len - 1]))
        return;
    struct scan s = scan_text(at, len);
    if (!(broken && scan_is_japanese(scan_last(d->text.at, d->text.len)) && scan_is_japanese(scan_peek(&s))))
        buffer_putc(&d->text, ' ');
}

static void add(struct draft *d, const char *at, size_t len, bool bold)
{
    const char *trimmed = at;
    size_t left = len;
    scan_trim(&trimmed, &left);
    buffer_add(&d->text, at, len);
    if (left > 0 && !bold)
        d->lead_ended = true;
    if (!d->lead_ended)
        d->lead = d->text.len;
}

bool composer_exact(struct composer *c, const char *at, size_t len, bool bold)
{
    struct draft *d = composer_draft(c);
    if (!d || len == 0)
        return true;
    add_space(d, at, len);
    add(d, at, len, bold);
    return !d->text.failed;
}

bool composer_text(struct composer *c, const char *at, size_t len, bool bold)
{
    struct draft *d = composer_draft(c);
    const char *end = at + len;
    while (d && at < end) {
        for (; at < end && is_blank(*at); at++)
            d->space = *at == '\n' || *at == '\r' || d->space == SPACE_BROKEN ? SPACE_BROKEN : SPACE_SEEN;
        const char *stop = at;
        while (stop < end && !is_blank(*stop))
            stop++;
        if (stop > at) {
            add_space(d, at, (size_t)(stop - at));
            add(d, at, (size_t)(stop - at), bold);
        }
        at = stop;
    }
    return !d || !d->text.failed;
}
