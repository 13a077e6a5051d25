/* One row of answers: from its cells to an answer in the model. Private to sheet_*.c. */
#ifndef KIJUN_DOCUMENTS_SHEET_ANSWER_H
#define KIJUN_DOCUMENTS_SHEET_ANSWER_H

#include "documents/sheet_response.h"

struct answering {
    struct builder *builder;
    const struct layout *layout;
    const struct file_list *files;
    const char *folder;         /* of the spreadsheet, with '/' at its end; "" when it lies at the top */
    struct response *response;
};

/* Sets the value that the cell says, by the type (NULL: by the cell itself). What does not become a value, and the remark
 * beside it, become words. False with the document's fault set. */
bool answer_set(struct answering *a, struct answer *answer, const char *type, const struct cell *said, const char *remark,
                size_t remark_len);
/* Adds the evidence of this row; false with the document's fault set. `more`: a row that goes on with the question above. */
bool answer_evidence(struct answering *a, struct answer *answer, uint32_t row, bool more);

/* The cell of this column in the row; NULL when it is blank or there is no such column. */
const struct cell *answering_cell(const struct answering *a, enum map_column c, uint32_t row);
/* "回答!C12", in the arena of the subject; NULL in a text file, and when memory is out. */
const char *answering_place(const struct answering *a, const struct cell *c);
/* Sets the fault with the place of the cell as {0}; returns false. */
bool answering_fault(struct answering *a, enum fault_id id, const struct cell *c, const char *what);
/* The day that the cell is or spells; left alone when there is no cell. False with the document's fault set: it is no day. */
bool answering_day(struct answering *a, const struct cell *c, day *out);
/* Copies a text into the field, cut at the most that one holds with "…" at its end. */
bool answering_text(struct answering *a, struct node *n, const char *field, const char *at, size_t len);

#endif
