#include "batch/beside.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "support/support.h"

static int works(void *context, struct fault *f)
{
    (void)f;
    return context ? 7 : 0;
}

static int fails(void *context, struct fault *f)
{
    (void)context;
    fault_set(f, FAULT_OUTPUT, "no room");
    return -1;
}

static int is_killed(void *context, struct fault *f)
{
    (void)context;
    (void)f;
    raise(SIGKILL);
    return 0;
}

static int sleeps(void *context, struct fault *f)
{
    (void)context;
    (void)f;
    sleep(1000);
    return 0;
}

Test(beside, what_was_done_is_known)
{
    struct beside b;
    struct fault f = {0};
    int x;
    cr_assert(beside_start(&b, works, &x, -1));
    cr_assert_eq(beside_end(&b, &f), 7);
    cr_assert_eq(f.id, FAULT_NONE);
}

Test(beside, why_it_failed_is_known)
{
    struct beside b;
    struct fault f = {0};
    cr_assert(beside_start(&b, fails, NULL, -1));
    cr_assert_eq(beside_end(&b, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    same_text(f.arg[0], "no room");
}

Test(beside, a_process_that_was_killed_did_not_do_its_work)
{
    struct beside b;
    struct fault f = {0};
    cr_assert(beside_start(&b, is_killed, NULL, -1));
    cr_assert_eq(beside_end(&b, &f), -1);
    cr_assert_eq(f.id, FAULT_WORKER_CRASH);
}

Test(beside, it_can_be_ended_at_once)
{
    struct beside b;
    cr_assert(beside_start(&b, sleeps, NULL, -1));
    beside_kill(&b);
    cr_assert_eq(b.pid, 0);
    beside_kill(&b);
}
