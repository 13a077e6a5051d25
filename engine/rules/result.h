/* What came out of judging one subject: plain data, the only thing that reports see.
 *
 * A result lives in an arena of its own and copies all that it keeps: nothing in it points into a document or into
 * Lua. Rule descriptions (struct rule_info) belong to the loaded policy and outlive all results. */
#ifndef KIJUN_RULES_RESULT_H
#define KIJUN_RULES_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash.h"
#include "base/language.h"
#include "base/value.h"

enum outcome {
    OUTCOME_PASS,
    OUTCOME_FAIL,
    OUTCOME_INDETERMINATE,  /* could not be judged: vague recognition, missing document */
    OUTCOME_NOT_APPLICABLE,
    OUTCOME_ERROR,          /* the rule, a document or the engine failed */
    OUTCOME_WAIVED,         /* fail, accepted by a waiver */
    OUTCOME_COUNT
};

enum grade { GRADE_NONE, GRADE_OBSERVATION, GRADE_MINOR, GRADE_MAJOR, GRADE_COUNT };

const char *outcome_name(enum outcome o);                       /* "not-applicable" */
const char *outcome_words(enum outcome o, enum language l);     /* "not applicable", 対象外 */
const char *grade_name(enum grade g);                           /* "major" */
const char *grade_words(enum grade g, enum language l);         /* "major nonconformity", 重大な不適合 */

/* ---- what is the same for all subjects: the loaded rules ---- */

struct message_info {
    const char *id;                         /* "late" */
    enum grade grade;                       /* GRADE_NONE: that of the rule */
    const char *text[LANGUAGE_COUNT];       /* with {placeholders} */
    const char *advice[LANGUAGE_COUNT];     /* what to do; NULL: none */
    bool internal;                          /* the customer's own duty: no matter of a supplier's report */
};

struct param_info {
    const char *name;
    enum value_type type;
    struct value standard;                  /* the rule's own default */
    const char *doc[LANGUAGE_COUNT];        /* may be NULL */
};

struct rule_info {
    const char *id;                         /* "incident-report-within" */
    const char *pack, *pack_version;
    enum grade grade;                       /* the rule's own */
    bool internal;                          /* about the customer's own housekeeping: no matter of a supplier's report */
    const char *title[LANGUAGE_COUNT];      /* with {parameters} */
    const char *why[LANGUAGE_COUNT];        /* one or two sentences; may be NULL */
    size_t control_count, message_count, param_count;
    const char *const *controls;            /* "ISO/IEC 27001:2022 A.5.20" */
    const struct message_info *messages;
    const struct param_info *params;
};

/* True if what this message of the rule says is no matter of a supplier's report. */
bool message_internal(const struct rule_info *r, const char *message);

/* ---- one subject ---- */

/* Where something stands. Enough to show it to the supplier. */
struct place {
    const char *document;       /* file, relative to the subject; NULL: nowhere */
    uint32_t line;              /* 0: unknown */
    bool paragraph;             /* `line` counts paragraphs (Word) */
    const char *cell;           /* in a spreadsheet: "回答!C12"; NULL; `line` is then the row */
    const char *clause;         /* number: "第7条"; NULL */
    const char *heading;        /* NULL */
    const char *type;           /* clause type, declared or recognised; NULL */
    const char *what;           /* the kind of node: "clause", "certificate" */
    const char *name;           /* its identity: "ISO/IEC 27001"; NULL */
    const char *quote;          /* the words themselves, at most 400 bytes; NULL */
};

struct argument {
    const char *name;
    struct value value;
};

struct waiver_info {
    const char *reason, *approver;
    day expires;                /* DAY_NONE: does not expire */
};

struct finding {
    uint32_t judgement;         /* index of the judgement that it belongs to */
    enum outcome outcome;       /* FAIL, INDETERMINATE, ERROR or WAIVED */
    enum grade grade;           /* after policy; for ERROR and INDETERMINATE that of the rule */
    enum grade own_grade;       /* before policy */
    const char *message;        /* id; engine messages start with "engine:" */
    const char *text[LANGUAGE_COUNT];   /* filled in, ready to show */
    const char *advice[LANGUAGE_COUNT]; /* NULL: none */
    struct place place;
    size_t related_count;
    const struct place *related;        /* the other side of a contradiction */
    struct value expected, found;       /* VALUE_NONE when not given */
    size_t argument_count;
    const struct argument *arguments;
    struct hash fingerprint;            /* supplier, rule, message, identity of the place */
    const struct waiver_info *waiver;   /* NULL: none; set with OUTCOME_WAIVED, or expired with OUTCOME_FAIL */
};

/* What a rule looked at. */
struct evidence_item {
    struct place place;
    const char *field;          /* "report-within"; NULL: its presence */
    struct value value;         /* VALUE_NONE: absent */
    bool declared;              /* false: recognised from prose */
};

struct judgement {
    const struct rule_info *rule;
    enum outcome outcome;       /* the worst of its findings, or pass / not-applicable */
    const char *reason[LANGUAGE_COUNT]; /* why not applicable or indeterminate; NULL */
    const char *message;        /* id of the message that `reason` is; NULL */
    size_t argument_count;
    const struct argument *parameters;  /* in force for this subject, in the order of the rule's params */
    size_t evidence_count;
    const struct evidence_item *evidence;
    size_t finding_count;
    uint32_t first_finding;     /* index in result.findings of the first; since those are sorted by grade, the others
                                   may stand further down: finding.judgement tells which are its own */
};

struct document_info {
    const char *file;
    const char *format;         /* xml, docx, odt, html, akoma-ntoso, text, attachment */
    const char *kind;           /* contract, supplier, response, ... ; NULL when unreadable */
    const char *title;          /* NULL */
    bool read;
    size_t clause_count;
    struct fault fault;         /* when not read */
    struct sha256 content;      /* of the bytes that were read, when hashed */
    bool hashed;
};

struct risk_info {
    const char *scenario;
    int64_t impact, likelihood, score;
    day assessed;
};

struct history;                 /* register/history.h */

struct result {
    const char *supplier;       /* id */
    const char *name;           /* NULL for a lone contract */
    const char *path;           /* as the user named it */
    bool lone;
    const char *tier, *kind, *country, *category; /* NULL when unknown */
    const char *contact;
    const char *customer;       /* by the name that its contracts give; NULL: they give none */
    day as_of;
    /* The result is the same, word for word, on every day from valid_from to the day before valid_until: the nearest days
     * at which a date that was compared changes something. They are the same on all of these days. DAY_NONE: no such. */
    day valid_from, valid_until;
    size_t risk_count;
    const struct risk_info *risks; /* highest score first */
    int64_t risk_score;         /* 0: none given */
    size_t document_count;
    const struct document_info *documents;
    size_t judgement_count;
    const struct judgement *judgements; /* in the order of rule id */
    size_t finding_count;
    const struct finding *findings;     /* by grade (major first), then rule id, then place */
    struct fault fault;         /* the subject as a whole could not be judged; FAULT_NONE if it could */
    /* Totals. */
    uint32_t outcomes[OUTCOME_COUNT];   /* judgements by outcome */
    uint32_t grades[GRADE_COUNT];       /* failed findings by grade */
    bool incomplete;            /* a document or a rule could not be read or judged: exit 3 */
    const struct history *history; /* what the register knows of it; NULL: there is no register */
};

#endif
