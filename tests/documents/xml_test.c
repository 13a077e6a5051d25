/* XML documents: what becomes of them in the model, and what is refused. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load_support.h"
#include "support/support.h"

static const struct contract *first_contract(const struct loaded *l)
{
    cr_assert_eq(l->status, 0, "%s", fault_name(l->fault.id));
    cr_assert_not_null(l->subject->contracts.first);
    return (const struct contract *)l->subject->contracts.first;
}

static const struct clause *first_clause(const struct loaded *l)
{
    const struct contract *c = first_contract(l);
    cr_assert_not_null(c->clauses.first);
    return (const struct clause *)c->clauses.first;
}

static const struct prose *first_prose(const struct loaded *l)
{
    const struct clause *c = first_clause(l);
    cr_assert_not_null(c->text.first);
    return (const struct prose *)c->text.first;
}

Test(xml, a_contract_is_read_into_the_model)
{
    struct loaded l;
    load_text(&l, "<?xml version=\"1.0\"?>\n<contract" NS " id=\"c-1\" kind=\"master\" title=\"業務委託契約書\" status=\"executed\"\n"
                  "  language=\"ja\" effective=\"2025-04-01\" expires=\"2027-03-31\" renews=\"true\" notice=\"P3M\">\n"
                  " <party role=\"customer\" name=\"甲社\" alias=\"甲\"/>\n"
                  " <clause number=\"第7条\" type=\"incident-report\" party=\"supplier\">\n"
                  "  <text>乙は24時間以内に報告する。</text>\n"
                  "  <duration name=\"report-within\" value=\"PT24H\"/>\n"
                  "  <amount name=\"cap\" value=\"10000000\" currency=\"JPY\"/>\n"
                  " </clause>\n</contract>\n");
    const struct contract *c = first_contract(&l);
    cr_expect_str_eq(c->title, "業務委託契約書");
    cr_expect_eq(c->effective, day_of(2025, 4, 1));
    cr_expect_eq(c->renews, TRI_YES);
    cr_expect_eq(c->notice.months, 3);
    cr_expect_eq(c->node.line, 2);
    cr_expect_eq(c->parties.count, 1);
    const struct clause *clause = first_clause(&l);
    cr_expect_eq(clause->node.line, 5);
    cr_expect_eq(clause->node.parent, &c->node);
    cr_expect_eq(clause->terms.count, 2);
    const struct term *within = (const struct term *)clause->terms.first;
    cr_expect_eq(within->value.type, VALUE_DURATION);
    cr_expect_eq(within->value.as.duration.seconds, 86400);
    const struct term *cap = (const struct term *)within->node.next;
    cr_expect_eq(cap->value.type, VALUE_AMOUNT);
    cr_expect_eq(cap->value.as.amount.number, 10000000 * FIXED_ONE);
    cr_expect_str_eq(cap->value.as.amount.currency, "JPY");
    cr_expect_str_eq(first_prose(&l)->at, "乙は24時間以内に報告する。");
    cr_expect(l.subject->lone);
    loaded_end(&l);
}

Test(xml, absent_values_are_absent)
{
    struct loaded l;
    load_text(&l, CLAUSE(""));
    const struct contract *c = first_contract(&l);
    cr_expect_null(c->id);
    cr_expect_eq(c->effective, DAY_NONE);
    cr_expect_eq(c->renews, TRI_NONE);
    cr_expect_eq(c->notice.seconds, DURATION_NONE);
    loaded_end(&l);
}

Test(xml, children_stand_in_any_order_and_terms_keep_theirs)
{
    struct loaded l;
    load_text(&l, CLAUSE("<flag name=\"a\" value=\"true\"/><clause number=\"x\"/><text>t</text>"
                         "<percent name=\"b\" value=\"99.9\"/>"));
    const struct clause *c = first_clause(&l);
    cr_expect_eq(c->clauses.count, 1);
    cr_expect_eq(c->text.count, 1);
    cr_assert_eq(c->terms.count, 2);
    cr_expect_str_eq(((const struct term *)c->terms.first)->name, "a");
    cr_expect_str_eq(((const struct term *)c->terms.last)->name, "b");
    loaded_end(&l);
}

Test(xml, business_days_are_told_from_days)
{
    struct loaded l;
    load_text(&l, CLAUSE("<duration name=\"a\" value=\"P3D business\"/><duration name=\"b\" value=\"P3D\"/>"));
    const struct term *t = (const struct term *)first_clause(&l)->terms.first;
    cr_expect(t->value.as.duration.business);
    cr_expect_not(((const struct term *)t->node.next)->value.as.duration.business);
    loaded_end(&l);
}

Test(xml, prose_loses_the_indentation_of_the_file_and_keeps_its_line_breaks)
{
    struct loaded l;
    load_text(&l, CLAUSE("<text>\n\n    first line   \n      second &amp; <![CDATA[<third>]]>  end\n  </text>"));
    const struct prose *p = first_prose(&l);
    cr_expect_str_eq(p->at, "first line\nsecond & <third>  end");
    cr_expect_eq(p->len, strlen(p->at));
    cr_expect_eq(p->node.line, 3, "the line of the first word, not of the tag");
    loaded_end(&l);
}

Test(xml, white_space_in_attributes_is_collapsed)
{
    struct loaded l;
    load_text(&l, "<contract" NS " kind=\" nda \" title=\"  a \n\t b&#10;c  \" effective=\" 2026-01-01 \"/>");
    const struct contract *c = first_contract(&l);
    cr_expect_str_eq(c->title, "a b c");
    cr_expect_str_eq(c->kind, "nda");
    cr_expect_eq(c->effective, day_of(2026, 1, 1));
    loaded_end(&l);
}

Test(xml, a_dossier_holds_documents_of_their_own)
{
    struct loaded l;
    load_text(&l, "<dossier" NS ">\n<supplier id=\"s\" name=\"S\"/>\n<contract kind=\"nda\" title=\"a\"/>\n"
                  "<contract kind=\"sla\" title=\"b\"/>\n</dossier>");
    cr_assert_eq(l.status, 0);
    cr_expect_eq(l.subject->contracts.count, 2);
    cr_expect_str_eq(l.subject->id, "s");
    cr_expect_not(l.subject->lone);
    size_t documents = 0;
    for (const struct document *d = l.subject->documents; d; d = d->next, documents++)
        cr_expect_eq(d->root->document, d);
    cr_expect_eq(documents, 3);
    cr_expect_neq(l.subject->contracts.first->document, l.subject->contracts.last->document);
    loaded_end(&l);
}

Test(xml, a_dossier_with_a_mistake_is_refused_as_a_whole)
{
    struct loaded l;
    load_text(&l, "<dossier" NS "><contract kind=\"nda\" title=\"a\"/><contract kind=\"nda\" title=\"b\"/><contract/></dossier>");
    cr_expect_eq(l.status, -1);
    cr_expect_eq(l.subject->contracts.count, 0);
    cr_expect_null(l.subject->documents->next);
    cr_expect_null(l.subject->documents->root);
    loaded_end(&l);
}

Test(xml, a_prefix_for_our_namespace_is_as_good_as_none)
{
    struct loaded l;
    load_text(&l, "<k:contract xmlns:k=\"urn:kijun:1\" kind=\"nda\" title=\"x\"><k:clause number=\"1\"/></k:contract>");
    cr_expect_str_eq(first_clause(&l)->number, "1");
    loaded_end(&l);
}

Test(xml, the_place_of_the_schema_that_editors_write_is_allowed)
{
    struct loaded l;
    load_text(&l, "<contract" NS " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                  "xsi:schemaLocation=\"urn:kijun:1 kijun.xsd\" kind=\"nda\" title=\"x\"/>");
    first_contract(&l);
    loaded_end(&l);
}

Test(xml, comments_and_processing_instructions_are_passed_over)
{
    struct loaded l;
    load_text(&l, "<?xml version=\"1.0\"?><!-- a --><?style x?>" CLAUSE("<!-- b --><text>a<!-- c -->b<?d e?></text>") "<!-- z -->");
    cr_expect_str_eq(first_prose(&l)->at, "ab");
    loaded_end(&l);
}

Test(xml, lines_are_right_far_beyond_65535)
{
    const size_t lines = 70000;
    struct buffer b;
    struct loaded l;
    buffer_init(&b, 1 << 20);
    buffer_puts(&b, "<contract" NS " kind=\"nda\" title=\"x\">");
    for (size_t i = 0; i < lines; i++)
        buffer_putc(&b, '\n');
    buffer_puts(&b, "<clause number=\"1\"><text>a</text></clause></contract>");
    load_bytes(&l, b.at, b.len);
    cr_expect_eq(first_clause(&l)->node.line, 70001);
    cr_expect_eq(first_prose(&l)->node.line, 70001);
    loaded_end(&l);
    b.len -= strlen("<text>a</text></clause></contract>");
    buffer_puts(&b, "<txet/></clause></contract>");
    expect_fault_bytes(b.at, b.len, "xml-element", 70001);
    buffer_free(&b);
}

Test(xml, the_line_of_a_tag_is_where_it_starts_and_of_a_value_where_it_stands)
{
    struct loaded l;
    load_text(&l, CONTRACT("\n<clause\n number=\"1\"\n heading=\"x\"/>\n"));
    cr_expect_eq(first_clause(&l)->node.line, 2);
    loaded_end(&l);
    expect_fault(CONTRACT("\n<clause\n number=\"1\"\n party=\"nobody\"\n heading=\"x\"/>\n"), "xml-value", 4);
    expect_fault(CONTRACT("\n<clause\n heading=\"1\"\n/>\n"), "xml-missing", 2);
    expect_fault(CONTRACT("\n<clause\n number=\"1\"\n colour=\"x\"\n/>\n"), "xml-attribute", 4);
}

Test(xml, a_reader_that_refused_a_document_reads_the_next_one)
{
    struct loaded l;
    struct fault f;
    const char good[] = CLAUSE("<text>a</text>");
    load_text(&l, "<contract" NS " kind=\"nda\" title=\"x\"><clause number=\"1\"><text>unfinished");
    cr_expect_eq(l.status, -1);
    for (int i = 0; i < 3; i++) {
        struct subject *s = NULL;
        fault_clear(&f);
        cr_expect_eq(loader_memory(l.loader, l.arena, "b.xml", good, strlen(good), &s, &f), 0);
        cr_expect_eq(s->contracts.count, 1);
    }
    loaded_end(&l);
}

Test(xml, a_namespace_of_one_document_does_not_leak_into_the_next)
{
    struct loaded l;
    struct fault f;
    struct subject *s = NULL;
    const char bare[] = "<contract kind=\"nda\" title=\"x\"/>";
    load_text(&l, CLAUSE(""));
    cr_expect_eq(l.status, 0);
    fault_clear(&f);
    cr_expect_eq(loader_memory(l.loader, l.arena, "b.xml", bare, strlen(bare), &s, &f), -1);
    cr_expect_str_eq(fault_name(f.id), "xml-namespace");
    loaded_end(&l);
}

/* ---- what is refused, and how it is said ---- */

