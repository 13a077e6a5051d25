/* The register as tables for a terminal, CSV for a spreadsheet and JSON for a program. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/register.h"
#include "cli/settings.h"

enum { LINE_BYTES = 64 * 1024, SHORT_ID = 8 };

/* The columns of a list, in every format. */
enum column {
    COLUMN_ID, COLUMN_GRADE, COLUMN_STATE, COLUMN_DUE, COLUMN_SUPPLIER, COLUMN_NAME, COLUMN_TIER, COLUMN_RULE,
    COLUMN_MESSAGE, COLUMN_OWNER, COLUMN_TEXT, COLUMN_CLAUSE, COLUMN_DOCUMENT, COLUMN_LINE, COLUMN_FIRST_SEEN,
    COLUMN_LAST_SEEN, COLUMN_AGE, COLUMN_CLOSED, COLUMN_RECURRENCES, COLUMN_NEW, COLUMN_OVERDUE, COLUMN_FAILING,
    COLUMN_WAIVED_UNTIL, COLUMN_APPROVER, COLUMN_WAIVER_REASON,
    COLUMN_COUNT
};

enum column_kind { KIND_TEXT, KIND_NUMBER, KIND_FLAG };

static const struct {
    const char *name;
    const char *title[LANGUAGE_COUNT];
    int width; /* on a terminal; 0: not shown there, -1: as wide as it is */
    enum column_kind kind;
} columns[COLUMN_COUNT] = {
    [COLUMN_ID] = {"id", {"id", "番号"}, 10, KIND_TEXT},
    [COLUMN_GRADE] = {"grade", {"grade", "区分"}, 14, KIND_TEXT},
    [COLUMN_STATE] = {"state", {"state", "状態"}, 22, KIND_TEXT},
    [COLUMN_DUE] = {"due", {"due", "期限"}, 13, KIND_TEXT},
    [COLUMN_SUPPLIER] = {"supplier", {"supplier", "委託先"}, 21, KIND_TEXT},
    [COLUMN_NAME] = {"name", {"name", "名称"}, 0, KIND_TEXT},
    [COLUMN_TIER] = {"tier", {"tier", "重要度"}, 0, KIND_TEXT},
    [COLUMN_RULE] = {"rule", {"rule", "規則"}, 0, KIND_TEXT},
    [COLUMN_MESSAGE] = {"message", {"message", "メッセージ"}, 0, KIND_TEXT},
    [COLUMN_OWNER] = {"owner", {"owner", "担当"}, 0, KIND_TEXT},
    [COLUMN_TEXT] = {"text", {"finding", "指摘事項"}, -1, KIND_TEXT},
    [COLUMN_CLAUSE] = {"clause", {"clause", "条項"}, 0, KIND_TEXT},
    [COLUMN_DOCUMENT] = {"document", {"document", "文書"}, 0, KIND_TEXT},
    [COLUMN_LINE] = {"line", {"line", "行"}, 0, KIND_NUMBER},
    [COLUMN_FIRST_SEEN] = {"first_seen", {"first seen", "初回検出"}, 0, KIND_TEXT},
    [COLUMN_LAST_SEEN] = {"last_seen", {"last seen", "最終検出"}, 0, KIND_TEXT},
    [COLUMN_AGE] = {"age_days", {"age (days)", "経過日数"}, 0, KIND_NUMBER},
    [COLUMN_CLOSED] = {"closed", {"closed", "完了日"}, 0, KIND_TEXT},
    [COLUMN_RECURRENCES] = {"recurrences", {"recurrences", "再発回数"}, 0, KIND_NUMBER},
    [COLUMN_NEW] = {"new", {"new", "新規"}, 0, KIND_FLAG},
    [COLUMN_OVERDUE] = {"overdue", {"overdue", "期限超過"}, 0, KIND_FLAG},
    [COLUMN_FAILING] = {"failing", {"check fails", "判定不適合"}, 0, KIND_FLAG},
    [COLUMN_WAIVED_UNTIL] = {"waived_until", {"waived until", "例外承認期限"}, 0, KIND_TEXT},
    [COLUMN_APPROVER] = {"approver", {"approved by", "承認者"}, 0, KIND_TEXT},
    [COLUMN_WAIVER_REASON] = {"waiver_reason", {"waived because", "承認理由"}, 0, KIND_TEXT},
};

