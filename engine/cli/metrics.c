#include "cli/metrics.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/version.h"

enum { METRICS_BYTES = 256 * 1024 };

#define LAST_SUCCESS "kijun_last_success_timestamp_seconds"

static void family(struct buffer *b, const char *name, const char *help)
{
    buffer_printf(b, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name);
}

/* In a label '\', '"' and the end of a line are escaped. */
static void label_text(struct buffer *b, const char *at)
{
    for (; *at; at++)
        if (*at == '\\' || *at == '"')
            buffer_putc(b, '\\'), buffer_putc(b, *at);
        else if (*at == '\n')
            buffer_puts(b, "\\n");
        else
            buffer_putc(b, *at);
}

static void labelled(struct buffer *b, const char *name, const char *label, const char *value, uint64_t n)
{
    buffer_printf(b, "%s{%s=\"", name, label);
    label_text(b, value);
    buffer_printf(b, "\"} %llu\n", (unsigned long long)n);
}

static void single(struct buffer *b, const char *name, const char *help, uint64_t n)
{
    family(b, name, help);
    buffer_printf(b, "%s %llu\n", name, (unsigned long long)n);
}

/* The run came to its end, and what it wrote is there; whatever it found. */
static bool is_success(const struct metrics *m)
{
    return m->run && !m->run->fault.id && !m->run->report.interrupted;
}

/* 0: there was none. */
static uint64_t last_success(const struct metrics *m)
{
    struct fault unreadable = {0};
    struct buffer b;
    uint64_t found = 0;
    if (is_success(m))
        return (uint64_t)m->started;
    buffer_init(&b, METRICS_BYTES);
    if (file_read(AT_FDCWD, m->path, m->path, METRICS_BYTES, &b, &unreadable) == 0) {
        buffer_putc(&b, '\0');
        const char *line = b.failed ? NULL : strstr(b.at, "\n" LAST_SUCCESS " ");
        if (line)
            found = strtoull(line + sizeof "\n" LAST_SUCCESS, NULL, 10);
    }
    buffer_free(&b);
    return found;
}

static void write_run(const struct run_report *r, struct buffer *b)
{
    family(b, "kijun_suppliers", "Suppliers and lone contracts of the last run, by what they came to.");
    labelled(b, "kijun_suppliers", "result", "clean", r->clean);
    labelled(b, "kijun_suppliers", "result", "findings", r->with_findings);
    labelled(b, "kijun_suppliers", "result", "incomplete", r->incomplete);
    family(b, "kijun_findings", "Nonconformities of the last run, by grade.");
    for (int g = GRADE_OBSERVATION; g < GRADE_COUNT; g++)
        labelled(b, "kijun_findings", "grade", grade_name((enum grade)g), r->grades[g]);
    family(b, "kijun_judgements", "Judgements of the last run, by outcome.");
    for (int o = 0; o < OUTCOME_COUNT; o++)
        labelled(b, "kijun_judgements", "outcome", outcome_name((enum outcome)o), r->outcomes[o]);
    if (!r->has_history)
        return;
    single(b, "kijun_overdue", "Open nonconformities that are past their due date.", r->changes.overdue);
    family(b, "kijun_changes", "What became of nonconformities since each supplier's last run.");
    for (int c = CHANGE_NEW; c < CHANGE_COUNT; c++)
        labelled(b, "kijun_changes", "change", change_name((enum change)c), r->changes.last[c]);
}

static void write_all(const struct metrics *m, struct buffer *b)
{
    family(b, "kijun_build_info", "The version that ran, and its policy.");
    buffer_puts(b, "kijun_build_info{version=\"" KIJUN_VERSION "\",policy=\"");
    label_text(b, m->policy ? m->policy : "");
    buffer_puts(b, "\"} 1\n");
    single(b, "kijun_last_run_timestamp_seconds", "When the last run began.", (uint64_t)m->started);
    single(b, LAST_SUCCESS, "When the last run began that came to its end; 0: never.", last_success(m));
    family(b, "kijun_last_run_duration_seconds", "How long the last run took.");
    buffer_printf(b, "kijun_last_run_duration_seconds %lld.%03lld\n", (long long)(m->elapsed / 1000), (long long)(m->elapsed % 1000));
    single(b, "kijun_last_run_exit_code", "How the last run ended: 0 clean, 1 findings, 3 incomplete, others failed.", (uint64_t)m->code);
    if (!m->run)
        return;
    single(b, "kijun_last_run_interrupted", "1 when the last run was stopped before its end.", m->run->report.interrupted);
    family(b, "kijun_as_of_timestamp_seconds", "The day as of which the last run judged.");
    buffer_printf(b, "kijun_as_of_timestamp_seconds %lld\n", (long long)m->run->report.as_of * 86400);
    write_run(&m->run->report, b);
}

int metrics_write(const struct metrics *m, struct fault *f)
{
    struct buffer b;
    buffer_init(&b, METRICS_BYTES);
    write_all(m, &b);
    int failed = b.failed ? fault_set(f, FAULT_MEMORY) : file_write_path(m->path, b.at, b.len, f);
    buffer_free(&b);
    return failed;
}

int metrics_end(const struct command *c, struct metrics m)
{
    struct fault f = {0};
    m.path = c->values[OPTION_METRICS];
    if (!m.path || metrics_write(&m, &f) == 0)
        return m.code;
    fail_with(&f, c->language);
    return EXIT_OUTPUT;
}
