#include "documents/remarks.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/reason.h"
#include "documents/loader.h"
#include "documents/margin.h"
#include "documents/source.h"

/* The file in hand. */
struct gathering {
    struct remarks *out;
    struct arena *arena;
    const char *file;
    const char *at;
    size_t len;
    char *rest;         /* the same with blanks in place of all remarks */
    size_t counted;     /* bytes whose line breaks are in `line` */
    uint32_t line;
};

void loader_skip_remarks(struct loader *l)
{
    l->skips_remarks = true;
}

/* ---- lines ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && is_blank(*at))
        at++;
    return at;
}

size_t remark_in_line(const char *at, size_t len)
{
    static const char word[] = "expect:";
    const char *end = at + len, *start = skip_blanks(at, end);
    if (end - start >= 2 && memcmp(start, "//", 2) == 0)
        return (size_t)(start - at);
    for (const char *p = start; (p = memmem(p, (size_t)(end - p), "//", 2)) != NULL; p += 2) {
        const char *text = skip_blanks(p + 2, end);
        if (is_blank(p[-1]) && (size_t)(end - text) >= sizeof word - 1 && memcmp(text, word, sizeof word - 1) == 0)
            return (size_t)(p - at);
    }
    return len;
}

/* The line of a byte that is not before the one asked for last. */
static uint32_t line_of(struct gathering *g, size_t to)
{
    for (; g->counted < to; g->counted++)
        g->line += g->at[g->counted] == '\n';
    return g->line;
}

/* ---- what is gathered ---- */

static struct remark *add(struct gathering *g, const char *at, size_t len)
{
    const char *end = at + len;
    at = skip_blanks(at, end);
    while (end > at && is_blank(end[-1]))
        end--;
    if (at == end || g->out->count == REMARKS_MOST)
        return NULL;
    struct remark *r = &g->out->at[g->out->count];
    *r = (struct remark){.file = g->file, .text = arena_copy(g->arena, at, (size_t)(end - at))};
    if (!r->text)
        return NULL;
    g->out->count++;
    return r;
}

/* The lines of a comment, `start` to `end` in the file without its marks. */
static void add_lines(struct gathering *g, size_t start, size_t end)
{
    while (start < end) {
        const char *stop = memchr(g->at + start, '\n', end - start);
        size_t len = stop ? (size_t)(stop - g->at) - start : end - start;
        struct remark *r = add(g, g->at + start, len);
        if (r) {
            r->line = line_of(g, start);
            r->at = (size_t)(skip_blanks(g->at + start, g->at + start + len) - g->at);
        }
        start += len + 1;
    }
}

/* ---- of what line a remark speaks: told when all remarks are blanks ---- */

static bool blank_between(const char *at, const char *end)
{
    while (at < end && (is_blank(*at) || *at == '\n'))
        at++;
    return at == end;
}

static void settle(struct gathering *g, size_t first)
{
    const char *end = g->rest + g->len, *start = g->rest;
    uint32_t line = 1;
    for (size_t i = first; i < g->out->count; i++) {
        struct remark *r = &g->out->at[i];
        const char *next;
        for (; line < r->line && (next = memchr(start, '\n', (size_t)(end - start))) != NULL; line++)
            start = next + 1;
        uint32_t about = line;
        const char *p = start;
        while (p < end && (is_blank(*p) || *p == '\n'))
            about += *p++ == '\n';
        r->about = about;
        r->head = blank_between(g->rest, start) && about != r->line;
    }
}

/* ---- plain text, and markup ---- */

static void gather_text(struct gathering *g)
{
    for (size_t start = 0; start < g->len;) {
        const char *stop = memchr(g->at + start, '\n', g->len - start);
        size_t len = stop ? (size_t)(stop - g->at) - start : g->len - start, remark = remark_in_line(g->at + start, len);
        if (remark < len) {
            add_lines(g, start + remark + 2, start + len);
            memset(g->rest + start + remark, ' ', len - remark);
        }
        start += len + 1;
    }
}

static void blank_out(struct gathering *g, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (g->rest[i] != '\n')
            g->rest[i] = ' ';
}

