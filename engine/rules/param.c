/* Parameters of rules: their declaration, and the values that rules and policies give them. */
#include <string.h>

#include "base/buffer.h"
#include "rules/loading.h"

struct form {
    const char *name;
    enum value_type type;
    const char *words; /* what the value must be, for messages */
};

static const struct form forms[PARAM_TYPES] = {
    [PARAM_INTEGER] = {"integer", VALUE_COUNT, "a whole number"},
    [PARAM_NUMBER] = {"number", VALUE_NUMBER, "a number"},
    [PARAM_FLAG] = {"flag", VALUE_BOOL, "true or false"},
    [PARAM_CHOICE] = {"choice", VALUE_TEXT, "a text"},
    [PARAM_LIST] = {"list", VALUE_TEXT, "a list of texts"},
    [PARAM_DURATION] = {"duration", VALUE_DURATION, "a duration such as \"PT24H\""},
    [PARAM_PERCENT] = {"percent", VALUE_PERCENT, "a percentage such as 99.9"},
    [PARAM_AMOUNT] = {"amount", VALUE_AMOUNT, "an amount such as \"JPY 10000000\""},
};

static bool read_amount(const char *text, size_t len, struct value *out)
{
    fixed number;
    if (len < 5 || text[3] != ' ' || strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3 ||
        !value_parse_number(text + 4, len - 4, &number))
        return false;
    *out = (struct value){.type = VALUE_AMOUNT, .as.amount.number = number};
    memcpy(out->as.amount.currency, text, 3);
    return true;
}

static bool read_number(const struct data *d, enum value_type type, struct value *out)
{
    fixed n;
    if (d->type == DATA_NUMBER)
        n = d->as.number;
    else if (d->type != DATA_INT || __builtin_mul_overflow(d->as.integer, FIXED_ONE, &n))
        return false;
    *out = (struct value){.type = type, .as.number = n};
    return true;
}

static bool read_text_value(const struct param *p, const struct data *d, struct value *out)
{
    if (d->type != DATA_TEXT)
        return false;
    struct duration duration;
    switch (p->type) {
    case PARAM_DURATION:
        if (!value_parse_duration(d->as.text.at, d->as.text.len, &duration))
            return false;
        *out = value_duration(duration);
        return true;
    case PARAM_AMOUNT:
        return read_amount(d->as.text.at, d->as.text.len, out);
    default:
        *out = value_text(d->as.text.at, d->as.text.len);
        return true;
    }
}

/* One value that is no list. */
static bool read_one(const struct param *p, const struct data *d, struct value *out)
{
    if (d->type == DATA_TABLE && d->as.table.tag && !strcmp(d->as.table.tag, forms[p->type].name) &&
        data_items(d) == 1) /* duration "PT24H" */
        d = data_item(d, 0);
    switch (p->type) {
    case PARAM_INTEGER:
        *out = value_count(d->as.integer);
        return d->type == DATA_INT;
    case PARAM_NUMBER:
        return read_number(d, VALUE_NUMBER, out);
    case PARAM_PERCENT:
        return read_number(d, VALUE_PERCENT, out);
    case PARAM_FLAG:
        *out = value_flag(d->as.flag);
        return d->type == DATA_BOOL;
    default:
        return read_text_value(p, d, out);
    }
}

static bool among(const struct param *p, const char *text)
{
    for (size_t i = 0; i < p->choice_count; i++)
        if (!strcmp(p->choices[i], text))
            return true;
    return !p->choice_count;
}

/* "1 .. 720", ">= 1", "a, b": for messages. */
static void write_allowed(const struct param *p, struct buffer *b)
{
    if (p->choice_count) {
        for (size_t i = 0; i < p->choice_count; i++) {
            buffer_puts(b, i ? ", " : "");
            buffer_puts(b, p->choices[i]);
        }
        return;
    }
    if (p->has_min)
        value_write(b, &p->min);
    buffer_puts(b, " .. ");
    if (p->has_max)
        value_write(b, &p->max);
}

static void say_range(struct loading *l, const struct param *p, const char *name, const struct data *d,
                      const struct value *v)
{
    char found[FAULT_ARG_SIZE] = "", allowed[FAULT_ARG_SIZE] = "";
    struct buffer f, a;
    buffer_init_fixed(&f, found, sizeof found);
    buffer_init_fixed(&a, allowed, sizeof allowed);
    value_write(&f, v);
    write_allowed(p, &a);
    loading_say(l, d, FAULT_PARAM_RANGE, name, found, allowed);
}

