/* Workers that misbehave on request: compiled into build/<mode>/kijun-faults only.
 *
 * KIJUN_FAULT is a list "what:name,what:name ..."; when a worker takes a subject whose path ends in that name, it hangs,
 * crashes, takes all memory, or tries what is forbidden. */
#ifndef KIJUN_E2E_MISBEHAVE_H
#define KIJUN_E2E_MISBEHAVE_H

#include <arpa/inet.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static bool fault_asked(const char *what, const char *path)
{
    const char *list = getenv("KIJUN_FAULT"), *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t what_len = strlen(what), name_len = strlen(name);
    for (const char *at = list; at && *at; at += strcspn(at, ","), at += *at == ',') {
        size_t len = strcspn(at, ",");
        if (len == what_len + 1 + name_len && strncmp(at, what, what_len) == 0 && at[what_len] == ':' &&
            strncmp(at + what_len + 1, name, name_len) == 0)
            return true;
    }
    return false;
}

static void take_all_memory(void)
{
    for (;;) {
        char *at = malloc(1 << 20);
        if (!at)
            _exit(77); /* as an allocator does that must not return NULL */
        at[0] = 1;
    }
}

static void misbehave(const char *path)
{
    if (fault_asked("hang", path))
        for (;;)
            __asm__ volatile("");
    if (fault_asked("crash", path))
        __builtin_trap();
    if (fault_asked("leave", path))
        _exit(0);
    if (fault_asked("memory", path))
        take_all_memory();
    if (fault_asked("exec", path))
        execl("/bin/sh", "sh", "-c", "echo owned", (char *)NULL);
    if (fault_asked("network", path))
        (void)socket(AF_INET, SOCK_STREAM, 0);
    if (fault_asked("slow", path))
        usleep(300000);
}

#endif
