#include "rules/examples.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rules/example_bench.h"
#include "rules/loading.h"

enum { EXAMPLE_ARENA = 64 * 1024 * 1024, TEXT = 2000, EXPECTED = 32 };

/* ---- settings: this rule alone, with the example's parameters ---- */

static bool override(struct bench *b, const struct rule *r, const struct data *params, struct rule_setting *s,
                     struct fault *f)
{
    struct loading l = {.arena = b->arena, .faults = f, .max = 1};
    for (size_t i = 0; params && i < params->as.table.named; i++) {
        const struct data *d = &params->as.table.members[i];
        struct param_value *v = arena_alloc(b->arena, sizeof *v);
        size_t at = 0;
        while (at < r->info.param_count && strcmp(r->info.params[at].name, d->key))
            at++;
        if (!v || at == r->info.param_count) {
            loading_say(&l, d, FAULT_UNKNOWN_PARAM, d->key);
            return false;
        }
        if (!param_read(&l, &r->params[at], d->key, d, v))
            return false;
        s->params[at] = v;
    }
    return true;
}

const struct rule_setting *bench_settings(struct bench *b, const struct rule *r, const struct data *params, struct fault *f)
{
    struct rule_setting *all = arena_array(b->arena, b->set->rule_count + 1, sizeof *all);
    struct rule_setting *s = all ? &all[r->index] : NULL;
    if (!s)
        return NULL;
    s->on = true;
    s->params = arena_array(b->arena, r->info.param_count + 1, sizeof *s->params);
    s->origins = arena_array(b->arena, r->info.param_count + 1, sizeof *s->origins);
    if (!s->params || !s->origins)
        return NULL;
    for (size_t i = 0; i < r->info.param_count; i++)
        s->params[i] = &r->params[i].standard;
    return override(b, r, params, s, f) ? all : NULL;
}

/* ---- what came about ---- */

