/* Tables of a Word document: where they begin and end; table_rows.c makes lines of their rows. */
#include <string.h>

#include "documents/word_state.h"

bool word_table_open(struct word_state *s, const char *name)
{
    if (strcmp(name, "tbl") == 0) {
        if (!tables_open(&s->tables))
            return markup_too_deep(s->fault, s->part, "<w:tbl>", TABLES_OPEN);
        return word_paragraph_flush(s);
    }
    if (s->tables.count == s->flows[s->flow].table)
        return true;
    if (strcmp(name, "tr") == 0)
        tables_open_row(&s->tables, s->list);
    else
        tables_open_cell(&s->tables, s->list);
    return true;
}

bool word_table_close(struct word_state *s, const char *name)
{
    if (s->tables.count == s->flows[s->flow].table)
        return true;
    if (!word_paragraph_flush(s))
        return false;
    if (strcmp(name, "tbl") == 0)
        tables_close(&s->tables);
    else if (strcmp(name, "tc") == 0)
        tables_close_cell(&s->tables, s->list);
    else if (!tables_close_row(&s->tables, s->list, false))
        return word_no_memory(s);
    return true;
}
