#include "report/workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/library.h"
#include "base/reason.h"
#include "base/text.h"
#include "report/run.h"

enum { PATH_BYTES = 4096, CHUNK = 64 * 1024, DAY_1900 = 25569 /* of 1970-01-01 */, LINKS = 65530 /* Excel's most of a sheet */ };

struct workbook_file {
    lxw_workbook *book;
    lxw_format *looks[LOOK_COUNT];
    char folder[PATH_BYTES], path[PATH_BYTES + 16];
    bool failed;
};

static int refuse(struct fault *f)
{
    return fault_set(f, FAULT_OUTPUT, reason_of(errno));
}

static bool make_folder(struct workbook_file *w, struct fault *f)
{
    const char *base = getenv("TMPDIR");
    int n = snprintf(w->folder, sizeof w->folder, "%s/kijun-XXXXXX", base && *base ? base : "/tmp");
    if (n < 0 || (size_t)n >= sizeof w->folder || !mkdtemp(w->folder)) {
        fault_where(f, base && *base ? base : "/tmp", 0);
        refuse(f);
        return false;
    }
    snprintf(w->path, sizeof w->path, "%s/run.xlsx", w->folder);
    return true;
}

/* ---- looks ---- */

static void set_look(lxw_format *f, enum cell_look look)
{
    static const struct { uint32_t ground, ink; } colours[LOOK_COUNT] = {
        [LOOK_HEAD] = {0x1F3A5F, 0xFFFFFF},        [LOOK_MAJOR] = {0xF8D7DA, 0x842029}, [LOOK_MINOR] = {0xFFE5D0, 0x7A3E00},
        [LOOK_OBSERVATION] = {0xFFF3CD, 0x664D03}, [LOOK_GOOD] = {0xD1E7DD, 0x0F5132},  [LOOK_UNKNOWN] = {0xE2E3E5, 0x41464B},
        [LOOK_INPUT] = {0xFFFBE6, 0},              [LOOK_INPUT_DATE] = {0xFFFBE6, 0},   [LOOK_LINK] = {0, 0x0B57D0}};
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (colours[look].ground)
        format_set_bg_color(f, colours[look].ground);
    if (colours[look].ink)
        format_set_font_color(f, colours[look].ink);
    if (look == LOOK_TITLE || look == LOOK_HEAD)
        format_set_bold(f);
    if (look == LOOK_TITLE)
        format_set_font_size(f, 14);
    if (look == LOOK_WRAP || look == LOOK_HEAD || look == LOOK_INPUT)
        format_set_text_wrap(f);
    if (look == LOOK_DATE || look == LOOK_INPUT_DATE)
        format_set_num_format(f, "yyyy-mm-dd");
    if (look == LOOK_LINK)
        format_set_underline(f, LXW_UNDERLINE_SINGLE);
    if (look == LOOK_INPUT || look == LOOK_INPUT_DATE) {
        format_set_unlocked(f);
        format_set_border(f, LXW_BORDER_HAIR);
    }
}

static bool make_looks(struct workbook_file *w)
{
    for (int i = 0; i < LOOK_COUNT; i++) {
        w->looks[i] = workbook_add_format(w->book);
        if (!w->looks[i])
            return false;
        set_look(w->looks[i], (enum cell_look)i);
    }
    return true;
}

/* ---- the whole ---- */

static void discard(struct workbook_file *w)
{
    if (*w->path)
        unlink(w->path);
    if (*w->folder)
        rmdir(w->folder);
    free(w);
}

struct workbook_file *workbook_file_new(day as_of, const char *title, bool streams, struct fault *f)
{
    struct workbook_file *w = calloc(1, sizeof *w);
    if (!w || !library_load(WORKBOOK_LIBRARY)) {
        fault_set(f, w ? FAULT_LIBRARY_LACKING : FAULT_MEMORY, WORKBOOK_LIBRARY, "libxlsxwriter4");
        free(w);
        return NULL;
    }
    if (!make_folder(w, f)) {
        free(w);
        return NULL;
    }
    lxw_workbook_options options = {.constant_memory = streams, .tmpdir = w->folder, .use_zip64 = LXW_FALSE};
    lxw_doc_properties about = {.title = (char *)(uintptr_t)title, .company = (char *)(uintptr_t) "kijun",
                                .created = (time_t)as_of * 86400};
    w->book = workbook_new_opt(w->path, &options);
    if (w->book && make_looks(w) && workbook_set_properties(w->book, &about) == LXW_NO_ERROR)
        return w;
    if (w->book)
        lxw_workbook_free(w->book);
    discard(w);
    fault_set(f, FAULT_MEMORY);
    return NULL;
}

