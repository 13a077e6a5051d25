/* Lets a chosen system call of our own code fail, be interrupted or do only a part, to show what becomes of a full disk.
 *
 * Works at link time like fail_malloc.h (see WRAPPED in the Makefile). One thread only. */
#ifndef KIJUN_TESTS_FAIL_CALL_H
#define KIJUN_TESTS_FAIL_CALL_H

#include <stdbool.h>
#include <stddef.h>

enum call { CALL_OPENAT, CALL_READ, CALL_WRITE, CALL_CLOSE, CALL_FSTAT, CALL_RENAMEAT, CALL_FSYNC, CALL_SYNCFS, CALLS };

/* The nth such call from now on (1: the next) fails with `error`, once; a close that fails closes all the same. */
void fail_call_at(enum call call, size_t nth, int error);
/* Kills the process with SIGKILL instead of making the nth such call. */
void fail_call_kill(enum call call, size_t nth);
/* Every read and write handles at most `most` bytes; 0 ends that. */
void fail_call_short(size_t most);
/* Ends all of it and starts counting anew. */
void fail_call_end(void);
/* How often the call was made since the start or fail_call_end. */
size_t fail_call_count(enum call call);

#endif
