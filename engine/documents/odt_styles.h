/* Styles and list styles of an OpenDocument text (ODF 1.3 part 3, 16 and 17), as content.xml and styles.xml give them.
 * Private to odt*.c. */
#ifndef KIJUN_DOCUMENTS_ODT_STYLES_H
#define KIJUN_DOCUMENTS_ODT_STYLES_H

#include "documents/markup.h"
#include "documents/numbering.h"

enum { ODT_STYLES_MOST = 40000, ODT_PARENTS_MOST = 20, ODT_NAME_SIZE = 256, ODT_LABEL_SIZE = 96 };

enum odt_family { ODT_PARAGRAPH, ODT_SPAN, ODT_OTHER };

struct odt_style {
    const char *name, *parent;
    enum odt_family family;
    const char *list;         /* the list style for paragraphs in a list; "" in a heading: not numbered; NULL: not said */
    int8_t outline;           /* -1: not said */
    int8_t bold, hidden, centred; /* -1: not said, 0, 1 */
    bool title, contents;
    uint32_t order;           /* of definition: automatic styles come after those that they are based on */
    uint8_t state;            /* of resolving the parents */
};

struct odt_list_style {
    const char *name;         /* "" is the numbering of headings */
    struct numbering_level levels[NUMBERING_LEVELS];
    struct odt_list *last;    /* the last list that was counted by it */
    uint32_t order;
};

struct odt_styles {
    struct arena *arena;
    struct odt_style *styles;
    struct odt_list_style **lists;
    size_t style_count, style_size, list_count, list_size;
    /* Being read: */
    struct odt_style *style;
    struct odt_list_style *list;
    struct numbering_level *level;
};

/* Takes one start tag inside office:styles or office:automatic-styles. False with *f set when memory is out. */
bool odt_styles_open(struct odt_styles *s, const struct markup_tag *tag, struct fault *f);
void odt_styles_close(struct odt_styles *s, const struct markup_tag *tag);
/* Sorts and resolves; call once after the last style. */
void odt_styles_seal(struct odt_styles *s);
/* NULL when there is none. */
const struct odt_style *odt_style_find(const struct odt_styles *s, enum odt_family family, const char *name);
struct odt_list_style *odt_list_style_find(const struct odt_styles *s, const char *name);

#endif
