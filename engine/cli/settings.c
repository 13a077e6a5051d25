#include "cli/settings.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

enum { JOBS_MOST = 256, DEADLINE_MOST = 86400, DEADLINE_STANDARD = 30 };

static int whole_number(const struct command *c, enum option_id id, int64_t most, int *out, struct fault *f)
{
    const char *text = c->values[id];
    int64_t n;
    struct buffer b;
    char limit[32];
    if (value_parse_count(text, strlen(text), &n) && n >= 1 && n <= most) {
        *out = (int)n;
        return 0;
    }
    buffer_init_fixed(&b, limit, sizeof limit);
    buffer_int(&b, most);
    fault_set(f, FAULT_OPTION_NUMBER, options[id].name, text, limit);
    return option_fault(c, id, f);
}

int setting_number(const struct command *c, enum option_id id, int least, int most, int *out, struct fault *f)
{
    const char *text = c->values[id];
    if (!text || (least == 0 && strcmp(text, "0") == 0)) {
        *out = text ? 0 : *out;
        return 0;
    }
    return whole_number(c, id, most, out, f);
}

int setting_jobs(const struct command *c, int *out, struct fault *f)
{
    if (c->values[OPTION_JOBS])
        return whole_number(c, OPTION_JOBS, JOBS_MOST, out, f);
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    *out = n < 1 ? 1 : n > JOBS_MOST ? JOBS_MOST : (int)n;
    return 0;
}

int setting_deadline(const struct command *c, int *out, struct fault *f)
{
    *out = DEADLINE_STANDARD;
    return c->values[OPTION_DEADLINE] ? whole_number(c, OPTION_DEADLINE, DEADLINE_MOST, out, f) : 0;
}

/* The day of whoever runs this: contracts expire by the calendar on the wall. */
static day today(void)
{
    time_t now = time(NULL);
    struct tm t;
    if (!localtime_r(&now, &t))
        return day_of_instant((instant)now);
    return day_of(t.tm_year + 1900, t.tm_mon + 1, t.tm_mday);
}

int setting_day(const struct command *c, enum option_id id, day *out, struct fault *f)
{
    const char *text = c->values[id];
    *out = DAY_NONE;
    if (!text || value_parse_date(text, strlen(text), out))
        return 0;
    fault_set(f, FAULT_OPTION_DATE, options[id].name, text);
    return option_fault(c, id, f);
}

int setting_as_of(const struct command *c, day *out, struct fault *f)
{
    const char *text = c->values[OPTION_AS_OF];
    if (!text) {
        *out = today();
        return c->count ? snapshot_day(c->arguments[0], out, f) : 0;
    }
    return setting_day(c, OPTION_AS_OF, out, f);
}

int setting_since(const struct command *c, bool has_register, day *out, struct fault *f)
{
    if (setting_day(c, OPTION_SINCE, out, f) < 0)
        return -1;
    return *out == DAY_NONE || has_register ? 0 : fault_set(f, FAULT_REGISTER_WHERE);
}

/* The index of a value among its choices, or -1 with *f set. */
static int choose(const struct command *c, enum option_id id, const char *text, const char *const *choices, size_t count, struct fault *f)
{
    char all[160];
    struct buffer b;
    buffer_init_fixed(&b, all, sizeof all);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(choices[i], text) == 0)
            return (int)i;
        buffer_puts(&b, i ? ", " : "");
        buffer_puts(&b, choices[i]);
    }
    fault_set(f, FAULT_OPTION_CHOICE, options[id].name, text, all);
    return option_fault(c, id, f);
}

int setting_fail_on(const struct command *c, enum grade *out, struct fault *f)
{
    static const char *const names[] = {"observation", "minor", "major", "never"};
    const char *text = c->values[OPTION_FAIL_ON];
    int i = text ? choose(c, OPTION_FAIL_ON, text, names, 4, f) : 1;
    if (i >= 0)
        *out = (enum grade)(GRADE_OBSERVATION + i);
    return i < 0 ? -1 : 0;
}

int setting_audience(const struct command *c, enum audience *out, struct fault *f)
{
    static const char *const names[] = {[AUDIENCE_INTERNAL] = "internal", [AUDIENCE_SUPPLIER] = "supplier"};
    const char *text = c->values[OPTION_AUDIENCE];
    int i = text ? choose(c, OPTION_AUDIENCE, text, names, 2, f) : AUDIENCE_INTERNAL;
    if (i >= 0)
        *out = (enum audience)i;
    return i < 0 ? -1 : 0;
}

int unknown_format(enum option_id id, const char *name, struct fault *f)
{
    char all[FAULT_ARG_SIZE];
    struct buffer b;
    buffer_init_fixed(&b, all, sizeof all);
    for (const struct report_format *r = report_formats; r->name; r++) {
        buffer_puts(&b, r == report_formats ? "" : ", ");
        buffer_puts(&b, r->name);
    }
    return fault_set(f, FAULT_FORMAT_UNKNOWN, options[id].name, name, all);
}

int setting_add_format(const struct report_format *format, const struct report_format **out, size_t *count, struct fault *f)
{
    for (size_t i = 0; i < *count; i++)
        if (out[i] == format)
            return 0;
    if (*count == SETTINGS_FORMATS)
        return fault_set(f, FAULT_FORMAT_MANY);
    out[(*count)++] = format;
    return 0;
}

static int add_format(const char *at, size_t len, const struct report_format **out, size_t *count, struct fault *f)
{
    char name[32];
    size_t n = len < sizeof name ? len : sizeof name - 1;
    memcpy(name, at, n);
    name[n] = '\0';
    const struct report_format *format = report_format_named(name);
    return format ? setting_add_format(format, out, count, f) : unknown_format(OPTION_FORMAT, name, f);
}

int setting_format_list(const char *list, const struct report_format *out[SETTINGS_FORMATS + 1], struct fault *f)
{
    const char *at = list;
    size_t count = 0;
    while (*at) {
        size_t len = strcspn(at, ",");
        if (add_format(at, len, out, &count, f) < 0)
            return -1;
        at += len + (at[len] == ',');
    }
    out[count] = NULL;
    return 0;
}

int setting_formats(const struct command *c, const char *standard, const struct report_format *out[SETTINGS_FORMATS + 1],
                    struct fault *f)
{
    int failed = setting_format_list(c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : standard, out, f);
    return failed ? option_fault(c, OPTION_FORMAT, f) : 0;
}
