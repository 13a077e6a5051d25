/* Files of others are read with care, our own are written whole or not at all. */
#ifndef KIJUN_BASE_FILE_H
#define KIJUN_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"

/* Reads a regular file of at most `cap` bytes into *out (cleared first). Opened relative to `folder_fd` (AT_FDCWD for
 * none) with O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC: a link, pipe or device is refused. 0, or -1 with *f set; the
 * file's name in *f is `shown`. */
int file_read(int folder_fd, const char *name, const char *shown, size_t cap, struct buffer *out, struct fault *f);

/* Writes `len` bytes as `name` in `folder_fd`: under a temporary name first, then renamed over the old file. The old
 * file is left alone when the bytes are the same. No sync: call file_sync_folder once for a group. */
int file_write(int folder_fd, const char *name, const char *at, size_t len, struct fault *f);
/* The same for a path: its folder must exist. The name of the file in *f is the path. */
int file_write_path(const char *path, const char *at, size_t len, struct fault *f);
/* A file written piece by piece, the same way: it has its name when all of it is there and durable. What is no regular file
 * (/dev/null, a pipe) is written to as it is. `path` is borrowed until the end. */
struct file_stream {
    const char *path;
    int folder, fd;             /* folder -1: written to as it is */
};
int file_stream_begin(struct file_stream *s, const char *path, struct fault *f);
int file_stream_add(struct file_stream *s, const char *at, size_t len, struct fault *f);
int file_stream_end(struct file_stream *s, struct fault *f);
/* Gives it up: what had the name stays. Nothing to do after the end, or for one that is all 0. */
void file_stream_drop(struct file_stream *s);
/* The parts of it, for those who write many files as a group. True if the file holds exactly these bytes. */
bool file_holds(int folder_fd, const char *name, const char *at, size_t len);
/* Writes a new file in place of whatever has the name; removed again when it fails. 0 or errno. */
int file_create(int folder_fd, const char *name, const char *at, size_t len);
/* Makes everything written to the file system of this folder durable (syncfs), then the folder itself. */
int file_sync_folder(int folder_fd, const char *shown, struct fault *f);
/* Creates a folder and its parents; an existing folder is fine. */
int file_make_folder(const char *path, struct fault *f);

enum { FOLDER_SUGGESTION = 64 };
/* The name in a folder that is nearest to one that is not there, as text_suggest has it: among those that end with `ending`, and
 * without it. False when none is near. */
bool folder_suggest(const char *folder, const char *ending, const char *wrong, char out[FOLDER_SUGGESTION]);

#endif