const char *bench_outcome(struct bench *b, enum outcome o, const char *message)
{
    bool own = message && strncmp(message, "engine:", 7);
    return arena_format(b->arena, "%s%s%s", outcome_name(o), own ? ":" : "", own ? message : "");
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The outcomes of the rule as texts, sorted; *first is the text of the first finding or reason, in each language. */
static size_t outcomes_of(struct bench *b, const struct rule *r, const struct result *result, const char **out,
                          const char *const **first)
{
    size_t n = 0;
    for (size_t i = 0; i < result->judgement_count; i++) {
        const struct judgement *j = &result->judgements[i];
        bool own = j->rule == &r->info;
        if (!own && j->outcome != OUTCOME_ERROR)
            continue;
        *first = j->reason[LANGUAGE_EN] ? j->reason : *first;
        for (size_t k = 0; k < result->finding_count && n < EXPECTED; k++) {
            const struct finding *f = &result->findings[k];
            if (f->judgement != i)
                continue;
            *first = f->text;
            out[n++] = bench_outcome(b, f->outcome, f->message);
        }
        if (!j->finding_count && n < EXPECTED)
            out[n++] = bench_outcome(b, j->outcome, j->outcome == OUTCOME_NOT_APPLICABLE ? j->message : NULL);
    }
    qsort(out, n, sizeof *out, by_text);
    return n;
}

static size_t expected_of(const struct data *expect, const char **out)
{
    size_t n = 0;
    if (expect && expect->type == DATA_TEXT)
        out[n++] = expect->as.text.at;
    for (size_t i = 0; expect && i < data_items(expect) && n < EXPECTED; i++)
        if (data_item(expect, i)->type == DATA_TEXT)
            out[n++] = data_item(expect, i)->as.text.at;
    qsort(out, n, sizeof *out, by_text);
    return n;
}

bool bench_fits(const char *expected, const char *got)
{
    size_t len = strlen(expected);
    return !strcmp(expected, got) || (!strchr(expected, ':') && !strncmp(got, expected, len) && got[len] == ':');
}

static bool as_expected(const char *const *want, size_t wanted, const char *const *got, size_t count)
{
    bool good = count > 0 && wanted > 0 && (wanted == 1 || wanted == count);
    for (size_t i = 0; good && i < count; i++)
        good = bench_fits(want[wanted == 1 ? 0 : i], got[i]);
    return good;
}

static const char *join(struct bench *b, const char *const *parts, size_t count)
{
    struct buffer text;
    buffer_init(&text, TEXT);
    for (size_t i = 0; i < count; i++) {
        buffer_puts(&text, i ? ", " : "");
        buffer_puts(&text, parts[i] ? parts[i] : "?");
    }
    const char *out = arena_copy(b->arena, text.at ? text.at : "", text.len);
    buffer_free(&text);
    return out ? out : "";
}

/* ---- running ---- */

/* Nanoseconds. The least of several rounds is taken: clocks of CPU time can be as coarse as a tick. */
static int64_t now(void)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void measure(struct bench *b, int64_t took)
{
    const struct region *region = b->judge->sandbox->region;
    size_t used = region_used(region), image = region_image_size(region);
    b->took = b->took < 0 || took < b->took ? took : b->took;
    b->memory = used > image ? used - image : 0;
}

/* An example has no folder: it says itself what is there, evidence = { ["log.pdf"] = "altered" }. */
static void set_state(struct evidence *e, void *context)
{
    const char *state = e->file ? data_text(context, e->file, NULL) : NULL;
    if (state)
        e->state = state;
}

const struct result *bench_judge(struct bench *b, const struct subject *s, const struct fault *f, const char *path, day as_of,
                                 const struct rule_setting *settings)
{
    int64_t start = now();
    const struct result *result = judge_with(b->judge, s, f, path, as_of, settings, b->subject_arena, b->arena);
    measure(b, now() - start);
    return result;
}

static const struct result *judge_example(struct bench *b, const struct rule *r, const struct data *example,
                                          struct fault *f)
{
    const char *document = data_text(example, "document", ""), *as_of = data_text(example, "as_of", "2026-04-01");
    struct subject *s = NULL;
    day when;
    if (!value_parse_date(as_of, strlen(as_of), &when)) {
        fault_set(f, FAULT_DECLARE_FORM, as_of, "\"2026-04-01\"");
        return NULL;
    }
    const struct rule_setting *settings = bench_settings(b, r, data_get(example, "params"), f);
    if (!settings)
        return NULL;
    while (*document == '\n' || *document == ' ')
        document++;
    int failed = loader_memory(b->loader, b->subject_arena, "example.xml", document, strlen(document), &s, f) ||
                 loader_finish(b->loader, b->subject_arena, s, f);
    const struct data *evidence = data_get(example, "evidence");
    if (!failed && evidence)
        evidence_each(s, set_state, (void *)(uintptr_t)evidence);
    return bench_judge(b, s, failed ? f : NULL, "example.xml", when, settings);
}

void bench_report(struct bench *b, const struct result *result, const struct example_report *report)
{
    b->wrong += !report->good;
    if (b->notes && result) {
        coverage_note(b->notes, result);
        b->notes->example_count++;
    }
    b->run->each(b->run->context, report);
}

static void run_example(struct bench *b, const struct rule *r, size_t index)
{
    const struct data *example = data_item(data_get(r->declared, "examples"), index);
    static const char *const nothing[LANGUAGE_COUNT] = {"", ""};
    const char *want[EXPECTED], *got[EXPECTED + 1], *const *first = nothing, *whys[LANGUAGE_COUNT];
    struct fault f = {.id = FAULT_NONE};
    char why[LANGUAGE_COUNT][512];
    size_t count = 0;
    const struct result *result = NULL;
    b->took = -1;
    for (int round = 0; round < b->run->rounds + !b->run->rounds && !f.id; round++) {
        arena_reset(b->subject_arena);
        arena_reset(b->arena);
        result = judge_example(b, r, example, &f);
    }
    if (result)
        count = outcomes_of(b, r, result, got, &first);
    for (int l = 0; l < LANGUAGE_COUNT && !result; l++) {
        fault_text(&f, (enum language)l, why[l], sizeof why[l]);
        whys[l] = why[l];
        first = whys;
    }
    size_t wanted = expected_of(data_get(example, "expect"), want);
    bool good = result && as_expected(want, wanted, got, count);
    const struct example_report report = {
        .rule = &r->info, .name = data_text(example, "name", ""), .file = example->file, .line = example->line,
        .expected = join(b, want, wanted), .got = join(b, got, count), .text = first, .good = good, .index = index,
        .nanoseconds = b->took, .memory = b->memory};
    bench_report(b, result, &report);
}

static bool begin_coverage(struct bench *b, const struct rule *r)
{
    arena_reset(b->notes_arena);
    b->notes = coverage_begin(r, b->compiler, b->notes_arena);
    if (!b->notes)
        return false;
    b->judge->sandbox->lines = b->notes->reached;
    b->judge->sandbox->line_count = b->notes->line_count;
    return true;
}

static bool end_coverage(struct bench *b)
{
    struct rule_coverage c;
    b->judge->sandbox->lines = NULL;
    bool good = coverage_end(b->notes, b->notes_arena, &c);
    if (good)
        b->run->covered(b->run->context, &c);
    b->notes = NULL;
    return good;
}

static bool run_rule(struct bench *b, const struct rule *r)
{
    const struct data *examples = data_get(r->declared, "examples");
    if (b->compiler && !begin_coverage(b, r))
        return false;
    for (size_t k = 0; k < data_items(examples); k++)
        run_example(b, r, k);
    bench_run_files(b, r);
    return !b->compiler || end_coverage(b);
}

static bool run_all(struct bench *b)
{
    const char *only = b->run->rule;
    bool good = true;
    for (size_t i = 0; good && i < b->set->rule_count; i++) {
        const struct rule *r = b->set->rules[i];
        if (ruleset_ever_on(b->set, r) && (!only || !strcmp(only, r->info.id)))
            good = run_rule(b, r);
    }
    return good;
}

static void note_mistake(void *context, const struct fault *f)
{
    struct bench *b = context;
    b->wrong++;
    if (b->run->mistake)
        b->run->mistake(b->run->context, f);
}

static bool prepare_files(struct bench *b, struct fault *f)
{
    b->files_arena = arena_new(EXAMPLE_ARENA);
    loader_skip_remarks(b->loader);
    return b->files_arena && example_files_load(b->set, b->files_arena, note_mistake, b, &b->files, f) == 0;
}

static bool prepare_coverage(struct bench *b, struct fault *f)
{
    b->compiler = judge_sandbox(JUDGE_MEMORY, f);
    b->notes_arena = arena_new(EXAMPLE_ARENA);
    return b->compiler && b->notes_arena;
}

long examples_run(const struct ruleset *r, const struct example_run *run, struct fault *f)
{
    struct bench b = {.set = r, .run = run};
    b.judge = judge_new_for_examples(r, f);
    b.loader = loader_new();
    b.subject_arena = arena_new(EXAMPLE_ARENA);
    b.arena = arena_new(EXAMPLE_ARENA);
    bool good = b.judge && b.loader && b.subject_arena && b.arena && prepare_files(&b, f) && (!run->covered || prepare_coverage(&b, f)) &&
                run_all(&b);
    if (!good)
        fault_set(f, FAULT_MEMORY);
    judge_free(b.judge);
    sandbox_free(b.compiler);
    arena_free(b.notes_arena);
    arena_free(b.files_arena);
    loader_free(b.loader);
    arena_free(b.subject_arena);
    arena_free(b.arena);
    return good ? b.wrong : -1;
}