struct lxw_worksheet *workbook_file_sheet(struct workbook_file *w, const char *name)
{
    struct lxw_worksheet *s = w->failed ? NULL : workbook_add_worksheet(w->book, name);
    w->failed |= !s;
    return s;
}

static int copy_out(const struct workbook_file *w, struct buffer *out, void (*drain)(void *, struct buffer *), void *drained,
                    struct fault *f)
{
    int fd = open(w->path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : 1;
    while (n > 0 && !out->failed) {
        char *to = buffer_space(out, CHUNK);
        n = to ? read(fd, to, CHUNK) : -1;
        if (n > 0)
            buffer_added(out, (size_t)n);
        if (drain && out->len > RUN_DRAIN)
            drain(drained, out);
    }
    int failed = n < 0 || out->failed ? refuse(f) : 0;
    if (fd >= 0)
        close(fd);
    return failed;
}

int workbook_file_end(struct workbook_file *w, struct buffer *out, void (*drain)(void *, struct buffer *), void *drained,
                      struct fault *f)
{
    bool failed = w->failed;
    errno = ENOSPC; /* what libxlsxwriter does not say is mostly this */
    lxw_error e = workbook_close(w->book);
    int status = failed || e != LXW_NO_ERROR ? refuse(f) : copy_out(w, out, drain, drained, f);
    if (status != 0) {
        fault_where(f, w->path, 0);
        out->failed = true;
    }
    discard(w);
    return status;
}

/* ---- cells ---- */

static void check(struct workbook_file *w, lxw_error e)
{
    w->failed |= e != LXW_NO_ERROR;
}

void workbook_text(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, const char *at, size_t len,
                   enum cell_look look)
{
    static const char ellipsis[3] = {'\xE2', '\x80', '\xA6'}; /* … */
    char few[512], *text = few;
    size_t characters = 0, end = 0;
    if (!s || w->failed)
        return;
    for (size_t i = 0; i < len && characters < WORKBOOK_TEXT - 1; characters++) {
        size_t n = text_char(at + i, len - i);
        /* Excel counts characters beyond the first plane twice. */
        characters += n == 4;
        end = i += n ? n : 1;
    }
    if (end + 4 > sizeof few && !(text = malloc(end + 4))) {
        w->failed = true;
        return;
    }
    memcpy(text, at, end);
    if (end < len) {
        memcpy(text + end, ellipsis, sizeof ellipsis);
        end += sizeof ellipsis;
    }
    text[end] = '\0';
    check(w, worksheet_write_string(s, row, column, text, w->looks[look]));
    if (text != few)
        free(text);
}

void workbook_puts(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, const char *text,
                   enum cell_look look)
{
    if (text && *text)
        workbook_text(w, s, row, column, text, strlen(text), look);
}

void workbook_number(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, double n,
                     enum cell_look look)
{
    if (s && !w->failed)
        check(w, worksheet_write_number(s, row, column, n, w->looks[look]));
}

/* Days before March 1900 have no number that all spreadsheets agree on. */
void workbook_date(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, day d, enum cell_look look)
{
    char text[32];
    struct buffer b;
    struct value v = value_date(d);
    if (d == DAY_NONE)
        return;
    if (d + DAY_1900 > 60) {
        workbook_number(w, s, row, column, d + DAY_1900, look);
        return;
    }
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, &v);
    workbook_text(w, s, row, column, text, b.len, LOOK_PLAIN);
}

void workbook_blank(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, enum cell_look look)
{
    if (s && !w->failed)
        check(w, worksheet_write_blank(s, row, column, w->looks[look]));
}

void workbook_link(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, const char *file,
                   const char *text)
{
    if (!s || w->failed)
        return;
    if (row >= LINKS || worksheet_write_url_opt(s, row, column, file, w->looks[LOOK_LINK], text, NULL) != LXW_NO_ERROR)
        workbook_puts(w, s, row, column, text, LOOK_PLAIN);
}
