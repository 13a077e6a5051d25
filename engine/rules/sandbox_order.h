/* Tables in an order that depends on their keys alone: numbers ascending, then texts by bytes, then false and true. */
#ifndef KIJUN_RULES_SANDBOX_ORDER_H
#define KIJUN_RULES_SANDBOX_ORDER_H

#include "rules/sandbox.h"

/* Pushes a list of the keys of the table at `table`, in order. Raises for a key that has no order. */
void order_keys(lua_State *L, int table);
/* Pushes the key that follows the one at `key` (nil: the first); pushes nil and returns false at the end. */
bool order_after(lua_State *L, int table, int key);
/* Sorts items 1..n of the table at `table` (stable merge sort); `less` is the index of a function, or 0 for `<`. */
void order_sort(lua_State *L, int table, lua_Integer n, int less);

#endif
