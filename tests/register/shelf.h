/* Registers in a temporary folder of the test, and what is in them. */
#ifndef KIJUN_TESTS_REGISTER_SHELF_H
#define KIJUN_TESTS_REGISTER_SHELF_H

#include "example.h"

enum { SHELF_PATH = 96 };

struct shelf {
    char folder[48], path[SHELF_PATH];
};

struct shelf shelf_new(void);
void shelf_free(const struct shelf *s);
struct ledger *shelf_open(const struct shelf *s, enum ledger_mode mode);
/* Everything in the tables, as one text; NULL when the file cannot be read as a register. The caller frees. */
char *shelf_dump(const struct shelf *s);
/* What can be read of the file in a hash, so that two states are compared. */
struct hash shelf_state(const struct shelf *s);
void shelf_verified(const struct shelf *s);
int64_t shelf_count(const struct shelf *s, const char *sql); /* SELECT count(*) ...; -1: cannot be read */
/* `count` suppliers "s-000" ..., all four rules failing on even and two on odd nights. */
void shelf_suppliers(struct example *out, int count, char (*names)[16], int night);

#endif
