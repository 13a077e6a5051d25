/* What the JSON reports of a supplier and of a run share. Private to the report floor. */
#ifndef KIJUN_REPORT_JSON_PARTS_H
#define KIJUN_REPORT_JSON_PARTS_H

#include "base/json.h"
#include "report/report.h"
#include "report/say.h"

/* Members are left out when there is nothing to say; what is there keeps this order. */
void json_member(struct json *j, const char *key, const char *text);
/* {"en": ..., "ja": ...}; nothing when neither is there. */
void json_both(struct json *j, const char *key, const char *const text[LANGUAGE_COUNT]);
void json_day(struct json *j, const char *key, day d);
/* {"type": "duration", "value": "PT24H", "words": {"en": "24 hours", "ja": "24時間"}}; `words` when asked for. */
void json_value(struct json *j, const char *key, const struct value *v, bool words);
void json_fault(struct json *j, const char *key, const struct fault *f);
void json_hash(struct json *j, const char *key, const struct hash *h);
/* One member per outcome, then one per grade of findings. */
void json_outcomes(struct json *j, const char *key, const uint32_t *outcomes);
void json_grades(struct json *j, const char *key, const uint32_t *grades);
/* Program, policy and packs: by what was judged. */
void json_basis(struct json *j, const struct report_options *o);
/* The next item starts a new line, so that reports can be compared line by line. */
void json_line(struct json *j);
void json_string(struct json *j, const char *at, size_t len);
/* A string that is appended by hand, with put_json, between the two. */
void json_string_open(struct json *j);
void json_string_close(struct json *j);

#endif
