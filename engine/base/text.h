/* Small helpers on UTF-8 text. */
#ifndef KIJUN_BASE_TEXT_H
#define KIJUN_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The length of the well-formed UTF-8 character (RFC 3629) at the front of `len` bytes; 0 if there is none. */
size_t text_char(const char *at, size_t len);
/* True if the bytes are well-formed UTF-8 without NUL. */
bool text_is_utf8(const char *at, size_t len);
/* The largest n <= max that does not cut a character. */
size_t text_cut(const char *at, size_t len, size_t max);
/* Decodes one character; returns its length in bytes (0 at the end). A byte that is none reads as U+FFFD. */
size_t text_next(const char *at, size_t len, uint32_t *out);
/* The nearest of `count` names within an edit distance that a slip of the hand explains; NULL if none is near. */
const char *text_suggest(const char *wrong, const char *const *names, size_t count);
/* The bytes that a text takes with its NUL; 0 for NULL. */
size_t text_room(const char *text);
/* Moves *text into the block at *block, which has room for it, and *block behind it. NULL stays NULL. */
void text_keep(const char **text, char **block);
/* Columns on a terminal: East Asian wide characters take two. */
size_t text_columns(const char *at, size_t len);

#endif
