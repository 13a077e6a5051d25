#include "report/author.h"

#include <string.h>

#include "base/json.h"
#include "report/escape.h"

enum { TEXT = 2048 };

/* ---- JSON ---- */

static void put_finding(struct json *j, const struct fault *f, enum language l)
{
    char text[TEXT];
    struct fault bare = *f; /* the place has members of its own */
    bare.file[0] = '\0';
    bare.line = 0;
    json_open(j, '{');
    json_put_text(j, "name", fault_name(f->id));
    json_put_text(j, "file", f->file);
    json_key(j, "line");
    if (f->line)
        json_int(j, f->line);
    else
        json_null(j);
    fault_text(&bare, l, text, sizeof text);
    json_put_text(j, "message", text);
    fault_advice(f, l, text, sizeof text);
    json_put_text(j, "advice", text);
    json_close(j, '}');
}

void author_lint_json(const struct lint *found, enum language l, struct buffer *out)
{
    struct json j;
    json_init(&j, out, true);
    json_open(&j, '[');
    for (size_t i = 0; i < found->count; i++)
        put_finding(&j, &found->at[i], l);
    json_close(&j, ']');
    buffer_putc(out, '\n');
}

/* ---- JUnit ---- */

static void attribute(struct buffer *out, const char *name, const char *text)
{
    buffer_printf(out, " %s=\"", name);
    put_xml(out, text, strlen(text));
    buffer_putc(out, '"');
}

static void begin_case(struct buffer *out, const char *class, const char *name, const char *file, uint32_t line)
{
    buffer_puts(out, "<testcase");
    attribute(out, "classname", class);
    attribute(out, "name", name);
    if (*file)
        attribute(out, "file", file);
    if (line)
        buffer_printf(out, " line=\"%u\"", line);
    buffer_putc(out, '>');
}

void author_junit_begin(struct buffer *out, const char *name)
{
    buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kijun\">\n<testsuite");
    attribute(out, "name", name);
    buffer_puts(out, ">\n");
}

void author_junit_example(struct buffer *out, const struct example_report *r, enum language l)
{
    static const char *const none[LANGUAGE_COUNT] = {"nothing", "指摘なし"};
    char message[TEXT];
    struct buffer text;
    begin_case(out, r->rule->id, r->name, r->file, r->line);
    if (!r->good) {
        const char *expected = r->expected ? r->expected : none[l], *got = *r->got ? r->got : none[l];
        buffer_init_fixed(&text, message, sizeof message);
        message[0] = '\0';
        if (l == LANGUAGE_JA)
            buffer_printf(&text, "期待 %s, 結果 %s", expected, got);
        else
            buffer_printf(&text, "expected %s, got %s", expected, got);
        buffer_puts(out, "<failure");
        attribute(out, "message", message);
        buffer_putc(out, '>');
        put_xml(out, r->text[l], strlen(r->text[l]));
        buffer_puts(out, "</failure>");
    }
    buffer_puts(out, "</testcase>\n");
}

void author_junit_mistake(struct buffer *out, const struct fault *f, enum language l)
{
    char text[TEXT];
    fault_text(f, l, text, sizeof text);
    begin_case(out, "examples", fault_name(f->id), f->file, f->line);
    buffer_puts(out, "<error");
    attribute(out, "message", text);
    buffer_putc(out, '>');
    fault_advice(f, l, text, sizeof text);
    put_xml(out, text, strlen(text));
    buffer_puts(out, "</error></testcase>\n");
}

void author_junit_end(struct buffer *out)
{
    buffer_puts(out, "</testsuite>\n</testsuites>\n");
}
