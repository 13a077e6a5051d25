#include "batch/looker.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/support.h"

/* So many, and so large, that looking beside the walk is worth it. */
enum { MANY = 200, FILLER = 8 * 1024, LEFT_TO_THE_WALK = 64, CHANGED = 100, GONE = 110, RENAMED = 120, PLAIN = 130, UNUSABLE = 140 };

static struct folder at;
static struct fault f;
static struct known *known;
static int folder;

static void name_of(int number, char out[32])
{
    snprintf(out, 32, "p/s%03d", number);
}

static void add_entry(struct buffer *b, int number)
{
    static char filler[FILLER];
    char name[32], path[1024];
    struct stamp_names names;
    struct entry_key key;
    name_of(number, name);
    folder_path(&at, name, path);
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    cr_assert_geq(fd, 0);
    struct stamp stamp = stamp_folder(fd, &names);
    close(fd);
    entry_key(&key, path);
    const struct entry e = {.key = key.at, .key_len = key.len, .stamp = stamp, .from = DAY_NONE, .until = DAY_NONE,
                            .kind = number == PLAIN ? ENTRY_FILE : ENTRY_FOLDER, .usable = number != UNUSABLE, .id = name + 2,
                            .names = names.at, .names_len = names.len, .part_count = 1, .sizes = {FILLER}, .at = {filler}};
    entry_write(&e, b);
}

/* Writes what is known of the first `count` suppliers. */
static void know(int count)
{
    struct known_head head;
    struct buffer b;
    buffer_init(&b, 4 * 1024 * 1024);
    known_head_init(&head);
    known_head_write(&head, &b);
    for (int i = 0; i < count; i++)
        add_entry(&b, i);
    frame_write(&b, FRAME_DONE, "", 0);
    cr_assert(!b.failed);
    folder_put_n(&at, KNOWN_FILE, b.at, b.len);
    buffer_free(&b);
    known = known_open(folder, &f);
    cr_assert_not_null(known);
}

static void setup(void)
{
    folder_make(&at);
    f = (struct fault){0};
    folder = open(at.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0; i < MANY; i++) {
        char name[32], file[64];
        name_of(i, name);
        snprintf(file, sizeof file, "%s/a.xml", name);
        folder_put(&at, file, "<a/>");
    }
}

static void teardown(void)
{
    known_free(known);
    close(folder);
    folder_remove(&at);
}

TestSuite(looker, .init = setup, .fini = teardown);

/* Lets it come to its end before the walk asks for anything. */
static struct looker *all_looked_at(void)
{
    siginfo_t ended;
    struct looker *l = looker_start(known, folder, -1);
    cr_assert_not_null(l);
    cr_assert_eq(waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT), 0);
    return l;
}

Test(looker, a_few_suppliers_are_not_worth_a_process)
{
    know(3);
    cr_expect_null(looker_start(known, folder, -1));
    cr_expect_null(looker_start(NULL, folder, -1));
    cr_expect_eq(looker_answer(NULL, 0), LOOKED_NOT);
    looker_free(NULL);
}

Test(looker, it_goes_ahead_of_the_walk_and_leaves_it_the_first)
{
    know(MANY);
    struct looker *l = all_looked_at();
    for (uint64_t i = 0; i < MANY; i++)
        if (i != PLAIN && i != UNUSABLE)
            cr_expect_eq(looker_answer(l, i), i < LEFT_TO_THE_WALK ? LOOKED_NOT : LOOKED_SAME, "supplier %d", (int)i);
    cr_expect_eq(looker_answer(l, UINT64_MAX), LOOKED_NOT);
    looker_free(l);
}

Test(looker, what_changed_is_seen_and_what_cannot_be_told_is_left_to_the_walk)
{
    char path[1024], other[1024];
    know(MANY);
    folder_put(&at, "p/s100/a.xml", "<a>changed</a>");
    folder_path(&at, "p/s110/a.xml", path);
    cr_assert_eq(unlink(path), 0);
    folder_path(&at, "p/s120", path);
    folder_path(&at, "p/other", other);
    cr_assert_eq(rename(path, other), 0);
    struct looker *l = all_looked_at();
    cr_expect_eq(looker_answer(l, CHANGED), LOOKED_OTHER);
    cr_expect_eq(looker_answer(l, GONE), LOOKED_OTHER);
    cr_expect_eq(looker_answer(l, RENAMED), LOOKED_OTHER);
    cr_expect_eq(looker_answer(l, PLAIN), LOOKED_NOT);
    cr_expect_eq(looker_answer(l, UNUSABLE), LOOKED_NOT);
    cr_expect_eq(looker_answer(l, CHANGED + 1), LOOKED_SAME);
    looker_free(l);
}

Test(looker, it_can_be_ended_at_any_time)
{
    know(MANY);
    struct looker *l = looker_start(known, folder, -1);
    cr_assert_not_null(l);
    looker_free(l);
    cr_expect_eq(waitpid(-1, NULL, WNOHANG), -1, "no process is left");
}

Test(looker, who_is_forked_later_does_not_see_what_it_answers)
{
    know(MANY);
    int before = shared_mappings(), status = -1;
    struct looker *l = looker_start(known, folder, -1);
    cr_assert_not_null(l);
    cr_assert_eq(shared_mappings(), before + 1);
    pid_t pid = fork();
    if (!pid)
        _exit(shared_mappings() == before ? 0 : 1);
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    cr_assert_eq(status, 0);
    looker_free(l);
}
