#include "batch/kept.h"

#include <stdlib.h>
#include <string.h>

#include "support/support.h"

static struct arena *arena;
static struct buffer b, again;
static const struct param_info params[] = {{.name = "hours", .type = VALUE_COUNT}};
static const struct rule_info first = {.id = "first", .pack = "p", .pack_version = "1"},
                              second = {.id = "second", .pack = "p", .pack_version = "1", .param_count = 1, .params = params};
static const struct rule_info *const rules[] = {&first, &second};

static void begin(void)
{
    arena = arena_new(16 * 1024 * 1024);
    buffer_init(&b, 1024 * 1024);
    buffer_init(&again, 1024 * 1024);
}

static void end(void)
{
    arena_free(arena);
    buffer_free(&b);
    buffer_free(&again);
}

TestSuite(kept, .init = begin, .fini = end);

static struct place where = {.document = "contract.xml", .line = 7, .clause = "第7条", .quote = "promptly"},
                    in_sheet = {.document = "answers.xlsx", .line = 70001, .cell = "回答!C12", .heading = "4. Incidents",
                                .type = "incident-report", .what = "answer", .name = "incident-report", .paragraph = true};
static struct argument hours = {"hours", {VALUE_COUNT, {.count = 24}}};
static struct waiver_info accepted = {"for now", "CISO", 20000};

/* A result that uses every struct and every type of value. */
static const struct result *example(void)
{
    static struct evidence_item seen[VALUE_TYPES];
    static struct judgement judgements[3];
    static struct finding findings[2];
    static struct document_info documents[2];
    static struct risk_info risk = {"leak", 4, 3, 12, 19000};
    static struct result r;
    const struct rule_info *const *own;
    result_own_rules(&own);
    for (int t = 0; t < VALUE_TYPES; t++)
        seen[t] = (struct evidence_item){.place = where, .value = {.type = (enum value_type)t}, .declared = t % 2};
    seen[VALUE_TEXT].value = value_text("prior-written", 5);
    memcpy(seen[VALUE_AMOUNT].value.as.amount.currency, "JPY", 4);
    seen[VALUE_DURATION].value.as.duration = (struct duration){86400, 1, true, true};
    judgements[0] = (struct judgement){.rule = &first, .outcome = OUTCOME_PASS, .evidence_count = VALUE_TYPES, .evidence = seen};
    judgements[1] = (struct judgement){.rule = &second, .outcome = OUTCOME_WAIVED, .reason = {"why", "理由"}, .finding_count = 1,
                                       .argument_count = 1, .parameters = &hours};
    judgements[2] = (struct judgement){.rule = own[0], .outcome = OUTCOME_ERROR, .finding_count = 1, .first_finding = 1};
    findings[0] = (struct finding){.judgement = 1, .outcome = OUTCOME_WAIVED, .grade = GRADE_MAJOR, .message = "late",
                                   .text = {"late", "遅い"}, .place = where, .related_count = 1, .related = &in_sheet,
                                   .argument_count = 1, .arguments = &hours, .fingerprint = {{1, 2}}, .waiver = &accepted};
    findings[1] = (struct finding){.judgement = 2, .outcome = OUTCOME_ERROR, .message = "engine:unreadable", .text = {"x", "y"}};
    documents[0] = (struct document_info){.file = "a.xml", .format = "xml", .read = true, .hashed = true, .content = {{9}}};
    documents[1] = (struct document_info){.file = "b.xml", .format = "xml"};
    fault_set(&documents[1].fault, FAULT_FILE_READ, "why");
    r = (struct result){.supplier = "acme", .name = "Acme", .path = "p/acme", .tier = "critical", .as_of = 20000,
                        .valid_from = DAY_NONE, .valid_until = 20100, .risk_count = 1, .risks = &risk, .risk_score = 12,
                        .document_count = 2, .documents = documents, .judgement_count = 3, .judgements = judgements,
                        .finding_count = 2, .findings = findings, .outcomes = {1, 0, 0, 0, 1, 1}, .incomplete = true};
    return &r;
}

static void same_place(const struct place *got, const struct place *wanted)
{
    const char *const a[] = {got->document, got->cell, got->clause, got->heading, got->type, got->what, got->name, got->quote};
    const char *const w[] = {wanted->document, wanted->cell, wanted->clause, wanted->heading, wanted->type, wanted->what,
                             wanted->name, wanted->quote};
    for (size_t i = 0; i < sizeof a / sizeof *a; i++)
        cr_assert(!a[i] == !w[i] && (!w[i] || strcmp(a[i], w[i]) == 0), "text %zu: %s", i, a[i] ? a[i] : "(none)");
    cr_assert(got->line == wanted->line && got->paragraph == wanted->paragraph);
}

static struct result *read_exactly(const char *at, size_t len)
{
    return kept_read(at, len, rules, 2, arena);
}

Test(kept, what_was_kept_is_read_back_and_written_the_same)
{
    kept_write(example(), rules, 2, &b);
    struct result *r = read_exactly(b.at, b.len);
    cr_assert(r);
    same_text(r->findings[0].text[LANGUAGE_JA], "遅い");
    cr_assert(r->judgements[1].rule == &second && strcmp(r->judgements[2].rule->id, "engine:documents") == 0);
    cr_assert(r->findings[0].waiver && !r->findings[1].waiver && r->documents[1].fault.id == FAULT_FILE_READ);
    cr_assert(r->judgements[0].evidence[VALUE_TEXT].value.as.text.len == 5);
    same_place(&r->findings[0].related[0], &in_sheet);
    same_place(&r->judgements[0].evidence[1].place, &where);
    kept_write(r, rules, 2, &again);
    cr_assert(again.len == b.len && memcmp(again.at, b.at, b.len) == 0);
}

Test(kept, bytes_cut_anywhere_are_refused)
{
    kept_write(example(), rules, 2, &b);
    for (size_t len = 0; len < b.len; len++) {
        char *exact = malloc(len ? len : 1); /* reading beyond it is seen by the sanitizer */
        memcpy(exact, b.at, len);
        cr_assert(!read_exactly(exact, len), "cut at %zu", len);
        free(exact);
        arena_reset(arena);
    }
}

/* Whatever a worker sends: it is refused, or it holds together so far that it can be written again. */
Test(kept, bytes_changed_anywhere_do_no_harm)
{
    kept_write(example(), rules, 2, &b);
    for (size_t i = 0; i < b.len; i++)
        for (int bit = 0; bit < 8; bit += 7) {
            char *own = malloc(b.len);
            memcpy(own, b.at, b.len);
            own[i] = (char)(own[i] ^ 1 << bit);
            struct result *r = read_exactly(own, b.len);
            buffer_clear(&again);
            if (r)
                kept_write(r, rules, 2, &again);
            free(own);
            arena_reset(arena);
        }
}
