#include "cli/summary.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "report/overview.h"

enum { WORST = 10, UNREAD = 10, NAME_COLUMNS = 44, TEXT_BYTES = 4096 };

enum label { LABEL_SUPPLIERS, LABEL_CLEAN, LABEL_FINDINGS, LABEL_INCOMPLETE, LABEL_WORST, LABEL_MAJOR, LABEL_MINOR,
             LABEL_OBSERVATION, LABEL_INDETERMINATE, LABEL_ERROR, LABEL_UNREAD, LABEL_MORE, LABEL_REPORTS, LABEL_HINT,
             LABEL_STOPPED, LABEL_AS_OF, LABEL_SHARD, LABEL_NEW, LABEL_BACK, LABEL_STILL, LABEL_FIXED, LABEL_OVERDUE, LABEL_COMMA, LABEL_COUNT };

static const char *const labels[LABEL_COUNT][LANGUAGE_COUNT] = {
    [LABEL_SUPPLIERS] = {"Checked", "判定対象"},
    [LABEL_CLEAN] = {"without findings", "指摘なし"},
    [LABEL_FINDINGS] = {"with findings", "指摘あり"},
    [LABEL_INCOMPLETE] = {"incomplete", "判定不完全"},
    [LABEL_WORST] = {"Worst first", "指摘の多い順"},
    [LABEL_MAJOR] = {"major", "重大"},
    [LABEL_MINOR] = {"minor", "軽微"},
    [LABEL_OBSERVATION] = {"observation", "観察"},
    [LABEL_INDETERMINATE] = {"not judged", "判定不能"},
    [LABEL_ERROR] = {"error", "エラー"},
    [LABEL_UNREAD] = {"Could not be judged", "判定できなかったもの"},
    [LABEL_MORE] = {"more", "件(ほか)"},
    [LABEL_REPORTS] = {"Reports", "報告書"},
    [LABEL_HINT] = {"Reports of each: --out FOLDER, or --format text", "個別の報告書は --out フォルダー または --format text で出力できます"},
    [LABEL_STOPPED] = {"Interrupted: only what was finished is shown.", "中断されました。完了した分のみ表示します。"},
    [LABEL_AS_OF] = {"as of", "基準日"},
    [LABEL_SHARD] = {"shard", "分割"},
    [LABEL_NEW] = {"new", "新規"},
    [LABEL_BACK] = {"back again", "再検出"},
    [LABEL_STILL] = {"still open", "継続"},
    [LABEL_FIXED] = {"fixed", "是正"},
    [LABEL_OVERDUE] = {"overdue", "期限超過"},
    [LABEL_COMMA] = {", ", "、"},
};

bool summary_color(FILE *to)
{
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(fileno(to)) && !(none && *none) && term && *term && strcmp(term, "dumb") != 0;
}

static const char *label(const struct summary *s, enum label l)
{
    return labels[l][s->language];
}

static const char *paint(const struct summary *s, const char *code)
{
    return s->color ? code : "";
}

#define RED "\033[31m"
#define YELLOW "\033[33m"
#define GREEN "\033[32m"
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

/* Names come from documents: no control character, and none that turns the direction of text, may reach the terminal. */
static bool is_shown(uint32_t c, bool utf8)
{
    return (c >= 0x20 && c < 0x7f) || (utf8 && c >= 0xa0 && !(c >= 0x200b && c <= 0x202e) && !(c >= 0x2060 && c <= 0x2069));
}

/* Where to begin so that the rest takes at most so many columns: of a long path the end says most. */
static size_t tail_of(const char *name, size_t len, size_t columns)
{
    size_t start = 0;
    while (start < len && text_columns(name + start, len - start) > columns)
        do
            start++;
        while (start < len && ((unsigned char)name[start] & 0xc0) == 0x80);
    return start;
}

static void put_name(FILE *to, const char *name, size_t columns)
{
    size_t len = strlen(name), i = tail_of(name, len, columns), used = 0;
    bool utf8 = text_is_utf8(name, len);
    if (i) {
        i += tail_of(name + i, len - i, columns - 2);
        fputs("..", to);
        used = 2;
    }
    while (i < len) {
        uint32_t c = (unsigned char)name[i];
        size_t n = utf8 ? text_next(name + i, len - i, &c) : 1;
        bool shown = is_shown(c, utf8);
        used += shown ? text_columns(name + i, n) : 1;
        fwrite(shown ? name + i : "?", 1, shown ? n : 1, to);
        i += n;
    }
    for (; used < columns; used++)
        fputc(' ', to);
}

/* One number of a line of them. */
struct total {
    enum label label;
    uint64_t n;
    const char *color;
};

static void put_totals(FILE *to, const struct summary *s, const struct total *t, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fprintf(to, "%s%s%llu %s%s", i ? label(s, LABEL_COMMA) : "  ", t[i].n ? paint(s, t[i].color) : "",
                (unsigned long long)t[i].n, label(s, t[i].label), t[i].n ? paint(s, PLAIN) : "");
    fputc('\n', to);
}

/* Since the last run, from the register. */
static void write_changes(FILE *to, const struct summary *s)
{
    const struct run_report *r = &s->run->report;
    const struct total totals[] = {{LABEL_NEW, r->changes.last[CHANGE_NEW], YELLOW}, {LABEL_BACK, r->changes.last[CHANGE_BACK], RED},
                                   {LABEL_STILL, r->changes.last[CHANGE_STILL], ""}, {LABEL_FIXED, r->changes.last[CHANGE_FIXED], GREEN},
                                   {LABEL_OVERDUE, r->changes.overdue, RED}};
    put_totals(to, s, totals, sizeof totals / sizeof *totals);
}

