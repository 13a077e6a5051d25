#include "rules/engine_message.h"

#include <string.h>

struct row {
    const char *name;
    const char *text[LANGUAGE_COUNT], *advice[LANGUAGE_COUNT];
};

static const struct row rows[ENGINE_COUNT] = {
    [ENGINE_NONE] = {"", {"", ""}, {NULL, NULL}},
#define ENGINE(id, name, en, ja, advice_en, advice_ja) [ENGINE_##id] = {name, {en, ja}, {advice_en, advice_ja}},
#include "rules/engine_message.def"
#undef ENGINE
};

const char *engine_message_name(enum engine_message m)
{
    return rows[m].name;
}

const char *engine_message_text(enum engine_message m, enum language l, const char *word, struct arena *arena)
{
    const char *text = rows[m].text[l], *gap = strstr(text, "{0}");
    if (!gap)
        return arena_copy(arena, text, strlen(text));
    return arena_format(arena, "%.*s%s%s", (int)(gap - text), text, word ? word : "", gap + 3);
}

const char *engine_message_advice(enum engine_message m, enum language l)
{
    return rows[m].advice[l];
}
