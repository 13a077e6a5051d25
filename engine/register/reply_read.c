/* The file that comes back: read with the refusals that a file from outside needs. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "documents/markup.h"
#include "register/reply.h"

static const char space[] = "urn:kijun:corrective-action:1";

enum element { ELEMENT_ROOT, ELEMENT_FINDING, ELEMENT_TEXT, ELEMENT_REPLY, ELEMENT_CAUSE, ELEMENT_ACTION, ELEMENT_DONE,
               ELEMENT_BY, ELEMENT_COUNT, ELEMENT_NONE = ELEMENT_COUNT };

static const struct {
    const char *name;
    enum element parent;
} elements[ELEMENT_COUNT] = {
    [ELEMENT_ROOT] = {"corrective-actions", ELEMENT_NONE}, [ELEMENT_FINDING] = {"finding", ELEMENT_ROOT},
    [ELEMENT_TEXT] = {"text", ELEMENT_FINDING}, [ELEMENT_REPLY] = {"reply", ELEMENT_FINDING},
    [ELEMENT_CAUSE] = {"cause", ELEMENT_REPLY}, [ELEMENT_ACTION] = {"action", ELEMENT_REPLY},
    [ELEMENT_DONE] = {"done", ELEMENT_REPLY}, [ELEMENT_BY] = {"by", ELEMENT_REPLY},
};

struct reading {
    struct reply *out;
    struct arena *arena;
    struct fault *f;
    enum element at;            /* the open element; ELEMENT_NONE: none */
    unsigned filled;            /* bits of enum element: which the open finding has had */
    struct buffer text;         /* of the open element */
    uint32_t line;
    size_t size;                /* of out->items */
};

static bool wrong(struct reading *r, uint32_t line, enum fault_id id, const char *a, const char *b)
{
    fault_set(r->f, id, a, b);
    fault_where(r->f, r->out->file, line);
    return false;
}

/* A date, or nothing where the attribute is absent or empty. */
static bool take_date(struct reading *r, const struct markup_tag *tag, const char *name, day *out)
{
    char text[64];
    *out = DAY_NONE;
    markup_value(tag, SPACE_NONE, name, text, sizeof text);
    if (!text[0] || value_parse_date(text, strlen(text), out))
        return true;
    return wrong(r, tag->line, FAULT_REPLY_DATE, name, text);
}

static bool open_root(struct reading *r, const struct markup_tag *tag)
{
    char supplier[512];
    if (!markup_value(tag, SPACE_NONE, "supplier", supplier, sizeof supplier) || !supplier[0])
        return wrong(r, tag->line, FAULT_REPLY_MISSING, "supplier", "");
    r->out->supplier = arena_copy(r->arena, supplier, strlen(supplier));
    if (!take_date(r, tag, "as-of", &r->out->as_of))
        return false;
    if (!markup_count(tag, SPACE_NONE, "history", UINT32_MAX, &r->out->history))
        return wrong(r, tag->line, FAULT_REPLY_MISSING, "history", "");
    return r->out->as_of != DAY_NONE || wrong(r, tag->line, FAULT_REPLY_MISSING, "as-of", "");
}

static bool known_before(const struct reply *r, const char *id)
{
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->items[i].finding, id) == 0)
            return true;
    return false;
}

static bool open_finding(struct reading *r, const struct markup_tag *tag)
{
    char id[64], most[16];
    struct hash h;
    if (!markup_value(tag, SPACE_NONE, "id", id, sizeof id) || !hash_from_hex(id, &h))
        return wrong(r, tag->line, FAULT_REPLY_MISSING, "id", "");
    if (known_before(r->out, id))
        return wrong(r, tag->line, FAULT_REPLY_TWICE, id, "");
    if (r->out->count == REPLY_FINDINGS) {
        snprintf(most, sizeof most, "%d", REPLY_FINDINGS);
        return wrong(r, tag->line, FAULT_REPLY_LONG, "corrective-actions", most);
    }
    if (r->out->count == r->size) {
        struct reply_item *more = arena_array(r->arena, r->size ? r->size * 2 : 16, sizeof *more);
        if (!more)
            return wrong(r, tag->line, FAULT_MEMORY, "", "");
        if (r->size)
            memcpy(more, r->out->items, r->size * sizeof *more);
        r->out->items = more;
        r->size = r->size ? r->size * 2 : 16;
    }
    r->out->items[r->out->count++] = (struct reply_item){.line = tag->line, .finding = arena_copy(r->arena, id, 32),
                                                         .planned = DAY_NONE, .done = DAY_NONE};
    r->filled = 0;
    return true;
}

