#include "exchange/delivery.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/data_load.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/reason.h"
#include "exchange/crew.h"
#include "exchange/hold.h"

#define NOTE_NAME ".kijun-delivered"
#define NOTE_HEAD "kijun delivered 1\n"
#define LOCK_NAME ".kijun-delivered.lock"

enum { FILES_MOST = 200000, DEPTH = 16, FILE_BYTES = 256 * 1024 * 1024, NOTE_BYTES = 128 * 1024 * 1024, ARENA = 512 * 1024 * 1024 };

/* ---- the file of deliveries ---- */

static const char *const top_members[] = { "allow", "ca", "pin", "proxy", "seconds", "attempts", "first_wait_ms", "concurrency",
                                           "rate", "s3", "targets", NULL };
static const char *const members[] = { "to", "authorization_file", "authorization_env", "formats", NULL };

static int check_to(const struct data *d, const struct access *a, const struct delivery_target *t, struct fault *f)
{
    struct s3_address x;
    struct url u;
    bool private_too, plain;
    size_t len = strlen(t->to);
    bool good = len && t->to[len - 1] == '/';
    if (strncmp(t->to, "s3://", 5) == 0)
        good = good && s3_parse(t->to, &x);
    else
        good = good && url_parse(t->to, &u) && strncmp(u.scheme, "http", 4) == 0 && !strpbrk(u.path, "?#") &&
               access_permits(a, &u, &private_too, &plain);
    return good ? 0 : access_wrong(data_get(d, "to"), "to", "https://.../, s3://bucket/prefix/", f);
}

static int read_target(const struct data *d, struct arena *arena, const struct access *a, struct delivery_target *t,
                       struct fault *f)
{
    return access_members(d, members, f) < 0 || access_text(d, "to", true, &t->to, f) < 0 ||
                   access_secret(d, "authorization", arena, &t->authorization, f) < 0 ||
                   access_texts(d, "formats", arena, &t->formats, &t->format_count, f) < 0
               ? -1
               : check_to(d, a, t, f);
}

int delivery_read(const char *path, struct arena *arena, struct delivery *out, struct fault *f)
{
    const struct data *d = data_load(path, arena, f);
    *out = (struct delivery){ .concurrency = 4, .rate = 50 };
    if (!d || access_members(d, top_members, f) < 0 || access_read(d, arena, &out->access, f) < 0 ||
        access_number(d, "concurrency", 1, 16, &out->concurrency, f) < 0 ||
        access_number(d, "rate", 1, 1000, &out->rate, f) < 0 || s3_read(d, arena, &out->s3, f) < 0)
        return -1;
    const struct data *list = data_get(d, "targets");
    size_t count = data_items(list);
    if (!count)
        return access_wrong(d, "targets", "{ { to = \"https://.../\" } }", f);
    struct delivery_target *all = arena_array(arena, count, sizeof *all);
    if (!all)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < count; i++)
        if (read_target(data_item(list, i), arena, &out->access, &all[i], f) < 0)
            return -1;
    out->all = all;
    out->count = count;
    return 0;
}

/* ---- the files ---- */

struct report_file {
    const char *name;       /* below the folder */
    int depth;
};

struct sending {
    const struct delivery *delivery;
    const struct delivery_target *target;
    const char *shown;
    int folder;
    instant now;
    struct arena *arena;
    struct report_file *files;
    size_t count, size;
    const char **notes;     /* "to\tfile\thash", sorted: what was delivered before */
    size_t note_count;
    /* of the target, by file */
    char (*hashes)[65];     /* "" when it was not read */
    bool *sent;
    struct fault *whys;
    char host[URL_HOST];
};

static int cannot_read(const struct sending *s, const char *path, int number, struct fault *f)
{
    char shown[FAULT_PLACE_SIZE];
    snprintf(shown, sizeof shown, "%.200s/%.300s", s->shown, path);
    fault_where(f, shown, 0);
    return fault_set(f, FAULT_FILE_OPEN, reason_of(number));
}

