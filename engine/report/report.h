/* Renderers: a const result in, bytes out. A format cannot change a verdict. One file per format. */
#ifndef KIJUN_REPORT_REPORT_H
#define KIJUN_REPORT_REPORT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "rules/evaluate.h"
#include "report/run.h"
#include "rules/result.h"

enum audience { AUDIENCE_INTERNAL, AUDIENCE_SUPPLIER /* no internal scores */ };

struct due_terms;
struct letterhead;

struct report_options {
    enum language language;
    enum audience audience;
    const char *policy;         /* its name */
    const struct pack_info *packs;
    size_t pack_count;
    bool history;               /* there is a register: formats with columns have those of its history */
    bool pages;                 /* a page of each supplier stands beside the report of the run: suppliers/NAME.html */
    const struct due_terms *due;            /* rules/due.h: until when findings are to be corrected; NULL: not said */
    const struct letterhead *letterhead;    /* report/letterhead.h: who writes letters; NULL: left blank */
};

/* How a report of the whole run that is no text takes the fragments of its suppliers. */
struct report_fold {
    void *(*start)(const struct run_report *r, const struct report_options *o, struct fault *f); /* NULL with *f set */
    void (*take)(void *state, const char *at, size_t len);  /* one supplier's, whole, in the order of supplier ids */
    /* Ends it: appends the report to *out, with `drain` as in struct run_report. The state is gone afterwards. 0, or -1 with
     * *f set. */
    int (*end)(void *state, struct buffer *out, void (*drain)(void *drained, struct buffer *out), void *drained,
               struct fault *f);
};

/* One supplier's report. */
struct report_format {
    const char *name;           /* "json" */
    const char *extension;      /* "json" */
    const char *doc[LANGUAGE_COUNT];
    /* What writes nothing for a supplier leaves no file. */
    void (*supplier)(const struct result *r, const struct report_options *o, struct buffer *out);
    /* The report of the run; NULL if this format has none. */
    void (*run)(const struct run_report *r, const struct report_options *o, struct buffer *out);
    /* A format that is one report of the whole run, made of every supplier's findings (SARIF, JUnit): `supplier` then
     * writes a fragment, `begin` and `end` what stands around all fragments, and `between` stands between two that are
     * not empty. Fragments are written where suppliers are judged, and joined in the order of supplier ids. NULL for other
     * formats; `run` is NULL for these. */
    void (*begin)(const struct run_report *r, const struct report_options *o, struct buffer *out);
    void (*end)(const struct run_report *r, const struct report_options *o, struct buffer *out);
    const char *between;
    const struct report_fold *fold; /* takes the fragments, instead of their being written between `begin` and `end`; NULL */
    bool facts; /* `run` reads the facts of rows */
    /* The report of a supplier names the day on which it was judged: it differs from day to day. Reports in other formats
     * name the period in which they are the same, so that a night's run need not make them again; but each that tells of a
     * finding's history names the day. */
    bool dated;
};

/* The table of all formats; ends with a row whose name is NULL. */
extern const struct report_format report_formats[];
const struct report_format *report_format_named(const char *name);
/* True if this one is among the formats (NULL-terminated). */
bool report_formats_have(const struct report_format *const *formats, const char *name);

#endif
