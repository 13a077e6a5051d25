/* `kijun register runs`: what each run came to, as a table, CSV or JSON: the trend. */
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/register.h"

enum { LINE_BYTES = 16 * 1024, WIDTH = 11 };

enum run_column {
    RUN_NUMBER, RUN_SUPPLIERS, RUN_NEW, RUN_BACK, RUN_FIXED, RUN_ACCEPTED, RUN_MAJOR, RUN_MINOR, RUN_OBSERVATION,
    RUN_OVERDUE, RUN_RE_AUDIT, RUN_WAIVED, RUN_NUMBERS
};

static const struct {
    const char *name, *title[LANGUAGE_COUNT];
} columns[RUN_NUMBERS] = {
    [RUN_NUMBER] = {"run", {"run", "実行"}},
    [RUN_SUPPLIERS] = {"suppliers", {"suppliers", "委託先"}},
    [RUN_NEW] = {"new", {"new", "新規"}},
    [RUN_BACK] = {"back", {"back", "再検出"}},
    [RUN_FIXED] = {"fixed", {"fixed", "是正"}},
    [RUN_ACCEPTED] = {"accepted", {"accepted", "受容"}},
    [RUN_MAJOR] = {"open_major", {"major", "重大"}},
    [RUN_MINOR] = {"open_minor", {"minor", "軽微"}},
    [RUN_OBSERVATION] = {"open_observation", {"observ.", "観察"}},
    [RUN_OVERDUE] = {"overdue", {"overdue", "期限超過"}},
    [RUN_RE_AUDIT] = {"re_audit", {"re-audit", "再監査待ち"}},
    [RUN_WAIVED] = {"waived", {"waived", "例外承認"}},
};

static int64_t number_of(const struct ledger_run *r, enum run_column c)
{
    const int64_t all[RUN_NUMBERS] = {r->number, r->suppliers, r->appeared, r->returned, r->fixed, r->accepted,
                                      r->open[GRADE_MAJOR], r->open[GRADE_MINOR], r->open[GRADE_OBSERVATION], r->overdue,
                                      r->re_audit, r->waived};
    return all[c];
}

struct runs {
    enum language language;
    struct buffer line;
    struct json json;
};

static void print_line(struct runs *l)
{
    fwrite(l->line.at ? l->line.at : "", 1, l->line.len, stdout);
    buffer_clear(&l->line);
}

static void put_date(struct buffer *b, day d)
{
    struct value v = value_date(d);
    value_write(b, &v);
}

static void pad(struct buffer *b, const char *text, bool right)
{
    size_t used = text_columns(text, strlen(text));
    if (!right)
        buffer_puts(b, text);
    for (; used < WIDTH; used++)
        buffer_putc(b, ' ');
    if (right)
        buffer_puts(b, text);
}

static void table_head(struct runs *l)
{
    pad(&l->line, l->language == LANGUAGE_JA ? "基準日" : "as of", false);
    for (int i = 0; i < RUN_NUMBERS; i++)
        pad(&l->line, columns[i].title[l->language], true);
    buffer_putc(&l->line, '\n');
    print_line(l);
}

/* What an older version did not count is not 0. */
static void number_text(const struct ledger_run *r, enum run_column c, char out[24])
{
    if (c != RUN_NUMBER && !r->counted)
        snprintf(out, 24, "-");
    else
        snprintf(out, 24, "%lld", (long long)number_of(r, c));
}

static bool table_row(void *context, const struct ledger_run *r)
{
    struct runs *l = context;
    char text[24];
    put_date(&l->line, r->as_of);
    buffer_putc(&l->line, ' ');
    for (int i = 0; i < RUN_NUMBERS; i++) {
        number_text(r, (enum run_column)i, text);
        pad(&l->line, text, true);
    }
    buffer_putc(&l->line, '\n');
    print_line(l);
    return true;
}

static void csv_head(struct runs *l)
{
    buffer_puts(&l->line, "as_of");
    for (int i = 0; i < RUN_NUMBERS; i++)
        buffer_printf(&l->line, ",%s", columns[i].name);
    buffer_puts(&l->line, "\r\n");
    print_line(l);
}

static bool csv_row(void *context, const struct ledger_run *r)
{
    struct runs *l = context;
    put_date(&l->line, r->as_of);
    for (int i = 0; i < RUN_NUMBERS; i++) {
        buffer_putc(&l->line, ',');
        if (i == RUN_NUMBER || r->counted)
            buffer_int(&l->line, number_of(r, (enum run_column)i));
    }
    buffer_puts(&l->line, "\r\n");
    print_line(l);
    return true;
}

static void json_head(struct runs *l)
{
    json_init(&l->json, &l->line, false);
    json_open(&l->json, '[');
}

static bool json_row(void *context, const struct ledger_run *r)
{
    struct runs *l = context;
    char date[16];
    struct buffer b;
    buffer_init_fixed(&b, date, sizeof date);
    put_date(&b, r->as_of);
    json_open(&l->json, '{');
    json_key(&l->json, "as_of");
    json_text(&l->json, date);
    json_key(&l->json, "policy");
    json_text(&l->json, r->policy);
    for (int i = 0; i < RUN_NUMBERS; i++) {
        if (i != RUN_NUMBER && !r->counted)
            continue;
        json_key(&l->json, columns[i].name);
        json_int(&l->json, number_of(r, (enum run_column)i));
    }
    json_close(&l->json, '}');
    buffer_putc(&l->line, '\n');
    print_line(l);
    return true;
}

static void json_foot(struct runs *l)
{
    json_close(&l->json, ']');
    buffer_putc(&l->line, '\n');
    print_line(l);
}

static const struct runs_shape {
    const char *name;
    void (*head)(struct runs *l);
    bool (*row)(void *runs, const struct ledger_run *r);
    void (*foot)(struct runs *l);
} shapes[] = {{"table", table_head, table_row, NULL}, {"csv", csv_head, csv_row, NULL}, {"json", json_head, json_row, json_foot}};

int register_runs(const struct command *c, struct ledger *l, struct fault *f)
{
    const char *name = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "table";
    const struct runs_shape *shape = NULL;
    struct runs runs = {.language = c->language};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        shape = strcmp(shapes[i].name, name) == 0 ? &shapes[i] : shape;
    if (!shape)
        return fault_set(f, FAULT_REGISTER_NEEDS, "runs", "--format table|csv|json");
    buffer_init(&runs.line, LINE_BYTES);
    shape->head(&runs);
    int result = ledger_runs(l, 0, shape->row, &runs, f);
    if (result == 0 && shape->foot)
        shape->foot(&runs);
    buffer_free(&runs.line);
    return result;
}
