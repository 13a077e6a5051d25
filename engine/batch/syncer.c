#include "batch/syncer.h"

#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OWN_SOCKET = 3, OWN_FOLDER = 4 };

static int sync_now(int folder, enum sync_what what)
{
    int failed = what == SYNC_DATA ? syncfs(folder) : fsync(folder);
    return failed ? errno : 0;
}

void syncer_init(struct syncer *y, int folder)
{
    *y = (struct syncer){.folder = folder, .socket = -1};
}

/* Keeps the two descriptors that it needs: a worker's socket held here would keep the worker from seeing its end. */
static bool keep_only(int socket, int folder)
{
    int high_socket = dup2(socket, OWN_FOLDER + 1 > socket ? OWN_FOLDER + 1 : socket);
    int high_folder = dup(folder);
    if (high_socket < 0 || high_folder < 0 || dup2(high_folder, OWN_FOLDER) < 0 || dup2(high_socket, OWN_SOCKET) < 0)
        return false;
    return close_range(OWN_FOLDER + 1, ~0U, 0) == 0;
}

static _Noreturn void serve(int socket, int folder)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    if (!keep_only(socket, folder))
        _exit(1);
    enum sync_what what;
    for (;;) {
        ssize_t n = recv(OWN_SOCKET, &what, sizeof what, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n != (ssize_t)sizeof what)
            _exit(0); /* the supervisor is gone, or needs no more */
        int error = sync_now(OWN_FOLDER, what);
        if (send(OWN_SOCKET, &error, sizeof error, MSG_NOSIGNAL) < 0)
            _exit(0);
    }
}

void syncer_start(struct syncer *y)
{
    int pair[2];
    if (y->pid || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return;
    pid_t pid = fork();
    if (!pid)
        serve(pair[1], y->folder);
    close(pair[1]);
    if (pid < 0) {
        close(pair[0]);
        return;
    }
    y->pid = pid;
    y->socket = pair[0];
}

static void end_process(struct syncer *y)
{
    if (!y->pid)
        return;
    close(y->socket);
    while (waitpid(y->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    y->pid = 0;
    y->socket = -1;
}

void syncer_free(struct syncer *y)
{
    end_process(y);
}

void syncer_ask(struct syncer *y, enum sync_what what)
{
    y->asked = true;
    y->answered = false;
    if (y->pid && send(y->socket, &what, sizeof what, MSG_NOSIGNAL) == (ssize_t)sizeof what)
        return;
    end_process(y);
    y->error = sync_now(y->folder, what);
    y->answered = true;
}

bool syncer_answer(struct syncer *y, bool wait, int *error)
{
    if (!y->asked)
        return false;
    while (!y->answered) {
        ssize_t n = recv(y->socket, &y->error, sizeof y->error, wait ? 0 : MSG_DONTWAIT);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return false;
        if (n != (ssize_t)sizeof y->error)
            y->error = EIO; /* it ended without an answer: nothing is known to be durable */
        y->answered = true;
    }
    y->asked = false;
    *error = y->error;
    return true;
}