static int add_file(struct sending *s, const char *name, int depth, struct fault *f)
{
    if (s->count == s->size) {
        size_t size = s->size ? 2 * s->size : 256;
        struct report_file *more = size > 2 * FILES_MOST ? NULL : realloc(s->files, size * sizeof *more);
        if (!more)
            return fault_set(f, FAULT_MEMORY);
        s->files = more;
        s->size = size;
    }
    s->files[s->count++] = (struct report_file){ name, depth };
    return 0;
}

static int list_folder(struct sending *s, int fd, const char *path, int depth, struct fault *f);

static int list_entry(struct sending *s, int fd, const char *path, const char *name, int depth, struct fault *f)
{
    struct stat st;
    const char *whole = *path ? arena_format(s->arena, "%s/%s", path, name) : arena_copy(s->arena, name, strlen(name));
    if (!whole)
        return fault_set(f, FAULT_MEMORY);
    if (fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return cannot_read(s, whole, errno, f);
    if (S_ISREG(st.st_mode))
        return url_safe_name(whole) ? add_file(s, whole, depth, f) : 0;
    if (!S_ISDIR(st.st_mode) || depth == DEPTH)
        return 0;
    int inner = openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return inner < 0 ? cannot_read(s, whole, errno, f) : list_folder(s, inner, whole, depth + 1, f);
}

/* Takes `fd` over. */
static int list_folder(struct sending *s, int fd, const char *path, int depth, struct fault *f)
{
    DIR *dir = fdopendir(fd);
    int result = 0;
    if (!dir) {
        result = cannot_read(s, path, errno, f);
        close(fd);
        return result;
    }
    for (struct dirent *e; result == 0 && (e = readdir(dir));)
        if (e->d_name[0] != '.')
            result = list_entry(s, fd, path, e->d_name, depth, f);
    closedir(dir);
    return result;
}

static int by_depth(const void *a, const void *b)
{
    const struct report_file *x = a, *y = b;
    return x->depth != y->depth ? y->depth - x->depth : strcmp(x->name, y->name);
}

/* ---- what was delivered before ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Notes that are missing or not ours are none: everything is delivered again. */
static int read_notes(struct sending *s, struct fault *f)
{
    struct buffer b;
    struct fault missing = { 0 };
    size_t lines = 0;
    buffer_init(&b, NOTE_BYTES);
    if (file_read(s->folder, NOTE_NAME, NOTE_NAME, NOTE_BYTES, &b, &missing) == 0 && strlen(b.at) == b.len &&
        strncmp(b.at, NOTE_HEAD, sizeof NOTE_HEAD - 1) == 0) {
        char *text = arena_copy(s->arena, b.at + sizeof NOTE_HEAD - 1, b.len - (sizeof NOTE_HEAD - 1)), *rest = NULL;
        for (const char *p = text; p && *p; p++)
            lines += *p == '\n';
        s->notes = text ? arena_array(s->arena, lines + 1, sizeof *s->notes) : NULL;
        char *line = text && s->notes ? strtok_r(text, "\n", &rest) : NULL;
        for (; line && s->note_count < lines; line = strtok_r(NULL, "\n", &rest))
            s->notes[s->note_count++] = line;
    }
    buffer_free(&b);
    if (s->notes && s->note_count)
        qsort(s->notes, s->note_count, sizeof *s->notes, by_text);
    return arena_failed(s->arena) ? fault_set(f, FAULT_MEMORY) : 0;
}

static bool note_line(char *line, size_t size, const char *to, const char *file, const char *hash)
{
    int n = snprintf(line, size, "%s\t%s\t%s", to, file, hash);
    return n > 0 && (size_t)n < size;
}

static bool was_delivered(const struct sending *s, const char *file, const char *hash)
{
    char line[URL_BYTES + 1200];
    const char *key = line;
    return note_line(line, sizeof line, s->target->to, file, hash) && s->note_count &&
           bsearch(&key, s->notes, s->note_count, sizeof *s->notes, by_text);
}

/* ---- one file ---- */

static const char *type_of(const char *name)
{
    static const struct { const char *ending, *type; } types[] = {
        { ".html", "text/html; charset=utf-8" },        { ".json", "application/json" },
        { ".xml", "application/xml" },                  { ".csv", "text/csv; charset=utf-8" },
        { ".txt", "text/plain; charset=utf-8" },        { ".md", "text/markdown; charset=utf-8" },
        { ".sarif", "application/sarif+json" },         { ".ics", "text/calendar; charset=utf-8" },
        { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    };
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof types / sizeof *types; i++)
        if (strcmp(dot, types[i].ending) == 0)
            return types[i].type;
    return "application/octet-stream";
}

static bool has_format(const struct delivery_target *t, const char *name)
{
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; i < t->format_count; i++)
        if (dot && strcmp(dot + 1, t->formats[i]) == 0)
            return true;
    return t->format_count == 0;
}

