/* What each reader of prose (Word, OpenDocument, HTML, text, ...) hands to structure.c: the paragraphs in order.
 *
 * Texts live in the arena that the list was made with: scratch memory of one reading, dropped when the contract has
 * been built from it. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_PARAGRAPH_H
#define KIJUN_DOCUMENTS_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct paragraph {
    const char *at;      /* UTF-8, NUL-terminated, without white space at either end; may hold '\n' and '\t' */
    size_t len;
    const char *label;   /* the number that the word processor shows in front of it ("第3条", "(a)"); NULL: none */
    uint32_t list;       /* which of the document's lists counted it, or without a label, which one's item it goes on; 0: none */
    uint8_t level;       /* of that list, from 0 */
    int8_t outline;      /* heading level from 0; -1: no heading */
    bool heading;        /* all of it is a heading: the document says so */
    bool title;          /* set as the title of the document */
    bool centred;
    uint8_t cells;       /* a row of a table with so many cells, joined; 0: no row */
    uint32_t first_cell; /* bytes of the first of them */
    bool page;           /* a page begins here (text) */
    bool contents;       /* a line of a table of contents */
    uint32_t lead;       /* so many bytes at the front are bold or underlined; len when all of it is */
    uint32_t line;       /* line (text) or number of the paragraph (Word), 1-based */
};

struct margin;

struct paragraphs {
    struct arena *arena;
    struct paragraph *at;
    size_t count, size;
    struct margin *margin; /* takes the comments; NULL: nobody asks for them */
};

/* A new paragraph at the end, all fields zero but outline -1; NULL when the arena is exhausted. Pointers to earlier
 * ones may move. */
struct paragraph *paragraph_add(struct paragraphs *list, uint32_t line);
/* Gives a paragraph a copy of this text, trimmed. False when the arena is exhausted. */
bool paragraph_text(struct paragraphs *list, struct paragraph *p, const char *at, size_t len);
/* Breaks inside the paragraph at `index` ('\n' where its format has a line break): where a number or heading follows, or a
 * sentence has ended, a new paragraph begins at the end of the list; elsewhere the break becomes a space, or nothing
 * between Japanese characters. False when the arena is exhausted. */
bool paragraph_breaks(struct paragraphs *list, size_t index);

#endif
