/* The output folder: who holds it, what is in it, what goes.
 *
 *     OUT/run.<ext>               the report of the run
 *     OUT/suppliers/<id>.<ext>    one per supplier and format
 *     OUT/.kijun-lock             locked while a run writes here; holds its process id
 *     OUT/.kijun-reports          names of the reports of the last run, sorted, one a line
 *
 *     OUT/.kijun-staged/          reports that are not in place yet
 *
 * Every file is written under a temporary name, made durable, and renamed. A report of an earlier run that this run did not write again
 * is removed; a file that no run has written is left alone. */
#ifndef KIJUN_BATCH_OUTPUT_H
#define KIJUN_BATCH_OUTPUT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"

enum { REPORT_NAME = 224 };

/* The base name of a supplier's reports: the id itself where that is a safe file name; else what is safe in it, '~', and a
 * hash, which no id of a supplier can hold. Different ids have different names. */
void report_base_name(const char *id, char out[REPORT_NAME]);

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

/* The report of the run, written piece by piece: begin, then add and at last end. */
int output_run_begin(struct output *o, const char *extension, struct fault *f);
int output_run_add(struct output *o, const char *at, size_t len, struct fault *f);
int output_run_end(struct output *o, struct fault *f);

/* Removes what is out of date (not after an interrupted run: then nothing is known to be), writes the list, and makes all of
 * it durable. */
int output_finish(struct output *o, bool interrupted, struct fault *f);

#endif
