/* Facts of a supplier go through bytes and come back; what is no fact is refused. */
#include "report/facts.h"

#include <stdlib.h>
#include <string.h>

#include "documents/load.h"
#include "support/support.h"

static const char dossier[] =
    "<dossier xmlns='urn:kijun:1'>"
    "<supplier id='acme' name='アクメ株式会社' tier='critical' kind='company' category='it-service' engaged='2020-04-01'>"
    "<asset class='personal-data' name='顧客名簿' access='store' persons='12000' sensitive='true'/>"
    "<certificate standard='ISO/IEC 27001' number='IS 1' expires='2025-03-31'/>"
    "<certificate standard='ISO/IEC 27001' number='IS 2' expires='2028-03-31'/>"
    "<subcontractor id='s1' name='Sub One' country='VN' personal-data='true'>"
    "<subcontractor id='s2' name='Sub Two'/></subcontractor>"
    "<risk scenario='leak' impact='4' likelihood='5' assessed='2026-01-10' assessor='R'/>"
    "</supplier>"
    "<contract id='c1' kind='services' title='Old' status='executed' effective='2022-04-01' expires='2025-03-31'>"
    "<party role='customer' name='Minato'/></contract>"
    "<contract id='c2' kind='services' title='New' status='executed' effective='2025-04-01' expires='2027-03-31'/>"
    "<audit id='a1' method='on-site' performed='2025-05-10' planned='2025-05-10'>"
    "<nonconformity id='n1' grade='minor' closed='2025-06-01'/><nonconformity id='n2' grade='major'/></audit>"
    "<audit id='a2' method='paper' planned='2026-02-01'/>"
    "<incident-log from='2025-04-01' to='2026-03-31'><incident id='i1' severity='high' occurred='2025-07-01T00:00:00Z' "
    "detected='2025-07-01T01:00:00Z' reported='2025-07-03T01:00:00Z'/></incident-log>"
    "<service-record><measure name='uptime' from='2026-01-01' to='2026-01-31' percent='99.5'/></service-record>"
    "</dossier>";

static struct loader *loader;
static struct arena *arena;
static struct buffer bytes;
static day as_of;

/* What a supplier's audit clause promises, as a rule would have read it. */
static struct evidence_item evidence = {.place = {.type = "audit-right"}, .field = "frequency",
                                        .value = {.type = VALUE_INTERVAL, .as.duration = {.months = 12}}};
static struct judgement judgement = {.evidence_count = 1, .evidence = &evidence};

static void write_facts(const char *xml)
{
    struct subject *s = NULL;
    struct fault f = {0};
    loader = loader_new();
    arena = arena_new(LOAD_ARENA_BYTES);
    buffer_init(&bytes, 1 << 20);
    as_of = day_of(2026, 4, 1);
    cr_assert_eq(loader_memory(loader, arena, "dossier.xml", xml, strlen(xml), &s, &f), 0);
    cr_assert_eq(loader_finish(loader, arena, s, &f), 0, "%d %s", (int)f.id, f.arg[0]);
    cr_assert_not_null(s->supplier);
    struct facts_from from = {s, arena};
    struct result r = {.as_of = as_of, .customer = "Minato", .judgement_count = 1, .judgements = &judgement};
    facts_write(&from, &r, &bytes);
    cr_assert_not(bytes.failed);
}

static void begin(void)
{
    write_facts(dossier);
}

static void end(void)
{
    buffer_free(&bytes);
    arena_free(arena);
    loader_free(loader);
}

TestSuite(facts, .init = begin, .fini = end);

static struct fact nth(enum fact_kind kind, int n)
{
    struct facts all = facts_open(bytes.at, bytes.len);
    struct fact f;
    while (facts_next(&all, &f))
        if (f.kind == kind && n-- == 0) return f;
    return (struct fact){.kind = FACT_KINDS};
}

Test(facts, what_was_written_is_read_back)
{
    struct fact profile = nth(FACT_PROFILE, 0), asset = nth(FACT_ASSET, 0), risk = nth(FACT_RISK, 0);
    same_text(profile.text[0], "company");
    same_text(profile.text[2], "Minato");
    cr_assert_eq(profile.day[0], day_of(2020, 4, 1));
    same_text(asset.text[2], "顧客名簿");
    cr_assert(asset.number[0] == 12000 && asset.number[1] == 1);
    cr_assert(risk.number[0] == 4 && risk.number[1] == 5 && risk.day[0] == day_of(2026, 1, 10));
    cr_assert_eq(nth(FACT_MEASURE, 0).number[0], 995000);
    cr_assert_eq(nth(FACT_INCIDENT, 0).number[0], 48, "hours from detection to report");
}

