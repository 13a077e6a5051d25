#include "batch/run.h"

#include <stdlib.h>
#include <string.h>

#include "batch/beside.h"
#include "batch/looker.h"
#include "batch/state.h"
#include "batch/totals.h"
#include "register/ledger.h"

enum { WAIT_MS = 100, KNOWN_AT_ONCE = 1024, RENDERED_BYTES = 64 * 1024 * 1024,
       BESIDE_SUPPLIERS = 5000 };

static void count_done(struct run_state *s)
{
    s->done++;
    if (s->o->progress)
        s->o->progress(s->o->progress_context, s->done, s->found, !s->discovered);
}

static void take_answer(void *shared, const struct job *job, const struct part *parts, size_t count,
                        const struct fault *why)
{
    struct run_state *s = shared;
    if (why)
        collect_fault(s, job, why);
    else
        collect_parts(s, job, parts, count);
    count_done(s);
}

/* ---- making and taking apart ---- */

/* Formats whose reports are joined have their fragments kept. */
static bool make_joined(struct run_state *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->format_count; i++)
        count += s->o->formats[i]->begin != NULL;
    for (size_t i = 0; i < s->format_count; i++)
        if (s->o->formats[i]->begin && !(s->joined[i] = sorter_new(JOINED_MEMORY / count)))
            return false;
    return true;
}

/* Beside the supervisor one process looks at files, where there are two processors to use. */
static void look_ahead(struct run_state *s)
{
    struct known *known = notebook_known(s->notebook);
    if (known && s->o->workers > 1)
        s->looker = looker_start(known, output_folder(s->output), output_lock(s->output));
    discovery_stamps(s->discovery, known, s->looker);
}

static bool make_parts(struct run_state *s)
{
    s->scratch = arena_new(RESULT_BYTES);
    s->none = arena_new(NONE_BYTES);
    buffer_init(&s->rendered, RENDERED_BYTES);
    s->discovery = discovery_new(s->o->paths, s->o->out);
    if (s->discovery)
        discovery_share(s->discovery, &s->o->share);
    if (s->discovery && s->notebook)
        look_ahead(s);
    s->rows = sorter_new(ROWS_MEMORY);
    s->shown = s->o->show ? sorter_new(SHOWN_MEMORY) : NULL;
    s->items = s->o->ledger && !s->o->looks ? sorter_new(ROWS_MEMORY) : NULL;
    s->totals = totals_rules(s->rules, s->rule_count);
    s->row_outcomes = malloc(s->rule_count + 1);
    if (!s->scratch || !s->none || !s->discovery || !s->rows || (s->o->show && !s->shown) || (s->o->ledger && !s->o->looks && !s->items) ||
        !s->totals || !s->row_outcomes || (s->renders && !make_joined(s)))
        return fault_set(&s->fault, FAULT_MEMORY), false;
    return true;
}

/* Before any work is done, so that a register that cannot be used is told at once. */
static int load_past(struct run_state *s)
{
    if (!s->o->ledger)
        return 0;
    s->terms = *ruleset_due(s->o->rules);
    if (s->o->re_audit)
        s->terms.re_audit = GRADE_OBSERVATION;
    s->past = past_load(s->o->ledger, s->o->since, &s->fault);
    return s->past ? 0 : -1;
}

static int load_mapping(struct run_state *s)
{
    s->mapping_arena = arena_new(MAPPING_ARENA);
    if (!s->mapping_arena)
        return fault_set(&s->fault, FAULT_MEMORY);
    struct sha256 content;
    if (mapping_beside(s->o->paths, s->mapping_arena, &s->mapping, &content, &s->fault) < 0)
        return -1;
    if (s->mapping)
        hash_sha256_hex(&content, s->mapping_hash);
    return 0;
}

static int prepare_judging(struct run_state *s)
{
    const struct run_options *o = s->o;
    s->plain = loader_plain(o->paths);
    if (!s->plain)
        loader_prepare();
    struct pool_options p = {.extra_bytes = s->past ? past_bytes(s->past) : 0, .workers = o->workers,
                             .deadline = o->deadline, .work = judging_work(s)};
    p.work.done = take_answer;
    s->pool = pool_new(&p, &s->fault);
    return s->pool ? 0 : -1;
}

