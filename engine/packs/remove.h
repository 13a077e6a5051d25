/* Removing a folder that we made. Private to the packs floor. */
#ifndef KIJUN_PACKS_REMOVE_H
#define KIJUN_PACKS_REMOVE_H

/* Removes the folder and everything below it without following links. 0, or -1 with errno set by the first failure. */
int remove_tree(const char *path);

#endif
