/* A loaded policy kept from run to run, as it stands in memory, so that an unchanged one need not be read, checked and
 * compiled again: what a continuous-integration job waits for.
 *
 * The file is mapped at the address at which it was made; every pointer in it leads into it, which is verified when it
 * is made. It is used only while nothing that the policy was loaded from has changed (the program, every file and folder
 * that was read or looked for: device, inode, size, times of modification and of change, which users cannot set), and
 * only from a folder and a file that nobody but this user can write. A missing or broken one costs time and nothing
 * else: the verdicts are those of the policy loaded anew. */
#ifndef KIJUN_RULES_IMAGE_H
#define KIJUN_RULES_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "rules/evaluate.h"

/* ruleset_load through an image in `folder`, which is made, with its parents, if need be. Only what judging takes is in
 * a ruleset that came from an image: no declarations, examples or sources. */
struct ruleset *ruleset_load_kept(const char *folder, const char *policy_file, const char *const *pack_folders,
                                  struct fault *faults, size_t max_faults, size_t *fault_count);

/* ---- for ruleset.c ---- */

/* What the policy was loaded from. */
enum input_kind { INPUT_ABSENT, INPUT_FILE, INPUT_FOLDER };
struct input {
    const char *path;
    enum input_kind kind;
    uint64_t device, inode, size;
    int64_t modified, changed;  /* nanoseconds */
};

struct inputs {
    struct arena *arena;
    struct input *at;
    size_t count;
    bool failed;                /* there are too many, or memory is out */
};
/* Notes the state of a file or folder; `i` may be NULL: then nothing is noted. */
void inputs_note(struct inputs *i, const char *path);
/* Loads the policy into the arena of an image, and what judging does not take into `aside`. NULL when there is any
 * mistake. */
struct ruleset *ruleset_load_into(struct arena *arena, struct arena *aside, struct inputs *inputs,
                                  const char *policy_file, const char *const *pack_folders);

/* The image that a ruleset lies in, if any; it goes with the ruleset. */
struct image { void *at; size_t size; };
void image_drop(struct image i);

#endif