static void write_totals(FILE *to, const struct summary *s)
{
    const struct run_report *r = &s->run->report;
    int year, month, dom;
    day_split(r->as_of, &year, &month, &dom);
    const struct total suppliers[] = {{LABEL_CLEAN, r->clean, GREEN}, {LABEL_FINDINGS, r->with_findings, YELLOW},
                                      {LABEL_INCOMPLETE, r->incomplete, RED}};
    const struct total findings[] = {{LABEL_MAJOR, r->grades[GRADE_MAJOR], RED}, {LABEL_MINOR, r->grades[GRADE_MINOR], YELLOW},
                                     {LABEL_OBSERVATION, r->grades[GRADE_OBSERVATION], ""},
                                     {LABEL_INDETERMINATE, r->outcomes[OUTCOME_INDETERMINATE], YELLOW},
                                     {LABEL_ERROR, r->outcomes[OUTCOME_ERROR], RED}};
    fprintf(to, "%s: %llu (%s%s%s %04d-%02d-%02d", label(s, LABEL_SUPPLIERS), (unsigned long long)r->supplier_count,
            s->options->report.policy, label(s, LABEL_COMMA), label(s, LABEL_AS_OF), year, month, dom);
    const struct share *share = &s->options->share;
    if (share_splits(share))
        fprintf(to, "%s%s %u/%u", label(s, LABEL_COMMA), label(s, LABEL_SHARD), (unsigned)share->number, (unsigned)share->count);
    fputs(")\n", to);
    put_totals(to, s, suppliers, sizeof suppliers / sizeof *suppliers);
    put_totals(to, s, findings, sizeof findings / sizeof *findings);
    if (r->has_history)
        write_changes(to, s);
}

static void put_count(FILE *to, const struct summary *s, uint32_t n, enum label l, const char *color)
{
    if (n)
        fprintf(to, "  %s%u %s%s", paint(s, color), n, label(s, l), paint(s, PLAIN));
}

static bool has_anything(const struct run_row *r)
{
    return r->grades[GRADE_MAJOR] || r->grades[GRADE_MINOR] || r->grades[GRADE_OBSERVATION] ||
           r->outcomes[OUTCOME_INDETERMINATE] || r->outcomes[OUTCOME_ERROR];
}

static void write_row(FILE *to, const struct summary *s, const struct run_row *r)
{
    fputs("  ", to);
    put_name(to, r->supplier, NAME_COLUMNS);
    put_count(to, s, r->grades[GRADE_MAJOR], LABEL_MAJOR, RED);
    put_count(to, s, r->grades[GRADE_MINOR], LABEL_MINOR, YELLOW);
    put_count(to, s, r->grades[GRADE_OBSERVATION], LABEL_OBSERVATION, "");
    put_count(to, s, r->outcomes[OUTCOME_INDETERMINATE], LABEL_INDETERMINATE, YELLOW);
    put_count(to, s, r->outcomes[OUTCOME_ERROR], LABEL_ERROR, RED);
    fputc('\n', to);
}

static void write_worst(FILE *to, const struct summary *s)
{
    struct worst w;
    size_t shown = 0;
    if (!worst_collect(&s->run->report, WORST, &w))
        return;
    for (size_t i = 0; i < w.count; i++) {
        const struct run_row *r = &w.rows[i].row;
        if (r->fault.id || !has_anything(r))
            continue;
        if (!shown++)
            fprintf(to, "\n%s%s%s\n", paint(s, BOLD), label(s, LABEL_WORST), paint(s, PLAIN));
        write_row(to, s, r);
    }
    worst_free(&w);
}

static void write_unread(FILE *to, const struct summary *s)
{
    const struct run_report *r = &s->run->report;
    const struct run_row *row;
    char text[TEXT_BYTES];
    uint64_t count = 0;
    r->rewind(r->rows);
    while ((row = r->next(r->rows))) {
        if (!row->fault.id || ++count > UNREAD)
            continue;
        if (count == 1)
            fprintf(to, "\n%s%s%s\n", paint(s, BOLD), label(s, LABEL_UNREAD), paint(s, PLAIN));
        struct fault f = row->fault;
        fault_where(&f, row->path, 0);
        fault_text(&f, s->language, text, sizeof text);
        fprintf(to, "  %s\n", text);
    }
    r->rewind(r->rows);
    if (count > UNREAD)
        fprintf(to, "  + %llu %s\n", (unsigned long long)(count - UNREAD), label(s, LABEL_MORE));
}

static const struct report_format *readable(const struct summary *s)
{
    const struct report_format *const *f = s->options->formats;
    for (size_t i = 0; f[i]; i++)
        if (strcmp(f[i]->name, "html") == 0)
            return f[i];
    return f[0];
}

static void write_place(FILE *to, const struct summary *s)
{
    const struct report_format *f = readable(s);
    fputc('\n', to);
    if (s->options->out && f)
        fprintf(to, "%s: %s/run.%s, %s/suppliers/\n", label(s, LABEL_REPORTS), s->options->out, f->extension,
                s->options->out);
    else if (!s->options->out)
        fprintf(to, "%s\n", label(s, LABEL_HINT));
    if (s->elapsed >= 0)
        fprintf(to, s->language == LANGUAGE_JA ? "所要時間: %lld.%02lld 秒\n" : "%lld.%02lld s\n",
                (long long)(s->elapsed / 1000), (long long)(s->elapsed % 1000 / 10));
}

void summary_write(FILE *to, const struct summary *s)
{
    const struct run_report *r = &s->run->report;
    if (r->interrupted)
        fprintf(to, "%s\n", label(s, LABEL_STOPPED));
    write_totals(to, s);
    if (r->supplier_count) {
        write_worst(to, s);
        write_unread(to, s);
    }
    if (!s->run->fault.id)
        write_place(to, s);
}
