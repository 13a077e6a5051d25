/* `kijun deliver`: sends reports to where people look for them, as far as they changed since the last time. */
#include <stdio.h>
#include <time.h>

#include "cli/command.h"
#include "exchange/delivery.h"
#include "exchange/fetch.h"

enum { FILE_ARENA = 16 * 1024 * 1024 };

static void tell(void *context, const struct delivered *e)
{
    const struct command *c = context;
    if (e->why)
        tell_fault(stderr, e->why, c->language);
    else if (!c->values[OPTION_QUIET])
        printf("%s%s\n", e->to, e->file);
}

int verb_deliver(const struct command *c)
{
    struct fault f = {0};
    struct delivery delivery;
    struct delivery_sums sums;
    struct arena *arena = arena_new(FILE_ARENA);
    const char *file = c->values[OPTION_TO] ? c->values[OPTION_TO] : "delivery.lua";
    int result = arena ? delivery_read(file, arena, &delivery, &f) : fault_set(&f, FAULT_MEMORY);
    if (result == 0)
        result = fetch_start(&f);
    if (result == 0) {
        result = delivery_send(&delivery, c->arguments[0], (instant)time(NULL), &sums, tell, (void *)(uintptr_t)c, &f);
        fetch_stop();
    }
    arena_free(arena);
    if (result != 0)
        return fail_with(&f, c->language);
    if (!c->values[OPTION_QUIET])
        printf(c->language == LANGUAGE_JA ? "送信 %zu 件、変更なし %zu 件、失敗 %zu 件\n" : "%zu sent, %zu unchanged, %zu failed\n",
               sums.sent, sums.same, sums.failed);
    return sums.failed ? EXIT_INCOMPLETE : EXIT_CLEAN;
}
