/* The findings of two runs, from the reports of their suppliers as JSON (FOLDER/suppliers/NAME.json). */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json_read.h"
#include "base/reason.h"
#include "cli/diff.h"
#include "cli/settings.h"

enum { REPORT_BYTES = 64 * 1024 * 1024, REPORT_ARENA = 512 * 1024 * 1024, FINDINGS_FIRST = 1024 };

/* ---- where the run is ---- */

/* The folder of reports: the path itself, or the one that the report of the run lies in. */
static bool folder_of(const char *path, char out[SETTINGS_PATH])
{
    struct stat s;
    size_t len = strlen(path);
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (stat(path, &s) != 0 || len >= SETTINGS_PATH - 16)
        return false;
    if (S_ISDIR(s.st_mode))
        snprintf(out, SETTINGS_PATH, "%s/suppliers", path);
    else if (strcmp(name, "run.json") == 0 || strcmp(name, "run.html") == 0 || strcmp(name, "run.manifest.json") == 0)
        snprintf(out, SETTINGS_PATH, "%.*ssuppliers", (int)(name - path), path);
    else
        return false;
    return true;
}

bool run_is_there(const char *path)
{
    char folder[SETTINGS_PATH], manifest[SETTINGS_PATH + 32];
    struct stat s;
    if (!folder_of(path, folder) || stat(folder, &s) != 0 || !S_ISDIR(s.st_mode))
        return false;
    int beside = (int)(strlen(folder) - strlen("suppliers"));
    snprintf(manifest, sizeof manifest, "%.*srun.manifest.json", beside, folder);
    if (access(manifest, F_OK) == 0)
        return true;
    snprintf(manifest, sizeof manifest, "%.*srun.json", beside, folder);
    return access(manifest, F_OK) == 0;
}

/* ---- reading it ---- */

struct run {
    struct arena *arena;        /* of what is kept */
    struct run_finding *at;
    size_t count, room;
    bool incomplete;
    struct fault *f;
};

static const char *copy(struct run *r, const char *text)
{
    return text ? arena_copy(r->arena, text, strlen(text)) : NULL;
}

static struct run_finding *add(struct run *r)
{
    if (r->count == r->room) {
        size_t room = r->room ? 2 * r->room : FINDINGS_FIRST;
        struct run_finding *at = realloc(r->at, room * sizeof *at);
        if (!at) {
            fault_set(r->f, FAULT_MEMORY);
            return NULL;
        }
        r->at = at;
        r->room = room;
    }
    r->at[r->count] = (struct run_finding){0};
    return &r->at[r->count++];
}

/* A grade, or why there is none. */
static const char *label_of(const struct data *finding)
{
    const char *outcome = data_text(finding, "outcome", "");
    return strcmp(outcome, "fail") == 0 ? data_text(finding, "grade", outcome) : outcome;
}

static int take_finding(struct run *r, const char *supplier, const struct data *d)
{
    struct run_finding *f = add(r);
    const struct data *text = data_get(d, "text"), *place = data_get(d, "place"), *line = data_get(place, "line");
    if (!f)
        return -1;
    f->supplier = supplier;
    f->fingerprint = copy(r, data_text(d, "fingerprint", ""));
    f->rule = copy(r, data_text(d, "rule", ""));
    f->message = copy(r, data_text(d, "message", ""));
    f->text[LANGUAGE_EN] = copy(r, data_text(text, "en", ""));
    f->text[LANGUAGE_JA] = copy(r, data_text(text, "ja", ""));
    f->document = copy(r, data_text(place, "document", NULL));
    f->clause = copy(r, data_text(place, "clause", NULL));
    f->line = line && line->type == DATA_INT ? line->as.integer : 0;
    f->before = copy(r, label_of(d));
    return arena_failed(r->arena) ? fault_set(r->f, FAULT_MEMORY) : 0;
}

/* A report was there, whatever stands in it: sorts before all findings of its supplier. */
static bool is_mark(const struct run_finding *f)
{
    return !*f->fingerprint;
}

static int mark_supplier(struct run *r, const char *supplier)
{
    struct run_finding *f = add(r);
    if (!f)
        return -1;
    f->supplier = supplier;
    f->fingerprint = "";
    return 0;
}

static int take_report(struct run *r, const struct data *d)
{
    const struct data *verdict = data_get(d, "verdict"), *incomplete = data_get(verdict, "incomplete");
    const struct data *findings = data_get(d, "findings");
    const char *supplier = copy(r, data_text(data_get(d, "supplier"), "id", ""));
    if (!verdict || !findings) {
        fault_where(r->f, d->file, d->line);
        return fault_set(r->f, FAULT_JSON_SYNTAX, "verdict, findings");
    }
    if (mark_supplier(r, supplier ? supplier : "") < 0)
        return -1;
    r->incomplete |= incomplete && incomplete->type == DATA_BOOL && incomplete->as.flag;
    for (size_t i = 0; i < data_items(findings); i++)
        if (take_finding(r, supplier ? supplier : "", data_item(findings, i)) < 0)
            return -1;
    return 0;
}

