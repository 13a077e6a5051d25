/* The document model: everything known about one supplier, as the rules see it.
 *
 * Read-only once loaded and owned by the arena of its supplier: every pointer here dies with that arena. Findings copy
 * what they keep. Each struct starts with a struct node; the tables in schema.h describe its fields, and the loader,
 * the XSD, the Lua bindings and the `dump` verb are all driven by those tables.
 *
 * Absent values: text NULL, tri TRI_NONE, day DAY_NONE, instant INSTANT_NONE, count and fixed COUNT_NONE,
 * duration seconds DURATION_NONE. */
#ifndef KIJUN_DOCUMENTS_MODEL_H
#define KIJUN_DOCUMENTS_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash.h"
#include "base/value.h"

#define KIJUN_NAMESPACE "urn:kijun:1"
#define COUNT_NONE INT64_MIN
#define DURATION_NONE INT64_MIN

typedef int8_t tri;
enum { TRI_NONE = -1, TRI_NO = 0, TRI_YES = 1 };

struct kind;
struct document;

struct node {
    const struct kind *kind;
    struct node *parent; /* NULL for a document's root */
    struct node *next;   /* the next of the same list */
    struct document *document;
    uint32_t line;       /* the line; in Word and OpenDocument files the paragraph; 1-based */
    uint32_t ordinal;    /* unique within the subject, in reading order, from 1 */
};

struct list {
    struct node *first, *last;
    uint32_t count;
};

/* Iterates a list with a typed cursor: LIST_EACH(struct clause, c, &contract->clauses) { ... } */
#define LIST_EACH(type, var, list) \
    for (type *var = (type *)(list)->first; var; var = (type *)((struct node *)var)->next)

/* ---- supplier profile ---- */

struct asset {
    struct node node;
    const char *class;      /* personal-data, customer-data, design-data, credentials, financial-data, system-access, other */
    const char *name;
    const char *access;     /* read, store, process, admin */
    int64_t persons;        /* data subjects concerned */
    tri sensitive;          /* special care-required personal information and the like */
    tri my_number;          /* Individual Numbers (マイナンバー) */
};

struct certificate {
    struct node node;
    const char *standard;   /* "ISO/IEC 27001", "PrivacyMark", "SOC 2 Type II" */
    const char *number, *issuer, *scope;
    day issued, expires;
};

struct subcontractor {
    struct node node;
    const char *id, *name, *country, *task;
    day approved;           /* the customer's consent to this one was given on this day */
    tri personal_data;
    struct list subcontractors; /* its own */
};

struct risk {
    struct node node;
    const char *scenario;   /* leak, outage, counterfeit, dependency, legal, other */
    int64_t impact, likelihood; /* 1 to 5 */
    day assessed;
    const char *assessor;
};

/* What is known about a document that cannot say it itself, such as a Word file beside the profile. */
struct document_note {
    struct node node;
    const char *file;       /* relative to the supplier's folder */
    const char *id, *kind, *status, *amends; /* as in struct contract */
    day effective, expires;
};

struct supplier {
    struct node node;
    const char *id, *name;
    const char *tier;       /* critical, important, standard, low */
    const char *kind;       /* company, individual, cloud */
    const char *country;    /* ISO 3166-1 alpha-2 */
    const char *category;   /* it-service, development, cloud-service, manufacturing, logistics, call-centre, consulting, other */
    const char *stage;      /* material, manufacturing, logistics, sales, support, operation */
    const char *platform;   /* the matching service through which an individual was engaged */
    const char *contact;    /* who is written to about findings */
    day engaged;            /* business began */
    struct list assets, certificates, subcontractors, risks, documents;
};

/* ---- contract ---- */

struct party {
    struct node node;
    const char *role;       /* customer, supplier */
    const char *name, *alias; /* alias: 甲, 乙, "Provider" */
};

struct definition {
    struct node node;
    const char *term;
    struct list text;
};

/* A typed commitment, declared as <duration name="report-within" value="PT24H"/> and so on. */
struct term {
    struct node node;
    const char *name;
    struct value value;     /* as the element's name says */
    const char *read_from;  /* the words by which it was recognised, when a program declared it */
};

/* Prose: one paragraph or <text> element. */
struct prose {
    struct node node;
    const char *at;         /* UTF-8, NUL-terminated */
    size_t len;
};

struct clause {
    struct node node;
    const char *number;     /* "7", "7.2", "第7条"; as written or as computed from the numbering */
    const char *heading;
    const char *type;       /* declared type; NULL when it is to be recognised */
    const char *replaces;   /* in an amendment: the number of the clause that this one replaces */
    const char *party;      /* who owes it: supplier, customer, both */
    const char *read_from;  /* the words by which the type was recognised, when a program declared it */
    struct list text, terms, clauses;
    /* Found when all documents were read: what `replaces` names, and the clauses that replace this one. */
    struct clause *replaced, *replacements, *next_replacement;
};

/* The customer's consent to one subcontractor, as recorded in the contract or its annex. */
struct approval {
    struct node node;
    const char *subcontractor; /* the id in the profile */
    day given;
};

