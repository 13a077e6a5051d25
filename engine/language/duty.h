/* On whom a duty lies: from who acts in the sentence to who owes what the clause is about. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_DUTY_H
#define KIJUN_LANGUAGE_DUTY_H

#include "language/reading.h"

/* The actors of one clause with what turns a duty round in them. */
struct duties {
    const struct vocabulary *v;
    const struct actor *actors;
    size_t count;
};

/* Who owes what stands at [start, end) of a sentence, as a matter of this type. `held`: the words say that the one who
 * acts is the one to whom it is owed. */
enum duty duty_at(const struct duties *d, uint16_t type, bool held, uint32_t sentence, uint32_t start, uint32_t end);
/* Everyone on whom one sentence lays something. */
enum duty duty_of_sentence(const struct duties *d, uint16_t type, bool held, uint32_t sentence);
/* Everyone on whom any sentence does. */
enum duty duty_of_all(const struct duties *d, uint16_t type);
/* True if the duty lies on the side alone from which the type does not ask it. */
bool duty_is_other(const struct vocabulary *v, uint16_t type, enum duty duty);

#endif
