/* What both kinds of form say, and the form as text. */
#include "report/form_parts.h"

#include <string.h>

static const char *const words[FORM_WORDS][LANGUAGE_COUNT] = {
#define FORM_WORD(name, en, ja) {en, ja},
#include "report/form_words.def"
#undef FORM_WORD
};

const char *form_word(enum form_word w, enum language l)
{
    return words[w][l];
}

const char *form_type(const struct question *q)
{
    return q->answer ? q->answer : "words";
}

const char *form_asked(const struct question *q, enum language l)
{
    static const struct { const char *type; enum form_word word; } asked[] = {
        {"flag", FORM_FLAG_ASKED_WORD},         {"date", FORM_DATE_ASKED_WORD},         {"count", FORM_COUNT_ASKED_WORD},
        {"percent", FORM_PERCENT_ASKED_WORD},   {"duration", FORM_DURATION_ASKED_WORD}, {"interval", FORM_INTERVAL_ASKED_WORD},
        {"choice", FORM_CHOICE_ASKED_WORD}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (strcmp(asked[i].type, form_type(q)) == 0)
            return form_word(asked[i].word, l);
    return form_word(FORM_WORDS_ASKED_WORD, l);
}

const char *form_heading(enum form_column c, enum language l)
{
    static const enum form_word headings[FORM_COLUMNS] = {
        [FORM_ID] = FORM_ID_WORD, [FORM_QUESTION] = FORM_QUESTION_WORD, [FORM_REQUIRED] = FORM_REQUIRED_WORD,
        [FORM_ASKED] = FORM_ASKED_WORD, [FORM_ANSWER] = FORM_ANSWER_WORD, [FORM_COMMENT] = FORM_COMMENT_WORD,
        [FORM_EVIDENCE] = FORM_EVIDENCE_WORD, [FORM_EVIDENCE_KIND] = FORM_EVIDENCE_KIND_WORD,
        [FORM_EVIDENCE_DATE] = FORM_EVIDENCE_DATE_WORD, [FORM_TYPE] = FORM_TYPE_WORD};
    return form_word(headings[c], l);
}

void form_question(const struct question *q, struct buffer *out)
{
    buffer_clear(out);
    LIST_EACH(struct prose, p, &q->text) {
        if (out->len)
            buffer_puts(out, "\n");
        buffer_add(out, p->at, p->len);
    }
}

/* ---- text ---- */

/* A field that no spreadsheet takes for a formula. */
static void field(struct buffer *out, const char *text, const char *after)
{
    buffer_puts(out, "\"");
    if (text && *text && strchr("=+-@\t\r", *text))
        buffer_puts(out, "'");
    for (const char *p = text ? text : ""; *p; p++) {
        if (*p == '"')
            buffer_putc(out, '"');
        buffer_putc(out, *p);
    }
    buffer_puts(out, "\"");
    buffer_puts(out, after);
}

static void question_row(const struct question *q, enum language l, struct buffer *text, struct buffer *out)
{
    form_question(q, text);
    field(out, q->id, ",");
    field(out, text->at, ",");
    field(out, q->required == TRI_YES ? form_word(FORM_IS_REQUIRED_WORD, l) : NULL, ",");
    field(out, form_asked(q, l), ",");
    buffer_puts(out, ",,,,,");
    field(out, form_type(q), "\r\n");
}

int form_csv(const struct questionnaire *q, enum language l, struct buffer *out, struct fault *f)
{
    struct buffer text;
    buffer_init(&text, 1024 * 1024);
    buffer_puts(out, "\xEF\xBB\xBF" FORM_MARK "," FORM_VERSION ",");
    field(out, q->id, ",");
    field(out, q->version, ",");
    field(out, q->title, "\r\n");
    field(out, form_word(FORM_RESPONDENT_WORD, l), ",\r\n");
    field(out, form_word(FORM_DATE_WORD, l), ",\r\n");
    field(out, form_word(FORM_HOW_TEXT_WORD, l), "\r\n");
    for (int c = 0; c < FORM_COLUMNS; c++)
        field(out, form_heading((enum form_column)c, l), c + 1 < FORM_COLUMNS ? "," : "\r\n");
    LIST_EACH(struct question, each, &q->questions)
        question_row(each, l, &text, out);
    if (text.failed)
        out->failed = true;
    buffer_free(&text);
    return out->failed ? fault_set(f, FAULT_MEMORY) : 0;
}
