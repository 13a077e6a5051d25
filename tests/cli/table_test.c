/* The table of options is whole: an option that is added says everything that help, manual, completion, environment and config
 * file make of it. */
#include <criterion/criterion.h>
#include <string.h>

#include "cli/command.h"

Test(table, every_option_is_described_in_every_language)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        cr_assert(options[id].name && *options[id].name, "option %d has no name", id);
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            cr_assert(options[id].doc[l] && *options[id].doc[l], "--%s is not described", options[id].name);
        for (int other = 0; other < id; other++) {
            cr_assert_str_neq(options[id].name, options[other].name);
            cr_assert(!options[id].letter || options[id].letter != options[other].letter, "-%c is there twice", options[id].letter);
        }
    }
}

Test(table, every_option_belongs_to_a_verb)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        bool taken = false;
        for (const struct verb *v = verbs; v->name; v++)
            taken |= (v->options >> id & 1) != 0;
        cr_assert(taken, "nothing takes --%s", options[id].name);
    }
}

Test(table, every_option_says_where_else_it_is_set_or_why_it_is_not)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        const struct option_setting *s = &option_settings[id];
        cr_assert_neq(s->source != 0, s->only_here != NULL, "--%s: a source, or a reason to have none", options[id].name);
        cr_assert(s->source || !s->standard, "--%s has a default that nothing shows", options[id].name);
        cr_assert(!s->standard || options[id].value, "--%s takes no value and has a default", options[id].name);
    }
}

Test(table, every_verb_is_described_in_every_language)
{
    for (const struct verb *v = verbs; v->name; v++) {
        cr_assert(v->run && v->least <= v->most && (v->arguments != NULL) == (v->most > 0), "%s", v->name);
        cr_assert(v->options >> OPTION_HELP & 1, "%s takes no --help", v->name);
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            cr_assert(v->doc[l] && *v->doc[l], "%s is not described", v->name);
    }
}
