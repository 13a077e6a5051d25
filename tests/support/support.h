/* What many tests need: a folder of their own, files in it, comparing text. Everything fails the test when it cannot
 * be done. */
#ifndef KIJUN_TESTS_SUPPORT_H
#define KIJUN_TESTS_SUPPORT_H

#include <criterion/criterion.h>
#include <stdbool.h>
#include <stddef.h>

/* A new empty folder, removed with all it holds by folder_remove. The caller frees nothing else. */
struct folder {
    char path[512];
    int fd;
};

void folder_make(struct folder *d);
void folder_remove(struct folder *d);
/* The path of a file in the folder. Valid until the next call with the same `out`. */
const char *folder_path(const struct folder *d, const char *name, char out[1024]);
/* Writes a file, with the folders above it. */
void folder_put(const struct folder *d, const char *name, const char *text);
void folder_put_n(const struct folder *d, const char *name, const void *at, size_t len);
/* The whole file as a NUL-terminated text that the caller frees; *len may be NULL. */
char *folder_get(const struct folder *d, const char *name, size_t *len);
bool folder_has(const struct folder *d, const char *name);
/* How many entries the folder has, hidden ones too. */
size_t folder_count(const struct folder *d);

/* Any file by its path, as folder_get. Paths start at the top of the project, where the tests are run. */
char *read_text(const char *path, size_t *len);

/* Fails and shows both texts and the first place where they differ. */
#define same_text(found, expected) same_text_((found), (expected), __FILE__, __LINE__)
void same_text_(const char *found, const char *expected, const char *file, int line);
/* Fails and shows the text when `part` is not in it. */
#define has_text(text, part) has_text_((text), (part), __FILE__, __LINE__)
void has_text_(const char *text, const char *part, const char *file, int line);

/* How many mappings of anonymous memory this process shares with others. */
int shared_mappings(void);

#endif
