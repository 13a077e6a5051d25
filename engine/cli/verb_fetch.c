/* `kijun fetch`: brings a portfolio folder up to date from its sources on the network. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "cli/settings.h"
#include "exchange/fetch.h"
#include "exchange/sources.h"

enum { FILE_ARENA = 16 * 1024 * 1024 };

static const char *const words[FETCHED_COUNT][LANGUAGE_COUNT] = {
    [FETCHED_NEW] = {"new", "新規"},
    [FETCHED_CHANGED] = {"changed", "更新"},
    [FETCHED_SAME] = {"unchanged", "変更なし"},
    [FETCHED_REMOVED] = {"removed", "削除"},
    [FETCHED_KEPT] = {"no longer in the sources, but changed here: kept", "取得元にないが、手元で変更されているため残した"},
    [FETCHED_STALE] = {"stale", "取得できず"},
};

static void tell(void *context, const struct fetched_file *e)
{
    const struct command *c = context;
    if (e->what == FETCHED_STALE)
        tell_fault(stderr, e->why, c->language);
    if (e->what != FETCHED_SAME && !c->values[OPTION_QUIET])
        printf("%s: %s\n", e->file ? e->file : e->url, words[e->what][c->language]);
}

static void tell_sums(const struct command *c, const struct fetch_sums *sums)
{
    bool ja = c->language == LANGUAGE_JA, first = true;
    if (c->values[OPTION_QUIET])
        return;
    for (int i = 0; i < FETCHED_COUNT; i++) {
        if (!sums->of[i] || i == FETCHED_KEPT)
            continue;
        printf(ja ? "%s%s %zu 件" : "%s%s: %zu", first ? "" : ja ? "、" : ", ", words[i][c->language], sums->of[i]);
        first = false;
    }
    puts(first ? (ja ? "文書はありません" : "no documents") : "");
}

int verb_fetch(const struct command *c)
{
    struct fault f = {0};
    struct sources sources;
    struct fetch_sums sums;
    struct arena *arena = arena_new(FILE_ARENA);
    const char *into = c->values[OPTION_INTO] ? c->values[OPTION_INTO] : option_settings[OPTION_INTO].standard;
    int result = arena ? sources_read(c->arguments[0], arena, &sources, &f) : fault_set(&f, FAULT_MEMORY);
    if (result == 0)
        result = fetch_start(&f);
    if (result == 0) {
        result = sources_fetch(&sources, into, (instant)time(NULL), &sums, tell, (void *)(uintptr_t)c, &f);
        fetch_stop();
    }
    arena_free(arena);
    if (result != 0)
        return fail_with(&f, c->language);
    tell_sums(c, &sums);
    return sums.of[FETCHED_STALE] ? EXIT_INCOMPLETE : EXIT_CLEAN;
}
