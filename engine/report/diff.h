/* The difference of two contracts, or of two runs, as text, JSON, or one self-contained page with both side by side. */
#ifndef KIJUN_REPORT_DIFF_H
#define KIJUN_REPORT_DIFF_H

#include "language/compare.h"
#include "rules/result.h"

struct diff_options {
    enum language language;
    bool color;                 /* text: for a terminal */
    const char *before, *after; /* what is compared, as the user named it */
    const struct vocabulary *vocabulary; /* of contracts */
};

typedef void contracts_writer(const struct comparison *c, const struct diff_options *o, struct arena *arena, struct buffer *out);
contracts_writer contracts_text, contracts_json, contracts_html;

/* ---- runs ---- */

/* RUN_GONE: the later run has no report of that supplier, so that nobody knows. */
enum run_change { RUN_NEW, RUN_WORSE, RUN_BETTER, RUN_FIXED, RUN_GONE, RUN_CHANGES };

/* A finding of one run or of both, by its fingerprint. Texts are borrowed from the reports. */
struct run_finding {
    enum run_change change;
    const char *supplier, *fingerprint, *rule, *message;
    const char *text[LANGUAGE_COUNT];
    const char *document, *clause; /* NULL: nowhere in particular */
    int64_t line;
    const char *before, *after; /* grade, or the outcome that is not "fail"; NULL: not found in that run */
};

struct run_difference {
    size_t count, totals[RUN_CHANGES], same;
    const struct run_finding *at; /* by change, then supplier, rule and fingerprint */
    bool incomplete;            /* something was not read or judged in the later run */
};

typedef void runs_writer(const struct run_difference *d, const struct diff_options *o, struct buffer *out);
runs_writer runs_text, runs_json, runs_html;

#endif