/* A shard keeps a record for the merge; whatever record lies in the folder is none of this run. */
static int begin_shard(struct run_state *s)
{
    const struct share *share = &s->o->share;
    if (shard_clear(s->output, share, &s->fault) < 0)
        return -1;
    return share_splits(share) ? shard_begin(&s->shard, s->output, s->o, s->past, s->mapping_hash, &s->fault) : 0;
}

static int run_prepare(struct run_state *s, const struct run_options *o)
{
    s->o = o;
    s->rule_count = ruleset_rules(o->rules, &s->rules);
    while (o->formats[s->format_count] && s->format_count < POOL_PARTS - 3)
        s->format_count++;
    s->renders = o->out || o->show;
    s->keeps_facts = o->facts;
    for (size_t i = 0; i < s->format_count; i++)
        s->keeps_facts = s->keeps_facts || (o->formats[i]->facts && (o->out || o->show_run));
    if (o->shards && (load_past(s) < 0 || check_shards(s) < 0))
        return -1;
    if (o->out && !(s->output = output_open(o->out, &s->fault)))
        return -1;
    if ((!o->shards && (load_past(s) < 0 || load_mapping(s) < 0)) || (o->out && notebook_begin(s) < 0) || (o->out && begin_shard(s) < 0))
        return -1;
    if (!make_parts(s) || !(s->judge = judge_new(o->rules, &s->fault)))
        return -1;
    return o->shards ? 0 : prepare_judging(s);
}

/* What is needed only while subjects are judged: freed early, so that the reports have the memory. */
static void stop_judging(struct run_state *s)
{
    pool_free(s->pool);
    s->pool = NULL;
    discovery_free(s->discovery);
    s->discovery = NULL;
    looker_free(s->looker);
    s->looker = NULL;
}

void run_free(struct run_outcome *out)
{
    struct run_state *s = out->state;
    if (!s)
        return;
    stop_judging(s);
    judge_free(s->judge);
    notebook_free(s->notebook);
    buffer_free(&s->entry);
    shard_drop(&s->shard);
    output_close(s->output);
    sorter_free(s->rows);
    sorter_free(s->shown);
    sorter_free(s->items);
    for (size_t i = 0; i < s->format_count; i++)
        sorter_free(s->joined[i]);
    records_free(s->settled);
    past_free(s->past);
    arena_free(s->mapping_arena);
    arena_free(s->scratch);
    arena_free(s->none);
    buffer_free(&s->rendered);
    free(s->totals);
    free(s->row_outcomes);
    free(s);
    out->state = NULL;
}

/* ---- judging ---- */

static int stop_asked(const struct run_state *s)
{
    return s->o->stop ? *s->o->stop : 0;
}

/* Gives a subject to the workers, unless it is known what comes of it. */
static void give(struct run_state *s, const struct found *found)
{
    struct job job = {.path = found->path, .lone = found->lone, .number = s->found++,
                      .note = {.stamp = found->stamp, .folder = found->folder, .sniffed = found->sniffed}};
    if (found->names) {
        job.note.names = found->names->at;
        job.note.names_len = (uint16_t)found->names->len;
    }
    if (found->fault.id)
        take_answer(s, &job, NULL, 0, &found->fault);
    else if (recall(s, found))
        count_done(s);
    else
        pool_give(s->pool, &job, &s->fault);
}

/* Fills the workers' queues. */
static void feed(struct run_state *s)
{
    struct found found;
    for (int known = 0; known < KNOWN_AT_ONCE && !s->discovered && !s->fault.id && !stop_asked(s) && pool_wants(s->pool); known++) {
        int got = discovery_next(s->discovery, &found);
        if (got <= 0) {
            s->discovered = true;
            if (got < 0)
                discovery_failed(s->discovery, &s->fault);
            return;
        }
        give(s, &found);
    }
}

static void judge_all(struct run_state *s)
{
    bool stopping = false;
    for (;;) {
        int asked = stop_asked(s);
        if ((asked || s->fault.id) && !stopping) {
            pool_stop(s->pool);
            stopping = true;
        }
        if (asked > 1)
            return;
        feed(s);
        bool idle = pool_idle(s->pool);
        if (idle && (s->discovered || asked || s->fault.id))
            return;
        if (pool_wait(s->pool, idle || (!s->discovered && pool_wants(s->pool)) ? 0 : WAIT_MS, &s->fault) < 0 || (s->output && output_poll(s->output, &s->fault) < 0))
            return;
    }
}

/* ---- reporting ---- */

