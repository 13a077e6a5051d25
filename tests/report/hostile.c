/* The rich result with every text of documents and rules replaced, to see what a renderer does with it. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

enum { DOCUMENTS = 8, JUDGEMENTS = 32, FINDINGS = 16, EVIDENCE = 4, RISKS = 4 };

struct hostile {
    struct result result;
    struct document_info documents[DOCUMENTS];
    struct judgement judgements[JUDGEMENTS];
    struct rule_info rules[JUDGEMENTS];
    const char *controls[1];
    struct finding findings[FINDINGS];
    struct place related;
    struct evidence_item evidence[JUDGEMENTS][EVIDENCE];
    struct waiver_info waiver;
    struct risk_info risks[RISKS];
    struct argument argument;
    const char *text;
};

static struct place hostile_place(const struct hostile *h)
{
    return (struct place){.document = h->text, .line = 1, .clause = h->text, .heading = h->text, .type = h->text,
                          .what = h->text, .name = h->text, .quote = h->text};
}

static void both(const char **text, const struct hostile *h)
{
    text[LANGUAGE_EN] = text[LANGUAGE_JA] = h->text;
}

static void hostile_documents(struct hostile *h, const struct result *rich)
{
    for (size_t i = 0; i < rich->document_count; i++) {
        struct document_info *d = &h->documents[i];
        *d = rich->documents[i];
        d->file = d->title = h->text;
        if (d->kind) d->kind = h->text;
        if (d->fault.id == FAULT_NONE) continue;
        struct fault f = {0};
        fault_set(&f, FAULT_LIMIT, h->text, h->text);
        fault_where(&f, h->text, 7);
        d->fault = f;
    }
    h->result.documents = h->documents;
}

static void hostile_judgement(struct hostile *h, size_t i, const struct judgement *from)
{
    struct judgement *j = &h->judgements[i];
    *j = *from;
    h->rules[i] = *from->rule;
    both(h->rules[i].title, h);
    both(h->rules[i].why, h);
    h->rules[i].controls = h->controls;
    h->rules[i].control_count = 1;
    j->rule = &h->rules[i];
    if (j->reason[0]) both(j->reason, h);
    for (size_t n = 0; n < j->evidence_count; n++)
        h->evidence[i][n] = (struct evidence_item){hostile_place(h), h->text, value_text(h->text, strlen(h->text)), false};
    j->evidence = h->evidence[i];
}

static void hostile_finding(struct hostile *h, size_t i, const struct finding *from)
{
    struct finding *f = &h->findings[i];
    *f = *from;
    both(f->text, h);
    both(f->advice, h);
    f->place = hostile_place(h);
    if (f->related_count) f->related = &h->related;
    f->expected = f->found = value_text(h->text, strlen(h->text));
    f->argument_count = 1;
    f->arguments = &h->argument;
    if (f->waiver) f->waiver = &h->waiver;
}

struct hostile *hostile_new(const char *text)
{
    const struct result *rich = rich_result();
    struct hostile *h = calloc(1, sizeof *h);
    cr_assert_not_null(h);
    cr_assert(rich->document_count <= DOCUMENTS && rich->judgement_count <= JUDGEMENTS && rich->finding_count <= FINDINGS);
    h->text = h->controls[0] = text;
    h->result = *rich;
    h->result.supplier = h->result.name = h->result.path = text;
    h->result.tier = h->result.kind = h->result.country = h->result.category = h->result.contact = text;
    h->related = hostile_place(h);
    h->waiver = (struct waiver_info){text, text, DAY_NONE};
    h->argument = (struct argument){"found", value_text(text, strlen(text))};
    hostile_documents(h, rich);
    for (size_t i = 0; i < rich->judgement_count; i++) hostile_judgement(h, i, &rich->judgements[i]);
    for (size_t i = 0; i < rich->finding_count; i++) hostile_finding(h, i, &rich->findings[i]);
    for (size_t i = 0; i < rich->risk_count; i++) h->risks[i] = rich->risks[i], h->risks[i].scenario = text;
    h->result.judgements = h->judgements;
    h->result.findings = h->findings;
    h->result.risks = h->risks;
    return h;
}

const struct result *hostile_result(const struct hostile *h)
{
    return &h->result;
}

void hostile_free(struct hostile *h)
{
    free(h);
}
