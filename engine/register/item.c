/* Layout: texts as a presence byte, the bytes and a NUL; numbers as 4 bytes little-endian. Judgements come in the order of
 * the rules, findings in ascending order of fingerprint. */
#include "register/item.h"

#include <stdlib.h>
#include <string.h>

#include "base/value.h"

static void put_text(struct buffer *out, const char *text)
{
    buffer_putc(out, text ? 1 : 0);
    if (text)
        buffer_add(out, text, strlen(text) + 1);
}

static void put_number(struct buffer *out, uint32_t n)
{
    char bytes[4];
    for (int i = 0; i < 4; i++)
        bytes[i] = (char)(unsigned char)(n >> (8 * i));
    buffer_add(out, bytes, sizeof bytes);
}

bool ledger_enters(const struct result *r, const struct finding *f)
{
    bool own = strncmp(r->judgements[f->judgement].rule->id, "engine:", 7) == 0;
    return !own && (f->outcome == OUTCOME_FAIL || f->outcome == OUTCOME_WAIVED);
}

/* "2026-12-31<tab>approver<tab>reason": what ledger_waiver reads. */
static void put_waiver(struct buffer *out, const struct finding *f)
{
    if (f->outcome != OUTCOME_WAIVED || !f->waiver) {
        put_text(out, NULL);
        return;
    }
    struct value until = value_date(f->waiver->expires);
    buffer_putc(out, 1);
    if (f->waiver->expires != DAY_NONE)
        value_write(out, &until);
    buffer_putc(out, '\t');
    buffer_puts(out, f->waiver->approver ? f->waiver->approver : "");
    buffer_putc(out, '\t');
    buffer_puts(out, f->waiver->reason ? f->waiver->reason : "");
    buffer_putc(out, '\0');
}

static void put_finding(struct buffer *out, const struct result *r, const struct finding *f)
{
    char hex[33];
    hash_hex(&f->fingerprint, hex);
    put_text(out, hex);
    put_text(out, r->judgements[f->judgement].rule->id);
    put_text(out, f->message);
    put_text(out, f->place.clause);
    put_text(out, f->place.document);
    put_text(out, f->text[LANGUAGE_EN]);
    put_text(out, f->text[LANGUAGE_JA]);
    put_number(out, f->place.line);
    put_number(out, f->grade);
    put_number(out, f->outcome == OUTCOME_WAIVED);
    put_waiver(out, f);
}

static int by_fingerprint(const void *a, const void *b)
{
    const struct finding *const *x = a, *const *y = b;
    return memcmp(&(*x)->fingerprint, &(*y)->fingerprint, sizeof (*x)->fingerprint);
}

/* The findings that enter, in ascending order of fingerprint, each once. NULL when memory is out or none enters. */
static const struct finding **collect(const struct result *r, uint32_t *count)
{
    const struct finding **all = calloc(r->finding_count ? r->finding_count : 1, sizeof *all);
    size_t n = 0;
    *count = 0;
    for (size_t i = 0; all && i < r->finding_count; i++)
        if (ledger_enters(r, &r->findings[i]))
            all[n++] = &r->findings[i];
    if (n > 1)
        qsort(all, n, sizeof *all, by_fingerprint);
    for (size_t i = 0; i < n; i++)
        if (*count == 0 || by_fingerprint(&all[*count - 1], &all[i]) != 0)
            all[(*count)++] = all[i];
    return all;
}

void ledger_item_write(const struct result *r, struct buffer *out)
{
    bool judged = r->fault.id == FAULT_NONE;
    uint32_t count = 0;
    const struct finding **findings = collect(r, &count);
    out->failed = out->failed || !findings;
    put_text(out, r->supplier);
    put_text(out, r->name);
    put_text(out, r->tier);
    put_number(out, judged);
    put_number(out, judged ? (uint32_t)r->judgement_count : 0);
    put_number(out, judged ? count : 0);
    for (size_t i = 0; judged && i < r->judgement_count; i++) {
        put_text(out, r->judgements[i].rule->id);
        put_number(out, r->judgements[i].outcome);
    }
    for (uint32_t i = 0; judged && i < count; i++)
        put_finding(out, r, findings[i]);
    free(findings);
}

struct item_reader item_open(const char *at, size_t len)
{
    return (struct item_reader){ at, len, false };
}

static const char *take(struct item_reader *r, size_t n)
{
    const char *at = r->at;
    if (r->bad || n > r->left) {
        r->bad = true;
        return NULL;
    }
    r->at += n;
    r->left -= n;
    return at;
}

static const char *take_text(struct item_reader *r)
{
    const char *present = take(r, 1);
    if (!present || *present == 0)
        return NULL;
    const char *end = r->left ? memchr(r->at, '\0', r->left) : NULL;
    if (!end) {
        r->bad = true;
        return NULL;
    }
    return take(r, (size_t)(end - r->at) + 1);
}

static uint32_t take_number(struct item_reader *r)
{
    const unsigned char *at = (const unsigned char *)take(r, 4);
    return at ? at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24 : 0;
}

bool item_head(struct item_reader *r, struct item_head *out)
{
    out->supplier = take_text(r);
    out->name = take_text(r);
    out->tier = take_text(r);
    out->judged = take_number(r) != 0;
    out->judgements = take_number(r);
    out->findings = take_number(r);
    return !r->bad && out->supplier;
}

bool item_judgement(struct item_reader *r, const char **rule, enum outcome *outcome)
{
    *rule = take_text(r);
    uint32_t n = take_number(r);
    *outcome = n < OUTCOME_COUNT ? (enum outcome)n : OUTCOME_ERROR;
    return !r->bad && *rule && n < OUTCOME_COUNT;
}

bool item_finding(struct item_reader *r, struct item_finding *out)
{
    out->fingerprint = take_text(r);
    out->rule = take_text(r);
    out->message = take_text(r);
    out->clause = take_text(r);
    out->document = take_text(r);
    out->text[LANGUAGE_EN] = take_text(r);
    out->text[LANGUAGE_JA] = take_text(r);
    out->line = take_number(r);
    uint32_t grade = take_number(r);
    out->grade = grade < GRADE_COUNT ? (enum grade)grade : GRADE_NONE;
    out->waived = take_number(r) != 0;
    out->waiver = take_text(r);
    return !r->bad && out->fingerprint && strlen(out->fingerprint) == 32 && out->rule && out->message &&
           grade < GRADE_COUNT;
}
