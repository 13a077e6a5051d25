/* Amendments, and what is in force on a day. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "load_support.h"

#define DOSSIER(inside) "<dossier" NS "><supplier id=\"s\" name=\"S\"/>" inside "</dossier>"
#define C(attributes, inside) "<contract title=\"t\" " attributes ">" inside "</contract>"
#define MSA(inside) C("id=\"msa\" kind=\"master\"", inside)

static day on(int y, int m, int d)
{
    return day_of(y, m, d);
}

/* The ids of the contracts in force, in their order: "nda msa". */
static const char *in_force(struct loaded *l, day as_of)
{
    const struct contract **all;
    size_t n = contracts_in_force(l->subject, l->arena, as_of, &all);
    struct buffer b;
    buffer_init_fixed(&b, l->text, sizeof l->text);
    buffer_puts(&b, "");
    for (size_t i = 0; i < n; i++)
        buffer_printf(&b, "%s%s", i ? " " : "", all[i]->id ? all[i]->id : "?");
    return l->text;
}

static void expect_in_force(const char *xml, day as_of, const char *ids)
{
    struct loaded l;
    load_text(&l, xml);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    cr_expect_str_eq(in_force(&l, as_of), ids);
    loaded_end(&l);
}

Test(effective, a_contract_is_in_force_from_its_first_day_to_its_last)
{
    const char *xml = DOSSIER(C("id=\"c\" kind=\"nda\" effective=\"2025-04-01\" expires=\"2026-03-31\"", ""));
    expect_in_force(xml, on(2025, 3, 31), "");
    expect_in_force(xml, on(2025, 4, 1), "c");
    expect_in_force(xml, on(2026, 3, 31), "c");
    expect_in_force(xml, on(2026, 4, 1), "");
}

Test(effective, a_contract_that_renews_goes_on)
{
    expect_in_force(DOSSIER(C("id=\"c\" kind=\"nda\" expires=\"2026-03-31\" renews=\"true\"", "")), on(2030, 1, 1), "c");
    expect_in_force(DOSSIER(C("id=\"c\" kind=\"nda\" expires=\"2026-03-31\" renews=\"false\"", "")), on(2030, 1, 1), "");
}

Test(effective, only_executed_contracts_count_unless_a_contract_stands_alone)
{
    expect_in_force(DOSSIER(C("id=\"a\" kind=\"nda\" status=\"draft\"", "") C("id=\"b\" kind=\"nda\" status=\"template\"", "")
                            C("id=\"c\" kind=\"nda\" status=\"terminated\"", "") C("id=\"d\" kind=\"nda\" status=\"executed\"", "")
                            C("id=\"e\" kind=\"nda\"", "")), on(2026, 1, 1), "d e");
    expect_in_force("<contract" NS " id=\"a\" kind=\"nda\" title=\"t\" status=\"template\"/>", on(2026, 1, 1), "a");
}

Test(effective, the_specific_goes_before_the_general_and_the_later_before_the_earlier)
{
    expect_in_force(DOSSIER(C("id=\"other\" kind=\"other\"", "") C("id=\"master\" kind=\"master\"", "")
                            C("id=\"services\" kind=\"services\"", "") C("id=\"nda1\" kind=\"nda\" effective=\"2024-01-01\"", "")
                            C("id=\"nda2\" kind=\"nda\" effective=\"2025-01-01\"", "") C("id=\"sla\" kind=\"sla\"", "")),
                    on(2026, 1, 1), "nda2 nda1 sla services master other");
}

Test(effective, amendments_follow_what_they_amend_the_latest_first)
{
    expect_in_force(DOSSIER(C("id=\"a1\" kind=\"amendment\" amends=\"msa\" effective=\"2025-05-01\"", "") MSA("")
                            C("id=\"a2\" kind=\"amendment\" amends=\"msa\" effective=\"2025-06-01\"", "")
                            C("id=\"aa\" kind=\"amendment\" amends=\"a1\" effective=\"2025-07-01\"", "")
                            C("id=\"late\" kind=\"amendment\" amends=\"msa\" effective=\"2027-01-01\"", "")
                            C("id=\"draft\" kind=\"amendment\" amends=\"msa\" status=\"draft\"", "")),
                    on(2026, 1, 1), "msa a2 a1 aa");
}

