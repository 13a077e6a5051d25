/* The table of labels and the table of tokens. */
#include "report/words.h"

#include <stdlib.h>
#include <string.h>

static const char *const table[WORD_COUNT][LANGUAGE_COUNT] = {
#define WORD(name, en, ja) [WORD_##name] = {en, ja},
#include "report/words.def"
#undef WORD
};

const char *word(enum word w, enum language l)
{
    return (unsigned)w < WORD_COUNT && (unsigned)l < LANGUAGE_COUNT ? table[w][l] : "";
}

struct token {
    const char *name;
    const char *words[LANGUAGE_COUNT];
};

/* Names that the document format and the core vocabulary give to things; ascending, for bsearch. */
static const struct token tokens[] = {
#define TOKEN(name, en, ja) {name, {en, ja}},
#include "report/tokens.def"
#undef TOKEN
};

static int by_name(const void *key, const void *row)
{
    return strcmp(key, ((const struct token *)row)->name);
}

const char *word_of_token(const char *token, enum language l)
{
    if (!token || (unsigned)l >= LANGUAGE_COUNT) return token;
    const struct token *t = bsearch(token, tokens, sizeof tokens / sizeof *tokens, sizeof *tokens, by_name);
    return t ? t->words[l] : token;
}