/* Names are for programs, words for people, brief ones for a table. */
enum voice { VOICE_NAMES, VOICE_WORDS, VOICE_BRIEF };

static void put_day(struct buffer *b, day d)
{
    struct value v = value_date(d);
    if (d != DAY_NONE)
        value_write(b, &v);
}

static void put_text(struct buffer *b, const char *text)
{
    buffer_puts(b, text ? text : "");
}

static void put_flag(struct buffer *b, bool flag, enum voice voice, enum language language)
{
    static const char *const words[LANGUAGE_COUNT][2] = {{"no", "yes"}, {"いいえ", "はい"}};
    buffer_puts(b, voice != VOICE_NAMES ? words[language][flag] : flag ? "yes" : "no");
}

static void put_waiver(struct buffer *b, const struct ledger_entry *e, enum column column)
{
    struct ledger_waiver w;
    if (!ledger_waiver(e->waiver, &w))
        return;
    if (column == COLUMN_WAIVED_UNTIL)
        put_day(b, w.until);
    else if (column == COLUMN_APPROVER)
        buffer_add(b, w.approver, w.approver_len);
    else
        buffer_puts(b, w.reason);
}

/* In a table, what is accepted is due when its waiver ends. */
static void put_due(struct buffer *b, const struct ledger_entry *e, enum voice voice)
{
    if (voice == VOICE_BRIEF && e->state == STATE_ACCEPTED) {
        put_waiver(b, e, COLUMN_WAIVED_UNTIL);
        return;
    }
    if (voice == VOICE_BRIEF && e->state == STATE_CLOSED)
        return;
    put_day(b, e->due);
    if (voice != VOICE_NAMES && e->overdue)
        buffer_puts(b, " !");
}

static int64_t number_of(const struct ledger_entry *e, enum column column)
{
    return column == COLUMN_LINE ? e->line : column == COLUMN_AGE ? e->age : e->recurrences;
}

static bool flag_of(const struct ledger_entry *e, enum column column)
{
    return column == COLUMN_NEW ? e->is_new : column == COLUMN_OVERDUE ? e->overdue : e->failing;
}

static const char *text_of(const struct ledger_entry *e, enum column column, enum voice voice, enum language language)
{
    bool words = voice != VOICE_NAMES, brief = voice == VOICE_BRIEF && language == LANGUAGE_EN;
    switch (column) {
    case COLUMN_GRADE: return words && !brief ? grade_words(e->grade, language) : grade_name(e->grade);
    case COLUMN_STATE: return words ? state_words(e->state, language) : state_name(e->state);
    case COLUMN_SUPPLIER: return e->supplier;
    case COLUMN_NAME: return e->name;
    case COLUMN_TIER: return e->tier;
    case COLUMN_RULE: return e->rule;
    case COLUMN_MESSAGE: return e->message;
    case COLUMN_OWNER: return e->owner;
    case COLUMN_TEXT: return e->text[language] ? e->text[language] : e->text[LANGUAGE_EN];
    case COLUMN_CLAUSE: return e->clause;
    default: return e->document;
    }
}

static void put_column(struct buffer *b, const struct ledger_entry *e, enum column column, enum voice voice,
                       enum language language)
{
    if (columns[column].kind == KIND_NUMBER) {
        buffer_int(b, number_of(e, column));
        return;
    }
    if (columns[column].kind == KIND_FLAG) {
        put_flag(b, flag_of(e, column), voice, language);
        return;
    }
    switch (column) {
    case COLUMN_ID: buffer_add(b, e->fingerprint, voice == VOICE_BRIEF ? SHORT_ID : strlen(e->fingerprint)); break;
    case COLUMN_DUE: put_due(b, e, voice); break;
    case COLUMN_FIRST_SEEN: put_day(b, e->first_seen); break;
    case COLUMN_LAST_SEEN: put_day(b, e->last_seen); break;
    case COLUMN_CLOSED: put_day(b, e->closed); break;
    case COLUMN_WAIVED_UNTIL:
    case COLUMN_APPROVER:
    case COLUMN_WAIVER_REASON: put_waiver(b, e, column); break;
    default: put_text(b, text_of(e, column, voice, language)); break;
    }
}

