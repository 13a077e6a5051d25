/* Where the reports of a run go: a folder, files, standard output, the job summary of GitHub; several in one run.
 *
 * -o FORMAT[:PATH], or --output. A PATH that ends with / or is a folder is the folder of reports (as --out); any other PATH is
 * a file, and "-" or none is standard output: these hold the report of the one subject, or that of the run if there are more. -o takes
 * anything that is no FORMAT and no FORMAT:PATH for a folder, as --out does. Where there is a folder, all formats are
 * written there, and files are copies. */
#ifndef KIJUN_CLI_OUTPUTS_H
#define KIJUN_CLI_OUTPUTS_H

#include "base/file.h"
#include "batch/run.h"
#include "cli/settings.h"

struct output_place {
    const struct report_format *format;
    const char *path;           /* NULL: standard output */
    bool appends;               /* the job summary */
    bool each;                  /* takes the reports of all suppliers, one after the other */
    struct file_stream file;
    struct buffer kept;         /* for the job summary */
};

struct outputs {
    const char *folder;         /* NULL: none */
    const struct report_format *formats[SETTINGS_FORMATS + 1]; /* of all, NULL-terminated */
    size_t format_count;
    bool single;                /* one subject and no more */
    bool shows;                 /* reports go to standard output */
    bool asked;                 /* somebody said what is to be written */
    struct output_place places[COMMAND_OUTPUTS + SETTINGS_FORMATS];
    size_t count;
    struct fault fault;         /* of writing */
};

/* True if a value of -o is a FORMAT or FORMAT:PATH. */
bool output_is_named(const char *value);
/* The PATH in a value of -o, as given; NULL: none. */
const char *output_path(const char *value);
/* From --out, --format, --output and what is to be judged. Without any of them: one subject is shown as text. */
int outputs_choose(const struct command *c, const char *const *paths, struct outputs *o, struct fault *f);
/* Opens the files, before any work is done, and tells the run what to show. */
int outputs_begin(struct outputs *o, struct run_options *run, struct fault *f);
/* The run is over: files have their names. Reads the rows of the report. 0, or -1 with *f set. */
int outputs_end(struct outputs *o, const struct run_report *r, struct fault *f);
/* What was not ended leaves no file. */
void outputs_drop(struct outputs *o);

#endif
