/* The languages of messages and reports. Every table of words has one entry per language. */
#ifndef KIJUN_BASE_LANGUAGE_H
#define KIJUN_BASE_LANGUAGE_H

enum language { LANGUAGE_EN, LANGUAGE_JA, LANGUAGE_COUNT };

/* "en" or "ja"; the language is LANGUAGE_COUNT when the name is unknown. */
enum language language_of(const char *name);
const char *language_name(enum language language);

#endif