struct listing {
    enum language language;
    struct buffer line, cell, shown;
    struct json json;
    uint64_t count;
    int screen; /* columns of the terminal; 0: none */
};

static void print_line(struct listing *l)
{
    fwrite(l->line.at ? l->line.at : "", 1, l->line.len, stdout);
    buffer_clear(&l->line);
}

/* Texts come from documents and from suppliers: no control character, and none that turns the direction of text, may reach
 * the terminal. Line ends become the mark of one. */
static void put_shown(struct buffer *line, const char *text)
{
    size_t len = strlen(text);
    for (size_t i = 0, n; i < len; i += n) {
        uint32_t c;
        for (n = 0; text[i + n] >= 0x20 && text[i + n] < 0x7f; n++)
            continue;
        buffer_add(line, text + i, n); /* most of it */
        i += n;
        if (i == len)
            return;
        n = text_next(text + i, len - i, &c);
        bool hidden = c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
                      (c >= 0x2028 && c <= 0x202e) ||
                      (c >= 0x2060 && c <= 0x2069);
        if (c == '\n')
            buffer_puts(line, " / ");
        else if (hidden)
            buffer_putc(line, c == '\r' ? ' ' : '?');
        else
            buffer_add(line, text + i, n);
    }
}

/* Pads or cuts to a width in terminal columns. */
static void put_cell(struct buffer *line, const char *text, int width)
{
    size_t len = strlen(text), used = text_columns(text, len);
    if (width < 0) {
        buffer_add(line, text, len);
        return;
    }
    while (len > 0 && used >= (size_t)width) {
        len = text_cut(text, len, len - 1);
        used = text_columns(text, len);
    }
    buffer_add(line, text, len);
    for (size_t n = used; n < (size_t)width; n++)
        buffer_putc(line, ' ');
}

/* A terminal that has no room for the text beside the other columns gets it below them. */
enum { TABLE_BROAD = 120, TABLE_INDENT = 2 };

static int screen_columns(void)
{
    struct winsize w;
    return isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

static bool text_below(const struct listing *l)
{
    return l->screen && l->screen < TABLE_BROAD;
}

static void table_head(struct listing *l)
{
    l->screen = screen_columns();
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (columns[i].width && !(i == COLUMN_TEXT && text_below(l)))
            put_cell(&l->line, columns[i].title[l->language], columns[i].width);
    buffer_putc(&l->line, '\n');
    print_line(l);
}

/* What is left of the terminal's line for the text; -1: there is no terminal, and it is shown whole. */
static int text_width(const struct listing *l)
{
    int width = l->screen;
    for (int i = 0; i < COLUMN_COUNT && !text_below(l); i++)
        width -= columns[i].width > 0 ? columns[i].width : 0;
    return !l->screen ? -1 : text_below(l) ? width - TABLE_INDENT : width;
}

static bool table_row(void *context, const struct ledger_entry *e)
{
    struct listing *l = context;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        if (!columns[i].width)
            continue;
        buffer_clear(&l->cell);
        put_column(&l->cell, e, (enum column)i, VOICE_BRIEF, l->language);
        buffer_clear(&l->shown);
        put_shown(&l->shown, l->cell.at ? l->cell.at : "");
        if (i == COLUMN_TEXT && text_below(l))
            buffer_puts(&l->line, "\n  ");
        put_cell(&l->line, l->shown.at ? l->shown.at : "", i == COLUMN_TEXT ? text_width(l) : columns[i].width);
    }
    buffer_putc(&l->line, '\n');
    print_line(l);
    l->count++;
    return true;
}

/* RFC 4180: fields in quotes, quotes doubled, CR LF at the end. */
static void csv_cell(struct buffer *line, const char *text, bool first)
{
    buffer_puts(line, first ? "\"" : ",\"");
    /* A cell that begins like a formula would be run by a spreadsheet. */
    if (*text && strchr("=+-@\t\r", *text))
        buffer_putc(line, '\'');
    for (; *text; text++) {
        if (*text == '"')
            buffer_putc(line, '"');
        buffer_putc(line, *text);
    }
    buffer_putc(line, '"');
}

static void csv_head(struct listing *l)
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        csv_cell(&l->line, columns[i].name, i == 0);
    buffer_puts(&l->line, "\r\n");
    print_line(l);
}

