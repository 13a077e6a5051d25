/* What the engine itself says in findings: one row per message in engine_message.def. */
#ifndef KIJUN_RULES_ENGINE_MESSAGE_H
#define KIJUN_RULES_ENGINE_MESSAGE_H

#include "base/arena.h"
#include "base/language.h"
#include "rules/result.h"

enum engine_message {
    ENGINE_NONE,
#define ENGINE(id, name, en, ja, advice_en, advice_ja) ENGINE_##id,
#include "rules/engine_message.def"
#undef ENGINE
    ENGINE_COUNT
};

const char *engine_message_name(enum engine_message m);
/* The text with {0} filled in, in `arena`; NULL when memory is out. */
const char *engine_message_text(enum engine_message m, enum language l, const char *word, struct arena *arena);
const char *engine_message_advice(enum engine_message m, enum language l); /* NULL: none */

#endif
