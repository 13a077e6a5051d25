/* A process that is killed while it records: the run is in the register wholly or not at all. And processes that write at
 * once. KIJUN_KILLS says how often to kill (make test-kill: 100). */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "shelf.h"

enum { SUPPLIERS = 150, KILLS = 10 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void record(const struct shelf *s, int night)
{
    struct example suppliers[SUPPLIERS];
    char names[SUPPLIERS][16];
    struct due_terms terms = due_terms_standard();
    struct ledger *l = shelf_open(s, LEDGER_WRITE);
    shelf_suppliers(suppliers, SUPPLIERS, names, night);
    example_run(l, 20000 + night, suppliers, SUPPLIERS, &terms);
    ledger_close(l);
}

/* Kills it after so many seconds; true if it had ended by itself. */
static bool record_and_kill(const struct shelf *s, int night, double seconds)
{
    pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        record(s, night);
        _exit(0);
    }
    struct timespec pause = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    nanosleep(&pause, NULL);
    kill(child, SIGKILL);
    int status;
    cr_assert_eq(waitpid(child, &status, 0), child);
    return WIFEXITED(status);
}

/* What a run of that night leaves, from what the register held. */
static int64_t events_of(const struct shelf *s)
{
    return shelf_count(s, "SELECT count(*) FROM event");
}

Test(crash, a_killed_recording_is_there_wholly_or_not_at_all, .timeout = 600)
{
    const char *wanted = getenv("KIJUN_KILLS");
    int kills = wanted ? (int)strtol(wanted, NULL, 10) : KILLS, whole = 0;
    struct shelf s = shelf_new();
    record(&s, 0);
    double start = now();
    record(&s, 1);
    double usual = now() - start;
    int64_t runs = 2, of_a_run[2];
    int64_t before = events_of(&s);
    record(&s, 2), runs++;
    of_a_run[0] = events_of(&s) - before; /* even nights find what odd ones closed */
    before = events_of(&s);
    record(&s, 3), runs++;
    of_a_run[1] = events_of(&s) - before;
    srand48(20260401);
    for (int i = 0; i < kills; i++) {
        int night = (int)runs;
        int64_t events = events_of(&s);
        bool ended = record_and_kill(&s, night, drand48() * usual * 1.2);
        int64_t recorded = shelf_count(&s, "SELECT count(*) FROM run") - runs;
        cr_assert(recorded == 0 || recorded == 1);
        cr_assert(!ended || recorded == 1, "a run that was reported done is lost");
        cr_assert_eq(events_of(&s), events + recorded * of_a_run[night % 2]);
        shelf_verified(&s);
        runs += recorded;
        whole += (int)recorded;
    }
    cr_assert(kills < 50 || (whole > 0 && whole < kills), "%d of %d: the moments do not meet the recording", whole, kills);
    shelf_free(&s);
}

/* ---- two writers ---- */

enum { NIGHTS = 8, NOTES = 30 };

static void write_notes(const struct shelf *s)
{
    for (int i = 0; i < NOTES; i++) {
        struct fault f = {0};
        char fingerprint[33], supplier[16];
        struct ledger *l = shelf_open(s, LEDGER_WRITE);
        snprintf(supplier, sizeof supplier, "s-%03d", i);
        example_fingerprint(supplier, 0, fingerprint);
        struct ledger_change c = {fingerprint, ACTION_CAUSE, "sato", INT64_C(20050) * 86400, "cause", DAY_NONE, DAY_NONE};
        int failed = ledger_change(l, &c, &f);
        ledger_close(l);
        if (failed)
            _exit(1);
    }
}

Test(crash, a_nightly_run_and_a_person_lose_nothing_of_each_other, .timeout = 600)
{
    struct shelf s = shelf_new();
    record(&s, 0);
    pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        write_notes(&s);
        _exit(0);
    }
    for (int night = 1; night <= NIGHTS; night++)
        record(&s, night);
    int status;
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0, "a person's cause was refused");
    cr_expect_eq(shelf_count(&s, "SELECT count(*) FROM run"), NIGHTS + 1);
    cr_expect_eq(shelf_count(&s, "SELECT count(*) FROM event WHERE action = 5"), NOTES);
    cr_expect_eq(shelf_count(&s, "SELECT count(*) FROM finding WHERE state = 1"), NOTES);
    shelf_verified(&s);
    shelf_free(&s);
}

/* Opens it when the gate closes, as the other process does; false: refused. */
static bool open_at_the_gate(const struct shelf *s, int gate)
{
    struct ledger *l = NULL;
    struct fault f = {0};
    char c;
    if (read(gate, &c, 1) != 0)
        return false;
    int failed = ledger_open(s->path, LEDGER_WRITE, &l, &f);
    if (failed)
        fprintf(stderr, "%s\n", f.arg[0]);
    else
        ledger_close(l);
    return !failed;
}

Test(crash, two_processes_that_make_the_register_at_once_are_both_let_in, .timeout = 600)
{
    for (int round = 0; round < 60; round++) {
        struct shelf s = shelf_new();
        int gate[2], status;
        pid_t child[2];
        cr_assert_eq(pipe(gate), 0);
        for (int i = 0; i < 2; i++) {
            child[i] = fork();
            cr_assert_geq(child[i], 0);
            if (child[i] == 0) {
                close(gate[1]);
                _exit(open_at_the_gate(&s, gate[0]) ? 0 : 1);
            }
        }
        close(gate[0]);
        close(gate[1]);
        for (int i = 0; i < 2; i++) {
            cr_assert_eq(waitpid(child[i], &status, 0), child[i]);
            cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0, "one was refused in round %d", round);
        }
        shelf_free(&s);
    }
}

Test(crash, two_processes_that_make_the_register_at_once_make_one, .timeout = 600)
{
    struct shelf s = shelf_new();
    pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        record(&s, 0);
        _exit(0);
    }
    record(&s, 0);
    int status;
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    cr_expect_eq(shelf_count(&s, "SELECT count(*) FROM run"), 2);
    shelf_verified(&s);
    shelf_free(&s);
}
