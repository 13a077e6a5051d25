#include "load_support.h"

#include <criterion/criterion.h>
#include <string.h>

static void start(struct loaded *l)
{
    memset(l, 0, sizeof *l);
    l->loader = loader_new();
    l->arena = arena_new(LOAD_ARENA_BYTES);
    cr_assert(l->loader && l->arena);
}

void load_bytes(struct loaded *l, const char *at, size_t len)
{
    start(l);
    l->status = loader_memory(l->loader, l->arena, "doc.xml", at, len, &l->subject, &l->fault);
    if (l->status == 0)
        l->status = loader_finish(l->loader, l->arena, l->subject, &l->fault);
}

void load_text(struct loaded *l, const char *xml)
{
    load_bytes(l, xml, strlen(xml));
}

void load_path(struct loaded *l, const char *path, bool lone)
{
    start(l);
    l->status = loader_subject(l->loader, l->arena, path, lone, &l->subject, &l->fault);
}

void loaded_end(struct loaded *l)
{
    arena_free(l->arena);
    loader_free(l->loader);
}

static const char *shown(struct loaded *l, enum language language)
{
    fault_text(&l->fault, language, l->text, sizeof l->text);
    return l->text;
}

const char *fault_en(struct loaded *l)
{
    return shown(l, LANGUAGE_EN);
}

const char *fault_ja(struct loaded *l)
{
    return shown(l, LANGUAGE_JA);
}

const struct document *loaded_document(const struct loaded *l, const char *file)
{
    cr_assert_not_null(l->subject);
    for (const struct document *d = l->subject->documents; d; d = d->next)
        if (strcmp(d->file, file) == 0)
            return d;
    cr_assert_fail("there is no document %s", file);
    return NULL;
}

const char *document_fault(const struct loaded *l, const char *file)
{
    return fault_name(loaded_document(l, file)->fault.id);
}

void expect_fault_bytes(const char *at, size_t len, const char *name, unsigned line)
{
    struct loaded l;
    load_bytes(&l, at, len);
    cr_expect_eq(l.status, -1, "accepted: %.80s", at);
    cr_expect_str_eq(fault_name(l.fault.id), name, "%s", fault_en(&l));
    cr_expect_eq(l.fault.line, line, "expected line %u: %s", line, fault_en(&l));
    loaded_end(&l);
}

void expect_fault(const char *xml, const char *name, unsigned line)
{
    expect_fault_bytes(xml, strlen(xml), name, line);
}
