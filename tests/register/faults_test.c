/* Memory that runs out and disks that fail while a run is recorded, at every place in turn: nothing that was reported done is
 * lost, and what was not is not there. */
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shelf.h"
#include "support/fail_malloc.h"

enum { SUPPLIERS = 4, MOST = 4000, STRIDE = 3 };

/* Records night 1. 0, or -1 without a word to the tests: it may fail. */
static int try_to_record(const struct shelf *s)
{
    struct example suppliers[SUPPLIERS];
    char names[SUPPLIERS][16];
    struct due_terms terms = due_terms_standard();
    struct fault f = {0};
    struct ledger *l = NULL;
    struct buffer item;
    shelf_suppliers(suppliers, SUPPLIERS, names, 1);
    buffer_init(&item, 1 << 20);
    int failed = ledger_open(s->path, LEDGER_WRITE, &l, &f);
    if (failed == 0)
        failed = ledger_begin(l, 20001, INT64_C(20001) * 86400, "standard", &terms, &f);
    for (int i = 0; failed == 0 && i < SUPPLIERS; i++) {
        buffer_clear(&item);
        example_item(&suppliers[i], &item);
        failed = item.failed || ledger_record(l, item.at, item.len, &f);
    }
    if (failed == 0)
        failed = ledger_commit(l, &f);
    cr_assert(failed == 0 || f.id != FAULT_NONE || item.failed, "it failed without a word");
    ledger_close(l);
    buffer_free(&item);
    return failed ? -1 : 0;
}

static struct shelf with_night_0(void)
{
    struct shelf s = shelf_new();
    struct example suppliers[SUPPLIERS];
    char names[SUPPLIERS][16];
    struct due_terms terms = due_terms_standard();
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    shelf_suppliers(suppliers, SUPPLIERS, names, 0);
    example_run(l, 20000, suppliers, SUPPLIERS, &terms);
    ledger_close(l);
    return s;
}

/* After an attempt, faults off: all or nothing, and all if it was said to be done. */
static void check_whole(const struct shelf *s, int result, const struct hash *before, size_t nth)
{
    int64_t runs = shelf_count(s, "SELECT count(*) FROM run");
    cr_assert(runs == 1 || runs == 2, "fault %zu: %lld runs", nth, (long long)runs);
    cr_assert(result != 0 || runs == 2, "fault %zu: a run that was reported done is lost", nth);
    struct hash now = shelf_state(s);
    cr_assert(runs == 2 || memcmp(&now, before, sizeof now) == 0, "fault %zu: half of it is there", nth);
    shelf_verified(s);
}

/* ---- memory: SQLite's own ---- */

static struct {
    sqlite3_mem_methods real;
    size_t countdown; /* 0: never */
    bool reached;
} memory;

static bool memory_fails(void)
{
    if (memory.countdown == 0 || --memory.countdown > 0)
        return false;
    memory.reached = true;
    return true;
}

static void *faulty_malloc(int size)
{
    return memory_fails() ? NULL : memory.real.xMalloc(size);
}

static void *faulty_realloc(void *at, int size)
{
    return memory_fails() ? NULL : memory.real.xRealloc(at, size);
}

static void install_memory(void)
{
    sqlite3_shutdown();
    cr_assert_eq(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real), SQLITE_OK);
    sqlite3_mem_methods faulty = memory.real;
    faulty.xMalloc = faulty_malloc;
    faulty.xRealloc = faulty_realloc;
    cr_assert_eq(sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty), SQLITE_OK);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    cr_assert_eq(sqlite3_initialize(), SQLITE_OK);
}

Test(faults, sqlite_without_memory_loses_nothing, .timeout = 600)
{
    size_t nth = 1;
    install_memory();
    for (bool reached = true; reached && nth < MOST; nth += STRIDE) {
        struct shelf s = with_night_0();
        struct hash before = shelf_state(&s);
        memory.countdown = nth;
        memory.reached = false;
        int result = try_to_record(&s);
        memory.countdown = 0;
        reached = memory.reached;
        check_whole(&s, result, &before, nth);
        shelf_free(&s);
    }
    cr_assert(nth > 100 && nth < MOST, "%zu", nth);
}

/* ---- memory: our own ---- */

Test(faults, the_register_without_memory_loses_nothing, .timeout = 600)
{
    size_t nth = 1;
    for (bool reached = true; reached && nth < MOST; nth++) {
        struct shelf s = with_night_0();
        struct hash before = shelf_state(&s);
        fail_malloc_at(nth);
        int result = try_to_record(&s);
        reached = fail_malloc_end();
        check_whole(&s, result, &before, nth);
        shelf_free(&s);
    }
    cr_assert(nth > 5 && nth < MOST, "%zu", nth);
}

/* ---- the disk: a layer over SQLite's own file system ---- */

static struct {
    sqlite3_vfs vfs, *real;
    size_t countdown;
    bool reached, stays; /* stays: everything fails from then on, as a disk that is full or gone */
    int code;
} disk;

struct faulty_file {
    sqlite3_file base;
    sqlite3_file *real;
};

