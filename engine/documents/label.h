/* Reads the number at the front of a paragraph: "第3条の2", "Section 4.2", "4.2", "(a)", "②", "イ".
 *
 * Looking alike is not being a number: "第5条に定める" is a reference, "A. Smith" a name, "2. 5 million" an amount. The
 * label says how sure its own shape makes it; structure.c decides by what it counts on from. Private to the floor. */
#ifndef KIJUN_DOCUMENTS_LABEL_H
#define KIJUN_DOCUMENTS_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum label_style {
    LABEL_NONE,
    LABEL_ANNEX,       /* Exhibit A, 別紙1, 附則 */
    LABEL_PART,        /* 第1編, Part I */
    LABEL_CHAPTER,     /* 第1章, Chapter 1 */
    LABEL_DIVISION,    /* 第1節 */
    LABEL_SUBDIVISION, /* 第1款 */
    LABEL_ARTICLE,     /* 第1条, 第1条の2, Article IV */
    LABEL_SECTION,     /* Section 4.2, Clause 7, § 3 */
    LABEL_PARAGRAPH,   /* 第2項, and a bare "2　" in front of Japanese */
    LABEL_DECIMAL,     /* 4. 4.2 4.2.1 4) (4) */
    LABEL_CIRCLED,     /* ④ */
    LABEL_KANJI,       /* 四、 (四) */
    LABEL_KANA,        /* イ (ア): value in iroha order, `other` in gojuon order */
    LABEL_LOWER,       /* (b) b) b.: `other` is the value read as Roman numeral, 0 if it is none */
    LABEL_UPPER,
    LABEL_ROMAN_LOWER, /* (iv): `other` is the value read as a letter, 0 if it is none */
    LABEL_ROMAN_UPPER
};

enum label_shape { SHAPE_BARE, SHAPE_DOT, SHAPE_HALF, SHAPE_PAREN };

enum { LABEL_PARTS = 6 };

struct label {
    enum label_style style;
    enum label_shape shape;
    bool japanese;               /* 第3条 rather than Article 3 */
    bool sure;                   /* the shape alone is enough; otherwise it must be the next in its sequence */
    size_t depth;                /* of the number: 4.2.1 has 3; 第3条の2 has 2 */
    uint32_t parts[LABEL_PARTS]; /* the numbers, outermost first */
    uint32_t other;
    size_t written;              /* bytes of the label itself */
    size_t len;                  /* bytes of the label and what separates it from the text */
};

/* Reads the label at the front of a trimmed text. False if there is none. */
bool label_read(const char *at, size_t len, struct label *out);
/* The same for one that a word processor has computed: whatever it is, it is a label. */
void label_computed(const char *label, struct label *out);
/* The last number of it: what counts on. */
uint32_t label_value(const struct label *l);

#endif
