/* Months as small charts (inline SVG) with the same numbers as a table below: for those who print, listen or count. */
#include "report/html.h"
#include "report/portfolio.h"

enum { WIDTH = 520, HEIGHT = 190, LEFT = 46, RIGHT = 10, TOP = 14, BOTTOM = 26, BARS = 3, ROOM_X = WIDTH - LEFT - RIGHT,
       ROOM_Y = HEIGHT - TOP - BOTTOM };

void html_month(const struct view *v, day first)
{
    int year, month, dom;
    day_split(first, &year, &month, &dom);
    buffer_printf(v->out, "%04d-%02d", year, month);
}

/* One chart of the months looked back upon. Values are in units of FIXED_ONE; COUNT_NONE: no value. */
struct chart {
    enum word title;
    int64_t low, high;              /* of the axis */
    int64_t (*value)(const struct month_sum *m, int series);
    int series;
    bool lines;                     /* else bars, the later series in front of the first */
    int decimals;
};

static double x_of(int month)
{
    return LEFT + ROOM_X * (month + 0.5) / PORTFOLIO_MONTHS;
}

static double y_of(const struct chart *c, int64_t value)
{
    double part = c->high > c->low ? (double)(value - c->low) / (double)(c->high - c->low) : 0;
    return TOP + ROOM_Y * (1 - (part < 0 ? 0 : part > 1 ? 1 : part));
}

static void say_number(const struct view *v, int64_t value, int decimals)
{
    buffer_printf(v->out, "%.*f", decimals, (double)value / FIXED_ONE);
}

static void axis(const struct view *v, const struct chart *c, const struct portfolio *p)
{
    for (int i = 0; i <= 2; i++) {
        int64_t value = c->low + (c->high - c->low) * i / 2;
        buffer_printf(v->out, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"y\" x=\"%d\" y=\"%.1f\">",
                      LEFT, WIDTH - RIGHT, y_of(c, value), y_of(c, value), LEFT - 6, y_of(c, value) + 4);
        say_number(v, value, c->decimals);
        raw(v, "</text>\n");
    }
    for (int i = PORTFOLIO_MONTHS - 1; i >= 0; i -= 6) {
        if (p->months[i].first == DAY_NONE) continue;
        buffer_printf(v->out, "<text class=\"%s\" x=\"%.1f\" y=\"%d\">", i == PORTFOLIO_MONTHS - 1 ? "x last" : "x", i == PORTFOLIO_MONTHS - 1 ? WIDTH - RIGHT : x_of(i),
                      HEIGHT - 8);
        html_month(v, p->months[i].first);
        raw(v, "</text>\n");
    }
}

static void point_title(const struct view *v, const struct month_sum *m, int64_t value, int decimals)
{
    raw(v, "<title>");
    html_month(v, m->first);
    raw(v, ": ");
    say_number(v, value, decimals);
    raw(v, "</title>");
}

static void lines(const struct view *v, const struct chart *c, const struct portfolio *p, int series)
{
    bool open = false;
    for (int i = 0; i < PORTFOLIO_MONTHS; i++) {
        int64_t value = c->value(&p->months[i], series);
        if (value == COUNT_NONE) {
            if (open) raw(v, "\"/>\n");
            open = false;
            continue;
        }
        if (!open) buffer_printf(v->out, "<polyline class=\"line s%d\" points=\"", series);
        open = true;
        buffer_printf(v->out, "%.1f,%.1f ", x_of(i), y_of(c, value));
    }
    if (open) raw(v, "\"/>\n");
    for (int i = 0; i < PORTFOLIO_MONTHS; i++) {
        int64_t value = c->value(&p->months[i], series);
        if (value == COUNT_NONE) continue;
        buffer_printf(v->out, "<circle class=\"point s%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\">", series, x_of(i), y_of(c, value));
        point_title(v, &p->months[i], value, c->decimals + 1);
        raw(v, "</circle>\n");
    }
}

static void bars(const struct view *v, const struct chart *c, const struct portfolio *p, int series)
{
    double width = (double)ROOM_X / PORTFOLIO_MONTHS - BARS;
    for (int i = 0; i < PORTFOLIO_MONTHS; i++) {
        int64_t value = c->value(&p->months[i], series);
        if (value == COUNT_NONE || value <= 0) continue;
        buffer_printf(v->out, "<rect class=\"column s%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">", series,
                      x_of(i) - width / 2, y_of(c, value), width, y_of(c, c->low) - y_of(c, value));
        point_title(v, &p->months[i], value, c->decimals);
        raw(v, "</rect>\n");
    }
}

