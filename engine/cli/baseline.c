#include "cli/baseline.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

static const char first_line[] = "# kijun baseline 1";

void baseline_begin(struct buffer *out)
{
    buffer_puts(out, first_line);
    buffer_putc(out, '\n');
}

void baseline_add(struct buffer *out, const struct baseline_row *row)
{
    for (size_t i = 0; i < BASELINE_KEPT; i++) {
        buffer_puts(out, row->column[i]);
        buffer_putc(out, i + 1 < BASELINE_KEPT ? '\t' : '\n');
    }
}

bool baseline_split(char *line, size_t columns, struct baseline_row *row)
{
    *row = (struct baseline_row){0};
    for (size_t i = 0; i < columns; i++) {
        row->column[i] = line;
        char *tab = strchr(line, '\t');
        if (!tab)
            return i + 1 == columns;
        *tab = '\0';
        line = tab + 1;
    }
    return false;
}

static int by_fingerprint(const void *a, const void *b)
{
    const struct known *x = a, *y = b;
    return strcmp(x->fingerprint, y->fingerprint);
}

static bool is_fingerprint(const char *text)
{
    return strlen(text) == 32 && strspn(text, "0123456789abcdef") == 32;
}

static int wrong_line(const char *path, uint32_t number, struct fault *f)
{
    fault_set(f, FAULT_BASELINE_LINE);
    fault_where(f, path, number);
    return -1;
}

/* The lines behind the first. */
static int read_lines(const char *path, struct baseline *b, char *at, struct fault *f)
{
    uint32_t number = 1;
    for (char *end; *at; at = end) {
        number++;
        end = at + strcspn(at, "\n");
        end += *end ? (*end = '\0', 1) : 0;
        struct known *k = &b->all[b->count];
        if (!*at || *at == '#')
            continue;
        if (!baseline_split(at, BASELINE_KEPT, &k->row) || !is_fingerprint(k->row.column[BASELINE_FINGERPRINT]))
            return wrong_line(path, number, f);
        k->fingerprint = k->row.column[BASELINE_FINGERPRINT];
        b->count++;
    }
    return 0;
}

static size_t count_lines(const struct buffer *text)
{
    size_t n = 1;
    for (size_t i = 0; i < text->len; i++)
        n += text->at[i] == '\n';
    return n;
}

int baseline_read(const char *path, struct baseline *b, struct fault *f)
{
    *b = (struct baseline){0};
    buffer_init(&b->text, BASELINE_BYTES + 1);
    if (file_read(AT_FDCWD, path, path, BASELINE_BYTES, &b->text, f) < 0)
        return -1;
    char *at = b->text.at;
    size_t n = sizeof first_line - 1;
    if (!at || strncmp(at, first_line, n) != 0 || (at[n] && at[n] != '\n') || strlen(at) != b->text.len)
        return wrong_line(path, 1, f);
    b->all = calloc(count_lines(&b->text), sizeof *b->all);
    if (!b->all)
        return fault_set(f, FAULT_MEMORY);
    if (read_lines(path, b, at[n] ? at + n + 1 : at + n, f) < 0)
        return -1;
    qsort(b->all, b->count, sizeof *b->all, by_fingerprint);
    return 0;
}

void baseline_free(struct baseline *b)
{
    buffer_free(&b->text);
    free(b->all);
    *b = (struct baseline){0};
}

struct known *baseline_find(const struct baseline *b, const char *fingerprint)
{
    const struct known wanted = {.fingerprint = fingerprint};
    return b->count ? bsearch(&wanted, b->all, b->count, sizeof *b->all, by_fingerprint) : NULL;
}
