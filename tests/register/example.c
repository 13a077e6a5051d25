#include "example.h"

#include <criterion/criterion.h>
#include <stdio.h>

static const struct rule_info rules[EXAMPLE_RULES] = { { .id = "audit-right" }, { .id = "backup-clause" },
                                                       { .id = "incident-report-within" }, { .id = "nda" } };

static struct hash fingerprint(const char *supplier, int rule)
{
    const char *parts[] = { supplier, rules[rule].id };
    return hash_parts(parts, 2);
}

void example_fingerprint(const char *supplier, int rule, char out[33])
{
    struct hash h = fingerprint(supplier, rule);
    hash_hex(&h, out);
}

void example_item(const struct example *e, struct buffer *out)
{
    struct judgement judgements[EXAMPLE_RULES] = { 0 };
    struct finding findings[EXAMPLE_RULES] = { 0 };
    struct result r = { .supplier = e->supplier, .tier = e->tier, .judgements = judgements, .findings = findings,
                        .judgement_count = EXAMPLE_RULES };
    for (uint32_t i = 0; i < EXAMPLE_RULES; i++) {
        judgements[i] = (struct judgement){ .rule = &rules[i], .outcome = e->outcome[i] };
        if (e->outcome[i] != OUTCOME_FAIL && e->outcome[i] != OUTCOME_WAIVED)
            continue;
        findings[r.finding_count++] = (struct finding){
            .judgement = i, .outcome = e->outcome[i], .grade = e->grade, .message = "missing",
            .text = { "The clause is missing", "条項がありません" }, .place = { .document = "msa.xml", .line = e->line },
            .fingerprint = fingerprint(e->supplier, (int)i),
            .waiver = e->outcome[i] == OUTCOME_WAIVED ? e->waiver : NULL
        };
    }
    ledger_item_write(&r, out);
}

void example_run(struct ledger *l, day as_of, const struct example *suppliers, int count,
                 const struct due_terms *terms)
{
    struct fault f = { 0 };
    struct buffer item;
    buffer_init(&item, 1 << 20);
    cr_assert_eq(ledger_begin(l, as_of, (instant)as_of * 86400 + 3600, "standard", terms, &f), 0, "%s", f.arg[0]);
    for (int i = 0; i < count; i++) {
        buffer_clear(&item);
        example_item(&suppliers[i], &item);
        cr_assert_not(item.failed);
        cr_assert_eq(ledger_record(l, item.at, item.len, &f), 0, "%s %s", fault_name(f.id), f.arg[0]);
    }
    cr_assert_eq(ledger_commit(l, &f), 0, "%s", f.arg[0]);
    buffer_free(&item);
}
