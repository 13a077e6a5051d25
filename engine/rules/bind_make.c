/* hours(24), date "2026-03-31", percent(99.9) ...: values that rules make. */
#include <stdlib.h>
#include <string.h>

#include "rules/bind.h"

enum { DAY_SECONDS = 86400 };
#define MOST_COUNT 1000000000 /* of a unit that a rule may ask for */

/* The argument of hours(n) and its like: a whole number, also a count of the document or a parameter. */
static int64_t whole_argument(lua_State *L, int index)
{
    struct tracked t = {.moves = 0};
    bool whole = bind_operand(L, index, &t) && t.value.type == VALUE_COUNT;
    if (!whole && lua_type(L, index) == LUA_TNUMBER) {
        int exact;
        lua_Integer n = lua_tointegerx(L, index, &exact);
        t.value.as.count = n;
        whole = exact;
    }
    if (whole && t.moves)
        judge_daily(judge_of(L));
    if (!whole || t.value.as.count < -MOST_COUNT || t.value.as.count > MOST_COUNT)
        return luaL_error(L, "a whole number is expected, found a %s", bind_word(L, index));
    return t.value.as.count;
}

static int make_duration(lua_State *L, int64_t unit, int32_t months, bool days, bool business)
{
    int64_t n = whole_argument(L, 1);
    if (months && n > 1200)
        return luaL_error(L, "the duration is too long");
    struct duration d = {.seconds = n * unit, .months = (int32_t)n * months, .business = business, .in_days = days};
    struct value v = value_duration(d);
    push_value(L, &v);
    return 1;
}

static int make_hours(lua_State *L)
{
    return make_duration(L, 3600, 0, false, false);
}

static int make_days(lua_State *L)
{
    return make_duration(L, DAY_SECONDS, 0, true, false);
}

static int make_business_days(lua_State *L)
{
    return make_duration(L, DAY_SECONDS, 0, true, true);
}

static int make_weeks(lua_State *L)
{
    return make_duration(L, 7 * DAY_SECONDS, 0, true, false);
}

static int make_months(lua_State *L)
{
    return make_duration(L, 0, 1, false, false);
}

static int make_years(lua_State *L)
{
    return make_duration(L, 0, 12, false, false);
}

static int make_date(lua_State *L)
{
    size_t len;
    day d;
    const char *text = luaL_checklstring(L, 1, &len);
    if (!value_parse_date(text, len, &d))
        return luaL_error(L, "a date is written \"2026-03-31\"");
    struct value v = value_date(d);
    push_value(L, &v);
    return 1;
}

/* While a rule file is loaded, percent { ... } and amount { ... } declare parameters. */
static bool declares(lua_State *L)
{
    return lua_type(L, 1) == LUA_TTABLE && lua_gettop(L) == 1;
}

static fixed fixed_argument(lua_State *L, int index)
{
    struct tracked t;
    if (bind_operand(L, index, &t)) {
        if (t.moves)
            judge_daily(judge_of(L));
        if (t.value.type == VALUE_COUNT && llabs(t.value.as.count) < INT64_C(900000000000000))
            return t.value.as.count * FIXED_ONE;
        if (t.value.type == VALUE_NUMBER || t.value.type == VALUE_PERCENT)
            return t.value.as.number;
    }
    return luaL_error(L, "a number is expected, found a %s", bind_word(L, index));
}

static int make_percent(lua_State *L)
{
    if (declares(L))
        return 1;
    struct value v = {.type = VALUE_PERCENT, .as.number = fixed_argument(L, 1)};
    push_value(L, &v);
    return 1;
}

static int make_amount(lua_State *L)
{
    if (declares(L))
        return 1;
    struct value v = {.type = VALUE_AMOUNT, .as.amount.number = fixed_argument(L, 1)};
    size_t len;
    const char *currency = luaL_checklstring(L, 2, &len);
    if (len != 3 || strspn(currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
        return luaL_error(L, "a currency is written \"JPY\" (ISO 4217)");
    memcpy(v.as.amount.currency, currency, 4);
    push_value(L, &v);
    return 1;
}

void bind_open_makers(lua_State *L)
{
    static const luaL_Reg makers[] = {
        {"hours", make_hours}, {"days", make_days}, {"business_days", make_business_days}, {"weeks", make_weeks},
        {"months", make_months}, {"years", make_years}, {"date", make_date}, {"percent", make_percent},
        {"amount", make_amount}, {NULL, NULL}};
    for (const luaL_Reg *m = makers; m->name; m++) {
        lua_pushcfunction(L, m->func);
        sandbox_define(L, m->name);
    }
}
