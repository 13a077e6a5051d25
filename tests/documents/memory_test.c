/* Out of memory at any point is a fault, never a wrong document: our own allocations, the parser's and the arena's cap. */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "load_support.h"
#include "support/fail_malloc.h"
#include "support/support.h"

static const char document[] =
    "<?xml version=\"1.0\"?>\n<dossier" NS ">\n<supplier id=\"s\" name=\"S\"><subcontractor id=\"b\" name=\"B\"/>"
    "<document file=\"x.docx\"/></supplier>\n"
    "<contract id=\"c\" kind=\"nda\" title=\"契約 &amp; more\">\n<clause number=\"1\"><text>本文 &lt;a&gt; <![CDATA[b]]></text>"
    "<duration name=\"a\" value=\"P1D\"/></clause><clause number=\"2\"/><clause number=\"3\"/><clause number=\"4\"/>"
    "<clause number=\"5\"/><clause number=\"6\"/><clause number=\"7\"/><clause number=\"8\"/><clause number=\"9\"/></contract>\n"
    "<contract kind=\"amendment\" title=\"x\" amends=\"c\"><clause number=\"1\" replaces=\"2\"/></contract>\n"
    "<k:response xmlns:k=\"urn:kijun:1\" date=\"2026-01-01\"><k:answer question=\"q\"><k:evidence kind=\"document\" file=\"f\"/>"
    "</k:answer></k:response>\n</dossier>\n";

/* The dump of the document as it is read when nothing fails. */
static char *whole_dump(void)
{
    struct loaded l;
    struct buffer b;
    load_text(&l, document);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    buffer_init(&b, 1 << 20);
    dump_subject(l.subject, &b);
    loaded_end(&l);
    return b.at;
}

/* What was read is all of it, or there is a fault and nothing was taken over from the file that it stands in. */
static void check_result(int status, const struct subject *s, const struct fault *f, const char *whole)
{
    if (status == 0) {
        struct buffer b;
        buffer_init(&b, 1 << 20);
        dump_subject(s, &b);
        if (!b.failed)
            same_text(b.at, whole);
        buffer_free(&b);
    } else {
        cr_expect_neq(f->id, FAULT_NONE, "no reason given");
        cr_expect(!s || !s->documents || s->documents->fault.id == FAULT_NONE || s->contracts.count == 0);
    }
}

static int load_once(struct loader *l, struct arena *a, const char *whole)
{
    struct subject *s = NULL;
    struct fault f;
    fault_clear(&f);
    int status = loader_memory(l, a, "doc.xml", document, sizeof document - 1, &s, &f);
    if (status == 0)
        status = loader_finish(l, a, s, &f);
    check_result(status, s, &f, whole);
    return status;
}

static int attempt(void *whole)
{
    struct loader *l = loader_new();
    struct arena *a = arena_new(LOAD_ARENA_BYTES);
    int status = l && a ? load_once(l, a, whole) : -1;
    arena_free(a);
    loader_free(l);
    return status;
}

Test(memory, any_allocation_of_our_own_may_fail)
{
    char *whole = whole_dump();
    cr_expect_gt(fail_every_malloc(attempt, whole, 1000), 5);
    free(whole);
}

Test(memory, an_arena_of_any_size_gives_the_document_or_a_fault)
{
    char *whole = whole_dump();
    struct loader *l = loader_new();
    size_t good = 0, bad = 0;
    for (size_t cap = 0; cap < 24 * 1024; cap += 16) {
        struct arena *a = arena_new(cap);
        if (load_once(l, a, whole) == 0)
            good++;
        else
            bad++;
        arena_free(a);
    }
    cr_expect_gt(good, 0);
    cr_expect_gt(bad, 100);
    loader_free(l);
    free(whole);
}

/* ---- the parser's allocations ---- */

static size_t parser_calls, parser_fails; /* one test, one process */

static bool fails_now(void)
{
    return ++parser_calls == parser_fails;
}

static void *parser_malloc(size_t size)
{
    return fails_now() ? NULL : malloc(size);
}

static void *parser_realloc(void *at, size_t size)
{
    return fails_now() ? NULL : realloc(at, size);
}

static char *parser_strdup(const char *text)
{
    return fails_now() ? NULL : strdup(text);
}

static void silent(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

/* Fails the nth allocation of the parser while one document is read, by a new loader or by one that has read before. */
static void fail_parser(bool used_before, const char *whole)
{
    size_t failed = 0, accepted = 0;
    bool reached = true;
    for (size_t n = 1; reached; n++) {
        parser_fails = 0;
        struct loader *l = loader_new();
        struct arena *a = arena_new(LOAD_ARENA_BYTES);
        if (used_before)
            cr_assert_eq(load_once(l, a, whole), 0);
        parser_calls = 0;
        parser_fails = n;
        int status = load_once(l, a, whole);
        reached = parser_calls >= n;
        parser_fails = 0;
        failed += reached && status != 0;
        accepted += reached && status == 0;
        cr_expect(reached || status == 0, "nothing failed but the document was refused");
        /* The loader itself is none the worse for it. */
        cr_expect_eq(load_once(l, a, whole), 0);
        arena_free(a);
        loader_free(l);
    }
    cr_expect_gt(failed, 3, "%zu refused, %zu accepted as a whole", failed, accepted);
}

Test(memory, any_allocation_of_the_parser_may_fail)
{
    cr_assert_eq(xmlMemSetup(free, parser_malloc, parser_realloc, parser_strdup), 0);
    xmlSetGenericErrorFunc(NULL, silent);
    char *whole = whole_dump();
    fail_parser(false, whole);
    fail_parser(true, whole);
    free(whole);
}