static int put(const struct sending *s, const char *name, const struct buffer *body, struct fault *f)
{
    struct buffer url;
    struct http_reply r = { .body = NULL };
    bool s3 = strncmp(s->target->to, "s3://", 5) == 0;
    buffer_init(&url, URL_BYTES + 4096);
    buffer_puts(&url, s->target->to);
    if (s3)
        buffer_puts(&url, name); /* encoded when it is signed */
    else
        url_encode(&url, name, strlen(name), true);
    const struct request q = { .method = "PUT", .url = url.at, .authorization = s->target->authorization, .content_type = type_of(name),
                               .body = body->at ? body->at : "", .len = body->len };
    int result = url.failed ? fault_set(f, FAULT_MEMORY)
                 : s3       ? s3_request(&s->delivery->s3, &q, &s->delivery->access, s->now, &r, f)
                            : request_send(&q, &s->delivery->access, &r, f);
    if (result == 0 && (r.status < 200 || r.status > 299))
        result = request_status_fault(&q, r.status, f);
    buffer_free(&url);
    return result;
}

/* Any thread. */
static void send_one(void *context, size_t i)
{
    struct sending *s = context;
    const char *name = s->files[i].name;
    struct buffer body;
    if (!has_format(s->target, name))
        return;
    buffer_init(&body, FILE_BYTES);
    if (file_read(s->folder, name, name, FILE_BYTES, &body, &s->whys[i]) == 0) {
        struct sha256 h = hash_sha256(body.at ? body.at : "", body.len);
        hash_sha256_hex(&h, s->hashes[i]);
        if (!was_delivered(s, name, s->hashes[i]))
            s->sent[i] = put(s, name, &body, &s->whys[i]) == 0;
    }
    buffer_free(&body);
}

static const char *host_of(void *context, size_t i)
{
    const struct sending *s = context;
    (void)i;
    return s->host;
}

/* ---- all ---- */

/* The files of one depth go together; those above wait for them. */
static int send_depths(struct sending *s, struct fault *f)
{
    struct report_file *all = s->files;
    size_t count = s->count;
    int result = 0;
    for (size_t from = 0, to; result == 0 && from < count; from = to) {
        to = from;
        while (to < count && all[to].depth == all[from].depth)
            to++;
        struct sending part = *s;
        part.files += from;
        part.hashes += from;
        part.sent += from;
        part.whys += from;
        const struct crew_work work = { .count = to - from, .concurrency = s->delivery->concurrency, .rate = s->delivery->rate,
                                        .host = host_of, .one = send_one, .context = &part };
        result = crew_run(&work, f);
    }
    return result;
}

static bool make_room(struct sending *s)
{
    s->hashes = calloc(s->count + 1, sizeof *s->hashes);
    s->sent = calloc(s->count + 1, sizeof *s->sent);
    s->whys = calloc(s->count + 1, sizeof *s->whys);
    return s->hashes && s->sent && s->whys;
}

