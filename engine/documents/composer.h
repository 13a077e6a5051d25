/* Puts paragraphs together from the pieces that a reader of marked-up text (OpenDocument, HTML, Akoma Ntoso) comes by:
 * runs of text, line breaks, cells. White space is put in order here, as those formats want it: a run of it is one space,
 * none at the ends, and none between Japanese characters where only the source breaks a line. Private to the floor. */
#ifndef KIJUN_DOCUMENTS_COMPOSER_H
#define KIJUN_DOCUMENTS_COMPOSER_H

#include "base/buffer.h"
#include "documents/table_rows.h"

enum { COMPOSER_NEST = 8 /* paragraphs in paragraphs: text boxes */ };

/* A paragraph in the making. */
struct draft {
    bool open;
    size_t slot;            /* its place in the list, taken at its start */
    struct buffer text;
    size_t lead;            /* bytes at the front that are bold */
    bool lead_ended;
    enum { SPACE_NOT, SPACE_SEEN, SPACE_BROKEN } space; /* white space since the last character; with a line break */
    struct paragraph about; /* everything but its text */
};

struct composer {
    struct paragraphs *list;
    struct tables tables;
    struct draft drafts[COMPOSER_NEST];
    size_t nest;
    bool numbers;           /* the number of an empty paragraph counts */
};

void composer_init(struct composer *c, struct paragraphs *list);
void composer_free(struct composer *c);
/* The paragraph in the making; NULL when none is open. What is set in its `about` goes into the list. */
struct draft *composer_draft(struct composer *c);
/* Begins a paragraph after ending the one before. False when the arena is exhausted. */
bool composer_begin(struct composer *c, uint32_t line);
/* Ends it, if one is open; an empty one leaves no trace. */
bool composer_end(struct composer *c);
/* A paragraph inside the open one: what is begun until composer_leave stands behind it in the list. False when too deep. */
bool composer_enter(struct composer *c);
bool composer_leave(struct composer *c);
/* Adds text to the open paragraph, if one is open. False when memory is out. */
bool composer_text(struct composer *c, const char *at, size_t len, bool bold);
/* The same without a look at white space: explicit spaces, tabs, '\n' for a line break of the author. */
bool composer_exact(struct composer *c, const char *at, size_t len, bool bold);

#endif
