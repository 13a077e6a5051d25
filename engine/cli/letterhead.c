/* Who writes to suppliers: PORTFOLIO/letterhead.lua or --letterhead FILE, `return { company = "...", person = "..." }`. */
#include "cli/letterhead.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/data_load.h"
#include "cli/settings.h"

static int wrong(const struct data *d, const char *file, struct fault *f)
{
    fault_where(f, file, d->line);
    return fault_set(f, FAULT_LETTERHEAD, d->key ? d->key : "?");
}

static int read_member(const struct data *d, const char *file, struct letterhead *out, struct fault *f)
{
    const struct { const char *key; const char **to; } texts[] = {
        {"company", &out->company}, {"department", &out->department}, {"person", &out->person}, {"address", &out->address},
        {"phone", &out->phone},     {"email", &out->email},           {"number", &out->number}};
    if (d->key && strcmp(d->key, "reply_days") == 0 && d->type == DATA_INT && d->as.integer > 0 && d->as.integer <= 365) {
        out->reply_days = (int)d->as.integer;
        return 0;
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (d->key && strcmp(d->key, texts[i].key) == 0 && d->type == DATA_TEXT) {
            *texts[i].to = d->as.text.at;
            return 0;
        }
    return wrong(d, file, f);
}

int letterhead_read(const struct command *c, struct arena *arena, struct letterhead *out, struct fault *f)
{
    char beside[SETTINGS_PATH];
    const char *file = c->values[OPTION_LETTERHEAD];
    *out = (struct letterhead){0};
    if (!file) {
        int n = snprintf(beside, sizeof beside, "%s/letterhead.lua", c->arguments[0]);
        if (n < 0 || (size_t)n >= sizeof beside || access(beside, F_OK) != 0)
            return 0;
        file = beside;
    }
    const struct data *d = data_load(file, arena, f);
    if (!d)
        return -1;
    if (d->type != DATA_TABLE)
        return wrong(d, file, f);
    for (size_t i = 0; i < d->as.table.named; i++)
        if (read_member(&d->as.table.members[i], file, out, f) < 0)
            return -1;
    return 0;
}
