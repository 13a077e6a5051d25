/* Values in rules: dates, durations, amounts ... and how they compare, add and subtract. */
#include "rules/bind.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

enum { DAY_SECONDS = 86400, WORDS = 128 };

/* ---- handing values to Lua ---- */

void push_tracked(lua_State *L, const struct tracked *t)
{
    struct value_handle *h = bind_new(L, sizeof *h, HANDLE_VALUE, REF_VALUE);
    h->tracked = *t;
}

void push_value(lua_State *L, const struct value *v)
{
    switch (v->type) {
    case VALUE_NONE: case VALUE_TYPES:
        lua_pushnil(L);
        break;
    case VALUE_TEXT:
        lua_pushlstring(L, v->as.text.at, v->as.text.len);
        break;
    case VALUE_BOOL:
        lua_pushboolean(L, v->as.flag);
        break;
    case VALUE_COUNT:
        lua_pushinteger(L, v->as.count);
        break;
    case VALUE_NUMBER:
        lua_pushnumber(L, (lua_Number)v->as.number / (lua_Number)FIXED_ONE);
        break;
    default:
        push_tracked(L, &(struct tracked){.value = *v});
    }
}

/* ---- taking values from Lua ---- */

static bool number_operand(lua_State *L, int index, struct value *out)
{
    if (lua_isinteger(L, index)) {
        *out = value_count(lua_tointeger(L, index));
        return true;
    }
    lua_Number n = lua_tonumber(L, index);
    if (!(fabs(n) < 9e14))
        return false;
    *out = (struct value){.type = VALUE_NUMBER, .as.number = (fixed)llround(n * (lua_Number)FIXED_ONE)};
    return true;
}

bool bind_operand(lua_State *L, int index, struct tracked *out)
{
    *out = (struct tracked){.value.type = VALUE_NONE};
    if (lua_type(L, index) == LUA_TNUMBER)
        return number_operand(L, index, &out->value);
    const struct value_handle *v = bind_test(L, index, HANDLE_VALUE);
    const struct term_handle *t = v ? NULL : bind_test(L, index, HANDLE_TERM);
    const struct node_handle *n = v || t ? NULL : bind_test(L, index, HANDLE_NODE);
    if (v)
        *out = v->tracked;
    else if (t && t->term->state == TERM_STATED)
        out->value = t->term->value;
    else if (n && n->node->kind->term != VALUE_NONE)
        out->value = ((const struct term *)n->node)->value;
    return out->value.type != VALUE_NONE;
}

static void shown_words(const struct span *s, const struct clause *c, struct value *out)
{
    size_t len;
    const char *at = span_words(s, c, 400, &len);
    *out = value_text(at ? at : "", at ? len : 0);
}

bool bind_shown(lua_State *L, int index, struct value *out)
{
    struct tracked t;
    if (bind_operand(L, index, &t)) {
        if (t.moves)
            judge_daily(judge_of(L)); /* the words change every day */
        *out = t.value;
        return true;
    }
    size_t len;
    const struct passage_handle *p = bind_test(L, index, HANDLE_PASSAGE);
    const struct term_handle *term = bind_test(L, index, HANDLE_TERM);
    const struct node_handle *n = bind_test(L, index, HANDLE_NODE);
    if (lua_type(L, index) == LUA_TSTRING) {
        const char *at = lua_tolstring(L, index, &len);
        *out = value_text(at, len);
    } else if (lua_type(L, index) == LUA_TBOOLEAN)
        *out = value_flag(lua_toboolean(L, index));
    else if (p)
        shown_words(&p->span, p->clause, out);
    else if (term)
        shown_words(&term->term->words, term->clause, out);
    else
        return n && node_name(n->node, out);
    return true;
}

/* ---- comparing ---- */

/* Brings two values to one type where the meaning is the same. */
static void level(struct value *a, struct value *b)
{
    struct value *both[] = {a, b};
    for (int i = 0; i < 2; i++) {
        struct value *v = both[i];
        if (v->type == VALUE_INTERVAL)
            v->type = VALUE_DURATION;
        if (v->type == VALUE_INSTANT && both[1 - i]->type == VALUE_DATE)
            *v = value_date(day_of_instant(v->as.instant));
        if (v->type == VALUE_COUNT && both[1 - i]->type == VALUE_NUMBER)
            *v = (struct value){.type = VALUE_NUMBER, .as.number = v->as.count * FIXED_ONE};
    }
}

