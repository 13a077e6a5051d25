#include "batch/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum {
    WORKER_BYTES = 512 * 1024 * 1024,   /* address space: arenas, Lua heap, shared memory, program and libraries */
    WORKER_FILES = 64
};

/* What reading, computing and answering take. Everything else fails with EPERM, except what `fatal` names. */
static const char *const allowed[] = {
    "read", "pread64", "readv", "lseek", "close", "fstat", "newfstatat", "stat", "lstat", "statx", "getdents64",
    "fcntl", "readlink", "readlinkat", "access", "faccessat", "faccessat2", "getcwd",
    "munmap", "mremap", "madvise", "brk", "futex", "sched_yield",
    "recvfrom", "recvmsg", "sendto", "sendmsg",
    "clock_gettime", "clock_nanosleep", "nanosleep", "gettimeofday", "time",
    "setitimer", "getitimer", "timer_create", "timer_settime", "timer_gettime", "timer_delete",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
    "getpid", "gettid", "getuid", "geteuid", "getrandom", "getrusage", "sysinfo", "uname",
    "exit", "exit_group",
};

/* What only an attack would call: the worker is killed and the supplier has an error result that says so. */
static const char *const fatal[] = {
    "execve", "execveat", "fork", "vfork", "clone", "clone3", "ptrace", "process_vm_readv", "process_vm_writev",
    "socket", "connect", "bind", "listen", "accept", "accept4", "socketpair", "kill", "tgkill", "tkill",
    "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat",
    "creat", "truncate", "ftruncate", "chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "mount", "umount2",
    "bpf", "io_uring_setup", "perf_event_open", "setuid", "setgid", "init_module", "finit_module", "kexec_load",
};

/* Symbolising a report of AddressSanitizer needs these. */
static const char *const sanitizer[] = {"write", "prctl", "set_robust_list", "rt_sigpending", "prlimit64", "getrlimit"};

static int add(scmp_filter_ctx ctx, uint32_t action, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int number = seccomp_syscall_resolve_name(names[i]);
        if (number >= 0 && seccomp_rule_add(ctx, action, number, 0) < 0)
            return -1;
    }
    return 0;
}

#define ADD(ctx, action, names) add(ctx, action, names, sizeof names / sizeof *names)

static int add_conditional(scmp_filter_ctx ctx)
{
    /* Files are opened for reading only. */
    scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    if (seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) < 0 ||
        seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) < 0)
        return -1;
    /* No memory that can be executed. PCRE2 then matches without its just-in-time compiler. */
    if (seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) < 0 ||
        seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) < 0)
        return -1;
    /* Messages of a dying library go to standard error; other descriptors are sockets, written with send. */
    return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO, 0));
}

static scmp_filter_ctx make_filter(void)
{
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!ctx)
        return NULL;
    bool good = ADD(ctx, SCMP_ACT_ALLOW, allowed) == 0;
    if (SANITIZED)
        good = good && ADD(ctx, SCMP_ACT_ALLOW, sanitizer) == 0;
    good = good && ADD(ctx, SCMP_ACT_KILL_PROCESS, fatal) == 0 && add_conditional(ctx) == 0;
    if (good)
        return ctx;
    seccomp_release(ctx);
    return NULL;
}

/* libseccomp writes the compiled filter to a descriptor; it is read back, so that each worker loads it at once. */
static int export_filter(scmp_filter_ctx ctx, struct confinement *c)
{
    int fd = memfd_create("filter", MFD_CLOEXEC);
    if (fd < 0)
        return -1;
    struct stat st;
    int result = -1;
    if (seccomp_export_bpf(ctx, fd) == 0 && fstat(fd, &st) == 0 && st.st_size > 0) {
        size_t size = (size_t)st.st_size;
        c->filter = malloc(size);
        if (c->filter && pread(fd, c->filter, size, 0) == st.st_size) {
            c->length = (unsigned short)(size / sizeof(struct sock_filter));
            result = 0;
        }
    }
    close(fd);
    return result;
}

int confinement_make(struct confinement *c, int cpu_seconds, struct fault *f)
{
    *c = (struct confinement){.cpu_seconds = cpu_seconds};
    scmp_filter_ctx ctx = make_filter();
    int result = ctx ? export_filter(ctx, c) : -1;
    if (ctx)
        seccomp_release(ctx);
    return result < 0 ? fault_set(f, FAULT_WORKER_START, "seccomp") : 0;
}

void confinement_free(struct confinement *c)
{
    free(c->filter);
    *c = (struct confinement){0};
}

static void limit(int resource, rlim_t value)
{
    struct rlimit r;
    if (getrlimit((__rlimit_resource_t)resource, &r) == 0 && r.rlim_max < value)
        value = r.rlim_max;
    r.rlim_cur = r.rlim_max = value;
    setrlimit((__rlimit_resource_t)resource, &r);
}

static void set_limits(const struct confinement *c)
{
    if (!SANITIZED) /* its shadow memory alone takes terabytes of addresses */
        limit(RLIMIT_AS, WORKER_BYTES + (rlim_t)c->extra_bytes);
    limit(RLIMIT_CPU, (rlim_t)c->cpu_seconds);
    limit(RLIMIT_NOFILE, WORKER_FILES);
    limit(RLIMIT_CORE, 0);
}

static void close_others(int keep)
{
    unsigned int k = (unsigned int)keep;
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    if (k > STDERR_FILENO + 1)
        close_range(STDERR_FILENO + 1, k - 1, 0);
    close_range(k + 1, ~0U, 0);
}

bool confinement_enter(const struct confinement *c, int keep)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    close_others(keep);
    set_limits(c);
    struct sock_fprog program = {.len = c->length, .filter = c->filter};
    return c->filter && syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}
