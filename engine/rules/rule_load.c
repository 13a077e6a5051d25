/* A rule's declaration: from plain data to what reports and the judge need. */
#include <string.h>

#include "base/text.h"
#include "rules/loading.h"

const struct need rule_needs[] = {
    {"contract", &kind_contract, {"contract", "契約書"}},
    {"supplier", &kind_supplier, {"supplier profile", "委託先の基本情報"}},
    {"response", &kind_response, {"questionnaire response", "質問票への回答"}},
    {"audit", &kind_audit, {"audit record", "監査記録"}},
    {"incidents", &kind_incident_log, {"incident log", "事故記録"}},
    {"service-record", &kind_service_record, {"service record", "サービス実績"}},
    {"questionnaire", &kind_questionnaire, {"questionnaire", "質問票"}},
    {NULL, NULL, {NULL, NULL}}};

/* ---- words of a table ---- */

static bool read_grade(struct loading *l, const struct data *table, bool required, enum grade *out)
{
    const char *text = declared_text(l, table, "grade", required);
    const char *names[GRADE_COUNT];
    *out = GRADE_NONE;
    for (int g = GRADE_OBSERVATION; g < GRADE_COUNT; g++) {
        names[g - 1] = grade_name((enum grade)g);
        if (text && !strcmp(names[g - 1], text))
            *out = (enum grade)g;
    }
    if (text && *out == GRADE_NONE)
        loading_unknown(l, data_get(table, "grade"), FAULT_UNKNOWN_TOKEN, text, names, GRADE_COUNT - 1);
    return *out != GRADE_NONE;
}

static void read_needs(struct loading *l, struct rule *r)
{
    size_t count, all = 0;
    const char *known[16];
    const char *const *names = declared_list(l, r->declared, "needs", &count);
    for (; rule_needs[all].name; all++)
        known[all] = rule_needs[all].name;
    for (size_t i = 0; i < count; i++) {
        size_t n = 0;
        while (n < all && strcmp(known[n], names[i]))
            n++;
        if (n == all)
            loading_unknown(l, data_get(r->declared, "needs"), FAULT_UNKNOWN_TOKEN, names[i], known, all);
        else
            r->needs |= 1u << n;
    }
}

const char *const *rule_contract_kinds(void)
{
    return kind_field(&kind_contract, "kind")->tokens;
}

/* alone = { "services", "nda" }: of the other kinds, a contract that is checked alone is not asked for this. */
static void read_alone(struct loading *l, struct rule *r)
{
    size_t count, all = 0;
    const char *const *names = declared_list(l, r->declared, "alone", &count), *const *known = rule_contract_kinds();
    while (known[all])
        all++;
    if (!data_get(r->declared, "alone"))
        r->alone = ~0U;
    for (size_t i = 0; i < count; i++) {
        size_t n = 0;
        while (n < all && strcmp(known[n], names[i]))
            n++;
        if (n == all)
            loading_unknown(l, data_get(r->declared, "alone"), FAULT_UNKNOWN_TOKEN, names[i], known, all);
        else
            r->alone |= 1u << n;
    }
}

/* "ISO/IEC 27001:2022 A.5.20": a standard, a space, and a clause of it. */
static void read_controls(struct loading *l, struct rule *r)
{
    r->info.controls = declared_list(l, r->declared, "controls", &r->info.control_count);
    const struct data *where = data_get(r->declared, "controls");
    if (!r->info.control_count)
        loading_say(l, where ? where : r->declared, FAULT_DECLARE_MISSING, "controls");
    for (size_t i = 0; i < r->info.control_count; i++) {
        const char *space = strrchr(r->info.controls[i], ' ');
        if (!space || space == r->info.controls[i] || !space[1])
            loading_say(l, where, FAULT_DECLARE_FORM, r->info.controls[i], "\"ISO/IEC 27001:2022 A.5.20\"");
    }
}

/* ---- parameters and messages ---- */

static void read_params(struct loading *l, struct rule *r)
{
    const struct data *table = declared_table(l, r->declared, "params", false);
    size_t n = table ? table->as.table.named : 0;
    struct param *params = arena_array(l->arena, n + 1, sizeof *params);
    struct param_info *infos = arena_array(l->arena, n + 1, sizeof *infos);
    if (!params || !infos)
        return;
    for (size_t i = 0; i < n; i++) {
        const struct data *d = &table->as.table.members[i];
        infos[i].name = loading_keep(l, d->key);
        param_declare(l, d, &params[i], &infos[i]);
        if (data_get(d, "doc"))
            declared_words(l, d, "doc", r->pack->languages, true, infos[i].doc);
    }
    r->params = params;
    r->info.params = infos;
    r->info.param_count = n;
}

