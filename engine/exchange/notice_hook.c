/* Notices as JSON: for programs, for Slack, for Teams. Texts come from contracts and suppliers: in a chat they stand where
 * nothing is taken for a link, a mention or markup. */
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "exchange/notice_parts.h"

enum { LINE_BYTES = 256 * 1024, SLACK_LINE = 2900, SLACK_HEADER = 140, TEAMS_LINE = 800 };

/* Day and time in UTC, ISO 8601. */
static void put_time(struct json *j, const char *key, instant at)
{
    char text[40];
    struct buffer b;
    int64_t second = at % 86400;
    buffer_init_fixed(&b, text, sizeof text);
    notice_day(&b, day_of_instant(at));
    buffer_printf(&b, "T%02d:%02d:%02dZ", (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
    json_put_text(j, key, b.at);
}

static void put_day(struct json *j, const char *key, day d)
{
    char text[24] = "";
    struct buffer b;
    buffer_init_fixed(&b, text, sizeof text);
    notice_day(&b, d);
    json_put_text(j, key, d == DAY_NONE ? NULL : b.at);
}

static void put_item(struct json *j, const struct notice_item *i)
{
    json_open(j, '{');
    json_put_text(j, "change", notice_change_name(i->change));
    json_put_text(j, "finding", i->fingerprint);
    json_put_text(j, "supplier", i->supplier);
    json_put_text(j, "supplier_name", i->name);
    json_put_text(j, "tier", i->tier);
    json_put_text(j, "rule", i->rule);
    json_put_text(j, "grade", grade_name(i->grade));
    json_put_text(j, "state", i->state);
    put_day(j, "due", i->due);
    json_put_text(j, "owner", i->owner);
    json_put_text(j, "text", i->text);
    json_put_text(j, "document", i->document);
    json_put_text(j, "clause", i->clause);
    json_put_int(j, "line", i->line);
    json_close(j, '}');
}

void notice_webhook(const struct notice *n, struct buffer *out)
{
    struct json j;
    json_init(&j, out, false);
    json_open(&j, '{');
    json_put_text(&j, "type", "kijun.notice");
    json_put_int(&j, "version", 1);
    json_put_text(&j, "id", n->id);
    json_put_text(&j, "channel", n->channel);
    put_time(&j, "timestamp", n->at);
    put_day(&j, "as_of", n->as_of);
    json_put_text(&j, "language", n->language == LANGUAGE_JA ? "ja" : "en");
    json_put_text(&j, "link", n->link);
    json_key(&j, "counts");
    json_open(&j, '{');
    for (int c = 0; c < NOTICE_CHANGES; c++)
        json_put_int(&j, notice_change_name((enum notice_change)c), n->counts[c]);
    json_close(&j, '}');
    json_key(&j, "findings");
    json_open(&j, '[');
    for (size_t i = 0; i < n->count; i++)
        put_item(&j, &n->items[i]);
    json_close(&j, ']');
    json_close(&j, '}');
}

/* A line of at most `most` bytes, cut between characters. */
static void put_cut(struct json *j, const char *key, const struct buffer *line, size_t most)
{
    json_key(j, key);
    json_text_n(j, line->at ? line->at : "", line->at ? text_cut(line->at, line->len, most) : 0);
}

static void line_of(const struct notice *n, const struct notice_item *i, struct buffer *line)
{
    buffer_clear(line);
    buffer_printf(line, n->language == LANGUAGE_JA ? "【%s】" : "[%s] ", notice_change_words(i->change, n->language));
    notice_line(n, i, line);
}

/* ---- Slack: blocks of plain text ---- */

static void slack_text(struct json *j, const char *key, const struct buffer *line, size_t most)
{
    json_key(j, key);
    json_open(j, '{');
    json_put_text(j, "type", "plain_text");
    put_cut(j, "text", line, most);
    json_put_bool(j, "emoji", false);
    json_close(j, '}');
}

static void slack_block(struct json *j, const char *type, const struct buffer *line, size_t most)
{
    json_open(j, '{');
    json_put_text(j, "type", type);
    slack_text(j, "text", line, most);
    json_close(j, '}');
}

static void slack_link(struct json *j, const struct notice *n, struct buffer *line)
{
    if (!n->link)
        return;
    buffer_clear(line);
    buffer_puts(line, notice_link_words(n->language));
    json_open(j, '{');
    json_put_text(j, "type", "actions");
    json_key(j, "elements");
    json_open(j, '[');
    json_open(j, '{');
    json_put_text(j, "type", "button");
    slack_text(j, "text", line, SLACK_HEADER);
    json_put_text(j, "url", n->link);
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
}

void notice_slack(const struct notice *n, struct buffer *out)
{
    struct json j;
    struct buffer line;
    buffer_init(&line, LINE_BYTES);
    json_init(&j, out, false);
    json_open(&j, '{');
    notice_heading(n, &line);
    put_cut(&j, "text", &line, SLACK_LINE);
    json_key(&j, "blocks");
    json_open(&j, '[');
    slack_block(&j, "header", &line, SLACK_HEADER);
    for (size_t i = 0; i < notice_shown(n); i++) {
        line_of(n, &n->items[i], &line);
        slack_block(&j, "section", &line, SLACK_LINE);
    }
    buffer_clear(&line);
    notice_rest(n, &line);
    if (line.len)
        slack_block(&j, "section", &line, SLACK_LINE);
    slack_link(&j, n, &line);
    json_close(&j, ']');
    json_close(&j, '}');
    out->failed = out->failed || line.failed;
    buffer_free(&line);
}

/* ---- Teams: an adaptive card; a TextRun knows no markup ---- */

static void teams_block(struct json *j, const struct buffer *line, size_t most, bool heading)
{
    json_open(j, '{');
    json_put_text(j, "type", "RichTextBlock");
    json_key(j, "inlines");
    json_open(j, '[');
    json_open(j, '{');
    json_put_text(j, "type", "TextRun");
    put_cut(j, "text", line, most);
    if (heading) {
        json_put_text(j, "size", "Large");
        json_put_text(j, "weight", "Bolder");
    }
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
}

static void teams_link(struct json *j, const struct notice *n)
{
    if (!n->link)
        return;
    json_key(j, "actions");
    json_open(j, '[');
    json_open(j, '{');
    json_put_text(j, "type", "Action.OpenUrl");
    json_put_text(j, "title", notice_link_words(n->language));
    json_put_text(j, "url", n->link);
    json_close(j, '}');
    json_close(j, ']');
}

static void teams_card(struct json *j, const struct notice *n, struct buffer *line)
{
    json_open(j, '{');
    json_put_text(j, "$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    json_put_text(j, "type", "AdaptiveCard");
    json_put_text(j, "version", "1.4");
    json_key(j, "body");
    json_open(j, '[');
    notice_heading(n, line);
    teams_block(j, line, TEAMS_LINE, true);
    for (size_t i = 0; i < notice_shown(n); i++) {
        line_of(n, &n->items[i], line);
        teams_block(j, line, TEAMS_LINE, false);
    }
    buffer_clear(line);
    notice_rest(n, line);
    if (line->len)
        teams_block(j, line, TEAMS_LINE, false);
    json_close(j, ']');
    teams_link(j, n);
    json_close(j, '}');
}

void notice_teams(const struct notice *n, struct buffer *out)
{
    struct json j;
    struct buffer line;
    buffer_init(&line, LINE_BYTES);
    json_init(&j, out, false);
    json_open(&j, '{');
    json_put_text(&j, "type", "message");
    json_key(&j, "attachments");
    json_open(&j, '[');
    json_open(&j, '{');
    json_put_text(&j, "contentType", "application/vnd.microsoft.card.adaptive");
    json_put_text(&j, "contentUrl", NULL);
    json_key(&j, "content");
    teams_card(&j, n, &line);
    json_close(&j, '}');
    json_close(&j, ']');
    json_close(&j, '}');
    out->failed = out->failed || line.failed;
    buffer_free(&line);
}
