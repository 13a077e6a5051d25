#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "batch/discover.h"

enum { EVERY_MS = 100, FIRST_MS = 300, COUNT_MS = 200, BAR_MOST = 40, COLUMNS = 80 };

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static uint64_t count_subjects(const char *const *paths, const char *skip, int64_t until)
{
    struct discovery *d = discovery_new(paths, skip);
    struct found found;
    uint64_t n = 0;
    int got = -1;
    while (d && (got = discovery_next(d, &found)) > 0) {
        n++;
        if (n % 16 == 0 && now_ms() > until)
            break;
    }
    discovery_free(d);
    return got == 0 ? n : 0;
}

void progress_start(struct progress *p, const char *const *paths, const char *skip, bool quiet, enum language language)
{
    const char *term = getenv("TERM");
    *p = (struct progress){.language = language, .started = now_ms()};
    p->on = !quiet && isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb") != 0;
    if (p->on)
        p->expected = count_subjects(paths, skip, p->started + COUNT_MS);
}

int64_t progress_elapsed(const struct progress *p)
{
    return now_ms() - p->started;
}

static int columns(void)
{
    struct winsize w;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col ? w.ws_col : COLUMNS;
}

static void write_bar(char *out, int width, uint64_t done, uint64_t expected)
{
    int full = done >= expected ? width : (int)((uint64_t)width * done / expected);
    *out++ = '[';
    for (int i = 0; i < width; i++)
        *out++ = i < full ? '#' : '.';
    memcpy(out, "] ", 3);
}

/* The line, cut to the width of the terminal; one write, so that it does not flicker. */
static void write_line(struct progress *p, uint64_t done)
{
    char bar[BAR_MOST + 8] = "", text[128], line[256];
    int64_t ms = progress_elapsed(p);
    unsigned long long rate = ms > 0 ? (unsigned long long)done * 1000 / (unsigned long long)ms : 0;
    bool ja = p->language == LANGUAGE_JA;
    if (p->expected)
        snprintf(text, sizeof text, ja ? "%llu / %llu 件 (毎秒 %llu 件)" : "%llu of %llu checked, %llu/s",
                 (unsigned long long)done, (unsigned long long)p->expected, rate);
    else
        snprintf(text, sizeof text, ja ? "%llu 件を判定 (毎秒 %llu 件)" : "%llu checked, %llu/s", (unsigned long long)done,
                 rate);
    int room = columns() - 1 - (int)text_columns(text, strlen(text));
    if (room < 0)
        return;
    if (p->expected && room >= 10 + 3)
        write_bar(bar, room - 3 < BAR_MOST ? room - 3 : BAR_MOST, done, p->expected);
    int len = snprintf(line, sizeof line, "\r%s%s\033[K", bar, text);
    if (len > 0 && write(STDERR_FILENO, line, (size_t)len) > 0)
        p->visible = true;
}

void progress_show(void *progress, uint64_t done, uint64_t found, bool discovering)
{
    struct progress *p = progress;
    (void)found;
    (void)discovering;
    if (!p->on)
        return;
    int64_t now = now_ms();
    /* A short run shows nothing. */
    if (now - p->started < FIRST_MS || now - p->shown < EVERY_MS)
        return;
    p->shown = now;
    write_line(p, done);
}

void progress_end(struct progress *p)
{
    static const char erase[] = "\r\033[K";
    if (p->visible && write(STDERR_FILENO, erase, sizeof erase - 1) > 0)
        p->visible = false;
}
