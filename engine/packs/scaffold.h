/* A new rule pack: a manifest, one rule with its examples, a clause type of its own, pages in English and Japanese, and what
 * editors need. Its tests pass as it stands. */
#ifndef KIJUN_PACKS_SCAFFOLD_H
#define KIJUN_PACKS_SCAFFOLD_H

#include "base/fault.h"

/* Makes the folder and everything in it. `name`: "banking" or "acme/banking"; `date`: "2026-11-24", as of which its rules are
 * true. A folder that is there already is left alone: -1 with *f set, as for everything else that fails. */
int scaffold_make(const char *folder, const char *name, const char *date, struct fault *f);
/* Writes what editors need (.luals/kijun.lua, .luacheckrc) into the folder of a pack, as it is with this program. */
int scaffold_definitions(const char *folder, struct fault *f);

#endif