/* audience = "internal": about how the customer keeps its own house. */
static bool read_audience(struct loading *l, const struct data *declared)
{
    static const char *const known[] = {"internal"};
    const struct data *d = data_get(declared, "audience");
    const char *text = data_text(declared, "audience", "");
    bool internal = strcmp(text, known[0]) == 0;
    if (d && !internal)
        loading_unknown(l, d, FAULT_UNKNOWN_TOKEN, text, known, 1);
    return internal;
}

static void read_message(struct loading *l, const struct rule *r, const struct data *d, struct message_info *m)
{
    static const char *const known[] = {"en", "ja", "advice", "grade", "audience", NULL};
    m->id = loading_keep(l, d->key);
    if (!declared_token(l, d, d->key))
        return;
    if (d->type != DATA_TABLE) {
        loading_say(l, d, FAULT_DECLARE_TABLE, d->key);
        return;
    }
    /* The texts of a message stand in its own table, beside its advice. */
    struct data wrap = {.type = DATA_TABLE, .file = d->file, .line = d->line};
    struct data member = *d;
    wrap.as.table.members = &member;
    wrap.as.table.named = 1;
    declared_fields(l, d, known);
    declared_words(l, &wrap, d->key, r->pack->languages, true, m->text);
    if (data_get(d, "advice"))
        declared_words(l, d, "advice", r->pack->languages, true, m->advice);
    if (data_get(d, "grade"))
        read_grade(l, d, true, &m->grade);
    m->internal = read_audience(l, d);
}

static void read_messages(struct loading *l, struct rule *r)
{
    const struct data *table = declared_table(l, r->declared, "messages", false);
    size_t n = table ? table->as.table.named : 0;
    struct message_info *messages = arena_array(l->arena, n + 1, sizeof *messages);
    for (size_t i = 0; messages && i < n; i++)
        read_message(l, r, &table->as.table.members[i], &messages[i]);
    r->info.messages = messages;
    r->info.message_count = messages ? n : 0;
}

/* ---- the whole rule ---- */

/* "x.lua" for the rule x. */
static bool file_named(const char *file, const char *id)
{
    const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;
    size_t len = strlen(id);
    return !strncmp(base, id, len) && !strcmp(base + len, ".lua");
}

static void read_identity(struct loading *l, struct rule *r)
{
    const struct data *d = r->declared;
    const char *id = declared_text(l, d, "id", true);
    r->info.id = id ? id : "";
    r->info.pack = r->pack->info.name;
    r->info.pack_version = r->pack->info.version;
    if (id && declared_token(l, data_get(d, "id"), id) && !file_named(r->file, id))
        loading_say(l, data_get(d, "id"), FAULT_RULE_FILE_NAME, id);
}

static void read_functions(struct loading *l, struct rule *r)
{
    const struct data *check = data_get(r->declared, "check"), *applies = data_get(r->declared, "applies");
    if (!check)
        loading_say(l, r->declared, FAULT_DECLARE_MISSING, "check");
    else if (check->type != DATA_FUNCTION)
        loading_say(l, check, FAULT_DECLARE_FUNCTION, "check");
    if (applies && applies->type != DATA_FUNCTION)
        loading_say(l, applies, FAULT_DECLARE_FUNCTION, "applies");
    r->has_applies = applies != NULL;
}

void rule_load(struct loading *l, struct rule *r)
{
    static const char *const known[] = {"id", "grade", "title", "why", "controls", "params", "needs", "applies",
                                        "messages", "check", "examples", "audience", "alone", NULL};
    const struct data *d = r->declared;
    r->info.id = "";
    if (!declared_tag(l, d, "rule"))
        return;
    declared_fields(l, d, known);
    read_identity(l, r);
    read_grade(l, d, true, &r->info.grade);
    declared_words(l, d, "title", r->pack->languages, true, r->info.title);
    declared_words(l, d, "why", r->pack->languages, false, r->info.why);
    r->info.internal = read_audience(l, d);
    read_controls(l, r);
    read_needs(l, r);
    read_alone(l, r);
    read_params(l, r);
    read_messages(l, r);
    read_functions(l, r);
}