struct contract {
    struct node node;
    const char *id;
    const char *kind;       /* master, services, nda, sla, dpa, amendment, template, other */
    const char *title;
    const char *status;     /* draft, template, executed, terminated */
    const char *amends;     /* id of the contract that this one changes */
    const char *language;   /* ja, en */
    day effective, expires;
    tri renews;             /* renewed automatically unless notice is given */
    struct duration notice; /* how long before expiry notice must be given */
    struct list parties, definitions, approvals, clauses;
    /* Found when all documents were read: what `amends` names, and the contracts that amend this one. */
    struct contract *amended, *amendments, *next_amendment;
};

/* ---- questionnaire and response ---- */

struct question {
    struct node node;
    const char *id;
    const char *topic;      /* access, logging, backup, passwords, malware, physical, ... */
    const char *answer;     /* flag, date, count, percent, duration, interval, choice, words */
    tri required;
    struct list text;
};

struct questionnaire {
    struct node node;
    const char *id, *title, *version;
    struct list questions;
};

struct evidence {
    struct node node;
    const char *kind;       /* self-declared, document, remote, on-site */
    day date;               /* of the evidence itself */
    day received;           /* when it was handed in */
    const char *file;       /* relative to the supplier's folder */
    const char *sha256;     /* of that file, in hex */
    const char *reference;
    /* Found when the folder was read: none (no file named), present, missing, altered. */
    const char *state;
    const char *cell;       /* in a spreadsheet: "回答!C12"; NULL */
};

struct answer {
    struct node node;
    const char *question;
    tri flag;
    day date;
    int64_t count;
    fixed percent;
    struct duration duration, interval;
    const char *choice, *words;
    day answered;           /* when, if not on the day of the response */
    const char *cell;       /* in a spreadsheet: "回答!C12"; NULL */
    struct list evidence;
};

struct response {
    struct node node;
    const char *id, *questionnaire, *respondent;
    day date;
    const char *cell;       /* in a spreadsheet: where its answers begin; NULL */
    struct list answers;
};

/* ---- records of practice ---- */

struct nonconformity {
    struct node node;
    const char *id, *grade; /* major, minor, observation */
    day due, closed;
    struct list text;
};

struct audit {
    struct node node;
    const char *id;
    const char *method;     /* on-site, remote, paper */
    const char *scope, *auditor;
    day planned, performed;
    struct list nonconformities, evidence;
};

struct incident {
    struct node node;
    const char *id, *severity; /* high, medium, low */
    instant occurred, detected, reported;
    const char *channel;    /* by which the supplier reported it */
    tri personal_data;
    struct list text;
};

struct incident_log {
    struct node node;
    day from, to;           /* the time that the log covers */
    struct list incidents;
};

struct measure {
    struct node node;
    const char *name;       /* uptime, downtime, response-time, recovery-time, backup-success, patch-time, ... */
    day from, to;
    fixed percent;
    struct duration duration;
    int64_t count;
};

struct review {
    struct node node;
    const char *kind;       /* service, security, management */
    day date;
    struct list evidence;
};

struct service_record {
    struct node node;
    struct list measures, reviews, evidence;
};

/* ---- the documents of one subject ---- */

enum document_format { FORMAT_XML, FORMAT_DOCX, FORMAT_ODT, FORMAT_HTML, FORMAT_AKOMA, FORMAT_TEXT, FORMAT_XLSX,
                       FORMAT_CSV, FORMAT_ATTACHMENT };
/* "xml", "docx", ...: as reports name it. */
const char *format_name(enum document_format f);
/* True if such a file is one contract in prose. */
bool format_is_prose(enum document_format f);
/* True if such a file is a spreadsheet, which can hold a response and nothing else. */
bool format_is_sheet(enum document_format f);
/* True if places in it are told by the number of the paragraph, for it has no lines. */
bool format_in_paragraphs(enum document_format f);

/* One file, or one document inside a dossier. */
struct document {
    const char *file;       /* relative to the subject's folder, '/' between parts; for a single file its name */
    const char *shown;      /* as the user named it: for messages */
    enum document_format format;
    struct node *root;      /* NULL when it could not be read or is an attachment */
    struct fault fault;     /* why it could not be read; fault.id is FAULT_NONE when it was */
    struct sha256 content;   /* of the bytes that were read, when hashed */
    bool hashed;
    struct document *next;
};

/* Who or what is judged: a supplier with its documents, or a lone contract without a profile. */
struct subject {
    const char *id;         /* the supplier's id; for a lone contract its path */
    const char *path;       /* folder or file, as the user named it */
    bool lone;              /* a contract without a supplier */
    struct supplier *supplier; /* NULL when lone or unreadable */
    struct document *documents;
    uint32_t nodes;         /* ordinals given: 1 .. nodes */
    /* All roots, over all documents, by kind; in order of file name, then line. */
    struct list contracts, questionnaires, responses, audits, incident_logs, service_records;
};

#endif