static bool disk_fails(void)
{
    if (disk.reached && disk.stays && disk.code)
        return true;
    if (disk.countdown == 0 || --disk.countdown > 0)
        return false;
    return disk.reached = true;
}

#define REAL(f) (((struct faulty_file *)(f))->real)

static int faulty_close(sqlite3_file *f)
{
    return REAL(f)->pMethods ? REAL(f)->pMethods->xClose(REAL(f)) : SQLITE_OK;
}

static int faulty_read(sqlite3_file *f, void *at, int len, sqlite3_int64 from)
{
    return REAL(f)->pMethods->xRead(REAL(f), at, len, from);
}

static int faulty_write(sqlite3_file *f, const void *at, int len, sqlite3_int64 to)
{
    if (!disk_fails())
        return REAL(f)->pMethods->xWrite(REAL(f), at, len, to);
    REAL(f)->pMethods->xWrite(REAL(f), at, len / 2, to); /* torn */
    return disk.code;
}

static int faulty_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    return disk_fails() ? disk.code : REAL(f)->pMethods->xTruncate(REAL(f), size);
}

static int faulty_sync(sqlite3_file *f, int flags)
{
    return disk_fails() ? SQLITE_IOERR_FSYNC : REAL(f)->pMethods->xSync(REAL(f), flags);
}

static int faulty_size(sqlite3_file *f, sqlite3_int64 *size) { return REAL(f)->pMethods->xFileSize(REAL(f), size); }
static int faulty_lock(sqlite3_file *f, int lock) { return REAL(f)->pMethods->xLock(REAL(f), lock); }
static int faulty_unlock(sqlite3_file *f, int lock) { return REAL(f)->pMethods->xUnlock(REAL(f), lock); }
static int faulty_reserved(sqlite3_file *f, int *out) { return REAL(f)->pMethods->xCheckReservedLock(REAL(f), out); }
static int faulty_control(sqlite3_file *f, int op, void *arg) { return REAL(f)->pMethods->xFileControl(REAL(f), op, arg); }
static int faulty_sector(sqlite3_file *f) { return REAL(f)->pMethods->xSectorSize(REAL(f)); }
static int faulty_traits(sqlite3_file *f) { return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f)); }
static int faulty_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return disk_fails() ? SQLITE_IOERR_SHMMAP : REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, out);
}
static int faulty_shmlock(sqlite3_file *f, int from, int n, int flags)
{
    return REAL(f)->pMethods->xShmLock(REAL(f), from, n, flags);
}
static void faulty_barrier(sqlite3_file *f) { REAL(f)->pMethods->xShmBarrier(REAL(f)); }
static int faulty_unmap(sqlite3_file *f, int del) { return REAL(f)->pMethods->xShmUnmap(REAL(f), del); }

static const sqlite3_io_methods faulty_methods = {
    2, faulty_close, faulty_read, faulty_write, faulty_truncate, faulty_sync, faulty_size, faulty_lock, faulty_unlock,
    faulty_reserved, faulty_control, faulty_sector, faulty_traits, faulty_map, faulty_shmlock, faulty_barrier, faulty_unmap,
    NULL, NULL};

static int faulty_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
    (void)v;
    struct faulty_file *own = (struct faulty_file *)f;
    own->base.pMethods = NULL;
    if (disk_fails())
        return SQLITE_CANTOPEN;
    own->real = (sqlite3_file *)(own + 1);
    int code = disk.real->xOpen(disk.real, name, own->real, flags, out);
    if (own->real->pMethods)
        own->base.pMethods = &faulty_methods;
    return code;
}

static void install_disk(void)
{
    disk.real = sqlite3_vfs_find(NULL);
    disk.vfs = *disk.real;
    disk.vfs.zName = "faulty";
    disk.vfs.szOsFile = (int)sizeof(struct faulty_file) + disk.real->szOsFile;
    disk.vfs.xOpen = faulty_open;
    disk.vfs.pNext = NULL;
    cr_assert_eq(sqlite3_vfs_register(&disk.vfs, 1), SQLITE_OK);
}

static void every_disk_fault(int code, bool stays)
{
    size_t nth = 1;
    install_disk();
    for (bool reached = true; reached && nth < MOST; nth++) {
        struct shelf s = with_night_0();
        struct hash before = shelf_state(&s);
        disk.code = code;
        disk.stays = stays;
        disk.countdown = nth;
        disk.reached = false;
        int result = try_to_record(&s);
        reached = disk.reached;
        disk.countdown = 0;
        disk.code = 0;
        disk.reached = false;
        check_whole(&s, result, &before, nth);
        shelf_free(&s);
    }
    cr_assert(nth > 10 && nth < MOST, "%zu", nth);
}

Test(faults, a_disk_that_fails_once_loses_nothing, .timeout = 600)
{
    every_disk_fault(SQLITE_IOERR_WRITE, false);
}

Test(faults, a_disk_that_is_full_loses_nothing, .timeout = 600)
{
    every_disk_fault(SQLITE_FULL, true);
}
