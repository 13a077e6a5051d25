/* What a worker does with a job: load the documents, judge them, render the reports. */
#include <stdlib.h>

#include "batch/evidence_named.h"
#include "batch/kept.h"
#include "batch/state.h"
#include "register/ledger.h"

/* What a worker keeps from job to job. */
struct judging {
    const struct run_state *run;
    struct loader *loader;
    struct arena *documents, *results;
    const struct subject *subject;  /* of the job in hand; NULL: it could not be read */
    const struct result *result;
    bool lasting;
};

static void *judging_start(void *shared)
{
    struct judging *j = calloc(1, sizeof *j);
    if (!j)
        return NULL;
    j->run = shared;
    j->loader = j->run->plain ? loader_new_plain() : loader_new();
    j->documents = arena_new(LOAD_ARENA_BYTES);
    j->results = arena_new(RESULT_BYTES);
    if (j->loader && j->run->o->out)
        loader_hash(j->loader); /* for the manifest */
    struct fault ignored = {0}; /* a mapping that is wrong was told before the run */
    if (j->loader && j->documents && j->results && loader_mapping(j->loader, j->run->mapping, &ignored) == 0)
        return j;
    free(j); /* the process ends when this fails, and takes the rest with it */
    return NULL;
}

static bool judging_run(void *own, const struct job *job)
{
    struct judging *j = own;
    struct subject *subject = NULL;
    struct fault why = {0};
    arena_reset(j->documents);
    arena_reset(j->results);
    int failed = loader_subject(j->loader, j->documents, job->path, job->lone, &subject, &why);
    if (loader_lacks(j->loader))
        return true; /* what the loader said of it is not true of it */
    j->subject = failed ? NULL : subject;
    j->lasting = !failed && (job->note.folder || !names_evidence(subject));
    j->result = judge_subject(j->run->judge, subject, failed ? &why : NULL, job->path, j->run->o->as_of, j->documents,
                              j->results);
    return j->result != NULL;
}

static bool judging_lacks(void *own)
{
    const struct judging *j = own;
    return loader_lacks(j->loader);
}

/* The document is not as plain as it looked: workers that start from now on read anything. */
static void judging_prepare(void *shared)
{
    struct run_state *s = shared;
    s->plain = false;
    loader_prepare();
}

/* The parts of a result, one after the other. */
struct rendering {
    struct buffer *out;
    uint32_t *lens;
    size_t count, from;
};

static void end_part(struct rendering *g)
{
    g->lens[g->count++] = (uint32_t)(g->out->len - g->from);
    g->from = g->out->len;
}

/* All parts behind the row. */
static void render_reports(const struct run_state *s, const struct result *r, struct rendering *g)
{
    end_part(g);
    for (size_t i = 0; s->renders && i < s->format_count; i++) {
        s->o->formats[i]->supplier(r, &s->o->report, g->out);
        end_part(g);
    }
    if (s->items) {
        ledger_item_write(r, g->out);
        end_part(g);
    }
    if (s->keeps_results) {
        kept_write(r, s->rules, s->rule_count, g->out);
        end_part(g);
    }
}

static struct result with_history(const struct run_state *s, const struct result *r, struct arena *arena, struct buffer *out)
{
    struct result told = *r;
    if (s->past && !(told.history = past_history(s->past, &s->terms, r, arena)))
        out->failed = true;
    return told;
}

size_t render_result(const struct run_state *s, const struct result *r, const struct facts_from *facts, bool lasting,
                     struct arena *arena, struct buffer *out, uint32_t lens[POOL_PARTS])
{
    struct rendering g = {.out = out, .lens = lens, .from = out->len};
    struct result told = with_history(s, r, arena, out);
    row_write(&told, s->rules, s->rule_count, s->keeps_facts ? facts : NULL, lasting, out);
    render_reports(s, &told, &g);
    return g.count;
}

size_t render_again(const struct run_state *s, const struct result *r, const struct part *row, struct arena *arena,
                    struct buffer *out, uint32_t lens[POOL_PARTS])
{
    struct rendering g = {.out = out, .lens = lens, .from = out->len};
    struct result told = with_history(s, r, arena, out);
    row_renew(row->at, row->len, told.history, out);
    render_reports(s, &told, &g);
    return g.count;
}

static size_t judging_render(void *own, struct buffer *out, uint32_t lens[POOL_PARTS])
{
    struct judging *j = own;
    struct facts_from facts = {j->subject, j->documents};
    return render_result(j->run, j->result, &facts, j->lasting, j->results, out, lens);
}

struct pool_work judging_work(struct run_state *s)
{
    return (struct pool_work){.shared = s, .start = judging_start, .run = judging_run, .lacks = judging_lacks,
                              .prepare = judging_prepare, .render = judging_render};
}
