/* The code of a rule without its declaration, which was read as data before. */
#ifndef KIJUN_RULES_RULE_SOURCE_H
#define KIJUN_RULES_RULE_SOURCE_H

#include <stddef.h>

#include "base/arena.h"

/* A copy of the source of a rule file in which every member of rule { ... } but check and applies is blanked out, line
 * breaks kept: what is left compiles to little, and line numbers stay right. NULL when memory is out. */
char *rule_source_code(const char *source, size_t len, struct arena *arena);

#endif
