/* What a change of a term or of a duty means for the one to whom it is owed. */
#include <string.h>

#include "language/vocabulary.h"

/* The more of it, the better; vague and open wording is less than a value. */
static int rank_of_state(const struct read_term *t)
{
    return !t ? 0 : t->state == TERM_BLANK ? 1 : t->state == TERM_VAGUE ? 2 : 3;
}

static size_t place_in(const struct vocabulary_term *t, const struct value *v)
{
    size_t i = 0;
    while (i < t->listed && !(strlen(t->best[i]) == v->as.text.len && memcmp(t->best[i], v->as.text.at, v->as.text.len) == 0))
        i++;
    return i;
}

static enum bearing of_order(int order)
{
    return order > 0 ? BEARING_BETTER : order < 0 ? BEARING_WORSE : BEARING_NONE;
}

static enum bearing of_choices(const struct vocabulary_term *t, const struct value *before, const struct value *after)
{
    size_t a = place_in(t, before), b = place_in(t, after);
    if (a == t->listed || b == t->listed)
        return BEARING_UNKNOWN;
    return of_order(a < b ? -1 : a > b);
}

static enum bearing of_values(const struct vocabulary_term *t, const struct value *before, const struct value *after)
{
    int order;
    if (value_equal(before, after))
        return BEARING_NONE;
    if (t->better == BETTER_LISTED && before->type == VALUE_TEXT && after->type == VALUE_TEXT)
        return of_choices(t, before, after);
    if (before->type == VALUE_BOOL && after->type == VALUE_BOOL)
        order = after->as.flag ? 1 : -1;
    else if (!value_compare(after, before, &order))
        return BEARING_UNKNOWN;
    return t->better == BETTER_MORE ? of_order(order) : t->better == BETTER_LESS ? of_order(-order) : BEARING_UNKNOWN;
}

enum bearing vocabulary_bearing(const struct vocabulary *v, const char *clause_type, const char *term,
                                const struct read_term *before, const struct read_term *after)
{
    uint16_t type = vocabulary_type_index(v, clause_type);
    uint16_t index = type == NO_INDEX ? NO_INDEX : vocabulary_term_index(v, type, term);
    int a = rank_of_state(before), b = rank_of_state(after);
    if (a == 3 && b == 3)
        return index != NO_INDEX ? of_values(&v->terms[index], &before->value, &after->value)
               : value_equal(&before->value, &after->value) ? BEARING_NONE : BEARING_UNKNOWN;
    if (a == b)
        return BEARING_NONE;
    if (index == NO_INDEX || v->terms[index].better == BETTER_UNKNOWN)
        return BEARING_UNKNOWN;
    const struct vocabulary_term *t = &v->terms[index];
    if ((!a || !b) && t->silent_is_best)
        return of_order(a - b);
    /* Where "no" is the better answer, that nothing is said is no promise either way. */
    if ((!a || !b) && t->better != BETTER_MORE && t->holds == VALUE_BOOL)
        return (a ? before : after)->state == TERM_STATED && (a ? before : after)->value.as.flag ? of_order(a - b) : BEARING_UNKNOWN;
    return of_order(b - a);
}

enum bearing vocabulary_duty_bearing(const struct vocabulary *v, const char *clause_type, enum duty before, enum duty after)
{
    uint16_t type = vocabulary_type_index(v, clause_type);
    unsigned a = before & DUTY_BOTH, b = after & DUTY_BOTH;
    if (a == b || !a || !b)
        return BEARING_NONE; /* where nobody is named, nothing moved */
    enum owes owes = type == NO_INDEX ? OWES_ANYONE : v->types[type].owes;
    if (owes == OWES_ANYONE)
        return BEARING_UNKNOWN;
    unsigned side = owes == OWES_SUPPLIER ? DUTY_SUPPLIER : DUTY_CUSTOMER;
    if ((a & side) == (b & side))
        return BEARING_UNKNOWN;
    return a & side ? BEARING_WORSE : BEARING_BETTER;
}
