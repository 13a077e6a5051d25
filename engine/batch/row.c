#include "batch/row.h"

#include <string.h>

/* The fixed part, packed; the rules, what it was made of, and texts follow, each with its NUL, and the facts follow the texts. */
enum { TEXTS = 5 + 1 + FAULT_ARGS, NO_TEXT = UINT16_MAX };

struct fixed_part {
    int64_t risk_score, impact, likelihood;
    uint32_t outcomes[OUTCOME_COUNT], grades[GRADE_COUNT];
    uint32_t changes[CHANGE_COUNT], since_changes[CHANGE_COUNT], overdue;
    uint32_t incomplete, fault, fault_line, rule_count, facts;
    uint32_t inputs_len, lasting;
    int32_t from, until;
    uint16_t lens[TEXTS];   /* NO_TEXT: NULL */
};

/* Most of its words are zero: a bit for each of them tells which are not, and these follow. A million rows are kept from night to
 * night, and sorted in a file. */
enum { WORD = sizeof(uint32_t), WORDS = sizeof(struct fixed_part) / WORD };

_Static_assert(sizeof(struct fixed_part) % WORD == 0 && WORDS <= 64, "a bit for each word");

enum { PACKED_BYTES = sizeof(uint64_t) + sizeof(struct fixed_part) };

static size_t pack(const struct fixed_part *p, char to[PACKED_BYTES])
{
    uint32_t words[WORDS];
    uint64_t which = 0;
    size_t used = sizeof which;
    memcpy(words, p, sizeof words);
    for (size_t i = 0; i < WORDS; i++)
        if (words[i]) {
            which |= UINT64_C(1) << i;
            memcpy(to + used, &words[i], WORD);
            used += WORD;
        }
    memcpy(to, &which, sizeof which);
    return used;
}

/* The size of the packed part; 0: it is not whole. */
static size_t unpack(const char *at, size_t len, struct fixed_part *p)
{
    uint32_t words[WORDS] = {0};
    uint64_t which;
    if (len < sizeof which)
        return 0;
    memcpy(&which, at, sizeof which);
    size_t used = sizeof which;
    for (; which; which &= which - 1, used += WORD) {
        size_t i = (size_t)__builtin_ctzll(which);
        if (i >= WORDS || len - used < WORD)
            return 0;
        memcpy(&words[i], at + used, WORD);
    }
    memcpy(p, words, sizeof words);
    return used;
}

struct texts {
    const char *at[TEXTS];
};

static struct texts texts_of(const struct result *r)
{
    struct texts t = {{r->supplier, r->name, r->path, r->tier, r->country, r->fault.file}};
    for (int i = 0; i < FAULT_ARGS; i++)
        t.at[6 + i] = r->fault.arg[i];
    return t;
}

/* The index of a judgement's rule at or after `from`; rule_count for the engine's own, such as "could not be read". Both
 * are in the order of rule id, so that one walk over the rules finds all. */
static size_t rule_index(const struct judgement *j, const struct rule_info *const *rules, size_t from, size_t rule_count)
{
    while (from < rule_count && rules[from] != j->rule)
        from++;
    return from;
}

static uint32_t write_rules(const struct result *r, const struct rule_info *const *rules, size_t rule_count,
                            struct buffer *out)
{
    size_t from = 0;
    uint32_t written = 0;
    for (uint32_t i = 0; i < r->judgement_count; i++) {
        const struct judgement *j = &r->judgements[i];
        size_t at = rule_index(j, rules, from, rule_count);
        if (at == rule_count)
            continue;
        from = at + 1;
        unsigned failed = 0;
        for (size_t k = 0; j->finding_count && k < r->finding_count; k++)
            failed += r->findings[k].judgement == i && r->findings[k].outcome == OUTCOME_FAIL;
        struct row_rule rule = {.rule = (uint16_t)at, .outcome = (uint8_t)j->outcome, .findings = (uint8_t)failed};
        buffer_add(out, (const char *)&rule, sizeof rule);
        written++;
    }
    return written;
}

static void write_history(const struct history *h, struct fixed_part *p)
{
    if (!h)
        return;
    memcpy(p->changes, h->changes, sizeof p->changes);
    memcpy(p->since_changes, h->since_changes, sizeof p->since_changes);
    p->overdue = h->overdue;
}

static struct run_changes read_history(const struct fixed_part *p)
{
    struct run_changes c = {.overdue = p->overdue};
    for (int i = 0; i < CHANGE_COUNT; i++) {
        c.last[i] = p->changes[i];
        c.since[i] = p->since_changes[i];
    }
    return c;
}

/* ---- what it was made of ---- */

enum { HASHED = 1, INPUT_HEAD = 1 + sizeof(struct sha256) };

