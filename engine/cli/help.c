#include <string.h>

#include "base/text.h"
#include "base/version.h"
#include "cli/command.h"
#include "report/report.h"

enum { NAME_COLUMNS = 26 };

static const struct {
    const char *usage, *commands, *options, *more, *what, *exit_codes;
} words[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {"usage", "Commands", "Options", "`kijun help COMMAND` explains one of them.",
        "kijun checks what suppliers promised, and what they do, against what you require.",
        "Exit codes: 0 clean; 1 findings at or above --fail-on; 2 wrong usage, policy or rule pack; 3 incomplete (outranks 1);\n"
        "4 reports could not be written, or another run holds the folder; 5 signature or trust failure.\n"},
    [LANGUAGE_JA] = {"使い方", "コマンド", "オプション", "各コマンドの説明は `kijun help コマンド` で表示します。",
        "kijun(基準)は、委託先の約束と実施の状況を、求める基準に照らして判定します。",
        "終了コード: 0 指摘なし、1 --fail-on 以上の指摘あり、2 使い方・方針・規則パックの誤り、3 判定が不完全(1に優先)、\n"
        "4 報告書を書き込めない、または別の実行が使用中、5 署名または信頼の検証に失敗\n"},
};

static void pad(FILE *to, const char *name)
{
    size_t n = text_columns(name, strlen(name));
    fprintf(to, "  %s", name);
    do
        fputc(' ', to);
    while (++n < NAME_COLUMNS);
}

static void write_option(FILE *to, int id, enum language language)
{
    const struct option *o = &options[id];
    char name[64];
    snprintf(name, sizeof name, "%s%c%s--%s%s%s", o->letter ? "-" : "  ", o->letter ? o->letter : ' ',
             o->letter ? ", " : " ", o->name, o->value ? " " : "", o->value ? o->value : "");
    pad(to, name);
    fprintf(to, "%s\n", o->doc[language]);
}

static void write_actions(FILE *to, const struct verb *v)
{
    bool any = false;
    for (const struct verb_action *a = verb_actions; a->verb; a++)
        if (strcmp(a->verb, v->name) == 0) {
            fprintf(to, "  kijun %s %s%s%s\n", a->verb, a->action, a->arguments ? " " : "", a->arguments ? a->arguments : "");
            any = true;
        }
    if (any)
        fputc('\n', to);
}

static void write_verb(FILE *to, const struct verb *v, enum language language)
{
    fprintf(to, "%s: kijun %s%s%s [%s]\n\n%s\n\n", words[language].usage, v->name, v->arguments ? " " : "",
            v->arguments ? v->arguments : "", words[language].options, v->doc[language]);
    write_actions(to, v);
    fprintf(to, "%s:\n", words[language].options);
    for (int id = 0; id < OPTION_COUNT; id++)
        if (verb_takes(v, id))
            write_option(to, id, language);
    if (v->run == verb_check)
        fprintf(to, "\n%s", words[language].exit_codes);
}

void help_write(FILE *to, const struct verb *verb, enum language language)
{
    if (verb) {
        write_verb(to, verb, language);
        return;
    }
    fprintf(to, "%s\n\n%s: kijun %s\n\n%s:\n", words[language].what, words[language].usage,
            language == LANGUAGE_JA ? "コマンド [引数] [オプション]" : "COMMAND [ARGUMENTS] [OPTIONS]",
            words[language].commands);
    for (const struct verb *v = verbs; v->name; v++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s%s", v->name, v->arguments ? " " : "", v->arguments ? v->arguments : "");
        pad(to, name);
        fprintf(to, "%s\n", v->doc[language]);
    }
    fprintf(to, "\n%s\n", words[language].more);
}

static void write_formats(FILE *to, enum language language)
{
    for (const struct report_format *f = report_formats; f->name; f++) {
        pad(to, f->name);
        fprintf(to, "%s\n", f->doc[language]);
    }
    pad(to, "github-summary");
    fprintf(to, "%s\n\n%s\n", language == LANGUAGE_JA ? "GitHubワークフローのジョブの概要(markdown、-o のみ)" :
            "the job summary of a GitHub workflow, as markdown (-o only)", options[OPTION_OUTPUT].doc[language]);
}

int verb_help(const struct command *c)
{
    const struct verb *v = NULL;
    if (c->count && strcmp(c->arguments[0], "formats") == 0) {
        write_formats(stdout, c->language);
        return EXIT_CLEAN;
    }
    if (c->count && !(v = verb_named(c->arguments[0]))) {
        struct fault f = {0};
        fault_set(&f, FAULT_VERB_UNKNOWN, c->arguments[0]);
        return fail_with(&f, c->language);
    }
    help_write(stdout, v, c->language);
    return EXIT_CLEAN;
}

int verb_version(const struct command *c)
{
    (void)c;
    printf("kijun %s\n", KIJUN_VERSION);
    return EXIT_CLEAN;
}
