/* What word_body.c, word_paragraph.c and word_table.c share while they walk through a main part. Private to them. */
#ifndef KIJUN_DOCUMENTS_WORD_STATE_H
#define KIJUN_DOCUMENTS_WORD_STATE_H

#include "base/buffer.h"
#include "documents/table_rows.h"
#include "documents/word_body.h"

enum {
    WORD_FLOWS = 8,      /* text boxes in text boxes */
    WORD_FIELDS = 24,    /* fields in fields */
    WORD_CHOICES = 24    /* mc:AlternateContent in each other */
};

/* A paragraph that is being read. One whose mark was deleted goes on into the next. */
struct word_paragraph {
    bool open, carried;
    size_t slot;                 /* its place in the list, taken at its start */
    struct buffer text;
    size_t lead;                 /* bold bytes at the front so far */
    bool lead_ended;
    const struct word_style *style;
    bool has_num, has_level;
    uint32_t num;
    uint8_t level;
    int8_t outline;
    bool centred, mark_deleted, contents;
    bool separator;              /* its mark is a style separator: a run-in heading, the text follows on the line */
    bool fixed;                  /* goes on behind a style separator: properties no longer change */
    bool section;                /* ends a section: when empty, Word gives it no number */
};

/* One stream of paragraphs: the body, or a text box. */
struct word_flow {
    struct word_paragraph paragraph;
    size_t table;                /* tables that are open below this one */
};

struct word_field {
    bool in_instruction, contents; /* contents: a table of contents */
    char instruction[8];           /* its beginning */
    size_t length;
};

struct word_state {
    struct paragraphs *list;
    const struct word_styles *styles;
    struct numbering *numbering;
    const char *part;            /* its name, for faults */
    struct fault *fault;
    struct word_flow flows[WORD_FLOWS];
    size_t flow;
    struct tables tables;
    struct word_field fields[WORD_FIELDS];
    size_t field;
    bool taken[WORD_CHOICES];    /* a choice of this mc:AlternateContent was read */
    size_t choice;
    int skip;                    /* depth inside what is not read */
    bool in_paragraph_properties, in_mark, in_run_properties, in_row_properties, in_cell_properties;
    bool capture, instruction;   /* inside w:t; inside w:instrText */
    int8_t bold, hidden;         /* of the run; -1: not said */
    uint32_t count;              /* paragraphs so far */
    bool failed;
};

/* ---- word_paragraph.c ---- */
bool word_paragraph_open(struct word_state *s);
bool word_paragraph_close(struct word_state *s);
/* Ends what a deleted mark has carried on to the end of a cell, text box or document. */
bool word_paragraph_flush(struct word_state *s);
bool word_paragraph_property(struct word_state *s, const struct markup_tag *tag);
bool word_paragraph_add(struct word_state *s, const char *at, size_t len);
bool word_run_hidden(const struct word_state *s);

/* ---- word_table.c ---- */
bool word_table_open(struct word_state *s, const char *name);
bool word_table_close(struct word_state *s, const char *name);

static inline struct word_paragraph *word_current(struct word_state *s)
{
    return &s->flows[s->flow].paragraph;
}

static inline bool word_no_memory(struct word_state *s)
{
    fault_set(s->fault, FAULT_DOCUMENT_MEMORY);
    return false;
}

#endif
