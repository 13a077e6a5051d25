/* `kijun questionnaire form`: a blank form for the answers to a questionnaire. */
#include <string.h>
#include <strings.h>

#include "cli/command.h"
#include "cli/pack_verbs.h"
#include "documents/load.h"
#include "report/form.h"

enum { FORM_BYTES = 64 * 1024 * 1024 };

typedef int form_writer(const struct questionnaire *q, enum language l, struct buffer *out, struct fault *f);

/* By the ending of the name; NULL with *f set when there is no such form. */
static form_writer *writer_for(const char *path, struct fault *f)
{
    static const struct { const char *ending; form_writer *write; } kinds[] = {{".xlsx", form_workbook}, {".csv", form_csv}};
    size_t len = path ? strlen(path) : 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = strlen(kinds[i].ending);
        if (len > n && strcasecmp(path + len - n, kinds[i].ending) == 0)
            return kinds[i].write;
    }
    fault_set(f, FAULT_FORM_KIND, path ? path : "");
    return NULL;
}

/* The one questionnaire in the file; NULL with *f set. It is the customer's own, and read here. */
static const struct questionnaire *load(const char *path, struct loader *l, struct arena *arena, struct fault *f)
{
    struct subject *s = NULL;
    (void)loader_subject(l, arena, path, true, &s, f);
    for (const struct document *d = s ? s->documents : NULL; d; d = d->next)
        if (d->fault.id != FAULT_NONE && !f->id)
            *f = d->fault;
    if (f->id)
        return NULL;
    if (s && s->questionnaires.count == 1)
        return (const struct questionnaire *)s->questionnaires.first;
    fault_where(f, path, 0);
    fault_set(f, FAULT_QUESTIONNAIRE_NONE);
    return NULL;
}

static int write_form(const struct command *c, struct loader *l, struct arena *arena, struct fault *f)
{
    const char *to = c->values[OPTION_OUT];
    form_writer *write = writer_for(to, f);
    const struct questionnaire *q = write ? load(c->arguments[1], l, arena, f) : NULL;
    struct buffer b;
    if (!q)
        return -1;
    buffer_init(&b, FORM_BYTES);
    int status = write(q, c->language, &b, f);
    if (status == 0)
        status = pack_write_new(to, &b, 0644, f);
    buffer_free(&b);
    return status;
}

int verb_questionnaire(const struct command *c)
{
    struct fault f = {0};
    struct loader *l = loader_new();
    struct arena *arena = arena_new(LOAD_ARENA_BYTES);
    int status = -1;
    if (!l || !arena)
        fault_set(&f, FAULT_MEMORY);
    else if (strcmp(c->arguments[0], "form") != 0)
        fault_set(&f, FAULT_QUESTIONNAIRE_ACTION, c->arguments[0]);
    else
        status = write_form(c, l, arena, &f);
    loader_free(l);
    arena_free(arena);
    return status == 0 ? EXIT_CLEAN : fail_with(&f, c->language);
}