static bool csv_row(void *context, const struct ledger_entry *e)
{
    struct listing *l = context;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        buffer_clear(&l->cell);
        put_column(&l->cell, e, (enum column)i, VOICE_NAMES, l->language);
        csv_cell(&l->line, l->cell.at ? l->cell.at : "", i == 0);
    }
    buffer_puts(&l->line, "\r\n");
    print_line(l);
    return true;
}

static void json_head(struct listing *l)
{
    json_init(&l->json, &l->line, false);
    json_open(&l->json, '[');
}

static bool json_row(void *context, const struct ledger_entry *e)
{
    struct listing *l = context;
    json_open(&l->json, '{');
    for (int i = 0; i < COLUMN_COUNT; i++) {
        json_key(&l->json, columns[i].name);
        buffer_clear(&l->cell);
        put_column(&l->cell, e, (enum column)i, VOICE_NAMES, l->language);
        if (columns[i].kind == KIND_NUMBER)
            json_int(&l->json, number_of(e, (enum column)i));
        else if (columns[i].kind == KIND_FLAG)
            json_bool(&l->json, flag_of(e, (enum column)i));
        else
            json_text(&l->json, l->cell.len ? l->cell.at : NULL);
    }
    json_close(&l->json, '}');
    buffer_putc(&l->line, '\n');
    print_line(l);
    return true;
}

static void json_foot(struct listing *l)
{
    json_close(&l->json, ']');
    buffer_putc(&l->line, '\n');
    print_line(l);
}

static void table_foot(struct listing *l)
{
    if (l->language == LANGUAGE_JA)
        printf("指摘事項 %llu 件\n", (unsigned long long)l->count);
    else
        printf("%llu finding%s\n", (unsigned long long)l->count, l->count == 1 ? "" : "s");
}

static const struct shape {
    const char *name;
    void (*head)(struct listing *l);
    bool (*row)(void *listing, const struct ledger_entry *e);
    void (*foot)(struct listing *l);
} shapes[] = {
    {"table", table_head, table_row, table_foot},
    {"csv", csv_head, csv_row, NULL},
    {"json", json_head, json_row, json_foot},
};

static const struct shape *shape_of(const struct command *c, struct fault *f)
{
    const char *name = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "table";
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (strcmp(shapes[i].name, name) == 0)
            return &shapes[i];
    fault_set(f, FAULT_REGISTER_NEEDS, "list", "--format table|csv|json");
    return NULL;
}

static int filter_of(const struct command *c, struct ledger_filter *out, struct fault *f)
{
    const char *grade = c->values[OPTION_GRADE];
    *out = (struct ledger_filter){.supplier = c->values[OPTION_SUPPLIER], .rule = c->values[OPTION_RULE],
                                  .owner = c->values[OPTION_OWNER], .only_new = c->values[OPTION_NEW],
                                  .only_overdue = c->values[OPTION_OVERDUE],
                                  .only_recurred = c->values[OPTION_RECURRED], .only_open = c->values[OPTION_OPEN]};
    for (int g = GRADE_OBSERVATION; grade && g < GRADE_COUNT; g++)
        if (strcmp(grade_name((enum grade)g), grade) == 0)
            out->grade = (enum grade)g;
    if (setting_since(c, true, &out->since, f) < 0)
        return -1;
    out->has_since = out->since != DAY_NONE;
    const char *state = c->values[OPTION_STATE];
    out->has_state = state != NULL;
    out->state = state ? state_named(state) : STATE_COUNT;
    if (state && out->state == STATE_COUNT)
        return fault_set(f, FAULT_OPTION_CHOICE, "state", state,
                         "open, cause-given, plan-given, done, re-audit, accepted, closed");
    return grade && out->grade == GRADE_NONE ? fault_set(f, FAULT_REGISTER_NEEDS, "list",
                                                         "--grade major|minor|observation") : 0;
}

static void listing_init(struct listing *l, enum language language)
{
    *l = (struct listing){.language = language};
    buffer_init(&l->line, LINE_BYTES);
    buffer_init(&l->cell, LINE_BYTES);
    buffer_init(&l->shown, LINE_BYTES);
}

static void listing_free(struct listing *l)
{
    buffer_free(&l->line);
    buffer_free(&l->cell);
    buffer_free(&l->shown);
}

