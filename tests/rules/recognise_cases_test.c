/* What the core vocabulary recognises: a table of small cases a category, in our own words, Japanese and English.
 *
 * tests/language/cases/TYPE.tsv: name, what must be found, text. What must be found: `yes`, `no`, `perhaps` (a candidate
 * that is not sure) or `other` (of the type, but the wrong side owes it), then `term=value` in its lexical form, or
 * `term=vague`, `term=blank`, `term=none`; a space in a value is written "_". In the text " ¶ " begins a new clause and "Heading :: " gives it a heading. 甲 and
 * Acme are the customer, 乙 and Borealis the supplier. It stands with the rules because they read the vocabulary's file. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/data_load.h"
#include "documents/load.h"
#include "language/recognise.h"

enum { LINE = 4096, LEAST = 12 /* cases a category and language */, LEAST_OF_A_KIND = 3 /* that are of the type, and that are not */ };

struct bench {
    struct arena *words, *arena;
    struct vocabulary *vocabulary;
    struct loader *loader;
};

static void set_up(struct bench *b)
{
    struct fault f = {0}, faults[4];
    size_t count;
    b->words = arena_new(64 << 20);
    b->arena = arena_new(16 << 20);
    b->loader = loader_new();
    const struct data *data = data_load("rules/core/vocabulary.lua", b->words, &f);
    cr_assert_not_null(data);
    b->vocabulary = vocabulary_compile(&data, 1, faults, 4, &count);
    cr_assert_not_null(b->vocabulary);
}

static void tear_down(struct bench *b)
{
    vocabulary_free(b->vocabulary);
    loader_free(b->loader);
    arena_free(b->arena);
    arena_free(b->words);
}

/* One clause as XML: "Heading :: text". */
static size_t put_clause(char *out, size_t size, int number, char *text)
{
    char *body = strstr(text, " :: "), heading[256] = "";
    if (body) {
        *body = '\0';
        snprintf(heading, sizeof heading, " heading=\"%.200s\"", text);
        text = body + 4;
    }
    return (size_t)snprintf(out, size, "<clause number=\"%d\"%s><text>%s</text></clause>", number, heading, text);
}

static const struct subject *load(struct bench *b, const char *text)
{
    char xml[3 * LINE], copy[LINE];
    struct subject *s = NULL;
    struct fault f = {0};
    arena_reset(b->arena);
    size_t len = (size_t)snprintf(
        xml, sizeof xml,
        "<contract xmlns=\"urn:kijun:1\" id=\"c\" kind=\"services\" title=\"T\" status=\"executed\" effective=\"2025-04-01\">"
        "<party role=\"customer\" name=\"Alpha\" alias=\"甲\"/><party role=\"supplier\" name=\"Beta\" alias=\"乙\"/>"
        "<party role=\"customer\" name=\"Acme Corporation\" alias=\"Acme\"/>"
        "<party role=\"supplier\" name=\"Borealis Limited\" alias=\"Borealis\"/>");
    snprintf(copy, sizeof copy, "%s", text);
    int number = 1;
    for (char *at = copy, *next; at; at = next, number++) {
        next = strstr(at, " ¶ ");
        if (next) {
            *next = '\0';
            next += strlen(" ¶ ");
        }
        len += put_clause(xml + len, sizeof xml - len, number, at);
    }
    len += (size_t)snprintf(xml + len, sizeof xml - len, "</contract>");
    cr_assert_eq(loader_memory(b->loader, b->arena, "c.xml", xml, len, &s, &f), 0, "%s", text);
    cr_assert_eq(loader_finish(b->loader, b->arena, s, &f), 0);
    s->lone = true;
    return s;
}

static void write_term(struct reading *r, const struct clause_reading *c, const char *type, const char *name, char *out,
                       size_t size)
{
    const struct read_term *read = c ? reading_term(r, c, type, name) : NULL;
    struct buffer v;
    buffer_init_fixed(&v, out, size);
    if (!read)
        buffer_puts(&v, "none");
    else if (read->state != TERM_STATED)
        buffer_puts(&v, read->state == TERM_VAGUE ? "vague" : "blank");
    else
        value_write(&v, &read->value);
    out[v.len < size ? v.len : size - 1] = '\0';
    for (; *out; out++)
        if (*out == ' ')
            *out = '_';
}

/* What is found, in the form in which it is expected: the same terms are asked for. */
static void look(struct bench *b, const char *type, const char *expected, const char *text, char *out, size_t size)
{
    const struct clause_reading *const *found;
    struct reading *r = reading_new(b->vocabulary, load(b, text), day_of(2026, 4, 1), NULL, b->arena);
    char terms[512], value[128];
    size_t count = reading_find(r, type, &found), len;
    const char *what = count ? "yes" : reading_misdirected(r, type, &found) ? "other" : reading_unsure(r, type, &found) ? "perhaps" : "no";
    len = (size_t)snprintf(out, size, "%s", what);
    snprintf(terms, sizeof terms, "%s", expected);
    char *left = NULL;
    strtok_r(terms, " ", &left);
    for (char *term; (term = strtok_r(NULL, " ", &left)) != NULL && len < size;) {
        term[strcspn(term, "=")] = '\0';
        write_term(r, count ? found[0] : NULL, type, term, value, sizeof value);
        len += (size_t)snprintf(out + len, size - len, " %s=%s", term, value);
    }
}

static bool is_japanese(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0xE3)
            return true;
    return false;
}

