/* Completion for three shells, made from the tables of verbs and options. */
#include <string.h>

#include "cli/command.h"

/* What the value of an option is, as far as a shell can help with it. */
enum value_kind { VALUE_NOTHING, VALUE_FREE, VALUE_FILES, VALUE_CHOICE };

static enum value_kind kind_of(const struct option *o)
{
    if (!o->value)
        return VALUE_NOTHING;
    if (strchr(o->value, '|'))
        return VALUE_CHOICE;
    bool path = strcmp(o->value, "FILE") == 0 || strcmp(o->value, "FOLDER") == 0;
    return path ? VALUE_FILES : VALUE_FREE;
}

static bool takes_files(const struct verb *v)
{
    static const char *const words[] = {"PATH", "FILE", "FOLDER", "SUPPLIER", "PACK", "SOURCES", "REPORTS", "BEFORE"};
    for (size_t i = 0; v->arguments && i < sizeof words / sizeof *words; i++)
        if (strstr(v->arguments, words[i]))
            return true;
    return false;
}

/* The choices of "ja|en" with blanks between. */
static void write_choices(FILE *to, const struct option *o)
{
    for (const char *c = o->value; *c; c++)
        fputc(*c == '|' ? ' ' : *c, to);
}

/* For a text between single quotes in a shell; none of the tables' texts needs more. */
static void write_quoted(FILE *to, const char *text)
{
    for (; *text; text++)
        if (*text == '\'')
            fputs("'\\''", to);
        else
            fputc(*text, to);
}

static void write_verbs(FILE *to)
{
    for (const struct verb *v = verbs; v->name; v++)
        fprintf(to, "%s%s", v == verbs ? "" : " ", v->name);
}

/* What the verb can do, with blanks between; false when it is one thing only. */
static bool write_actions(FILE *to, const struct verb *v, const char *before, const char *behind)
{
    const char *last = NULL;
    for (const struct verb_action *a = verb_actions; a->verb; a++) {
        if (strcmp(a->verb, v->name) != 0 || (last && strcmp(last, a->action) == 0))
            continue;
        fprintf(to, "%s%s", last ? " " : before, a->action);
        last = a->action;
    }
    if (last)
        fputs(behind, to);
    return last != NULL;
}

/* ---- bash ---- */

static void bash_options(FILE *to)
{
    for (const struct verb *v = verbs; v->name; v++) {
        fprintf(to, "        %s) words='", v->name);
        for (int id = 0; id < OPTION_COUNT; id++)
            if (verb_takes(v, id))
                fprintf(to, "--%s ", options[id].name);
        fprintf(to, "' files=%d", takes_files(v));
        write_actions(to, v, " actions='", "'");
        fputs(" ;;\n", to);
    }
}

static void bash_values(FILE *to)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        enum value_kind kind = kind_of(&options[id]);
        if (kind == VALUE_NOTHING)
            continue;
        fprintf(to, "        --%s", options[id].name);
        if (options[id].letter)
            fprintf(to, "|-%c", options[id].letter);
        fputs(") ", to);
        if (kind == VALUE_FILES)
            fputs("mapfile -t COMPREPLY < <(compgen -f -- \"$current\")", to);
        if (kind == VALUE_CHOICE) {
            fputs("mapfile -t COMPREPLY < <(compgen -W '", to);
            write_choices(to, &options[id]);
            fputs("' -- \"$current\")", to);
        }
        fputs(kind == VALUE_FREE ? "return ;;\n" : "; return ;;\n", to);
    }
}

static void write_bash(FILE *to, enum language language)
{
    (void)language;
    fputs("# bash completion for kijun\n"
          "_kijun() {\n"
          "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words='' files=1 actions=''\n"
          "    case $before in\n", to);
    bash_values(to);
    fputs("    esac\n"
          "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W '", to);
    write_verbs(to);
    fputs("' -- \"$current\")\n"
          "        return\n"
          "    fi\n"
          "    case ${COMP_WORDS[1]} in\n", to);
    bash_options(to);
    fputs("    esac\n"
          "    [ \"$COMP_CWORD\" -ne 2 ] || [ -z \"$actions\" ] || files=2\n"
          "    case $files$current in\n"
          "        ?-*) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\") ;;\n"
          "        2*) mapfile -t COMPREPLY < <(compgen -W \"$actions\" -- \"$current\") ;;\n"
          "        *) [ \"$files\" -eq 0 ] || mapfile -t COMPREPLY < <(compgen -f -- \"$current\") ;;\n"
          "    esac\n"
          "}\n"
          "complete -o filenames -F _kijun kijun\n", to);
}

