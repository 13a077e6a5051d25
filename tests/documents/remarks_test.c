/* What authors of examples write beside the text of a document. */
#include "documents/remarks.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "contract_support.h"
#include "documents/margin.h"
#include "support/support.h"

enum { ARENA = 16 * 1024 * 1024 };

struct written {
    struct arena *arena;
    struct remarks all;
    char path[64];
};

/* A file of this name with these bytes, and the remarks in it. */
static void begin(struct written *w, const char *name, const char *at, size_t len)
{
    struct fault f = {.id = FAULT_NONE};
    char folder[] = "/tmp/remarks-XXXXXX";
    cr_assert_not_null(mkdtemp(folder));
    snprintf(w->path, sizeof w->path, "%s/%s", folder, name);
    FILE *file = fopen(w->path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(at, 1, len, file), len);
    fclose(file);
    w->arena = arena_new(ARENA);
    cr_assert_eq(remarks_read(w->path, w->arena, &w->all, &f), 0);
}

static void end(struct written *w)
{
    unlink(w->path);
    *strrchr(w->path, '/') = '\0';
    rmdir(w->path);
    arena_free(w->arena);
}

static void is(const struct written *w, size_t n, const char *text, uint32_t line, uint32_t about, bool head)
{
    cr_assert_gt(w->all.count, n);
    const struct remark *r = &w->all.at[n];
    cr_expect_str_eq(r->text, text);
    cr_expect(r->line == line && r->about == about && r->head == head, "%s: line %u, about %u, head %d", r->text, r->line,
              r->about, r->head);
}

Test(remarks, in_plain_text_a_line_that_begins_with_two_strokes_is_one)
{
    static const char text[] = "// for people\n\nAgreement\n\n// expect: a fail\n// expect: b fail\n1. Term\nOne year. // expect: c pass\n"
                               "See https://example.org and a // b.\n";
    struct written w;
    begin(&w, "contract.txt", text, strlen(text));
    cr_expect_eq(w.all.count, 4);
    is(&w, 0, "for people", 1, 3, true);
    is(&w, 1, "expect: a fail", 5, 7, false);
    is(&w, 2, "expect: b fail", 6, 7, false);
    is(&w, 3, "expect: c pass", 8, 8, false);
    cr_expect_str_eq(w.all.at[0].file, "contract.txt");
    cr_expect_eq(w.all.at[3].at, (size_t)(strstr(text, "expect: c") - text));
    end(&w);
}

Test(remarks, in_xml_the_lines_of_a_comment_are_remarks)
{
    static const char text[] = "<?xml version=\"1.0\"?>\n<!-- expect: a fail -->\n<contract xmlns=\"urn:kijun:1\" kind=\"nda\" title=\"x\">\n"
                               "  <!-- expect: b fail\n       expect: c pass -->\n  <!-- for people -->\n"
                               "  <clause number=\"1\"/> <!-- expect: d fail -->\n</contract>\n";
    struct written w;
    begin(&w, "contract.xml", text, strlen(text));
    cr_expect_eq(w.all.count, 5);
    is(&w, 0, "expect: a fail", 2, 3, true);
    is(&w, 1, "expect: b fail", 4, 7, false);
    is(&w, 2, "expect: c pass", 5, 7, false);
    is(&w, 3, "for people", 6, 7, false);
    is(&w, 4, "expect: d fail", 7, 7, false);
    end(&w);
}

Test(remarks, a_comment_that_never_ends_is_none)
{
    static const char text[] = "<!DOCTYPE html>\n<html><body><p>x</p><!-- expect: a fail\n";
    struct written w;
    begin(&w, "page.html", text, strlen(text));
    cr_expect_eq(w.all.count, 0);
    end(&w);
}

Test(remarks, in_a_word_file_comments_belong_to_the_paragraph_of_their_mark)
{
    static const char comments[] = "<w:comments xmlns:w=\"" WORD_NAMESPACE "\"><w:comment w:id=\"0\"><w:p><w:r><w:t>expect: </w:t></w:r>"
                                   "<w:r><w:t>a fail</w:t></w:r></w:p><w:p><w:r><w:t>too long</w:t></w:r></w:p></w:comment></w:comments>";
    struct arena *arena = arena_new(ARENA);
    struct fault f = {.id = FAULT_NONE};
    struct margin m;
    cr_assert(margin_begin(&m, arena));
    snprintf(margin_add(&m, 3)->id, MARGIN_ID, "0");
    snprintf(margin_add(&m, 4)->id, MARGIN_ID, "7");
    cr_assert_eq(word_comments_read(&m, "word/comments.xml", comments, strlen(comments), &f), 0);
    cr_expect_str_eq(m.at[0].text, "\nexpect: a fail\ntoo long");
    cr_expect_null(m.at[1].text);
    arena_free(arena);
}

Test(remarks, a_word_file_without_comments_has_none)
{
    struct buffer file;
    struct written w;
    buffer_init(&file, 1024 * 1024);
    make_word(&file, P("Agreement") "<w:p><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>", NULL, NULL);
    begin(&w, "contract.docx", file.at, file.len);
    cr_expect_eq(w.all.count, 0);
    end(&w);
    buffer_free(&file);
}

Test(remarks, in_an_opendocument_file_comments_are_told_and_no_part_of_the_text)
{
    static const char text[] =
        "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text><text:p>Agreement</text:p>"
        "<text:p><office:annotation><dc:creator>R</dc:creator><text:p>expect: a <text:span>fail</text:span></text:p></office:annotation>"
        "One year.</text:p></office:text></office:body></office:document>";
    struct written w;
    begin(&w, "contract.fodt", text, strlen(text));
    cr_assert_eq(w.all.count, 2);
    is(&w, 0, "R", 2, 2, false);
    is(&w, 1, "expect: a fail", 2, 2, false);
    end(&w);
}

Test(remarks, what_is_no_document_has_none)
{
    static const char bytes[] = "\x89PNG\r\n\x1a\n// expect: a fail\n<!-- expect: a fail -->";
    struct written w;
    begin(&w, "log.png", bytes, sizeof bytes - 1);
    cr_expect_eq(w.all.count, 0);
    end(&w);
}

Test(remarks, a_file_that_is_not_there_is_a_fault)
{
    struct arena *arena = arena_new(ARENA);
    struct remarks all;
    struct fault f = {.id = FAULT_NONE};
    cr_expect_eq(remarks_read("/nowhere/contract.txt", arena, &all, &f), -1);
    cr_expect_eq(f.id, FAULT_FILE_OPEN);
    arena_free(arena);
}

Test(remarks, begin_in_a_line_where_the_marks_are)
{
    static const struct { const char *line; size_t at; } cases[] = {
        {"// x", 0}, {"  // x", 2}, {"x // expect: y", 2}, {"x // y", 6}, {"http://expect:", 14}, {"", 0}, {"/", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(remark_in_line(cases[i].line, strlen(cases[i].line)), cases[i].at, "%s", cases[i].line);
}
