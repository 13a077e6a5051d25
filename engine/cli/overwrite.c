/* Nobody means to write over the contract that he has checked. */
#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/outputs.h"

static bool is_written_over(const struct command *c, const char *path)
{
    struct stat out, in;
    if (!path || stat(path, &out) != 0 || !S_ISREG(out.st_mode))
        return false;
    for (size_t i = 0; i < c->count; i++)
        if (stat(c->arguments[i], &in) == 0 && in.st_dev == out.st_dev && in.st_ino == out.st_ino)
            return true;
    return false;
}

int overwrite_check(const struct command *c, struct fault *f)
{
    const bool writes_baseline = strcmp(c->verb->name, "baseline") == 0 && c->count && strcmp(c->arguments[0], "write") == 0;
    const char *paths[COMMAND_OUTPUTS + 3] = {c->values[OPTION_OUT], c->values[OPTION_METRICS],
                                              writes_baseline ? c->values[OPTION_BASELINE] : NULL};
    if (strcmp(c->verb->name, "pack") == 0) /* signing writes into the file that it names */
        return 0;
    for (size_t i = 0; i < c->output_count; i++)
        paths[3 + i] = output_path(c->outputs[i]);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (is_written_over(c, paths[i]))
            return fault_set(f, FAULT_OUTPUT_IS_INPUT, paths[i]);
    return 0;
}
