/* fixtures/bad: beside each wrong document stands the error that it must give, in English and Japanese. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load_support.h"
#include "support/support.h"

/* The fault of the whole, or else of the first document that has one. */
static const struct fault *first_fault(const struct loaded *l)
{
    const struct document *d = l->subject ? l->subject->documents : NULL;
    while (d && d->fault.id == FAULT_NONE)
        d = d->next;
    return l->fault.id != FAULT_NONE || !d ? &l->fault : &d->fault;
}

static void show(const struct fault *f, struct buffer *b)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        char text[2048];
        fault_text(f, (enum language)l, text, sizeof text);
        buffer_printf(b, "%s\n", text);
        fault_advice(f, (enum language)l, text, sizeof text);
        buffer_printf(b, "  %s\n", text);
    }
}

static void check(const char *name)
{
    struct loaded l;
    struct buffer b;
    char path[512], expected[512];
    snprintf(path, sizeof path, "fixtures/bad/%s", name);
    snprintf(expected, sizeof expected, "fixtures/bad/%.*s.expected", (int)(strlen(name) - 4), name);
    buffer_init(&b, 1 << 16);
    load_path(&l, path, true);
    show(first_fault(&l), &b);
    char *there = read_text(expected, NULL);
    same_text(b.at, there);
    free(there);
    buffer_free(&b);
    loaded_end(&l);
}

Test(bad, every_wrong_document_gives_the_error_beside_it)
{
    size_t count = 0;
    DIR *d = opendir("fixtures/bad");
    cr_assert_not_null(d);
    for (const struct dirent *e; (e = readdir(d)) != NULL; ) {
        const char *dot = strrchr(e->d_name, '.');
        if (!dot || strcmp(dot, ".xml") != 0)
            continue;
        check(e->d_name);
        count++;
    }
    closedir(d);
    cr_expect_gt(count, 30);
}
