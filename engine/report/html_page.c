/* The frame of a page and its small elements. */
#include "report/html.h"

#include <string.h>

#include "base/hash.h"
#include "base/version.h"

/* ---- frame ---- */

/* Text inside a CSS string: everything but letters, digits and spaces is written as an escape (CSS Syntax, 4.3.7). */
static void put_css(struct buffer *b, const char *at, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t c;
        bool bad;
        i += escape_next(at + i, len - i, &c, &bad);
        bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ';
        if (plain) buffer_putc(b, (char)c);
        else if (!escape_hidden(c) && c != '\n' && c != '\t') buffer_printf(b, "\\%06X", (unsigned)c);
    }
}

/* Title and subject at the foot of every printed page. */
static void running_foot(const struct view *v, enum word title, const char *about)
{
    raw(v, "@page{@bottom-left{content:\"");
    const char *text = word(title, v->l);
    put_css(v->out, text, strlen(text));
    if (about) {
        raw(v, "\\0000A0\\002014\\0000A0"); /* a space after an escape would belong to it */
        put_css(v->out, about, strlen(about) < 90 ? strlen(about) : 90);
    }
    raw(v, "\"}}");
}

/* `script`: what the page itself may run, ends with NULL; NULL: nothing. */
static void policy(const struct view *v, const char *const *script)
{
    char hash[45];
    raw(v, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ");
    if (script) {
        hash_sha256_base64(script, hash);
        raw(v, "script-src 'sha256-"), raw(v, hash), raw(v, "'; ");
    }
    raw(v, "base-uri 'none'; form-action 'none'\">\n");
}

static void parts(const struct view *v, const char *const *all)
{
    for (; *all; all++) raw(v, *all);
}

static void begin(const struct view *v, enum word title, const char *about, const char *const *style,
                  const char *const *script)
{
    raw(v, "<!doctype html>\n<html lang=\"");
    raw(v, language_name(v->l));
    raw(v, "\">\n<head>\n<meta charset=\"utf-8\">\n");
    policy(v, script);
    raw(v, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"generator\" content=\"kijun " KIJUN_VERSION "\">\n<title>");
    say_word(v, title);
    if (about) raw(v, " - "), say(v, about);
    raw(v, "</title>\n<style>\n");
    parts(v, html_style);
    if (style) parts(v, style);
    running_foot(v, title, about);
    raw(v, "\n</style>\n</head>\n<body>\n<main>\n");
}

void html_begin(const struct view *v, enum word title, const char *about)
{
    begin(v, title, about, NULL, NULL);
}

void html_begin_run(const struct view *v, enum word title, const char *const *style, const char *const *script)
{
    begin(v, title, NULL, style, script);
}

static void colophon(const struct view *v)
{
    raw(v, "<footer class=\"colophon\">\n");
    html_word(v, "p", NULL, WORD_MACHINE_NOTE);
    raw(v, "<p>kijun " KIJUN_VERSION "</p>\n</footer>\n</main>\n");
}

void html_end_run(const struct view *v, const char *const *script)
{
    colophon(v);
    raw(v, "<script>");
    parts(v, script);
    raw(v, "</script>\n</body>\n</html>\n");
}

void html_end(const struct view *v)
{
    colophon(v);
    raw(v, "</body>\n</html>\n");
}

/* ---- small elements ---- */

static void open_tag(const struct view *v, const char *tag, const char *class)
{
    raw(v, "<");
    raw(v, tag);
    if (class) raw(v, " class=\""), raw(v, class), raw(v, "\"");
    raw(v, ">");
}

static void close(const struct view *v, const char *tag)
{
    raw(v, "</");
    raw(v, tag);
    raw(v, ">\n");
}

void html_text(const struct view *v, const char *tag, const char *class, const char *text)
{
    open_tag(v, tag, class);
    say(v, text);
    close(v, tag);
}

void html_word(const struct view *v, const char *tag, const char *class, enum word w)
{
    html_text(v, tag, class, word(w, v->l));
}

void html_int(const struct view *v, const char *tag, const char *class, int64_t n)
{
    open_tag(v, tag, class);
    say_int(v, n);
    close(v, tag);
}

void html_heading(const struct view *v, const char *id, enum word w, int64_t count, bool counted)
{
    raw(v, "<h2 id=\"");
    raw(v, id);
    raw(v, "\">");
    say_word(v, w);
    if (counted) raw(v, " <span class=\"count\">"), say_int(v, count), raw(v, "</span>");
    raw(v, "</h2>\n");
}

void html_term(const struct view *v, enum word w, const char *text)
{
    if (!text) return;
    html_word(v, "dt", NULL, w);
    html_text(v, "dd", NULL, text);
}

void html_term_date(const struct view *v, enum word w, day d)
{
    if (d == DAY_NONE) return;
    html_word(v, "dt", NULL, w);
    open_tag(v, "dd", NULL);
    say_date(v, d);
    close(v, "dd");
}

/* ---- badges ---- */

const char *html_grade_sign(enum grade g)
{
    static const char *const signs[GRADE_COUNT] = {
        [GRADE_NONE] = "\xE2\x97\x8B", [GRADE_OBSERVATION] = "\xE2\x97\x8B", /* circle */
        [GRADE_MINOR] = "\xE2\x96\xB3", [GRADE_MAJOR] = "\xE2\x96\xB2"};     /* open and full triangle */
    return (unsigned)g < GRADE_COUNT ? signs[g] : "";
}

const char *html_outcome_sign(enum outcome o)
{
    static const char *const signs[OUTCOME_COUNT] = {
        [OUTCOME_PASS] = "\xE2\x9C\x93", [OUTCOME_FAIL] = "\xE2\x96\xB2", [OUTCOME_INDETERMINATE] = "?",
        [OUTCOME_NOT_APPLICABLE] = "\xE2\x80\x93", [OUTCOME_ERROR] = "!", [OUTCOME_WAIVED] = "\xE2\x97\x87"};
    return (unsigned)o < OUTCOME_COUNT ? signs[o] : "";
}

static void badge(const struct view *v, const char *class, const char *sign, const char *words)
{
    raw(v, "<span class=\"badge ");
    raw(v, class);
    raw(v, "\"><span class=\"sign\" aria-hidden=\"true\">");
    raw(v, sign);
    raw(v, "</span>");
    say(v, words);
    raw(v, "</span>");
}

void html_grade_badge(const struct view *v, enum grade g)
{
    badge(v, grade_name(g), html_grade_sign(g), grade_words(g, v->l));
}

void html_outcome_badge(const struct view *v, enum outcome o)
{
    badge(v, outcome_name(o), html_outcome_sign(o), outcome_words(o, v->l));
}

const char *html_verdict_sign(enum verdict d)
{
    static const char *const signs[VERDICT_COUNT] = {
        [VERDICT_CONFORMS] = "\xE2\x9C\x93", [VERDICT_OBSERVED] = "\xE2\x97\x8B", [VERDICT_NONCONFORMING] = "\xE2\x96\xB2",
        [VERDICT_INCOMPLETE] = "?", [VERDICT_NOT_JUDGED] = "!"};
    return (unsigned)d < VERDICT_COUNT ? signs[d] : "";
}

void html_verdict_badge(const struct view *v, enum verdict d)
{
    badge(v, verdict_name(d), html_verdict_sign(d), word(verdict_word(d), v->l));
}

/* ---- risk matrix ---- */

/* In an overview a cell leads to its suppliers. */
static void cell_link(const struct view *v, int impact, int likelihood, int64_t count)
{
    raw(v, "<a href=\"#cell="), say_int(v, impact), raw(v, "x"), say_int(v, likelihood), raw(v, "\">");
    say_int(v, count);
    raw(v, "</a>");
}

static void matrix_cell(const struct view *v, const uint64_t counts[6][6], int impact, int likelihood, bool here)
{
    static const char *const classes[RISK_LEVELS] = {"l0", "l1", "l2", "l3"};
    int score = impact * likelihood;
    raw(v, "<td class=\"");
    raw(v, classes[risk_level(score)]);
    if (here) raw(v, " here");
    if (counts && !counts[impact][likelihood]) raw(v, " empty");
    raw(v, "\">");
    if (!counts) say_int(v, score);
    else if (counts[impact][likelihood]) cell_link(v, impact, likelihood, (int64_t)counts[impact][likelihood]);
    if (here) raw(v, "<span class=\"hidden\"> "), say_word(v, WORD_THIS_SUPPLIER), raw(v, "</span>");
    raw(v, "</td>");
}

void html_matrix(const struct view *v, const uint64_t counts[6][6], int64_t impact, int64_t likelihood)
{
    raw(v, counts ? "<table class=\"matrix wide\"><caption>" : "<table class=\"matrix\"><caption>");
    say_word(v, counts ? WORD_RUN_SUPPLIERS_BY_RISK : WORD_RISK_MATRIX);
    raw(v, "</caption>\n");
    for (int i = 5; i >= 1; i--) {
        raw(v, "<tr>");
        if (i == 5) {
            raw(v, "<th class=\"axis\" rowspan=\"5\" scope=\"rowgroup\"><span>");
            say_word(v, WORD_IMPACT);
            raw(v, "</span></th>");
        }
        raw(v, "<th scope=\"row\">"), say_int(v, i), raw(v, "</th>");
        for (int l = 1; l <= 5; l++) matrix_cell(v, counts, i, l, !counts && i == impact && l == likelihood);
        raw(v, "</tr>\n");
    }
    raw(v, "<tr><td colspan=\"2\"></td>");
    for (int l = 1; l <= 5; l++) raw(v, "<th scope=\"col\">"), say_int(v, l), raw(v, "</th>");
    raw(v, "</tr>\n<tr><td colspan=\"2\"></td><th class=\"axis-x\" colspan=\"5\">");
    say_word(v, WORD_LIKELIHOOD);
    raw(v, "</th></tr>\n</table>\n");
}

/* ---- basis ---- */

void html_basis(const struct view *v)
{
    html_term(v, WORD_POLICY, v->o->policy);
    if (!v->o->pack_count) return;
    html_word(v, "dt", NULL, WORD_PACKS);
    raw(v, "<dd>");
    for (size_t i = 0; i < v->o->pack_count; i++) {
        const struct pack_info *p = &v->o->packs[i];
        if (i) raw(v, "<br>");
        say(v, p->title[v->l] ? p->title[v->l] : p->name);
        raw(v, " <span class=\"code\">");
        say(v, p->name), raw(v, " "), say(v, p->version);
        raw(v, " \xC2\xB7 ");
        say_hash(v, &p->content, 6);
        raw(v, "</span>");
    }
    raw(v, "</dd>\n");
}
