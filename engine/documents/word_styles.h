/* Paragraph and character styles of a Word document, and its numbering definitions, as its parts give them. */
#ifndef KIJUN_DOCUMENTS_WORD_STYLES_H
#define KIJUN_DOCUMENTS_WORD_STYLES_H

#include "documents/markup.h"
#include "documents/numbering.h"

enum { WORD_STYLES_MOST = 20000, WORD_BASED_MOST = 20 };

/* What a style says itself, and after word_styles_seal also what it takes from those that it is based on. */
struct word_style {
    const char *id, *based_on;
    const char *numbered_by;   /* id of the style that carries num: levels are looked up by it */
    uint32_t num;
    bool has_num, has_level;
    uint8_t level;
    int8_t outline;            /* -1: not said */
    int8_t bold, hidden;       /* -1: not said, 0, 1 */
    bool title, contents;
    uint32_t order;            /* of definition: the later of two with one id counts, as in Word */
    uint8_t state;             /* of resolving what it is based on */
};

struct word_styles {
    struct arena *arena;
    struct word_style *at;
    size_t count, size;
    const char *standard;      /* id of the default paragraph style; NULL: none */
};

/* Reads word/styles.xml. 0, or -1 with *f set. */
int word_styles_read(struct word_styles *s, const char *part, const char *at, size_t len, struct fault *f);
const struct word_style *word_style_find(const struct word_styles *s, const char *id);
/* For numbering_seal: the num of a numbering style. */
uint32_t word_style_num(const void *styles, const char *id);

/* Reads word/numbering.xml into *n, not yet sealed. */
int word_numbering_read(struct numbering *n, const char *part, const char *at, size_t len, struct fault *f);

/* The on/off value of a property such as <w:b w:val="0"/>: true when no value is given. */
bool word_is_on(const struct markup_tag *tag);
/* A whole number from 0 to `most` in w:val; false if there is none. */
bool word_count(const struct markup_tag *tag, const char *name, uint32_t most, uint32_t *out);

#endif
