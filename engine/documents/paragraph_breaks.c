/* Line breaks that an author has put into a paragraph. */
#include <string.h>

#include "documents/label.h"
#include "documents/paragraph.h"
#include "documents/scan.h"

struct text {
    const char *at;
    size_t len;
};

static uint32_t first_of(struct text t)
{
    struct scan s = scan_text(t.at, t.len);
    return scan_peek(&s);
}

static uint32_t last_of(struct text t)
{
    return scan_last(t.at, t.len);
}

/* True if what stands after the break is a paragraph of its own. */
static bool begins_anew(struct text before, struct text after)
{
    struct label label;
    if (label_read(after.at, after.len, &label) && label.sure)
        return true;
    uint32_t first = first_of(before), last = last_of(before);
    bool ended = last == 0x3002 || last == '.' || last == ';' || last == ':';
    bool in_brackets = (first == '(' || first == 0x3010) && (last == ')' || last == 0x3011);
    /* 第1条（目的） alone on its line is a heading. */
    bool heading = label_read(before.at, before.len, &label) && label.sure && label.depth > 0 && last == ')';
    return ended || in_brackets || heading;
}

/* Takes the text up to the next break off the front. */
static struct text next_line(struct text *rest)
{
    const char *end = memchr(rest->at, '\n', rest->len);
    struct text line = {rest->at, end ? (size_t)(end - rest->at) : rest->len};
    size_t used = line.len + (end != NULL);
    rest->at += used;
    rest->len -= used;
    scan_trim(&line.at, &line.len);
    return line;
}

/* Appends a line to the text in *joined, mending the break between. */
static void join(char *to, size_t *len, struct text line)
{
    struct text before = {to, *len};
    if (*len && !(scan_is_japanese(last_of(before)) && scan_is_japanese(first_of(line))))
        to[(*len)++] = ' ';
    memcpy(to + *len, line.at, line.len);
    *len += line.len;
}

static struct paragraph *start_next(struct paragraphs *list, struct paragraph *p, const char *at, size_t len)
{
    uint32_t line = p->line;
    if (!paragraph_text(list, p, at, len))
        return NULL;
    return paragraph_add(list, line);
}

bool paragraph_breaks(struct paragraphs *list, size_t index)
{
    struct paragraph *p = &list->at[index];
    struct text rest = {p->at, p->len};
    if (!memchr(rest.at, '\n', rest.len))
        return true;
    char *joined = arena_alloc(list->arena, p->len + 1);
    bool contents = p->contents;
    size_t len = 0, lead = p->lead;
    if (!joined)
        return false;
    while (rest.len > 0) {
        struct text line = next_line(&rest);
        if (line.len == 0)
            continue;
        if (len > 0 && begins_anew((struct text){joined, len}, line)) {
            p->lead = (uint32_t)(p->lead > len ? len : p->lead);
            p = start_next(list, p, joined, len);
            if (!p)
                return false;
            p->contents = contents;
            lead = 0;
            len = 0;
        }
        join(joined, &len, line);
    }
    p->lead = (uint32_t)(lead > len ? len : lead);
    return paragraph_text(list, p, joined, len);
}