enum compare { LESS, LESS_EQUAL, EQUAL };

static bool holds(enum compare op, int64_t order)
{
    return op == LESS ? order < 0 : op == LESS_EQUAL ? order <= 0 : order == 0;
}

/* Where the days end that are reckoned with: years 1 to 9999. */
enum { FIRST_DAY = -719162, LAST_DAY = 2932896 };

/* What moves, on a day; it never falls when the day goes on. */
static int64_t moved(const struct tracked *t, int64_t d)
{
    d += t->before;
    day shifted = t->months && d >= FIRST_DAY && d <= LAST_DAY ? day_add_months((day)d, t->months) : DAY_NONE;
    return (shifted == DAY_NONE ? d : shifted) + t->after;
}

/* Notes the first day on which what moves is at least `least`. */
static void note_reaching(struct judge *j, const struct tracked *t, int64_t least)
{
    /* A month is 30.4 days: a guess, from which the day is near. */
    int64_t d = least - t->after - t->before - (int64_t)t->months * 304 / 10;
    if (d < FIRST_DAY || d > LAST_DAY)
        return;
    while (moved(t, d) >= least && d > FIRST_DAY)
        d--;
    while (moved(t, d) < least && d < LAST_DAY)
        d++;
    if (d > FIRST_DAY && d < LAST_DAY)
        judge_changes(j, (day)d);
}

/* What stands still, in whole days, rounded up; *whole: it was whole. */
static int64_t standing(const struct value *v, bool *whole)
{
    *whole = true;
    if (v->type == VALUE_DATE)
        return v->as.date;
    if (v->type == VALUE_COUNT)
        return v->as.count;
    *whole = v->as.number % FIXED_ONE == 0;
    return v->as.number / FIXED_ONE + (v->as.number > 0 && !*whole);
}

/* `t` is compared with `v`; `swapped`: it stands on the right side. */
static void note_change(struct judge *j, const struct tracked *t, const struct value *v, enum compare op, bool swapped)
{
    bool whole;
    int64_t limit = t->moves * standing(v, &whole);
    if (!whole && t->moves < 0)
        limit++; /* rounded up before its sign was changed */
    if (!whole && op == EQUAL)
        return;
    bool beyond = whole && ((op == LESS_EQUAL) ^ (t->moves < 0) ^ swapped);
    if (op == EQUAL || !beyond)
        note_reaching(j, t, limit);
    if (op == EQUAL || beyond)
        note_reaching(j, t, limit + 1);
}

static void note_changes(struct judge *j, const struct tracked *a, const struct tracked *b, enum compare op)
{
    if (a->moves && b->moves) {
        if (a->moves != b->moves || a->months || b->months) /* else they keep their distance */
            judge_daily(j);
    } else if (a->moves) {
        note_change(j, a, &b->value, op, false);
    } else if (b->moves) {
        note_change(j, b, &a->value, op, true);
    }
}

static int incomparable(lua_State *L, const struct value *a, const struct value *b)
{
    if (a->type == VALUE_AMOUNT && b->type == VALUE_AMOUNT) {
        char pair[16];
        snprintf(pair, sizeof pair, "%s / %s", a->as.amount.currency, b->as.amount.currency);
        return bind_end(L, ENGINE_CURRENCY, OUTCOME_INDETERMINATE, pair);
    }
    return luaL_error(L, "a %s cannot be compared with a %s", value_type_name(a->type), value_type_name(b->type));
}

static int compare(lua_State *L, enum compare op)
{
    struct tracked a, b;
    int order;
    if (!bind_operand(L, 1, &a) || !bind_operand(L, 2, &b))
        return luaL_error(L, "a %s cannot be compared with a %s", bind_word(L, 1), bind_word(L, 2));
    level(&a.value, &b.value);
    if (a.value.type == VALUE_TEXT && op != EQUAL)
        return luaL_error(L, "texts have no order here; use :is(\"...\")");
    if (!value_compare(&a.value, &b.value, &order))
        return incomparable(L, &a.value, &b.value);
    note_changes(judge_of(L), &a, &b, op);
    lua_pushboolean(L, holds(op, order));
    return 1;
}

int value_less(lua_State *L)
{
    return compare(L, LESS);
}