/* ---- zsh ---- */

/* In a specification of _arguments ':' and brackets mean something. */
static void zsh_text(FILE *to, const char *text)
{
    for (; *text; text++) {
        if (strchr("[]:\\", *text))
            fputc('\\', to);
        if (*text == '\'')
            fputs("'\\'", to);
        fputc(*text, to);
    }
}

static void zsh_option(FILE *to, const struct option *o, enum language language)
{
    fprintf(to, "            '--%s%s[", o->name, o->value ? "=" : "");
    zsh_text(to, o->doc[language]);
    fputc(']', to);
    switch (kind_of(o)) {
    case VALUE_FILES: fputs(":file:_files", to); break;
    case VALUE_FREE: fputs(":value: ", to); break;
    case VALUE_CHOICE:
        fputs(":value:(", to);
        write_choices(to, o);
        fputc(')', to);
        break;
    case VALUE_NOTHING: break;
    }
    fputs("' \\\n", to);
}

static void write_zsh(FILE *to, enum language language)
{
    fputs("#compdef kijun\n"
          "_kijun() {\n"
          "    local -a verbs=(\n", to);
    for (const struct verb *v = verbs; v->name; v++) {
        fprintf(to, "        '%s:", v->name);
        zsh_text(to, v->doc[language]);
        fputs("'\n", to);
    }
    fputs("    )\n"
          "    if (( CURRENT == 2 )); then\n"
          "        _describe command verbs\n"
          "        return\n"
          "    fi\n"
          "    local verb=$words[2]\n"
          "    shift words; (( CURRENT-- ))\n"
          "    case $verb in\n", to);
    for (const struct verb *v = verbs; v->name; v++) {
        fprintf(to, "        %s) _arguments \\\n", v->name);
        for (int id = 0; id < OPTION_COUNT; id++)
            if (verb_takes(v, id))
                zsh_option(to, &options[id], language);
        write_actions(to, v, "            '1:action:(", ")' \\\n");
        fputs(takes_files(v) ? "            '*:file:_files' ;;\n" : "            '*: :' ;;\n", to);
    }
    fputs("    esac\n"
          "}\n"
          "if [ \"$funcstack[1]\" = _kijun ]; then _kijun \"$@\"; else compdef _kijun kijun; fi\n", to);
}

/* ---- fish ---- */

/* Behind the verb, before anything else. */
static void fish_actions(FILE *to, const struct verb *v)
{
    char before[160];
    snprintf(before, sizeof before, "complete -c kijun -n '__fish_seen_subcommand_from %s; and test (count (commandline -opc)) -eq 2' -k -f -a '", v->name);
    write_actions(to, v, before, "'\n");
}

static void write_fish(FILE *to, enum language language)
{
    fputs("# fish completion for kijun\n"
          "complete -c kijun -f\n", to);
    for (const struct verb *v = verbs; v->name; v++) {
        fprintf(to, "complete -c kijun -n __fish_use_subcommand -a %s -d '", v->name);
        write_quoted(to, v->doc[language]);
        fputs("'\n", to);
        if (takes_files(v))
            fprintf(to, "complete -c kijun -n '__fish_seen_subcommand_from %s' -F\n", v->name);
        fish_actions(to, v);
    }
    for (int id = 0; id < OPTION_COUNT; id++) {
        const struct option *o = &options[id];
        enum value_kind kind = kind_of(o);
        fputs("complete -c kijun -n '__fish_seen_subcommand_from", to);
        for (const struct verb *v = verbs; v->name; v++)
            if (verb_takes(v, id))
                fprintf(to, " %s", v->name);
        fprintf(to, "' -l %s", o->name);
        if (o->letter)
            fprintf(to, " -s %c", o->letter);
        fputs(kind == VALUE_FILES ? " -r -F" : kind == VALUE_NOTHING ? "" : " -x", to);
        if (kind == VALUE_CHOICE) {
            fputs(" -a '", to);
            write_choices(to, o);
            fputc('\'', to);
        }
        fputs(" -d '", to);
        write_quoted(to, o->doc[language]);
        fputs("'\n", to);
    }
}

int verb_completion(const struct command *c)
{
    static const struct {
        const char *name;
        void (*write)(FILE *to, enum language language);
    } shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (strcmp(c->arguments[0], shells[i].name) == 0) {
            shells[i].write(stdout, c->language);
            return EXIT_CLEAN;
        }
    struct fault f = {0};
    fault_set(&f, FAULT_SHELL_UNKNOWN, c->arguments[0]);
    return fail_with(&f, c->language);
}
