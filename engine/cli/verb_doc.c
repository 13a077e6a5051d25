/* `kijun doc`: the documentation of a rule pack, from its rules. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "cli/settings.h"
#include "report/doc.h"


enum { PAGE_BYTES = 16 * 1024 * 1024, NAME = 128 };

struct writing {
    const struct ruleset *rules;
    struct doc_options options;
    const char *folder;
    int fd;
    struct buffer page;
    struct fault *f;
    bool failed;
    size_t pages;
};

static void write_page(struct writing *w, const char *name)
{
    char file[NAME];
    snprintf(file, sizeof file, "%s.%s", name, doc_extension(&w->options));
    if (w->page.failed)
        fault_set(w->f, FAULT_MEMORY);
    w->failed = w->failed || w->page.failed || file_write(w->fd, file, w->page.at ? w->page.at : "", w->page.len, w->f) != 0;
    w->pages += !w->failed;
    buffer_clear(&w->page);
}

static void write_rule(void *context, const struct rule_info *r)
{
    struct writing *w = context;
    if (w->failed)
        return;
    doc_rule(w->rules, r, &w->options, &w->page);
    write_page(w, r->id);
}

/* All pages in one language and format. */
static int write_all(struct writing *w, const char *out)
{
    char folder[SETTINGS_PATH];
    int n = snprintf(folder, sizeof folder, "%s/%s", out, language_name(w->options.language));
    if (n < 0 || (size_t)n >= sizeof folder)
        return fault_set(w->f, FAULT_OUTPUT, reason_of(ENAMETOOLONG));
    if (file_make_folder(folder, w->f) < 0)
        return -1;
    w->fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (w->fd < 0) {
        fault_where(w->f, folder, 0);
        return fault_set(w->f, FAULT_OUTPUT, reason_of(errno));
    }
    doc_index(w->rules, &w->options, &w->page);
    write_page(w, "index");
    describe_rules(w->rules, write_rule, w);
    int result = w->failed ? -1 : file_sync_folder(w->fd, folder, w->f);
    close(w->fd);
    return result;
}

static int choose_formats(const struct command *c, bool *html, bool *markdown, struct fault *f)
{
    const char *format = c->values[OPTION_FORMAT];
    *html = !format || !strcmp(format, "html") || !strcmp(format, "html,markdown");
    *markdown = !format || !strcmp(format, "markdown") || !strcmp(format, "html,markdown");
    return *html || *markdown ? 0 : fault_set(f, FAULT_OPTION_CHOICE, "format", format, "html, markdown");
}

/* OUT/en/index.html and so on. */
static int write_pages(const struct command *c, const struct ruleset *rules, struct fault *f)
{
    const char *out = c->values[OPTION_OUT] ? c->values[OPTION_OUT] : "doc";
    struct writing w = {.rules = rules, .f = f};
    bool wanted[2];
    int result = choose_formats(c, &wanted[1], &wanted[0], f);
    buffer_init(&w.page, PAGE_BYTES);
    for (int html = 1; html >= 0 && result == 0; html--)
        for (int l = 0; l < LANGUAGE_COUNT && wanted[html] && result == 0; l++) {
            w.options = (struct doc_options){(enum language)l, html};
            result = write_all(&w, out);
        }
    buffer_free(&w.page);
    if (result == 0 && !c->values[OPTION_QUIET])
        printf("%s/%s/index.%s\n", out, language_name(c->language), wanted[1] ? "html" : "md");
    return result;
}

/* ---- --update ---- */

static int write_back(const char *folder, const struct buffer *page, struct fault *f)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        fault_where(f, folder, 0);
        return fault_set(f, FAULT_OUTPUT, reason_of(errno));
    }
    int result = page->failed ? fault_set(f, FAULT_MEMORY) : file_write(fd, "README.md", page->at, page->len, f);
    close(fd);
    return result;
}

int renew_pack_page(const struct ruleset *rules, const char *folder, struct fault *f)
{
    char path[SETTINGS_PATH + 16];
    struct buffer old, new;
    snprintf(path, sizeof path, "%s/README.md", folder);
    buffer_init(&old, PAGE_BYTES);
    buffer_init(&new, PAGE_BYTES);
    int result = file_read(AT_FDCWD, path, path, PAGE_BYTES, &old, f);
    if (result == 0 && !doc_renew(rules, old.at ? old.at : "", &new)) {
        fault_where(f, path, 0);
        result = fault_set(f, FAULT_DOC_MARKS);
    }
    if (result == 0)
        result = write_back(folder, &new, f);
    buffer_free(&old);
    buffer_free(&new);
    return result;
}

int verb_doc(const struct command *c)
{
    char folder[SETTINGS_PATH];
    struct fault f = {0};
    int code;
    struct ruleset *rules = load_named_pack(c, folder, &code);
    if (!rules)
        return code;
    int result = c->values[OPTION_UPDATE] ? renew_pack_page(rules, folder, &f) : write_pages(c, rules, &f);
    ruleset_free(rules);
    return result == 0 ? EXIT_CLEAN : fail_with(&f, c->language);
}
