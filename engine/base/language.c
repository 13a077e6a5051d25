#include "base/language.h"

#include <string.h>

static const char *const names[LANGUAGE_COUNT] = {[LANGUAGE_EN] = "en", [LANGUAGE_JA] = "ja"};

enum language language_of(const char *name)
{
    for (int i = 0; name && i < LANGUAGE_COUNT; i++)
        if (strcmp(names[i], name) == 0)
            return (enum language)i;
    return LANGUAGE_COUNT;
}

const char *language_name(enum language language)
{
    return language < LANGUAGE_COUNT ? names[language] : "";
}