Test(effective, an_amendment_ends_with_what_it_amends_and_can_make_it_last_longer)
{
    const char *over = DOSSIER(C("id=\"msa\" kind=\"master\" expires=\"2025-12-31\"", "")
                               C("id=\"a\" kind=\"amendment\" amends=\"msa\"", ""));
    const char *longer = DOSSIER(C("id=\"msa\" kind=\"master\" expires=\"2025-12-31\"", "")
                                 C("id=\"a\" kind=\"amendment\" amends=\"msa\" effective=\"2025-06-01\" expires=\"2026-12-31\"", ""));
    const char *shorter = DOSSIER(C("id=\"msa\" kind=\"master\" expires=\"2026-12-31\"", "")
                                  C("id=\"a\" kind=\"amendment\" amends=\"msa\" expires=\"2025-12-31\"", ""));
    expect_in_force(over, on(2026, 1, 1), "");
    expect_in_force(longer, on(2026, 1, 1), "msa a");
    expect_in_force(longer, on(2027, 1, 1), "");
    expect_in_force(shorter, on(2026, 1, 1), "msa");
}

/* ---- clauses ---- */

static const struct clause *clause_of(const struct loaded *l, const char *id, const char *number)
{
    LIST_EACH(struct contract, c, &l->subject->contracts)
        if (c->id && strcmp(c->id, id) == 0)
            LIST_EACH(struct clause, k, &c->clauses)
                if (strcmp(k->number, number) == 0)
                    return k;
    cr_assert_fail("no clause %s in %s", number, id);
    return NULL;
}

#define AMENDED DOSSIER(MSA("<clause number=\"第7条\"><clause number=\"2\"/></clause><clause number=\"8\"/>") \
                        C("id=\"a\" kind=\"amendment\" amends=\"msa\" effective=\"2026-01-01\"", \
                          "<clause number=\"1\" replaces=\"7\"/><clause number=\"2\"/>") \
                        C("id=\"b\" kind=\"amendment\" amends=\"msa\" effective=\"2026-07-01\"", \
                          "<clause number=\"1\" replaces=\"第七条\"/>"))

Test(effective, a_clause_is_replaced_from_the_day_of_the_amendment)
{
    struct loaded l;
    load_text(&l, AMENDED);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    const struct clause *seven = clause_of(&l, "msa", "第7条"), *eight = clause_of(&l, "msa", "8");
    const struct clause *a = clause_of(&l, "a", "1"), *b = clause_of(&l, "b", "1");
    const struct clause *inner = (const struct clause *)seven->clauses.first;
    cr_expect(clause_effective(l.subject, seven, on(2025, 12, 31)));
    cr_expect(clause_effective(l.subject, inner, on(2025, 12, 31)));
    cr_expect_not(clause_effective(l.subject, seven, on(2026, 1, 1)));
    cr_expect_not(clause_effective(l.subject, inner, on(2026, 1, 1)), "what stands in a replaced clause goes with it");
    cr_expect(clause_effective(l.subject, eight, on(2026, 12, 1)));
    cr_expect(clause_effective(l.subject, a, on(2026, 1, 1)));
    cr_expect_not(clause_effective(l.subject, a, on(2026, 7, 1)), "the later amendment governs");
    cr_expect(clause_effective(l.subject, b, on(2026, 7, 1)));
    cr_expect_eq(a->replaced, seven);
    cr_expect_eq(((const struct contract *)a->node.parent)->amended, (const struct contract *)seven->node.parent);
    loaded_end(&l);
}

static void expect_replaced(const char *number, const char *inner, const char *replaces, bool found)
{
    struct loaded l;
    char xml[1024];
    snprintf(xml, sizeof xml, DOSSIER(MSA("<clause number=\"%s\"><clause number=\"%s\"/></clause>")
             C("id=\"a\" kind=\"amendment\" amends=\"msa\"", "<clause number=\"1\" replaces=\"%s\"/>")), number, inner, replaces);
    load_text(&l, xml);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    const struct document *d = l.subject->documents;
    while (d->next)
        d = d->next;
    cr_expect_str_eq(fault_name(d->fault.id), found ? "none" : "replaces-unknown", "%s %s: %s", number, inner, replaces);
    loaded_end(&l);
}

