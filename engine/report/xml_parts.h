/* What the XML reports of a supplier and of a run share. Private to the report floor. */
#ifndef KIJUN_REPORT_XML_PARTS_H
#define KIJUN_REPORT_XML_PARTS_H

#include "report/say.h"

/* The declaration and the opening of the root, up to its last attributes: engine, policy, audience. */
void xmlout_begin(const struct view *v, const char *root, const char *space);
void xmlout_packs(const struct view *v);

void xmlout_start(const struct view *v, const char *tag); /* "<tag" */
void xmlout_finish(const struct view *v, const char *tag); /* "</tag>" and a line feed */
void xmlout_attribute(const struct view *v, const char *name, const char *text); /* nothing for NULL */
void xmlout_attribute_int(const struct view *v, const char *name, int64_t n);
void xmlout_attribute_day(const struct view *v, const char *name, day d);
/* <tag xml:lang="..">text</tag>; language NULL: none. */
void xmlout_text(const struct view *v, const char *tag, const char *language, const char *text);
void xmlout_both(const struct view *v, const char *tag, const char *const text[LANGUAGE_COUNT]);
/* <tag name="within" type="duration" value="PT24H" en="24 hours" ja="24時間"/>; nothing for VALUE_NONE. */
void xmlout_value(const struct view *v, const char *tag, const char *name, const struct value *value);
void xmlout_fault(const struct view *v, const struct fault *f);
/* <judgements pass=".." .../> and <grades major=".." .../> */
void xmlout_outcomes(const struct view *v, const uint32_t *outcomes);
/* <tag new=".." back=".." .../> */
void xmlout_changes(const struct view *v, const char *tag, const uint64_t *changes);
void xmlout_grades(const struct view *v, const uint32_t *grades);

#endif