/* What is where now: new ones, those that were the same, and of those that could not be sent what was there before. */
static void note_target(const struct sending *s, struct buffer *out)
{
    char line[URL_BYTES + 1200];
    for (size_t i = 0; i < s->count; i++)
        if (s->hashes[i][0] && !s->whys[i].id && note_line(line, sizeof line, s->target->to, s->files[i].name, s->hashes[i])) {
            buffer_puts(out, line);
            buffer_puts(out, "\n");
        }
}

static int send_target(struct sending *s, struct delivery_sums *sums, void (*each)(void *context, const struct delivered *e),
                       void *context, struct buffer *notes, struct fault *f)
{
    struct url u;
    if (strncmp(s->target->to, "s3://", 5) == 0)
        s3_host(&s->delivery->s3, s->target->to, s->host);
    else if (url_parse(s->target->to, &u))
        memcpy(s->host, u.host, sizeof s->host);
    int result = make_room(s) ? send_depths(s, f) : fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; result == 0 && i < s->count; i++) {
        const struct delivered e = { s->target->to, s->files[i].name, s->whys[i].id ? &s->whys[i] : NULL };
        sums->failed += e.why != NULL;
        sums->sent += s->sent[i];
        sums->same += s->hashes[i][0] && !e.why && !s->sent[i];
        if (e.why || s->sent[i])
            each(context, &e);
    }
    if (result == 0)
        note_target(s, notes);
    free(s->hashes);
    free(s->sent);
    free(s->whys);
    return result;
}

static int open_folder(struct sending *s, int *lock, struct fault *f)
{
    s->folder = open(s->shown, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    fault_where(f, s->shown, 0);
    if (s->folder < 0)
        return fault_set(f, FAULT_FOLDER_READ, reason_of(errno));
    if (hold_folder(s->folder, LOCK_NAME, lock, f) < 0)
        return -1;
    fault_clear(f);
    return 0;
}

static int list_files(struct sending *s, struct fault *f)
{
    int again = openat(s->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (again < 0)
        return cannot_read(s, ".", errno, f);
    int result = list_folder(s, again, "", 0, f);
    if (s->count)
        qsort(s->files, s->count, sizeof *s->files, by_depth);
    return result;
}

static int send_all(struct sending *s, struct delivery_sums *sums, void (*each)(void *context, const struct delivered *e),
                    void *context, struct fault *f)
{
    struct buffer notes;
    int result = list_files(s, f) < 0 ? -1 : read_notes(s, f);
    buffer_init(&notes, NOTE_BYTES);
    buffer_puts(&notes, NOTE_HEAD);
    for (size_t i = 0; result == 0 && i < s->delivery->count; i++) {
        s->target = &s->delivery->all[i];
        result = send_target(s, sums, each, context, &notes, f);
    }
    if (result == 0)
        result = notes.failed ? fault_set(f, FAULT_MEMORY) : file_write(s->folder, NOTE_NAME, notes.at, notes.len, f);
    buffer_free(&notes);
    return result;
}

int delivery_send(const struct delivery *d, const char *folder, instant now, struct delivery_sums *sums,
                  void (*each)(void *context, const struct delivered *e), void *context, struct fault *f)
{
    struct sending s = { .delivery = d, .shown = folder, .folder = -1, .now = now, .arena = arena_new(ARENA) };
    int lock = -1;
    *sums = (struct delivery_sums){ 0 };
    int result = s.arena ? open_folder(&s, &lock, f) : fault_set(f, FAULT_MEMORY);
    if (result == 0)
        result = send_all(&s, sums, each, context, f);
    if (lock >= 0)
        close(lock);
    if (s.folder >= 0)
        close(s.folder);
    free(s.files);
    arena_free(s.arena);
    return result;
}