static void write_inputs(const struct result *r, struct buffer *out)
{
    for (size_t i = 0; i < r->document_count; i++) {
        const struct document_info *d = &r->documents[i];
        if (i && strcmp(d->file, d[-1].file) == 0)
            continue; /* one file with several documents: its first has the hash */
        buffer_putc(out, d->hashed ? HASHED : 0);
        buffer_add(out, (const char *)d->content.bytes, sizeof d->content.bytes);
        buffer_add(out, d->file, strlen(d->file) + 1);
    }
}

bool row_input(const struct row *r, size_t *place, struct row_input *out)
{
    if (*place >= r->inputs_len)
        return false;
    const char *at = r->inputs + *place;
    *out = (struct row_input){.hashed = at[0] == HASHED, .file = at + INPUT_HEAD};
    memcpy(out->content.bytes, at + 1, sizeof out->content.bytes);
    *place += INPUT_HEAD + strlen(out->file) + 1;
    return true;
}

static bool inputs_hold(const struct row *r)
{
    for (size_t at = 0; at < r->inputs_len;) {
        size_t left = r->inputs_len - at;
        const char *end = left > INPUT_HEAD ? memchr(r->inputs + at + INPUT_HEAD, 0, left - INPUT_HEAD) : NULL;
        if (!end)
            return false;
        at = (size_t)(end - r->inputs) + 1;
    }
    return true;
}

/* False where the disk, the machine or a worker had a part in it: it may come out otherwise the next time. */
static bool is_lasting(const struct result *r, const struct rule_info *const *rules, size_t rule_count)
{
    if (r->fault.id)
        return false;
    for (size_t i = 0; r->outcomes[OUTCOME_ERROR] && i < r->judgement_count; i++)
        if (r->judgements[i].outcome == OUTCOME_ERROR && rule_index(&r->judgements[i], rules, 0, rule_count) < rule_count)
            return false;
    for (size_t i = 0; i < r->document_count; i++) {
        enum fault_id id = r->documents[i].fault.id;
        if (id == FAULT_FILE_OPEN || id == FAULT_FILE_READ || (id && fault_class(id) == FAULT_CLASS_ENGINE))
            return false;
    }
    return true;
}

static void change_on(struct fixed_part *p, day d, day as_of)
{
    if (d > as_of && (p->until == DAY_NONE || d < p->until))
        p->until = d;
    if (d <= as_of && (p->from == DAY_NONE || d > p->from))
        p->from = d;
}

/* The facts tell which contracts are in force, though no rule may have asked. */
static void write_period(const struct result *r, const struct facts_from *facts, struct fixed_part *p)
{
    p->from = r->valid_from;
    p->until = r->valid_until;
    if (!facts || !facts->subject)
        return;
    LIST_EACH(struct contract, c, &facts->subject->contracts) {
        if (c->effective != DAY_NONE)
            change_on(p, c->effective, r->as_of);
        if (c->expires != DAY_NONE)
            change_on(p, c->expires + 1, r->as_of);
    }
}

static void measure_texts(const struct texts *t, struct fixed_part *p)
{
    for (int i = 0; i < TEXTS; i++) {
        size_t len = t->at[i] ? strlen(t->at[i]) : NO_TEXT;
        p->lens[i] = (uint16_t)(len < NO_TEXT ? len : NO_TEXT);
    }
}

/* What stands behind the fixed part, and its sizes. */
static void write_rest(const struct result *r, const struct rule_info *const *rules, size_t rule_count,
                       const struct facts_from *facts, struct fixed_part *p, struct buffer *out)
{
    struct texts t = texts_of(r);
    measure_texts(&t, p);
    p->rule_count = write_rules(r, rules, rule_count, out);
    size_t inputs = out->len;
    write_inputs(r, out);
    p->inputs_len = (uint32_t)(out->len - inputs);
    for (int i = 0; i < TEXTS; i++)
        if (p->lens[i] != NO_TEXT)
            buffer_add(out, t.at[i], (size_t)p->lens[i] + 1);
    size_t facts_start = out->len;
    if (facts)
        facts_write(facts, r, out);
    p->facts = (uint32_t)(out->len - facts_start);
}

void row_write(const struct result *r, const struct rule_info *const *rules, size_t rule_count,
               const struct facts_from *facts, bool lasting, struct buffer *out)
{
    struct fixed_part p;
    char packed[PACKED_BYTES] = {0};
    memset(&p, 0, sizeof p); /* padding, too: equal rows are equal bytes */
    p.risk_score = r->risk_score;
    if (r->risk_count) {
        p.impact = r->risks[0].impact;
        p.likelihood = r->risks[0].likelihood;
    }
    memcpy(p.outcomes, r->outcomes, sizeof p.outcomes);
    memcpy(p.grades, r->grades, sizeof p.grades);
    write_history(r->history, &p);
    p.incomplete = r->incomplete;
    p.fault = r->fault.id;
    p.fault_line = r->fault.line;
    p.lasting = lasting && is_lasting(r, rules, rule_count);
    write_period(r, facts, &p);
    size_t start = out->len;
    buffer_add(out, packed, sizeof packed); /* its place, until the rest is known */
    write_rest(r, rules, rule_count, facts, &p, out);
    if (out->failed)
        return;
    size_t used = pack(&p, packed), rest = out->len - start - sizeof packed;
    memcpy(out->at + start, packed, used);
    memmove(out->at + start + used, out->at + start + sizeof packed, rest);
    out->len = start + used + rest;
    out->at[out->len] = '\0';
}

