/* The documentation of the format says what the loader does: its examples are read, its tables are those of the loader. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "load_support.h"
#include "support/support.h"

static const char *const pages[LANGUAGE_COUNT] = { "fixtures/README.md", "fixtures/README.ja.md" };

static void drop_last_breaks(char *text)
{
    for (size_t n = strlen(text); n > 0 && text[n - 1] == '\n'; )
        text[--n] = '\0';
}

static void same_reference(enum language l)
{
    struct buffer b;
    char *page = read_text(pages[l], NULL), *there = strstr(page, "<!-- reference -->\n\n");
    buffer_init(&b, 1 << 20);
    schema_write_reference(&b, l);
    cr_assert_not(b.failed);
    cr_assert_not_null(there, "%s has no reference", pages[l]);
    there += strlen("<!-- reference -->\n\n");
    drop_last_breaks(there);
    drop_last_breaks(b.at);
    same_text(there, b.at);
    buffer_free(&b);
    free(page);
}

Test(reference, the_tables_in_the_documentation_are_those_of_the_loader)
{
    same_reference(LANGUAGE_EN);
    same_reference(LANGUAGE_JA);
}

/* Whether this kind of document is among those that were read. */
static void mark(const struct subject *s, bool seen[])
{
    for (const struct document *d = s->documents; d; d = d->next)
        for (size_t i = 0; kind_roots[i]; i++)
            seen[i] |= d->root && d->root->kind == kind_roots[i];
}

static void read_examples(enum language l)
{
    static const char start[] = "```xml\n";
    bool seen[16] = { false };
    char *page = read_text(pages[l], NULL), *end;
    for (char *at = page; (at = strstr(at, start)) != NULL; at = end + 1) {
        struct loaded x;
        at += strlen(start);
        end = strstr(at, "```");
        cr_assert_not_null(end);
        *end = '\0';
        /* An amendment needs what it amends, which is the example before it: one document is looked at alone. */
        struct subject *s = NULL;
        load_text(&x, "<service-record" NS "/>");
        fault_clear(&x.fault);
        cr_expect_eq(loader_memory(x.loader, x.arena, "example.xml", at, strlen(at), &s, &x.fault), 0, "%s", fault_en(&x));
        mark(s, seen);
        loaded_end(&x);
    }
    for (size_t i = 0; kind_roots[i]; i++)
        cr_expect(seen[i], "%s has no example of <%s>", pages[l], kind_roots[i]->name);
    free(page);
}

Test(reference, the_examples_in_the_documentation_are_read_and_there_is_one_of_each_kind)
{
    read_examples(LANGUAGE_EN);
    read_examples(LANGUAGE_JA);
}
