/* Comments in the margin of a Word or OpenDocument file, gathered while its text is read. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_MARGIN_H
#define KIJUN_DOCUMENTS_MARGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"

enum { MARGIN_NOTES = 2000, MARGIN_ID = 24 };

struct margin_note {
    char id[MARGIN_ID];     /* by which a Word file refers to the comment */
    uint32_t paragraph;     /* to which it belongs */
    const char *text;       /* its lines, joined by '\n'; NULL: not known yet */
};

struct margin {
    struct arena *arena;    /* of the notes and of their texts */
    struct margin_note *at; /* room for MARGIN_NOTES */
    size_t count;
};

/* An empty margin; false: out of memory. */
bool margin_begin(struct margin *m, struct arena *arena);
/* A note at this paragraph; NULL when there is no more room. */
struct margin_note *margin_add(struct margin *m, uint32_t paragraph);

/* The comments of a file. 0, or -1 with *f set. */
int word_margin(const char *at, size_t len, struct margin *out, struct fault *f);
int odt_margin(const char *at, size_t len, struct margin *out, struct fault *f);
/* word/comments.xml: gives the notes that refer to a comment its text. */
int word_comments_read(struct margin *m, const char *part, const char *at, size_t len, struct fault *f);

#endif