int value_less_equal(lua_State *L)
{
    return compare(L, LESS_EQUAL);
}

/* Lua calls this for two userdata only. Things without a value are the same when they stand for the same thing. */
int value_same(lua_State *L)
{
    const struct node_handle *m = bind_test(L, 1, HANDLE_NODE), *n = bind_test(L, 2, HANDLE_NODE);
    struct tracked a, b;
    bool same = m && n && m->node == n->node;
    if (!same && bind_operand(L, 1, &a) && bind_operand(L, 2, &b))
        return compare(L, EQUAL);
    lua_pushboolean(L, same);
    return 1;
}

/* ---- adding and subtracting ---- */

/* Whole days that a duration certainly covers. */
static int64_t whole_days(struct duration d)
{
    struct duration rest = d;
    rest.months = 0;
    int64_t seconds = d.business ? duration_longest(rest) : d.seconds;
    return (seconds + (seconds > 0 ? DAY_SECONDS - 1 : 0)) / DAY_SECONDS;
}

static int shift_date(lua_State *L, struct tracked *a, struct duration d, int sign)
{
    int64_t days = sign * whole_days(d);
    if (llabs(d.months) > 12 * 1000 || llabs(days) > 366 * 1000)
        return luaL_error(L, "the date is too far away");
    day shifted = d.months ? day_add_months(a->value.as.date, sign * d.months) : a->value.as.date;
    a->value.as.date = shifted + (day)days;
    if (a->moves && d.months && (a->months || a->after)) {
        judge_daily(judge_of(L)); /* months after months, or after days after months: rare, and not followed */
        a->moves = 0;
    } else if (a->moves) {
        a->months += sign * d.months;
        a->before += a->months ? 0 : (int32_t)days;
        a->after += a->months ? days : 0;
    }
    push_tracked(L, a);
    return 1;
}

static int shift_instant(lua_State *L, struct tracked *a, struct duration d, int sign)
{
    if (d.months || d.business)
        return luaL_error(L, "only hours and days can be added to a time");
    a->value.as.instant += sign * d.seconds;
    push_tracked(L, a);
    return 1;
}

static int add_durations(lua_State *L, const struct tracked *a, const struct tracked *b)
{
    struct tracked sum = *a;
    if (a->value.as.duration.business != b->value.as.duration.business)
        return luaL_error(L, "business days and calendar time cannot be added");
    sum.value.as.duration.seconds += b->value.as.duration.seconds;
    sum.value.as.duration.months += b->value.as.duration.months;
    push_tracked(L, &sum);
    return 1;
}

/* A number of days made from s.as_of that is calculated with: what comes of it is no longer followed. */
static lua_Number plain(lua_State *L, int index)
{
    struct tracked t;
    if (!bind_operand(L, index, &t) || (t.value.type != VALUE_COUNT && t.value.type != VALUE_NUMBER))
        return luaL_error(L, "cannot calculate with a %s", bind_word(L, index));
    if (t.moves)
        judge_daily(judge_of(L));
    return t.value.type == VALUE_COUNT ? (lua_Number)t.value.as.count : (lua_Number)t.value.as.number / FIXED_ONE;
}

static void push_plain(lua_State *L, lua_Number n)
{
    lua_Integer whole;
    if (lua_numbertointeger(n, &whole) && (lua_Number)whole == n)
        lua_pushinteger(L, whole);
    else
        lua_pushnumber(L, n);
}

static bool is_span(const struct tracked *t)
{
    return t->value.type == VALUE_DURATION || t->value.type == VALUE_INTERVAL;
}

int value_add(lua_State *L)
{
    struct tracked a, b;
    if (!bind_operand(L, 1, &a) || !bind_operand(L, 2, &b))
        return luaL_error(L, "a %s and a %s cannot be added", bind_word(L, 1), bind_word(L, 2));
    if (is_span(&a) && !is_span(&b)) { /* days(3) + date */
        struct tracked swap = a;
        a = b;
        b = swap;
    }
    if (is_span(&b) && a.value.type == VALUE_DATE)
        return shift_date(L, &a, b.value.as.duration, 1);
    if (is_span(&b) && a.value.type == VALUE_INSTANT)
        return shift_instant(L, &a, b.value.as.duration, 1);
    if (is_span(&a) && is_span(&b))
        return add_durations(L, &a, &b);
    push_plain(L, plain(L, 1) + plain(L, 2));
    return 1;
}

