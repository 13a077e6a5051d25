/* What the formats for pipelines share: where a finding stands in the tree of files, and how bad it is. Private to the
 * report floor. */
#ifndef KIJUN_REPORT_CI_H
#define KIJUN_REPORT_CI_H

#include "report/say.h"

/* Writes the path of a document as the user would name it: the subject's path and the file in it. Each part goes through
 * `part`; '/' stays. NULL: the subject itself. A supplier is shown the names of its documents only. */
void ci_path(const struct view *v, const char *document, put_function *part);
/* The line to point at; 1 for documents that have none, such as Word files. */
uint32_t ci_line(const struct place *p);
/* One line that says all: message, clause, expected and found, what to do. */
void ci_message(const struct view *v, const struct finding *f);
/* Fails, and what was left open: what a pipeline must show. */
bool ci_counts(const struct view *v, const struct finding *f);

/* Something that could not be read, as if it were a finding: the subject (n = 0) or a document. */
struct ci_fault {
    const struct fault *fault;
    const char *document;   /* NULL: the subject */
};
/* The n-th of them; false when there are no more. */
bool ci_fault(const struct view *v, size_t n, struct ci_fault *out);
/* A name that survives: of the fault, the supplier and the document. */
struct hash ci_fault_print(const struct view *v, const struct ci_fault *f);

#endif