Test(effective, numbers_are_compared_by_what_they_say)
{
    expect_replaced("第7条", "x", "第七条", true);
    expect_replaced("第７条", "x", "7", true);
    expect_replaced("Article 7", "x", "7.", true);
    expect_replaced("第7条", "2", "第7条第2項", true);
    expect_replaced("第7条", "第2項", "7.2", true);
    expect_replaced("7", "7.2", "7.2", true);
    expect_replaced("7", "(a)", "7(a)", true);
    expect_replaced("7", "2", "2", false);
    expect_replaced("第7条の2", "x", "第7条第2項", false);
    expect_replaced("17", "x", "7", false);
}

/* ---- mistakes ---- */

static void expect_last_fault(const char *xml, const char *name)
{
    struct loaded l;
    load_text(&l, xml);
    const struct document *d = l.subject->documents;
    while (d->next)
        d = d->next;
    cr_expect_eq(l.status, 0);
    cr_expect_str_eq(fault_name(d->fault.id), name);
    cr_expect_null(d->root);
    loaded_end(&l);
}

Test(effective, an_amendment_of_nothing_is_refused)
{
    expect_last_fault(DOSSIER(MSA("") C("id=\"a\" kind=\"amendment\" amends=\"mas\"", "")), "amends-unknown");
    expect_last_fault(DOSSIER(MSA("") C("id=\"a\" kind=\"amendment\" amends=\"zzzzzz\"", "")), "amends-unknown");
    expect_last_fault(DOSSIER(C("id=\"a\" kind=\"amendment\" amends=\"a\"", "")), "amends-cycle");
    expect_last_fault(DOSSIER(MSA("") C("kind=\"amendment\"", "<clause number=\"1\" replaces=\"2\"/>")), "replaces-alone");
}

Test(effective, what_amends_a_refused_contract_is_refused)
{
    expect_last_fault(DOSSIER(C("id=\"a\" kind=\"amendment\" amends=\"none\"", "") C("id=\"b\" kind=\"amendment\" amends=\"a\"", "")),
                      "amends-unread");
    expect_last_fault(DOSSIER(C("id=\"b\" kind=\"amendment\" amends=\"a\"", "") C("id=\"a\" kind=\"amendment\" amends=\"b\"", "")),
                      "amends-unread");
    expect_last_fault(DOSSIER(MSA("<clause number=\"1\"/>") C("id=\"a\" kind=\"amendment\" amends=\"msa\"",
                              "<clause number=\"1\" replaces=\"9\"/>") C("id=\"b\" kind=\"amendment\" amends=\"a\"", "")), "amends-unread");
}

Test(effective, a_refused_amendment_replaces_nothing)
{
    struct loaded l;
    load_text(&l, DOSSIER(MSA("<clause number=\"1\"/>") C("id=\"a\" kind=\"amendment\" amends=\"msa\"",
                          "<clause number=\"1\" replaces=\"1\"/><clause number=\"2\" replaces=\"9\"/>")));
    cr_expect_eq(l.subject->contracts.count, 1);
    cr_expect(clause_effective(l.subject, clause_of(&l, "msa", "1"), on(2026, 1, 1)));
    cr_expect_null(((const struct contract *)l.subject->contracts.first)->amendments);
    loaded_end(&l);
}

Test(effective, of_two_documents_with_one_id_the_second_is_refused)
{
    expect_last_fault(DOSSIER(MSA("") MSA("")), "duplicate-id");
    expect_last_fault(DOSSIER("<questionnaire id=\"q\"/><questionnaire id=\"q\"/>"), "duplicate-id");
}

Test(effective, a_chain_of_subcontractors_must_not_bite_its_tail)
{
    struct loaded l;
#define SUB(id, inside) "<subcontractor id=\"" id "\" name=\"x\">" inside "</subcontractor>"
    load_text(&l, "<supplier" NS " id=\"a\" name=\"A\">" SUB("b", SUB("c", "")) SUB("c", SUB("b", "")) "</supplier>");
    cr_expect_eq(l.status, 0, "the same ones in two chains: %s", fault_en(&l));
    loaded_end(&l);
    load_text(&l, "<supplier" NS " id=\"a\" name=\"A\">" SUB("b", SUB("c", "\n" SUB("b", ""))) "</supplier>");
    cr_expect_str_eq(fault_name(l.fault.id), "subcontractor-cycle");
    cr_expect_eq(l.fault.line, 2);
    loaded_end(&l);
    load_text(&l, "<supplier" NS " id=\"a\" name=\"A\">" SUB("b", SUB("a", "")) "</supplier>");
    cr_expect_str_eq(fault_name(l.fault.id), "subcontractor-cycle");
    loaded_end(&l);
}
