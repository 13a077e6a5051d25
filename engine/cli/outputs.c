#include "cli/outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"
#include "batch/discover.h"
#include "batch/output.h"

#define JOB_SUMMARY "github-summary"

enum { FORMAT_NAME = 32, COPY_BYTES = 64 * 1024, JOB_SUMMARY_BYTES = 1024 * 1024 /* all that GitHub shows of a step */ };

/* ---- what was asked for ---- */

/* The format of FORMAT[:PATH]; NULL: it is none. */
static const struct report_format *format_of(const char *value, const char **path, bool *summary)
{
    char name[FORMAT_NAME];
    size_t len = strcspn(value, ":");
    *path = value[len] ? value + len + 1 : NULL;
    if (len >= sizeof name)
        return NULL;
    memcpy(name, value, len);
    name[len] = '\0';
    *summary = strcmp(name, JOB_SUMMARY) == 0 && !*path;
    return report_format_named(*summary ? "markdown" : name);
}

bool output_is_named(const char *value)
{
    const char *path;
    bool summary;
    return format_of(value, &path, &summary) != NULL;
}

const char *output_path(const char *value)
{
    const char *path;
    bool summary;
    return format_of(value, &path, &summary) ? path : NULL;
}

/* True if the paths hold one subject and no more: its report is then short enough to print. */
static bool is_single(const char *const *paths)
{
    struct discovery *d = discovery_new(paths, NULL);
    struct found found;
    bool one = d && discovery_next(d, &found) > 0 && discovery_next(d, &found) == 0;
    discovery_free(d);
    return one;
}

static bool is_folder(const char *path)
{
    struct stat s;
    size_t len = strlen(path);
    return (len && path[len - 1] == '/') || (stat(path, &s) == 0 && S_ISDIR(s.st_mode));
}

