/* Which types of clauses a pack's vocabulary adds or extends, and the terms that are found in them. */
#include "report/doc_tables.h"
#include "report/page.h"

enum { TERMS = 1000 };

/* "report-within (duration), contact (flag)" */
static void put_terms(struct buffer *out, const struct data *terms, enum language l)
{
    for (size_t i = 0; terms && terms->type == DATA_TABLE && i < terms->as.table.named; i++) {
        const struct data *term = &terms->as.table.members[i];
        const char *type = data_text(term, "type", NULL);
        buffer_puts(out, !i ? "" : l == LANGUAGE_JA ? "、" : ", ");
        buffer_puts(out, term->key);
        if (type)
            buffer_printf(out, " (%s)", word_of_token(type, l));
    }
}

static void show_type(struct page *p, const struct data *type)
{
    const char *title = data_text(data_get(type, "title"), language_name(p->v.l), NULL);
    char room[TERMS];
    struct buffer terms;
    buffer_init_fixed(&terms, room, sizeof room);
    room[0] = '\0';
    put_terms(&terms, data_get(type, "terms"), p->v.l);
    page_row(p);
    page_cell_code(p, type->key);
    page_cell(p, title ? title : word_of_token(type->key, p->v.l));
    page_cell(p, terms.failed ? "" : room);
    page_row_end(p);
}

void doc_types(const struct ruleset *r, struct page *p)
{
    static const enum word heads[] = {WORD_DOC_TYPE, WORD_DOC_TYPE_TITLE, WORD_DOC_TERMS};
    const struct data *types = data_get(describe_vocabulary(r), "types");
    if (!types || types->type != DATA_TABLE || !types->as.table.named)
        return;
    page_heading(p, word(WORD_DOC_TYPES, p->v.l));
    page_table(p, heads, 3);
    for (size_t i = 0; i < types->as.table.named; i++)
        show_type(p, &types->as.table.members[i]);
    page_table_end(p);
}
