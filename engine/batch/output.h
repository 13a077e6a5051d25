/* The output folder: who holds it, what is in it, what goes.
 *
 *     OUT/run.<ext>               the report of the run
 *     OUT/suppliers/<id>.<ext>    one per supplier and format
 *     OUT/.kijun-lock             locked while a run writes here; says which process on which machine
 *     OUT/.kijun-known            what is known of each supplier (known.h)
 *     OUT/.kijun-journal          what the run under way has finished (notebook.h)
 *     OUT/run.shard               of one of several runs that share out a portfolio: what a merge needs (shard.h)
 *
 *     OUT/.kijun-staged/          reports that are not in place yet
 *
 * Every file is written under a temporary name, made durable, and renamed. */
#ifndef KIJUN_BATCH_OUTPUT_H
#define KIJUN_BATCH_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"

enum { REPORT_NAME = 224 };

/* The base name of a supplier's reports: the id itself where that is a safe file name; else what is safe in it, '~', and a
 * hash, which no id of a supplier can hold. Different ids have different names. */
void report_base_name(const char *id, char out[REPORT_NAME]);

#define OUTPUT_LOCK ".kijun-lock"

struct output;
/* Makes and locks the folder. NULL with *f set, FAULT_OUTPUT_LOCKED when another run holds it. */
struct output *output_open(const char *path, struct fault *f);
/* Gives the folder free. What was not finished stays as it is. */
void output_close(struct output *o);
int output_supplier(struct output *o, const char *base, const char *extension, const char *at, size_t len,
                    struct fault *f);

/* The supplier in hand is complete; its entry for the journal. Reports are put in place a group at a time (stage.h). */
int output_entry(struct output *o, const char *at, size_t len, struct fault *f);
/* Goes on with putting in place what was written, without waiting; to be called from time to time. */
int output_poll(struct output *o, struct fault *f);
/* Waits until all reports of suppliers are in place and durable. */
int output_flush(struct output *o, struct fault *f);

/* Files of the run as a whole, written piece by piece: begin, then add and at last end. They are put in place by
 * output_finish. `name` is that of the file; output_run_begin takes the extension of a report. */
int output_begin(struct output *o, const char *name, struct fault *f);
int output_run_begin(struct output *o, const char *extension, struct fault *f);
int output_add(struct output *o, const char *at, size_t len, struct fault *f);
int output_end(struct output *o, struct fault *f);
/* Instead: what was begun last is not to be. */
void output_drop(struct output *o);
/* Another process wrote the file `name` in this way. */
int output_adopt(struct output *o, const char *name, struct fault *f);

/* Removes a report that is out of date, of a supplier or of the run; it need not be there. */
int output_remove(struct output *o, bool supplier, const char *base, const char *extension, struct fault *f);

/* Makes durable what was removed from the folder so far. */
int output_names(struct output *o, struct fault *f);
/* Makes all of it durable and puts it in place. */
int output_finish(struct output *o, struct fault *f);

/* For the notebook: the open folders, borrowed; and where entries go from now on (-1: nowhere). */
int output_folder(const struct output *o);
int output_suppliers(const struct output *o);
/* The descriptor that holds the lock. */
int output_lock(const struct output *o);
void output_keep_journal(struct output *o, int journal);
uint64_t output_entries(const struct output *o); /* how many were taken */

#endif
