#include "base/value.h"

/* The calendar starts its years in March, so that the leap day comes last, and its eras of 400 years on 0000-03-01,
 * 719,468 days before 1970-01-01. */
enum { ERA_DAYS = 146097, EPOCH_SHIFT = 719468, LAST_YEAR = 9999 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

day day_of(int year, int month, int dom)
{
    if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || dom < 1 || dom > month_days(year, month))
        return DAY_NONE;
    int y = month > 2 ? year : year - 1;
    int from_march = month > 2 ? month - 3 : month + 9;
    int era = y / 400, of_era = y % 400;
    int of_year = (153 * from_march + 2) / 5 + dom - 1; /* months from March: 31 30 31 30 31, twice, then the rest */
    return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_SHIFT;
}

void day_split(day d, int *year, int *month, int *dom)
{
    int64_t n = (int64_t)d + EPOCH_SHIFT;
    int64_t era = (n >= 0 ? n : n - (ERA_DAYS - 1)) / ERA_DAYS;
    int of_era = (int)(n - era * ERA_DAYS);
    int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * of_year + 2) / 153;
    *dom = of_year - (153 * from_march + 2) / 5 + 1;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = (int)(era * 400) + year_of_era + (*month <= 2);
}

day day_add_months(day d, int months)
{
    int year, month, dom;
    if (d == DAY_NONE)
        return DAY_NONE;
    day_split(d, &year, &month, &dom);
    int64_t count = (int64_t)year * 12 + (month - 1) + months;
    if (count < 12 || count / 12 > LAST_YEAR)
        return DAY_NONE;
    year = (int)(count / 12);
    month = (int)(count % 12) + 1;
    int last = month_days(year, month);
    return day_of(year, month, dom < last ? dom : last);
}

day day_of_instant(instant t)
{
    if (t == INSTANT_NONE)
        return DAY_NONE;
    int64_t d = t / 86400 - (t % 86400 < 0);
    return d > INT32_MIN && d <= INT32_MAX ? (day)d : DAY_NONE;
}
