/* Declaring in a model what was recognised, and writing the model as native XML: for `convert` alone, which works on a copy
 * of its own. Everywhere else the model is read-only. */
#ifndef KIJUN_DOCUMENTS_DECLARE_H
#define KIJUN_DOCUMENTS_DECLARE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "documents/model.h"

/* What is said besides the model, in comments. */
struct xml_notes {
    const char *head;       /* at the top, without "--"; NULL: nothing */
    /* Writes one comment line about the clause that follows; false: there is nothing to say. NULL: never. */
    bool (*clause)(void *context, const struct clause *c, struct buffer *out);
    void *context;
};

/* Writes all documents of the subject; several are put into a <dossier>. */
void subject_write_xml(const struct subject *s, const struct xml_notes *notes, struct buffer *out);

/* Gives each clause a number that no other in its list has, as XML must: "3 [2]" is the second one called 3; and a title
 * to contracts without one. False when memory is out. */
bool declare_names(struct subject *s, struct arena *arena, const char *title);
/* Appends a term with copies of all texts; NULL when memory is out. */
struct term *declare_term(struct subject *s, struct arena *arena, struct clause *c, const char *name, const struct value *v);
/* Takes the last `count` terms away again that were appended. */
void declare_no_terms(struct clause *c, uint32_t keep);

#endif
