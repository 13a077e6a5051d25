/* Files and folders of a subject, opened with care: no links, no pipes, no devices. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_SOURCE_H
#define KIJUN_DOCUMENTS_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fault.h"

struct source {
    int fd;
    size_t size;
};

/* Opens a regular file. 0, or -1 with *f set and nothing to close. */
int source_open(int folder_fd, const char *name, const char *shown, struct source *out, struct fault *f);
/* Appends to *out until it holds `upto` bytes or the file ends. */
int source_read(struct source *s, const char *shown, size_t upto, struct buffer *out, struct fault *f);
void source_close(struct source *s);

/* The files of a folder and the folders in it, as paths relative to it, in byte order; hidden ones are left out. Links
 * and devices are listed too: opening them says what they are. */
struct file_list {
    const char **paths;
    size_t count;
};

/* Lists the folder that `fd` is open on (fd stays open). -1 with *f set when it cannot be read or holds too much. */
int folder_list(struct arena *arena, int fd, const char *shown, struct file_list *out, struct fault *f);
bool file_list_has(const struct file_list *l, const char *path);

#endif
