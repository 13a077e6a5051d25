/* What the writers of differences say. Private to the report floor. */
#ifndef KIJUN_REPORT_DIFF_WORDS_H
#define KIJUN_REPORT_DIFF_WORDS_H

#include "report/diff.h"
#include "report/say.h"

enum diff_word {
    DIFF_TITLE, DIFF_RUNS_TITLE, DIFF_BEFORE, DIFF_AFTER, DIFF_ADDED, DIFF_REMOVED, DIFF_REWORDED, DIFF_SAME, DIFF_WEAKENED, DIFF_STRENGTHENED,
    DIFF_MIXED, DIFF_MOVED, DIFF_RENUMBERED, DIFF_RENAMED, DIFF_DUTY, DIFF_SUPPLIER, DIFF_CUSTOMER, DIFF_BOTH, DIFF_NOBODY, DIFF_SILENT, DIFF_VAGUE,
    DIFF_BLANK, DIFF_WORSE, DIFF_BETTER, DIFF_CHANGED, DIFF_CUT, DIFF_NOTHING, DIFF_NEW, DIFF_FIXED, DIFF_GONE, DIFF_UNCHANGED, DIFF_INCOMPLETE, DIFF_COUNT
};
const char *diff_word(enum diff_word w, enum language l);
enum diff_word bearing_word(enum bearing b);
const char *bearing_name(enum bearing b);  /* "worse" */
const char *clause_change_name(enum clause_change c); /* "reworded" */
const char *diff_run_name(enum run_change c); /* "new" */
enum diff_word diff_run_word(enum run_change c);
const char *diff_label_words(const char *label, enum language l); /* of a grade, or of an outcome; a dash for NULL */
enum diff_word diff_duty_word(enum duty d);
const char *diff_duty_name(enum duty d);   /* "supplier"; NULL: nobody is named */
/* True if there is something to show of this clause. */
bool is_changed(const struct compared *c);
/* The value of a commitment in words, or what stands in its place. */
void say_commitment(const struct view *v, const struct read_term *t);
/* "第7条 (事故の報告)": the number and heading of a clause. */
void say_clause(const struct view *v, const struct clause *c);
/* A view without a result. `o` must live as long. */
struct view diff_view(struct buffer *out, const struct diff_options *d, struct report_options *o, put_function *put);

#endif
