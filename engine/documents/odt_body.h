/* The text of an OpenDocument text: content.xml (or a flat file) as a list of paragraphs, as a reader sees it when all
 * tracked changes are accepted. Private to odt*.c. */
#ifndef KIJUN_DOCUMENTS_ODT_BODY_H
#define KIJUN_DOCUMENTS_ODT_BODY_H

#include "documents/odt_styles.h"
#include "documents/paragraph.h"

enum odt_part {
    ODT_PART_STYLES,  /* styles.xml: only the styles that automatic ones are based on */
    ODT_PART_CONTENT  /* content.xml, or all of a flat file */
};

/* Reads one part: its styles into *styles, its text to the end of *list. `part` names it in faults. 0, or -1 with *f set. */
int odt_part_read(struct paragraphs *list, struct odt_styles *styles, enum odt_part which, const char *part, const char *at,
                  size_t len, struct fault *f);

#endif
