#include "report/diff_words.h"

#include <string.h>

#include "documents/schema.h"

static const char *const table[DIFF_COUNT][LANGUAGE_COUNT] = {
    [DIFF_TITLE] = {"Comparison of contracts", "契約書の比較"},
    [DIFF_RUNS_TITLE] = {"Comparison of runs", "実行結果の比較"},
    [DIFF_BEFORE] = {"Before", "変更前"},
    [DIFF_AFTER] = {"After", "変更後"},
    [DIFF_ADDED] = {"added", "追加"},
    [DIFF_REMOVED] = {"removed", "削除"},
    [DIFF_REWORDED] = {"reworded", "文言変更"},
    [DIFF_SAME] = {"unchanged", "変更なし"},
    [DIFF_WEAKENED] = {"weakened", "不利な変更"},
    [DIFF_STRENGTHENED] = {"strengthened", "有利な変更"},
    [DIFF_MIXED] = {"weakened in part, strengthened in part", "一部は不利、一部は有利な変更"},
    [DIFF_MOVED] = {"moved", "移動"},
    [DIFF_RENUMBERED] = {"renumbered", "条番号の変更"},
    [DIFF_RENAMED] = {"new heading", "見出しの変更"},
    [DIFF_DUTY] = {"owed by", "義務を負う側"},
    [DIFF_SUPPLIER] = {"the supplier", "委託先"},
    [DIFF_CUSTOMER] = {"the customer", "委託元"},
    [DIFF_BOTH] = {"both sides", "双方"},
    [DIFF_NOBODY] = {"nobody in particular", "定めなし"},
    [DIFF_SILENT] = {"not said", "定めなし"},
    [DIFF_VAGUE] = {"no value", "数値なし"},
    [DIFF_BLANK] = {"left blank", "空欄"},
    [DIFF_WORSE] = {"worse", "不利"},
    [DIFF_BETTER] = {"better", "有利"},
    [DIFF_CHANGED] = {"changed", "変更"},
    [DIFF_CUT] = {"Not all clauses were compared: there are too many.", "条項が多すぎるため、一部を比較していません。"},
    [DIFF_NOTHING] = {"Nothing changed.", "変更はありません。"},
    [DIFF_NEW] = {"new", "新規"},
    [DIFF_FIXED] = {"fixed", "解消"},
    [DIFF_GONE] = {"supplier gone", "委託先なし"},
    [DIFF_UNCHANGED] = {"still there", "継続"},
    [DIFF_INCOMPLETE] = {"The later run is incomplete: what it did not judge may seem fixed.", "変更後の実行は不完全です。判定されなかった指摘が解消に見えることがあります。"},
};

const char *diff_word(enum diff_word w, enum language l)
{
    return table[w][l];
}

enum diff_word bearing_word(enum bearing b)
{
    return b == BEARING_WORSE ? DIFF_WORSE : b == BEARING_BETTER ? DIFF_BETTER : DIFF_CHANGED;
}

const char *bearing_name(enum bearing b)
{
    static const char *const names[] = {[BEARING_NONE] = "same", [BEARING_UNKNOWN] = "changed", [BEARING_BETTER] = "better", [BEARING_WORSE] = "worse"};
    return names[b];
}

const char *clause_change_name(enum clause_change c)
{
    static const char *const names[] = {[CLAUSE_SAME] = "same", [CLAUSE_REWORDED] = "reworded", [CLAUSE_ADDED] = "added", [CLAUSE_REMOVED] = "removed"};
    return names[c];
}

const char *diff_run_name(enum run_change c)
{
    static const char *const names[] = {[RUN_NEW] = "new", [RUN_WORSE] = "worse", [RUN_BETTER] = "better", [RUN_FIXED] = "fixed", [RUN_GONE] = "gone"};
    return names[c];
}

enum diff_word diff_run_word(enum run_change c)
{
    static const enum diff_word words[] = {[RUN_NEW] = DIFF_NEW, [RUN_WORSE] = DIFF_WORSE, [RUN_BETTER] = DIFF_BETTER, [RUN_FIXED] = DIFF_FIXED,
                                            [RUN_GONE] = DIFF_GONE};
    return words[c];
}

const char *diff_label_words(const char *label, enum language l)
{
    if (!label)
        return "\xe2\x80\x94";
    for (int g = GRADE_OBSERVATION; g < GRADE_COUNT; g++)
        if (strcmp(label, grade_name((enum grade)g)) == 0)
            return grade_words((enum grade)g, l);
    for (int o = 0; o < OUTCOME_COUNT; o++)
        if (strcmp(label, outcome_name((enum outcome)o)) == 0)
            return outcome_words((enum outcome)o, l);
    return label;
}

enum diff_word diff_duty_word(enum duty d)
{
    static const enum diff_word words[] = {DIFF_NOBODY, DIFF_SUPPLIER, DIFF_CUSTOMER, DIFF_BOTH};
    return words[d & DUTY_BOTH];
}

const char *diff_duty_name(enum duty d)
{
    static const char *const names[] = {NULL, "supplier", "customer", "both"};
    return names[d & DUTY_BOTH];
}

bool is_changed(const struct compared *c)
{
    return c->change != CLAUSE_SAME || c->bearing != BEARING_NONE || c->renumbered || c->moved || c->renamed;
}

static void say_words(const struct view *v, const struct read_term *t)
{
    size_t len;
    const struct clause *c = t->words.prose ? NULL : (const struct clause *)t->node;
    const char *at = t->words.prose || t->words.len ? span_words(&t->words, c, 120, &len) : (len = 0, "");
    if (!len)
        return;
    raw(v, v->l == LANGUAGE_JA ? "「" : " \xe2\x80\x9c");
    v->put(v->out, at, len);
    raw(v, v->l == LANGUAGE_JA ? "」" : "\xe2\x80\x9d");
}

void say_commitment(const struct view *v, const struct read_term *t)
{
    if (!t)
        say(v, diff_word(DIFF_SILENT, v->l));
    else if (t->state == TERM_STATED)
        say_value(v, &t->value);
    else {
        say(v, diff_word(t->state == TERM_VAGUE ? DIFF_VAGUE : DIFF_BLANK, v->l));
        say_words(v, t);
    }
}

void say_clause(const struct view *v, const struct clause *c)
{
    bool ja = v->l == LANGUAGE_JA;
    const struct clause *above = c;
    say(v, c->number);
    while (above && !(above->heading && *above->heading))
        above = above->node.parent && above->node.parent->kind == &kind_clause ? (const struct clause *)above->node.parent : NULL;
    if (!above)
        return;
    raw(v, above != c ? (ja ? "(" : " (") : c->number && *c->number ? " " : "");
    say(v, above->heading);
    raw(v, above != c ? (ja ? ")" : ")") : "");
}

struct view diff_view(struct buffer *out, const struct diff_options *d, struct report_options *o, put_function *put)
{
    *o = (struct report_options){.language = d->language};
    return view_of(out, NULL, o, put);
}
