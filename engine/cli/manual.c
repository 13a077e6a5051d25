/* The manual page, made from the tables of verbs and options. In the man macros of troff (man(7)). */
#include <string.h>

#include "base/version.h"
#include "cli/config.h"

struct headings {
    const char *name, *what, *synopsis, *usage, *description, *about, *commands, *options, *exit_status, *environment, *each, *files, *file;
};

static const struct headings headings[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {"NAME", "check what suppliers promised and do against what is required", "SYNOPSIS",
        "COMMAND [ARGUMENTS] [OPTIONS]", "DESCRIPTION",
        " reads contracts, questionnaires and records of suppliers, judges them by rules, and reports every nonconformity with its "
        "place, its words and what to do.",
        "COMMANDS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT",
        "the option of this name, where the command line does not give it; KIJUN_OUT, KIJUN_OUTPUT and KIJUN_FORMAT for check only",
        "FILES",
        "settings as data-only Lua: return { policy = \"standard\", fail_on = \"major\", output = { \"sarif:out.sarif\" } }. "
        "Looked for in the working folder and upward, up to the home folder or the border of the file system; --config names another. "
        "The command line goes before the environment, the environment before the file; `kijun config` shows what comes from where. "
        "Paths are relative to the file. Keys, rule packs, the day and names of persons are not set here, and a file that was found, not "
        "named, writes below its own folder only."},
    [LANGUAGE_JA] = {"名前", "委託先の約束と実施の状況を、求める基準に照らして判定する", "書式",
        "コマンド [引数] [オプション]", "説明",
        "は、委託先の契約書、質問票の回答、記録を読み取り、規則によって判定し、不適合をその箇所・文言・対処方法とともに報告します。",
        "コマンド", "オプション", "終了コード", "環境変数",
        "同じ名前のオプション(コマンドラインで指定しない場合)。KIJUN_OUT、KIJUN_OUTPUT、KIJUN_FORMAT は check だけに使われる",
        "ファイル",
        "値だけをLuaの形式で書いた設定: return { policy = \"standard\", fail_on = \"major\", output = { \"sarif:out.sarif\" } }。"
        "作業フォルダーから上位へ、ホームフォルダーまたはファイルシステムの境界まで探す。--config で別のファイルを指定できる。"
        "コマンドライン、環境変数、ファイルの順に優先し、`kijun config` で出所を表示する。パスはこのファイルからの相対とする。"
        "鍵・規則パック・判定基準日・記録者はここでは指定できない。--config で指定せずに見つけたファイルによる出力先は、そのフォルダーの下に限る。"},
};

struct entry { const char *name, *doc[LANGUAGE_COUNT]; };

static const struct entry exit_codes[] = {
    {"0", {"clean", "指摘なし"}},
    {"1", {"findings at or above --fail-on", "--fail-on 以上の指摘あり"}},
    {"2", {"wrong usage, policy or rule pack", "使い方、方針または規則パックの誤り"}},
    {"3", {"incomplete: something could not be read or judged, or the run was interrupted; outranks 1",
           "判定が不完全(読み取れない、判定できない、または中断された)。1に優先する"}},
    {"4", {"results could not be written, or another run holds the output folder",
           "結果を書き込めない、または別の実行が出力先を使用中"}},
    {"5", {"signature or trust failure", "署名または信頼の検証に失敗"}},
    {NULL, {NULL, NULL}}};

static const struct entry variables[] = {
    {"KIJUN_HOME", {"installed rule packs and trusted keys; default: ~/.local/share/kijun",
                    "規則パックと信頼する鍵の保存先(既定: ~/.local/share/kijun)"}},
    {"KIJUN_CACHE", {"where loaded policies are kept from run to run, or off; default: ~/.cache/kijun",
                     "読み込んだ方針の保存先、または off(既定: ~/.cache/kijun)"}},
    {"KIJUN_KEY_PASSWORD_FILE", {"the file that holds the password of the secret key", "秘密鍵のパスワードを収めたファイル"}},
    {"LC_ALL, LC_MESSAGES, LANG", {"the language of messages, where --lang does not say it", "表示の言語(--lang がない場合)"}},
    {"NO_COLOR", {"no colour on the terminal", "端末で色を使わない"}},
    {NULL, {NULL, NULL}}};

