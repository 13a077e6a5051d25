/* What a run is made of while it goes on. Private to the batch floor. */
#ifndef KIJUN_BATCH_STATE_H
#define KIJUN_BATCH_STATE_H

#include "batch/discover.h"
#include "batch/notebook.h"
#include "batch/output.h"
#include "batch/pool.h"
#include "batch/records.h"
#include "batch/row.h"
#include "batch/run.h"
#include "batch/shard.h"
#include "documents/load.h"
#include "register/past.h"

enum {
    RESULT_BYTES = 32 * 1024 * 1024,    /* of one result */
    NONE_BYTES = 1024 * 1024,
    ROWS_MEMORY = 3 * 1024 * 1024,      /* rows held before they are sorted into a file */
    SHOWN_MEMORY = 4 * 1024 * 1024,
    JOINED_MEMORY = 4 * 1024 * 1024     /* the same for fragments, over all formats */
};

struct run_state {
    const struct run_options *o;
    const struct rule_info *const *rules;
    size_t rule_count, format_count;
    bool renders;               /* reports are wanted at all */
    bool plain;                 /* loader_new_plain reads all there is */
    bool keeps_facts;           /* for the overview or a plan */
    struct arena *mapping_arena;
    const struct data *mapping; /* what the columns of spreadsheets mean; NULL: there is none beside the suppliers */
    char mapping_hash[65];      /* SHA-256 of its file; "": there is none */
    struct judge *judge;        /* made once; workers inherit it */
    struct arena *scratch;      /* of the supervisor's own error results */
    struct arena *none;         /* of the subject that such a result does not have */
    struct buffer rendered;     /* the same */
    struct output *output;      /* NULL: no files */
    const struct report_format *shows; /* of the report of the run that is being written */
    struct notebook *notebook;  /* NULL without an output folder */
    struct buffer entry;        /* of the supplier in hand, for the notebook */
    struct shard_writer shard;  /* writes only when the portfolio is shared out */
    bool keeps_results;         /* reports name the day, or tell history: of who did not change they are made anew */
    struct discovery *discovery;
    struct looker *looker;      /* NULL: none */
    struct pool *pool;
    struct sorter *rows;        /* as they come, keyed by supplier id */
    struct sorter *shown;       /* reports for show, keyed by supplier id */
    struct sorter *joined[POOL_PARTS]; /* by format: fragments of a report of all, keyed by supplier id; NULL: not such */
    struct sorter *items;       /* for the register, keyed by supplier id; NULL: there is none */
    struct past *past;          /* of the register before this run; NULL: there is none */
    struct due_terms terms;     /* for the register */
    struct records *settled;    /* rows in order, each supplier once; NULL: those in `rows` are so */
    bool is_settled;            /* else there are no settled rows */
    struct run_rule *totals;
    struct run_row row;         /* the last that `next` gave */
    char row_report[REPORT_NAME];
    unsigned char *row_outcomes; /* by rule */
    uint64_t done, found, recalled;
    bool discovered;            /* all subjects are known */
    struct fault fault;         /* the first that ends the run */
};

/* ---- judging (judge_work.c) ---- */

/* What workers do; `done` is not set. */
struct pool_work judging_work(struct run_state *s);
/* Renders a result: its row, then each format, then what the register takes of it, then what is kept of it. Returns the number
 * of parts. Its history is made in `arena`. `facts`: where those of its row come from; NULL: none. `lasting`: see row_write. */
size_t render_result(const struct run_state *s, const struct result *r, const struct facts_from *facts, bool lasting,
                     struct arena *arena, struct buffer *out, uint32_t lens[POOL_PARTS]);

/* The same for a result that was kept, with the row that was kept with it: what it tells of history is renewed. */
size_t render_again(const struct run_state *s, const struct result *r, const struct part *row, struct arena *arena,
                    struct buffer *out, uint32_t lens[POOL_PARTS]);

/* ---- taking results (collect.c) ---- */

