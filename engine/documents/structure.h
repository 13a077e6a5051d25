/* Finds the clauses of a contract in its paragraphs, in Japanese and English.
 *
 * What it makes of a document:
 *   title        the line that names the document, before the first clause
 *   parties      whoever the preamble introduces with an alias: (以下「甲」という。), ("Provider")
 *   definitions  paragraphs of the shape 「X」とは、…をいう / "X" means ...; their text stays in the clause, too
 *   clauses      a tree by numbers and headings. A clause's number is what one would cite: "第3条第2項第1号",
 *                "4.2(a)", "Exhibit A, 3". What stands before the first clause is the clause "前文" / "Preamble", what
 *                follows the last one where the parties sign "署名欄" / "Signatures". Clauses with a heading
 *                and no number are counted in brackets: "[1]". A document without any structure is one clause, "1".
 * Every paragraph ends in a title, a number, a heading or some clause's prose, but for tables of contents, which only
 * repeat headings. Linear in the length of the text. */
#ifndef KIJUN_DOCUMENTS_STRUCTURE_H
#define KIJUN_DOCUMENTS_STRUCTURE_H

#include "documents/build.h"
#include "documents/paragraph.h"

/* Builds one contract into b->subject. 0, or -1 with b->document->fault set. */
int structure_build(struct builder *b, const struct paragraphs *list);

#endif
