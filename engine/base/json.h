/* Writes JSON (RFC 8259) into a buffer, commas and escapes taken care of. Bad UTF-8 becomes U+FFFD. */
#ifndef KIJUN_BASE_JSON_H
#define KIJUN_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

enum { JSON_DEPTH = 192 }; /* a clause may be 60 deep in clauses, each in a list */

struct json {
    struct buffer *out;
    int depth;
    bool pretty;              /* two-space indent, one member a line */
    bool started[JSON_DEPTH]; /* something stands at this depth: the next item takes a comma */
    bool after_key;
};

void json_init(struct json *j, struct buffer *out, bool pretty);
void json_open(struct json *j, char bracket); /* '{' or '[' */
void json_close(struct json *j, char bracket); /* '}' or ']' */
void json_key(struct json *j, const char *key); /* keys are the program's own: plain ASCII */
void json_text(struct json *j, const char *text); /* NULL: null */
void json_text_n(struct json *j, const char *at, size_t len);
void json_int(struct json *j, int64_t n);
void json_bool(struct json *j, bool b);
void json_null(struct json *j);
/* Key and value in one. */
void json_put_text(struct json *j, const char *key, const char *text);
void json_put_int(struct json *j, const char *key, int64_t n);
void json_put_bool(struct json *j, const char *key, bool b);

#endif
