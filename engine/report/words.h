/* The words of reports: labels, and the names that documents use for things, in every language. */
#ifndef KIJUN_REPORT_WORDS_H
#define KIJUN_REPORT_WORDS_H

#include "base/language.h"

enum word {
#define WORD(name, en, ja) WORD_##name,
#include "report/words.def"
#undef WORD
    WORD_COUNT
};

const char *word(enum word w, enum language l);

/* What a token of the document format or a rule means to a reader: "on-site" is 実地, "certificate" is 認証. Tokens
 * that the table does not know are given back as they are. NULL gives NULL. */
const char *word_of_token(const char *token, enum language l);

#endif
