/* `kijun doctor`: is everything here that kijun needs, and is it as one would expect? */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "base/version.h"
#include "cli/doctor.h"
#include "cli/settings.h"
#include "cli/summary.h"
#include "packs/store.h"
#include "packs/trust.h"
#include "register/ledger.h"

enum { DOCTOR_BYTES = 512 * 1024, ABOUT_COLUMNS = 13 };

bool doctor_is_ja(const struct doctor *d)
{
    return d->c->language == LANGUAGE_JA;
}

void doctor_say(struct doctor *d, enum health health, const char *about, const char *advice, const char *format, ...)
{
    va_list arguments;
    if (d->count == DOCTOR_LINES)
        return;
    struct doctor_line *l = &d->lines[d->count++];
    l->health = health;
    l->about = about;
    snprintf(l->advice, sizeof l->advice, "%s", advice ? advice : "");
    va_start(arguments, format);
    vsnprintf(l->found, sizeof l->found, format, arguments);
    va_end(arguments);
}

void doctor_fault(struct doctor *d, enum health health, const char *about, const struct fault *f)
{
    char text[DOCTOR_TEXT], advice[DOCTOR_TEXT] = "";
    fault_text(f, d->c->language, text, sizeof text);
    fault_advice(f, d->c->language, advice, sizeof advice);
    doctor_say(d, health, about, advice, "%s", text);
}

/* ---- what is kijun's own ---- */

static void check_config(struct doctor *d)
{
    bool ja = doctor_is_ja(d);
    if (d->c->config_fault.id)
        doctor_fault(d, HEALTH_BAD, "config", &d->c->config_fault);
    else if (d->c->config)
        doctor_say(d, HEALTH_GOOD, "config", NULL, "%s", d->c->config);
    else
        doctor_say(d, HEALTH_GOOD, "config", NULL, ja ? "設定ファイルはありません" : "no config file");
}

static void check_policy(struct doctor *d)
{
    bool ja = doctor_is_ja(d);
    int code;
    const struct rule_info *const *list;
    struct ruleset *rules = load_policy(d->c, &code);
    if (rules)
        doctor_say(d, HEALTH_GOOD, "policy", NULL, ja ? "%s(規則 %zu 件)" : "%s, %zu rules", ruleset_policy(rules), ruleset_rules(rules, &list));
    else
        doctor_say(d, HEALTH_BAD, "policy", ja ? "上のメッセージに従って直してください" : "do what the messages above say",
                   ja ? "方針を読み込めません" : "the policy does not load");
    ruleset_free(rules);
}

static bool say_pack(void *context, const struct pack_name *p, const char *folder)
{
    (void)folder;
    doctor_say(context, HEALTH_GOOD, "pack", NULL, "%s %s", p->name, p->version);
    return true;
}

static void check_trust(struct doctor *d)
{
    bool ja = doctor_is_ja(d);
    char home[SETTINGS_PATH], folder[SETTINGS_PATH + 16];
    struct fault f = {0};
    struct trust *trust = calloc(1, sizeof *trust);
    if (!trust)
        fault_set(&f, FAULT_MEMORY);
    else if (pack_home(home, &f) == 0) {
        snprintf(folder, sizeof folder, "%s/keys", home);
        if (trust_load(folder, trust, &f) == 0)
            doctor_say(d, HEALTH_GOOD, "keys", NULL, ja ? "信頼する鍵 %zu 件(%s)" : "%zu trusted keys in %s", trust->count, folder);
        if (!f.id && store_list(home, say_pack, d, &f) == 0 && verify_installed(&f) == 0)
            doctor_say(d, HEALTH_GOOD, "signatures", NULL,
                       ja ? "導入済みの規則パックの署名はすべて有効です" : "every installed pack has a valid signature");
    }
    if (f.id)
        doctor_fault(d, HEALTH_BAD, "keys", &f);
    free(trust);
}

static void check_register(struct doctor *d)
{
    bool ja = doctor_is_ja(d);
    const char *path = d->c->values[OPTION_REGISTER];
    struct ledger *ledger = NULL;
    struct fault f = {0};
    if (!path)
        doctor_say(d, HEALTH_GOOD, "register", NULL, ja ? "指定されていません" : "none is named");
    else if (ledger_open(path, LEDGER_READ, &ledger, &f) < 0)
        doctor_fault(d, HEALTH_BAD, "register", &f);
    else
        doctor_say(d, HEALTH_GOOD, "register", NULL, ja ? "%s(この版の形式で読めます)" : "%s, in a form that this version reads", path);
    ledger_close(ledger);
}

/* ---- showing it ---- */

static void write_text(const struct doctor *d)
{
    static const struct { const char *word[LANGUAGE_COUNT], *color; } health[] = {
        [HEALTH_GOOD] = {{"ok  ", "良好"}, "\033[32m"}, [HEALTH_ODD] = {{"odd ", "注意"}, "\033[33m"}, [HEALTH_BAD] = {{"bad ", "不良"}, "\033[31m"}};
    bool color = summary_color(stdout);
    for (size_t i = 0; i < d->count; i++) {
        const struct doctor_line *l = &d->lines[i];
        printf("%s%s%s  %-*s %s\n", color ? health[l->health].color : "", health[l->health].word[d->c->language],
               color ? "\033[0m" : "", ABOUT_COLUMNS, l->about, l->found);
        if (l->advice[0])
            printf("%*s %s\n", ABOUT_COLUMNS + 6, "", l->advice);
    }
}

static int write_json(const struct doctor *d)
{
    static const char *const names[] = {"ok", "odd", "bad"};
    struct buffer b;
    struct json j;
    buffer_init(&b, DOCTOR_BYTES);
    json_init(&j, &b, true);
    json_open(&j, '[');
    for (size_t i = 0; i < d->count; i++) {
        json_open(&j, '{');
        json_put_text(&j, "about", d->lines[i].about);
        json_put_text(&j, "health", names[d->lines[i].health]);
        json_put_text(&j, "found", d->lines[i].found);
        json_put_text(&j, "advice", d->lines[i].advice[0] ? d->lines[i].advice : NULL);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    bool failed = b.failed;
    if (!failed)
        printf("%.*s\n", (int)b.len, b.at);
    buffer_free(&b);
    return failed ? -1 : 0;
}

static void examine(struct doctor *d)
{
    doctor_say(d, HEALTH_GOOD, "version", NULL, "kijun %s", KIJUN_VERSION);
    doctor_libraries(d);
    doctor_sandbox(d);
    doctor_folders(d);
    doctor_environment(d);
    check_config(d);
    check_policy(d);
    check_trust(d);
    check_register(d);
}

int verb_doctor(const struct command *c)
{
    struct fault f = {0};
    const char *format = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "text";
    bool json = strcmp(format, "json") == 0;
    if (!json && strcmp(format, "text") != 0) {
        fault_set(&f, FAULT_OPTION_CHOICE, "format", format, "text, json");
        return fail_with(&f, c->language);
    }
    struct doctor *d = calloc(1, sizeof *d);
    if (!d) {
        fault_set(&f, FAULT_MEMORY);
        return fail_with(&f, c->language);
    }
    d->c = c;
    examine(d);
    int bad = 0;
    for (size_t i = 0; i < d->count; i++)
        bad |= d->lines[i].health == HEALTH_BAD;
    if (json ? write_json(d) < 0 : (write_text(d), false))
        fault_set(&f, FAULT_MEMORY);
    free(d);
    return f.id ? fail_with(&f, c->language) : bad ? EXIT_FINDINGS : EXIT_CLEAN;
}
