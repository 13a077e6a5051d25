/* The XML schema of the native format (W3C XML Schema 1.0), written from the tables. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "documents/field_set.h"
#include "documents/load.h"
#include "documents/schema.h"

#define YEAR "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
/* Years that have a 29 February: every fourth, but of the centuries only every fourth. */
#define LEAP_YEAR "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"
#define DAY "(" YEAR "-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|" \
            "02-(0[1-9]|1[0-9]|2[0-8]))|" LEAP_YEAR "-02-29)"
#define ZONE "(Z|[+\\-](0[0-9]|1[0-3]):[0-5][0-9]|[+\\-]14:00)"
#define INSTANT DAY "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?" ZONE
#define TIME "T([0-9]+H([0-9]+M)?([0-9]+S)?|[0-9]+M([0-9]+S)?|[0-9]+S)"
#define PERIOD "P(([0-9]+Y([0-9]+M)?([0-9]+W)?([0-9]+D)?|[0-9]+M([0-9]+W)?([0-9]+D)?|[0-9]+W([0-9]+D)?|[0-9]+D)" \
               "(" TIME ")?|" TIME ")"
#define NUMBER "[0-9]{1,14}(\\.[0-9]{1,4})?"
/* A part of a path: neither "." nor "..", without '\'. */
#define PATH_PART "(\\.{0,2}[^./\\\\]|\\.{3})[^/\\\\]*"

struct simple {
    const char *name, *base, *facets;
    const char *doc[LANGUAGE_COUNT];
};

#define PATTERN(p) "      <xs:pattern value=\"" p "\"/>\n"
#define TEXT_FACETS "      <xs:minLength value=\"1\"/>\n      <xs:maxLength value=\"2000\"/>\n"

static const struct simple simples[] = {
    { "no-value", "xs:token", "      <xs:length value=\"0\"/>\n", { "Nothing but white space", "空白のみ" } },
    { "text-value", "xs:token", TEXT_FACETS, { "A text of 1 to 2,000 characters", "1～2,000文字の文字列" } },
    { "name-value", "xs:token", PATTERN("[a-z][a-z0-9\\-]{0,63}"),
      { "A name of small letters, digits and hyphens", "小文字・数字・ハイフンの名前" } },
    { "id-value", "xs:token", PATTERN("[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}"),
      { "An identifier: letters, digits, '.', '_', '-'", "識別子（半角英数字と「.」「_」「-」）" } },
    { "country-value", "xs:token", PATTERN("[A-Z]{2}"), { "ISO 3166-1 alpha-2: JP", "国コード（ISO 3166-1 alpha-2）：JP など" } },
    { "sha256-value", "xs:token", PATTERN("[0-9a-f]{64}"), { "SHA-256 in lower-case hex", "SHA-256（小文字の16進数64桁）" } },
    { "file-value", "text-value", PATTERN(PATH_PART "(/" PATH_PART ")*"),
      { "A path relative to the supplier's folder, inside it", "委託先フォルダからの相対パス（フォルダの外は不可）" } },
    { "flag-value", "xs:boolean", "", { "true or false", "true または false" } },
    { "date-value", "xs:date", PATTERN(DAY), { "A day: 2026-03-31", "日付：2026-03-31 など" } },
    { "instant-value", "xs:token", PATTERN(INSTANT),
      { "A time with its zone: 2026-03-31T18:30+09:00", "時差付きの日時：2026-03-31T18：30+09：00 など" } },
    { "count-value", "xs:integer", PATTERN("[0-9]+") "      <xs:maxInclusive value=\"1000000000000\"/>\n",
      { "A whole number", "整数" } },
    { "percent-value", "xs:decimal", PATTERN(NUMBER) "      <xs:maxInclusive value=\"100\"/>\n",
      { "0 to 100, at most four decimals: 99.95", "0～100（小数4桁まで）：99.95 など" } },
    { "amount-value", "xs:decimal", PATTERN(NUMBER), { "An amount, at most four decimals", "金額（小数4桁まで）" } },
    { "currency-value", "xs:token", PATTERN("[A-Z]{3}"), { "ISO 4217: JPY", "通貨コード（ISO 4217）：JPY など" } },
    { "duration-value", "xs:token", PATTERN(PERIOD "|P[0-9]+D business"),
      { "ISO 8601, at most 100 years: PT24H, P30D, P1Y; business days: \"P3D business\"",
        "期間（ISO 8601、100年以内）:PT24H、P30D、P1Y。営業日は「P3D business」" } },
    { "interval-value", "xs:token", PATTERN(PERIOD),
      { "A frequency, as the time from one to the next: P1Y, P3M", "頻度（次回までの間隔）:P1Y、P3M など" } },
};

