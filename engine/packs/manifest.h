/* Names of packs. Private to the packs floor; name and version of a manifest: packs/store.h. */
#ifndef KIJUN_PACKS_MANIFEST_H
#define KIJUN_PACKS_MANIFEST_H

#include <stdbool.h>

/* One or two words of [a-z][a-z0-9-]*, joined by '/'. */
bool pack_name_good(const char *name);

#endif
