/* `kijun dump` and `kijun recognise`: the documents as the program sees them. They are read in a confined worker, as in
 * a run. `kijun schema`: the format that they are written in. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/inspect.h"
#include "language/recognise.h"

enum { SCHEMA_BYTES = 4 * 1024 * 1024, RECOGNISED_BYTES = 512 * 1024 * 1024 };

static void write_dump(struct inspection *i, struct buffer *out)
{
    if (i->subject)
        dump_subject(i->subject, out);
}

int verb_dump(const struct command *c)
{
    struct inspection i = {.c = c, .paths = (const char *const *)c->arguments, .write = write_dump};
    return inspect(&i);
}

static int recognise_format(const struct command *c, enum recognise_format *out, struct fault *f)
{
    static const char *const names[] = {[RECOGNISE_TEXT] = "text", [RECOGNISE_JSON] = "json", [RECOGNISE_HTML] = "html"};
    const char *given = c->values[OPTION_FORMAT], *name = given ? given : "text";
    if (c->values[OPTION_HTML]) {
        if (given && strcmp(given, "html") != 0)
            return fault_set(f, FAULT_OPTION_CHOICE, "format", given, "html");
        name = "html";
    }
    for (int i = RECOGNISE_TEXT; i <= RECOGNISE_HTML; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (enum recognise_format)i;
            return 0;
        }
    return fault_set(f, FAULT_OPTION_CHOICE, "format", name, "text, json, html");
}

struct recognition {
    const struct vocabulary *vocabulary;
    enum recognise_format format;
    day as_of;
    struct buffer out;          /* of all files, when it goes to one */
};

static void write_recognised(struct inspection *i, struct buffer *out)
{
    const struct recognition *own = i->own;
    struct reading *r = i->subject ? reading_new(own->vocabulary, i->subject, own->as_of, NULL, i->arena) : NULL;
    if (r)
        recognise_write(r, i->subject, own->format, i->c->language, out);
}

static void keep_recognised(struct inspection *i, const char *at, size_t len)
{
    struct recognition *own = i->own;
    buffer_add(&own->out, at, len);
}

/* To the file that is named: whole or not at all, and over what an earlier look left there. */
static void save_recognised(struct inspection *i)
{
    const struct recognition *own = i->own;
    struct fault f = {0};
    if (own->out.failed)
        fault_set(&f, FAULT_MEMORY);
    else if (own->out.len > 0)
        file_write_path(i->c->values[OPTION_OUT], own->out.at, own->out.len, &f);
    if (f.id)
        inspect_fault(i, &f);
}

int verb_recognise(const struct command *c)
{
    struct recognition own = {.vocabulary = NULL};
    struct inspection i = {.c = c, .paths = (const char *const *)c->arguments, .own = &own, .write = write_recognised};
    struct fault f = {0};
    if (c->values[OPTION_OUT])
        i.show = keep_recognised;
    if (recognise_format(c, &own.format, &f) < 0 || setting_as_of(c, &own.as_of, &f) < 0)
        return fail_with(&f, c->language);
    int code;
    struct ruleset *rules = load_policy_to_judge(c, &code);
    if (!rules)
        return code;
    own.vocabulary = ruleset_vocabulary(rules);
    buffer_init(&own.out, RECOGNISED_BYTES);
    i.code = inspect(&i);
    if (c->values[OPTION_OUT])
        save_recognised(&i);
    buffer_free(&own.out);
    ruleset_free(rules);
    return i.code;
}

int verb_schema(const struct command *c)
{
    struct buffer out;
    struct fault f = {0};
    int code = EXIT_CLEAN;
    buffer_init(&out, SCHEMA_BYTES);
    schema_write_xsd(&out);
    if (out.failed) {
        fault_set(&f, FAULT_MEMORY);
        code = fail_with(&f, c->language);
    } else {
        fwrite(out.at, 1, out.len, stdout);
    }
    buffer_free(&out);
    return code;
}
