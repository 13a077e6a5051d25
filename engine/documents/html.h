/* What the files of html*.c share. Private to them.
 *
 * The tokenizer is our own: the HTML parser of libxml2 2.9 compares each attribute of an element with each and walks over
 * all open elements at each end tag, and neither can be bounded from outside. This one looks at each byte once. */
#ifndef KIJUN_DOCUMENTS_HTML_H
#define KIJUN_DOCUMENTS_HTML_H

#include "base/fault.h"
#include "documents/composer.h"
#include "documents/decode.h"

enum {
    HTML_DEPTH = 500,      /* open elements */
    HTML_LISTS = 32,       /* lists in lists that are counted */
    HTML_NAME_SIZE = 24    /* of an element's name; a longer one is of no element that we know */
};

/* ---- html_tokens.c ---- */

/* A piece of the source. */
struct html_piece {
    const char *at;        /* NULL: not there */
    size_t len;
};

/* The attributes that matter here. */
struct html_attributes {
    struct html_piece style, hidden, align, type, start, value, reversed;
};

enum html_token_kind { HTML_TEXT, HTML_START, HTML_END, HTML_DONE };

struct html_token {
    enum html_token_kind kind;
    char name[HTML_NAME_SIZE];         /* in small letters; "" when too long */
    struct html_attributes attributes;
    struct html_piece text;            /* character references not yet replaced */
    uint32_t line;                     /* where it begins */
};

struct html_tokens {
    const char *at, *end;
    uint32_t line;
};

/* The next token; false with *f set when the page ends inside a tag, a comment or a script. Comments, declarations and what
 * stands in scripts, styles and their like make no token. */
bool html_next(struct html_tokens *t, struct html_token *out, struct fault *f);
/* The value of a character reference at `at` ("&amp;", "&#x3042;") and its length in *len; 0: there is none. */
uint32_t html_reference(const char *at, const char *end, size_t *len);

/* ---- html_style.c: what an element's own attributes say of its looks ---- */

struct html_look {
    bool hidden, centred;
    int8_t bold;           /* -1: not said */
    const char *list;      /* list-style-type, in the words of numbering.h; NULL: not said */
};

struct html_look html_look_of(const struct html_attributes *a);
/* The format of a type attribute ("a") or of a list-style-type ("lower-alpha"); NULL when it is unknown. */
const char *html_list_format(struct html_piece name);
/* A whole number, at most a million either way; `otherwise` if there is none. */
int64_t html_integer(struct html_piece value, int64_t otherwise);

/* ---- html_list.c: numbers of ordered lists, as a browser shows them ---- */

struct html_list {
    bool ordered;
    const char *format;    /* of numbering.h */
    int64_t value, step;   /* of the last item; 1 or -1 */
    const char *label;     /* of the item that is open, until its first paragraph takes it; NULL: none */
};

struct html_lists {
    struct arena *arena;
    struct html_list at[HTML_LISTS];
    size_t depth;          /* open lists; those beyond HTML_LISTS are not counted */
    uint32_t count;        /* outermost lists so far */
};

void html_list_open(struct html_lists *l, bool ordered, const struct html_attributes *a, const char *format);
void html_list_close(struct html_lists *l);
/* An item begins. False when memory is out. */
bool html_list_item(struct html_lists *l, const struct html_attributes *a, const char *format);
/* What a paragraph that begins here has to do with the list that it is in. */
void html_list_mark(struct html_lists *l, struct paragraph *p);

/* ---- html_body.c: from tokens to paragraphs ---- */

/* Appends the paragraphs of a page in UTF-8. False with *f set. */
bool html_paragraphs(struct paragraphs *list, const char *at, size_t len, struct fault *f);

#endif