void row_renew(const char *at, size_t len, const struct history *h, struct buffer *out)
{
    struct fixed_part p;
    char packed[PACKED_BYTES];
    size_t from = unpack(at, len, &p);
    memset(p.changes, 0, sizeof p.changes);
    memset(p.since_changes, 0, sizeof p.since_changes);
    p.overdue = 0;
    write_history(h, &p);
    buffer_add(out, packed, pack(&p, packed));
    buffer_add(out, at + from, len - from);
}

struct row_rule row_rule_at(const struct row *r, size_t i)
{
    struct row_rule rule;
    memcpy(&rule, r->rules + i * sizeof rule, sizeof rule);
    return rule;
}

void row_outcomes(const struct row *r, size_t rule_count, unsigned char *out)
{
    memset(out, OUTCOME_COUNT, rule_count);
    for (size_t i = 0; i < r->rule_count; i++) {
        struct row_rule rule = row_rule_at(r, i);
        if (rule.rule < rule_count)
            out[rule.rule] = (unsigned char)rule.outcome;
    }
}

/* Finds the texts behind the rules, each of which must end with its NUL, and the facts behind them; nothing may follow. */
static bool find_texts(const char *at, size_t left, const struct fixed_part *p, struct texts *t, struct run_row *row)
{
    for (int i = 0; i < TEXTS; i++) {
        t->at[i] = NULL;
        size_t len = p->lens[i];
        if (len == NO_TEXT)
            continue;
        if (left <= len || at[len] || memchr(at, 0, len))
            return false;
        t->at[i] = at;
        at += len + 1;
        left -= len + 1;
    }
    row->facts = left ? at : NULL;
    row->facts_len = left;
    return left == p->facts;
}

static void copy_text(char *to, size_t size, const char *from)
{
    size_t n = from ? strnlen(from, size - 1) : 0;
    if (n)
        memcpy(to, from, n);
    to[n] = '\0';
}

static void read_fault(struct fault *f, const struct fixed_part *p, const struct texts *t)
{
    *f = (struct fault){.id = (enum fault_id)p->fault, .line = p->fault_line};
    copy_text(f->file, sizeof f->file, t->at[5]);
    for (int i = 0; i < FAULT_ARGS; i++)
        copy_text(f->arg[i], sizeof f->arg[i], t->at[6 + i]);
}

static bool rules_hold(const struct row *r, size_t rule_count)
{
    for (size_t i = 0; i < r->rule_count; i++) {
        struct row_rule rule = row_rule_at(r, i);
        if (rule.rule >= rule_count || rule.outcome >= OUTCOME_COUNT)
            return false;
    }
    return true;
}

bool row_read(const char *at, size_t len, size_t rule_count, struct row *out)
{
    struct fixed_part p;
    struct texts t;
    size_t packed = unpack(at, len, &p);
    if (!packed)
        return false;
    at += packed;
    size_t left = len - packed;
    if (p.fault >= FAULT_COUNT || p.incomplete > 1 || p.lasting > 1 || left / sizeof(struct row_rule) < p.rule_count)
        return false;
    if (p.impact < 0 || p.impact > 5 || p.likelihood < 0 || p.likelihood > 5)
        return false;
    size_t skip = p.rule_count * sizeof(struct row_rule);
    if (left - skip < p.inputs_len)
        return false;
    *out = (struct row){.rule_count = p.rule_count, .rules = (const unsigned char *)at, .from = p.from,
                        .until = p.until, .lasting = p.lasting != 0, .inputs = at + skip,
                        .inputs_len = p.inputs_len};
    skip += p.inputs_len;
    if (!rules_hold(out, rule_count) || !inputs_hold(out) ||
        !find_texts(at + skip, left - skip, &p, &t, &out->row) || !t.at[0])
        return false;
    out->row = (struct run_row){.supplier = t.at[0], .name = t.at[1], .path = t.at[2], .tier = t.at[3],
                                .facts = out->row.facts, .facts_len = out->row.facts_len,
                                .country = t.at[4], .risk_score = p.risk_score, .impact = p.impact,
                                .likelihood = p.likelihood, .incomplete = p.incomplete != 0,
                                .changes = read_history(&p)};
    memcpy(out->row.outcomes, p.outcomes, sizeof p.outcomes);
    memcpy(out->row.grades, p.grades, sizeof p.grades);
    read_fault(&out->row.fault, &p, &t);
    return true;
}
