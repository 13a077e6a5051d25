/* The file of notices: who is told of what, and how. */
#include <stdio.h>
#include <string.h>

#include "exchange/mime.h"
#include "exchange/notice.h"
#include "base/data_load.h"

static const struct {
    const char *name;
    enum channel_kind kind;
} kinds[] = { { "webhook", CHANNEL_WEBHOOK }, { "slack", CHANNEL_SLACK }, { "teams", CHANNEL_TEAMS }, { "mail", CHANNEL_MAIL } };

static const char *const top_members[] = { "allow", "ca", "pin", "proxy", "seconds", "attempts", "first_wait_ms", "channels", NULL };
static const char *const hook_members[] = {
    "name", "kind", "lang", "grade", "changes", "suppliers", "link", "url", "url_file", "url_env", "secret_file",
    "secret_env", "authorization_file", "authorization_env", "receipts", "idempotent", NULL };
static const char *const mail_members[] = { "name", "kind", "lang", "grade", "changes", "suppliers", "link", "server", "user",
                                            "password_file", "password_env", "from", "to", "reply_to", NULL };

static int read_kind(const struct data *d, struct channel *c, struct fault *f)
{
    const char *kind;
    if (access_text(d, "kind", true, &kind, f) < 0)
        return -1;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, kind) == 0) {
            c->kind = kinds[i].kind;
            return 0;
        }
    return access_wrong(data_get(d, "kind"), "kind", "webhook, slack, teams, mail", f);
}

static int read_changes(const struct data *d, struct arena *arena, struct channel *c, struct fault *f)
{
    const char *const *names;
    size_t count;
    if (access_texts(d, "changes", arena, &names, &count, f) < 0)
        return -1;
    c->changes = count ? 0 : ~0U;
    for (size_t i = 0; i < count; i++) {
        enum notice_change change = notice_change_named(names[i]);
        if (change == NOTICE_CHANGES)
            return access_wrong(data_get(d, "changes"), "changes", "new, back, overdue, regraded, moved, accepted, fixed", f);
        c->changes |= 1U << change;
    }
    return 0;
}

static int read_grade(const struct data *d, struct channel *c, struct fault *f)
{
    const char *name;
    if (access_text(d, "grade", false, &name, f) < 0)
        return -1;
    if (!name)
        return 0;
    for (int g = GRADE_OBSERVATION; g < GRADE_COUNT; g++)
        if (strcmp(grade_name((enum grade)g), name) == 0)
            c->grade = (enum grade)g;
    return c->grade == GRADE_NONE ? access_wrong(data_get(d, "grade"), "grade", "major, minor, observation", f) : 0;
}

static int read_language(const struct data *d, enum language standard, struct channel *c, struct fault *f)
{
    const char *name;
    if (access_text(d, "lang", false, &name, f) < 0)
        return -1;
    c->language = name ? language_of(name) : standard;
    return c->language == LANGUAGE_COUNT ? access_wrong(data_get(d, "lang"), "lang", "ja, en", f) : 0;
}

static int read_url(const struct data *d, struct arena *arena, const struct access *a, struct channel *c, struct fault *f)
{
    struct url u;
    bool private_too, plain;
    if (access_text(d, "url", false, &c->url, f) < 0 || (!c->url && access_secret(d, "url", arena, &c->url, f) < 0))
        return -1;
    if (!c->url || !url_parse(c->url, &u) || strncmp(u.scheme, "http", 4) != 0 || !access_permits(a, &u, &private_too, &plain))
        return access_wrong(d, "url", "https://...", f);
    return 0;
}

static int read_receipts(const struct data *d, struct channel *c, struct fault *f)
{
    const struct data *idempotent = data_get(d, "idempotent");
    if (access_text(d, "receipts", false, &c->receipts, f) < 0)
        return -1;
    if (c->receipts && !strstr(c->receipts, "{id}"))
        return access_wrong(data_get(d, "receipts"), "receipts", "https://.../{id}", f);
    if (idempotent && idempotent->type != DATA_BOOL)
        return access_wrong(idempotent, "idempotent", "true, false", f);
    c->idempotent = idempotent && idempotent->as.flag;
    return 0;
}

