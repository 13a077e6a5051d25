#include "documents/margin.h"

#include <string.h>

#include "base/buffer.h"
#include "documents/load.h"
#include "documents/markup.h"

bool margin_begin(struct margin *m, struct arena *arena)
{
    *m = (struct margin){.arena = arena, .at = arena_array(arena, MARGIN_NOTES, sizeof *m->at)};
    return m->at != NULL;
}

struct margin_note *margin_add(struct margin *m, uint32_t paragraph)
{
    if (m->count == MARGIN_NOTES)
        return NULL;
    struct margin_note *n = &m->at[m->count++];
    *n = (struct margin_note){.paragraph = paragraph};
    return n;
}

/* ---- word/comments.xml (ECMA-376 part 1, 17.13.4) ---- */

struct comments {
    struct margin *margin;
    struct buffer text;         /* of the comment that is open */
    char id[MARGIN_ID];
    bool in_text;
};

static bool open_comment(void *context, const struct markup_tag *tag)
{
    struct comments *c = context;
    if (markup_is(tag, SPACE_WORD, "comment")) {
        buffer_clear(&c->text);
        markup_value(tag, SPACE_WORD, "id", c->id, sizeof c->id);
    } else if (markup_is(tag, SPACE_WORD, "p") || markup_is(tag, SPACE_WORD, "br")) {
        buffer_putc(&c->text, '\n');
    }
    c->in_text = markup_is(tag, SPACE_WORD, "t");
    return true;
}

static bool close_comment(void *context, const struct markup_tag *tag)
{
    struct comments *c = context;
    c->in_text = false;
    if (!markup_is(tag, SPACE_WORD, "comment") || c->text.failed)
        return true;
    for (size_t i = 0; i < c->margin->count; i++)
        if (strcmp(c->margin->at[i].id, c->id) == 0)
            c->margin->at[i].text = arena_copy(c->margin->arena, c->text.at ? c->text.at : "", c->text.len);
    return true;
}

static bool add_text(void *context, const char *at, size_t len)
{
    struct comments *c = context;
    if (c->in_text)
        buffer_add(&c->text, at, len);
    return true;
}

int word_comments_read(struct margin *m, const char *part, const char *at, size_t len, struct fault *f)
{
    struct comments c = {.margin = m};
    struct markup_reader reader = {open_comment, close_comment, add_text, &c};
    buffer_init(&c.text, LOAD_FILE_BYTES);
    int status = markup_read(&reader, part, at, len, f);
    buffer_free(&c.text);
    return status;
}