static void put_run(struct run_state *s, const char *at, size_t len, bool last)
{
    if (s->output)
        output_add(s->output, at, len, &s->fault);
    else
        s->o->show_run(s->o->show_context, s->shows, at, len, last);
}

static void drain(void *drained, struct buffer *out)
{
    struct run_state *s = drained;
    if (!out->failed && !s->fault.id)
        put_run(s, out->at, out->len, false);
    buffer_clear(out);
}

static int write_run_report(struct run_state *s, struct run_report *r, const struct report_format *format)
{
    struct buffer b;
    if (s->output && output_run_begin(s->output, format->extension, &s->fault) < 0)
        return -1;
    s->shows = format;
    buffer_init(&b, RENDERED_BYTES);
    settled_rewind(s);
    r->drain = drain;
    r->drained = s;
    format->run(r, &s->o->report, &b);
    r->drain = NULL;
    if (b.failed)
        fault_set(&s->fault, FAULT_REPORT_SIZE, "64 MiB");
    else if (b.len)
        put_run(s, b.at, b.len, true);
    buffer_free(&b);
    settled_rewind(s);
    if (s->fault.id)
        return -1;
    return s->output ? output_end(s->output, &s->fault) : 0;
}

/* The register is read while they are written: it holds what this run added. */
static int write_run_reports(struct run_state *s, struct run_report *r)
{
    int failed = s->items ? ledger_open(s->o->ledger, LEDGER_READ, &r->ledger, &s->fault) : 0;
    for (size_t i = 0; !failed && i < s->format_count; i++)
        if (s->o->formats[i]->run)
            failed = write_run_report(s, r, s->o->formats[i]);
    ledger_close(r->ledger);
    r->ledger = NULL;
    return failed;
}

/* ---- what is written of the run ---- */

struct notes {
    struct run_state *s;
    const struct run_report *r;
};

static int note_manifest(void *context, struct fault *f)
{
    const struct notes *n = context;
    int failed = write_manifest(n->s, n->r);
    if (failed)
        *f = n->s->fault;
    return failed;
}

/* What the next run will know. */
static int note_known(void *context, struct fault *f)
{
    const struct notes *n = context;
    int failed = n->r->interrupted ? 0 : notebook_finish(n->s->notebook, &n->s->fault);
    if (failed)
        *f = n->s->fault;
    return failed;
}

/* With many suppliers each of the notes is written by a process of its own, beside the reports. */
enum { NOTES = 2 };
static const struct note {
    const char *file;
    int (*write)(void *context, struct fault *f);
} notes[NOTES] = {{KNOWN_FILE, note_known}, {"run.manifest.json", note_manifest}};

static size_t start_notes(struct run_state *s, struct notes *n, struct beside all[NOTES])
{
    size_t started = 0;
    if (n->r->supplier_count < BESIDE_SUPPLIERS || s->o->workers < 2)
        return 0;
    settled_next(s); /* so that all rows are in the file, which both read */
    settled_rewind(s);
    while (started < NOTES && beside_start(&all[started], notes[started].write, n, output_lock(s->output)))
        started++;
    return started;
}

static int end_note(const struct notes *n, const struct note *note, struct beside *b)
{
    struct fault f = {0};
    struct run_state *s = n->s;
    bool written = note->write != note_known || !n->r->interrupted;
    if (written && output_adopt(s->output, note->file, &s->fault) < 0) {
        beside_kill(b);
        return -1;
    }
    int failed = beside_end(b, &f);
    if (failed && !s->fault.id)
        s->fault = f;
    return failed;
}

static int write_outputs(struct run_state *s, struct run_report *r)
{
    struct notes n = {s, r};
    struct beside all[NOTES];
    struct fault f = {0};
    size_t beside = start_notes(s, &n, all);
    int failed = write_run_reports(s, r);
    for (size_t i = NOTES; i-- > beside;) /* the manifest first */
        if (!failed)
            failed = notes[i].write(&n, &f);
    for (size_t i = 0; i < beside; i++)
        if (end_note(&n, &notes[i], &all[i]) < 0)
            failed = -1;
    return failed;
}

/* What a report was joined from takes memory and disk until it is freed. */
static int join_reports(struct run_state *s, const struct run_report *r)
{
    for (size_t i = 0; i < s->format_count; i++) {
        if (s->joined[i] && join_report(s, r, i) < 0)
            return -1;
        sorter_free(s->joined[i]);
        s->joined[i] = NULL;
    }
    return 0;
}

