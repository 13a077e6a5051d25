/* What editors and linters need to know of the rule interface: made from the sandbox as it is, with the words of
 * interface.def and of the schema. A name that the sandbox has and nothing describes, or the other way round, is a fault, so
 * that these files cannot drift from what rules can really do. */
#ifndef KIJUN_RULES_DEFINITIONS_H
#define KIJUN_RULES_DEFINITIONS_H

#include "base/buffer.h"
#include "base/fault.h"

/* A definition file for LuaLS (`---@meta`). 0, or -1 with *f set. */
int definitions_luals(struct buffer *out, struct fault *f);
/* A .luacheckrc that knows the same names. 0, or -1 with *f set. */
int definitions_luacheck(struct buffer *out, struct fault *f);

#endif
