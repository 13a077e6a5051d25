#include "cli/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/json.h"

enum { TEXT_BYTES = 4096, LINE_BYTES = 64 * 1024 };

/* What the whole program's messages look like is decided once, on the command line. */
static struct {
    bool json, quiet, verbose;
} how;

int log_start(const struct command *c, struct fault *f)
{
    const char *format = c->values[OPTION_LOG_FORMAT];
    how.quiet = c->values[OPTION_QUIET] != NULL;
    how.verbose = c->values[OPTION_VERBOSE] != NULL;
    how.json = format && strcmp(format, "json") == 0;
    if (!format || how.json || strcmp(format, "text") == 0)
        return 0;
    fault_set(f, FAULT_OPTION_CHOICE, "log-format", format, "text, json");
    return option_fault(c, OPTION_LOG_FORMAT, f);
}

bool log_is_json(void)
{
    return how.json;
}

bool log_wants(enum log_level level)
{
    if (level == LEVEL_ERROR)
        return true;
    if (how.quiet)
        return false;
    return level == LEVEL_WARNING || how.verbose || (how.json && level == LEVEL_INFO);
}

/* ---- as JSON ---- */

static void begin(struct json *j, struct buffer *b, char *room, enum log_level level, const char *event, const char *message)
{
    static const char *const levels[] = {"error", "warning", "info", "debug"};
    char at[32];
    struct timespec now;
    struct tm t;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &t);
    size_t n = strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%S", &t);
    snprintf(at + n, sizeof at - n, ".%03ldZ", now.tv_nsec / 1000000);
    buffer_init_fixed(b, room, LINE_BYTES);
    json_init(j, b, false);
    json_open(j, '{');
    json_put_text(j, "time", at);
    json_put_text(j, "level", levels[level]);
    json_put_text(j, "event", event);
    json_put_text(j, "message", message);
}

/* One write, so that lines of several processes do not mix. */
static void end(struct json *j, struct buffer *b)
{
    json_close(j, '}');
    buffer_putc(b, '\n');
    fwrite(b->at, 1, b->len, stderr);
    fflush(stderr);
}

static void fault_as_json(enum log_level level, const struct fault *f, enum language language)
{
    char room[LINE_BYTES], text[TEXT_BYTES];
    struct buffer b;
    struct json j;
    fault_message(f, language, text, sizeof text);
    begin(&j, &b, room, level, "fault", text);
    json_put_text(&j, "code", fault_name(f->id));
    if (f->file[0])
        json_put_text(&j, "file", f->file);
    if (f->line)
        json_put_int(&j, "line", f->line);
    if (fault_advice(f, language, text, sizeof text))
        json_put_text(&j, "advice", text);
    end(&j, &b);
}

void log_fault(enum log_level level, const struct fault *f, enum language language)
{
    if (!log_wants(level))
        return;
    if (how.json)
        fault_as_json(level, f, language);
    else
        tell_fault(stderr, f, language);
}

void log_event(enum log_level level, const char *event, const struct log_number *numbers, const char *format, ...)
{
    char room[LINE_BYTES], text[TEXT_BYTES];
    struct buffer b;
    struct json j;
    va_list arguments;
    if (!log_wants(level))
        return;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (!how.json) {
        fprintf(stderr, "kijun: %s\n", text);
        return;
    }
    begin(&j, &b, room, level, event, text);
    for (; numbers && numbers->name; numbers++)
        json_put_int(&j, numbers->name, (int64_t)numbers->n);
    end(&j, &b);
}
