/* What the author of an example wrote beside its text, for the tests of rule packs: comments in XML and HTML, lines that begin
 * with // in plain text, comments in the margin of a Word or OpenDocument file. They are no part of the document. */
#ifndef KIJUN_DOCUMENTS_REMARKS_H
#define KIJUN_DOCUMENTS_REMARKS_H

#include "base/arena.h"
#include "base/fault.h"
#include "documents/load.h"

enum { REMARKS_MOST = 2000 };   /* of one file or folder */

/* One line of a comment. */
struct remark {
    const char *file;       /* as places name it: relative to the folder; of a single file its name */
    const char *text;       /* trimmed, without the marks of the comment */
    uint32_t line;          /* where it stands, counted as places are: lines, in Word and OpenDocument files paragraphs */
    uint32_t about;         /* the line that it speaks of: its own when something else stands there, else the next with any */
    bool head;              /* nothing of the document stands before it */
    size_t at;              /* where the text begins, in bytes of the file; in Word and OpenDocument files 0 */
};

struct remarks {
    struct remark *at;      /* in the order of files, and as they stand in them */
    size_t count;
};

/* The remarks in the file, or in all files of the folder, at `path`. 0, or -1 with *f set: something cannot be read. */
int remarks_read(const char *path, struct arena *arena, struct remarks *out, struct fault *f);
/* From now on the loader leaves remarks out of plain texts, where they would be read as prose. */
void loader_skip_remarks(struct loader *l);
/* Where a remark begins in a line of plain text, in bytes; len: there is none. It begins with // at the start of the line, or
 * with // and "expect:" behind its text. */
size_t remark_in_line(const char *at, size_t len);

#endif
