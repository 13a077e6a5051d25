/* Numbers of paragraphs as Word computes them (ECMA-376 part 1, 17.9).
 *
 * A paragraph names a num; a num names an abstract list, whose nine levels count together, and may begin some of them
 * anew. The tables are filled while word/numbering.xml is read, then sealed, then counted with in document order. */
#ifndef KIJUN_DOCUMENTS_NUMBERING_H
#define KIJUN_DOCUMENTS_NUMBERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { NUMBERING_LEVELS = 9, NUMBERING_MOST = 20000, NUMBERING_LABEL_SIZE = 160 };

struct numbering_level {
    const char *format;   /* "decimal", "aiueo", ...; NULL: decimal */
    const char *text;     /* "第%1条"; NULL: empty */
    const char *style;    /* the paragraph style that stands for this level; NULL: none */
    uint32_t start;
    int8_t restart;       /* begin anew after this level (1-based); 0: never; -1: after any higher one */
    bool legal;           /* all numbers in decimal */
    bool defined;
};

struct numbering_list {   /* w:abstractNum */
    uint32_t id;
    const char *style_link; /* takes its levels from the list of this numbering style */
    struct numbering_level levels[NUMBERING_LEVELS];
    uint32_t counters[NUMBERING_LEVELS];
    bool counting[NUMBERING_LEVELS];
};

struct numbering_num {    /* w:num */
    uint32_t id, list_id;
    struct numbering_list *list;              /* found by numbering_seal; NULL: names no list */
    struct numbering_level *own[NUMBERING_LEVELS]; /* levels that this num defines itself; NULL: the list's */
    uint32_t starts[NUMBERING_LEVELS];
    bool overridden[NUMBERING_LEVELS];        /* begins at starts[] when it is first used */
    bool used[NUMBERING_LEVELS];
};

struct numbering {
    struct arena *arena;
    struct numbering_list **lists;
    struct numbering_num **nums;
    size_t list_count, list_size, num_count, num_size;
};

/* NULL when the arena or NUMBERING_MOST is exhausted. */
struct numbering_list *numbering_add_list(struct numbering *n, uint32_t id);
struct numbering_num *numbering_add_num(struct numbering *n, uint32_t id, uint32_t list_id);
/* Sorts and links; call once after the last addition. `style_num` gives the num of a numbering style, 0 if it has none. */
void numbering_seal(struct numbering *n, uint32_t (*style_num)(const void *context, const char *style),
                    const void *context);
struct numbering_num *numbering_find(const struct numbering *n, uint32_t id);
/* The level of a num that stands for this paragraph style; `otherwise` if none does. */
uint8_t numbering_level_of_style(const struct numbering_num *num, const char *style, uint8_t otherwise);
/* Counts one paragraph and writes its label; false when it shows none (a bullet, an empty text). */
bool numbering_count(struct numbering_num *num, uint8_t level, struct buffer *out);
/* The number in this format, as ST_NumberFormat names it; unknown formats are decimal. */
void numbering_format(struct buffer *out, const char *format, uint32_t value);

#endif
