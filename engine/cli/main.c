#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "base/reason.h"
#include "cli/command.h"

/* What was printed and did not arrive is a result that could not be written. */
static int finish_output(int code, enum language language)
{
    struct fault f = {0};
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    fault_set(&f, FAULT_OUTPUT, reason_of(errno));
    fault_where(&f, "-", 0);
    return fail_with(&f, language);
}

int main(int argc, char **argv)
{
    struct command c;
    struct fault f = {0};
    int code;
    signal(SIGPIPE, SIG_IGN);
    if (command_parse(argc, argv, &c, &f) < 0) {
        code = fail_with(&f, c.language);
    } else if (c.values[OPTION_HELP]) {
        help_write(stdout, c.verb, c.language);
        code = EXIT_CLEAN;
    } else {
        code = c.verb->run(&c);
    }
    free(c.arguments);
    return finish_output(code, c.language);
}