static int read_hook(const struct data *d, struct arena *arena, const struct access *a, struct channel *c, struct fault *f)
{
    return access_members(d, hook_members, f) < 0 || read_url(d, arena, a, c, f) < 0 ||
                   access_secret(d, "secret", arena, &c->secret, f) < 0 ||
                   access_secret(d, "authorization", arena, &c->authorization, f) < 0
               ? -1
               : read_receipts(d, c, f);
}

static int check_addresses(const struct data *d, const struct channel *c, struct fault *f)
{
    static const char *const form = "Name <person@example.org>";
    if (!mime_is_address(c->from))
        return access_wrong(data_get(d, "from"), "from", form, f);
    if (c->reply_to && !mime_is_address(c->reply_to))
        return access_wrong(data_get(d, "reply_to"), "reply_to", form, f);
    for (size_t i = 0; i < c->to_count; i++)
        if (!mime_is_address(c->to[i]))
            return access_wrong(data_get(d, "to"), "to", form, f);
    return c->to_count ? 0 : access_wrong(d, "to", form, f);
}

static int read_mail(const struct data *d, struct arena *arena, struct channel *c, struct fault *f)
{
    struct url u;
    if (access_members(d, mail_members, f) < 0 || access_text(d, "server", true, &c->server, f) < 0 ||
        access_text(d, "user", false, &c->user, f) < 0 || access_secret(d, "password", arena, &c->password, f) < 0 ||
        access_text(d, "from", true, &c->from, f) < 0 || access_text(d, "reply_to", false, &c->reply_to, f) < 0 ||
        access_texts(d, "to", arena, &c->to, &c->to_count, f) < 0)
        return -1;
    if (!url_parse(c->server, &u) || strncmp(u.scheme, "smtp", 4) != 0 || *u.path)
        return access_wrong(data_get(d, "server"), "server", "smtps://host, smtp://host (STARTTLS)", f);
    return check_addresses(d, c, f);
}

static int read_channel(const struct data *d, enum language standard, struct arena *arena, const struct access *a,
                        struct channel *c, struct fault *f)
{
    if (d->type != DATA_TABLE)
        return access_wrong(d, "channels", "{ { name = \"...\", kind = \"...\" }, ... }", f);
    if (access_text(d, "name", true, &c->name, f) < 0 || read_kind(d, c, f) < 0 || read_language(d, standard, c, f) < 0 ||
        read_grade(d, c, f) < 0 || read_changes(d, arena, c, f) < 0 || access_text(d, "link", false, &c->link, f) < 0 ||
        access_texts(d, "suppliers", arena, &c->suppliers, &c->supplier_count, f) < 0)
        return -1;
    return c->kind == CHANNEL_MAIL ? read_mail(d, arena, c, f) : read_hook(d, arena, a, c, f);
}

static int read_channels(const struct data *list, enum language standard, struct arena *arena, struct channels *out,
                         struct fault *f)
{
    size_t count = data_items(list);
    struct channel *all = arena_array(arena, count + 1, sizeof *all);
    if (!all)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < count; i++) {
        const struct data *d = data_item(list, i);
        if (read_channel(d, standard, arena, &out->access, &all[i], f) < 0)
            return -1;
        for (size_t before = 0; before < i; before++)
            if (strcmp(all[before].name, all[i].name) == 0)
                return access_wrong(data_get(d, "name"), "name", "a name of its own", f);
    }
    out->all = all;
    out->count = count;
    return 0;
}

int channels_read(const char *path, enum language standard, struct arena *arena, struct channels *out, struct fault *f)
{
    const struct data *d = data_load(path, arena, f);
    *out = (struct channels){ .count = 0 };
    if (!d || access_members(d, top_members, f) < 0 || access_read(d, arena, &out->access, f) < 0)
        return -1;
    if (!data_items(data_get(d, "channels")))
        return access_wrong(d, "channels", "{ { name = \"...\", kind = \"...\" }, ... }", f);
    return read_channels(data_get(d, "channels"), standard, arena, out, f);
}