static void put_text(struct buffer *b, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '<': buffer_puts(b, "&lt;"); break;
        case '>': buffer_puts(b, "&gt;"); break;
        case '&': buffer_puts(b, "&amp;"); break;
        case '"': buffer_puts(b, "&quot;"); break;
        default: buffer_putc(b, *text);
        }
}

static void put_indent(struct buffer *b, int depth)
{
    for (int i = 0; i < depth; i++)
        buffer_puts(b, "  ");
}

static void put_doc(struct buffer *b, int depth, const char *const doc[LANGUAGE_COUNT])
{
    put_indent(b, depth);
    buffer_puts(b, "<xs:annotation>\n");
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        put_indent(b, depth + 1);
        buffer_printf(b, "<xs:documentation xml:lang=\"%s\">", language_name((enum language)l));
        put_text(b, doc[l]);
        buffer_puts(b, "</xs:documentation>\n");
    }
    put_indent(b, depth);
    buffer_puts(b, "</xs:annotation>\n");
}

static void put_simples(struct buffer *b)
{
    for (size_t i = 0; i < sizeof simples / sizeof *simples; i++) {
        const struct simple *s = &simples[i];
        buffer_printf(b, "  <xs:simpleType name=\"%s\">\n", s->name);
        put_doc(b, 2, s->doc);
        buffer_printf(b, "    <xs:restriction base=\"%s\"%s>\n%s", s->base, *s->facets ? "" : "/", s->facets);
        if (*s->facets)
            buffer_puts(b, "    </xs:restriction>\n");
        buffer_puts(b, "  </xs:simpleType>\n");
    }
}

static const char *term_type(enum value_type type)
{
    switch (type) {
    case VALUE_DURATION: return "duration-value";
    case VALUE_INTERVAL: return "interval-value";
    case VALUE_PERCENT: return "percent-value";
    case VALUE_AMOUNT: return "amount-value";
    case VALUE_COUNT: return "count-value";
    case VALUE_DATE: return "date-value";
    case VALUE_BOOL: return "flag-value";
    default: return "name-value";
    }
}

static const char *field_type(const struct kind *k, const struct field *f)
{
    static const char *const types[] = {
        [FIELD_TEXT] = "text-value",         [FIELD_TOKEN] = "name-value",       [FIELD_ID] = "id-value",
        [FIELD_COUNTRY] = "country-value",   [FIELD_SHA256] = "sha256-value",    [FIELD_FILE] = "file-value",
        [FIELD_TRI] = "flag-value",          [FIELD_DATE] = "date-value",        [FIELD_INSTANT] = "instant-value",
        [FIELD_COUNT] = "count-value",       [FIELD_PERCENT] = "percent-value",  [FIELD_DURATION] = "duration-value",
        [FIELD_INTERVAL] = "interval-value", [FIELD_CURRENCY] = "currency-value"
    };
    return f->type == FIELD_VALUE ? term_type(k->term) : types[f->type];
}

static bool is_closed(const struct field *f)
{
    return f->type == FIELD_TOKEN && f->tokens && !(f->flags & FIELD_OPEN);
}

static bool has_range(const struct field *f)
{
    return f->type == FIELD_COUNT && (f->min > 0 || f->max < INT64_C(1000000000000));
}

static void put_line(struct buffer *b, int depth, const char *text)
{
    put_indent(b, depth);
    buffer_puts(b, text);
    buffer_putc(b, '\n');
}

/* The type of an attribute that has values of its own. */
static void put_own_type(struct buffer *b, int depth, const struct field *f)
{
    put_line(b, depth, "<xs:simpleType>");
    put_indent(b, depth + 1);
    buffer_printf(b, "<xs:restriction base=\"%s\">\n", is_closed(f) ? "xs:token" : "count-value");
    for (const char *const *t = is_closed(f) ? f->tokens : NULL; t && *t; t++) {
        put_indent(b, depth + 2);
        buffer_printf(b, "<xs:enumeration value=\"%s\"/>\n", *t);
    }
    if (!is_closed(f)) {
        put_indent(b, depth + 2);
        buffer_printf(b, "<xs:minInclusive value=\"%" PRId64 "\"/>\n", f->min);
        put_indent(b, depth + 2);
        buffer_printf(b, "<xs:maxInclusive value=\"%" PRId64 "\"/>\n", f->max);
    }
    put_line(b, depth + 1, "</xs:restriction>");
    put_line(b, depth, "</xs:simpleType>");
}

static void put_attribute(struct buffer *b, int depth, const struct kind *k, const struct field *f)
{
    bool own = is_closed(f) || has_range(f);
    put_indent(b, depth);
    buffer_printf(b, "<xs:attribute name=\"%s\"", f->name);
    if (!own)
        buffer_printf(b, " type=\"%s\"", field_type(k, f));
    if (f->flags & FIELD_REQUIRED)
        buffer_puts(b, " use=\"required\"");
    buffer_puts(b, ">\n");
    put_doc(b, depth + 1, f->doc);
    if (own)
        put_own_type(b, depth + 1, f);
    put_line(b, depth, "</xs:attribute>");
}