/* Days from b to a: an integer, or a value that is followed when one of the dates is. */
static int days_between(lua_State *L, const struct tracked *a, const struct tracked *b)
{
    int64_t n = (int64_t)a->value.as.date - b->value.as.date;
    if (a->moves && b->moves && (a->months || b->months))
        judge_daily(judge_of(L));
    if ((a->moves != 0) == (b->moves != 0)) {
        lua_pushinteger(L, n);
        return 1;
    }
    struct tracked days = a->moves ? *a : *b;
    days.moves = a->moves ? 1 : -1;
    days.value = value_count(n);
    days.after -= a->moves ? b->value.as.date : a->value.as.date;
    push_tracked(L, &days);
    return 1;
}

int value_subtract(lua_State *L)
{
    struct tracked a, b;
    if (!bind_operand(L, 1, &a) || !bind_operand(L, 2, &b))
        return luaL_error(L, "a %s cannot be subtracted from a %s", bind_word(L, 2), bind_word(L, 1));
    if (is_span(&b) && a.value.type == VALUE_DATE)
        return shift_date(L, &a, b.value.as.duration, -1);
    if (is_span(&b) && a.value.type == VALUE_INSTANT)
        return shift_instant(L, &a, b.value.as.duration, -1);
    level(&a.value, &b.value);
    if (a.value.type == VALUE_DATE && b.value.type == VALUE_DATE)
        return days_between(L, &a, &b);
    if (a.value.type == VALUE_INSTANT && b.value.type == VALUE_INSTANT) {
        struct duration d = {.seconds = a.value.as.instant - b.value.as.instant};
        struct value v = value_duration(d);
        push_value(L, &v);
        return 1;
    }
    push_plain(L, plain(L, 1) - plain(L, 2));
    return 1;
}

static int value_multiply(lua_State *L)
{
    struct tracked a, b;
    if (bind_operand(L, 1, &a) && bind_operand(L, 2, &b) && is_span(&a) && b.value.type == VALUE_COUNT) {
        struct duration *d = &a.value.as.duration;
        if (llabs(b.value.as.count) > 10000 || __builtin_mul_overflow(d->seconds, b.value.as.count, &d->seconds) ||
            __builtin_mul_overflow(d->months, (int32_t)b.value.as.count, &d->months))
            return luaL_error(L, "the duration is too long");
        if (b.moves)
            judge_daily(judge_of(L));
        push_tracked(L, &a);
        return 1;
    }
    push_plain(L, plain(L, 1) * plain(L, 2));
    return 1;
}

static int value_divide(lua_State *L)
{
    lua_Number by = plain(L, 2);
    if (by == 0)
        return luaL_error(L, "division by zero");
    push_plain(L, plain(L, 1) / by);
    return 1;
}

/* ---- text ---- */

static int value_tostring(lua_State *L)
{
    struct value v;
    char text[WORDS];
    struct buffer b;
    buffer_init_fixed(&b, text, sizeof text);
    if (!bind_shown(L, 1, &v))
        v = value_text("?", 1);
    value_write(&b, &v);
    lua_pushlstring(L, b.failed ? "?" : b.at, b.failed ? 1 : b.len);
    return 1;
}

int value_concat(lua_State *L)
{
    size_t len;
    for (int i = 1; i <= 2; i++)
        if (lua_type(L, i) != LUA_TSTRING && lua_type(L, i) != LUA_TNUMBER && lua_type(L, i) != LUA_TUSERDATA)
            return luaL_error(L, "cannot join a %s to a text", bind_word(L, i));
    sandbox_text(L, 1, &len);
    sandbox_text(L, 2, &len);
    lua_concat(L, 2);
    return 1;
}

void bind_open_values(lua_State *L)
{
    static const luaL_Reg metamethods[] = {
        {"__lt", value_less}, {"__le", value_less_equal}, {"__eq", value_same}, {"__add", value_add},
        {"__sub", value_subtract}, {"__mul", value_multiply}, {"__div", value_divide}, {"__tostring", value_tostring},
        {"__concat", value_concat}, {NULL, NULL}};
    bind_metatable(L, REF_VALUE, metamethods);
    lua_pop(L, 1);
}
