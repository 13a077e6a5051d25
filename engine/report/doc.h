/* The documentation of a rule pack, made from its rules: an index with the coverage of each standard, and a page a rule. */
#ifndef KIJUN_REPORT_DOC_H
#define KIJUN_REPORT_DOC_H

#include <stdbool.h>

#include "base/buffer.h"
#include "rules/describe.h"
#include "rules/lint.h"

struct doc_options {
    enum language language;
    bool html;                  /* else Markdown */
};

/* "html" or "md". Pages are called index.EXTENSION and RULE.EXTENSION; each language has a folder of its own, "en" and "ja",
 * and links to the same page in the other. */
const char *doc_extension(const struct doc_options *o);
void doc_index(const struct ruleset *r, const struct doc_options *o, struct buffer *out);
void doc_rule(const struct ruleset *r, const struct rule_info *rule, const struct doc_options *o, struct buffer *out);

/* ---- the part of README.md that is made from the rules: between these marks ---- */

#define DOC_BEGIN "<!-- coverage: begin -->\n"
#define DOC_END "<!-- coverage: end -->"

/* Which rules serve each control, and what every rule has: one line of text each, in both languages. */
void doc_tables(const struct ruleset *r, struct buffer *out);
/* The page with that part made anew, in *out. false: the page has no marks. */
bool doc_renew(const struct ruleset *r, const char *page, struct buffer *out);
/* Notes every line of that part that the page at `path` does not have as it should be. */
void doc_stale(const struct ruleset *r, const char *path, const char *page, struct lint *found);

#endif