static void put_attributes(struct buffer *b, int depth, const struct kind *k)
{
    for (const struct field *f = k->fields; f->name; f++)
        if (!(f->flags & FIELD_DERIVED))
            put_attribute(b, depth, k, f);
}

/* The elements of one list of `k`, as an XPath: "clause", or all term elements. */
static void put_selector(struct buffer *b, const struct kind *k, const char *list)
{
    bool first = true;
    for (const struct child *c = k->children; c->kind; c++)
        if (strcmp(c->list, list) == 0) {
            buffer_printf(b, "%sk:%s", first ? "" : "|", c->kind->name);
            first = false;
        }
}

/* An element and what must differ inside it. `where` makes the names of these constraints differ. */
static void put_element(struct buffer *b, int depth, const struct kind *k, const char *where)
{
    bool open = false;
    put_indent(b, depth);
    buffer_printf(b, "<xs:element name=\"%s\" type=\"%s\"", k->name, k->prose ? "xs:string" : k->name);
    for (const struct unique *u = schema_uniques; u->in; u++) {
        if (u->in != k)
            continue;
        buffer_puts(b, open ? "" : ">\n");
        open = true;
        put_indent(b, depth + 1);
        buffer_printf(b, "<xs:unique name=\"%s-%s-%s\"><xs:selector xpath=\"", where, k->name, u->list);
        put_selector(b, k, u->list);
        buffer_printf(b, "\"/><xs:field xpath=\"@%s\"/></xs:unique>\n", u->field);
    }
    if (open)
        put_indent(b, depth);
    buffer_puts(b, open ? "</xs:element>\n" : "/>\n");
}

static void put_kind(struct buffer *b, const struct kind *k)
{
    buffer_printf(b, "  <xs:complexType name=\"%s\">\n", k->name);
    put_doc(b, 2, k->doc);
    if (k->children->kind) {
        put_line(b, 2, "<xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">");
        for (const struct child *c = k->children; c->kind; c++)
            put_element(b, 3, c->kind, k->name);
        put_line(b, 2, "</xs:choice>");
        put_attributes(b, 2, k);
    } else {
        /* Not simply empty: a line break between the two tags is allowed. */
        put_line(b, 2, "<xs:simpleContent>");
        put_line(b, 3, "<xs:extension base=\"no-value\">");
        put_attributes(b, 4, k);
        put_line(b, 3, "</xs:extension>");
        put_line(b, 2, "</xs:simpleContent>");
    }
    put_line(b, 1, "</xs:complexType>");
}

/* Every kind at or below `k` that was not written yet. */
struct written {
    const struct kind *kinds[64];
    size_t count;
};

static void put_tree(struct buffer *b, const struct kind *k, struct written *w)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->kinds[i] == k)
            return;
    if (k->prose || w->count == sizeof w->kinds / sizeof *w->kinds)
        return;
    w->kinds[w->count++] = k;
    put_kind(b, k);
    for (const struct child *c = k->children; c->kind; c++)
        put_tree(b, c->kind, w);
}

static void put_dossier(struct buffer *b)
{
    buffer_printf(b, "  <xs:element name=\"%s\">\n", kind_dossier.name);
    put_doc(b, 2, kind_dossier.doc);
    buffer_puts(b, "    <xs:complexType>\n      <xs:choice maxOccurs=\"unbounded\">\n");
    for (const struct kind *const *k = kind_roots; *k; k++)
        buffer_printf(b, "        <xs:element ref=\"%s\"/>\n", (*k)->name);
    buffer_puts(b, "      </xs:choice>\n    </xs:complexType>\n  </xs:element>\n");
}

void schema_write_xsd(struct buffer *out)
{
    static const char *const about[LANGUAGE_COUNT] = {
        "Documents about suppliers: profile, contracts, questionnaires, responses, audits, incidents, service records",
        "委託先に関する文書:基本情報・契約書・質問票・回答書・監査記録・事故記録・サービス実績"
    };
    struct written w = { .count = 0 };
    buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<!-- Generated by `kijun schema` from the tables of the loader: do not edit. -->\n"
                     "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" KIJUN_NAMESPACE "\"\n"
                     "           xmlns:k=\"" KIJUN_NAMESPACE "\" targetNamespace=\"" KIJUN_NAMESPACE "\"\n"
                     "           elementFormDefault=\"qualified\">\n");
    put_doc(out, 1, about);
    for (const struct kind *const *k = kind_roots; *k; k++)
        put_element(out, 1, *k, "root");
    put_dossier(out);
    for (const struct kind *const *k = kind_roots; *k; k++)
        put_tree(out, *k, &w);
    put_simples(out);
    buffer_puts(out, "</xs:schema>\n");
}
