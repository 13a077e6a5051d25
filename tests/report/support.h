/* Results made by hand, for the tests of the renderers. */
#ifndef TESTS_REPORT_SUPPORT_H
#define TESTS_REPORT_SUPPORT_H

#include "report/report.h"
#include "rules/result.h"

/* A supplier with everything that a result can hold: findings of every grade and outcome, a contradiction, waivers in
 * force and expired, unread documents, values of every type, texts in both languages. */
const struct result *rich_result(void);
/* The same with a history: findings of every state and change, one fixed and one not judged this time. */
const struct result *told_result(void);
/* The same in which nothing was found. */
const struct result *clean_result(void);
/* A lone contract that could not be read at all. */
const struct result *unreadable_result(void);
/* rich_result with every text that documents or rules could have written replaced by `text`. */
struct hostile;
struct hostile *hostile_new(const char *text);
const struct result *hostile_result(const struct hostile *h);
void hostile_free(struct hostile *h);

struct report_options options_in(enum language l, enum audience a);

/* A run over `count` suppliers whose numbers are computed from their position; totals are added up here. */
struct run_fixture;
struct run_fixture *run_new(uint64_t count);
struct run_fixture *run_told(uint64_t count); /* with a register */
const struct run_report *run_of(const struct run_fixture *f);
void run_forget(struct run_fixture *f);

/* Rendered with the named format; the caller frees. */
struct buffer rendered(const char *format, const struct result *r, enum language l, enum audience a);
struct buffer rendered_run(const char *format, const struct run_report *r, enum language l, enum audience a);

/* The report that a format joins from the fragments of these results. */
struct buffer joined(const char *format, const struct result *const *results, size_t count, enum language l,
                     enum audience a);

/* Runs python3 on the bytes as its standard input: python3 -c PROGRAM ARGUMENTS...; gives its exit code. */
int python(const struct buffer *b, const char *program, const char *argument);

/* Compares with tests/report/expected/NAME; with KIJUN_UPDATE set in the environment writes it instead. */
void matches_expected(const char *name, const struct buffer *b);

#endif