static void chart(const struct view *v, const struct chart *c, const struct portfolio *p)
{
    raw(v, "<figure class=\"chart\"><figcaption>");
    say_word(v, c->title);
    buffer_printf(v->out, "</figcaption>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDTH, HEIGHT);
    say_word(v, c->title);
    raw(v, "\">\n");
    axis(v, c, p);
    for (int s = 0; s < c->series; s++) c->lines ? lines(v, c, p, s) : bars(v, c, p, s);
    raw(v, "</svg></figure>\n");
}

/* ---- which values ---- */

static int64_t uptime(const struct month_sum *m, int series)
{
    if (!m->uptimes) return COUNT_NONE;
    return series == 0 ? m->uptime / m->uptimes : m->least;
}

static int64_t downtime(const struct month_sum *m, int series)
{
    (void)series;
    return m->down * FIXED_ONE / 3600;
}

static int64_t incidents(const struct month_sum *m, int series)
{
    return (series == 0 ? (int64_t)m->incidents : (int64_t)m->late) * FIXED_ONE;
}

static int64_t open_findings(const struct month_sum *m, int series)
{
    return m->recorded ? (series == 0 ? m->major + m->minor : m->major) * FIXED_ONE : COUNT_NONE;
}

static int64_t overdue_findings(const struct month_sum *m, int series)
{
    (void)series;
    return m->recorded ? m->overdue * FIXED_ONE : COUNT_NONE;
}

/* The least and greatest value of all series. */
static void range(const struct chart *c, const struct portfolio *p, int64_t *low, int64_t *high)
{
    *low = INT64_MAX;
    *high = 0;
    for (int i = 0; i < PORTFOLIO_MONTHS; i++)
        for (int s = 0; s < c->series; s++) {
            int64_t value = c->value(&p->months[i], s);
            if (value == COUNT_NONE) continue;
            if (value < *low) *low = value;
            if (value > *high) *high = value;
        }
}

/* 1, 2 or 5 times a power of ten, and even so that the half of it is whole: what an axis ends with. */
static int64_t round_up(int64_t value)
{
    for (int64_t step = 2 * FIXED_ONE;; step *= 10)
        for (int k = 0; k < 3; k++) {
            static const int64_t times[] = {1, 2, 5};
            if (step * times[k] >= value || step > INT64_MAX / 100) return step * times[k];
        }
}

static void uptime_chart(const struct view *v, const struct portfolio *p)
{
    struct chart c = {.title = WORD_PF_UPTIME, .value = uptime, .series = 2, .lines = true, .decimals = 1};
    int64_t low, high;
    range(&c, p, &low, &high);
    if (low == INT64_MAX) return;
    int64_t missing = round_up((100 * FIXED_ONE - low) * 10) / 10; /* in tenths of a percent */
    c.low = 100 * FIXED_ONE - missing;
    c.high = 100 * FIXED_ONE;
    c.decimals = missing < 2 * FIXED_ONE ? 1 : 0;
    if (c.low < 0) c.low = 0;
    chart(v, &c, p);
}

static void bar_chart(const struct view *v, const struct portfolio *p, enum word title, int series,
                      int64_t (*value)(const struct month_sum *m, int series))
{
    struct chart c = {.title = title, .value = value, .series = series};
    int64_t low;
    range(&c, p, &low, &c.high);
    c.high = round_up(c.high);
    chart(v, &c, p);
}

static bool silent(const struct month_sum *m)
{
    return !m->recorded && !m->uptimes && !m->down && !m->incidents && !m->audits_done;
}

static void table(const struct view *v, const struct portfolio *p)
{
    raw(v, "<details><summary>");
    say_word(v, WORD_PF_TABLE);
    raw(v, "</summary>\n<div class=\"scroll\"><table class=\"list\">\n<thead><tr>");
    html_column(v, WORD_PF_MONTH, false), html_column(v, WORD_PF_AVERAGE, true), html_column(v, WORD_PF_LOWEST, true);
    html_column(v, WORD_PF_DOWNTIME, true), html_column(v, WORD_PF_INCIDENTS, true), html_column(v, WORD_PF_LATE, true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (int i = PORTFOLIO_MONTHS - 1; i >= 0; i--) {
        const struct month_sum *m = &p->months[i];
        if (m->first == DAY_NONE || silent(m)) continue;
        raw(v, "<tr><th scope=\"row\">"), html_month(v, m->first), raw(v, "</th>");
        for (int s = 0; s < 2; s++) {
            raw(v, "<td class=\"n\">");
            if (m->uptimes) say_number(v, uptime(m, s), 2);
            else raw(v, "\xE2\x80\x93");
            raw(v, "</td>");
        }
        raw(v, "<td class=\"n\">"), say_number(v, downtime(m, 0), 1), raw(v, "</td>");
        html_number(v, "", m->incidents);
        html_number(v, "", m->late);
        raw(v, "</tr>\n");
    }
    raw(v, "</tbody></table></div></details>\n");
}

void html_trends(const struct view *v, const struct portfolio *p)
{
    bool any = false;
    for (int i = 0; i < PORTFOLIO_MONTHS; i++) any = any || !silent(&p->months[i]);
    raw(v, "<section>\n");
    html_heading(v, "trends", WORD_PF_TRENDS, 0, false);
    if (!any) {
        html_word(v, "p", "lead", WORD_PF_TRENDS_NONE);
    } else {
        raw(v, "<div class=\"charts\">\n");
        if (p->recorded) {
            bar_chart(v, p, WORD_PF_OPEN_FINDINGS, 2, open_findings);
            bar_chart(v, p, WORD_PF_OVERDUE_FINDINGS, 1, overdue_findings);
        }
        uptime_chart(v, p);
        bar_chart(v, p, WORD_PF_DOWNTIME, 1, downtime);
        bar_chart(v, p, WORD_PF_INCIDENTS, 2, incidents);
        raw(v, "</div>\n");
        table(v, p);
    }
    raw(v, "</section>\n");
}
