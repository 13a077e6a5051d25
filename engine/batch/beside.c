#include "batch/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct answer {
    int result;
    struct fault fault;
};

static _Noreturn void serve(int pipe, pid_t parent, int (*work)(void *context, struct fault *f), void *context)
{
    struct answer a = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    signal(SIGINT, SIG_IGN); /* the supervisor decides */
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    a.result = work(context, &a.fault);
    const char *at = (const char *)&a;
    for (size_t left = sizeof a; left;) {
        ssize_t n = write(pipe, at, left);
        if (n < 0 && errno != EINTR)
            _exit(1);
        if (n > 0) {
            at += n;
            left -= (size_t)n;
        }
    }
    _exit(0);
}

bool beside_start(struct beside *b, int (*work)(void *context, struct fault *f), void *context, int closed)
{
    int ends[2];
    *b = (struct beside){.answer = -1};
    if (pipe2(ends, O_CLOEXEC) < 0)
        return false;
    pid_t parent = getpid(), pid = fork();
    if (!pid) {
        if (closed >= 0)
            close(closed);
        close(ends[0]);
        serve(ends[1], parent, work, context);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    *b = (struct beside){pid, ends[0]};
    return true;
}

static int wait_for(struct beside *b)
{
    int status = 0;
    close(b->answer);
    while (waitpid(b->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    b->pid = 0;
    return status;
}

int beside_end(struct beside *b, struct fault *f)
{
    struct answer a;
    size_t got = 0;
    while (got < sizeof a) {
        ssize_t n = read(b->answer, (char *)&a + got, sizeof a - got);
        if (n == 0 || (n < 0 && errno != EINTR))
            break;
        got += n > 0 ? (size_t)n : 0;
    }
    int status = wait_for(b);
    if (got < sizeof a)
        return fault_set(f, FAULT_WORKER_CRASH, WIFSIGNALED(status) ? sigabbrev_np(WTERMSIG(status)) : "?");
    if (a.result < 0)
        *f = a.fault;
    return a.result;
}

void beside_kill(struct beside *b)
{
    if (!b->pid)
        return;
    kill(b->pid, SIGKILL);
    wait_for(b);
}
