/* What the columns of spreadsheets mean: mapping.lua beside them, read as plain data. Private to the documents floor; other
 * floors hand such data on to the loader (load.h). */
#ifndef KIJUN_DOCUMENTS_MAPPING_H
#define KIJUN_DOCUMENTS_MAPPING_H

#include "base/data.h"
#include "base/fault.h"

#define MAPPING_FILE "mapping.lua"

enum map_column {
    MAP_QUESTION,       /* the question's id */
    MAP_ANSWER,
    MAP_COMMENT,        /* what is said besides */
    MAP_OWNER,          /* who is responsible, in shared responsibility: added to the comment */
    MAP_EVIDENCE,       /* a document or where it can be found */
    MAP_EVIDENCE_KIND,
    MAP_EVIDENCE_DATE,
    MAP_EVIDENCE_RECEIVED, /* the day on which it was handed in */
    MAP_FILE,           /* the evidence as a file in the supplier's folder */
    MAP_ANSWERED,       /* the day of this answer */
    MAP_TYPE,           /* of the answer: "flag" */
    MAP_COLUMNS
};

enum { MAPPING_NAMES = 8, MAPPINGS = 64 };
#define HEADER_FIND UINT32_MAX

/* How a column is found: by one of these headings, or by its letters. */
struct column_names {
    const char *name[MAPPING_NAMES];
    size_t count;
};

struct mapping {
    const char *place;          /* the file that it was written in */
    uint32_t line;
    const struct data *files;   /* patterns of names; NULL: any */
    const char *questionnaire, *id;
    const char *respondent, *date; /* the words themselves, or the cell that holds them: "C4", "表紙!C4" */
    const char *sheet;          /* NULL: the first visible one that has the columns */
    uint32_t header;            /* the row of the headings; 0: there is none; HEADER_FIND: the first that has them */
    uint32_t last;              /* the last row; 0: to the end */
    char separator;             /* of CSV; 0: found */
    const char *encoding;       /* of CSV; NULL: found */
    const char *evidence_kind;  /* of evidence that does not say; NULL: self-declared, a named file: document */
    struct column_names columns[MAP_COLUMNS];
    const struct data *words;   /* yes, no, not_applicable, kinds, choices: lists of words */
    const struct data *questions; /* by the id in the sheet: ours, or { id =, answer = } */
};

struct mappings {
    struct mapping at[MAPPINGS];
    size_t count;
};

/* Checks and takes what the file says: one mapping or a list of them. Texts are borrowed from the data. 0, or -1 with *f set
 * (file and line in the mapping). */
int mapping_read(const struct data *d, struct mappings *out, struct fault *f);
/* True if it is for a file of this name ("回答/2026.xlsx"): its patterns are held against the whole and the last part. */
bool mapping_covers(const struct mapping *m, const char *file);
/* True if every column is told by its letters: then only `header` can say where the answers begin. */
bool mapping_by_letters(const struct mapping *m);
/* The word list `list` of the mapping has this folded text. The name of the table in `kinds`, `choices` whose list has it. */
bool mapping_says(const struct mapping *m, const char *list, const char *folded);
const char *mapping_name_for(const struct mapping *m, const char *table, const char *folded);

#endif
