/* What every format says in the same words: verdict, places, values, titles. Private to the report floor. */
#ifndef KIJUN_REPORT_SAY_H
#define KIJUN_REPORT_SAY_H

#include <stdbool.h>

#include "report/escape.h"
#include "report/report.h"
#include "report/words.h"
#include "rules/result.h"

/* One report being written: handed to every function of a renderer. */
struct view {
    struct buffer *out;
    const struct result *r;     /* NULL in the report of a run */
    const struct report_options *o;
    put_function *put;          /* how this format escapes text */
    enum language l;
    bool internal;              /* scores, parameters and approvers are shown */
    /* Totals of what this audience is shown; all of the result's for the internal one. */
    uint32_t outcomes[OUTCOME_COUNT], grades[GRADE_COUNT];
    uint32_t engine_errors;     /* of outcomes: what could not be read has a judgement of its own, which is no requirement */
};

struct view view_of(struct buffer *out, const struct result *r, const struct report_options *o, put_function *put);

/* The format's own markup, as it stands. */
void raw(const struct view *v, const char *markup);
/* Text of others, escaped; NULL is nothing. */
void say(const struct view *v, const char *text);
void say_word(const struct view *v, enum word w);
/* The end of a sentence that another one follows. */
void say_stop(const struct view *v);
void say_int(const struct view *v, int64_t n);

/* ---- verdict ---- */

enum verdict {
    VERDICT_CONFORMS,
    VERDICT_OBSERVED,       /* nothing but observations */
    VERDICT_NONCONFORMING,  /* a major or minor nonconformity */
    VERDICT_INCOMPLETE,     /* no nonconformity, but something was not read or judged: never clean */
    VERDICT_NOT_JUDGED,     /* nothing was judged at all */
    VERDICT_COUNT
};

/* Of what the view's audience is shown. */
enum verdict verdict_of(const struct view *v);
const char *verdict_name(enum verdict d);  /* "nonconforming" */
enum word verdict_word(enum verdict d);
/* One sentence with the numbers. */
void say_verdict(const struct view *v);

/* ---- the parts of a finding ---- */

/* "contract.xml, line 12, Article 7 (Incident reports)"; nothing for a place that is nowhere. */
void say_place(const struct view *v, const struct place *p);
bool place_is_somewhere(const struct place *p);
bool place_same(const struct place *a, const struct place *b);
/* In the words of the language, with units. */
void say_value(const struct view *v, const struct value *value);
void say_date(const struct view *v, day d);
/* Its grade, or the outcome that it has instead; of what was waived both. */
void say_weight(const struct view *v, const struct finding *f);
/* The title of the rule with its parameters filled in. */
void say_title(const struct view *v, const struct judgement *j);
/* A message id without the engine's own prefix would be ambiguous: "rule/message". */
void say_rule_message(const struct view *v, const struct finding *f);
void say_fault(const struct view *v, const struct fault *f);
void say_fault_message(const struct view *v, const struct fault *f); /* without the place */
void say_fault_advice(const struct view *v, const struct fault *f);
/* `count` bytes of the hash in hex. */
void say_hash(const struct view *v, const struct hash *h, size_t count);

/* What a supplier is not shown: findings and evidence about the customer's own assessment of the supplier. */
bool finding_shown(const struct view *v, const struct finding *f);
bool evidence_shown(const struct view *v, const struct evidence_item *e);
/* False when all its findings, or all that it looked at, are not shown. */
bool judgement_shown(const struct view *v, const struct judgement *j);

/* True if an earlier shown item of evidence is of the same place as the n-th. */
bool place_seen_before(const struct view *v, const struct judgement *j, size_t n);
/* "ISO/IEC 27001:2022 A.5.20, A.5.24; GDPR Art. 28": a standard is named once. */
void say_controls(const struct view *v, const struct rule_info *rule);

/* True if what could not be read is among the findings: then it needs not be said again. */
bool faults_are_findings(const struct view *v);

const struct judgement *judgement_of(const struct result *r, const struct finding *f);
/* True if the parameter's value is not the rule's own default. */
bool parameter_changed(const struct judgement *j, size_t n);

enum risk_level { RISK_LOW, RISK_MEDIUM, RISK_HIGH, RISK_VERY_HIGH, RISK_LEVELS };
/* Of a score 1 to 25: up to 4 low, 9 medium, 16 high, above very high. */
enum risk_level risk_level(int64_t score);
enum word risk_word(enum risk_level level);

#endif