struct refusal {
    const char *xml, *name, *en;
};

static const struct refusal refusals[] = {
    { "<contrat" NS "/>", "xml-root", "did you mean <contract>?" },
    { "<invoice" NS "/>", "xml-root", "expected one of: supplier, contract, questionnaire" },
    { "<contract kind=\"nda\" title=\"x\"/>", "xml-namespace", "has no namespace; expected \"urn:kijun:1\"" },
    { "<contract xmlns=\"urn:kijun:2\"/>", "xml-namespace", "in the namespace \"urn:kijun:2\"" },
    { CONTRACT("<cluase number=\"1\"/>"), "xml-element", "did you mean <clause>?" },
    { CONTRACT("<asset class=\"other\"/>"), "xml-element", "expected: party, definition, approval, clause" },
    { CONTRACT("<party role=\"customer\" name=\"x\"><text/></party>"), "xml-element", "holds no elements" },
    { CONTRACT("<x:clause xmlns:x=\"urn:other\" number=\"1\"/>"), "xml-namespace", "\"urn:other\"" },
    { CLAUSE("<text><b>x</b></text>"), "xml-element", "<b> is not allowed in <text>" },
    { "<contract" NS " knid=\"nda\" title=\"x\"/>", "xml-attribute", "did you mean \"kind\"?" },
    { "<contract" NS " kind=\"nda\" title=\"x\" colour=\"red\"/>", "xml-attribute", "expected: id, kind, title" },
    { "<contract" NS " kind=\"nda\" title=\"x\" xml:lang=\"ja\"/>", "xml-attribute", "no attribute \"lang\"" },
    { CLAUSE("<text kind=\"x\">a</text>"), "xml-attribute", "<text> has no attributes" },
    { "<contract" NS " kind=\"nda\"/>", "xml-missing", "<contract> lacks the attribute \"title\"" },
    { "<contract" NS " kind=\"ndaa\" title=\"x\"/>", "xml-value", "did you mean \"nda\"?" },
    { "<contract" NS " kind=\"lease\" title=\"x\"/>", "xml-value", "expected one of: master, services, nda" },
    { "<contract" NS " kind=\"nda\" title=\" \"/>", "xml-value", "1 to 2,000 characters" },
    { "<contract" NS " kind=\"nda\" title=\"x\" effective=\"2026-02-30\"/>", "xml-value", "a date such as 2026-03-31" },
    { "<contract" NS " kind=\"nda\" title=\"x\" notice=\"3 months\"/>", "xml-value", "PT24H" },
    { "<contract" NS " kind=\"nda\" title=\"x\" renews=\"yes\"/>", "xml-value", "true or false" },
    { "<supplier" NS " id=\"a b\" name=\"x\"/>", "xml-value", "an identifier" },
    { "<supplier" NS " id=\"a\" name=\"x\" country=\"Japan\"/>", "xml-value", "two capital letters" },
    { "<supplier" NS " id=\"a\" name=\"x\"><risk scenario=\"leak\" impact=\"6\" likelihood=\"1\"/></supplier>", "xml-value", "1 - 5" },
    { "<supplier" NS " id=\"a\" name=\"x\"><document file=\"../x\"/></supplier>", "xml-value", "without . or .." },
    { CLAUSE("<percent name=\"a\" value=\"101\"/>"), "xml-value", "0 to 100" },
    { CLAUSE("<amount name=\"a\" value=\"1,000\" currency=\"JPY\"/>"), "xml-value", "an amount" },
    { CLAUSE("<amount name=\"a\" value=\"1000\" currency=\"yen\"/>"), "xml-value", "three capital letters" },
    { CLAUSE("<flag name=\"Report_Within\" value=\"true\"/>"), "xml-value", "small letters" },
    { CLAUSE("<count name=\"a\" value=\"-1\"/>"), "xml-value", "a whole number" },
    { CLAUSE("prose"), "xml-text", "text is not allowed in <clause>: \"prose\"" },
    { "<dossier" NS ">x</dossier>", "xml-text", "<dossier>" },
    { "<dossier" NS "/>", "xml-no-document", "holds no document" },
    { CONTRACT("<clause number=\"1\"/><clause number=\"1\"/>"), "duplicate-id", "the other one is at doc.xml:1" },
    { CLAUSE("<flag name=\"a\" value=\"1\"/><choice name=\"a\" value=\"b\"/>"), "duplicate-id", "<choice> \"a\" is there twice" },
    { "<!DOCTYPE contract>" CLAUSE(""), "xml-doctype", "DOCTYPE is not allowed" },
    { CLAUSE("<text>&nbsp;</text>"), "xml-entity", "no entity &nbsp;" },
    { "<contract" NS " kind=\"nda\" title=\"x\">", "xml-truncated", "ends before" },
    { CLAUSE("</clause>"), "xml-tags", "</clause> stands where <contract> of line 1 must be closed" },
    { CLAUSE("") "<more/>", "xml-trailing", "after the end" },
    { "<contract" NS " kind=\"nda\" kind=\"nda\" title=\"x\"/>", "xml-twice", "\"kind\" is given twice" },
    { "<k:contract kind=\"nda\" title=\"x\"/>", "xml-prefix", "\"k\" is not declared" },
    { "   \n ", "document-empty", "empty" },
    { "", "document-empty", "empty" },
    { "no markup", "xml-malformed", "not well-formed" },
};

Test(xml, each_mistake_is_named_with_what_was_expected)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const struct refusal *r = &refusals[i];
        struct loaded l;
        load_text(&l, r->xml);
        cr_expect_eq(l.status, -1, "accepted: %s", r->xml);
        cr_expect_str_eq(fault_name(l.fault.id), r->name, "%s: %s", r->xml, fault_en(&l));
        cr_expect_not_null(strstr(fault_en(&l), r->en), "\"%s\" is not in: %s", r->en, fault_en(&l));
        cr_expect_str_neq(fault_ja(&l), "");
        cr_expect_null(l.subject->documents->root);
        loaded_end(&l);
    }
}

Test(xml, faults_name_the_file)
{
    struct loaded l;
    load_text(&l, "\n\n<contrat" NS "/>");
    cr_expect_str_eq(fault_en(&l), "doc.xml:3: a document cannot start with <contrat>; did you mean <contract>?");
    loaded_end(&l);
}
