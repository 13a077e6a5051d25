/* What both kinds of form say. Private to form*.c. */
#ifndef KIJUN_REPORT_FORM_PARTS_H
#define KIJUN_REPORT_FORM_PARTS_H

#include "documents/form.h"
#include "documents/schema.h"
#include "report/form.h"

enum form_word {
#define FORM_WORD(name, en, ja) FORM_##name##_WORD,
#include "report/form_words.def"
#undef FORM_WORD
    FORM_WORDS
};

const char *form_word(enum form_word w, enum language l);
/* The type of the question's answer; "words" when it names none. */
const char *form_type(const struct question *q);
/* How an answer of this type is written. */
const char *form_asked(const struct question *q, enum language l);
/* The heading of a column. */
const char *form_heading(enum form_column c, enum language l);
/* The question in words, its paragraphs on lines of their own. */
void form_question(const struct question *q, struct buffer *out);

#endif
