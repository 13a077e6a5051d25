/* The pieces that label.c reads a label with, one file a writing system. Each reads at *s and goes past what it read;
 * on false *s and *out are as they were, or of no use. Private to label*.c. */
#ifndef KIJUN_DOCUMENTS_LABEL_PARTS_H
#define KIJUN_DOCUMENTS_LABEL_PARTS_H

#include "documents/label.h"
#include "documents/scan.h"

/* 第N編 章 節 款 条 項 (条 with branches の2), 別紙, 附則 and their like. */
bool label_japanese(struct scan *s, struct label *out);
/* Article, Section, Clause, Part, Chapter, Exhibit, Schedule, Annex, Appendix, Attachment with their numbers. */
bool label_english(struct scan *s, struct label *out);
/* One character that is a number by itself: ① ⑴ ⒈ ⅳ Ⅳ ㈠. */
bool label_enclosed(struct scan *s, struct label *out);
/* A bare counter without its brackets or dot: digits, letters, Roman, kanji or kana. */
bool label_counter(struct scan *s, struct label *out);
/* A Roman numeral of ASCII letters of one case, up to 50. */
bool label_roman(struct scan *s, bool upper, uint32_t *out);

#endif
