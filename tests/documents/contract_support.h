/* Reads contracts from texts and from Word files made in memory, and shows what came of them. */
#ifndef KIJUN_TESTS_DOCUMENTS_CONTRACT_SUPPORT_H
#define KIJUN_TESTS_DOCUMENTS_CONTRACT_SUPPORT_H

#include <stddef.h>

#include "base/buffer.h"
#include "documents/build.h"

struct reading_test {
    struct arena *arena;
    struct subject subject;
    struct document document;
    struct contract *contract; /* NULL when there was a fault */
    int status;
    struct buffer text;        /* for outline() */
};

/* One part of a package. */
struct part {
    const char *name, *content;
};

/* The caller ends each with reading_end. */
void text_contract(struct reading_test *r, const char *text);
void text_contract_n(struct reading_test *r, const char *text, size_t len);
/* The content of w:body, with styles and numbering definitions (content of w:styles, w:numbering; NULL: no such part). */
void word_contract(struct reading_test *r, const char *body, const char *styles, const char *numbering);
/* The bytes as one of the other formats. */
void html_contract(struct reading_test *r, const char *text);
void html_contract_n(struct reading_test *r, const char *text, size_t len);
void akn_contract(struct reading_test *r, const char *text);
void odt_contract(struct reading_test *r, const char *at, size_t len);
/* Any bytes as a Word file. */
void bytes_contract(struct reading_test *r, const char *at, size_t len);
void reading_end(struct reading_test *r);

/* The tree of clauses, two spaces a level: "第1条 [目的]" for a clause, "= text" for a paragraph. */
const char *outline(struct reading_test *r);
/* The number of the fault and its name, for messages. */
const char *fault_of(const struct reading_test *r);

/* A ZIP file of these parts (ended by a NULL name) in *out, not compressed unless `deflate`. */
void make_zip(struct buffer *out, const struct part *parts, bool deflate);
/* The parts of a Word file around this body; make_word writes them to *out. */
void make_word(struct buffer *out, const char *body, const char *styles, const char *numbering);

#define WORD_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
/* A paragraph with this text. */
#define P(text) "<w:p><w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"
/* A paragraph of a list. */
#define N(num, level, text) \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"" #num "\"/></w:numPr></w:pPr>" \
    "<w:r><w:t>" text "</w:t></w:r></w:p>"
/* A level of a list and a list. */
#define LEVEL(level, format, text) \
    "<w:lvl w:ilvl=\"" #level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text \
    "\"/></w:lvl>"
#define LIST(id, levels) "<w:abstractNum w:abstractNumId=\"" #id "\">" levels "</w:abstractNum>"
#define NUM(id, list) "<w:num w:numId=\"" #id "\"><w:abstractNumId w:val=\"" #list "\"/></w:num>"

#endif