Test(facts, a_certificate_that_was_renewed_is_left_out)
{
    same_text(nth(FACT_CERTIFICATE, 0).text[1], "IS 2");
    cr_assert_eq(nth(FACT_CERTIFICATE, 1).kind, FACT_KINDS);
}

Test(facts, only_contracts_in_force_are_told)
{
    same_text(nth(FACT_CONTRACT, 0).text[0], "New");
    cr_assert_eq(nth(FACT_CONTRACT, 0).number[2], 1);
    cr_assert_eq(nth(FACT_CONTRACT, 1).kind, FACT_KINDS);
}

Test(facts, subcontractors_stand_behind_who_uses_them)
{
    struct fact one = nth(FACT_SUBCONTRACTOR, 0), two = nth(FACT_SUBCONTRACTOR, 1);
    same_text(one.text[0], "Sub One");
    cr_assert(one.number[0] == 0 && one.number[1] == 1 && one.day[0] == DAY_NONE);
    same_text(two.text[0], "Sub Two");
    cr_assert_eq(two.number[0], 1);
}

Test(facts, audits_say_what_was_held_missed_and_promised)
{
    struct audit_state a = facts_audits(facts_open(bytes.at, bytes.len), as_of);
    cr_assert_eq(a.last, day_of(2025, 5, 10));
    cr_assert_eq(a.missed, day_of(2026, 2, 1));
    cr_assert_eq(a.promised, day_of(2026, 5, 10));
    cr_assert_eq(a.next, DAY_NONE);
    cr_assert_eq(a.open, 1, "the nonconformity of the audit that is not closed");
    same_text(a.method, "on-site");
    cr_assert(audit_overdue(&a, as_of));
}

Test(facts, a_promise_counts_from_the_start_of_business_when_no_audit_was_held)
{
    end();
    write_facts("<dossier xmlns='urn:kijun:1'><supplier id='a' name='A' engaged='2025-06-01'/></dossier>");
    struct audit_state a = facts_audits(facts_open(bytes.at, bytes.len), as_of);
    cr_assert_eq(a.last, DAY_NONE);
    cr_assert_eq(a.promised, day_of(2026, 6, 1));
    cr_assert_not(audit_overdue(&a, as_of));
    cr_assert(audit_overdue(&a, day_of(2026, 6, 2)));
}

Test(facts, bytes_that_are_cut_anywhere_end_in_no_fact)
{
    for (size_t len = 0; len < bytes.len; len++) {
        char *exact = malloc(len + 1); /* so that the address checker sees a read behind the end */
        memcpy(exact, bytes.at, len);
        struct facts all = facts_open(exact, len);
        struct fact f;
        while (facts_next(&all, &f)) cr_assert_lt(f.kind, FACT_KINDS);
        free(exact);
    }
}

Test(facts, no_changed_byte_leads_outside)
{
    for (size_t i = 0; i < bytes.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            char *copy = malloc(bytes.len);
            memcpy(copy, bytes.at, bytes.len);
            copy[i] ^= (char)(1 << bit);
            struct facts all = facts_open(copy, bytes.len);
            struct fact f;
            while (facts_next(&all, &f))
                for (int t = 0; t < FACT_TEXTS; t++) cr_assert(!f.text[t] || strlen(f.text[t]) <= bytes.len);
            facts_audits(facts_open(copy, bytes.len), as_of);
            free(copy);
        }
}

Test(facts, more_than_fits_is_left_out_and_said)
{
    struct buffer xml;
    buffer_init(&xml, 1 << 24);
    buffer_puts(&xml, "<dossier xmlns='urn:kijun:1'><supplier id='a' name='A'>");
    for (int i = 0; i < 3000; i++) buffer_printf(&xml, "<subcontractor id='s%d' name='A rather long name of a firm %d'/>", i, i);
    buffer_puts(&xml, "</supplier></dossier>");
    end();
    write_facts(xml.at);
    buffer_free(&xml);
    cr_assert_leq(bytes.len, FACTS_BYTES);
    cr_assert_eq(nth(FACT_CUT, 0).kind, FACT_CUT);
}
