/* Lists of an OpenDocument text, and the numbers that they give to paragraphs (ODF 1.3 part 3, 5.3 and 19.880).
 *
 * A list counts by itself unless it says that it continues another one. An item is counted when its first paragraph
 * comes; an item that holds only a list is there for its depth. Private to odt*.c. */
#ifndef KIJUN_DOCUMENTS_ODT_LISTS_H
#define KIJUN_DOCUMENTS_ODT_LISTS_H

#include "documents/odt_styles.h"
#include "documents/paragraph.h"

enum { ODT_LISTS_OPEN = 32, ODT_LIST_BUCKETS = 1024 };

/* What counts together. */
struct odt_list {
    struct numbering_list counters;
    struct numbering_num num;
    const struct odt_list_style *style;
    uint32_t id;              /* for struct paragraph */
};

/* The id of a list in the file, and what it counts with. */
struct odt_list_name {
    const char *id;
    struct odt_list *list;
    struct odt_list_name *next;
};

struct odt_level {
    struct odt_list *list;    /* NULL until its first paragraph */
    struct odt_list_style *style; /* NULL: not said here or above */
    bool own;                 /* it says a style itself, or is the outermost: does not count with the list around it */
    bool continues;           /* text:continue-numbering */
    const char *from, *id;    /* text:continue-list and xml:id; NULL: none */
    bool counted, header;     /* of the item that is open */
    uint32_t start;           /* text:start-value of that item; 0: none */
};

struct odt_lists {
    struct arena *arena;
    const struct odt_styles *styles;
    struct odt_level levels[ODT_LISTS_OPEN];
    size_t depth, base;       /* base: levels outside the text box that we are in */
    struct odt_list_name *names[ODT_LIST_BUCKETS];
    struct odt_list *outline; /* of headings */
    uint32_t count;
};

/* text:list, text:list-item, text:list-header. False when memory is out or too many are open (*deep). */
bool odt_lists_open(struct odt_lists *l, const struct markup_tag *tag, bool *deep);
void odt_lists_item(struct odt_lists *l, const struct markup_tag *tag);
void odt_lists_close(struct odt_lists *l);
/* Numbers a paragraph that begins here. `style` is its own; NULL: none. False when memory is out. */
bool odt_lists_number(struct odt_lists *l, const struct odt_style *style, struct paragraph *p);
/* Numbers a heading of this level (from 0) outside lists. */
bool odt_lists_heading(struct odt_lists *l, const struct markup_tag *tag, uint8_t level, struct paragraph *p);

#endif
