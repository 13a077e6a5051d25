#include "rules/explain.h"

#include "rules/judge.h"

static struct origin origin_of(const struct change *c)
{
    return c ? (struct origin){c->file, c->line} : (struct origin){NULL, 0};
}

static bool fill(const struct rule *r, const struct rule_setting *s, struct arena *arena, struct effective *out)
{
    struct effective_param *params = arena_array(arena, r->info.param_count + 1, sizeof *params);
    if (!params)
        return false;
    *out = (struct effective){.rule = &r->info, .on = s->on, .grade = s->grade ? s->grade : r->info.grade,
                              .on_origin = origin_of(s->on_origin), .grade_origin = origin_of(s->grade_origin),
                              .param_count = r->info.param_count, .params = params};
    for (size_t i = 0; i < r->info.param_count; i++)
        params[i] = (struct effective_param){r->info.params[i].name, s->params[i]->value, r->params[i].standard.value,
                                             origin_of(s->origins[i])};
    return true;
}

const struct effective *explain_effective(const struct ruleset *r, const struct subject *s, struct arena *arena,
                                          size_t *count)
{
    static const struct subject nobody = {.id = NULL};
    struct rule_setting *settings = ruleset_settings(r, s ? s : &nobody, arena);
    struct effective *all = arena_array(arena, r->rule_count + 1, sizeof *all);
    for (size_t i = 0; all && settings && i < r->rule_count; i++)
        if (!fill(r->rules[i], &settings[i], arena, &all[i]))
            return NULL;
    *count = r->rule_count;
    return settings ? all : NULL;
}

const struct result *explain_judge(struct judge *j, const struct ruleset *r, const struct rule_info *rule,
                                   const struct subject *s, const struct fault *why, const char *path, day as_of,
                                   struct arena *subject_arena, struct arena *arena)
{
    struct rule_setting *settings = s ? ruleset_settings(r, s, arena) : NULL;
    if (s && !settings)
        return NULL;
    for (size_t i = 0; s && i < r->rule_count; i++)
        settings[i].on = &r->rules[i]->info == rule && ruleset_ever_on(r, r->rules[i]);
    return judge_with(j, s, why, path, as_of, settings, subject_arena, arena);
}