static int read_report(struct run *r, int folder, const char *shown, const char *name, struct arena *arena, struct buffer *b)
{
    char path[SETTINGS_PATH + 256];
    snprintf(path, sizeof path, "%s/%s", shown, name);
    arena_reset(arena);
    if (file_read(folder, name, path, REPORT_BYTES, b, r->f) < 0)
        return -1;
    const struct data *d = json_read(path, b->at, b->len, arena, r->f);
    return d ? take_report(r, d) : -1;
}

static bool is_report(const char *name)
{
    size_t len = strlen(name);
    return name[0] != '.' && len > 5 && strcmp(name + len - 5, ".json") == 0 && !strstr(name, ".gitlab.json");
}

static int read_reports(struct run *r, int folder, const char *shown)
{
    struct arena *arena = arena_new(REPORT_ARENA);
    DIR *d = arena ? fdopendir(folder) : NULL;
    struct buffer b;
    size_t reports = 0;
    buffer_init(&b, REPORT_BYTES + 1);
    if (!d)
        fault_set(r->f, FAULT_MEMORY);
    for (struct dirent *e; d && !r->f->id && (e = readdir(d));)
        if (is_report(e->d_name)) {
            reports++;
            read_report(r, folder, shown, e->d_name, arena, &b);
        }
    if (!reports && !r->f->id) {
        fault_set(r->f, FAULT_DIFF_RUN);
        fault_where(r->f, shown, 0);
    }
    buffer_free(&b);
    if (d)
        closedir(d);
    else
        close(folder);
    arena_free(arena);
    return r->f->id ? -1 : 0;
}

static int read_run(struct run *r, const char *path)
{
    char shown[SETTINGS_PATH];
    int folder = folder_of(path, shown) ? open(shown, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (folder >= 0)
        return read_reports(r, folder, shown);
    fault_set(r->f, FAULT_FILE_OPEN, reason_of(errno));
    fault_where(r->f, path, 0);
    return -1;
}

/* ---- comparing ---- */

static int by_identity(const void *a, const void *b)
{
    const struct run_finding *x = a, *y = b;
    int order = strcmp(x->supplier, y->supplier);
    return order ? order : strcmp(x->fingerprint, y->fingerprint);
}

static int by_change(const void *a, const void *b)
{
    const struct run_finding *x = a, *y = b;
    if (x->change != y->change)
        return x->change < y->change ? -1 : 1;
    int order = strcmp(x->supplier, y->supplier);
    if (!order)
        order = strcmp(x->rule, y->rule);
    return order ? order : strcmp(x->fingerprint, y->fingerprint);
}

/* How bad it is: what was accepted counts least, what could not be judged may be anything. */
static int rank_of(const char *label)
{
    static const struct { const char *label; int rank; } rows[] = {
        {"waived", 0}, {"observation", 1}, {"indeterminate", 2}, {"minor", 2}, {"error", 3}, {"major", 3}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].label, label) == 0)
            return rows[i].rank;
    return 3;
}

static void put(struct run_difference *out, struct run_finding *to, const struct run_finding *before, const struct run_finding *after,
                bool gone)
{
    int a = before ? rank_of(before->before) : 0, b = after ? rank_of(after->before) : 0;
    if ((!before && !b) || (!after && !a))
        return; /* accepted all along */
    if (before && after && a == b) {
        out->same++;
        return;
    }
    struct run_finding *f = &to[out->count++];
    *f = after ? *after : *before;
    f->after = after ? after->before : NULL;
    f->before = before ? before->before : NULL;
    f->change = !before ? RUN_NEW : !after ? (gone ? RUN_GONE : RUN_FIXED) : b > a ? RUN_WORSE : RUN_BETTER;
    out->totals[f->change]++;
}

static int merge(struct run *a, struct run *b, struct arena *arena, struct run_difference *out, struct fault *f)
{
    struct run_finding *to = arena_array(arena, a->count + b->count + 1, sizeof *to);
    *out = (struct run_difference){.at = to, .incomplete = b->incomplete};
    if (!to)
        return fault_set(f, FAULT_MEMORY);
    if (a->count)
        qsort(a->at, a->count, sizeof *a->at, by_identity);
    if (b->count)
        qsort(b->at, b->count, sizeof *b->at, by_identity);
    bool gone = false;
    for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
        int order = i == a->count ? 1 : j == b->count ? -1 : by_identity(&a->at[i], &b->at[j]);
        const struct run_finding *before = order <= 0 ? &a->at[i] : NULL, *after = order >= 0 ? &b->at[j] : NULL;
        if (is_mark(before ? before : after))
            gone = !after;
        else
            put(out, to, before, after, gone);
        i += order <= 0;
        j += order >= 0;
    }
    if (out->count)
        qsort(to, out->count, sizeof *to, by_change);
    return 0;
}

int runs_compare(const char *before, const char *after, struct arena *arena, struct run_difference *out, struct fault *f)
{
    struct run a = {.arena = arena, .f = f}, b = {.arena = arena, .f = f};
    int failed = read_run(&a, before) < 0 || read_run(&b, after) < 0 || merge(&a, &b, arena, out, f) < 0 ? -1 : 0;
    free(a.at);
    free(b.at);
    return failed;
}