/* Every case that is wrong is told by its name; `least` in each language must be there. */
static void walk_table(const char *type, int least)
{
    char path[512], line[LINE], got[512];
    struct bench b;
    int cases[2][2] = {{0}};    /* English, Japanese; not of the type, of it */
    snprintf(path, sizeof path, "tests/language/cases/%s.tsv", type);
    FILE *f = fopen(path, "r");
    cr_assert_not_null(f, "%s", path);
    set_up(&b);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        char *expected = strchr(line, '\t'), *text = expected ? strchr(expected + 1, '\t') : NULL;
        cr_assert_not_null(text, "%s: not name, expectation, text: '%s'", path, line);
        *expected++ = *text++ = '\0';
        look(&b, type, expected, text, got, sizeof got);
        cr_expect_str_eq(got, expected, "%s: %s: expected %s, found %s: %s", type, line, expected, got, text);
        cases[is_japanese(text)][strncmp(expected, "yes", 3) == 0]++;
    }
    fclose(f);
    tear_down(&b);
    for (int language = 0; language < 2; language++) {
        const int *n = cases[language];
        const char *name = language ? "Japanese" : "English";
        cr_expect_geq(n[0] + n[1], least, "%s: %d cases in %s", type, n[0] + n[1], name);
        cr_expect(n[0] >= LEAST_OF_A_KIND && n[1] >= LEAST_OF_A_KIND, "%s: %d of the type and %d not in %s", type, n[1], n[0], name);
    }
}

/* One test a table: the name of the test, the type, the least number of cases in each language. */
#define TABLES(ROW)                                                                                                    \
    ROW(acceptable_use, "acceptable-use")                                                                              \
    ROW(access_control, "access-control")                                                                              \
    ROW(anti_social_forces, "anti-social-forces")                                                                      \
    ROW(assignment, "assignment")                                                                                      \
    ROW(audit_right, "audit-right")                                                                                    \
    ROW(authority_cooperation, "authority-cooperation")                                                                \
    ROW(backup, "backup")                                                                                              \
    ROW(change_notice, "change-notice")                                                                                \
    ROW(compelled_disclosure, "compelled-disclosure")                                                                  \
    ROW(confidentiality, "confidentiality")                                                                            \
    ROW(contact_point, "contact-point")                                                                                \
    ROW(continuity, "continuity")                                                                                      \
    ROW(contract_term, "contract-term")                                                                                \
    ROW(copying_ban, "copying-ban")                                                                                    \
    ROW(cross_border_transfer, "cross-border-transfer")                                                                \
    ROW(damages, "damages")                                                                                            \
    ROW(data_location, "data-location")                                                                                \
    ROW(data_subject_requests, "data-subject-requests")                                                                \
    ROW(flow_down, "flow-down")                                                                                        \
    ROW(governing_law, "governing-law")                                                                                \
    ROW(incident_report, "incident-report")                                                                            \
    ROW(indemnity, "indemnity")                                                                                        \
    ROW(instructions, "instructions")                                                                                  \
    ROW(insurance, "insurance")                                                                                        \
    ROW(intellectual_property, "intellectual-property")                                                                \
    ROW(jurisdiction, "jurisdiction")                                                                                  \
    ROW(liability_cap, "liability-cap")                                                                                \
    ROW(penalty, "penalty")                                                                                            \
    ROW(personal_data, "personal-data")                                                                                \
    ROW(post_termination, "post-termination")                                                                          \
    ROW(purpose_limitation, "purpose-limitation")                                                                      \
    ROW(responsibility, "responsibility")                                                                              \
    ROW(return_destroy, "return-destroy")                                                                              \
    ROW(review_meeting, "review-meeting")                                                                              \
    ROW(security_measures, "security-measures")                                                                        \
    ROW(security_report, "security-report")                                                                            \
    ROW(security_standard, "security-standard")                                                                        \
    ROW(service_level, "service-level")                                                                                \
    ROW(service_scope, "service-scope")                                                                                \
    ROW(subcontracting, "subcontracting")                                                                              \
    ROW(survival, "survival")                                                                                          \
    ROW(termination, "termination")                                                                                    \
    ROW(third_party_disclosure, "third-party-disclosure")                                                              \
    ROW(training, "training")                                                                                          \
    ROW(vulnerability, "vulnerability")

#define TABLE_TEST(name, type)                                                                                         \
    Test(recognise_cases, name)                                                                                        \
    {                                                                                                                  \
        walk_table(type, LEAST);                                                                                       \
    }
TABLES(TABLE_TEST)

#define TABLE_NAME(name, type) type,
static const char *const tables[] = {TABLES(TABLE_NAME)};

Test(recognise_cases, every_table_has_its_test)
{
    DIR *d = opendir("tests/language/cases");
    cr_assert_not_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;) {
        bool known = !strstr(e->d_name, ".tsv");
        for (size_t i = 0; !known && i < sizeof tables / sizeof *tables; i++)
            known = strlen(tables[i]) + 4 == strlen(e->d_name) && strncmp(tables[i], e->d_name, strlen(tables[i])) == 0;
        cr_expect(known, "%s", e->d_name);
    }
    closedir(d);
}

Test(recognise_cases, every_clause_type_has_its_table)
{
    struct bench b;
    set_up(&b);
    for (const char *const *type = vocabulary_clause_types(b.vocabulary); *type; type++) {
        bool known = false;
        for (size_t i = 0; !known && i < sizeof tables / sizeof *tables; i++)
            known = strcmp(tables[i], *type) == 0;
        cr_expect(known, "%s", *type);
    }
    tear_down(&b);
}
