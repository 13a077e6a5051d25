/* The blank form of a response: what its writer (report/form.c) and its reader (sheet_form.c) agree on. A form that was filled
 * in needs no mapping: it says itself what its columns are. */
#ifndef KIJUN_DOCUMENTS_FORM_H
#define KIJUN_DOCUMENTS_FORM_H

#define FORM_MARK "kijun-form"  /* in A1 of the hidden sheet; in a text file in the first cell */
#define FORM_SHEET "kijun"      /* the hidden sheet */
#define FORM_VERSION "1"

/* Rows, from 1. In the hidden sheet: the mark and version, then names with their values, then the ids of the questions, each
 * with its type. */
enum {
    FORM_RESPONDENT_ROW = 2, FORM_DATE_ROW = 3, /* their cells are in column B */
    FORM_HEADER_ROW = 5,                        /* the questions stand below */
    FORM_QUESTIONNAIRE_ROW = 2, FORM_ANSWERS_ROW = 4, /* of the hidden sheet, in column B */
    FORM_IDS_ROW = 6                            /* of the hidden sheet: the first id */
};

enum form_column {
    FORM_ID, FORM_QUESTION, FORM_REQUIRED, FORM_ASKED, FORM_ANSWER, FORM_COMMENT, FORM_EVIDENCE, FORM_EVIDENCE_KIND,
    FORM_EVIDENCE_DATE, FORM_TYPE /* hidden */, FORM_COLUMNS
};

#endif
