#include "rules/loading.h"

#include <string.h>

#include "base/text.h"

struct fault *loading_fault(struct loading *l)
{
    struct fault *f = l->count < l->max ? &l->faults[l->count] : &l->spare;
    l->count++;
    fault_clear(f);
    return f;
}

void loading_unknown(struct loading *l, const struct data *where, enum fault_id id, const char *name,
                     const char *const *known, size_t count)
{
    const char *near = text_suggest(name, known, count);
    if (near)
        loading_say(l, where, (enum fault_id)(id + 1), name, near);
    else
        loading_say(l, where, id, name);
}

bool declared_tag(struct loading *l, const struct data *d, const char *tag)
{
    if (d->type == DATA_TABLE && d->as.table.tag && !strcmp(d->as.table.tag, tag))
        return true;
    loading_say(l, d, FAULT_DECLARE_TAG, tag);
    return false;
}

static size_t count_names(const char *const *names)
{
    size_t n = 0;
    while (names[n])
        n++;
    return n;
}

bool declared_fields(struct loading *l, const struct data *table, const char *const *known)
{
    size_t count = count_names(known);
    bool good = true;
    for (size_t i = 0; table && table->type == DATA_TABLE && i < table->as.table.named; i++) {
        const struct data *member = &table->as.table.members[i];
        size_t k = 0;
        while (k < count && strcmp(known[k], member->key))
            k++;
        if (k == count) {
            loading_unknown(l, member, FAULT_UNKNOWN_FIELD, member->key, known, count);
            good = false;
        }
    }
    return good;
}

static const struct data *declared(struct loading *l, const struct data *table, const char *key, bool required)
{
    const struct data *d = data_get(table, key);
    if (!d && required && table)
        loading_say(l, table, FAULT_DECLARE_MISSING, key);
    return d;
}

const char *loading_keep(struct loading *l, const char *text)
{
    return text && l->aside != l->arena ? arena_copy(l->arena, text, strlen(text)) : text;
}

const char *declared_text(struct loading *l, const struct data *table, const char *key, bool required)
{
    const struct data *d = declared(l, table, key, required);
    if (!d)
        return NULL;
    if (d->type == DATA_TEXT && d->as.text.len)
        return loading_keep(l, d->as.text.at);
    loading_say(l, d, FAULT_DECLARE_TEXT, key);
    return NULL;
}

const struct data *declared_table(struct loading *l, const struct data *table, const char *key, bool required)
{
    const struct data *d = declared(l, table, key, required);
    if (!d || d->type == DATA_TABLE)
        return d;
    loading_say(l, d, FAULT_DECLARE_TABLE, key);
    return NULL;
}

bool declared_words(struct loading *l, const struct data *table, const char *key, const bool *languages, bool required,
                    const char *out[LANGUAGE_COUNT])
{
    return declared_words_of(l, declared_table(l, table, key, required), key, languages, out);
}

bool declared_words_of(struct loading *l, const struct data *words, const char *key, const bool *languages,
                       const char *out[LANGUAGE_COUNT])
{
    bool good = words != NULL;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        out[i] = NULL;
    for (int i = 0; words && i < LANGUAGE_COUNT; i++) {
        const char *name = language_name((enum language)i);
        out[i] = declared_text(l, words, name, false);
        if (!out[i] && languages[i] && !data_get(words, name)) {
            loading_say(l, words, FAULT_DECLARE_LANGUAGE, key, name);
            good = false;
        }
    }
    /* A pack in one language only shows that one to all. */
    for (int i = 0; good && i < LANGUAGE_COUNT; i++)
        for (int other = 0; !out[i] && other < LANGUAGE_COUNT; other++)
            out[i] = out[other];
    return good && out[0];
}

const char *const *declared_list(struct loading *l, const struct data *table, const char *key, size_t *count)
{
    const struct data *d = data_get(table, key);
    size_t n = d && d->type == DATA_TABLE ? data_items(d) : d ? 1 : 0;
    const char **out = n ? arena_array(l->arena, n + 1, sizeof *out) : NULL;
    *count = 0;
    for (size_t i = 0; out && i < n; i++) {
        const struct data *item = d->type == DATA_TABLE ? data_item(d, i) : d;
        if (item->type == DATA_TEXT)
            out[(*count)++] = loading_keep(l, item->as.text.at);
        else
            loading_say(l, item, FAULT_DECLARE_TEXT, key);
    }
    return out;
}

/* The length of the token at the front; 0: there is none. */
static size_t token_length(const char *name)
{
    return name[0] >= 'a' && name[0] <= 'z' ? strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") : 0;
}

bool declared_token(struct loading *l, const struct data *where, const char *name)
{
    size_t len = token_length(name);
    if (len && len <= 64 && !name[len])
        return true;
    loading_say(l, where, FAULT_DECLARE_FORM, name, "[a-z][a-z0-9-]*");
    return false;
}

bool declared_pack_name(struct loading *l, const struct data *where, const char *name)
{
    size_t owner = token_length(name), rest = owner && name[owner] == '/' ? token_length(name + owner + 1) : 0;
    size_t len = rest ? owner + 1 + rest : owner;
    if (len && len < 64 && !name[len])
        return true;
    loading_say(l, where, FAULT_DECLARE_FORM, name, "\"banking\", \"acme/banking\"");
    return false;
}