int register_list(const struct command *c, struct ledger *l, struct fault *f)
{
    struct ledger_filter filter;
    struct listing listing;
    const struct shape *shape = shape_of(c, f);
    day as_of;
    if (!shape || filter_of(c, &filter, f) < 0 || setting_day(c, OPTION_AS_OF, &as_of, f) < 0)
        return -1;
    listing_init(&listing, c->language);
    shape->head(&listing);
    int result = ledger_list(l, &filter, as_of, shape->row, &listing, f);
    if (result == 0 && shape->foot)
        shape->foot(&listing);
    listing_free(&listing);
    return result;
}

static void put_event(struct listing *l, const struct ledger_event *e)
{
    struct value at = {.type = VALUE_INSTANT, .as.instant = e->at};
    buffer_clear(&l->cell);
    value_write(&l->cell, &at);
    buffer_printf(&l->line, "%.16s  %-8.8s  ", l->cell.at ? l->cell.at : "", e->fingerprint);
    put_cell(&l->line, action_words(e->action, l->language), 26);
    if (e->to < STATE_COUNT)
        buffer_printf(&l->line, "→ %s", state_words(e->to, l->language));
    if (e->due != DAY_NONE) {
        buffer_puts(&l->line, l->language == LANGUAGE_JA ? " (期限 " : " (due ");
        put_day(&l->line, e->due);
        buffer_putc(&l->line, ')');
    }
}

/* "approved by Sato until 2026-12-31: reason" */
static void put_waiver_event(struct listing *l, const struct ledger_waiver *w)
{
    bool ja = l->language == LANGUAGE_JA;
    buffer_clear(&l->cell);
    buffer_add(&l->cell, w->approver, w->approver_len);
    buffer_puts(&l->line, ja ? ": 承認者 " : ": approved by ");
    put_shown(&l->line, l->cell.at ? l->cell.at : "");
    if (w->until != DAY_NONE) {
        buffer_puts(&l->line, ja ? "、期限 " : " until ");
        put_day(&l->line, w->until);
    }
    buffer_puts(&l->line, ja ? "、理由 " : ": ");
    put_shown(&l->line, w->reason);
}

/* Who did it on which day, and what was said. */
static bool event_row(void *context, const struct ledger_event *e)
{
    struct listing *l = context;
    put_event(l, e);
    buffer_puts(&l->line, "\n    ");
    put_day(&l->line, e->as_of);
    buffer_puts(&l->line, "  ");
    put_shown(&l->line, e->who);
    struct ledger_waiver waiver;
    if (e->action == ACTION_WAIVED && ledger_waiver(e->text, &waiver))
        put_waiver_event(l, &waiver);
    if (e->text && e->action >= ACTION_CAUSE) {
        buffer_puts(&l->line, ": ");
        put_shown(&l->line, e->text);
    }
    buffer_putc(&l->line, '\n');
    print_line(l);
    return true;
}

int register_history(const struct command *c, struct ledger *l, const char *finding, struct fault *f)
{
    struct listing listing;
    char fingerprint[33];
    if (finding && ledger_find(l, finding, fingerprint, f) != 0)
        return -1;
    listing_init(&listing, c->language);
    int result = ledger_history(l, finding ? fingerprint : NULL, event_row, &listing, f);
    listing_free(&listing);
    return result;
}

/* Every column that has content, a line each. */
static bool show_entry(void *context, const struct ledger_entry *e)
{
    struct listing *l = context;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        buffer_clear(&l->cell);
        put_column(&l->cell, e, (enum column)i, VOICE_WORDS, l->language);
        if (l->cell.len == 0)
            continue;
        put_cell(&l->line, columns[i].title[l->language], 14);
        put_shown(&l->line, l->cell.at);
        buffer_putc(&l->line, '\n');
    }
    buffer_putc(&l->line, '\n');
    print_line(l);
    return true;
}

int register_show(const struct command *c, struct ledger *l, const char *finding, struct fault *f)
{
    struct listing listing;
    char fingerprint[33];
    struct ledger_filter one = {.finding = fingerprint};
    if (ledger_find(l, finding, fingerprint, f) != 0)
        return -1;
    listing_init(&listing, c->language);
    int result = ledger_list(l, &one, DAY_NONE, show_entry, &listing, f);
    listing_free(&listing);
    return result == 0 ? register_history(c, l, finding, f) : -1;
}