static int set_folder(struct outputs *o, const char *path, struct fault *f)
{
    struct stat a, b;
    bool same = o->folder && (strcmp(o->folder, path) == 0 ||
        (stat(o->folder, &a) == 0 && stat(path, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino));
    if (o->folder && !same)
        return fault_set(f, FAULT_OUTPUT_FOLDERS, o->folder, path);
    o->folder = o->folder ? o->folder : path;
    return 0;
}

static int add_place(struct outputs *o, const struct output_place *p, struct fault *f)
{
    for (size_t i = 0; i < o->count && !p->each; i++)
        if ((!p->path && !o->places[i].path) || (p->path && o->places[i].path && strcmp(p->path, o->places[i].path) == 0))
            return fault_set(f, FAULT_OUTPUT_TWICE, p->path ? p->path : "-");
    o->shows |= !p->path;
    o->places[o->count++] = *p;
    return 0;
}

/* What is made for each supplier only cannot be one file for many. */
static int add_output(struct outputs *o, const char *value, struct fault *f)
{
    bool summary;
    struct output_place p = {0};
    p.format = format_of(value, &p.path, &summary);
    if (!p.format)
        return unknown_format(OPTION_OUTPUT, value, f);
    if (setting_add_format(p.format, o->formats, &o->format_count, f) < 0)
        return -1;
    if (summary) {
        const char *path = getenv("GITHUB_STEP_SUMMARY");
        if (!path || !*path)
            return fault_set(f, FAULT_OUTPUT_SUMMARY);
        p.path = path;
        p.appends = true;
    } else if (p.path && !*p.path) {
        return fault_set(f, FAULT_OPTION_VALUE, options[OPTION_OUTPUT].name, options[OPTION_OUTPUT].value);
    } else if (p.path && is_folder(p.path)) {
        return set_folder(o, p.path, f);
    } else if (p.path && strcmp(p.path, "-") == 0) {
        p.path = NULL;
    }
    if (!o->single && !p.format->run && !p.format->begin)
        return fault_set(f, FAULT_OUTPUT_EACH, p.format->name);
    return add_place(o, &p, f);
}

/* Formats named by --format go to the folder; without one, to standard output. */
static int add_formats(const struct command *c, struct outputs *o, struct fault *f)
{
    const char *standard = o->format_count ? "" : o->folder ? "html,json" : o->single && !c->output_count ? "text" : "";
    const struct report_format *named[SETTINGS_FORMATS + 1];
    if (setting_formats(c, standard, named, f) < 0)
        return -1;
    for (size_t i = 0; named[i]; i++) {
        const struct output_place p = {.format = named[i], .each = true};
        if (setting_add_format(named[i], o->formats, &o->format_count, f) < 0 || (!o->folder && add_place(o, &p, f) < 0))
            return -1;
    }
    return 0;
}

int outputs_choose(const struct command *c, const char *const *paths, struct outputs *o, struct fault *f)
{
    *o = (struct outputs){.folder = c->values[OPTION_OUT]};
    o->asked = c->values[OPTION_OUT] || c->values[OPTION_FORMAT] || c->output_count;
    o->single = (c->output_count || !o->asked) && is_single(paths);
    for (size_t i = 0; i < c->output_count; i++)
        if (add_output(o, c->outputs[i], f) < 0)
            return -1;
    return add_formats(c, o, f);
}

/* ---- while the run goes on ---- */

static void put(struct outputs *o, struct output_place *p, const char *at, size_t len)
{
    if (!p->path)
        fwrite(at, 1, len, stdout);
    else if (p->appends)
        buffer_add(&p->kept, at, len);
    else if (!o->fault.id)
        file_stream_add(&p->file, at, len, &o->fault);
}

static void show(void *context, const struct report_format *format, const char *at, size_t len, bool last)
{
    struct outputs *o = context;
    (void)last;
    for (size_t i = 0; i < o->count; i++)
        if (o->places[i].format == format && (o->places[i].each || o->single || format->begin))
            put(o, &o->places[i], at, len);
}

static void show_run(void *context, const struct report_format *format, const char *at, size_t len, bool last)
{
    struct outputs *o = context;
    (void)last;
    for (size_t i = 0; i < o->count; i++)
        if (o->places[i].format == format && !o->places[i].each)
            put(o, &o->places[i], at, len);
}

static bool wants_run(const struct outputs *o)
{
    for (size_t i = 0; i < o->count; i++)
        if (!o->single && !o->places[i].each && o->places[i].format->run)
            return true;
    return false;
}

static int make_folder_of(const char *path, struct fault *f)
{
    char folder[SETTINGS_PATH];
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return 0;
    int n = snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    return n < 0 || (size_t)n >= sizeof folder ? fault_set(f, FAULT_PATH_LENGTH, "4095") : file_make_folder(folder, f);
}

int outputs_begin(struct outputs *o, struct run_options *run, struct fault *f)
{
    run->out = o->folder;
    run->formats = o->formats;
    if (!o->folder && o->format_count) {
        run->show = show;
        run->show_run = wants_run(o) ? show_run : NULL;
        run->show_context = o;
    }
    for (size_t i = 0; i < o->count; i++) {
        struct output_place *p = &o->places[i];
        buffer_init(&p->kept, (size_t)64 * JOB_SUMMARY_BYTES);
        if (p->path && !p->appends && (make_folder_of(p->path, f) < 0 || file_stream_begin(&p->file, p->path, f) < 0))
            return -1;
    }
    return 0;
}

/* ---- when it is over ---- */

static int cannot_read(const char *path, struct fault *f)
{
    fault_set(f, FAULT_OUTPUT, reason_of(errno));
    fault_where(f, path, 0);
    return -1;
}

/* The report that a place is a copy of. A supplier of which nothing is reported in this format has none. */
static int copy_from(struct outputs *o, struct output_place *p, const char *path)
{
    char part[COPY_BYTES];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return errno == ENOENT && o->single ? 0 : cannot_read(path, &o->fault);
    for (;;) {
        ssize_t n = read(fd, part, sizeof part);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            cannot_read(path, &o->fault);
        if (n <= 0 || o->fault.id)
            break;
        put(o, p, part, (size_t)n);
    }
    close(fd);
    return o->fault.id ? -1 : 0;
}

static int copy_reports(struct outputs *o, const struct run_report *r)
{
    char path[SETTINGS_PATH + REPORT_NAME + 64];
    r->rewind(r->rows);
    const struct run_row *row = o->single ? r->next(r->rows) : NULL;
    for (size_t i = 0; i < o->count; i++) {
        struct output_place *p = &o->places[i];
        if (row && !p->format->begin)
            snprintf(path, sizeof path, "%s/suppliers/%s.%s", o->folder, row->report, p->format->extension);
        else
            snprintf(path, sizeof path, "%s/run.%s", o->folder, p->format->extension);
        if (copy_from(o, p, path) < 0)
            return -1;
    }
    r->rewind(r->rows);
    return 0;
}

/* GitHub refuses a summary over its limit as a whole: what is too long ends with a line that says so. */
static int append_summary(const struct output_place *p, struct fault *f)
{
    static const char rest[] = "\n\n...\n";
    int fd = open(p->path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
    struct stat s;
    if (fd < 0 || fstat(fd, &s) != 0)
        return fd < 0 ? cannot_read(p->path, f) : (cannot_read(p->path, f), close(fd), -1);
    size_t there = S_ISREG(s.st_mode) ? (size_t)s.st_size : 0, len = p->kept.len;
    size_t room = there + sizeof rest < JOB_SUMMARY_BYTES ? JOB_SUMMARY_BYTES - there - sizeof rest : 0;
    bool cut = len > room;
    for (len = cut ? room : len; cut && len && p->kept.at[len - 1] != '\n';)
        len--;
    struct file_stream to = {.path = p->path, .folder = -1, .fd = fd};
    if ((len && file_stream_add(&to, p->kept.at, len, f) < 0) || (cut && room && file_stream_add(&to, rest, sizeof rest - 1, f) < 0)) {
        close(fd);
        return -1;
    }
    return file_stream_end(&to, f);
}

int outputs_end(struct outputs *o, const struct run_report *r, struct fault *f)
{
    if (o->folder && o->count && !o->fault.id)
        copy_reports(o, r);
    for (size_t i = 0; i < o->count && !o->fault.id; i++) {
        struct output_place *p = &o->places[i];
        if (p->kept.failed)
            fault_set(&o->fault, FAULT_MEMORY);
        else if (p->appends)
            append_summary(p, &o->fault);
        else if (p->path)
            file_stream_end(&p->file, &o->fault);
    }
    if (o->fault.id)
        *f = o->fault;
    outputs_drop(o);
    return o->fault.id ? -1 : 0;
}

void outputs_drop(struct outputs *o)
{
    for (size_t i = 0; i < o->count; i++) {
        file_stream_drop(&o->places[i].file);
        buffer_free(&o->places[i].kept);
    }
    o->count = 0;
}
