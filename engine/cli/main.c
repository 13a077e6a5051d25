#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/reason.h"
#include "cli/log.h"

/* True if whom we print to has closed its end, as head(1) does when it has seen enough. */
static bool reader_left(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&out, 1, 0) == 1 && out.revents & POLLERR;
}

/* What was printed and did not arrive is a result that could not be written. Who did not want it need not be told. */
static int finish_output(int code, enum language language)
{
    struct fault f = {0};
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    if (reader_left())
        return EXIT_OUTPUT;
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
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow further is a write that fails */
    int wrong = command_parse(argc, argv, &c, &f); /* how a mistake is told is taken from what was read before it */
    if (log_start(&c, &f) < 0 || wrong) {
        code = fail_with(&f, c.language);
    } else if (c.values[OPTION_HELP]) {
        help_write(stdout, c.verb, c.language);
        code = EXIT_CLEAN;
    } else {
        code = c.verb->run(&c);
    }
    free(c.arguments);
    arena_free(c.arena);
    return finish_output(code, c.language);
}