/* A line that starts with a dot or a quote is a request; a minus that is a hyphen must not become a dash. */
static void write_text(FILE *to, const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", to);
    for (; *text; text++) {
        if (*text == '\\')
            fputs("\\e", to);
        else if (*text == '-')
            fputs("\\-", to);
        else
            fputc(*text, to);
    }
}

static void write_entries(FILE *to, const char *heading, const struct entry *entries, enum language language)
{
    fprintf(to, ".SH \"%s\"\n", heading);
    for (; entries->name; entries++) {
        fprintf(to, ".TP\n.B ");
        write_text(to, entries->name);
        fputc('\n', to);
        write_text(to, entries->doc[language]);
        fputc('\n', to);
    }
}

static void write_verb_options(FILE *to, const struct verb *v)
{
    fputs(".br\n", to);
    for (int id = 0, first = 1; id < OPTION_COUNT; id++) {
        if (!verb_takes(v, id))
            continue;
        fputs(first ? "" : " ", to);
        fputs("\\-\\-", to);
        write_text(to, options[id].name);
        first = 0;
    }
    fputc('\n', to);
}

static void write_actions(FILE *to, const struct verb *v)
{
    for (const struct verb_action *a = verb_actions; a->verb; a++) {
        if (strcmp(a->verb, v->name) != 0)
            continue;
        fputs(".br\n\\fB", to);
        write_text(to, a->action);
        fputs("\\fR ", to);
        write_text(to, a->arguments ? a->arguments : "");
        fputs("\n.br\n", to);
    }
}

static void write_verbs(FILE *to, enum language language)
{
    fprintf(to, ".SH \"%s\"\n", headings[language].commands);
    for (const struct verb *v = verbs; v->name; v++) {
        fputs(".TP\n.B kijun ", to);
        write_text(to, v->name);
        if (v->arguments) {
            fputs(" \\fI", to);
            write_text(to, v->arguments);
            fputs("\\fR", to);
        }
        fputc('\n', to);
        write_text(to, v->doc[language]);
        fputc('\n', to);
        write_actions(to, v);
        write_verb_options(to, v);
    }
}

static void write_options(FILE *to, enum language language)
{
    fprintf(to, ".SH \"%s\"\n", headings[language].options);
    for (int id = 0; id < OPTION_COUNT; id++) {
        const struct option *o = &options[id];
        fputs(".TP\n.B ", to);
        if (o->letter)
            fprintf(to, "\\-%c, ", o->letter);
        fputs("\\-\\-", to);
        write_text(to, o->name);
        if (o->value) {
            fputs(" \\fI", to);
            write_text(to, o->value);
            fputs("\\fR", to);
        }
        fputc('\n', to);
        write_text(to, o->doc[language]);
        fputc('\n', to);
    }
}

static void write_variables(FILE *to, const char *what)
{
    char name[64];
    bool first = true;
    fputs(".TP\n.B ", to);
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (!(option_settings[id].source & SOURCE_ENVIRONMENT))
            continue;
        fputs(first ? "" : ", ", to);
        write_text(to, config_variable((enum option_id)id, name));
        first = false;
    }
    fputc('\n', to);
    write_text(to, what);
    fputc('\n', to);
}

int verb_manual(const struct command *c)
{
    const struct headings *h = &headings[c->language];
    FILE *to = stdout;
    fprintf(to, ".TH KIJUN 1 \"\" \"kijun %s\"\n.ad l\n.SH \"%s\"\nkijun \\- %s\n", KIJUN_VERSION, h->name, h->what);
    fprintf(to, ".SH \"%s\"\n.B kijun\n%s\n.SH \"%s\"\n\\fBkijun\\fR%s\n", h->synopsis, h->usage, h->description, h->about);
    write_verbs(to, c->language);
    write_options(to, c->language);
    write_entries(to, h->exit_status, exit_codes, c->language);
    write_entries(to, h->environment, variables, c->language);
    write_variables(to, h->each);
    fprintf(to, ".SH \"%s\"\n.TP\n.B %s\n", h->files, CONFIG_FILE);
    write_text(to, h->file);
    fputc('\n', to);
    return EXIT_CLEAN;
}