/* The declaration and the document type are not yet the document. */
static void blank_prolog(struct gathering *g)
{
    size_t at = g->len >= 3 && memcmp(g->rest, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    blank_out(g, 0, at);
    for (;;) {
        while (at < g->len && (is_blank(g->rest[at]) || g->rest[at] == '\n'))
            at++;
        bool prolog = g->len - at > 2 && g->rest[at] == '<' && (g->rest[at + 1] == '?' || g->rest[at + 1] == '!');
        const char *stop = prolog ? memchr(g->rest + at, '>', g->len - at) : NULL;
        if (!stop)
            return;
        blank_out(g, at, (size_t)(stop + 1 - g->rest));
    }
}

static void gather_markup(struct gathering *g)
{
    const char *end = g->at + g->len;
    for (const char *p = g->at; (p = memmem(p, (size_t)(end - p), "<!--", 4)) != NULL;) {
        const char *stop = memmem(p + 4, (size_t)(end - p - 4), "-->", 3);
        if (!stop)
            break;
        add_lines(g, (size_t)(p + 4 - g->at), (size_t)(stop - g->at));
        blank_out(g, (size_t)(p - g->at), (size_t)(stop + 3 - g->at));
        p = stop + 3;
    }
    blank_prolog(g);
}

/* ---- packages ---- */

static int gather_margin(struct gathering *g, bool word, struct fault *f)
{
    struct margin m;
    if (!margin_begin(&m, g->arena))
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    int status = word ? word_margin(g->at, g->len, &m, f) : odt_margin(g->at, g->len, &m, f);
    for (size_t i = 0; status == 0 && i < m.count; i++)
        for (const char *line = m.at[i].text; line && *line; line += strcspn(line, "\n") + (line[strcspn(line, "\n")] == '\n')) {
            struct remark *r = add(g, line, strcspn(line, "\n"));
            if (r)
                r->line = r->about = m.at[i].paragraph;
        }
    return status;
}

/* ---- files ---- */

static int gather(struct gathering *g, struct fault *f)
{
    enum sniffed kind = load_sniff(g->file, g->at, g->len);
    size_t first = g->out->count;
    if (kind == SNIFF_WORD || kind == SNIFF_ODT)
        return gather_margin(g, kind == SNIFF_WORD, f);
    if (kind == SNIFF_UNREAD || kind == SNIFF_OTHER)
        return 0;
    g->rest = arena_copy(g->arena, g->at, g->len);
    if (!g->rest)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    if (kind == SNIFF_TEXT)
        gather_text(g);
    else
        gather_markup(g);
    settle(g, first);
    return 0;
}

static int gather_file(int folder, const char *name, const char *shown, struct arena *arena, struct remarks *out,
                       struct fault *f)
{
    struct source source;
    struct buffer bytes;
    struct gathering g = {.out = out, .arena = arena, .file = arena_copy(arena, name, strlen(name)), .line = 1};
    if (source_open(folder, name, shown, &source, f) < 0)
        return -1;
    buffer_init(&bytes, LOAD_WORD_BYTES + 1);
    int status = source_read(&source, shown, source.size < LOAD_WORD_BYTES ? source.size : LOAD_WORD_BYTES, &bytes, f);
    source_close(&source);
    g.at = bytes.at ? bytes.at : "";
    g.len = bytes.len;
    if (status == 0)
        status = g.file ? gather(&g, f) : fault_set(f, FAULT_DOCUMENT_MEMORY);
    buffer_free(&bytes);
    if (status < 0)
        fault_where(f, shown, 0);
    return status;
}

static int gather_folder(int fd, const char *path, struct arena *arena, struct remarks *out, struct fault *f)
{
    struct file_list list;
    int status = folder_list(arena, fd, path, &list, f);
    for (size_t i = 0; status == 0 && i < list.count; i++) {
        const char *shown = arena_format(arena, "%s/%s", path, list.paths[i]);
        status = shown ? gather_file(fd, list.paths[i], shown, arena, out, f) : fault_set(f, FAULT_DOCUMENT_MEMORY);
    }
    return status;
}

int remarks_read(const char *path, struct arena *arena, struct remarks *out, struct fault *f)
{
    const char *slash = strrchr(path, '/'), *folder = slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : ".";
    *out = (struct remarks){.at = arena_array(arena, REMARKS_MOST, sizeof *out->at)};
    if (!out->at || !folder)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK), parent = -1, status;
    if (fd >= 0)
        status = gather_folder(fd, path, arena, out, f);
    else if ((parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) >= 0)
        status = gather_file(parent, slash ? slash + 1 : path, path, arena, out, f);
    else {
        fault_where(f, path, 0);
        return fault_set(f, FAULT_FILE_OPEN, reason_of(errno));
    }
    close(fd >= 0 ? fd : parent);
    return status;
}