/* Takes the parts of one result: spools the row, writes or keeps the reports. Faults go to s->fault. */
void collect_parts(struct run_state *s, const struct job *job, const struct part *parts, size_t count);
/* Takes a subject that could not be judged at all. */
void collect_fault(struct run_state *s, const struct job *job, const struct fault *why);
/* Takes a subject with its own row and parts. */
void collect_whole(struct run_state *s, const struct row *row, const char *path, const struct job_note *note,
                   const struct part *parts, size_t count);
/* Takes the reports of a result that was kept, made anew; with the row that was kept with it. False: it does not hold
 * together. Faults go to s->fault. */
bool collect_renewed(struct run_state *s, const struct job *job, const struct part *row, const struct part *kept);
/* Takes what an entry says of a subject: its reports are there. */
void collect_recalled(struct run_state *s, const struct row *row, const char *path, const struct part *parts, size_t count);

/* How many parts a rendering has, and which of them the register takes. */
size_t parts_expected(const struct run_state *s);
size_t part_of_register(const struct run_state *s);

/* Makes the error result of a subject as parts, valid until the next call. `id`: NULL takes what judging takes for a
 * subject that is not known, its path. 0, or -1 with s->fault set. */
int render_fault(struct run_state *s, const char *id, const char *path, const struct fault *why,
                 struct part parts[POOL_PARTS], size_t *count);
/* Writes or keeps the reports in parts[1..format_count]. `final`: takes the place of what else has this id. */
int keep_reports(struct run_state *s, const char *id, const char *path, const struct part *parts, size_t count,
                 bool final);
/* Hands the kept reports to the caller's show. */
int show_reports(struct run_state *s);
/* Takes one piece of a kept report; `last` is its end. 0, or -1 with the fault of the run set. */
typedef int kept_function(void *context, size_t format, const char *at, size_t len, bool last);
/* Gives every kept report in the order of supplier id, once for each supplier. 0, or -1. */
int kept_each(struct run_state *s, struct sorter *kept, kept_function *take, void *context);

/* ---- from run to run (remember.c) ---- */

/* Opens the notebook of a run with an output folder. 0, or -1 with s->fault set. */
int notebook_begin(struct run_state *s);
/* Writes down what came of a subject. */
int remember(struct run_state *s, const struct row *row, const char *path, const struct job_note *note,
             const struct part *parts, size_t count);
/* Takes what is known of a subject instead of judging it; false: it has to be judged. */
bool recall(struct run_state *s, const struct found *found);

/* ---- sharing out, and joining (merge.c) ---- */

/* Ends the record of a shard, before the discovery is taken apart; without an end when the run came to none. */
int end_shard(struct run_state *s, const struct run_report *r);
/* That the program, policy, packs and register are those of the shards. 0, or -1 with s->fault set. */
int check_shards(struct run_state *s);
/* Takes what the shards came to. True when that is no whole: s->fault says why, or a signal asked to end. */
bool join_shards(struct run_state *s, struct run_outcome *out);

/* Says that `count` entries were passed over, `first` among them; nothing when there are none. */
void note_passed(struct run_outcome *out, enum fault_id id, uint64_t count, const char *first);

/* ---- the manifest (manifest.c) ---- */

/* Writes run.manifest.json. 0, or -1 with s->fault set. */
int write_manifest(struct run_state *s, const struct run_report *r);

/* ---- one report made of all suppliers' (join.c) ---- */

/* Writes or shows the report of a format that has `begin`. 0, or -1 with s->fault set. */
int join_report(struct run_state *s, const struct run_report *r, size_t format);

/* ---- after the last result (settle.c) ---- */

/* Sorts the rows, makes one error of suppliers that share an id, and adds everything up. */
int settle_rows(struct run_state *s, struct run_report *report);
/* Tells the register. 0, or -1 with s->fault set and nothing recorded. */
int record_run(struct run_state *s);
/* The bytes of the next settled row: 1, 0 at the end, -1 with s->fault set. */
int settled_bytes(struct run_state *s, const char **at, size_t *len);
/* For struct run_report. */
const struct run_row *settled_next(void *state);
void settled_rewind(void *state);

#endif
