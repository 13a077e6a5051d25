/* Pieces of our own files of state, each with its length and a check: a piece that was cut off or changed is seen.
 *
 * The files are for the machine that wrote them: numbers are in its byte order. */
#ifndef KIJUN_BATCH_FRAME_H
#define KIJUN_BATCH_FRAME_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "base/fault.h"

enum frame_type { FRAME_HEAD = 1, FRAME_ENTRY, FRAME_DONE, FRAME_PART };
enum { FRAME_MOST = 1024 * 1024 }; /* bytes in one */

/* Appends a frame. The payload may be written behind frame_open and closed with frame_close. */
void frame_write(struct buffer *out, enum frame_type type, const void *at, size_t len);
size_t frame_open(struct buffer *out);
void frame_close(struct buffer *out, size_t opened, enum frame_type type);
/* Writes bytes to the end of a file. */
int frame_append(int fd, const char *at, size_t len, struct fault *f);

/* The payload of a frame that stands in memory as it does in a file. */
enum { FRAME_HEAD_BYTES = 16 };

struct frame {
    enum frame_type type;
    const char *at;         /* aligned for nothing; valid until the next call */
    size_t len;
    off_t place;            /* of the frame in the file */
};

/* Reads one frame after the other through a window. */
struct frame_reader {
    int fd;                 /* borrowed */
    off_t next;             /* of the file: where the window will be filled from */
    char *window;
    size_t at, filled, size;
};

/* 0, or -1: out of memory. */
int frame_reader_init(struct frame_reader *r, int fd);
void frame_reader_free(struct frame_reader *r);
void frame_seek(struct frame_reader *r, off_t place);
/* 1 with the next frame; 0 at the end, which is where the first frame stands that is not whole; -1 when the file cannot be
 * read, with errno set. */
int frame_next(struct frame_reader *r, struct frame *out);

#endif