static bool in_range(const struct param *p, const struct value *v)
{
    int order;
    if (v->type == VALUE_TEXT)
        return among(p, v->as.text.at);
    if (p->has_min && (!value_compare(v, &p->min, &order) || order < 0))
        return false;
    return !p->has_max || (value_compare(v, &p->max, &order) && order <= 0);
}

static bool read_list(struct loading *l, const struct param *p, const char *name, const struct data *d,
                      struct param_value *out)
{
    size_t n = data_items(d);
    const char **items = arena_array(l->arena, n + 1, sizeof *items);
    struct buffer joined;
    buffer_init(&joined, 4096);
    for (size_t i = 0; items && i < n; i++) {
        const struct data *item = data_item(d, i);
        if (item->type != DATA_TEXT) {
            loading_say(l, item, FAULT_PARAM_TYPE, name, forms[PARAM_LIST].words);
            n = 0;
        } else if (!among(p, item->as.text.at)) {
            struct value v = value_text(item->as.text.at, item->as.text.len);
            say_range(l, p, name, item, &v);
            n = 0;
        } else {
            items[i] = loading_keep(l, item->as.text.at);
            buffer_puts(&joined, i ? ", " : "");
            buffer_puts(&joined, items[i]);
        }
    }
    bool good = items && n == data_items(d) && !joined.failed;
    out->items = items;
    out->item_count = n;
    char *text = arena_copy(l->arena, joined.at ? joined.at : "", joined.len);
    out->value = value_text(text, text ? joined.len : 0);
    buffer_free(&joined);
    return good && text;
}

bool param_read(struct loading *l, const struct param *p, const char *name, const struct data *d,
                struct param_value *out)
{
    if (p->type == PARAM_LIST && d->type == DATA_TABLE)
        return read_list(l, p, name, d, out);
    if (p->type == PARAM_LIST || !read_one(p, d, &out->value)) {
        loading_say(l, d, FAULT_PARAM_TYPE, name, forms[p->type].words);
        return false;
    }
    if (in_range(p, &out->value)) {
        if (out->value.type == VALUE_TEXT)
            out->value = value_text(loading_keep(l, d->as.text.at), d->as.text.len);
        return true;
    }
    say_range(l, p, name, d, &out->value);
    return false;
}

static bool read_limit(struct loading *l, const struct data *d, const char *key, struct param *p, bool *has,
                       struct value *out)
{
    const struct data *limit = data_get(d, key);
    *has = limit != NULL;
    if (!limit)
        return true;
    if (p->type == PARAM_CHOICE || p->type == PARAM_LIST || p->type == PARAM_FLAG || !read_one(p, limit, out)) {
        loading_say(l, limit, FAULT_PARAM_TYPE, key, forms[p->type].words);
        return *has = false;
    }
    return true;
}

bool param_declare(struct loading *l, const struct data *d, struct param *p, struct param_info *info)
{
    static const char *const known[] = {"default", "min", "max", "values", "doc", NULL};
    const char *names[PARAM_TYPES];
    const char *tag = d->type == DATA_TABLE && d->as.table.tag ? d->as.table.tag : "";
    enum param_type type = 0;
    for (; type < PARAM_TYPES && strcmp(forms[type].name, tag); type++)
        names[type] = forms[type].name;
    if (type == PARAM_TYPES) {
        loading_unknown(l, d, FAULT_UNKNOWN_TOKEN, tag, names, PARAM_TYPES);
        return false;
    }
    *p = (struct param){.type = type};
    info->type = forms[type].type;
    bool good = declared_fields(l, d, known);
    p->choices = declared_list(l, d, "values", &p->choice_count);
    good = read_limit(l, d, "min", p, &p->has_min, &p->min) && good;
    good = read_limit(l, d, "max", p, &p->has_max, &p->max) && good;
    const struct data *standard = data_get(d, "default");
    if (!standard) {
        loading_say(l, d, FAULT_DECLARE_MISSING, "default");
        return false;
    }
    good = param_read(l, p, info->name, standard, &p->standard) && good;
    info->standard = p->standard.value;
    return good;
}