static struct reply_item *item(struct reading *r)
{
    return &r->out->items[r->out->count - 1];
}

static enum element element_of(const struct reading *r, const struct markup_tag *tag)
{
    int e = 0;
    bool own = tag->uri && strcmp(tag->uri, space) == 0;
    while (own && e < ELEMENT_COUNT && !(elements[e].parent == r->at && strcmp(elements[e].name, tag->name) == 0))
        e++;
    return own ? (enum element)e : ELEMENT_NONE;
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    enum element e = element_of(r, tag);
    if (e == ELEMENT_NONE)
        return wrong(r, tag->line, FAULT_REPLY_ELEMENT, tag->name, r->at == ELEMENT_NONE ? space : elements[r->at].name);
    if (e >= ELEMENT_REPLY && r->filled & 1U << e)
        return wrong(r, tag->line, FAULT_REPLY_TWICE, elements[e].name, "");
    r->filled |= e >= ELEMENT_REPLY ? 1U << e : 0;
    r->at = e;
    r->line = tag->line;
    buffer_clear(&r->text);
    switch (e) {
    case ELEMENT_ROOT: return open_root(r, tag);
    case ELEMENT_FINDING: return open_finding(r, tag);
    case ELEMENT_ACTION: return take_date(r, tag, "planned", &item(r)->planned);
    case ELEMENT_DONE: return take_date(r, tag, "on", &item(r)->done);
    default: return true;
    }
}

/* What is between the spaces at its ends; NULL when nothing is. */
static const char *filled_in(struct reading *r)
{
    const char *from = r->text.at ? r->text.at : "";
    size_t len = r->text.len;
    while (len && strchr(" \t\r\n", from[len - 1]))
        len--;
    while (len && strchr(" \t\r\n", *from))
        from++, len--;
    return len ? arena_copy(r->arena, from, len) : NULL;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    (void)tag;
    if (r->at == ELEMENT_CAUSE)
        item(r)->cause = filled_in(r);
    if (r->at == ELEMENT_ACTION)
        item(r)->action = filled_in(r);
    if (r->at == ELEMENT_BY)
        item(r)->by = filled_in(r);
    if (r->at == ELEMENT_ACTION && (item(r)->action != NULL) != (item(r)->planned != DAY_NONE))
        return wrong(r, r->line, FAULT_REPLY_PLAN, "", "");
    r->at = elements[r->at].parent;
    return true;
}

static bool on_text(void *context, const char *at, size_t len)
{
    struct reading *r = context;
    char most[16];
    bool wanted = r->at == ELEMENT_CAUSE || r->at == ELEMENT_ACTION || r->at == ELEMENT_BY;
    bool blank = true;
    for (size_t i = 0; i < len && blank; i++)
        blank = strchr(" \t\r\n", at[i]) != NULL && at[i];
    if (!wanted && !blank && r->at != ELEMENT_TEXT)
        return wrong(r, r->line, FAULT_REPLY_TEXT, r->at < ELEMENT_COUNT ? elements[r->at].name : "", "");
    if (wanted && r->text.len + len > REPLY_TEXT) {
        snprintf(most, sizeof most, "%d", REPLY_TEXT);
        return wrong(r, r->line, FAULT_REPLY_LONG, elements[r->at].name, most);
    }
    if (wanted)
        buffer_add(&r->text, at, len);
    return !r->text.failed || wrong(r, r->line, FAULT_MEMORY, "", "");
}

int reply_read(const char *file, const char *at, size_t len, struct arena *arena, struct reply *out, struct fault *f)
{
    struct reading r = {.out = out, .arena = arena, .f = f, .at = ELEMENT_NONE};
    struct markup_reader reader = {on_open, on_close, on_text, &r};
    *out = (struct reply){.file = file, .as_of = DAY_NONE};
    buffer_init(&r.text, REPLY_TEXT + 1024);
    int failed = markup_read(&reader, file, at, len, f);
    buffer_free(&r.text);
    if (failed == 0 && arena_failed(arena))
        failed = fault_set(f, FAULT_MEMORY);
    return failed;
}
