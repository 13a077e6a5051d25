/* The examples of rules are their tests: inline documents with the outcome that each must have, and documents beside the rules in which
 * remarks say what must come about (example_files.h). */
#ifndef KIJUN_RULES_EXAMPLES_H
#define KIJUN_RULES_EXAMPLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "rules/coverage.h"

struct example_file;
struct expectation;

struct example_report {
    const struct rule_info *rule;
    const char *name;           /* of the example; that of a document: its path below examples/ */
    const char *file;
    uint32_t line;
    const char *expected;       /* "fail:late" or several, joined by ", "; of a document NULL: nothing */
    const char *got;            /* in the same form */
    uint32_t expected_at, got_at; /* of a document: the lines of both; 0: anywhere, nowhere */
    bool paragraph;             /* these are numbers of paragraphs */
    const char *const *text;    /* of the first finding or reason, by language; "" */
    bool good;
    const struct example_file *document; /* NULL: the example stands in the rule */
    const struct expectation *expectation; /* of a document: the remark; NULL: none */
    size_t index;               /* of one in the rule: among its examples, from 0 */
    int64_t nanoseconds;        /* to judge it; the least of all rounds */
    size_t memory;              /* bytes that the rule's code took */
};

/* What is run and who is told. */
struct example_run {
    const char *rule;           /* the only one whose examples are run; NULL: every rule that the policy can switch on */
    void (*each)(void *context, const struct example_report *);
    void (*mistake)(void *context, const struct fault *); /* a remark or document that is wrong in itself; may be NULL */
    void (*covered)(void *context, const struct rule_coverage *); /* once a rule; NULL: coverage is not measured */
    void *context;
    int rounds;                 /* how often each example is judged, for measuring; 0: once */
};

/* Runs examples, rule by rule, by id; what `each` and `covered` are shown lives until they return. Returns how many are
 * not as expected; -1 with *f set when nothing could be run.
 *
 * `expect` is an outcome, with ":message" when it has one, or a list of them: then each must come about, and nothing
 * else. A single one may come about several times.
 *
 * A document is judged by all rules of its pack, or by those that it names. What a rule finds must be expected by a remark that
 * speaks of its line, or by one in the head; what is expected must come about; a rule of which no remark speaks must find nothing.
 * There is a report for everything that is not so; else one for each rule and document. */
long examples_run(const struct ruleset *r, const struct example_run *run, struct fault *f);

#endif