static void report_all(struct run_state *s, struct run_report *r)
{
    /* What is written once more for two suppliers with one id is held against what is in place. */
    if (s->output && output_flush(s->output, &s->fault) < 0)
        return;
    if (settle_rows(s, r) < 0 || s->fault.id)
        return;
    if (s->items && !share_splits(&s->o->share) && record_run(s) < 0)
        return;
    if (s->shown && show_reports(s) < 0)
        return;
    if (join_reports(s, r) < 0)
        return;
    if (!s->output) {
        if (s->o->show_run)
            write_run_reports(s, r);
        return;
    }
    if (write_outputs(s, r) < 0)
        return;
    if (output_finish(s->output, &s->fault) == 0 && !r->interrupted)
        notebook_over(s->notebook);
}

void note_passed(struct run_outcome *out, enum fault_id id, uint64_t count, const char *first)
{
    if (!count)
        return;
    char number[32];
    struct buffer b;
    buffer_init_fixed(&b, number, sizeof number);
    buffer_int(&b, (long long)count);
    struct fault *note = &out->notes[out->note_count++];
    fault_set(note, id, number);
    fault_where(note, first, 0);
}

static void add_notes(const struct run_state *s, struct run_outcome *out)
{
    const char *first;
    uint64_t links = discovery_links(s->discovery, &first);
    note_passed(out, FAULT_FOLDER_LINK, links, first);
    uint64_t unread = discovery_unread(s->discovery, &first);
    note_passed(out, FAULT_FILES_UNREAD, unread, first);
    uint64_t sheets = discovery_sheets(s->discovery, &first);
    note_passed(out, FAULT_SHEETS_UNREAD, sheets, first);
    if (pool_unconfined(s->pool))
        fault_set(&out->notes[out->note_count++], FAULT_WORKER_UNCONFINED);
    if (s->items && share_splits(&s->o->share))
        fault_set(&out->notes[out->note_count++], FAULT_SHARD_UNRECORDED);
}

static void judge_and_report(struct run_state *s, struct run_outcome *out)
{
    struct run_report *r = &out->report;
    if (s->o->shards) {
        if (join_shards(s, out))
            return; /* what is joined in part is no result */
    } else {
        judge_all(s);
        add_notes(s, out);
    }
    r->interrupted = stop_asked(s) != 0 || s->fault.id;
    if (end_shard(s, r) < 0)
        r->interrupted = true;
    stop_judging(s);
    report_all(s, r);
    if (!r->supplier_count && !share_splits(&s->o->share) && !r->interrupted && !s->fault.id) {
        fault_set(&s->fault, FAULT_NOTHING_FOUND);
        fault_where(&s->fault, s->o->paths[0] ? s->o->paths[0] : "", 0);
    }
}

int run_execute(const struct run_options *o, struct run_outcome *out)
{
    *out = (struct run_outcome){0};
    struct run_state *s = calloc(1, sizeof *s);
    if (!s)
        return fault_set(&out->fault, FAULT_MEMORY);
    out->state = s;
    int ready = run_prepare(s, o);
    out->report = (struct run_report){.as_of = o->as_of, .next = settled_next, .rewind = settled_rewind, .rows = s,
                                      .rule_count = s->rule_count, .rules = s->totals};
    if (s->past) {
        out->report.has_history = true;
        out->report.last_run = past_last_run(s->past);
        out->report.since = o->since;
    }
    if (ready == 0)
        judge_and_report(s, out);
    out->fault = s->fault;
    out->locked = s->fault.id == FAULT_OUTPUT_LOCKED;
    out->output_failed = s->fault.id && fault_class(s->fault.id) == FAULT_CLASS_OUTPUT && !out->locked;
    return s->fault.id ? -1 : 0;
}

int run_exit_code(const struct run_outcome *out, enum grade fail_on)
{
    if (out->fault.id)
        switch (fault_class(out->fault.id)) {
        case FAULT_CLASS_OUTPUT: return 4;
        case FAULT_CLASS_TRUST: return 5;
        case FAULT_CLASS_USAGE: return 2;
        case FAULT_CLASS_INPUT:
        case FAULT_CLASS_ENGINE: return 3;
        }
    if (out->report.interrupted || out->report.incomplete)
        return 3;
    for (int g = (int)fail_on; g < GRADE_COUNT; g++)
        if (out->report.grades[g])
            return 1;
    return 0;
}
